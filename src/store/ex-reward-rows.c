#include "config.h"

#include "ex-reward-rows.h"

#include "ex-column.h"
#include "ex-small-reviews.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- terms ---------------------------------------------------------------------------------------------------------------- */

static const char *
measure_nick (ExMeasure measure)
{
  return measure == EX_MEASURE_CUSTOMERS ? "customers" : "value";
}

ExRewardTerms *
ex_reward_terms_from_row (ExStatement *row,
                          int          first,
                          GError     **error)
{
  g_autoptr (ExRewardTerms) terms = ex_reward_terms_new ();
  GError *failure = NULL;
  GArray *curve = ex_curve_parse (ex_statement_text (row, first), &failure);

  if (curve == NULL)
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_DAMAGED, _("What a cycle pays by cannot be read: %s"), failure->message);
      g_error_free (failure);
      return NULL;
    }
  g_clear_pointer (&terms->curve, g_array_unref);
  terms->curve = curve;
  terms->measure = strcmp (ex_statement_text (row, first + 1), "customers") == 0 ? EX_MEASURE_CUSTOMERS : EX_MEASURE_VALUE;
  terms->gate = ex_statement_double (row, first + 2);
  terms->pool = ex_column_int_or (row, first + 3, -1);
  terms->company_share = (int) ex_statement_int (row, first + 4);
  terms->cap = (int) ex_statement_int (row, first + 5);
  return g_steal_pointer (&terms);
}

gboolean
ex_reward_terms_find (ExDatabase     *database,
                      const char     *cycle_id,
                      ExRewardTerms **terms,
                      GError        **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (database, "SELECT " EX_REWARD_TERMS_COLUMNS " FROM reward_terms WHERE cycle_id = $1", error);
  int found;

  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, cycle_id);
  found = ex_row_find (row, error);
  if (found <= 0)
    return found == 0;
  *terms = ex_reward_terms_from_row (row, 0, error);
  return *terms != NULL;
}

gboolean
ex_reward_terms_write (ExDatabase          *database,
                       const char          *cycle_id,
                       gboolean             had,
                       const ExRewardTerms *terms,
                       GError             **error)
{
  const char *sql = had ? "UPDATE reward_terms SET curve = $2, measure = $3, gate = $4, pool = $5, company_share = $6, cap = $7 WHERE cycle_id = $1"
                        : "INSERT INTO reward_terms (cycle_id, " EX_REWARD_TERMS_COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7)";
  g_autoptr (ExStatement) statement = ex_database_prepare (database, sql, error);
  g_autofree char *curve = ex_curve_to_string (terms->curve);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, cycle_id);
  ex_statement_bind_text (statement, 2, curve);
  ex_statement_bind_text (statement, 3, measure_nick (terms->measure));
  ex_statement_bind_double (statement, 4, terms->gate);
  ex_bind_int_unless (statement, 5, terms->pool, -1);
  ex_statement_bind_int (statement, 6, terms->company_share);
  ex_statement_bind_int (statement, 7, terms->cap);
  return ex_statement_run (statement, &failure) || ex_store_explain_trigger (failure, error);
}

/* --- a run ---------------------------------------------------------------------------------------------------------------- */

/* The terms are copied as they stand in their row, to the last character. */
#define INSERT_RUN                                                                                                                    \
  "INSERT INTO reward_runs (cycle_id, version, step, day, " EX_REWARD_TERMS_COLUMNS ", first_period, last_period, opening, closing,"  \
  " factor, uncut, total) SELECT cycle_id, $2, $3, $4, " EX_REWARD_TERMS_COLUMNS ", $5, $6, $7, $8, $9, $10, $11"                     \
  " FROM reward_terms WHERE cycle_id = $1"

#define INSERT_STATEMENT                                                                                                              \
  "INSERT INTO reward_statements (cycle_id, version, leader_id, target, own_score, own_factor, own_from, days_in_role, days, unrounded," \
  " reward) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"

static gboolean
next_version (ExDatabase *database,
              const char *cycle_id,
              gint64     *version,
              GError    **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (database, "SELECT coalesce (max (version), 0) + 1 FROM reward_runs WHERE cycle_id = $1", error);

  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, cycle_id);
  if (ex_row_find (row, error) != 1)
    return FALSE;
  *version = ex_statement_int (row, 0);
  return TRUE;
}

static gboolean
insert_run (ExDatabase      *database,
            const char      *cycle_id,
            gint64           version,
            gint64           step,
            const ExRewards *rewards,
            GError         **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (database, INSERT_RUN, error);
  g_autofree char *first = ex_period_to_string (rewards->first);
  g_autofree char *last = ex_period_to_string (rewards->last);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, cycle_id);
  ex_statement_bind_int (statement, 2, version);
  ex_statement_bind_int (statement, 3, step);
  ex_bind_day (statement, 4, ex_day_today ());
  ex_statement_bind_text (statement, 5, first);
  ex_statement_bind_text (statement, 6, last);
  ex_statement_bind_int (statement, 7, rewards->opening);
  ex_statement_bind_int (statement, 8, rewards->closing);
  ex_statement_bind_double (statement, 9, rewards->company_factor);
  ex_statement_bind_int (statement, 10, rewards->uncut);
  ex_statement_bind_int (statement, 11, rewards->total);
  return ex_statement_run (statement, &failure) || ex_store_explain_trigger (failure, error);
}

/* Without a target there is no reward. What does not change from row to row stays bound. */
static gboolean
insert_statement (ExStatement    *statement,
                  const ExReward *reward,
                  GError        **error)
{
  GError *failure = NULL;

  ex_statement_bind_text_static (statement, 3, reward->leader_id, -1);
  ex_bind_int_unless (statement, 4, reward->target, -1);
  ex_statement_bind_double (statement, 5, reward->own_score);
  ex_statement_bind_double (statement, 6, reward->own_factor);
  ex_statement_bind_text_static (statement, 7, ex_own_factor_nick (reward->own_from), -1);
  ex_statement_bind_int (statement, 8, reward->days_in_role);
  ex_statement_bind_int (statement, 9, reward->days);
  ex_statement_bind_double (statement, 10, reward->unrounded);
  if (reward->target >= 0)
    ex_statement_bind_int (statement, 11, reward->reward);
  else
    ex_statement_bind_null (statement, 11);
  return ex_statement_run (statement, &failure) || ex_store_explain_trigger (failure, error);
}

gboolean
ex_reward_run_insert (ExDatabase *database,
                      const char *cycle_id,
                      gint64      step,
                      ExRewards  *rewards,
                      GError    **error)
{
  g_autoptr (ExStatement) statement = NULL;
  gint64 version;

  if (!next_version (database, cycle_id, &version, error) || !insert_run (database, cycle_id, version, step, rewards, error))
    return FALSE;
  statement = ex_database_prepare (database, INSERT_STATEMENT, error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, cycle_id);
  ex_statement_bind_int (statement, 2, version);
  for (guint i = 0; i < rewards->rewards->len; i++)
    if (!insert_statement (statement, g_ptr_array_index (rewards->rewards, i), error))
      return FALSE;
  return TRUE;
}

/* --- who sees it ------------------------------------------------------------------------------------------------------------ */

gboolean
ex_store_sees_all_pay (ExStore    *self,
                       const char *cycle_id,
                       gboolean   *all,
                       GError    **error)
{
  g_autoptr (ExReviews) reviews = NULL;
  g_autoptr (GError) failure = NULL;
  int viewer;

  *all = strcmp (self->actor, EX_STORE_HR) == 0;
  if (*all)
    return TRUE;
  reviews = ex_small_reviews_read (self, cycle_id, self->actor, NULL, &failure);
  if (reviews == NULL)
    {
      if (g_error_matches (failure, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  viewer = ex_company_find_leader (ex_reviews_get_company (reviews), self->actor);
  *all = viewer >= 0 && ex_reviews_is_top (reviews, (guint) viewer);
  return TRUE;
}
