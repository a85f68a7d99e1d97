/* What there is to do for the reviews of others: a reviewer's, or HR's where the board reviews. */
#include "config.h"

#include "ex-todo-private.h"

#include "ex-gate-private.h"

#include <glib/gi18n-lib.h>

/* What HR does is one kind, whatever the step: it is the board's. */
static void
add_for_report (ExTodoDraft *self,
                ExTodoKind   kind,
                ExPhase      phase,
                guint        report,
                char        *text,
                char        *detail,
                gboolean     blocked)
{
  ExTodo *todo = ex_todo_draft_add (self, self->viewer == EX_NOBODY ? EX_TODO_BOARD : kind, ex_cycle_until (self->cycle, phase), text, detail,
                                    (int) report, -1);

  todo->blocked = blocked;
}

/* --- agree ------------------------------------------------------------------------------------------------------------- */

static gboolean
is_for_leader_to_mend (const GPtrArray *missing,
                       guint            leader)
{
  for (guint i = 0; i < missing->len; i++)
    {
      const ExMissing *item = g_ptr_array_index (missing, i);

      if (item->leader == (int) leader && (item->mend == EX_MEND_OBJECTIVES || item->mend == EX_MEND_OBJECTIVE))
        return TRUE;
    }

  return FALSE;
}

static char *
name_agree (const ExTodoDraft *self,
            guint              report)
{
  const char *name = ex_todo_draft_name (self, report);

  if (self->viewer == EX_NOBODY)
    /* Translators: a leader, the board. */
    return g_strdup_printf (_("Agree the objectives of %s for %s"), name, ex_cycle_board_name (self->cycle));

  return g_strdup_printf (_("Agree the objectives of %s"), name);
}

static void
add_agree (ExTodoDraft *self,
           guint        report)
{
  g_autoptr (GPtrArray) missing = ex_gate_agree (self->reviews, report);
  gboolean waits = missing->len > 0;

  if (waits && (is_for_leader_to_mend (missing, report) || !ex_todo_draft_has (self, EX_TODO_SET_OBJECTIVES)))
    return;

  add_for_report (self, EX_TODO_AGREE, EX_PHASE_PLAN, report, name_agree (self, report),
                  waits ? g_strdup (_("Your own objectives must be agreed first.")) : NULL, waits);
}

/* --- amendments -------------------------------------------------------------------------------------------------------- */

static void
add_amendment (ExTodoDraft *self,
               guint        report)
{
  guint n = ex_reviews_n_amendments (self->reviews, report);

  if (n > 0)
    ex_todo_draft_add (self, EX_TODO_AMENDMENT, EX_DAY_NONE,
                       g_strdup_printf (ngettext ("Answer the amendment of %s", "Answer the amendments of %s", n), ex_todo_draft_name (self, report)),
                       g_strdup (_("Until then the objectives stay as they were agreed.")), (int) report, -1);
}

/* --- assess ------------------------------------------------------------------------------------------------------------ */

static char *
name_assess (const ExTodoDraft *self,
             guint              report)
{
  const char *name = ex_todo_draft_name (self, report);

  if (self->viewer == EX_NOBODY)
    /* Translators: a leader, the board. */
    return g_strdup_printf (_("Assess %s for %s"), name, ex_cycle_board_name (self->cycle));

  return g_strdup_printf (_("Assess %s"), name);
}

static void
add_assess (ExTodoDraft *self,
            guint        report)
{
  g_autoptr (GPtrArray) missing = ex_gate_rate (self->reviews, report);
  gboolean waits = missing->len > 0;
  gboolean has_own = ex_todo_draft_has (self, EX_TODO_SELF_ASSESS) || ex_todo_draft_has (self, EX_TODO_SET_OBJECTIVES);

  if (waits && !has_own)
    return;

  add_for_report (self, EX_TODO_ASSESS, EX_PHASE_ASSESS, report, name_assess (self, report),
                  waits ? g_strdup (_("Rate yourself first.")) : ex_todo_describe_rated (self, report, ex_gate_count_first (self->reviews, report)), waits);
}

/* --- sign -------------------------------------------------------------------------------------------------------------- */

static char *
name_sign (const ExTodoDraft *self,
           guint              report)
{
  const char *name = ex_todo_draft_name (self, report);

  if (self->viewer == EX_NOBODY)
    /* Translators: a leader, the board. */
    return g_strdup_printf (_("Sign the review of %s for %s"), name, ex_cycle_board_name (self->cycle));

  return g_strdup_printf (_("Sign the review of %s"), name);
}

static void
add_sign_report (ExTodoDraft *self,
                 guint        report)
{
  g_autoptr (GPtrArray) missing = ex_gate_sign (self->reviews, report);
  gboolean waits = missing->len > 0;

  if (waits && !ex_todo_draft_has (self, EX_TODO_SIGN))
    return;

  add_for_report (self, EX_TODO_SIGN_REPORT, EX_PHASE_SIGN, report, name_sign (self, report),
                  waits ? g_strdup (_("Your own review must be signed first.")) : NULL, waits);
}

static void
add_report (ExTodoDraft *self,
            guint        report)
{
  const ExReview *review = ex_reviews_get (self->reviews, report);

  if (review->excused)
    return;

  if (review->state == EX_REVIEW_DRAFTING)
    add_agree (self, report);
  else if (review->state < EX_REVIEW_SIGNED)
    add_amendment (self, report);

  if (review->state == EX_REVIEW_SELF_ASSESSED)
    add_assess (self, report);
  if (review->state == EX_REVIEW_ASSESSED && self->cycle->phase == EX_PHASE_SIGN && review->reviewer_signed == NULL)
    add_sign_report (self, report);
}

void
ex_todo_add_reports (ExTodoDraft *self)
{
  guint n;
  const guint *reports = ex_reviews_get_reports (self->reviews, self->viewer, &n);

  for (guint i = 0; i < n; i++)
    add_report (self, reports[i]);
}
