#include "config.h"

#include "company/ex-tables.h"
#include "ex-cli-explain.h"
#include "ex-cli-show.h"

#include <glib/gi18n-lib.h>

/* --- the working -------------------------------------------------------------------------------------------------------- */

static gboolean
explain_objectives (ExStore *store, const ExCompany *company, guint leader, ExTable *table)
{
  guint n;
  const guint *indexes = ex_company_leader_objectives (company, leader, &n);

  for (guint i = 0; i < n; i++)
    if (!ex_cli_explain_objective (table, store, company, ex_company_get_objective (company, indexes[i])))
      return FALSE;

  return TRUE;
}

static void
explain_leader (const ExCompany *company, guint index, ExTable *table)
{
  const ExLeader *leader = ex_company_get_leader (company, index);
  g_autoptr (ExWorking) working = ex_working_new ();
  g_autofree char *heading = g_strdup_printf ("%s (%s)", leader->name, leader->id);

  ex_company_explain_score (company, index, working);
  if (ex_company_get_standing (company, index)->below > 0)
    ex_company_explain_team_score (company, index, working);
  ex_cli_explain (table, heading, leader->id, NULL, working);
}

/* One leader's with those of the objectives behind it; all leaders' without. */
static ExCliStatus
explain (ExStore *store, const ExCompany *company, const ExCliShow *show, int only)
{
  const ExTree *tree = ex_company_get_tree (company);
  g_autoptr (ExTable) table = show->format != EX_CLI_TEXT ? ex_cli_show_table (show, ex_cli_explain_columns) : NULL;

  if (table == NULL && show->format != EX_CLI_TEXT)
    return EX_CLI_REFUSED;

  for (guint i = 0; i < tree->n; i++)
    if (only < 0 || (int) tree->order[i] == only)
      explain_leader (company, tree->order[i], table);
  if (only >= 0 && !explain_objectives (store, company, (guint) only, table))
    return EX_CLI_REFUSED;

  return table != NULL ? ex_cli_table_answer (table) : EX_CLI_DONE;
}

ExCliStatus
ex_cli_show_scores (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExCompany) company = ex_cli_show_read_company (store, show);
  g_autoptr (ExTable) table = NULL;
  const ExTree *tree;
  int only;

  if (company == NULL || !ex_cli_show_find_leader (company, show, &only))
    return EX_CLI_REFUSED;
  if (show->explain)
    return explain (store, company, show, only);

  table = ex_cli_show_table (show, ex_table_scores);
  if (table == NULL)
    return EX_CLI_REFUSED;
  tree = ex_company_get_tree (company);
  for (guint i = 0; i < tree->n; i++)
    if (only < 0 || (int) tree->order[i] == only)
      ex_table_add_score (table, company, tree->order[i], only < 0 ? tree->level[tree->order[i]] : 0);
  if (show->format == EX_CLI_TEXT && tree->n == 0)
    ex_cli_tell (_("There are no leaders yet."));
  else
    return ex_cli_table_answer (table);

  return EX_CLI_DONE;
}
