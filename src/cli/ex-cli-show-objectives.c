#include "config.h"

#include "company/ex-tables.h"
#include "ex-cli-explain.h"
#include "ex-cli-show.h"

#include <glib/gi18n-lib.h>

typedef gboolean (* Visit) (ExTable *table, ExStore *store, const ExCompany *company, guint index);

static gboolean
visit_row (ExTable *table, ExStore *store, const ExCompany *company, guint index)
{
  ex_table_add_objective (table, company, index);

  return TRUE;
}

static gboolean
visit_working (ExTable *table, ExStore *store, const ExCompany *company, guint index)
{
  return ex_cli_explain_objective (table, store, company, ex_company_get_objective (company, index));
}

/* From the top down, each leader's in order. */
static gboolean
visit_all (ExTable *table, ExStore *store, const ExCompany *company, int only, Visit visit)
{
  const ExTree *tree = ex_company_get_tree (company);

  for (guint i = 0; i < tree->n; i++)
    {
      guint n;
      const guint *indexes = ex_company_leader_objectives (company, tree->order[i], &n);

      for (guint k = 0; (only < 0 || (int) tree->order[i] == only) && k < n; k++)
        if (!visit (table, store, company, indexes[k]))
          return FALSE;
    }

  return TRUE;
}

ExCliStatus
ex_cli_show_objectives (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExCompany) company = ex_cli_show_read_company (store, show);
  g_autoptr (ExTable) table = NULL;
  int only;

  if (company == NULL || !ex_cli_show_find_leader (company, show, &only))
    return EX_CLI_REFUSED;
  if (show->format == EX_CLI_TEXT && ex_company_n_objectives (company) == 0)
    {
      ex_cli_tell (_("There are no objectives yet."));
      return EX_CLI_DONE;
    }

  if (!show->explain || show->format != EX_CLI_TEXT)
    {
      table = ex_cli_show_table (show, show->explain ? ex_cli_explain_columns : ex_table_objectives);
      if (table == NULL)
        return EX_CLI_REFUSED;
    }
  if (!visit_all (table, store, company, only, show->explain ? visit_working : visit_row))
    return EX_CLI_REFUSED;

  return table != NULL ? ex_cli_table_answer (table) : EX_CLI_DONE;
}
