/* Everything the window shows of a company at one moment, read in the worker's thread, immutable and shared. */
#pragma once

#include "core/ex-asset.h"
#include "core/ex-claims.h"
#include "core/ex-company.h"
#include "core/ex-reward.h"
#include "store/ex-store-import.h"
#include "store/ex-store-parts.h"
#include "store/ex-store-reviews.h"

G_BEGIN_DECLS

typedef struct
{
  guint64    serial;         /* no two have the same, as addresses may one after the other */
  gint64     version;        /* of the store, asked before anything was read */
  ExStoreParts parts;        /* as they stood then */
  char      *cycle;          /* name asked for; NULL: the latest */
  ExCompany *company;
  ExReviews *reviews;        /* (nullable) no cycle yet */
  GPtrArray *todo;           /* (element-type ExTodo) of the store's actor */
  ExAsset   *asset;          /* (nullable) no customers yet; of the cycle */
  GPtrArray *claims;         /* (element-type ExClaims) one, or none without a cycle; an array for its count of references */
  GPtrArray *terms;          /* (element-type ExRewardTerms) of the cycle: one or none */
  ExRewards *rewards;        /* (nullable) nothing is paid; as they stand now, of a closed cycle those of its last close */
  char      *pay_problem;    /* (nullable) a sentence: why terms, runs or rewards are not there although something is in the file */
  GPtrArray *runs;           /* (element-type ExRewards) what closes of the cycle have paid, by version: what the actor may see */
  GHashTable *spells;        /* leader id -> GArray of ExSpell */
  char      *actor;          /* of the store, when runs was read */
  GPtrArray *cycles;         /* (element-type ExCycle) latest first */
  ExAction  *undo;           /* (nullable) what Ctrl+Z would take */
  ExAction  *redo;           /* (nullable) */
} ExSnapshot;

/* Takes from @previous (nullable) what has not changed since. A @cycle that is gone counts as NULL. (transfer full) */
ExSnapshot *ex_snapshot_read  (ExStore *store, const char *cycle, ExSnapshot *previous, GError **error);
ExSnapshot *ex_snapshot_ref   (ExSnapshot *self);
void        ex_snapshot_unref (ExSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExSnapshot, ex_snapshot_unref)

G_END_DECLS
