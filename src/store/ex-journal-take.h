/* What an import added, taken back whole by undo and brought back whole by redo. Its rows are packed away in between, so that a
 * million of them are neither journaled one by one nor lost; the digest of its entry proves that they come back as they were. */
#pragma once

#include "ex-digest.h"
#include "ex-journal.h"

G_BEGIN_DECLS

/* Inside an action. The layers of the ledger stay; whether they count is what the entry says. */
gboolean ex_journal_take_back  (ExStore *self, gint64 number, GError **error);
gboolean ex_journal_bring_back (ExStore *self, gint64 number, GError **error);

/* What waits of the import in @table, into a digest. FALSE without @error: it cannot be read. */
gboolean ex_journal_digest_taken (ExStore *self, const char *table, gint64 number, ExDigest *digest, GError **error);

G_END_DECLS
