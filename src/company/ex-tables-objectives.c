/* Objectives and their check-ins. */
#include "config.h"

#include "ex-tables.h"

#include "core/ex-format.h"
#include "core/ex-money.h"

#include <glib/gi18n-lib.h>
#include <math.h>

const ExTableColumn ex_table_objectives[] = {
  { "id", N_("Id"), EX_CELL_TEXT },
  { "leader", N_("Leader"), EX_CELL_TEXT },
  { "title", N_("Title"), EX_CELL_TEXT },
  { "kind", NULL, EX_CELL_WORD, N_("Kind") },
  { "weight", N_("Weight"), EX_CELL_PERCENT },
  { "description", NULL, EX_CELL_TEXT, N_("Description") },
  { "unit", NULL, EX_CELL_TEXT, N_("Unit of measure") },
  { "decimals", NULL, EX_CELL_INTEGER, N_("Decimals") },
  { "aggregate", NULL, EX_CELL_WORD, N_("Aggregate") },
  { "baseline", N_("Baseline"), EX_CELL_NUMBER },
  { "threshold", NULL, EX_CELL_NUMBER, N_("Threshold") },
  { "target", N_("Target"), EX_CELL_NUMBER },
  { "stretch", NULL, EX_CELL_NUMBER, N_("Stretch") },
  { "low", NULL, EX_CELL_NUMBER, N_("Lower end") },
  { "high", NULL, EX_CELL_NUMBER, N_("Upper end") },
  { "width", NULL, EX_CELL_NUMBER, N_("Width") },
  { "due", NULL, EX_CELL_DATE, N_("Due date") },
  { "source", NULL, EX_CELL_TEXT, N_("Data source") },
  { "cadence", NULL, EX_CELL_WORD, N_("Cadence") },
  { "stage", NULL, EX_CELL_TEXT, N_("Journey stage") },
  { "parent", NULL, EX_CELL_TEXT, N_("Parent objective") },
  { "local_reason", NULL, EX_CELL_TEXT, N_("Why it is local") },
  { "driver", NULL, EX_CELL_WORD, N_("Driver") },
  { "claim_value", NULL, EX_CELL_MONEY, N_("Claim in value") },
  { "claim_customers", NULL, EX_CELL_INTEGER, N_("Claim in customers") },
  { "check_ins", NULL, EX_CELL_INTEGER, N_("Check-ins") },
  { "last_check_in", N_("Last check-in"), EX_CELL_DATE },
  { "actual", N_("Actual"), EX_CELL_NUMBER },
  { "progress", N_("Progress"), EX_CELL_RATE },
  { "score", N_("Score"), EX_CELL_RATE },
  { "status", N_("Status"), EX_CELL_WORD },
  EX_TABLE_END,
};

static void
add_day (ExTable *table, ExDay day)
{
  if (day != EX_DAY_NONE)
    ex_table_day (table, day);
  else
    ex_table_word (table, NULL, "–");
}

static void
add_ladder (ExTable *table, const ExObjective *objective)
{
  const double rungs[] = { objective->baseline, objective->threshold, objective->target, objective->stretch,
                           objective->low,      objective->high,      objective->width };

  for (gsize i = 0; i < G_N_ELEMENTS (rungs); i++)
    ex_table_number (table, rungs[i], objective->decimals, objective->unit);
  add_day (table, objective->due);
}

/* --- links -------------------------------------------------------------------------------------------------------------- */

static void
append_claim (GString *text, gint64 claim, int exponent)
{
  g_autofree char *number = claim != EX_CLAIM_NONE ? ex_money_to_string (claim, exponent) : g_strdup ("");

  g_string_append (text, number);
}

/* Several are separated by semicolons, position by position. */
static void
add_many_links (ExTable *table, const ExObjective *objective, const char *currency)
{
  g_autoptr (GString) drivers = g_string_new (NULL);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) customers = g_string_new (NULL);

  for (guint i = 0; i < objective->links->len; i++)
    {
      const ExLink *link = &g_array_index (objective->links, ExLink, i);
      const char *comma = i > 0 ? ";" : "";

      g_string_append_printf (drivers, "%s%s", comma, ex_driver_nick (link->driver));
      g_string_append_printf (shown, "%s%s", i > 0 ? "; " : "", ex_driver_label (link->driver));
      g_string_append (values, comma);
      append_claim (values, link->value, ex_currency_exponent (currency));
      g_string_append (customers, comma);
      append_claim (customers, link->customers, 0);
    }
  ex_table_word (table, drivers->str, shown->str);
  ex_table_list (table, values->str, FALSE);
  ex_table_list (table, customers->str, FALSE);
}

/* One as a rule. */
static void
add_links (ExTable *table, const ExObjective *objective, const char *currency)
{
  const ExLink *link = objective->links->len > 0 ? &g_array_index (objective->links, ExLink, 0) : NULL;

  if (objective->links->len > 1)
    {
      add_many_links (table, objective, currency);
      return;
    }

  ex_table_word (table, link != NULL ? ex_driver_nick (link->driver) : NULL, link != NULL ? ex_driver_label (link->driver) : "");
  if (link != NULL && link->value != EX_CLAIM_NONE)
    ex_table_money (table, link->value, currency);
  else
    ex_table_blank (table, "");
  if (link != NULL && link->customers != EX_CLAIM_NONE)
    ex_table_integer (table, link->customers);
  else
    ex_table_blank (table, "");
}

/* --- where it stands ---------------------------------------------------------------------------------------------------- */

static void
add_actual (ExTable *table, const ExObjective *objective, const ExReading *reading)
{
  if (!reading->measured)
    ex_table_none (table);
  else if (objective->kind == EX_KIND_MILESTONE)
    ex_table_integer_shown (table, reading->aggregate >= 0.5 ? 1 : 0, reading->aggregate >= 0.5 ? _("done") : _("not done"));
  else
    ex_table_number (table, reading->aggregate, objective->decimals, objective->unit);
}

static void
add_reading (ExTable *table, const ExObjective *objective, const ExReading *reading)
{
  g_autofree char *status = g_strdup_printf ("%s %s", ex_status_shape (reading->status), ex_status_label (reading->status));

  ex_table_integer (table, reading->n_points);
  add_day (table, reading->last_day);
  add_actual (table, objective, reading);
  ex_table_rate (table, reading->progress, FALSE);
  /* It counts 0 %, and is never shown as that. */
  if (reading->measured)
    ex_table_rate (table, reading->score, FALSE);
  else
    ex_table_blank (table, _("not measured"));
  ex_table_word (table, ex_status_nick (reading->status), status);
}

void
ex_table_add_objective (ExTable *table, const ExCompany *company, guint index)
{
  const ExObjective *objective = ex_company_get_objective (company, index);
  gboolean paced = objective->cadence != EX_CADENCE_NONE;

  ex_table_text (table, objective->id);
  ex_table_text (table, objective->leader_id);
  ex_table_text (table, objective->title);
  ex_table_word (table, ex_kind_nick (objective->kind), ex_kind_label (objective->kind));
  ex_table_percent (table, objective->weight);
  ex_table_text (table, objective->description);
  ex_table_text (table, objective->unit);
  ex_table_integer (table, objective->decimals);
  ex_table_word (table, ex_aggregate_nick (objective->aggregate), ex_aggregate_label (objective->aggregate));
  add_ladder (table, objective);
  ex_table_text (table, objective->source);
  ex_table_word (table, paced ? ex_cadence_nick (objective->cadence) : NULL, paced ? ex_cadence_label (objective->cadence) : NULL);
  ex_table_text (table, objective->stage);
  ex_table_text (table, objective->parent_id);
  ex_table_text (table, objective->local_reason);
  add_links (table, objective, ex_company_get_info (company)->currency);
  add_reading (table, objective, ex_company_get_reading (company, index));
}

/* --- check-ins ---------------------------------------------------------------------------------------------------------- */

const ExTableColumn ex_table_check_ins[] = {
  { "objective", N_("Objective"), EX_CELL_TEXT },
  { "date", N_("Date"), EX_CELL_DATE },
  { "value", N_("Value"), EX_CELL_NUMBER },
  { "confidence", N_("Confidence"), EX_CELL_INTEGER },
  { "note", N_("Note"), EX_CELL_TEXT },
  { "next", N_("What is next"), EX_CELL_TEXT },
  { "evidence", N_("Evidence"), EX_CELL_TEXT },
  { NULL, NULL, EX_CELL_TEXT, N_("Title") },
  { "leader", N_("Leader"), EX_CELL_TEXT },
  { "recorded", N_("Recorded"), EX_CELL_DATE },
  EX_TABLE_END,
};

void
ex_table_add_check_in (ExTable *table, const ExObjective *objective, const ExCheckIn *check_in)
{
  ex_table_text (table, objective->id);
  ex_table_day (table, check_in->day);
  ex_table_number (table, check_in->value, objective->decimals, objective->unit);
  if (check_in->confidence > 0)
    ex_table_integer (table, check_in->confidence);
  else
    ex_table_blank (table, "");
  ex_table_text (table, check_in->note);
  ex_table_text (table, check_in->next);
  ex_table_text (table, check_in->evidence);
  ex_table_text (table, objective->title);
  ex_table_text (table, objective->leader_id);
  ex_table_day (table, check_in->recorded);
}
