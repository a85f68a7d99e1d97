/* What the tests of what is next share: lists as text, and a company of seven to make them of. */
#pragma once

#include "core/ex-todo.h"

#include "review-scene.h"

#include <string.h>

/* FY 2026 is the calendar year: plan until 31 Jan 2026, assess until 21 Jan 2027, sign until 18 Feb 2027. */
#define FEBRUARY ex_day_new (2026, 2, 10)
#define SEPTEMBER ex_day_new (2026, 9, 28)
#define JANUARY ex_day_new (2027, 1, 13)
#define LATE ex_day_new (2027, 2, 11)

/* "kind: text [detail]", a line each; blocked ones behind a "~". (transfer full) */
static inline char *
print_list (const ExReviews    *reviews,
            const char         *viewer,
            const ExCloseFacts *facts)
{
  int index = viewer != NULL ? ex_company_find_leader (ex_reviews_get_company (reviews), viewer) : EX_NOBODY;
  g_autoptr (GPtrArray) list = ex_todo_list (reviews, index, facts);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const ExTodo *todo = g_ptr_array_index (list, i);

      g_string_append_printf (text, "%s%s: %s", todo->blocked ? "~" : "", ex_todo_kind_nick (todo->kind), todo->text);
      if (todo->detail != NULL)
        g_string_append_printf (text, " [%s]", todo->detail);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/* Takes the scene; @viewer: NULL: HR */
static inline void
assert_list (Scene              *scene,
             const char         *viewer,
             const ExCloseFacts *facts,
             const char         *expected)
{
  g_autoptr (ExReviews) reviews = scene_finish (scene);
  g_autofree char *text = print_list (reviews, viewer, facts);

  g_assert_cmpstr (text, ==, expected);
}

/* Ana, the top, over Ben and Cem; Ben over Dag, Eva, Flo, Gus. */
static inline Scene
make_company (ExPhase phase,
              ExDay   today)
{
  Scene scene = scene_new (phase, today);

  scene_add_leader (&scene, "Ana", NULL);
  scene_add_leader (&scene, "Ben", "ana");
  scene_add_leader (&scene, "Cem", "ana");
  scene_add_leader (&scene, "Dag", "ben");
  scene_add_leader (&scene, "Eva", "ben");
  scene_add_leader (&scene, "Flo", "ben");
  scene_add_leader (&scene, "Gus", "ben");

  return scene;
}

static inline void
set_all (Scene         *scene,
         ExReviewState  state)
{
  for (guint i = 0; i < scene->leaders->len; i++)
    scene_add_review (scene, ((const ExLeader *) g_ptr_array_index (scene->leaders, i))->id, state);
}
