/* Many rows at once, as one action: what the plans of src/exchange/ made of a file. Rows that are new are journaled as one
 * entry and carry its number; rows that change are journaled one by one. All or nothing; a cancelled import leaves nothing. */
#pragma once

#include "core/ex-ledger-column.h"
#include "core/ex-ledger.h"
#include "core/ex-movement.h"
#include "ex-store-journal.h"

G_BEGIN_DECLS

typedef struct
{
  guint64 added;
  guint64 changed;
  guint64 unchanged;
  guint64 removed;   /* of the ledger: customers of a period who are gone, as the whole period was replaced */
} ExImportCounts;

typedef struct
{
  const char *file_name;   /* base name, for History */
  const char *digest;      /* SHA-256 of the file's bytes, hex */
  GCancellable *cancellable;
  ExProgress  progress;    /* may be NULL; called from the store's thread */
  gpointer    progress_data;
  GPtrArray  *notes;       /* (nullable) (element-type utf8) sentences about what stood before are added: the caller's */
} ExImportInfo;

/* (element-type ExLeader), any order; managers may be among them. */
gboolean  ex_store_import_leaders    (ExStore *self, GPtrArray *leaders, const ExImportInfo *info, ExImportCounts *counts, GError **error);
/* The same with earlier times in the role. @spells: leader id -> GArray of ExSpell, in place of what is there; who is not in it keeps theirs. */
gboolean  ex_store_import_leaders_and_spells (ExStore *self, GPtrArray *leaders, GHashTable *spells, const ExImportInfo *info,
                                              ExImportCounts *counts, GError **error);
/* (element-type ExObjective); parents may be among them. */
gboolean  ex_store_import_objectives (ExStore *self, GPtrArray *objectives, const ExImportInfo *info, ExImportCounts *counts, GError **error);

gboolean  ex_store_import_check_ins  (ExStore *self, GArray *rows, const ExImportInfo *info, ExImportCounts *counts, GError **error);

/* The ledger: each import is a layer, which lies over those before as @over says; content (digest) that was already added is refused. @counts in
 * rows. A layer that changes nothing is not kept. Kind and grain are set by the first. Every movement is checked before anything stays. */
gboolean  ex_store_import_ledger     (ExStore *self, ExLedger *layer, ExOver over, const ExImportInfo *info, ExImportCounts *counts, GError **error);
/* The ledger of all layers that count, with the reasons that were given later; its columns are read as they are asked for (ex_ledger_read_column(),
 * ex_ledger_walk()), so that it costs no memory to have. Belongs to the thread of the store, and goes before it; to see one moment of the file,
 * between ex_store_begin_read() and ex_store_end_read(). NULL without @error: the company has no ledger. (transfer full) */
ExLedger *ex_store_open_ledger       (ExStore *self, GCancellable *cancellable, GError **error);
/* The same without those reasons, as it was imported: what files are held against. */
ExLedger *ex_store_open_imported_ledger (ExStore *self, GCancellable *cancellable, GError **error);
/* The first, all of it in memory: for small ones. (transfer full) */
ExLedger *ex_store_read_ledger       (ExStore *self, GError **error);

gboolean  ex_store_import_movements  (ExStore *self, GArray *movements, const ExImportInfo *info, ExImportCounts *counts, GError **error);
GArray   *ex_store_list_movements    (ExStore *self, GError **error); /* (element-type ExEnteredMovement) by period */

/* A number that differs whenever the ledger or the entered movements may differ, so that nobody reads a million cells again after
 * the edit of a leader. */
gint64    ex_store_get_ledger_version (ExStore *self);

G_END_DECLS
