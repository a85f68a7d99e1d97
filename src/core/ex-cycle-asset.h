/* The customer asset over a cycle: one movement from the cycle's opening to its closing, or as far as the ledger goes. */
#pragma once

#include "ex-cycle.h"
#include "ex-movement.h"

G_BEGIN_DECLS

typedef struct
{
  ExPeriod   first;    /* of the span, in the ledger's grain */
  ExPeriod   last;
  gboolean   in_cycle; /* FALSE: the ledger has no whole period in the cycle, and this is its latest period instead */
  ExMovement movement; /* of the company */
  GArray    *reasons;  /* (element-type ExLostReason) why customers left, largest value first; empty for entered movements */
} ExCycleAsset;

/* The periods of a ledger that lie wholly in @cycle (nullable). A recurring ledger that begins inside the cycle gives its
 * first period as the opening, for nothing was lost or gained before it was kept. (transfer full); NULL with @error
 * (EX_ERROR_OVERFLOW), NULL without: an empty ledger. */
ExCycleAsset *ex_cycle_asset_from_ledger    (const ExLedger *ledger, const ExCycle *cycle, GError **error);

/* The same from movements that were entered, (element-type ExEnteredMovement) by period: the first one's opening, the last one's
 * closing, the others added up. NULL without any. */
ExCycleAsset *ex_cycle_asset_from_movements (const GArray *movements, const ExCycle *cycle, GError **error);

void          ex_cycle_asset_free           (ExCycleAsset *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExCycleAsset, ex_cycle_asset_free)

G_END_DECLS
