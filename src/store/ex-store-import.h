/* Many rows at once, as one action: what the plans of src/exchange/ made of a file. Rows that are new are journaled as one
 * entry and carry its number; rows that change are journaled one by one. All or nothing; a cancelled import leaves nothing. */
#pragma once

#include "core/ex-ledger.h"
#include "core/ex-movement.h"
#include "ex-store-journal.h"

G_BEGIN_DECLS

typedef struct
{
  guint64 added;
  guint64 changed;
  guint64 unchanged;
} ExImportCounts;

typedef struct
{
  const char *file_name;   /* base name, for History */
  const char *digest;      /* SHA-256 of the file's bytes, hex */
  GCancellable *cancellable;
  ExProgress  progress;    /* may be NULL; called from the store's thread */
  gpointer    progress_data;
} ExImportInfo;

/* (element-type ExLeader), any order; managers may be among them. */
gboolean  ex_store_import_leaders    (ExStore *self, GPtrArray *leaders, const ExImportInfo *info, ExImportCounts *counts, GError **error);
/* (element-type ExObjective); parents may be among them. */
gboolean  ex_store_import_objectives (ExStore *self, GPtrArray *objectives, const ExImportInfo *info, ExImportCounts *counts, GError **error);

gboolean  ex_store_import_check_ins  (ExStore *self, GArray *rows, const ExImportInfo *info, ExImportCounts *counts, GError **error);

/* The ledger: each import is a layer. @add: add to what stands; content (digest) that was already added is refused. @counts in cells. A layer that
 * changes nothing is not kept. Kind and grain are set by the first. */
gboolean  ex_store_import_ledger     (ExStore *self, ExLedger *layer, gboolean add, const ExImportInfo *info, ExImportCounts *counts, GError **error);
/* All layers merged; NULL without @error: the company has no ledger. (transfer full) */
ExLedger *ex_store_read_ledger       (ExStore *self, GError **error);

gboolean  ex_store_import_movements  (ExStore *self, GArray *movements, const ExImportInfo *info, ExImportCounts *counts, GError **error);
GArray   *ex_store_list_movements    (ExStore *self, GError **error); /* (element-type ExEnteredMovement) by period */

/* A number that differs whenever the ledger or the entered movements may differ, so that nobody reads a million cells again after
 * the edit of a leader. */
gint64    ex_store_get_ledger_version (ExStore *self);

G_END_DECLS
