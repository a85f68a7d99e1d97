#include "config.h"

#include "ex-import-run.h"

#include <glib/gi18n-lib.h>

/* In the order of the enumerations in ex-import-run.h. */
static const ExImportField leader_fields[] = {
  { "id", N_("Identifier"), TRUE },
  { "name", N_("Name"), TRUE },
  { "title", N_("Job title"), FALSE },
  { "unit", N_("Unit"), FALSE },
  { "email", N_("E-mail"), FALSE },
  { "manager", N_("Manager"), FALSE },
  { "incentive_target", N_("Incentive target"), FALSE },
  { "from", N_("First day in role"), FALSE },
  { "to", N_("Last day in role"), FALSE },
};

static const ExImportField objective_fields[] = {
  { "leader", N_("Leader"), TRUE },
  { "title", N_("Title"), TRUE },
  { "kind", N_("Kind"), TRUE },
  { "weight", N_("Weight"), TRUE },
  { "id", N_("Identifier"), FALSE },
  { "description", N_("Description"), FALSE },
  { "unit", N_("Unit of measure"), FALSE },
  { "decimals", N_("Decimals"), FALSE },
  { "aggregate", N_("Aggregate"), FALSE },
  { "baseline", N_("Baseline"), FALSE },
  { "threshold", N_("Threshold"), FALSE },
  { "target", N_("Target"), FALSE },
  { "stretch", N_("Stretch"), FALSE },
  { "low", N_("Lower end"), FALSE },
  { "high", N_("Upper end"), FALSE },
  { "width", N_("Width"), FALSE },
  { "due", N_("Due date"), FALSE },
  { "source", N_("Data source"), FALSE },
  { "cadence", N_("Cadence"), FALSE },
  { "stage", N_("Journey stage"), FALSE },
  { "parent", N_("Parent objective"), FALSE },
  { "local_reason", N_("Why it is local"), FALSE },
  { "driver", N_("Driver"), FALSE },
  { "claim_value", N_("Claim in value"), FALSE },
  { "claim_customers", N_("Claim in customers"), FALSE },
};

static const ExImportField check_in_fields[] = {
  { "objective", N_("Objective"), TRUE },
  { "date", N_("Date"), TRUE },
  { "value", N_("Value"), TRUE },
  { "confidence", N_("Confidence"), FALSE },
  { "note", N_("Note"), FALSE },
  { "next", N_("What is next"), FALSE },
  { "evidence", N_("Evidence"), FALSE },
};

/* Of period and date one is required, which no single flag can say. */
static const ExImportField customer_fields[] = {
  { "customer", N_("Customer"), TRUE },
  { "period", N_("Period"), FALSE },
  { "date", N_("Date"), FALSE },
  { "value", N_("Value"), TRUE },
  { "segment", N_("Segment"), FALSE },
  { "lost_reason", N_("Reason for leaving"), FALSE },
};

static const ExImportField movement_fields[] = {
  { "period", N_("Period"), TRUE },
  { "opening_customers", N_("Opening, customers"), FALSE },
  { "new_customers", N_("New, customers"), FALSE },
  { "won_back_customers", N_("Won back, customers"), FALSE },
  { "expanded_customers", N_("Expanded, customers"), FALSE },
  { "contracted_customers", N_("Contracted, customers"), FALSE },
  { "lost_customers", N_("Lost, customers"), FALSE },
  { "closing_customers", N_("Closing, customers"), FALSE },
  { "opening_value", N_("Opening, value"), FALSE },
  { "new_value", N_("New, value"), FALSE },
  { "won_back_value", N_("Won back, value"), FALSE },
  { "expanded_value", N_("Expanded, value"), FALSE },
  { "contracted_value", N_("Contracted, value"), FALSE },
  { "lost_value", N_("Lost, value"), FALSE },
  { "closing_value", N_("Closing, value"), FALSE },
};

static const ExImportField rating_fields[] = {
  { "objective", N_("Objective"), TRUE },
  { "rating", N_("Rating"), TRUE },
  { "comment", N_("Comment"), FALSE },
};

static const struct
{
  const char          *nick;
  const ExImportField *fields;
  guint                n;
} kinds[] = {
  [EX_IMPORT_LEADERS] = { "leaders", leader_fields, G_N_ELEMENTS (leader_fields) },
  [EX_IMPORT_OBJECTIVES] = { "objectives", objective_fields, G_N_ELEMENTS (objective_fields) },
  [EX_IMPORT_CHECK_INS] = { "check-ins", check_in_fields, G_N_ELEMENTS (check_in_fields) },
  [EX_IMPORT_CUSTOMERS] = { "customers", customer_fields, G_N_ELEMENTS (customer_fields) },
  [EX_IMPORT_MOVEMENTS] = { "movements", movement_fields, G_N_ELEMENTS (movement_fields) },
  [EX_IMPORT_RATINGS] = { "ratings", rating_fields, G_N_ELEMENTS (rating_fields) },
};

gboolean
ex_import_what_parse (const char *nick, ExImportWhat *what)
{
  for (gsize i = 0; nick != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (nick, kinds[i].nick))
      {
        *what = (ExImportWhat) i;
        return TRUE;
      }

  return FALSE;
}

const char *
ex_import_what_nick (ExImportWhat what)
{
  g_return_val_if_fail ((guint) what < G_N_ELEMENTS (kinds), NULL);

  return kinds[what].nick;
}

/* The labels are translated once, for whatever language the program runs in. */
static ExImportField *
translate (ExImportWhat what)
{
  ExImportField *fields = g_new (ExImportField, kinds[what].n);

  for (guint i = 0; i < kinds[what].n; i++)
    {
      fields[i] = kinds[what].fields[i];
      fields[i].label = _(fields[i].label);
    }

  return fields;
}

const ExImportField *
ex_import_fields (ExImportWhat what, guint *n)
{
  static ExImportField *translated[G_N_ELEMENTS (kinds)];

  g_return_val_if_fail ((guint) what < G_N_ELEMENTS (kinds), NULL);

  if (g_once_init_enter (&translated[what]))
    g_once_init_leave (&translated[what], translate (what));
  *n = kinds[what].n;

  return translated[what];
}

ExFieldType
ex_import_field_type (ExImportWhat what, guint field)
{
  switch (what)
    {
    case EX_IMPORT_LEADERS:
      if (field == EX_LEADER_FROM || field == EX_LEADER_TO)
        return EX_TYPE_DATE;
      return field == EX_LEADER_INCENTIVE ? EX_TYPE_NUMBER : EX_TYPE_TEXT;
    case EX_IMPORT_OBJECTIVES:
      if (field == EX_OBJ_DUE)
        return EX_TYPE_DATE;
      if ((field >= EX_OBJ_BASELINE && field <= EX_OBJ_WIDTH) || field == EX_OBJ_WEIGHT || field == EX_OBJ_CLAIM_VALUE
          || field == EX_OBJ_CLAIM_CUSTOMERS)
        return EX_TYPE_NUMBER;
      return EX_TYPE_TEXT;
    case EX_IMPORT_CHECK_INS:
      if (field == EX_CHECK_DATE)
        return EX_TYPE_DATE;
      return field == EX_CHECK_VALUE ? EX_TYPE_NUMBER : EX_TYPE_TEXT;
    case EX_IMPORT_CUSTOMERS:
      if (field == EX_CUSTOMER_DATE)
        return EX_TYPE_DATE;
      return field == EX_CUSTOMER_VALUE ? EX_TYPE_NUMBER : EX_TYPE_TEXT;
    case EX_IMPORT_MOVEMENTS:
      return field == EX_MOVE_PERIOD ? EX_TYPE_TEXT : EX_TYPE_NUMBER;
    case EX_IMPORT_RATINGS:
      return field == EX_RATING_RATING ? EX_TYPE_NUMBER : EX_TYPE_TEXT;
    default:
      g_return_val_if_reached (EX_TYPE_TEXT);
    }
}
