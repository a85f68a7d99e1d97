#include "config.h"

#include "ex-change-words.h"

#include "core/ex-format.h"

#include <glib/gi18n.h>

#include <string.h>

/* How a column's text in the journal is read. */
typedef enum
{
  AS_TEXT,
  AS_NUMBER,    /* a measured value, of the objective's unit */
  AS_COUNT,
  AS_MONEY,     /* minor units */
  AS_WEIGHT,    /* basis points */
  AS_DAY,
  AS_LEADER,
  AS_OBJECTIVE,
  AS_CYCLE,
  AS_KIND,
  AS_AGGREGATE,
  AS_CADENCE,
  AS_DRIVER,
} Meaning;

typedef struct
{
  const char *table;
  const char *column;
  const char *label;
  Meaning     meaning;
} Field;

/* Columns that are not here (identifiers, digests, the number of an import) say nothing to people. */
static const Field fields[] = {
  { "company", "name", N_("Name"), AS_TEXT },
  { "company", "currency", N_("Currency"), AS_TEXT },
  { "leaders", "name", N_("Name"), AS_TEXT },
  { "leaders", "title", N_("Title"), AS_TEXT },
  { "leaders", "unit", N_("Unit"), AS_TEXT },
  { "leaders", "email", N_("Email"), AS_TEXT },
  { "leaders", "manager_id", N_("Manager"), AS_LEADER },
  { "leaders", "incentive_target", N_("Incentive target"), AS_MONEY },
  { "leaders", "from_day", N_("In role from"), AS_DAY },
  { "leaders", "to_day", N_("In role until"), AS_DAY },
  { "cycles", "name", N_("Name"), AS_TEXT },
  { "cycles", "first_day", N_("First day"), AS_DAY },
  { "cycles", "last_day", N_("Last day"), AS_DAY },
  { "cycles", "threshold_score", N_("Score at the threshold"), AS_WEIGHT },
  { "cycles", "stretch_score", N_("Score at the stretch"), AS_WEIGHT },
  { "cycles", "late_score", N_("Score of a late milestone"), AS_WEIGHT },
  { "tops", "leader_id", N_("Starts with"), AS_LEADER },
  { "objectives", "title", N_("Title"), AS_TEXT },
  { "objectives", "description", N_("Description"), AS_TEXT },
  { "objectives", "leader_id", N_("Leader"), AS_LEADER },
  { "objectives", "cycle_id", N_("Cycle"), AS_CYCLE },
  { "objectives", "kind", N_("Kind"), AS_KIND },
  { "objectives", "unit", N_("Unit"), AS_TEXT },
  { "objectives", "decimals", N_("Decimals"), AS_COUNT },
  { "objectives", "aggregate", N_("Check-ins count as"), AS_AGGREGATE },
  { "objectives", "baseline", N_("Baseline"), AS_NUMBER },
  { "objectives", "threshold", N_("Threshold"), AS_NUMBER },
  { "objectives", "target", N_("Target"), AS_NUMBER },
  { "objectives", "stretch", N_("Stretch"), AS_NUMBER },
  { "objectives", "low", N_("Lowest"), AS_NUMBER },
  { "objectives", "high", N_("Highest"), AS_NUMBER },
  { "objectives", "width", N_("Width"), AS_NUMBER },
  { "objectives", "due", N_("Due"), AS_DAY },
  { "objectives", "weight", N_("Weight"), AS_WEIGHT },
  { "objectives", "source", N_("Data source"), AS_TEXT },
  { "objectives", "cadence", N_("Cadence"), AS_CADENCE },
  { "objectives", "stage", N_("Journey stage"), AS_TEXT },
  { "objectives", "parent_id", N_("Under"), AS_OBJECTIVE },
  { "objectives", "local_reason", N_("Why it stands alone"), AS_TEXT },
  { "links", "objective_id", N_("Objective"), AS_OBJECTIVE },
  { "links", "driver", N_("Driver"), AS_DRIVER },
  { "links", "claim_value", N_("Claim a year"), AS_MONEY },
  { "links", "claim_customers", N_("Claim in customers"), AS_COUNT },
  { "check_ins", "objective_id", N_("Objective"), AS_OBJECTIVE },
  { "check_ins", "day", N_("Day"), AS_DAY },
  { "check_ins", "value", N_("Value"), AS_NUMBER },
  { "check_ins", "recorded", N_("Recorded"), AS_DAY },
  { "check_ins", "confidence", N_("Confidence"), AS_COUNT },
  { "check_ins", "note", N_("Note"), AS_TEXT },
  { "check_ins", "next", N_("What is next"), AS_TEXT },
  { "check_ins", "evidence", N_("Evidence"), AS_TEXT },
  { "imports", "file_name", N_("File"), AS_TEXT },
  { "imports", "added", N_("Rows added"), AS_COUNT },
  { "movements", "period", N_("Period"), AS_TEXT },
  { "movements", "opening_customers", N_("Customers at the opening"), AS_COUNT },
  { "movements", "new_customers", N_("New customers"), AS_COUNT },
  { "movements", "won_back_customers", N_("Customers won back"), AS_COUNT },
  { "movements", "expanded_customers", N_("Customers who expanded"), AS_COUNT },
  { "movements", "contracted_customers", N_("Customers who contracted"), AS_COUNT },
  { "movements", "lost_customers", N_("Lost customers"), AS_COUNT },
  { "movements", "closing_customers", N_("Customers at the closing"), AS_COUNT },
  { "movements", "opening_value", N_("Value at the opening"), AS_MONEY },
  { "movements", "new_value", N_("New value"), AS_MONEY },
  { "movements", "won_back_value", N_("Value won back"), AS_MONEY },
  { "movements", "expanded_value", N_("Value expanded"), AS_MONEY },
  { "movements", "contracted_value", N_("Value contracted"), AS_MONEY },
  { "movements", "lost_value", N_("Value lost"), AS_MONEY },
  { "movements", "closing_value", N_("Value at the closing"), AS_MONEY },
};

static const Field *
find_field (const char *table, const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].table, table) && g_str_equal (fields[i].column, column))
      return &fields[i];
  return NULL;
}

/* --- values ----------------------------------------------------------------------------------------------------------- */

static const char *
leader_name (const ExCompany *company, const char *id)
{
  int index = ex_company_find_leader (company, id);

  return index >= 0 ? ex_company_get_leader (company, index)->name : id;
}

static const char *
objective_title (const ExCompany *company, const char *id)
{
  int index = ex_company_find_objective (company, id);

  return index >= 0 ? ex_company_get_objective (company, index)->title : id;
}

static const char *
cycle_name (const ExCompany *company, const char *id)
{
  const ExCycle *cycle = ex_company_get_cycle (company);

  return cycle != NULL && g_str_equal (cycle->id, id) ? cycle->name : id;
}

/* The objective that a change is about, where it still stands. */
static const ExObjective *
objective_of (const ExChange *change, const ExCompany *company)
{
  g_auto (GStrv) key = g_strsplit (change->key, ", ", 2);
  int index = key[0] != NULL ? ex_company_find_objective (company, key[0]) : -1;

  return index >= 0 ? ex_company_get_objective (company, index) : NULL;
}

static char *
number_words (const char *text, const ExChange *change, const ExCompany *company)
{
  const ExObjective *objective = objective_of (change, company);
  const char *point = strchr (text, '.');
  int decimals = point != NULL ? MIN (9, (int) strlen (point + 1)) : 0;

  /* As exact as it was typed, not as the objective is usually shown: a change of a hundredth is a change. */
  if (objective != NULL)
    return ex_format_value (g_ascii_strtod (text, NULL), MAX (decimals, objective->decimals), objective->unit);
  return ex_format_number (g_ascii_strtod (text, NULL), decimals);
}

static char *
nick_words (const char *text, Meaning meaning)
{
  ExKind kind;
  ExAggregate aggregate;
  ExCadence cadence;
  ExDriver driver;

  if (meaning == AS_KIND && ex_kind_parse (text, &kind))
    return g_strdup (ex_kind_label (kind));
  if (meaning == AS_AGGREGATE && ex_aggregate_parse (text, &aggregate))
    return g_strdup (ex_aggregate_label (aggregate));
  if (meaning == AS_CADENCE && ex_cadence_parse (text, &cadence))
    return g_strdup (ex_cadence_label (cadence));
  if (meaning == AS_DRIVER && ex_driver_parse (text, &driver))
    return g_strdup (ex_driver_label (driver));
  return g_strdup (text);
}

static char *
value_words (const char *text, Meaning meaning, const ExChange *change, const ExCompany *company)
{
  switch (meaning)
    {
    case AS_NUMBER:
      return number_words (text, change, company);
    case AS_COUNT:
      return ex_format_integer (g_ascii_strtoll (text, NULL, 10));
    case AS_MONEY:
      return ex_format_money (g_ascii_strtoll (text, NULL, 10), ex_company_get_info (company)->currency);
    case AS_WEIGHT:
      return ex_format_weight ((int) g_ascii_strtoll (text, NULL, 10));
    case AS_DAY:
      return ex_format_day (ex_day_parse (text));
    case AS_LEADER:
      return g_strdup (leader_name (company, text));
    case AS_OBJECTIVE:
      return g_strdup (objective_title (company, text));
    case AS_CYCLE:
      return g_strdup (cycle_name (company, text));
    case AS_KIND:
    case AS_AGGREGATE:
    case AS_CADENCE:
    case AS_DRIVER:
      return nick_words (text, meaning);
    case AS_TEXT:
    default:
      return g_strdup (text);
    }
}

/* --- lines ------------------------------------------------------------------------------------------------------------ */

static char *
line_words (const Field *field, const ExFieldChange *values, const ExChange *change, const ExCompany *company)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (values->before != NULL)
    before = value_words (values->before, field->meaning, change, company);
  if (values->after != NULL)
    after = value_words (values->after, field->meaning, change, company);

  if (change->before == NULL)
    /* Translators: a field and its value: "Target: 45 %" */
    return g_strdup_printf (_("%s: %s"), _(field->label), after);
  if (change->after == NULL)
    return g_strdup_printf (_("%s: %s"), _(field->label), before);
  /* Translators: a field, its value before and after: "Target: 40 % → 45 %" */
  return g_strdup_printf (_("%s: %s → %s"), _(field->label), before != NULL ? before : _("nothing"), after != NULL ? after : _("nothing"));
}

GPtrArray *
ex_change_lines (const ExChange *change, const ExCompany *company)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) values = NULL;

  g_return_val_if_fail (change != NULL, lines);
  g_return_val_if_fail (company != NULL, lines);

  values = ex_change_list_fields (change);
  for (guint i = 0; i < values->len; i++)
    {
      const ExFieldChange *value = g_ptr_array_index (values, i);
      const Field *field = find_field (change->table, value->name);

      if (field != NULL)
        g_ptr_array_add (lines, line_words (field, value, change, company));
    }
  return lines;
}

/* --- titles ----------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *table;
  const char *column;  /* that names the row */
  const char *changed; /* with one %s: the name */
  const char *added;
  const char *removed;
} Title;

static const Title titles[] = {
  { "company", "name", N_("Company %s"), N_("New company %s"), N_("Company %s removed") },
  { "leaders", "name", N_("Leader %s"), N_("New leader %s"), N_("Leader %s removed") },
  { "cycles", "name", N_("Cycle %s"), N_("New cycle %s"), N_("Cycle %s removed") },
  { "tops", "leader_id", N_("%s at the top of the cycle"), N_("%s now at the top of the cycle"), N_("%s no longer at the top of the cycle") },
  { "objectives", "title", N_("Objective “%s”"), N_("New objective “%s”"), N_("Objective “%s” removed") },
  { "links", "objective_id", N_("Driver of “%s”"), N_("New driver of “%s”"), N_("Driver of “%s” removed") },
  { "check_ins", "objective_id", N_("Check-in of “%s”"), N_("New check-in of “%s”"), N_("Check-in of “%s” removed") },
  { "imports", "file_name", N_("Import of %s"), N_("Import of %s"), N_("Import of %s") },
  { "movements", "period", N_("Movements of %s"), N_("New movements of %s"), N_("Movements of %s removed") },
};

/* The name of the row as it is now, or was, in words. (transfer full) (nullable) */
static char *
row_name (const ExChange *change, const char *column, const ExCompany *company)
{
  ExChange whole = { change->table, change->key, NULL, change->after != NULL ? change->after : change->before, EX_SHOWN };
  const Field *field = find_field (change->table, column);
  g_autoptr (GPtrArray) values = ex_change_list_fields (&whole);

  for (guint i = 0; i < values->len; i++)
    {
      const ExFieldChange *value = g_ptr_array_index (values, i);

      if (g_str_equal (value->name, column))
        return value_words (value->after, field->meaning, change, company);
    }
  return NULL;
}

static const char *
title_format (const Title *title, const ExChange *change)
{
  if (change->before == NULL)
    return _(title->added);
  return change->after == NULL ? _(title->removed) : _(title->changed);
}

char *
ex_change_title (const ExChange *change, const ExCompany *company)
{
  g_return_val_if_fail (change != NULL, NULL);
  g_return_val_if_fail (company != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].table, change->table))
      {
        g_auto (GStrv) parts = g_strsplit (title_format (&titles[i], change), "%s", 2);
        g_autofree char *name = row_name (change, titles[i].column, company);

        return g_strconcat (parts[0], name != NULL ? name : "", parts[1], NULL);
      }
  return g_strdup (change->table);
}
