/* A ledger whose columns come one by one from somewhere, so that a walk through ten million cells holds one of them at a time. */
#pragma once

#include "ex-ledger-names.h"
#include "ex-ledger.h"

G_BEGIN_DECLS

typedef struct
{
  /* Fills @column, whose arrays are then the ledger's; every number in it has been checked. FALSE and @error: it cannot be read. */
  gboolean   (* load)  (gpointer source, guint i, ExColumn *column, GError **error);
  /* The customers' names, asked for once and only by who needs them. (transfer full) */
  ExNames   *(* names) (gpointer source, GError **error);
  void       (* free)  (gpointer source);
} ExLedgerSource;

/* @indices: (element-type int) of the periods that have rows, rising. @n_customers: the numbers of all customers are below it. Takes
 * @segments, @reasons, @indices and @data. Belongs to one thread. */
ExLedger *ex_ledger_new_lazy (ExLedgerKind kind, ExGrain grain, guint n_customers, ExNames *segments, ExNames *reasons, GArray *indices,
                              const ExLedgerSource *source, gpointer data);

/* All of it at once, in memory: for small ledgers. NULL and @error: a column cannot be read. (transfer full) */
ExLedger *ex_ledger_load     (const ExLedger *self, GError **error);

/* Its names, as long as it lives; of the customers of a lazy one, that are asked for then. */
const ExNames *ex_ledger_get_customers (const ExLedger *self);
const ExNames *ex_ledger_get_segments  (const ExLedger *self);
const ExNames *ex_ledger_get_reasons   (const ExLedger *self);

G_END_DECLS
