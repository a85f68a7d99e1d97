/* The customer asset as it is looked at: movements by period, the names of segments and reasons, what HR said of periods. Without the cells
 * of the ledger, so that looking at ten million rows costs no memory. Immutable, counted references. */
#pragma once

#include "ex-cycle-asset.h"
#include "ex-ledger-marks.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean       entered;   /* movements entered period by period; FALSE: computed from a ledger */
  ExLedgerKind   kind;      /* entered movements count as recurring */
  ExGrain        grain;
  ExLedgerMarks *marks;
  GPtrArray     *spans;     /* (element-type ExSpan) every period of the grain from first to last, of the company, without segments */
  char         **segments;  /* names by number, NULL-terminated */
  char         **reasons;
  guint64        n_rows;    /* cells of the ledger */
  guint          n_customers; /* that were ever in it */
  int            margin;    /* for lifetime values: basis points of value that stay; -1: not set */
  int            discount;  /* rate a period of the grain, basis points; -1: not set */
  ExCycleAsset  *cycle;     /* (nullable) over the cycle it was read for */
} ExAsset;

ExAsset *ex_asset_new   (void); /* empty; whoever reads fills it, then shares it */
ExAsset *ex_asset_ref   (ExAsset *self);
void     ex_asset_unref (ExAsset *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExAsset, ex_asset_unref)

/* (nullable) the span of @period (of the asset's grain) */
const ExSpan *ex_asset_find_span    (const ExAsset *self, ExPeriod period);
const char   *ex_asset_segment_name (const ExAsset *self, int segment); /* "Without a segment", translated, for -1 */
const char   *ex_asset_reason_name  (const ExAsset *self, int reason);  /* "Not known", translated, for -1 */
/* The share of the lost customers, or of their value, whose reason is known; EX_UNSET when nobody was lost. */
double        ex_reasons_known      (const GArray *reasons, ExMeasure measure);

/* margin x value per customer a period x r / (1 + d - r), in minor units, r the customer retention of one period: over a span of @periods the
 * geometric mean. @m: of a segment or the company; @margin, @discount: basis points. EX_UNSET where undefined: r >= 1 + d, nobody
 * at the opening or the closing, margin or discount not set. Source: "The customer asset" in the rules. */
double        ex_lifetime_value     (const ExMovement *m, ExLedgerKind kind, guint periods, int margin, int discount, const char *currency,
                                     ExWorking *working);

G_END_DECLS
