#include "config.h"

#include "ex-held-rows.h"


#include <glib/gi18n-lib.h>

typedef struct
{
  guint       line;
  int         index;    /* of the period */
  const char *customer; /* interned */
} HeldRow;

struct _ExHeldRows
{
  ExGrain          grain;
  const GArray    *final;
  const ExLedger  *standing; /* (nullable) */
  gboolean         add;
  ExLedgerBuilder *builder;
  GArray          *rows;     /* (element-type HeldRow) */
  GStringChunk    *names;
  int              last;     /* the period that was asked for last, and the answer */
  gboolean         last_covered;
};

ExHeldRows *
ex_held_rows_new (ExLedgerKind kind, ExGrain grain, const GArray *final, const ExLedger *standing, gboolean add)
{
  ExHeldRows *self = g_new0 (ExHeldRows, 1);

  self->grain = grain;
  self->final = final;
  self->standing = standing;
  self->add = add;
  self->builder = ex_ledger_builder_new (kind, grain);
  self->rows = g_array_new (FALSE, FALSE, sizeof (HeldRow));
  self->names = g_string_chunk_new (4096);
  self->last = G_MININT;

  return self;
}

void
ex_held_rows_free (ExHeldRows *self)
{
  if (self == NULL)
    return;

  ex_ledger_builder_free (self->builder);
  g_array_unref (self->rows);
  g_string_chunk_free (self->names);
  g_free (self);
}

static gboolean
is_final (const GArray *final, ExPeriod period)
{
  for (guint i = 0; final != NULL && i < final->len; i++)
    {
      ExPeriod one = g_array_index (final, ExPeriod, i);

      if (ex_period_first_day (one) <= ex_period_last_day (period) && ex_period_last_day (one) >= ex_period_first_day (period))
        return TRUE;
    }

  return FALSE;
}

gboolean
ex_held_rows_cover (ExHeldRows *self, int index)
{
  if (index != self->last)
    {
      self->last = index;
      self->last_covered = is_final (self->final, (ExPeriod) { self->grain, index });
    }

  return self->last_covered;
}

gboolean
ex_held_rows_add (ExHeldRows *self, guint line, ExField customer, int index, ExDay day, gint64 value, ExField segment, ExField reason)
{
  g_autofree char *name = g_strndup (customer.text, customer.length);
  HeldRow row = { line, index, g_string_chunk_insert_const (self->names, name) };

  if (!ex_ledger_builder_add (self->builder, customer.text, customer.length, index, day, value, segment.text, segment.length, reason.text,
                              reason.length))
    return FALSE;
  g_array_append_val (self->rows, row);

  return TRUE;
}

/* --- against the ledger ----------------------------------------------------------------------------------------------------- */

/* name -> number + 1; names are the ledger's. */
static GHashTable *
index_customers (const ExLedger *ledger)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = ledger != NULL ? ex_ledger_n_customers (ledger) : 0;

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (numbers, (gpointer) ex_ledger_get_customer (ledger, i), GUINT_TO_POINTER (i + 1));

  return numbers;
}

static const ExColumn *
find_column (const ExLedger *ledger, int index)
{
  guint n = ledger != NULL ? ex_ledger_n_columns (ledger) : 0;

  for (guint i = 0; i < n; i++)
    if (ex_ledger_get_period (ledger, i).index == index)
      return ex_ledger_read_column (ledger, i, NULL);

  return NULL;
}

/* The cell of a customer, whose number + 1 is in @numbers; -1: there is none. */
static int
find_cell (const ExColumn *column, GHashTable *numbers, const char *customer)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, customer));
  guint from = 0, to = column != NULL ? column->n : 0;

  while (number > 0 && from < to)
    {
      guint middle = from + (to - from) / 2;

      if (column->customer[middle] == number - 1)
        return (int) middle;
      if (column->customer[middle] < number - 1)
        from = middle + 1;
      else
        to = middle;
    }

  return -1;
}

static const char *
segment_of (const ExLedger *ledger, gint32 number)
{
  return number >= 0 ? ex_ledger_get_segment (ledger, (guint) number) : NULL;
}

static const char *
reason_of (const ExLedger *ledger, gint32 number)
{
  return number >= 0 ? ex_ledger_get_reason (ledger, (guint) number) : NULL;
}

/* One cell of both. What is added to keeps the segment and the reason where it says none. */
static gboolean
cell_changes (const ExHeldRows *self, const ExLedger *held, const ExColumn *new, int i, const ExColumn *old, int k)
{
  const char *segment = segment_of (held, new->segment[i]);
  const char *reason = reason_of (held, new->reason[i]);
  gboolean same_segment = g_strcmp0 (segment, segment_of (self->standing, old->segment[k])) == 0;
  gboolean same_reason = g_strcmp0 (reason, reason_of (self->standing, old->reason[k])) == 0;

  if (self->add)
    return new->value[i] != 0 || (segment != NULL && !same_segment) || (reason != NULL && !same_reason);

  return new->value[i] != old->value[k] || !same_segment || !same_reason;
}

static void
refuse_row (ExImportRun *run, const HeldRow *row, ExGrain grain)
{
  g_autofree char *period = ex_period_to_string ((ExPeriod) { grain, row->index });

  ex_import_refuse_at (run, row->line, EX_CUSTOMER_VALUE, _("%s is final: its customer figures do not change."), period);
}

void
ex_held_rows_check (ExHeldRows *self, ExImportRun *run)
{
  g_autoptr (ExLedger) held = ex_ledger_builder_end (self->builder);
  g_autoptr (GHashTable) old_numbers = NULL;
  g_autoptr (GHashTable) new_numbers = NULL;

  if (self->rows->len == 0)
    return;

  old_numbers = index_customers (self->standing);
  new_numbers = index_customers (held);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const HeldRow *row = &g_array_index (self->rows, HeldRow, i);
      const ExColumn *old = find_column (self->standing, row->index);
      const ExColumn *new = find_column (held, row->index);
      int old_cell = find_cell (old, old_numbers, row->customer);

      if (old_cell < 0 || cell_changes (self, held, new, find_cell (new, new_numbers, row->customer), old, old_cell))
        refuse_row (run, row, self->grain);
    }
}
