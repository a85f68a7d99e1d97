/* Why customers were lost, as a chart: the reason that weighs most first, what is not known last. */
#pragma once

#include "chart/ex-pareto-chart.h"
#include "core/ex-movement.h"

G_BEGIN_DECLS

/* @reasons: (element-type ExLostReason); @names: by number, NULL-terminated; @span: in words, for the subtitle. (transfer full) */
ExChart *ex_reason_chart_new (const GArray *reasons, const char *const *names, ExMeasure measure, const char *currency, const char *span);

G_END_DECLS
