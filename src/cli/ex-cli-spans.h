/* The movements that were asked for: out of the ledger, or as they were entered. */
#pragma once

#include "ex-cli-show.h"

G_BEGIN_DECLS

typedef struct
{
  ExLedger  *ledger; /* NULL: the movements were entered */
  guint      n_entered; /* movements that were, shown or not */
  GPtrArray *spans;  /* (element-type ExSpan) in order of time; empty: there is nothing */
  char      *period; /* of the only span, when it is a cycle's: "2025-10/2026-09"; else NULL */
  char      *label;  /* the same for people */
} ExCliSpans;

/* NULL: it was said why not. (transfer full) */
ExCliSpans *ex_cli_spans_read  (ExStore *store, const ExCliShow *show);
void        ex_cli_spans_free  (ExCliSpans *self);

/* Of one span: as files have it, and as people read it. (transfer full) */
char       *ex_cli_spans_period (const ExCliSpans *self, const ExSpan *span);
char       *ex_cli_spans_label  (const ExCliSpans *self, const ExSpan *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExCliSpans, ex_cli_spans_free)

G_END_DECLS
