/* One answer of a walk through a ledger: spans in order of time, and what became of every customer in each. Of ex-movement.c, and of who looks
 * at customers one by one in the same spans. */
#pragma once

#include "ex-movement.h"

G_BEGIN_DECLS

/* A part of the way: a span that is wanted, or one that is only passed on the way to it. */
typedef struct
{
  ExPeriod period;
  int      first;       /* periods of the ledger's grain */
  int      last;
  int      closing;     /* a recurring ledger's values are read in this one */
  int      reasons_from;/* a reason said earlier is not the reason of a loss in this span */
  gboolean wanted;
  gboolean no_data;     /* passed over: nothing happens in it */
  gboolean provisional;
} ExStage;

/* The way to the one span from period @first to @last: what came before its opening, the opening (in transactions the equal span before), the span.
 * (transfer full) (element-type ExStage) */
GArray     *ex_span_stages_between (const ExLedger *ledger, const ExLedgerMarks *marks, int first, int last);
/* Period @index is without data, and passed over. */
gboolean    ex_span_is_passed      (const ExLedger *ledger, const ExLedgerMarks *marks, int index);

typedef struct _ExSpanWalk ExSpanWalk;

/* Takes @stages (element-type ExStage), rising without overlaps. @request: whose spans they are; must outlive the walk. */
ExSpanWalk *ex_span_walk_new  (const ExLedger *ledger, GArray *stages, ExSpanRequest *request);
void        ex_span_walk_free (ExSpanWalk *self);
/* Columns in order of time. */
void        ex_span_walk_push (ExSpanWalk *self, const ExColumn *column);
/* Behind the last one. */
void        ex_span_walk_end  (ExSpanWalk *self);
gboolean    ex_span_walk_overflowed (const ExSpanWalk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExSpanWalk, ex_span_walk_free)

G_END_DECLS
