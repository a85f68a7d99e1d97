#include "config.h"

#include "company/ex-reward-words.h"
#include "company/ex-tables.h"
#include "core/ex-format.h"
#include "ex-cli-explain.h"
#include "ex-cli-show.h"
#include "store/ex-store-asset.h"
#include "store/ex-store-rewards.h"

#include <glib/gi18n-lib.h>

/* --- which rewards -------------------------------------------------------------------------------------------------------------- */

/* Every statement that the actor may see: the frozen ones are given out as such, the computed ones are chosen here. */
typedef struct
{
  ExReviews *reviews;
  ExRewards *rewards;
  int        viewer;
} Statements;

static void
statements_clear (Statements *self)
{
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  g_clear_pointer (&self->rewards, ex_rewards_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Statements, statements_clear)

static ExRewards *
compute (ExStore *store, const ExReviews *reviews, GError **error)
{
  GError *failure = NULL;
  g_autoptr (ExAsset) asset = ex_store_read_asset (store, ex_reviews_get_cycle (reviews), NULL, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  return ex_store_compute_rewards (store, reviews, asset, error);
}

/* The @version that was asked for; 0: what was paid. (nullable) (transfer none) */
static ExRewards *
find_run (const GPtrArray *runs, guint version)
{
  if (version == 0)
    return ex_rewards_find_paid (runs);

  for (guint i = 0; i < runs->len; i++)
    if (((ExRewards *) g_ptr_array_index (runs, i))->version == version)
      return g_ptr_array_index (runs, i);

  return NULL;
}

static void
tell_frozen (const ExRewards *rewards, const GPtrArray *runs)
{
  g_autofree char *day = ex_format_day (rewards->day);
  guint last = ((const ExRewards *) g_ptr_array_index (runs, runs->len - 1))->version;

  if (rewards->version == last && !rewards->by_last_close)
    ex_cli_tell (_("Frozen at the close of %s, version %u; the last close paid nothing by growth."), day, rewards->version);
  else if (rewards->version == last)
    ex_cli_tell (_("Frozen at the close of %s, version %u."), day, rewards->version);
  else
    ex_cli_tell (_("Frozen at the close of %s, version %u; version %u came after it."), day, rewards->version, last);
}

static void
tell_earlier (const GPtrArray *runs)
{
  if (runs->len > 0)
    ex_cli_tell (ngettext ("An earlier close has frozen %u version: --version %u shows it.", "Earlier closes have frozen %u versions: --version %u shows the last.",
                           runs->len), runs->len, ((const ExRewards *) g_ptr_array_index (runs, runs->len - 1))->version);
}

static void
tell_computed (const ExRewards *rewards, const GPtrArray *runs)
{
  g_autofree char *factor = ex_reward_words_factor (rewards);

  ex_cli_tell (_("Computed now, as it stands: nothing is paid before the cycle is closed."));
  tell_earlier (runs);
  ex_cli_tell ("%s", factor);
}

static void
tell_nothing (const ExCycle *cycle, const GPtrArray *runs)
{
  if (cycle->phase == EX_PHASE_CLOSED)
    ex_cli_tell (_("“%s” was closed without a reward curve: it has paid nothing by growth."), cycle->name);
  else
    ex_cli_tell (_("The cycle “%s” pays nothing by growth: “exemplarctl rewards FILE CYCLE set --curve C” says what it pays."), cycle->name);
  tell_earlier (runs);
}

/* What is frozen, else what is computed; NULL without @error: nothing. (transfer full) */
static ExRewards *
find_rewards (ExStore *store, const ExReviews *reviews, const GPtrArray *runs, guint version, GError **error)
{
  ExRewards *run;

  if (version == 0 && ex_reviews_get_cycle (reviews)->phase != EX_PHASE_CLOSED)
    return compute (store, reviews, error);

  run = find_run (runs, version);

  return run != NULL ? ex_rewards_ref (run) : NULL;
}

/* FALSE: it was said why. TRUE without rewards: the cycle pays nothing by growth. */
static gboolean
read_statements (Statements *self, ExStore *store, const ExCliShow *show, ExCliStatus *status)
{
  const ExCycle *cycle = ex_reviews_get_cycle (self->reviews);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = ex_store_list_reward_runs (store, cycle->id, &error);

  if (runs != NULL)
    self->rewards = find_rewards (store, self->reviews, runs, show->version, &error);
  if (error != NULL)
    {
      *status = ex_cli_refuse ("%s", error->message);
      return FALSE;
    }
  if (self->rewards == NULL && show->version > 0)
    {
      *status = ex_cli_refuse (ngettext ("There is no version %u: closes of “%s” have frozen %u.", "There is no version %u: closes of “%s” have frozen %u.",
                                         runs->len), show->version, cycle->name, runs->len);
      return FALSE;
    }
  if (self->rewards == NULL)
    tell_nothing (cycle, runs);
  else if (self->rewards->version > 0)
    tell_frozen (self->rewards, runs);
  else
    tell_computed (self->rewards, runs);

  return TRUE;
}

/* --- who sees what ---------------------------------------------------------------------------------------------------------------- */

static gboolean
is_shown (const Statements *self, const ExReward *reward, int only)
{
  if (only >= 0 && reward->leader != only)
    return FALSE;

  return self->rewards->version > 0 || ex_reward_is_visible (self->reviews, self->viewer, reward->leader);
}

/* A leader was asked for whose statement is not for the actor. */
static gboolean
check_visible (const Statements *self, int only, ExCliStatus *status)
{
  if (only < 0 || ex_reward_is_visible (self->reviews, self->viewer, only))
    return TRUE;

  *status = ex_cli_refuse (_("Pay is confidential: HR and the tops see every statement, you see your own."));

  return FALSE;
}

/* --- the answer ------------------------------------------------------------------------------------------------------------------- */

static void
explain_statement (ExTable *table, const ExRewards *rewards, const ExReward *reward)
{
  g_autoptr (ExWorking) working = ex_working_new ();
  g_autofree char *heading = g_strdup_printf ("%s (%s)", reward->name, reward->leader_id);

  ex_rewards_explain (rewards, reward, working);
  ex_cli_explain (table, heading, reward->leader_id, NULL, working);
}

static ExCliStatus
explain (const Statements *self, int only, const ExCliShow *show)
{
  g_autoptr (ExTable) table = show->format != EX_CLI_TEXT ? ex_cli_show_table (show, ex_cli_explain_columns) : NULL;

  if (table == NULL && show->format != EX_CLI_TEXT)
    return EX_CLI_REFUSED;
  for (guint i = 0; i < self->rewards->rewards->len; i++)
    if (is_shown (self, g_ptr_array_index (self->rewards->rewards, i), only))
      explain_statement (table, self->rewards, g_ptr_array_index (self->rewards->rewards, i));

  return table != NULL ? ex_cli_table_answer (table) : EX_CLI_DONE;
}

static ExCliStatus
answer (const Statements *self, int only, const ExCliShow *show)
{
  g_autoptr (ExTable) table = ex_cli_show_table (show, ex_table_rewards);
  gboolean all = self->viewer == EX_NOBODY || (self->viewer >= 0 && ex_reviews_is_top (self->reviews, (guint) self->viewer));

  if (table == NULL)
    return EX_CLI_REFUSED;
  for (guint i = 0; self->rewards != NULL && i < self->rewards->rewards->len; i++)
    if (is_shown (self, g_ptr_array_index (self->rewards->rewards, i), only))
      ex_table_add_reward (table, self->rewards, g_ptr_array_index (self->rewards->rewards, i));
  if (show->format != EX_CLI_TEXT)
    return ex_cli_table_answer (table);
  if (ex_table_n_rows (table) > 0)
    ex_cli_table_answer (table);
  if (self->rewards != NULL && only < 0 && all)
    {
      g_autofree char *total = ex_reward_words_total (self->rewards);

      ex_cli_answer ("\n");
      ex_cli_answer (total);
      ex_cli_answer ("\n");
    }

  return EX_CLI_DONE;
}

ExCliStatus
ex_cli_show_rewards (ExStore *store, const ExCliShow *show)
{
  g_auto (Statements) self = { ex_cli_show_read_reviews (store, show), NULL, EX_NOBODY };
  ExCliStatus status;
  ExCompany *company;
  int only;

  if (self.reviews == NULL)
    return EX_CLI_REFUSED;

  company = ex_reviews_get_company (self.reviews);
  self.viewer = ex_cli_show_viewer (store, company);
  if (!ex_cli_show_find_leader (company, show, &only))
    return EX_CLI_REFUSED;
  if (!check_visible (&self, only, &status) || !read_statements (&self, store, show, &status))
    return status;
  if (self.rewards == NULL || !show->explain)
    return answer (&self, only, show);

  return explain (&self, only, show);
}
