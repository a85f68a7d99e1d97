/* What closing a cycle needs to know of the customer asset (gate G6), out of the asset as it was read for the cycle. */
#pragma once

#include "ex-asset.h"
#include "ex-gate.h"
#include "ex-reward.h"

G_BEGIN_DECLS

/* @asset: (nullable) without one there are no customer figures; @terms: (nullable) the cycle pays nothing by growth. (transfer full) */
ExCloseFacts *ex_close_facts_new  (const ExAsset *asset, const ExCycle *cycle, const ExRewardTerms *terms);
void          ex_close_facts_free (ExCloseFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExCloseFacts, ex_close_facts_free)

G_END_DECLS
