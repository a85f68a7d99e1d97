/* A new layer of the ledger: what it changes of what stands, and how it is written. Of ex-store-ledger.c only. */
#pragma once

#include "core/ex-ledger-lazy.h"
#include "ex-import-run.h"
#include "ex-ledger-rows.h"

G_BEGIN_DECLS

/* Counts in @run what laying @layer over @base (nullable) would do, and says so of the periods that were there before. FALSE and @error: a sum
 * overflows, or what stands cannot be read. */
gboolean ex_layer_compare (const ExLedger *base, const ExLedger *layer, ExOver over, ExImportRun *run, GError **error);

/* Writes it as a layer of the open import. */
gboolean ex_layer_write   (ExImportRun *run, const ExLedger *layer, ExOver over, GError **error);

G_END_DECLS
