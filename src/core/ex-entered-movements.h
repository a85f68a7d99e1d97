/* Movements entered period by period, by a company without a customer-level ledger, seen as spans. */
#pragma once

#include "ex-ledger-marks.h"
#include "ex-movement.h"

G_BEGIN_DECLS

/* Every span of @grain (not finer than theirs, else EX_ERROR_INVALID) from the first to the last of @movements (element-type ExEnteredMovement, by
 * period). A coarser span joins those in it: the first one's opening, the last one's closing, the others added up. A span for which nothing
 * was entered is empty and, as nobody knows who was there, without data. (transfer full) (element-type ExSpan); EX_ERROR_OVERFLOW. */
GPtrArray *ex_entered_movements_to_spans (const GArray *movements, ExGrain grain, const ExLedgerMarks *marks, GError **error);
/* One span of any length, from period @first to @last of their grain, joined. */
ExSpan    *ex_entered_movements_between  (const GArray *movements, int first, int last, const ExLedgerMarks *marks, GError **error);

G_END_DECLS
