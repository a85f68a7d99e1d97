/* The inside of a ledger, for the files that make one: builder, merge, parts. */
#pragma once

#include "ex-ledger-names.h"
#include "ex-ledger.h"

G_BEGIN_DECLS

struct _ExLedger
{
  gatomicrefcount ref_count;
  ExLedgerKind    kind;
  ExGrain         grain;
  ExNames        *customers;
  ExNames        *segments;
  ExNames        *reasons;
  GArray         *columns; /* (element-type ExColumn) by period; their arrays are owned */
};

/* (transfer full) all of it. Names never change from here on, so that threads may share the ledger. */
ExLedger *ex_ledger_take (ExLedgerKind kind, ExGrain grain, ExNames *customers, ExNames *segments, ExNames *reasons, GArray *columns);

void      ex_column_init  (ExColumn *self, int index, guint n, gboolean with_rows);
void      ex_column_copy  (ExColumn *self, const ExColumn *from); /* without rows */
void      ex_column_clear (ExColumn *self);
GArray   *ex_columns_new  (void); /* clears its columns when it goes */

G_END_DECLS
