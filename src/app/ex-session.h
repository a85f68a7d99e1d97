/* A company's file, open in the window. Owns the one worker thread that owns the ExStore; the main thread never touches the
 * database. What pages show is an immutable ExCompany, read anew by the worker after every change, ours or another program's. */
#pragma once

#include <gio/gio.h>

#include "core/ex-asset.h"
#include "core/ex-claims.h"
#include "core/ex-company.h"
#include "core/ex-reviews.h"
#include "core/ex-reward.h"
#include "ex-snapshot.h"
#include "store/ex-store-import.h"

G_BEGIN_DECLS

#define EX_TYPE_SESSION (ex_session_get_type ())
G_DECLARE_FINAL_TYPE (ExSession, ex_session, EX, SESSION, GObject)

/* Runs in the worker thread with the store; returns its result (freed with the task's destroy function) or sets @error. */
typedef gpointer (* ExSessionFunc) (ExStore *store, gpointer data, GCancellable *cancellable, GError **error);

void        ex_session_open_async    (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void        ex_session_create_async  (const char *path, const ExCompanyInfo *info, gboolean sample, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
ExSession  *ex_session_open_finish   (GAsyncResult *result, GError **error); /* of both; (transfer full) */

const char *ex_session_get_path      (ExSession *self);
/* What stands now; (transfer none), replaced before "changed" is emitted. Never NULL once open. */
ExCompany  *ex_session_get_company   (ExSession *self);
/* (nullable) no cycle yet. Of the company above. */
ExReviews  *ex_session_get_reviews   (ExSession *self);
/* What the actor has to do next (element-type ExTodo), of the same moment; empty without a cycle. Indexes of the company. */
GPtrArray  *ex_session_get_todo      (ExSession *self);
/* (nullable) no customers yet. Its cycle is the one in view; segments and coarser periods are asked of the store. */
const ExAsset *ex_session_get_asset  (ExSession *self);
/* (nullable) no cycle yet. Of the company above. */
const ExClaims *ex_session_get_claims (ExSession *self);
/* (nullable) the cycle in view pays nothing by growth */
const ExRewardTerms *ex_session_get_reward_terms (ExSession *self);
/* (nullable) nothing is paid. All statements as they stand now, whoever looks (ex_reward_is_visible() says whose may be shown); of a closed
 * cycle those that its last close has frozen, of which there are only those that the actor may see. */
ExRewards  *ex_session_get_rewards   (ExSession *self);
/* (nullable) a sentence: why the terms, the rewards or the runs are not there although something is in the file */
const char *ex_session_get_pay_problem (ExSession *self);
/* What closes of the cycle in view have paid (element-type ExRewards), by version; empty without any. What the actor may see. */
GPtrArray  *ex_session_get_reward_runs (ExSession *self);
/* Earlier days in role: leader id -> GArray of ExSpell, immutable. With the getters above, what if can be computed in any thread. */
GHashTable *ex_session_get_spells    (ExSession *self);
/* All of the above at once, for whoever works with it in another thread. (transfer full) */
ExSnapshot *ex_session_ref_snapshot  (ExSession *self);
/* NULL: the latest cycle. */
void        ex_session_set_cycle     (ExSession *self, const char *name);
GPtrArray  *ex_session_get_cycles    (ExSession *self); /* (element-type ExCycle) */
const char *ex_session_get_actor     (ExSession *self);
void        ex_session_set_actor     (ExSession *self, const char *actor);

/* Reads: nothing changes. @data is freed with @destroy in the main thread after the callback. */
void        ex_session_read_async    (ExSession *self, ExSessionFunc func, gpointer data, GDestroyNotify destroy,
                                      GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Writes: as one action named @name (English, N_()); afterwards the company is read anew, "changed" is emitted, then the callback
 * runs. @func returns GINT_TO_POINTER (1) or a result, NULL with @error: rolled back. */
void        ex_session_write_async   (ExSession *self, const char *name, ExSessionFunc func, gpointer data, GDestroyNotify destroy,
                                      GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* The same without "written": for what is kept as it is typed. It can be undone like any other. */
void        ex_session_write_quietly_async (ExSession *self, const char *name, ExSessionFunc func, gpointer data, GDestroyNotify destroy,
                                      GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gpointer    ex_session_call_finish   (ExSession *self, GAsyncResult *result, GError **error); /* (transfer full) of both */

void        ex_session_undo_async    (ExSession *self, gint64 action, GAsyncReadyCallback callback, gpointer user_data); /* 0: the latest */
void        ex_session_redo_async    (ExSession *self, GAsyncReadyCallback callback, gpointer user_data);
ExAction   *ex_session_undo_finish   (ExSession *self, GAsyncResult *result, GError **error); /* (transfer full) what was taken back, of both */
/* (nullable) (transfer none): what Ctrl+Z and Ctrl+Shift+Z would take now */
const ExAction *ex_session_get_undo  (ExSession *self);
const ExAction *ex_session_get_redo  (ExSession *self);

/* Something is being read or written. */
gboolean    ex_session_is_busy       (ExSession *self);

/* Signals:
 *   "changed" (): company, customers, rewards, undo or cycles differ from before;
 *   "written" (const ExAction *): this session's action went through, unless quietly; after "changed", before the callback of the write.
 * Properties: can-undo, can-redo, busy. */

G_END_DECLS
