/* An undo while it goes on. */
#pragma once

#include "ex-journal.h"
#include "ex-journal-table.h"

G_BEGIN_DECLS

typedef struct
{
  ExStore    *store;
  ExAction   *target;   /* the action that is taken back */
  GHashTable *undone;   /* as ex_journal_read_undone() */
  GHashTable *work;     /* table name -> what undo needs of the table */
  GHashTable *removed;  /* names of tables from which rows were removed */
  GHashTable *restored; /* ... in which rows were put or set back */
  GHashTable *taken;    /* ... of whose rows an import was taken back, without a change in the journal for each */
  GHashTable *brought;  /* ... to which an import was brought back */
} ExUndo;

/* FALSE and EX_STORE_ERROR_CONFLICT: a later action that counts touched the same rows. */
gboolean ex_undo_is_free      (ExUndo *self, GError **error);
/* Writes the befores back, newest first. */
gboolean ex_undo_write_back   (ExUndo *self, GError **error);
/* FALSE and EX_STORE_ERROR_CONFLICT: what is left would refer to what is gone, or leaders would report in a circle. */
gboolean ex_undo_leaves_whole (ExUndo *self, GError **error);

/* Says that the target cannot be undone because of the action @later; 0: it is not known which. Always FALSE. */
gboolean ex_undo_refuse       (ExUndo *self, gint64 later, GError **error);

G_END_DECLS
