/* G6: what a cycle misses to be closed. */
#include "config.h"

#include "ex-gate.h"

#include "ex-gate-private.h"

#include <glib/gi18n-lib.h>

/* From the top down, as they are to be signed. */
static void
add_reviews (GPtrArray       *missing,
             const ExReviews *self)
{
  const ExTree *tree = ex_company_get_tree (ex_reviews_get_company (self));

  for (guint i = 0; i < tree->n; i++)
    {
      guint leader = tree->order[i];
      const ExReview *review = ex_reviews_get (self, leader);

      if (!ex_reviews_takes_part (self, leader) || review->excused || review->state == EX_REVIEW_SIGNED)
        continue;
      ex_missing_add (missing, EX_MEND_REVIEW, (int) leader, -1, _("The review of %s is neither signed nor excused (%s)."),
                      ex_reviews_get_name (self, (int) leader), ex_review_state_label (review->state));
    }
}

/* The rewards hang on the growth of one measure; a cycle that pays nothing is content with either. */
static void
add_growth (GPtrArray          *missing,
            const ExCloseFacts *facts)
{
  if (!facts->opening_known)
    ex_missing_add (missing, EX_MEND_ASSET, EX_NOBODY, -1, _("Growth is not defined: there are no customer figures from before the cycle."));
  else if (facts->opening_customers <= 0 && facts->opening_value <= 0)
    ex_missing_add (missing, EX_MEND_ASSET, EX_NOBODY, -1, _("Growth is not defined: the cycle opens with no customers."));
  else if (facts->pays && facts->measure == EX_MEASURE_VALUE && facts->opening_value <= 0)
    ex_missing_add (missing, EX_MEND_ASSET, EX_NOBODY, -1,
                    _("Growth by value is not defined, and the rewards hang on it: the cycle opens with customers, but without their value."));
  else if (facts->pays && facts->measure == EX_MEASURE_CUSTOMERS && facts->opening_customers <= 0)
    ex_missing_add (missing, EX_MEND_ASSET, EX_NOBODY, -1,
                    _("Growth by customers is not defined, and the rewards hang on it: the cycle opens with a value, but without customers."));
}

static void
add_asset (GPtrArray          *missing,
           const ExCloseFacts *facts)
{
  if (!facts->has_ledger)
    {
      ex_missing_add (missing, EX_MEND_ASSET, EX_NOBODY, -1, _("There is no customer ledger: without one nobody knows whether the company’s customers grew."));
      return;
    }

  for (char **period = facts->not_final; period != NULL && *period != NULL; period++)
    ex_missing_add (missing, EX_MEND_ASSET, EX_NOBODY, -1, _("The customer figures of %s are not final."), *period);
  for (char **period = facts->provisional; period != NULL && *period != NULL; period++)
    ex_missing_add (missing, EX_MEND_ASSET, EX_NOBODY, -1,
                    _("The customer figures of %s are still provisional: say that the ledger is complete to then, and make them final."), *period);
  add_growth (missing, facts);
}

GPtrArray *
ex_gate_close (const ExReviews    *self,
               const ExCloseFacts *facts)
{
  GPtrArray *missing = ex_missing_list_new ();

  if (ex_reviews_get_cycle (self)->phase == EX_PHASE_CLOSED)
    ex_missing_add (missing, EX_MEND_CYCLE, EX_NOBODY, -1, _("The cycle is closed already."));
  ex_gate_add_phase (missing, self, EX_PHASE_SIGN);
  add_reviews (missing, self);
  if (facts != NULL)
    add_asset (missing, facts);

  return missing;
}
