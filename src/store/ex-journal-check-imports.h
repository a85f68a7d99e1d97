/* What imports added, against the digests of their entries: table by table, first what the journal has on it, then the live rows.
 *
 * The digest is over the rows by key, as they were when they were added. For one that was changed or removed since, that is what
 * its first change had before; so live rows and those befores are merged in the order of the key. */
#pragma once

#include "ex-journal-check.h"
#include "ex-journal-table.h"

G_BEGIN_DECLS

typedef struct _ExImportCheck ExImportCheck;

ExImportCheck *ex_import_check_new         (ExCheck *check, GError **error);
void           ex_import_check_free        (ExImportCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExImportCheck, ex_import_check_free)

/* The last action that added the import, took it back or brought it back; 0: there is no such import. */
gint64         ex_import_check_turned_by   (ExImportCheck *self, gint64 number);

gboolean       ex_import_check_begin_table (ExImportCheck *self, const ExJournalTable *table, GError **error);
/* Whether the row, as the journal has it, belongs to an import that is undone: then it is gone without a change of its own. */
gboolean       ex_import_check_is_undone   (ExImportCheck *self, const char *row);
/* The table's changes, row after row, each row's in order. */
void           ex_import_check_next_row    (ExImportCheck *self);
void           ex_import_check_note        (ExImportCheck *self, const char *before, gint64 change, gint64 action);
void           ex_import_check_sort        (ExImportCheck *self);
/* The live rows by key; @import: the row's, 0: by hand. @row selects ex_journal_table_column_list() first. */
gboolean       ex_import_check_live        (ExImportCheck *self, ExStatement *row, gint64 import, GError **error);
gboolean       ex_import_check_end_table   (ExImportCheck *self, GError **error);

/* Whether one of the imports @numbers (as pointers) adds to @table. */
gboolean       ex_import_check_adds_to     (ExImportCheck *self, GHashTable *numbers, const char *table);
/* After the last table: the digests. (transfer full) number, as a pointer -> digest */
GHashTable    *ex_import_check_end         (ExImportCheck *self);
/* What the digests of the imports @numbers would be as their rows, and the history of these, are now. (transfer full) as above */
GHashTable    *ex_import_check_digest      (ExStore *store, GHashTable *numbers, GError **error);

/* After the last table: a sentence for every import that differs. */
void           ex_import_check_compare     (ExImportCheck *self);

G_END_DECLS
