/* The customer asset over a cycle: one movement from the cycle's opening to its closing, or as far as the ledger goes. */
#pragma once

#include "ex-cycle.h"
#include "ex-movement.h"

G_BEGIN_DECLS

/* Where the closing is heading: the least-squares line through the closings so far (in transactions, through the running sums), read at the
 * cycle's last period, with its 80 % prediction interval. */
typedef struct
{
  gboolean known;     /* FALSE: the cycle is over, or fewer than three periods are there */
  double   closing;   /* customers, or minor units */
  double   low;
  double   high;
  double   growth;    /* of closing over the opening, a fraction; EX_UNSET when the opening is 0 */
} ExAssetForecast;

typedef struct
{
  ExPeriod   first;    /* of the span, in the ledger's grain: whole, complete periods */
  ExPeriod   last;
  ExPeriod   end;      /* the cycle's last whole period; after last while the cycle is not over in the ledger */
  gboolean   so_far;   /* it is not */
  gboolean   in_cycle; /* FALSE: the ledger has no whole period in the cycle, and this is its latest period instead */
  ExMovement movement; /* of the company */
  GArray    *reasons;  /* (element-type ExLostReason) why customers left, largest value first; empty for entered movements */
  GArray    *segments; /* (element-type ExSegmentMovement) those with customers at either end, by name; empty for entered movements */
  gboolean   opening_known; /* there is a period (in transactions an equal span) before the first, or movements with an opening */
  gboolean   has_before; /* the ledger has the same span before, with an opening of its own */
  ExMovement before;   /* its movement */
  ExAssetForecast forecast[EX_N_MEASURES]; /* by ExMeasure */
} ExCycleAsset;

/* Growth by which rewards are paid and a cycle is closed: a fraction, EX_UNSET when undefined. */
double        ex_cycle_asset_growth (const ExCycleAsset *self, ExMeasure measure);

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
