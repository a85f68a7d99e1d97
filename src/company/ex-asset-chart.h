/* Charts of the customer asset, put together from its movements; the same for the window, the command line and paper. */
#pragma once

#include "chart/ex-waterfall-chart.h"
#include "core/ex-movement.h"
#include "core/ex-scope.h"

G_BEGIN_DECLS

/* From the opening by gains and losses to the closing. Bars of movements that did not happen are left out. @currency: ISO 4217.
 * @span: what the opening and closing belong to, in words ("Oct 2025 to Sep 2026"), for the subtitle. (transfer full) */
ExChart *ex_asset_chart_new        (const ExMovement *movement, ExMeasure measure, const char *currency, const char *span);

/* The same of a span that is not over, or not complete: hatched, and it says "so far". */
ExChart *ex_asset_chart_new_so_far (const ExMovement *movement, ExMeasure measure, const char *currency, const char *span);

/* Lets the movements step back that a driver is not about; EX_ANY_DRIVER: none does. @driver: an ExDriver. */
void     ex_asset_chart_fade       (ExChart *chart, int driver);

G_END_DECLS
