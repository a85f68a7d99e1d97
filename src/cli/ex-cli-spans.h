/* The movements that were asked for: out of the ledger, column by column, or as they were entered. */
#pragma once

#include "core/ex-asset.h"
#include "ex-cli-show.h"

G_BEGIN_DECLS

typedef struct
{
  ExLedger      *ledger;  /* its names and grain; NULL: the movements were entered, or there is nothing */
  ExLedgerMarks *marks;
  ExLedgerKind   kind;
  ExGrain        grain;   /* of the ledger, or of what was entered; 0: there is nothing */
  guint          n_entered; /* movements that were, shown or not */
  GPtrArray     *spans;   /* (element-type ExSpan) in order of time; empty: there is nothing */
  ExCycleAsset  *asset;   /* over a cycle, when one was asked for; then spans has its span alone */
  char          *period;  /* of the only span, when it is a cycle's or from one period to another: "2025-10/2026-09"; else NULL */
  char          *label;   /* the same for people */
  guint          length;  /* then, in periods of the grain; else 0 */
} ExCliSpans;

/* @span: as in spans, which then has it alone; it is gone afterwards. */
typedef void (* ExCliSpanFunc) (const ExCliSpans *spans, const ExSpan *span, gpointer data);

/* NULL: it was said why not. (transfer full) */
ExCliSpans *ex_cli_spans_read  (ExStore *store, const ExCliShow *show);
/* The same, handing each span to @each as it is ready instead of keeping it: a hundred thousand segments need no memory. */
gboolean    ex_cli_spans_each  (ExStore *store, const ExCliShow *show, ExCliSpanFunc each, gpointer data);
void        ex_cli_spans_free  (ExCliSpans *self);

/* Of one span: as files have it, and as people read it. (transfer full) */
char       *ex_cli_spans_period (const ExCliSpans *self, const ExSpan *span);
char       *ex_cli_spans_label  (const ExCliSpans *self, const ExSpan *span);
/* How many periods of the ledger's grain a span is long. */
guint       ex_cli_spans_length (const ExCliSpans *self, const ExSpan *span);
/* A line to standard error for each span that is empty, without data, or not complete. */
void        ex_cli_spans_tell   (const ExCliSpans *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExCliSpans, ex_cli_spans_free)

G_END_DECLS
