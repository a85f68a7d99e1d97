/* Calibration: a rating of an assessed review is adjusted; the first one stays where it is. */
#include "config.h"

#include "ex-store-reviews.h"

#include "ex-column.h"
#include "ex-review-rows.h"
#include "ex-small-reviews.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

static gboolean
find_objective (ExStore      *self,
                const char   *id,
                ExObjective **objective,
                GError      **error)
{
  GError *failure = NULL;

  *objective = ex_objective_find (self->db, id, &failure);
  if (*objective != NULL)
    return TRUE;
  if (failure == NULL)
    g_set_error (&failure, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no objective “%s”."), id);
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
check_adjustment (ExStore            *self,
                  const ExObjective  *objective,
                  const ExAdjustment *adjustment,
                  GError            **error)
{
  const char *others[] = { self->actor, NULL };
  g_autoptr (ExReviews) reviews = ex_small_reviews_read (self, objective->cycle_id, objective->leader_id, others, error);
  const ExCompany *company = reviews != NULL ? ex_reviews_get_company (reviews) : NULL;
  guint leader;
  int actor;

  if (reviews == NULL || !ex_small_reviews_find_actor (self, reviews, &actor, error))
    return FALSE;
  leader = (guint) ex_company_find_leader (company, objective->leader_id);
  ex_store_set_subject (self, ex_company_get_leader (company, leader)->name);
  return ex_store_accept_actor (ex_step_forbids (reviews, leader, EX_STEP_CALIBRATE, actor), error)
         && ex_store_accept_missing (ex_gate_calibrate (reviews, leader, adjustment->rating > 0 ? adjustment : NULL), error);
}

static gboolean
write_adjustment (ExDatabase         *database,
                  const ExAdjustment *adjustment,
                  GError            **error)
{
  g_autoptr (ExStatement) statement = NULL;
  GError *failure = NULL;

  if (adjustment->rating == 0)
    return ex_run_with_text (database, "DELETE FROM adjustments WHERE objective_id = $1", adjustment->objective_id, &failure)
           || ex_store_explain_trigger (failure, error);
  statement = ex_database_prepare (database,
                                   "INSERT INTO adjustments (objective_id, rating, why, agreed_by) VALUES ($1, $2, $3, $4)"
                                   " ON CONFLICT (objective_id) DO UPDATE"
                                   " SET rating = excluded.rating, why = excluded.why, agreed_by = excluded.agreed_by",
                                   error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, adjustment->objective_id);
  ex_statement_bind_int (statement, 2, adjustment->rating);
  ex_bind_optional (statement, 3, adjustment->why);
  ex_bind_optional (statement, 4, adjustment->agreed_by);
  return ex_statement_run (statement, &failure) || ex_store_explain_trigger (failure, error);
}

static gboolean
adjust (ExStore            *self,
        const ExAdjustment *adjustment,
        GError            **error)
{
  g_autoptr (ExObjective) objective = NULL;

  return find_objective (self, adjustment->objective_id, &objective, error) && check_adjustment (self, objective, adjustment, error)
         && write_adjustment (self->db, adjustment, error);
}

gboolean
ex_store_adjust (ExStore            *self,
                 const ExAdjustment *adjustment,
                 GError            **error)
{
  g_return_val_if_fail (self != NULL && adjustment != NULL && adjustment->objective_id != NULL, FALSE);

  if (!ex_store_begin (self, N_("Adjust a rating"), error))
    return FALSE;
  if (!adjust (self, adjustment, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}
