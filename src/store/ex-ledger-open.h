/* The ledger of a file, whose columns come one by one: the layers of a period are laid over each other as they are asked for. Of the store only;
 * others ask for it by ex_store_open_ledger(). */
#pragma once

#include "core/ex-ledger-lazy.h"
#include "ex-ledger-rows.h"

G_BEGIN_DECLS

/* NULL without @error: there is none. @given: with the reasons that were given later. Must go before @store does. (transfer full) */
ExLedger *ex_ledger_open      (ExStore *store, gboolean given, GCancellable *cancellable, GError **error);
/* The customers of all layers, those that count or not, by their number over all of them. (transfer full) */
ExNames  *ex_ledger_read_known(ExDatabase *database, const GArray *layers, GError **error);

G_END_DECLS
