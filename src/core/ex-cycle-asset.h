/* The customer asset over a cycle: one movement from the cycle's opening to its closing, or as far as the ledger goes. */
#pragma once

#include "ex-cycle-spans.h"
#include "ex-movement.h"

G_BEGIN_DECLS

/* Where the closing is heading: the least-squares line through the closings so far, the opening's among them (in transactions, through the
 * running sums), read at the cycle's last period, with its 80 % prediction interval. Never below 0: there are not less than no customers. */
typedef struct
{
  gboolean known;     /* FALSE: the cycle is over, or fewer than three closings are there */
  double   closing;   /* customers, or minor units */
  double   low;
  double   high;
  double   growth;    /* of closing over the opening (in transactions: over the span before of the whole cycle's length), a fraction; EX_UNSET
                       * when that is 0 or not known */
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
  gboolean   provisional; /* of a span outside the cycle: it is not complete */
  gboolean   opening_known; /* there is a period (in transactions an equal span) before the cycle's first, or movements that begin with it */
  gboolean   has_before; /* the ledger has the same span before, with an opening of its own */
  ExMovement before;   /* its movement */
  ExAssetForecast forecast[EX_N_MEASURES]; /* by ExMeasure */
} ExCycleAsset;

/* Growth by which rewards are paid and a cycle is closed: a fraction, EX_UNSET when undefined: nothing in the cycle is complete, the opening
 * is not known, or 0. */
double        ex_cycle_asset_growth (const ExCycleAsset *self, ExMeasure measure);

/* The complete periods of a ledger that lie wholly in @cycle (nullable). A recurring ledger that begins inside the cycle gives its
 * first period as the opening, for nothing was lost or gained before it was kept: good to look at, no growth to pay by. @marks: (nullable).
 * (transfer full); NULL with @error (EX_ERROR_OVERFLOW), NULL without: an empty ledger. */
ExCycleAsset *ex_cycle_asset_from_ledger    (const ExLedger *ledger, const ExLedgerMarks *marks, const ExCycle *cycle, GError **error);

/* The same from movements that were entered, (element-type ExEnteredMovement) by period: the first one's opening, the last one's
 * closing, the others added up. NULL without any. */
ExCycleAsset *ex_cycle_asset_from_movements (const GArray *movements, const ExLedgerMarks *marks, const ExCycle *cycle, GError **error);

/* What customers came to at the end of a period: of a recurring ledger its closing, in transactions the sums since the span's first. */
typedef struct
{
  int     index; /* of the period */
  ExCount count;
} ExClosing;

/* (transfer full) (element-type ExClosing) what the spans from period @from to @last closed with, without those of no data. @periods: (element-type
 * ExSpan), each one period of a recurring ledger. */
GArray       *ex_closings_of_spans          (const GPtrArray *periods, int from, int last);

/* The same from spans that were already walked. @spans: what the cycle asks for; @now: its span, with segments; @before:
 * (nullable) the span before; @whole: (nullable) closing of spans->whole; @closings: (element-type ExClosing) rising, without those of no data. */
ExCycleAsset *ex_cycle_asset_from_spans     (const ExCycleSpans *spans, const ExSpan *now, const ExSpan *before, const ExCount *whole,
                                             const GArray *closings);

/* Of a ledger with periods, and from the same pass over it: @periods: (out) (optional) (transfer full) (element-type ExSpan) every period's span, of
 * the company; @census: (out) (optional). */
ExCycleAsset *ex_cycle_asset_walk           (const ExLedger *ledger, const ExLedgerMarks *marks, const ExCycle *cycle, GPtrArray **periods,
                                             ExLedgerCensus *census, GError **error);

void          ex_cycle_asset_free           (ExCycleAsset *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExCycleAsset, ex_cycle_asset_free)

G_END_DECLS
