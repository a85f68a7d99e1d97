/* G6: what a cycle misses to be closed. */
#include "config.h"

#include "ex-gate.h"

#include "ex-gate-private.h"

#include <glib/gi18n-lib.h>

static void
add_reviews (GPtrArray       *missing,
             const ExReviews *self)
{
  ExCompany *company = ex_reviews_get_company (self);

  for (guint i = 0; i < ex_company_n_leaders (company); i++)
    {
      const ExReview *review = ex_reviews_get (self, i);

      if (!ex_reviews_takes_part (self, i) || review->excused || review->state == EX_REVIEW_SIGNED)
        continue;
      ex_missing_add (missing, EX_MEND_REVIEW, (int) i, -1, _("The review of %s is neither signed nor excused (%s)."), ex_reviews_get_name (self, (int) i),
                      ex_review_state_label (review->state));
    }
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

  if (!facts->opening_known)
    ex_missing_add (missing, EX_MEND_ASSET, EX_NOBODY, -1, _("Growth is not defined: there are no customer figures from before the cycle."));
  else if (facts->opening_customers <= 0 && facts->opening_value <= 0)
    ex_missing_add (missing, EX_MEND_ASSET, EX_NOBODY, -1, _("Growth is not defined: the cycle opens with no customers."));
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
