#include "config.h"

#include "ex-ledger-lazy.h"

#include "ex-ledger-private.h"

ExLedger *
ex_ledger_new_lazy (ExLedgerKind kind, ExGrain grain, guint n_customers, ExNames *segments, ExNames *reasons, GArray *indices,
                    const ExLedgerSource *source, gpointer data)
{
  ExLedger *self = ex_ledger_take (kind, grain, NULL, segments, reasons, NULL);

  self->lazy = g_new0 (ExLedgerLazy, 1);
  self->lazy->source = source;
  self->lazy->data = data;
  self->lazy->n_customers = n_customers;
  self->lazy->indices = indices;
  self->lazy->at = G_MAXUINT;

  return self;
}

void
ex_ledger_lazy_free (ExLedgerLazy *self)
{
  if (self == NULL)
    return;

  ex_column_clear (&self->column);
  g_array_unref (self->indices);
  self->source->free (self->data);
  g_free (self);
}

const ExColumn *
ex_ledger_lazy_read (ExLedgerLazy *self, guint i, GError **error)
{
  if (self->at == i)
    return &self->column;

  ex_column_clear (&self->column);
  self->at = G_MAXUINT;
  if (!self->source->load (self->data, i, &self->column, error))
    {
      ex_column_clear (&self->column);
      return NULL;
    }
  self->at = i;

  return &self->column;
}

/* What is damaged was said when its columns were read; names that cannot be read are empty ones. */
ExNames *
ex_ledger_lazy_names (ExLedgerLazy *self)
{
  g_autoptr (GError) failure = NULL;
  ExNames *names = self->source->names (self->data, &failure);

  if (names != NULL)
    return names;

  g_warning ("The names of the ledger’s customers cannot be read: %s", failure->message);

  return ex_names_new ();
}

ExLedger *
ex_ledger_load (const ExLedger *self, GError **error)
{
  g_autoptr (GArray) columns = ex_columns_new ();
  g_autoptr (ExNames) names = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->lazy == NULL)
    return ex_ledger_ref ((ExLedger *) self);

  for (guint i = 0; i < ex_ledger_n_columns (self); i++)
    {
      const ExColumn *column = ex_ledger_lazy_read (self->lazy, i, error);
      ExColumn copy;

      if (column == NULL)
        return NULL;
      ex_column_copy (&copy, column);
      g_array_append_val (columns, copy);
    }
  names = self->lazy->source->names (self->lazy->data, error);
  if (names == NULL)
    return NULL;

  return ex_ledger_take (self->kind, self->grain, g_steal_pointer (&names), ex_names_copy (self->segments), ex_names_copy (self->reasons),
                         g_steal_pointer (&columns));
}
