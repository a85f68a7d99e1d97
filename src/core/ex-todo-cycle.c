/* What HR has to do: who reviews whom, and the cycle as a whole. */
#include "config.h"

#include "ex-todo-private.h"

#include "ex-format.h"
#include "ex-todo-words.h"

#include <glib/gi18n-lib.h>

/* --- who reviews whom -------------------------------------------------------------------------------------------------- */

static void
add_top (ExTodoDraft *self,
         guint        leader)
{
  const char *name = ex_todo_draft_name (self, leader);
  gboolean alone = ex_company_get_tree (self->company)->parent[leader] < 0;

  ex_todo_draft_add (self, EX_TODO_TOPS, ex_cycle_until (self->cycle, EX_PHASE_PLAN),
                     g_strdup_printf (_("Say who reviews %s"), name),
                     alone ? g_strdup_printf (_("No manager, and not named as a top of %s."), self->cycle->name)
                           : g_strdup_printf (_("Nobody above is there, or named as a top of %s."), self->cycle->name),
                     (int) leader, -1);
}

/* Who was fixed as reviewer when the review was agreed or moved, and now is another than the manager of the day. */
static void
add_move (ExTodoDraft    *self,
          const ExReview *review,
          guint           leader)
{
  int named = ex_company_find_leader (self->company, review->reviewer_id);
  int manager = ex_reviews_get_manager (self->reviews, leader);
  const char *name = ex_todo_draft_name (self, leader);
  gboolean meant = review->elsewhere && named >= 0 && ex_reviews_is_there (self->reviews, (guint) named);
  const char *reviewer;

  if (meant || named < 0 || named == manager || manager < 0 || ex_reviews_is_top (self->reviews, leader))
    return;

  reviewer = ex_todo_draft_name (self, (guint) named);
  ex_todo_draft_add (self, EX_TODO_MOVE, EX_DAY_NONE,
                     g_strdup_printf (_("Move the review of %s to %s"), name, ex_todo_draft_name (self, (guint) manager)),
                     ex_reviews_is_there (self->reviews, (guint) named)
                       ? g_strdup_printf (_("%s reviews, and is not the manager any more."), reviewer)
                       : g_strdup_printf (_("%s was to review, and is not there."), reviewer),
                     (int) leader, -1);
}

void
ex_todo_add_lines (ExTodoDraft *self)
{
  for (guint i = 0; i < ex_company_n_leaders (self->company); i++)
    {
      const ExReview *review = ex_reviews_get (self->reviews, i);

      if (review->excused || review->state == EX_REVIEW_SIGNED || !ex_reviews_takes_part (self->reviews, i))
        continue;

      if (ex_reviews_get_reviewer (self->reviews, i) == EX_NO_ONE)
        add_top (self, i);
      else
        add_move (self, review, i);
    }
}

/* --- who is late ------------------------------------------------------------------------------------------------------- */

/* Whom the overdue reviews wait for, each once; the first in the company's order are named. */
typedef struct
{
  guint       reviews;
  ExDay       due;    /* the first */
  guint       n;
  GPtrArray  *names;  /* the first EX_WORDS_NAMES of the n */
  GHashTable *known;
} Late;

static void
add_waited_for (const ExTodoDraft *self,
                Late              *late,
                guint              leader)
{
  int waiting_for = EX_NO_ONE;
  g_autofree char *summary = ex_review_summary (self->reviews, leader, &waiting_for);

  if (waiting_for == EX_NO_ONE || !g_hash_table_add (late->known, GINT_TO_POINTER (waiting_for)))
    return;

  late->n++;
  if (late->names->len < EX_WORDS_NAMES)
    g_ptr_array_add (late->names, (gpointer) ex_reviews_get_name (self->reviews, waiting_for));
}

static void
add_chase (ExTodoDraft *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  Late late = { .names = names, .known = known };
  g_autofree char *count = NULL;
  g_autofree char *who = NULL;

  for (guint i = 0; i < ex_company_n_leaders (self->company); i++)
    {
      ExDay due;

      if (!ex_reviews_takes_part (self->reviews, i) || ex_review_overdue (self->reviews, i) <= 0)
        continue;

      due = ex_review_due (self->reviews, i);
      late.due = late.reviews == 0 ? due : MIN (late.due, due);
      late.reviews++;
      add_waited_for (self, &late, i);
    }

  if (late.reviews == 0)
    return;

  count = ex_format_integer (late.reviews);
  who = names->len > 0 ? ex_words_names (names, late.n) : NULL;
  ex_todo_draft_add (self, EX_TODO_CHASE, late.due,
                     g_strdup_printf (ngettext ("Ask about %s overdue review", "Ask about %s overdue reviews", late.reviews), count),
                     who != NULL ? g_strdup_printf (ngettext ("It waits for %s.", "They wait for %s.", late.reviews), who) : NULL, EX_NOBODY, -1);
}

/* --- the phases -------------------------------------------------------------------------------------------------------- */

/* Out of sign leads only closing, which is gated. */
static void
add_advance (ExTodoDraft *self)
{
  ExDay until = ex_cycle_until (self->cycle, self->cycle->phase);
  g_autofree char *day = ex_format_day (until);

  if (self->cycle->phase >= EX_PHASE_SIGN || self->today <= until)
    return;

  ex_todo_draft_add (self, EX_TODO_ADVANCE, until,
                     g_strdup_printf (_("Advance %s from “%s” to “%s”"), self->cycle->name, ex_phase_label (self->cycle->phase),
                                      ex_phase_label (self->cycle->phase + 1)),
                     g_strdup_printf (_("Its last day was %s. Reviews that are behind stay where they are."), day), EX_NOBODY, -1);
}

/* Growth is from one day to another: both must be known. */
static gboolean
add_unknown_growth (ExTodoDraft *self,
                    ExDay        due)
{
  char *text;

  if (!self->facts->has_ledger)
    text = g_strdup_printf (_("Bring in the customers of %s"), self->cycle->name);
  else if (!self->facts->opening_known)
    text = g_strdup_printf (_("Bring in the customers from before %s"), self->cycle->name);
  else
    return FALSE;

  ex_todo_draft_add (self, EX_TODO_FINAL, due, text,
                     g_strdup (_("Without them nobody knows how the customer asset grew, and the cycle cannot be closed.")), EX_NOBODY, -1);

  return TRUE;
}

static void
add_final (ExTodoDraft *self)
{
  guint n = self->facts->not_final != NULL ? g_strv_length (self->facts->not_final) : 0;
  ExDay due = ex_cycle_until (self->cycle, EX_PHASE_SIGN);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  /* While the cycle runs, more of its customers are to come. */
  if (self->today <= self->cycle->last || add_unknown_growth (self, due) || n == 0)
    return;

  for (guint i = 0; i < MIN (n, EX_WORDS_NAMES); i++)
    g_ptr_array_add (names, self->facts->not_final[i]);
  list = ex_words_names (names, n);
  ex_todo_draft_add (self, EX_TODO_FINAL, due, g_strdup_printf (_("Mark the customers of %s as final"), self->cycle->name),
                     g_strdup_printf (ngettext ("%s is not final yet.", "%s are not final yet.", n), list), EX_NOBODY, -1);
}

static void
add_close (ExTodoDraft *self)
{
  g_autoptr (GPtrArray) missing = NULL;

  if (self->cycle->phase != EX_PHASE_SIGN)
    return;

  missing = ex_gate_close (self->reviews, self->facts);
  if (missing->len == 0)
    ex_todo_draft_add (self, EX_TODO_CLOSE, ex_cycle_until (self->cycle, EX_PHASE_SIGN), g_strdup_printf (_("Close %s"), self->cycle->name),
                       g_strdup (_("Every review is signed or excused, and the customer asset is final.")), EX_NOBODY, -1);
}

void
ex_todo_add_cycle (ExTodoDraft *self)
{
  add_chase (self);
  add_advance (self);
  if (self->facts == NULL)
    return;

  add_final (self);
  add_close (self);
}
