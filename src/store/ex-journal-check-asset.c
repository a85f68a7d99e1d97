/* Whether what closes paid is whole, and what is said of the ledger's periods can be. The triggers let nothing else happen; this finds what was
 * written while they were not there, even by somebody who wrote it into the history as well. */
#include "config.h"

#include "ex-journal-check.h"

#include "core/ex-period.h"

#include <glib/gi18n-lib.h>

#define CYCLE "(SELECT name FROM cycles WHERE id = r.cycle_id)"

/* --- rewards --------------------------------------------------------------------------------------------------------------------------- */

static void
tell_run_cb (ExCheck *self, ExStatement *row)
{
  ex_check_add (self, _("Version %lld of the rewards of “%s” does not rest on the figures of a closing."), (long long) ex_statement_int (row, 1),
                ex_check_words (row, 0));
}

static void
tell_gap_cb (ExCheck *self, ExStatement *row)
{
  ex_check_add (self, _("The versions of the rewards of “%s” are not numbered 1, 2, 3, …: one is missing."), ex_check_words (row, 0));
}

static void
tell_total_cb (ExCheck *self, ExStatement *row)
{
  ex_check_add (self, _("The statements of version %lld of the rewards of “%s” do not add up to its total."), (long long) ex_statement_int (row, 1),
                ex_check_words (row, 0));
}

static void
tell_pool_cb (ExCheck *self, ExStatement *row)
{
  ex_check_add (self, _("Version %lld of the rewards of “%s” pays more than its pool."), (long long) ex_statement_int (row, 1), ex_check_words (row, 0));
}

static void
tell_unpaid_cb (ExCheck *self, ExStatement *row)
{
  ex_check_add (self, _("The cycle “%s” pays by its growth, and was closed without its rewards."), ex_check_words (row, 0));
}

static void
tell_share_cb (ExCheck *self, ExStatement *row)
{
  ex_check_add (self, _("The company share of “%s” is under 50 %%: that is no one-company reward."), ex_check_words (row, 0));
}

static gboolean
check_rewards (ExCheck *self, GError **error)
{
  return ex_check_each_row (self,
                            "SELECT " CYCLE ", r.version FROM reward_runs r WHERE NOT EXISTS (SELECT 1 FROM cycle_steps s WHERE s.cycle_id = r.cycle_id"
                            " AND s.number = r.step AND s.step = 'close' AND s.day = r.day"
                            " AND r.opening IS CASE r.measure WHEN 'value' THEN s.opening_value ELSE s.opening_customers END"
                            " AND r.closing IS CASE r.measure WHEN 'value' THEN s.closing_value ELSE s.closing_customers END) ORDER BY 1, 2",
                            tell_run_cb, error)
         && ex_check_each_row (self, "SELECT " CYCLE " FROM reward_runs r GROUP BY r.cycle_id HAVING max (r.version) <> count (*)", tell_gap_cb, error)
         && ex_check_each_row (self, "SELECT " CYCLE ", r.version FROM reward_runs r WHERE r.total <> (SELECT coalesce (sum (s.reward), 0)"
                                     " FROM reward_statements s WHERE s.cycle_id = r.cycle_id AND s.version = r.version) ORDER BY 1, 2", tell_total_cb, error)
         && ex_check_each_row (self, "SELECT " CYCLE ", r.version FROM reward_runs r WHERE r.total > r.pool ORDER BY 1, 2", tell_pool_cb, error)
         && ex_check_each_row (self, "SELECT " CYCLE " FROM reward_terms r JOIN cycle_steps s ON s.cycle_id = r.cycle_id AND s.step = 'close'"
                                     " AND s.number = (SELECT max (l.number) FROM cycle_steps l WHERE l.cycle_id = r.cycle_id)"
                                     " WHERE NOT EXISTS (SELECT 1 FROM reward_runs p WHERE p.cycle_id = s.cycle_id AND p.step = s.number) ORDER BY 1",
                               tell_unpaid_cb, error)
         && ex_check_each_row (self, "SELECT " CYCLE " FROM reward_terms r WHERE r.company_share < 5000 ORDER BY 1", tell_share_cb, error);
}

/* --- periods and times ------------------------------------------------------------------------------------------------------------------- */

static char *
label_of (ExStatement *row, int column)
{
  ExPeriod period;

  if (!ex_period_parse (ex_check_words (row, column), &period))
    return g_strdup (ex_check_words (row, column));
  return ex_period_to_label (period, TRUE);
}

static void
tell_final_cb (ExCheck *self, ExStatement *row)
{
  g_autofree char *label = label_of (row, 0);

  ex_check_add (self, _("%s is final, but the customer figures are not said to be complete to its end."), label);
}

static void
tell_no_data_cb (ExCheck *self, ExStatement *row)
{
  g_autofree char *label = label_of (row, 0);

  ex_check_add (self, _("%s is said to be without data, but the customer ledger has rows of it."), label);
}

static void
tell_spells_cb (ExCheck *self, ExStatement *row)
{
  ex_check_add (self, _("The times of %s in the role overlap."), ex_check_words (row, 0));
}

static gboolean
check_periods (ExCheck *self, GError **error)
{
  return ex_check_each_row (self, "SELECT f.period FROM final_spans f JOIN complete_months m ON f.end_month > m.end_month ORDER BY 1", tell_final_cb, error)
         && ex_check_each_row (self, "SELECT DISTINCT n.period FROM no_data_spans n JOIN layer_spans s ON s.standing AND s.first_month < n.end_month"
                                     " AND s.end_month > n.first_month ORDER BY 1", tell_no_data_cb, error)
         && ex_check_each_row (self, "SELECT DISTINCT l.name FROM spells s JOIN leaders l ON l.id = s.leader_id"
                                     " WHERE NOT coalesce (s.to_day < l.from_day, 0) OR EXISTS (SELECT 1 FROM spells t WHERE t.leader_id = s.leader_id"
                                     " AND t.from_day > s.from_day AND t.from_day <= s.to_day) ORDER BY 1", tell_spells_cb, error);
}

gboolean
ex_check_asset (ExCheck *self, GError **error)
{
  return check_rewards (self, error) && check_periods (self, error);
}
