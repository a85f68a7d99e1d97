/* Whether the movements of a ledger hold together: for whoever has just changed it. */
#pragma once

#include "ex-movement.h"

G_BEGIN_DECLS

/* Every span of the ledger's grain, over the company and in each segment, in customers and in value: what was there, what came and what went make what
 * is there; the opening is the closing before; the segments are the company. EX_ERROR_INVALID with the first that does not hold, which is a fault
 * of the program's; EX_ERROR_OVERFLOW when all values together cannot be counted. @census: (out) (optional). */
gboolean ex_ledger_check (const ExLedger *ledger, const ExLedgerMarks *marks, ExLedgerCensus *census, GError **error);

G_END_DECLS
