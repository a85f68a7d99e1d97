#include "config.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-cli-explain.h"
#include "ex-cli-show.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const ExCliColumn columns[] = {
  { "leader", N_("Id") },
  { "name", N_("Name") },
  { "manager", NULL },
  { "objectives", NULL },
  { "measured", N_("Measured") },
  { "score", N_("Score") },
  { "team_score", N_("Team") },
  { NULL, N_("Note") },
  { NULL, NULL },
};

/* "3 of 4" to people, who must see what is missing; the number in files. */
static void
add_measured (ExCliTable *table, const ExStanding *standing)
{
  g_autofree char *plain = g_strdup_printf ("%u", standing->measured);
  /* Translators: objectives that are measured, of all that a leader has */
  g_autofree char *shown = standing->objectives > 0 ? g_strdup_printf (_("%u of %u"), standing->measured, standing->objectives) : g_strdup ("–");

  ex_cli_table_cell (table, plain, TRUE, shown);
}

static void
add_note (ExCliTable *table, const ExStanding *standing)
{
  g_autofree char *weight = ex_format_weight (standing->weight);
  g_autofree char *note = NULL;

  if (standing->objectives > 0 && standing->weight != EX_WHOLE_BP)
    note = g_strdup_printf (_("weights total %s, not 100 %%"), weight);
  ex_cli_table_word (table, NULL, note != NULL ? note : "");
}

static void
add_leader (ExCliTable *table, const ExCompany *company, guint index, guint level)
{
  const ExLeader *leader = ex_company_get_leader (company, index);
  const ExStanding *standing = ex_company_get_standing (company, index);

  ex_cli_table_text (table, leader->id);
  ex_cli_table_indented (table, leader->name, level);
  ex_cli_table_text (table, leader->manager_id);
  ex_cli_table_integer (table, standing->objectives);
  add_measured (table, standing);
  ex_cli_table_rate (table, standing->score, FALSE);
  ex_cli_table_rate (table, standing->team_score, FALSE);
  add_note (table, standing);
}

/* --- the working -------------------------------------------------------------------------------------------------------- */

static gboolean
explain_objectives (ExStore *store, const ExCompany *company, guint leader, ExCliTable *table)
{
  guint n;
  const guint *indexes = ex_company_leader_objectives (company, leader, &n);

  for (guint i = 0; i < n; i++)
    if (!ex_cli_explain_objective (table, store, company, ex_company_get_objective (company, indexes[i])))
      return FALSE;

  return TRUE;
}

static void
explain_leader (const ExCompany *company, guint index, ExCliTable *table)
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
  g_autoptr (ExCliTable) table = show->format != EX_CLI_TEXT ? ex_cli_explain_table_new () : NULL;

  for (guint i = 0; i < tree->n; i++)
    if (only < 0 || (int) tree->order[i] == only)
      explain_leader (company, tree->order[i], table);
  if (only >= 0 && !explain_objectives (store, company, (guint) only, table))
    return EX_CLI_REFUSED;
  if (table != NULL)
    ex_cli_table_answer (table, show->format);

  return EX_CLI_DONE;
}

ExCliStatus
ex_cli_show_scores (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExCompany) company = ex_cli_show_read_company (store, show);
  g_autoptr (ExCliTable) table = ex_cli_table_new (columns);
  const ExTree *tree;
  int only;

  if (company == NULL || !ex_cli_show_find_leader (company, show, &only))
    return EX_CLI_REFUSED;
  if (show->explain)
    return explain (store, company, show, only);

  tree = ex_company_get_tree (company);
  for (guint i = 0; i < tree->n; i++)
    if (only < 0 || (int) tree->order[i] == only)
      add_leader (table, company, tree->order[i], only < 0 ? tree->level[tree->order[i]] : 0);
  if (show->format == EX_CLI_TEXT && tree->n == 0)
    ex_cli_tell (_("There are no leaders yet."));
  else
    ex_cli_table_answer (table, show->format);

  return EX_CLI_DONE;
}
