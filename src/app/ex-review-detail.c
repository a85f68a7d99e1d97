#include "config.h"

#include "ex-review-detail.h"

void
ex_review_detail_free (ExReviewDetail *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->sheet, ex_review_sheet_free);
  g_clear_pointer (&self->check_ins, g_hash_table_unref);
  g_free (self->leader_id);
  g_free (self);
}

/* --- in the worker's thread ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  char  *cycle_id;
  char  *leader_id;
  char **objectives; /* ids */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->cycle_id);
  g_free (asked->leader_id);
  g_strfreev (asked->objectives);
  g_free (asked);
}

static gpointer
read_detail (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  g_autoptr (ExReviewDetail) self = g_new0 (ExReviewDetail, 1);

  self->leader_id = g_strdup (asked->leader_id);
  self->check_ins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->sheet = ex_store_read_sheet (store, asked->cycle_id, asked->leader_id, error);
  if (self->sheet == NULL)
    return NULL;
  for (guint i = 0; asked->objectives[i] != NULL; i++)
    {
      GPtrArray *check_ins = ex_store_list_check_ins (store, asked->objectives[i], error);

      if (check_ins == NULL)
        return NULL;
      g_hash_table_insert (self->check_ins, g_strdup (asked->objectives[i]), check_ins);
    }
  return g_steal_pointer (&self);
}

/* --- in the main thread ---------------------------------------------------------------------------------------------------------- */

void
ex_review_detail_read_async (ExSession *session, const char *leader_id, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  ExCompany *company;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  const guint *own;
  Asked *asked;
  guint n = 0;
  int leader;

  g_return_if_fail (EX_IS_SESSION (session));
  g_return_if_fail (leader_id != NULL);

  company = ex_session_get_company (session);
  g_return_if_fail (ex_company_get_cycle (company) != NULL);
  leader = ex_company_find_leader (company, leader_id);
  own = leader >= 0 ? ex_company_leader_objectives (company, (guint) leader, &n) : NULL;
  for (guint i = 0; i < n; i++)
    g_strv_builder_add (ids, ex_company_get_objective (company, own[i])->id);

  asked = g_new0 (Asked, 1);
  asked->cycle_id = g_strdup (ex_company_get_cycle (company)->id);
  asked->leader_id = g_strdup (leader_id);
  asked->objectives = g_strv_builder_end (ids);
  ex_session_read_async (session, read_detail, asked, asked_free, (GDestroyNotify) ex_review_detail_free, cancellable, callback, user_data);
}

ExReviewDetail *
ex_review_detail_read_finish (ExSession *session, GAsyncResult *result, GError **error)
{
  return ex_session_call_finish (session, result, error);
}

const ExRating *
ex_review_detail_find_rating (const ExReviewDetail *self, const char *objective_id, ExRole role, const char *rater_id)
{
  for (guint i = 0; self != NULL && i < self->sheet->ratings->len; i++)
    {
      const ExRating *rating = g_ptr_array_index (self->sheet->ratings, i);

      if (rating->role == role && g_str_equal (rating->objective_id, objective_id)
          && (rater_id == NULL || g_strcmp0 (rating->rater_id, rater_id) == 0))
        return rating;
    }
  return NULL;
}

const ExAdjustment *
ex_review_detail_find_adjustment (const ExReviewDetail *self, const char *objective_id)
{
  for (guint i = 0; self != NULL && i < self->sheet->adjustments->len; i++)
    {
      const ExAdjustment *adjustment = g_ptr_array_index (self->sheet->adjustments, i);

      if (g_str_equal (adjustment->objective_id, objective_id))
        return adjustment;
    }
  return NULL;
}

GPtrArray *
ex_review_detail_get_check_ins (const ExReviewDetail *self, const char *objective_id)
{
  return self != NULL ? g_hash_table_lookup (self->check_ins, objective_id) : NULL;
}
