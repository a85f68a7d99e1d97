/* What the files of the journal share: opening and finishing an action, its digest, the chain. */
#pragma once

#include "ex-digest.h"
#include "ex-store-private.h"

G_BEGIN_DECLS

/* A row of actions, as its digest needs it. */
typedef struct
{
  gint64  number;
  char   *name;
  char   *subject;
  char   *actor;
  char   *system_user;
  gint64  at;
  gint64  undoes; /* 0: none */
  char   *salt;
  char   *digest;
  char   *chain;
} ExActionRow;

void         ex_action_row_free (ExActionRow *self);
ExActionRow *ex_action_row_read (ExStatement *statement, int column); /* from the columns of EX_ACTION_ROW on */
#define EX_ACTION_ROW "number, name, subject, actor, system_user, at, undoes, salt, digest, chain"
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExActionRow, ex_action_row_free)

/* Inside a transaction: the row of actions, and open_action. */
gboolean ex_journal_open   (ExStore *self, const char *name, GError **error);
/* The open action takes back the action @undoes. */
gboolean ex_journal_set_undoes (ExStore *self, const char *name, gint64 undoes, GError **error);
/* Writes digest and chain. @empty: nothing was changed; then the action is left for the caller to roll back. */
gboolean ex_journal_finish (ExStore *self, gboolean *empty, GError **error);

/* What an action's content is digested with. (transfer full) */
char    *ex_journal_make_salt (void);
/* The digest of the row itself, to which each change adds its table_name, row_key, before and after. (transfer full) */
ExDigest *ex_journal_digest_begin (const ExActionRow *action);
/* The digest of an action's content: its row without digest and chain, then its changes in order, which @changes gives by
 * (table_name, row_key, before, after) in columns 1 to 4 for as long as column 0 is the action's number. @changes stands on a
 * row or, with *@more FALSE, at the end. (transfer full) NULL on @error. */
char    *ex_journal_digest (const ExActionRow *action, ExStatement *changes, gboolean *more, GError **error);
#define EX_CHANGE_ROW "action, table_name, row_key, before, after"

/* SHA-256 of the chain before ("" for the first) and the digest. (transfer full) */
char    *ex_journal_link (const char *chain, const char *digest);

/* The rows of import @number are journaled as one from now on; 0: no more. */
gboolean ex_journal_set_import (ExStore *self, gint64 number, GError **error);

/* The digest of what an import added, as it is stored. (transfer full) NULL on @error. */
char    *ex_journal_digest_import (ExStore *self, const char *what, gint64 number, GError **error);
/* SQL for the digest of the row i of imports: where words were erased from what it added, of what is left. */
#define EX_IMPORT_DIGEST                                                                                                          \
  "coalesce ((SELECT e.digest FROM erasures e WHERE e.what = 'import' AND e.number = i.number ORDER BY e.erased_in DESC LIMIT 1), i.digest)"
/* The tables that an import of @what adds to; NULL-terminated; NULL: nothing is called so. (transfer none) */
const char * const *ex_journal_import_tables (const char *what);

/* The names of undos and redos: the prefix and the name of what was done first. */
#define EX_UNDO_PREFIX "Undo: "
#define EX_REDO_PREFIX "Redo: "

char       *ex_journal_key_for_people (const char *json); /* (transfer full) */

/* Which actions are undone as things stand: number -> number of the action that did it, both as pointers. */
GHashTable *ex_journal_read_undone (ExStore *self, GError **error);
/* Of the table above; 0: it is not. */
gint64      ex_journal_undone_by   (GHashTable *undone, gint64 number);

/* NULL without @error: there is no such action. */
ExAction   *ex_journal_find_action (ExStore *self, gint64 number, GHashTable *undone, GError **error);
/* The action at the root of undoes and redoes, and how many there are on the way. (transfer full) NULL on @error. */
ExAction   *ex_journal_find_origin (ExStore *self, const ExAction *action, guint *steps, GError **error);
/* What undo and redo take when nothing is named; 0: nothing; -1: @error. */
gint64      ex_journal_find_undo   (ExStore *self, GHashTable *undone, GError **error);
gint64      ex_journal_find_redo   (ExStore *self, GHashTable *undone, GError **error);

G_END_DECLS
