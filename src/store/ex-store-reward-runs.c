/* What closes have paid, read back from what they froze: nothing of it is computed anew. */
#include "config.h"

#include "ex-store-rewards.h"

#include "core/ex-movement.h"
#include "ex-column.h"
#include "ex-reward-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RUNS                                                                                                                          \
  "SELECT version, day, first_period, last_period, opening, closing, factor, uncut, total,"                                           \
  " r.step = (SELECT max (number) FROM cycle_steps s WHERE s.cycle_id = r.cycle_id AND s.step = 'close'), " EX_REWARD_TERMS_COLUMNS    \
  " FROM reward_runs r WHERE cycle_id = $1 ORDER BY version"
enum { RUN_VERSION, RUN_DAY, RUN_FIRST, RUN_LAST, RUN_OPENING, RUN_CLOSING, RUN_FACTOR, RUN_UNCUT, RUN_TOTAL, RUN_BY_LAST_CLOSE, RUN_TERMS };

#define STATEMENTS                                                                                                                    \
  "SELECT leader_id, target, own_score, own_factor, own_from, days_in_role, days, unrounded, reward"                                  \
  " FROM reward_statements WHERE cycle_id = $1 AND version = $2 ORDER BY leader_id"
enum { LEADER, TARGET, OWN_SCORE, OWN_FACTOR, OWN_FROM, DAYS_IN_ROLE, DAYS, UNROUNDED, REWARD };

typedef struct
{
  ExStore    *store;
  const char *cycle_id;
  GPtrArray  *leaders;  /* (element-type ExLeader) by id, as in a company */
  GHashTable *indexes;  /* id -> index in leaders */
  gboolean    sees_all;
} Reader;

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->leaders, g_ptr_array_unref);
  g_clear_pointer (&self->indexes, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static gboolean
reader_open (Reader     *self,
             ExStore    *store,
             const char *cycle_id,
             GError    **error)
{
  *self = (Reader) { .store = store, .cycle_id = cycle_id };
  self->leaders = ex_store_list_leaders (store, error);
  if (self->leaders == NULL || !ex_store_sees_all_pay (store, cycle_id, &self->sees_all, error))
    return FALSE;
  self->indexes = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->leaders->len; i++)
    g_hash_table_insert (self->indexes, ((ExLeader *) g_ptr_array_index (self->leaders, i))->id, GUINT_TO_POINTER (i + 1));
  return TRUE;
}

/* --- statements --------------------------------------------------------------------------------------------------------------- */

static void
set_leader (ExReward     *reward,
            const Reader *reader,
            const char   *id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (reader->indexes, id));

  reward->leader = (int) place - 1;
  reward->leader_id = g_strdup (id);
  reward->name = g_strdup (place > 0 ? ((ExLeader *) g_ptr_array_index (reader->leaders, place - 1))->name : id);
}

static ExReward *
reward_from_row (const Reader *reader,
                 ExStatement  *row)
{
  ExReward *reward = g_new0 (ExReward, 1);

  set_leader (reward, reader, ex_statement_text (row, LEADER));
  reward->target = ex_column_int_or (row, TARGET, -1);
  reward->own_score = ex_statement_double (row, OWN_SCORE);
  reward->own_factor = ex_statement_double (row, OWN_FACTOR);
  ex_own_factor_parse (ex_statement_text (row, OWN_FROM), &reward->own_from);
  reward->days_in_role = (int) ex_statement_int (row, DAYS_IN_ROLE);
  reward->days = (int) ex_statement_int (row, DAYS);
  reward->unrounded = ex_statement_double (row, UNROUNDED);
  reward->rounded = ex_reward_round (reward->unrounded);
  reward->reward = ex_column_int_or (row, REWARD, 0);
  return reward;
}

/* All of them: the cut is of all, whoever looks. */
static gboolean
read_statements (const Reader *reader,
                 ExRewards    *rewards,
                 GError      **error)
{
  g_autoptr (ExStatement) rows = ex_database_prepare (reader->store->db, STATEMENTS, error);
  GError *failure = NULL;

  if (rows == NULL)
    return FALSE;
  ex_statement_bind_text (rows, 1, reader->cycle_id);
  ex_statement_bind_int (rows, 2, rewards->version);
  while (ex_statement_step (rows, &failure))
    g_ptr_array_add (rewards->rewards, reward_from_row (reader, rows));
  return ex_rows_ended (failure, error);
}

/* Pay is confidential. */
static void
leave_own (const Reader *reader,
           ExRewards    *rewards)
{
  for (guint i = rewards->rewards->len; !reader->sees_all && i > 0; i--)
    if (strcmp (((ExReward *) g_ptr_array_index (rewards->rewards, i - 1))->leader_id, reader->store->actor) != 0)
      g_ptr_array_remove_index (rewards->rewards, i - 1);
}

/* --- runs ------------------------------------------------------------------------------------------------------------------------ */

static double
growth_of (const ExRewards *rewards)
{
  ExMovement movement = { 0 };

  movement.opening.customers = movement.opening.value = rewards->opening;
  movement.closing.customers = movement.closing.value = rewards->closing;
  return rewards->terms->measure == EX_MEASURE_CUSTOMERS ? ex_movement_growth_customers (&movement) : ex_movement_growth_value (&movement);
}

static gboolean
parse_periods (ExRewards   *rewards,
               ExStatement *row,
               GError     **error)
{
  if (ex_period_parse (ex_statement_text (row, RUN_FIRST), &rewards->first) && ex_period_parse (ex_statement_text (row, RUN_LAST), &rewards->last))
    return TRUE;
  g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_DAMAGED, _("The periods of the rewards that were computed cannot be read (%s, %s)."),
               ex_statement_text (row, RUN_FIRST), ex_statement_text (row, RUN_LAST));
  return FALSE;
}

static ExRewards *
run_from_row (const Reader *reader,
              ExStatement  *row,
              GError      **error)
{
  ExRewardTerms *terms = ex_reward_terms_from_row (row, RUN_TERMS, error);
  g_autoptr (ExRewards) rewards = NULL;

  if (terms == NULL)
    return NULL;
  rewards = ex_rewards_new_empty (terms, reader->store->info->currency);
  if (!parse_periods (rewards, row, error))
    return NULL;
  rewards->version = (guint) ex_statement_int (row, RUN_VERSION);
  rewards->day = ex_column_day (row, RUN_DAY);
  rewards->opening = ex_statement_int (row, RUN_OPENING);
  rewards->closing = ex_statement_int (row, RUN_CLOSING);
  rewards->growth = growth_of (rewards);
  rewards->company_factor = ex_statement_double (row, RUN_FACTOR);
  rewards->gated = ex_rewards_look_at_gate (rewards);
  rewards->uncut = ex_statement_int (row, RUN_UNCUT);
  rewards->total = ex_statement_int (row, RUN_TOTAL);
  rewards->by_last_close = ex_statement_int (row, RUN_BY_LAST_CLOSE) != 0;
  return g_steal_pointer (&rewards);
}

/* (transfer full) (element-type ExRewards) without their statements */
static GPtrArray *
read_runs (const Reader *reader,
           GError      **error)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_rewards_unref);
  g_autoptr (ExStatement) rows = ex_database_prepare (reader->store->db, RUNS, error);
  GError *failure = NULL;

  if (rows == NULL)
    return NULL;
  ex_statement_bind_text (rows, 1, reader->cycle_id);
  while (failure == NULL && ex_statement_step (rows, &failure))
    {
      ExRewards *run = run_from_row (reader, rows, &failure);

      if (run != NULL)
        g_ptr_array_add (runs, run);
    }
  return ex_rows_ended (failure, error) ? g_steal_pointer (&runs) : NULL;
}

static GPtrArray *
list (ExStore    *self,
      const char *cycle_id,
      GError    **error)
{
  g_auto (Reader) reader = { 0 };
  g_autoptr (GPtrArray) runs = NULL;

  if (!reader_open (&reader, self, cycle_id, error))
    return NULL;
  runs = read_runs (&reader, error);
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      ExRewards *run = g_ptr_array_index (runs, i);

      if (!read_statements (&reader, run, error))
        return NULL;
      run->cut = ex_rewards_find_cut (run);
      leave_own (&reader, run);
    }
  return g_steal_pointer (&runs);
}

GPtrArray *
ex_store_list_reward_runs (ExStore    *self,
                           const char *cycle_id,
                           GError    **error)
{
  GPtrArray *runs;

  g_return_val_if_fail (self != NULL && cycle_id != NULL, NULL);

  if (!ex_store_begin_read (self, error))
    return NULL;
  runs = list (self, cycle_id, error);
  ex_store_end_read (self);
  return runs;
}
