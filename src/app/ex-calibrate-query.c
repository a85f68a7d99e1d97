#include "config.h"

#include "ex-calibrate-query.h"

#include "core/ex-gate.h"
#include "core/ex-quantity.h"
#include "ex-leader-query.h"
#include "ex-review-query.h"

#include <math.h>

gboolean
ex_calibrate_may (const ExReviews *reviews, int viewer)
{
  return viewer == EX_NOBODY || (viewer >= 0 && ex_reviews_is_top (reviews, (guint) viewer));
}

static gboolean
is_assessed (const ExReviews *reviews, guint leader)
{
  const ExReview *review = ex_reviews_get (reviews, leader);

  return ex_reviews_takes_part (reviews, leader) && !review->excused && review->state >= EX_REVIEW_ASSESSED;
}

GArray *
ex_calibrate_shown (const ExReviews *reviews, int viewer, guint *n)
{
  guint leaders = ex_company_n_leaders (ex_reviews_get_company (reviews));
  GArray *shown = g_array_sized_new (FALSE, FALSE, sizeof (int), leaders);

  *n = 0;
  for (guint i = 0; i < leaders; i++)
    {
      int value = is_assessed (reviews, i) && ex_reviews_sees_manager (reviews, viewer, i) ? 0 : EX_NOT_SHOWN;

      *n += value != EX_NOT_SHOWN;
      g_array_append_val (shown, value);
    }
  return shown;
}

double
ex_calibrate_adjusted (const ExReviews *reviews, guint leader)
{
  guint n;
  const guint *own = ex_company_leader_objectives (ex_reviews_get_company (reviews), leader, &n);

  for (guint i = 0; i < n; i++)
    if (ex_reviews_get_adjusted (reviews, own[i]) > 0)
      return ex_reviews_mean_final (reviews, leader);
  return EX_UNSET;
}

/* --- the query ---------------------------------------------------------------------------------------------------------------- */

static gboolean
fits (const ExQuery *query, const ExCompany *company, guint index)
{
  return g_array_index (query->parents, int, index) != EX_NOT_SHOWN;
}

static void
key_of (const ExQuery *query, const ExCompany *company, guint index, ExQueryKey *key)
{
  const ExLeader *leader = ex_company_get_leader (company, index);

  switch ((ExCalibrateOrder) query->order)
    {
    case EX_CALIBRATE_BY_NAME:
      ex_query_key_set_text (key, leader->name);
      break;
    case EX_CALIBRATE_BY_UNIT:
      ex_query_key_set_text (key, leader->unit);
      break;
    case EX_CALIBRATE_BY_REVIEWER:
      ex_query_key_set_text (key, ex_reviews_get_reviewer_name (query->reviews, index));
      break;
    case EX_CALIBRATE_BY_SELF:
      ex_query_key_set_number (key, ex_reviews_mean_self (query->reviews, index));
      break;
    case EX_CALIBRATE_BY_FIRST:
      ex_query_key_set_number (key, ex_reviews_mean_first (query->reviews, index));
      break;
    case EX_CALIBRATE_BY_ADJUSTED:
      ex_query_key_set_number (key, ex_calibrate_adjusted (query->reviews, index));
      break;
    case EX_CALIBRATE_BY_SCORE:
      ex_query_key_set_number (key, ex_company_get_standing (company, index)->score);
      break;
    case EX_CALIBRATE_BY_GAP:
    default:
      ex_query_key_set_number (key, fabs (ex_reviews_gap_manager (query->reviews, index, NULL)));
      break;
    }
}

const ExQueryKind ex_calibrate_query = { ex_company_n_leaders, fits, ex_leader_query_fields, key_of };
