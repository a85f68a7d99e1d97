/* The journal: history, undo, and the chain that proves both. */
#pragma once

#include <gio/gio.h>

#include "ex-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64   number;
  char    *name;        /* English; translate when shown */
  char    *actor;       /* leader id or "HR" */
  char    *system_user;
  gint64   at;          /* seconds since 1970, UTC */
  gint64   undoes;      /* the action that this one undoes; 0: none */
  gint64   undone_by;   /* the action that undid this one, as things stand; 0: none */
  guint    n_changes;   /* rows that it added, changed or removed; those of an import too */
  char    *subject;     /* what it was about, in words: a leader's name, an objective's title, a file's name; may be NULL */
} ExAction;

typedef struct
{
  char *table;
  char *key;     /* of the row, for people */
  char *before;  /* JSON object; NULL: the row was added */
  char *after;   /* JSON object; NULL: the row was removed */
} ExChange;

void        ex_action_free (ExAction *self);
void        ex_change_free (ExChange *self);

/* "Undo: Record a check-in", in the reader's language. (transfer full) */
char       *ex_action_describe (const ExAction *self);

/* One field of a changed row, as text; NULL: it has no value there. */
typedef struct
{
  char *name;   /* of the column */
  char *before;
  char *after;
} ExFieldChange;

/* The fields that differ; of a row that was added or removed, all that have a value. (transfer full) (element-type ExFieldChange) */
GPtrArray  *ex_change_list_fields (const ExChange *self);

/* The newest @limit actions with number < @before (0: from the newest). (transfer full) (element-type ExAction) */
GPtrArray  *ex_store_list_actions (ExStore *self, gint64 before, guint limit, GError **error);
GPtrArray  *ex_store_list_changes (ExStore *self, gint64 action, GError **error); /* (element-type ExChange) */

/* @action 0: the actor's latest that is not undone. (transfer full) the action undone. */
ExAction   *ex_store_undo         (ExStore *self, gint64 action, GError **error);
/* Undoes the actor's latest undo, if nothing was done since. */
ExAction   *ex_store_redo         (ExStore *self, GError **error);
/* What undo and redo would take, for tooltips; NULL without @error: nothing. */
ExAction   *ex_store_peek_undo    (ExStore *self, GError **error);
ExAction   *ex_store_peek_redo    (ExStore *self, GError **error);

typedef void (* ExProgress) (double fraction, gpointer data);

/* Everything that is wrong with the file, in sentences; empty: all is well. (transfer full) */
GPtrArray  *ex_store_check        (ExStore *self, ExProgress progress, gpointer data, GCancellable *cancellable, GError **error);
/* The chain's head: SHA-256 in hex. */
char       *ex_store_get_head     (ExStore *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExAction, ex_action_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExChange, ex_change_free)

G_END_DECLS
