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
/* FALSE and EX_STORE_ERROR_CONFLICT: the target signs, closes or took signatures off, which is not undone; or what it wrote is under a later
 * signature, or in a cycle that was closed since. */
gboolean ex_undo_keeps_signatures (ExUndo *self, GError **error);
/* FALSE and EX_STORE_ERROR_CONFLICT: a later step of a review or of a cycle needed what the target did, or something was written since in a
 * review whose step it took. */
gboolean ex_undo_no_step_builds   (ExUndo *self, GError **error);
/* Writes the befores back, newest first. */
gboolean ex_undo_write_back   (ExUndo *self, GError **error);
/* FALSE and EX_STORE_ERROR_CONFLICT: what is left would refer to what is gone, or leaders would report in a circle. */
gboolean ex_undo_leaves_whole (ExUndo *self, GError **error);

/* The first row of @sql ($1: the target's number), in order, of number and undoes of an action that counts; else *@later stays. FALSE only on @error. */
gboolean ex_undo_find_later   (ExUndo *self, const char *sql, gint64 *later, GError **error);
gboolean ex_undo_signs        (ExUndo *self, gint64 action); /* whether it is a signature or the closing of a cycle */
/* As far as who undoes may know of it. (transfer full) */
char    *ex_undo_describe     (ExUndo *self, const ExAction *action);
/* Says that the target cannot be undone because of the action @later; 0: it is not known which. Always FALSE. */
gboolean ex_undo_refuse       (ExUndo *self, gint64 later, GError **error);

G_END_DECLS
