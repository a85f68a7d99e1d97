/* What became of the customers, why they left, and the ledger itself. */
#include "config.h"

#include "ex-tables.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* --- the asset ---------------------------------------------------------------------------------------------------------- */

/* The contract's columns. */
#define MOVEMENTS                                                                                                                                     \
  { "period", NULL, EX_CELL_WORD, N_("Period") }, { "segment", NULL, EX_CELL_TEXT, N_("Segment") },                                                   \
  { "opening_customers", NULL, EX_CELL_INTEGER, N_("Opening, customers") }, { "new_customers", NULL, EX_CELL_INTEGER, N_("New, customers") },         \
  { "won_back_customers", NULL, EX_CELL_INTEGER, N_("Won back, customers") },                                                                         \
  { "lost_customers", NULL, EX_CELL_INTEGER, N_("Lost, customers") },                                                                                 \
  { "moved_in_customers", NULL, EX_CELL_INTEGER, N_("Moved in, customers") },                                                                         \
  { "moved_out_customers", NULL, EX_CELL_INTEGER, N_("Moved out, customers") },                                                                       \
  { "closing_customers", NULL, EX_CELL_INTEGER, N_("Closing, customers") }, { "opening_value", NULL, EX_CELL_MONEY, N_("Opening, value") },           \
  { "new_value", NULL, EX_CELL_MONEY, N_("New, value") }, { "won_back_value", NULL, EX_CELL_MONEY, N_("Won back, value") },                           \
  { "expanded_value", NULL, EX_CELL_MONEY, N_("Expanded, value") }, { "contracted_value", NULL, EX_CELL_MONEY, N_("Contracted, value") },             \
  { "lost_value", NULL, EX_CELL_MONEY, N_("Lost, value") }, { "moved_in_value", NULL, EX_CELL_MONEY, N_("Moved in, value") },                         \
  { "moved_out_value", NULL, EX_CELL_MONEY, N_("Moved out, value") }, { "closing_value", NULL, EX_CELL_MONEY, N_("Closing, value") },                 \
  { "growth_customers", NULL, EX_CELL_RATE, N_("Growth, customers") }, { "growth_value", NULL, EX_CELL_RATE, N_("Growth, value") },                   \
  { "nrr", NULL, EX_CELL_RATE, N_("Net retention") }, { "grr", NULL, EX_CELL_RATE, N_("Gross retention") },                                           \
  { "logo_retention", NULL, EX_CELL_RATE, N_("Retained") }, { "quick_ratio", NULL, EX_CELL_NUMBER, N_("Quick ratio") }

/* For people: what the figures are of. */
#define STANDING { NULL, NULL, EX_CELL_WORD, N_("Note") }

const ExTableColumn ex_table_asset[] = { MOVEMENTS, STANDING, EX_TABLE_END };

const ExTableColumn ex_table_segments[] = { MOVEMENTS, STANDING, { "lifetime_value", NULL, EX_CELL_MONEY, N_("Lifetime value") }, EX_TABLE_END };

void
ex_table_add_quick_ratio (ExTable *table, const ExMovement *m)
{
  double ratio = ex_movement_quick_ratio (m);
  g_autofree char *shown = NULL;

  if (isinf (ratio))
    {
      ex_table_blank (table, _("no losses"));
      return;
    }
  shown = ex_format_number (ratio, 2);
  ex_table_real_shown (table, ratio, 6, shown);
}

void
ex_table_add_movement (ExTable *table, const char *period, const char *label, const char *segment, const ExSpan *span, const ExMovement *m,
                       const char *currency)
{
  const ExCount *customers[] = { &m->opening, &m->fresh, &m->won_back, &m->lost, &m->moved_in, &m->moved_out, &m->closing };
  const ExCount *values[] = { &m->opening, &m->fresh,    &m->won_back,  &m->expanded, &m->contracted,
                              &m->lost,    &m->moved_in, &m->moved_out, &m->closing };

  ex_table_code (table, period, label);
  ex_table_text (table, segment);
  if (span->no_data)
    {
      for (gsize i = 2; ex_table_asset[i].name != NULL; i++)
        ex_table_blank (table, NULL);
      ex_table_word (table, NULL, _("no data"));
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (customers); i++)
    ex_table_integer (table, customers[i]->customers);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    ex_table_money (table, values[i]->value, currency);
  ex_table_rate (table, span->provisional ? EX_UNSET : ex_movement_growth_customers (m), TRUE);
  ex_table_rate (table, span->provisional ? EX_UNSET : ex_movement_growth_value (m), TRUE);
  ex_table_rate (table, ex_movement_nrr (m, NULL, currency), FALSE);
  ex_table_rate (table, ex_movement_grr (m), FALSE);
  ex_table_rate (table, ex_movement_logo_retention (m), FALSE);
  ex_table_add_quick_ratio (table, m);
  ex_table_word (table, NULL, span->provisional ? _("provisional") : "");
}

void
ex_table_add_segment (ExTable *table, const char *period, const char *segment, const ExSpan *span, const ExMovement *m, double lifetime,
                      const char *currency)
{
  ex_table_add_movement (table, period, NULL, segment, span, m, currency);
  if (isnan (lifetime) || fabs (lifetime) >= 0x1p62)
    ex_table_none (table);
  else
    ex_table_money (table, (gint64) ex_round_half_away (lifetime, 0), currency);
}

/* --- why customers left ------------------------------------------------------------------------------------------------- */

const ExTableColumn ex_table_reasons[] = {
  { "period", N_("Period"), EX_CELL_WORD },
  { "reason", N_("Reason"), EX_CELL_TEXT },
  { "customers", N_("Customers"), EX_CELL_INTEGER },
  { "value", N_("Value"), EX_CELL_MONEY },
  { "share", N_("Of value"), EX_CELL_RATE },
  { "share_customers", N_("Of customers"), EX_CELL_RATE },
  EX_TABLE_END,
};

static double
share (gint64 part, gint64 whole)
{
  return whole > 0 ? (double) part / (double) whole : EX_UNSET;
}

void
ex_table_add_reason (ExTable *table, const char *period, const char *label, const char *reason, const ExCount *lost, const ExCount *all,
                     const char *currency)
{
  ex_table_code (table, period, label);
  if (reason != NULL)
    ex_table_text (table, reason);
  else
    ex_table_word (table, NULL, _("(not known)"));
  ex_table_integer (table, lost->customers);
  ex_table_money (table, lost->value, currency);
  ex_table_rate (table, share (lost->value, all->value), FALSE);
  ex_table_rate (table, share (lost->customers, all->customers), FALSE);
}

/* --- the ledger, cell by cell ------------------------------------------------------------------------------------------- */

const ExTableColumn ex_table_customers[] = {
  { "customer", N_("Customer"), EX_CELL_TEXT },
  { "period", N_("Period"), EX_CELL_WORD },
  { "value", N_("Value"), EX_CELL_MONEY },
  { "segment", N_("Segment"), EX_CELL_TEXT },
  { "lost_reason", N_("Reason for leaving"), EX_CELL_TEXT },
  { "given_reason", N_("Reason given since"), EX_CELL_TEXT },
  EX_TABLE_END,
};

/* (nullable) */
static const char *
reason_of (const ExLedger *ledger, const ExColumn *column, guint k)
{
  return k < column->n && column->reason[k] >= 0 ? ex_ledger_get_reason (ledger, (guint) column->reason[k]) : NULL;
}

static void
add_cell (ExTable *table, const ExLedger *ledger, const char *period, const ExColumn *column, guint k, const char *given, const char *currency)
{
  const char *reason = reason_of (ledger, column, k);

  ex_table_text (table, ex_ledger_get_customer (ledger, column->customer[k]));
  ex_table_code (table, period, NULL);
  ex_table_money (table, column->value[k], currency);
  ex_table_text (table, column->segment[k] >= 0 ? ex_ledger_get_segment (ledger, (guint) column->segment[k]) : NULL);
  ex_table_text (table, reason);
  ex_table_text (table, g_strcmp0 (given, reason) != 0 ? given : NULL);
}

static gboolean
is_between (ExPeriod period, ExDay first, ExDay last)
{
  return (first == EX_DAY_NONE || ex_period_first_day (period) >= first) && (last == EX_DAY_NONE || ex_period_last_day (period) <= last);
}

gboolean
ex_table_add_customers (ExTable *table, const ExLedger *ledger, const ExLedger *given, ExDay first, ExDay last, const char *currency,
                        void (* progress) (double fraction, gpointer data), gpointer data, GError **error)
{
  guint n = ex_ledger_n_columns (ledger);

  for (guint i = 0; i < n && !ex_table_is_over (table); i++)
    {
      ExPeriod period = ex_ledger_get_period (ledger, i);
      g_autofree char *name = ex_period_to_string (period);
      const ExColumn *column, *since;

      if (!is_between (period, first, last))
        continue;
      column = ex_ledger_read_column (ledger, i, error);
      since = column != NULL ? ex_ledger_read_column (given, i, error) : NULL;
      if (since == NULL)
        return FALSE;
      for (guint k = 0; k < column->n && !ex_table_is_over (table); k++)
        add_cell (table, ledger, name, column, k, reason_of (given, since, k), currency);
      if (progress != NULL)
        progress ((double) (i + 1) / n, data);
    }

  return TRUE;
}

/* --- movements that were entered ---------------------------------------------------------------------------------------- */

const ExTableColumn ex_table_movements[] = {
  { "period", N_("Period"), EX_CELL_WORD },
  { "opening_customers", N_("Opening, customers"), EX_CELL_INTEGER },
  { "new_customers", N_("New, customers"), EX_CELL_INTEGER },
  { "won_back_customers", N_("Won back, customers"), EX_CELL_INTEGER },
  { "expanded_customers", N_("Expanded, customers"), EX_CELL_INTEGER },
  { "contracted_customers", N_("Contracted, customers"), EX_CELL_INTEGER },
  { "lost_customers", N_("Lost, customers"), EX_CELL_INTEGER },
  { "closing_customers", N_("Closing, customers"), EX_CELL_INTEGER },
  { "opening_value", N_("Opening, value"), EX_CELL_MONEY },
  { "new_value", N_("New, value"), EX_CELL_MONEY },
  { "won_back_value", N_("Won back, value"), EX_CELL_MONEY },
  { "expanded_value", N_("Expanded, value"), EX_CELL_MONEY },
  { "contracted_value", N_("Contracted, value"), EX_CELL_MONEY },
  { "lost_value", N_("Lost, value"), EX_CELL_MONEY },
  { "closing_value", N_("Closing, value"), EX_CELL_MONEY },
  EX_TABLE_END,
};

void
ex_table_add_entered (ExTable *table, const ExEnteredMovement *movement, const char *currency)
{
  const ExMovement *m = &movement->movement;
  const ExCount *counts[] = { &m->opening, &m->fresh, &m->won_back, &m->expanded, &m->contracted, &m->lost, &m->closing };
  g_autofree char *period = ex_period_to_string (movement->period);

  ex_table_word (table, period, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    ex_table_integer (table, counts[i]->customers);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    ex_table_money (table, counts[i]->value, currency);
}
