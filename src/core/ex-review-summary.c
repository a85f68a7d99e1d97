/* A review in a few words: what it misses first, whom it waits for, and when that is due. */
#include "config.h"

#include "ex-gate.h"

#include "ex-format.h"
#include "ex-gate-private.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>

#define PARTS_SHOWN 2 /* in a row of a list */

static void G_GNUC_PRINTF (2, 3)
add_part (GPtrArray  *parts,
          const char *format,
          ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (parts, g_strdup_vprintf (format, args));
  va_end (args);
}

/* (transfer full) "2 objectives not linked · weights total 90 % · …" */
static char *
join_parts (const GPtrArray *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (parts->len, PARTS_SHOWN); i++)
    g_string_append_printf (text, i > 0 ? " · %s" : "%s", (char *) g_ptr_array_index (parts, i));
  if (parts->len > PARTS_SHOWN)
    g_string_append (text, " · …");

  return g_string_free (text, FALSE);
}

static void
add_lacking (GPtrArray       *parts,
             const ExReviews *self,
             guint            leader)
{
  ExLacking lacking = ex_gate_count_lacking (self, leader);
  int least = ex_reviews_get_cycle (self)->min_objectives;
  g_autofree char *weight = ex_format_weight (lacking.weight);

  if (lacking.n == 0)
    add_part (parts, "%s", _("no objectives"));
  else if ((int) lacking.n < least)
    add_part (parts, ngettext ("%u of %d objective", "%u of %d objectives", (gulong) least), lacking.n, least);

  if (lacking.unmeasurable > 0)
    add_part (parts, ngettext ("%u objective not measurable", "%u objectives not measurable", lacking.unmeasurable), lacking.unmeasurable);
  if (lacking.unlinked > 0)
    add_part (parts, ngettext ("%u objective not linked", "%u objectives not linked", lacking.unlinked), lacking.unlinked);
  if (lacking.rootless > 0)
    add_part (parts, ngettext ("%u objective under none above", "%u objectives under none above", lacking.rootless), lacking.rootless);
  if (lacking.n > 0 && lacking.weight != EX_WHOLE_BP)
    add_part (parts, _("weights total %s"), weight);
}

/* What the leader can do comes first: it need not wait for anybody. */
static char *
summarize_drafting (const ExReviews *self,
                    guint            leader,
                    int             *waiting_for)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  int reviewer = ex_reviews_get_reviewer (self, leader);

  if (reviewer == EX_NO_ONE)
    add_part (parts, "%s", _("no manager, and not named as a top"));
  add_lacking (parts, self, leader);

  *waiting_for = reviewer == EX_NO_ONE ? EX_NO_ONE : (int) leader;
  if (parts->len > 0)
    return join_parts (parts);

  *waiting_for = reviewer;
  if (ex_gate_waits_above (self, leader, EX_REVIEW_AGREED))
    return g_strdup_printf (_("waits for %s’s own agreement"), ex_reviews_get_name (self, reviewer));

  return g_strdup (_("ready to be agreed"));
}

static char *
summarize_agreed (const ExReviews *self,
                  guint            leader,
                  int             *waiting_for)
{
  if (ex_reviews_get_cycle (self)->phase < EX_PHASE_ASSESS)
    return g_strdup ("");

  *waiting_for = (int) leader;

  return g_strdup (ex_gate_count_self (self, leader) == 0 ? _("no self-assessment") : _("self-assessment not submitted"));
}

static char *
summarize_self_assessed (const ExReviews *self,
                         guint            leader,
                         int             *waiting_for)
{
  int reviewer = ex_reviews_get_reviewer (self, leader);
  guint rated = ex_gate_count_first (self, leader);
  guint n = 0;

  ex_company_leader_objectives (ex_reviews_get_company (self), leader, &n);
  *waiting_for = reviewer;
  if (reviewer == EX_NO_ONE)
    return g_strdup (_("no manager, and not named as a top"));
  if (ex_gate_waits_above (self, leader, EX_REVIEW_SELF_ASSESSED))
    return g_strdup_printf (_("waits for %s’s own self-assessment"), ex_reviews_get_name (self, reviewer));
  if (rated == n)
    return g_strdup (_("ready to be assessed"));

  return g_strdup_printf (_("%u of %u rated"), rated, n);
}

static char *
summarize_assessed (const ExReviews *self,
                    guint            leader,
                    int             *waiting_for)
{
  int reviewer = ex_reviews_get_reviewer (self, leader);

  if (ex_reviews_get_cycle (self)->phase < EX_PHASE_SIGN)
    return g_strdup ("");

  *waiting_for = reviewer;
  if (reviewer == EX_NO_ONE)
    return g_strdup (_("no manager, and not named as a top"));
  if (ex_gate_waits_above (self, leader, EX_REVIEW_SIGNED))
    return g_strdup_printf (_("waits for %s’s own signature"), ex_reviews_get_name (self, reviewer));
  if (ex_reviews_get (self, leader)->reviewer_signed == NULL)
    return g_strdup_printf (_("not signed by %s"), ex_reviews_get_name (self, reviewer));

  *waiting_for = (int) leader;

  return g_strdup_printf (_("not signed by %s"), ex_reviews_get_name (self, (int) leader));
}

static gboolean
is_over (const ExReviews *self,
         guint            leader)
{
  const ExReview *review = ex_reviews_get (self, leader);

  return !ex_reviews_takes_part (self, leader) || review->excused || review->state == EX_REVIEW_SIGNED
         || ex_reviews_get_cycle (self)->phase == EX_PHASE_CLOSED;
}

char *
ex_review_summary (const ExReviews *self,
                   guint            leader,
                   int             *waiting_for)
{
  int nobody;

  if (waiting_for == NULL)
    waiting_for = &nobody;
  *waiting_for = EX_NO_ONE;

  if (is_over (self, leader))
    return g_strdup ("");

  switch (ex_reviews_get (self, leader)->state)
    {
    case EX_REVIEW_DRAFTING:
      return summarize_drafting (self, leader, waiting_for);
    case EX_REVIEW_AGREED:
      return summarize_agreed (self, leader, waiting_for);
    case EX_REVIEW_SELF_ASSESSED:
      return summarize_self_assessed (self, leader, waiting_for);
    case EX_REVIEW_ASSESSED:
    case EX_REVIEW_SIGNED:
    default:
      return summarize_assessed (self, leader, waiting_for);
    }
}

/* The phase that the next step of a review belongs to. */
static ExPhase
phase_of_next_step (ExReviewState state)
{
  switch (state)
    {
    case EX_REVIEW_DRAFTING:
      return EX_PHASE_PLAN;
    case EX_REVIEW_AGREED:
    case EX_REVIEW_SELF_ASSESSED:
      return EX_PHASE_ASSESS;
    case EX_REVIEW_ASSESSED:
    case EX_REVIEW_SIGNED:
    default:
      return EX_PHASE_SIGN;
    }
}

ExDay
ex_review_due (const ExReviews *self,
               guint            leader)
{
  if (is_over (self, leader))
    return EX_DAY_NONE;

  return ex_cycle_until (ex_reviews_get_cycle (self), phase_of_next_step (ex_reviews_get (self, leader)->state));
}

/* While HR has not opened the phase, nobody is late. */
int
ex_review_overdue (const ExReviews *self,
                   guint            leader)
{
  ExDay due = ex_review_due (self, leader);
  ExDay today = ex_company_get_today (ex_reviews_get_company (self));

  if (due == EX_DAY_NONE || today <= due)
    return 0;
  if (ex_reviews_get_cycle (self)->phase < phase_of_next_step (ex_reviews_get (self, leader)->state))
    return 0;

  return (int) (today - due);
}
