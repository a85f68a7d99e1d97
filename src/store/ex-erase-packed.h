/* The rows that undone imports packed away, one by one. */
#pragma once

#include "ex-journal-table.h"
#include "ex-journal.h"

G_BEGIN_DECLS

typedef struct
{
  gint64         import;
  const ExJournalTable *table;
  int            part;
} ExErasePacked;

typedef gboolean (* ExErasePackedRow)  (const ExErasePacked *at, ExValue *values, gpointer data, GError **error);
typedef gboolean (* ExErasePackedPart) (const ExErasePacked *at, gpointer data, GError **error);

/* Every row of every part, and (nullable) the end of each part. By import, table, part. FALSE on @error. */
gboolean ex_erase_walk_packed (ExStore *store, ExErasePackedRow row, ExErasePackedPart end, gpointer data, GError **error);

G_END_DECLS
