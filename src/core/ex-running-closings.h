/* What the transactions of a span came to after each of its periods: columns pass through one after the other. */
#pragma once

#include "ex-cycle-asset.h"

G_BEGIN_DECLS

typedef struct _ExRunningClosings ExRunningClosings;

/* @spans: of a ledger of transactions, whose customers are numbered below @n_customers. @marks: (nullable). */
ExRunningClosings *ex_running_closings_new  (const ExCycleSpans *spans, const ExLedgerMarks *marks, guint n_customers);
/* Columns rising by period; those outside the span are passed over. */
void               ex_running_closings_take (ExRunningClosings *self, const ExColumn *column);
/* (transfer full) (element-type ExClosing); NULL and EX_ERROR_OVERFLOW. */
GArray            *ex_running_closings_end  (ExRunningClosings *self, GError **error);
void               ex_running_closings_free (ExRunningClosings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExRunningClosings, ex_running_closings_free)

G_END_DECLS
