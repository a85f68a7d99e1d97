#include "config.h"

#include "ex-todo.h"

#include "ex-todo-private.h"

#include <glib/gi18n-lib.h>

static const char * const kind_nicks[] = {
  "set-objectives", "check-in", "self-assess", "sign", "agree", "amendment", "assess", "sign-report", "observe", "move", "tops", "board", "chase",
  "advance", "final", "close",
};

const char *
ex_todo_kind_nick (ExTodoKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kind_nicks), NULL);

  return kind_nicks[kind];
}

void
ex_todo_free (ExTodo *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->detail);
  g_free (self);
}

ExTodo *
ex_todo_draft_add (ExTodoDraft *self,
                   ExTodoKind   kind,
                   ExDay        due,
                   char        *text,
                   char        *detail,
                   int          leader,
                   int          objective)
{
  ExTodo *todo = g_new0 (ExTodo, 1);

  todo->kind = kind;
  todo->text = text;
  todo->detail = detail;
  todo->due = due;
  todo->overdue = due != EX_DAY_NONE && self->today > due ? (int) (self->today - due) : 0;
  todo->leader = leader;
  todo->objective = objective;
  g_ptr_array_add (self->list, todo);

  return todo;
}

gboolean
ex_todo_draft_has (const ExTodoDraft *self,
                   ExTodoKind         kind)
{
  for (guint i = 0; i < self->list->len; i++)
    if (((const ExTodo *) g_ptr_array_index (self->list, i))->kind == kind)
      return TRUE;

  return FALSE;
}

const char *
ex_todo_draft_name (const ExTodoDraft *self,
                    guint              leader)
{
  return ex_company_get_leader (self->company, leader)->name;
}

char *
ex_todo_describe_rated (const ExTodoDraft *self,
                        guint              leader,
                        guint              rated)
{
  guint n;

  ex_company_leader_objectives (self->company, leader, &n);
  if (rated == 0)
    return NULL;
  if (rated < n)
    return g_strdup_printf (ngettext ("%u of %u objectives is rated.", "%u of %u objectives are rated.", rated), rated, n);

  return g_strdup_printf (ngettext ("%u objective is rated: submit it.", "All %u objectives are rated: submit them.", n), n);
}

/* --- the order --------------------------------------------------------------------------------------------------------- */

/* What has no day comes last. What waits (to agree, to assess, to sign) comes behind what it waits for by itself: its phase ends on the
 * same day or later, and its kind comes after. */
static guint64
day_rank (ExDay due)
{
  return due != EX_DAY_NONE ? due : G_MAXUINT64;
}

static const char *
get_name (const ExTodoDraft *self,
          const ExTodo      *todo)
{
  if (todo->objective >= 0)
    return ex_company_get_objective (self->company, (guint) todo->objective)->title;

  return todo->leader >= 0 ? ex_todo_draft_name (self, (guint) todo->leader) : "";
}

static int
compare_todos (gconstpointer first,
               gconstpointer second,
               gpointer      data)
{
  const ExTodoDraft *self = data;
  const ExTodo *a = *(const ExTodo * const *) first;
  const ExTodo *b = *(const ExTodo * const *) second;
  int order;

  if (a->due != b->due)
    return day_rank (a->due) < day_rank (b->due) ? -1 : 1;
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;

  order = g_utf8_collate (get_name (self, a), get_name (self, b));
  if (order == 0)
    order = (a->leader > b->leader) - (a->leader < b->leader);
  if (order == 0)
    order = (a->objective > b->objective) - (a->objective < b->objective);

  return order;
}

GPtrArray *
ex_todo_list (const ExReviews    *reviews,
              int                 viewer,
              const ExCloseFacts *facts)
{
  ExTodoDraft self = {
    .reviews = reviews,
    .company = ex_reviews_get_company (reviews),
    .cycle = ex_reviews_get_cycle (reviews),
    .viewer = viewer,
    .facts = facts,
    .list = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_todo_free),
  };

  g_return_val_if_fail (viewer >= EX_NOBODY && viewer < (int) ex_company_n_leaders (self.company), self.list);

  self.today = ex_company_get_today (self.company);
  if (self.cycle->phase == EX_PHASE_CLOSED)
    return self.list;

  if (viewer >= 0)
    {
      ex_todo_add_own (&self, (guint) viewer);
      ex_todo_add_observed (&self);
    }
  else
    {
      ex_todo_add_cycle (&self);
      ex_todo_add_lines (&self);
    }
  ex_todo_add_reports (&self);

  g_ptr_array_sort_with_data (self.list, compare_todos, &self);

  return self.list;
}
