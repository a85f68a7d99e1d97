/* What HR says of the ledger's periods, for the files of the store that need to know. */
#pragma once

#include "core/ex-ledger-marks.h"
#include "ex-store-private.h"

G_BEGIN_DECLS

/* Rows come for @periods (indices of @grain) in the open action: what says that there is no data for them goes first. @notes: (nullable)
 * (element-type utf8) a sentence about each of them is added. */
gboolean ex_marks_make_room (ExStore *self, ExGrain grain, const int *periods, guint n, GPtrArray *notes, GError **error);

/* (element-type ExPeriod) rising; of any length. */
GArray  *ex_final_periods_read (ExDatabase *database, GError **error);

/* EX_STORE_ERROR_REFUSED where @period, or a part of it, is final. */
gboolean ex_marks_accept_open (const ExLedgerMarks *self, ExPeriod period, GError **error);

G_END_DECLS
