/* What happened to the customer asset, in the sentences that a chief executive would say. All results (transfer full). */
#pragma once

#include "core/ex-cycle-asset.h"

G_BEGIN_DECLS

/* "We gained 1,204 customers and lost 1,869." Gained: new and won back. */
char *ex_asset_words_customers (const ExMovement *movement);

/* "The customer asset shrank by 11.6 %, to 3.2 M € a month." @kind: what a value is; @grain: of the period that it stands for. */
char *ex_asset_words_value     (const ExMovement *movement, const char *currency, ExLedgerKind kind, ExGrain grain);

/* "October 2025 to September 2026"; one period alone: its name. */
char *ex_asset_words_span      (ExPeriod first, ExPeriod last);

G_END_DECLS
