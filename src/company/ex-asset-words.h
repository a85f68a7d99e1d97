/* What happened to the customer asset, in the sentences that a chief executive would say. All results (transfer full). */
#pragma once

#include "core/ex-cycle-asset.h"

G_BEGIN_DECLS

/* "We gained 1,204 customers and lost 1,869." Gained: new and won back. */
char *ex_asset_words_customers (const ExMovement *movement);

/* "The customer asset shrank by 11.6 %, to 3.2 M € a month." @kind: what a value is; @grain: of the period that it stands for. */
char *ex_asset_words_value     (const ExMovement *movement, const char *currency, ExLedgerKind kind, ExGrain grain);

/* The same of a span that is not over: "So far we gained 1,204 customers and lost 1,869.", "So far the customer asset grew by 3.0 %, to 3.2 M € a month." */
char *ex_asset_words_customers_so_far (const ExMovement *movement);
char *ex_asset_words_value_so_far (const ExMovement *movement, const char *currency, ExLedgerKind kind, ExGrain grain);

/* "At this pace you close the year with 1,180 customers, between 1,020 and 1,340."; NULL: there is no forecast. */
char *ex_asset_words_forecast  (const ExCycleAsset *asset, ExMeasure measure, const char *currency, ExLedgerKind kind);

/* "The reason is known for 92.0 % of the value lost."; NULL: nothing was lost. */
char *ex_asset_words_known     (const GArray *reasons, ExMeasure measure);

/* "October 2025 to September 2026"; one period alone: its name. */
char *ex_asset_words_span      (ExPeriod first, ExPeriod last);

G_END_DECLS
