#include "config.h"

#include "core/ex-format.h"
#include "core/ex-money.h"
#include "ex-cli-explain.h"
#include "ex-cli-show.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What the import reads, so that it can be edited and read again; then what was made of it. */
static const ExCliColumn columns[] = {
  { "id", N_("Id") },
  { "leader", N_("Leader") },
  { "title", N_("Title") },
  { "kind", NULL },
  { "weight", N_("Weight") },
  { "description", NULL },
  { "unit", NULL },
  { "decimals", NULL },
  { "aggregate", NULL },
  { "baseline", N_("Baseline") },
  { "threshold", NULL },
  { "target", N_("Target") },
  { "stretch", NULL },
  { "low", NULL },
  { "high", NULL },
  { "width", NULL },
  { "due", NULL },
  { "source", NULL },
  { "cadence", NULL },
  { "stage", NULL },
  { "parent", NULL },
  { "local_reason", NULL },
  { "driver", NULL },
  { "claim_value", NULL },
  { "claim_customers", NULL },
  { "check_ins", NULL },
  { "last_check_in", N_("Last check-in") },
  { "actual", N_("Actual") },
  { "progress", N_("Progress") },
  { "score", N_("Score") },
  { "status", N_("Status") },
  { NULL, NULL },
};

static void
add_day (ExCliTable *table, ExDay day)
{
  g_autofree char *iso = ex_day_to_iso (day);
  g_autofree char *shown = ex_format_day (day);

  ex_cli_table_word (table, day != EX_DAY_NONE ? iso : NULL, day != EX_DAY_NONE ? shown : "–");
}

static void
add_ladder (ExCliTable *table, const ExObjective *objective)
{
  const double rungs[] = { objective->baseline, objective->threshold, objective->target, objective->stretch,
                           objective->low,      objective->high,      objective->width };

  for (gsize i = 0; i < G_N_ELEMENTS (rungs); i++)
    ex_cli_table_number (table, rungs[i], objective->decimals, objective->unit);
  add_day (table, objective->due);
}

static void
append_claim (GString *text, gint64 claim, int exponent)
{
  g_autofree char *number = claim != EX_CLAIM_NONE ? ex_money_to_string (claim, exponent) : g_strdup ("");

  g_string_append (text, number);
}

/* One link as a rule; several are separated by semicolons, position by position. */
static void
add_links (ExCliTable *table, const ExObjective *objective, const char *currency)
{
  g_autoptr (GString) drivers = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) customers = g_string_new (NULL);

  for (guint i = 0; i < objective->links->len; i++)
    {
      const ExLink *link = &g_array_index (objective->links, ExLink, i);

      g_string_append_printf (drivers, "%s%s", i > 0 ? ";" : "", ex_driver_nick (link->driver));
      g_string_append (values, i > 0 ? ";" : "");
      append_claim (values, link->value, ex_currency_exponent (currency));
      g_string_append (customers, i > 0 ? ";" : "");
      append_claim (customers, link->customers, 0);
    }
  ex_cli_table_word (table, drivers->len > 0 ? drivers->str : NULL, NULL);
  ex_cli_table_cell (table, values->len > 0 ? values->str : NULL, objective->links->len == 1, "");
  ex_cli_table_cell (table, customers->len > 0 ? customers->str : NULL, objective->links->len == 1, "");
}

static void
add_actual (ExCliTable *table, const ExObjective *objective, const ExReading *reading)
{
  if (!reading->measured)
    ex_cli_table_none (table);
  else if (objective->kind == EX_KIND_MILESTONE)
    ex_cli_table_cell (table, reading->aggregate >= 0.5 ? "1" : "0", TRUE, reading->aggregate >= 0.5 ? _("done") : _("not done"));
  else
    ex_cli_table_number (table, reading->aggregate, objective->decimals, objective->unit);
}

static void
add_reading (ExCliTable *table, const ExObjective *objective, const ExReading *reading)
{
  g_autofree char *status = g_strdup_printf ("%s %s", ex_status_shape (reading->status), ex_status_label (reading->status));

  ex_cli_table_integer (table, reading->n_points);
  add_day (table, reading->last_day);
  add_actual (table, objective, reading);
  ex_cli_table_rate (table, reading->progress, FALSE);
  /* It counts 0 %, and is never shown as that. */
  if (reading->measured)
    ex_cli_table_rate (table, reading->score, FALSE);
  else
    ex_cli_table_cell (table, NULL, TRUE, _("not measured"));
  ex_cli_table_word (table, ex_status_nick (reading->status), status);
}

static void
add_objective (ExCliTable *table, const ExCompany *company, guint index)
{
  const ExObjective *objective = ex_company_get_objective (company, index);

  ex_cli_table_text (table, objective->id);
  ex_cli_table_text (table, objective->leader_id);
  ex_cli_table_text (table, objective->title);
  ex_cli_table_word (table, ex_kind_nick (objective->kind), NULL);
  ex_cli_table_percent (table, objective->weight);
  ex_cli_table_text (table, objective->description);
  ex_cli_table_text (table, objective->unit);
  ex_cli_table_integer (table, objective->decimals);
  ex_cli_table_word (table, ex_aggregate_nick (objective->aggregate), NULL);
  add_ladder (table, objective);
  ex_cli_table_text (table, objective->source);
  ex_cli_table_word (table, objective->cadence != EX_CADENCE_NONE ? ex_cadence_nick (objective->cadence) : NULL, NULL);
  ex_cli_table_text (table, objective->stage);
  ex_cli_table_text (table, objective->parent_id);
  ex_cli_table_text (table, objective->local_reason);
  add_links (table, objective, ex_company_get_info (company)->currency);
  add_reading (table, objective, ex_company_get_reading (company, index));
}

typedef gboolean (* Visit) (ExCliTable *table, ExStore *store, const ExCompany *company, guint index);

static gboolean
visit_row (ExCliTable *table, ExStore *store, const ExCompany *company, guint index)
{
  add_objective (table, company, index);

  return TRUE;
}

static gboolean
visit_working (ExCliTable *table, ExStore *store, const ExCompany *company, guint index)
{
  return ex_cli_explain_objective (table, store, company, ex_company_get_objective (company, index));
}

/* From the top down, each leader's in order. */
static gboolean
visit_all (ExCliTable *table, ExStore *store, const ExCompany *company, int only, Visit visit)
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
  g_autoptr (ExCliTable) table = NULL;
  int only;

  if (company == NULL || !ex_cli_show_find_leader (company, show, &only))
    return EX_CLI_REFUSED;
  if (show->format == EX_CLI_TEXT && ex_company_n_objectives (company) == 0)
    {
      ex_cli_tell (_("There are no objectives yet."));
      return EX_CLI_DONE;
    }

  if (!show->explain)
    table = ex_cli_table_new (columns);
  else if (show->format != EX_CLI_TEXT)
    table = ex_cli_explain_table_new ();
  if (!visit_all (table, store, company, only, show->explain ? visit_working : visit_row))
    return EX_CLI_REFUSED;
  if (table != NULL)
    ex_cli_table_answer (table, show->format);

  return EX_CLI_DONE;
}
