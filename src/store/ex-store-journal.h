/* The journal: history, undo, and the chain that proves both. */
#pragma once

#include <gio/gio.h>

#include "core/ex-day.h"
#include "ex-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64   number;
  char    *name;        /* English; translate when shown */
  char    *actor;       /* leader id or "HR"; "" for an observer, who is not named to others (nor is their system user) */
  char    *system_user;
  gint64   at;          /* seconds since 1970, UTC */
  gint64   undoes;      /* the action that this one undoes; 0: none */
  gint64   undone_by;   /* the action that undid this one, as things stand; 0: none */
  guint    n_changes;   /* rows that it added, changed or removed; those of an import too */
  char    *subject;     /* what it was about, in words: a leader's name, an objective's title, a file's name; may be NULL */
} ExAction;

/* Why the store's actor may not read what changed. */
typedef enum
{
  EX_SHOWN,
  EX_HIDDEN_UNTIL_SUBMITTED, /* a self-assessment, for others than the leader */
  EX_HIDDEN_UNTIL_ASSESSED,  /* the reviewer's ratings, for HR and the leaders above */
  EX_HIDDEN_UNTIL_SIGN,      /* the same, for the leader: until the cycle enters sign */
  EX_HIDDEN_OBSERVER,        /* an observer's ratings */
  EX_HIDDEN_PRIVATE,
  EX_HIDDEN_PAY,             /* what somebody else is paid */
} ExHidden;

/* "hidden until the cycle is in Sign", in the reader's language; NULL when nothing is hidden. (transfer none) */
const char *ex_hidden_label (ExHidden hidden);

typedef struct
{
  char    *table;
  char    *key;     /* of the row, for people */
  char    *before;  /* JSON object; NULL: the row was added */
  char    *after;   /* JSON object; NULL: the row was removed */
  ExHidden hidden;  /* when it is: before and after have only what says which row it is, as far as that may be said */

  char    *earlier;   /* what counted before, as JSON: of a step of a review or a cycle, the step before it; of a calibrated rating, the first rating;
                         NULL: nothing did, or hidden */
  char    *cycle;     /* what the row is about, by the names that they have now, or had last; NULL: nothing such, or hidden */
  char    *leader;
  char    *objective;
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

/* Which actions are listed. What the store's actor may not know is not found by asking for it. */
typedef struct
{
  const char *leader; /* id: whose record, objectives, check-ins, review, ratings, ... were touched, those that are gone, too; NULL: anybody's */
  const char *page;   /* what is done on one of ex_history_pages(); NULL: on any */
  ExDay       from;   /* local days, both included; EX_DAY_NONE: open */
  ExDay       to;
  const char *person; /* who did it: leader id or "HR"; NULL: anybody */
} ExHistoryFilter;

/* Their names as win.show knows them, in the order of the sidebar. (transfer none) NULL-terminated */
const char * const *ex_history_pages (void);

/* The newest @limit actions with number < @before (0: from the newest) that fit @filter (nullable). (transfer full) (element-type ExAction) */
GPtrArray  *ex_store_list_actions (ExStore *self, const ExHistoryFilter *filter, gint64 before, guint limit, GError **error);
/* In both, what is hidden from the store's actor is not there. (transfer full) (element-type ExChange) */
GPtrArray  *ex_store_list_changes (ExStore *self, gint64 action, GError **error);

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
