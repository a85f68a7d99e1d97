/* What HR says of the ledger's periods beside its rows: how far it is complete, where there is no data, what is final. */
#pragma once

#include "ex-period.h"

G_BEGIN_DECLS

typedef struct
{
  ExDay   complete_to; /* the last day that is complete; EX_DAY_NONE: not said, and then all of it is */
  GArray *no_data;     /* (element-type ExPeriod) of the ledger's grain, rising: empty periods that are passed over */
  GArray *final;       /* (element-type ExPeriod) rising */
} ExLedgerMarks;

ExLedgerMarks *ex_ledger_marks_new  (void);                      /* nothing is said */
ExLedgerMarks *ex_ledger_marks_copy (const ExLedgerMarks *self); /* NULL: as if new */
void           ex_ledger_marks_free (ExLedgerMarks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExLedgerMarks, ex_ledger_marks_free)

/* @self may be NULL in all of them: nothing is said. @period: of the ledger's grain or coarser. */
gboolean ex_ledger_marks_is_no_data     (const ExLedgerMarks *self, ExPeriod period); /* every period of it */
gboolean ex_ledger_marks_is_provisional (const ExLedgerMarks *self, ExPeriod period); /* it ends after complete_to */
gboolean ex_ledger_marks_is_final       (const ExLedgerMarks *self, ExPeriod period); /* every period of it */

G_END_DECLS
