/* "show asset": what its tables for people and for programs share. */
#pragma once

#include "company/ex-tables.h"
#include "ex-cli-spans.h"

G_BEGIN_DECLS

typedef struct
{
  const ExCliSpans *spans;
  const char       *currency;
  gboolean          by_segment;
  int               margin;   /* for lifetime values, basis points; -1: not set */
  int               discount;
} ExCliAsset;

/* One line: of the company (@segment NULL), or of one segment. */
typedef void (* ExCliAssetLine) (ExTable *table, const ExCliAsset *asset, const ExSpan *span, const ExMovement *m, const char *segment);

/* A line for the company, then one a segment; a ledger that never names a segment has none. @unsaid: in place of the name of those whose
 * segment was never said. */
void        ex_cli_asset_add_lines       (ExTable *table, const ExCliAsset *asset, const char *unsaid, ExCliAssetLine add_line);
/* Two tables that fit on a screen, under the sentences; and what a customer is worth, where the company has said what that takes. */
void        ex_cli_asset_answer_text     (const ExCliAsset *asset);
/* NaN where it is undefined, or nobody has said what it takes. */
double      ex_cli_asset_lifetime        (const ExCliAsset *asset, const ExSpan *span, const ExMovement *m, ExWorking *working);

G_END_DECLS
