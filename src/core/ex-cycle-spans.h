/* Which periods of the customer figures a cycle asks for: its own, and those that they are compared with. */
#pragma once

#include "ex-cycle.h"
#include "ex-ledger.h"
#include "ex-ledger-marks.h"

G_BEGIN_DECLS

/* Periods @first to @last of the ledger's grain, both included. */
typedef struct
{
  int first;
  int last;
} ExStretch;

typedef struct
{
  ExLedgerKind kind;
  ExGrain      grain;
  ExStretch    ledger;    /* all of it */
  gboolean     entered;   /* movements that were entered, each with an opening of its own */
  gboolean     in_cycle;  /* FALSE: no complete period of it lies wholly in the cycle, and now is the latest instead */
  gboolean     so_far;    /* the cycle's last whole period is not there yet, or not complete */
  gboolean     provisional; /* now is not complete, for no period of the ledger is */
  int          end;       /* the cycle's last whole period; now.last outside the cycle */
  ExStretch    now;
  gboolean     opening_known; /* the ledger reaches back to what now is compared with */
  gboolean     has_before;
  ExStretch    before;    /* as long as now, right before it */
  gboolean     has_whole;
  ExStretch    whole;     /* in transactions, so far: as long as the whole cycle, right before it; what a forecast is compared with */
} ExCycleSpans;

/* @marks, @cycle: (nullable). The ledger has periods @ledger. @entered: movements that were entered, each with an opening of its own. */
ExCycleSpans ex_cycle_spans_find (ExLedgerKind kind, ExGrain grain, ExStretch ledger, gboolean entered, const ExLedgerMarks *marks,
                                  const ExCycle *cycle);
/* From which period on the closings of a forecast are wanted: that of a recurring ledger's opening, if there is one. */
int          ex_cycle_spans_from (const ExCycleSpans *self, const ExLedgerMarks *marks);

G_END_DECLS
