#include "config.h"

#include "ex-ledger.h"

#include "ex-ledger-private.h"

#include <string.h>

gboolean
ex_ledger_kind_parse (const char *nick, ExLedgerKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (int i = EX_LEDGER_RECURRING; i <= EX_LEDGER_TRANSACTIONS; i++)
    if (nick != NULL && g_ascii_strcasecmp (nick, ex_ledger_kind_nick (i)) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

const char *
ex_ledger_kind_nick (ExLedgerKind kind)
{
  return kind == EX_LEDGER_RECURRING ? "recurring" : "transactions";
}

GArray *
ex_columns_new (void)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (ExColumn));

  g_array_set_clear_func (columns, (GDestroyNotify) ex_column_clear);

  return columns;
}

ExLedger *
ex_ledger_take (ExLedgerKind kind, ExGrain grain, ExNames *customers, ExNames *segments, ExNames *reasons, GArray *columns)
{
  ExLedger *self = g_new0 (ExLedger, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->grain = grain;
  self->customers = customers;
  self->segments = segments;
  self->reasons = reasons;
  self->columns = columns;

  return self;
}

ExLedger *
ex_ledger_ref (ExLedger *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ex_ledger_unref (ExLedger *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  ex_names_free (self->customers);
  ex_names_free (self->segments);
  ex_names_free (self->reasons);
  g_clear_pointer (&self->columns, g_array_unref);
  ex_ledger_lazy_free (self->lazy);
  g_free (self);
}

ExLedgerKind
ex_ledger_get_kind (const ExLedger *self)
{
  return self->kind;
}

ExGrain
ex_ledger_get_grain (const ExLedger *self)
{
  return self->grain;
}

guint
ex_ledger_n_columns (const ExLedger *self)
{
  return self->lazy != NULL ? self->lazy->indices->len : self->columns->len;
}

ExPeriod
ex_ledger_get_period (const ExLedger *self, guint i)
{
  g_return_val_if_fail (i < ex_ledger_n_columns (self), ((ExPeriod) { self->grain, 0 }));

  if (self->lazy != NULL)
    return (ExPeriod) { self->grain, g_array_index (self->lazy->indices, int, i) };

  return (ExPeriod) { self->grain, g_array_index (self->columns, ExColumn, i).index };
}

const ExColumn *
ex_ledger_read_column (const ExLedger *self, guint i, GError **error)
{
  g_return_val_if_fail (i < ex_ledger_n_columns (self), NULL);

  return self->lazy != NULL ? ex_ledger_lazy_read (self->lazy, i, error) : &g_array_index (self->columns, ExColumn, i);
}

const ExColumn *
ex_ledger_get_column (const ExLedger *self, guint i)
{
  g_return_val_if_fail (self->lazy == NULL, NULL);

  return ex_ledger_read_column (self, i, NULL);
}

guint
ex_ledger_n_customers (const ExLedger *self)
{
  return self->lazy != NULL ? self->lazy->n_customers : ex_names_length (self->customers);
}

const ExNames *
ex_ledger_get_customers (const ExLedger *self)
{
  if (self->customers == NULL)
    ((ExLedger *) self)->customers = ex_ledger_lazy_names (self->lazy);

  return self->customers;
}

const ExNames *
ex_ledger_get_segments (const ExLedger *self)
{
  return self->segments;
}

const ExNames *
ex_ledger_get_reasons (const ExLedger *self)
{
  return self->reasons;
}

const char *
ex_ledger_get_customer (const ExLedger *self, guint number)
{
  return ex_names_get (ex_ledger_get_customers (self), number);
}

guint
ex_ledger_n_segments (const ExLedger *self)
{
  return ex_names_length (self->segments);
}

const char *
ex_ledger_get_segment (const ExLedger *self, guint number)
{
  return ex_names_get (self->segments, number);
}

guint
ex_ledger_n_reasons (const ExLedger *self)
{
  return ex_names_length (self->reasons);
}

const char *
ex_ledger_get_reason (const ExLedger *self, guint number)
{
  return ex_names_get (self->reasons, number);
}

guint64
ex_ledger_n_cells (const ExLedger *self)
{
  guint64 cells = 0;

  g_return_val_if_fail (self->lazy == NULL, 0);

  for (guint i = 0; i < self->columns->len; i++)
    cells += g_array_index (self->columns, ExColumn, i).n;

  return cells;
}
