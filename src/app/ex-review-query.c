#include "config.h"

#include "ex-review-query.h"

#include "core/ex-gate.h"
#include "ex-leader-query.h"

#include <math.h>

/* --- who is in view -------------------------------------------------------------------------------------------------------- */

/* The next above who takes part; -1: nobody. */
static int
above (const ExReviews *reviews, guint leader)
{
  const ExTree *tree = ex_company_get_tree (ex_reviews_get_company (reviews));
  int parent = tree->parent[leader];

  while (parent >= 0 && !ex_reviews_takes_part (reviews, (guint) parent))
    parent = tree->parent[parent];
  return parent;
}

GArray *
ex_review_parents (const ExReviews *reviews, int viewer)
{
  const ExTree *tree = ex_company_get_tree (ex_reviews_get_company (reviews));
  GArray *parents = g_array_sized_new (FALSE, FALSE, sizeof (int), tree->n);
  int *shown;

  g_array_set_size (parents, tree->n);
  shown = (int *) (void *) parents->data;
  for (guint i = 0; i < tree->n; i++)
    {
      guint leader = tree->order[i]; /* managers come before their reports */
      int parent = above (reviews, leader);

      shown[leader] = EX_NOT_SHOWN;
      if (viewer == EX_NO_ONE || (int) leader == viewer || !ex_reviews_takes_part (reviews, leader))
        continue;
      if (viewer == EX_NOBODY)
        shown[leader] = parent;
      else if (parent == viewer || ex_reviews_get_reviewer (reviews, leader) == viewer)
        shown[leader] = -1;
      else if (parent >= 0 && shown[parent] != EX_NOT_SHOWN)
        shown[leader] = parent;
    }
  return parents;
}

const char *
ex_review_waiting_name (const ExReviews *reviews, int waiting)
{
  if (waiting == EX_NOBODY)
    return ex_cycle_board_name (ex_reviews_get_cycle (reviews));
  return waiting >= 0 ? ex_company_get_leader (ex_reviews_get_company (reviews), (guint) waiting)->name : "";
}

/* --- the query ---------------------------------------------------------------------------------------------------------------- */

static gboolean
is_in_state (const ExQuery *query, guint index)
{
  const ExReview *review = ex_reviews_get (query->reviews, index);

  if (query->status == EX_QUERY_EXCUSED)
    return review->excused;
  return query->status < 0 || (!review->excused && (int) review->state == query->status);
}

static gboolean
waits_for (const ExQuery *query, guint index)
{
  int waiting;
  g_autofree char *summary = ex_review_summary (query->reviews, index, &waiting);

  return waiting == query->waiting;
}

static gboolean
review_fits (const ExQuery *query, const ExCompany *company, guint index)
{
  if (g_array_index (query->parents, int, index) == EX_NOT_SHOWN)
    return FALSE;
  if (!is_in_state (query, index))
    return FALSE;
  if (query->level >= 0 && ex_reviews_get_level (query->reviews, index) != (guint) query->level)
    return FALSE;
  if (query->unit != NULL && g_strcmp0 (ex_company_get_leader (company, index)->unit, query->unit) != 0)
    return FALSE;
  if (query->overdue && ex_review_overdue (query->reviews, index) <= 0)
    return FALSE;
  return query->waiting == EX_NO_ONE || waits_for (query, index);
}

static void
key_by_words (const ExQuery *query, guint index, ExQueryKey *key)
{
  int waiting;
  g_autofree char *summary = ex_review_summary (query->reviews, index, &waiting);
  const char *words = query->order == EX_REVIEWS_BY_MISSING ? summary : ex_review_waiting_name (query->reviews, waiting);

  ex_query_key_set_text (key, *words != '\0' ? words : NULL);
}

static void
review_key (const ExQuery *query, const ExCompany *company, guint index, ExQueryKey *key)
{
  const ExLeader *leader = ex_company_get_leader (company, index);
  const ExReview *review = ex_reviews_get (query->reviews, index);
  ExDay due;

  switch ((ExReviewOrder) query->order)
    {
    case EX_REVIEWS_BY_ID:
      break;
    case EX_REVIEWS_BY_NAME:
      ex_query_key_set_text (key, leader->name);
      break;
    case EX_REVIEWS_BY_TITLE:
      ex_query_key_set_text (key, leader->title);
      break;
    case EX_REVIEWS_BY_STATE:
      ex_query_key_set_number (key, review->excused ? NAN : review->state);
      break;
    case EX_REVIEWS_BY_SCORE:
      ex_query_key_set_number (key, ex_company_get_standing (company, index)->score);
      break;
    case EX_REVIEWS_BY_MISSING:
    case EX_REVIEWS_BY_WAITING:
      key_by_words (query, index, key);
      break;
    case EX_REVIEWS_BY_DUE:
      due = ex_review_due (query->reviews, index);
      ex_query_key_set_number (key, due != EX_DAY_NONE ? due : NAN);
      break;
    default:
      g_assert_not_reached ();
    }
}

const ExQueryKind ex_review_query = { ex_company_n_leaders, review_fits, ex_leader_query_fields, review_key };
