/* The inside of a ledger, for the files that make one: builder, merge, parts. */
#pragma once

#include "ex-ledger-column.h"
#include "ex-ledger-lazy.h"

G_BEGIN_DECLS

/* Of a ledger whose columns come one by one. */
typedef struct
{
  const ExLedgerSource *source;
  gpointer              data;
  guint                 n_customers;
  GArray               *indices; /* (element-type int) of the columns' periods */
  ExColumn              column;  /* the one that was asked for last */
  guint                 at;      /* its number; G_MAXUINT: none */
} ExLedgerLazy;

struct _ExLedger
{
  gatomicrefcount ref_count;
  ExLedgerKind    kind;
  ExGrain         grain;
  ExNames        *customers; /* NULL: not asked for yet, in a lazy ledger */
  ExNames        *segments;
  ExNames        *reasons;
  GArray         *columns;   /* (element-type ExColumn) by period; their arrays are owned. NULL in a lazy ledger */
  ExLedgerLazy   *lazy;      /* NULL: all columns are there */
};

/* (transfer full) all of it. Names never change from here on, so that threads may share the ledger. */
ExLedger *ex_ledger_take (ExLedgerKind kind, ExGrain grain, ExNames *customers, ExNames *segments, ExNames *reasons, GArray *columns);

void      ex_ledger_lazy_free        (ExLedgerLazy *self);
const ExColumn *ex_ledger_lazy_read  (ExLedgerLazy *self, guint i, GError **error);
ExNames  *ex_ledger_lazy_names       (ExLedgerLazy *self);

GArray   *ex_columns_new  (void); /* clears its columns when it goes */

G_END_DECLS
