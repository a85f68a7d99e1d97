/* The scenes of the charts of the customer asset: growth by period, reasons, the reward curve. */
#pragma once

#include "chart/ex-chart.h"

G_BEGIN_DECLS

/* All: (transfer full). */
ExChart *scene_growth           (void);
ExChart *scene_growth_quarters  (void);
ExChart *scene_growth_forecast  (void);
ExChart *scene_growth_gaps      (void);
ExChart *scene_growth_many      (void);
ExChart *scene_growth_outlier   (void);
ExChart *scene_growth_zeros     (void);
ExChart *scene_growth_losses    (void);
ExChart *scene_growth_one       (void);
ExChart *scene_growth_nothing_known (void);
ExChart *scene_growth_rtl       (void);
ExChart *scene_growth_long      (void);
ExChart *scene_growth_wild      (void);
ExChart *scene_growth_empty     (void);

ExChart *scene_pareto           (void);
ExChart *scene_pareto_customers (void);
ExChart *scene_pareto_many      (void);
ExChart *scene_pareto_long      (void);
ExChart *scene_pareto_one       (void);
ExChart *scene_pareto_unknown   (void);
ExChart *scene_pareto_zeros     (void);
ExChart *scene_pareto_rtl       (void);
ExChart *scene_pareto_wild      (void);
ExChart *scene_pareto_empty     (void);

ExChart *scene_curve            (void);
ExChart *scene_curve_today      (void);
ExChart *scene_curve_gated      (void);
ExChart *scene_curve_editing    (void);
ExChart *scene_curve_twelve     (void);
ExChart *scene_curve_beyond     (void);
ExChart *scene_curve_tight      (void);
ExChart *scene_curve_flat       (void);
ExChart *scene_curve_one        (void);
ExChart *scene_curve_rtl        (void);
ExChart *scene_curve_long       (void);
ExChart *scene_curve_wild       (void);
ExChart *scene_curve_empty      (void);

G_END_DECLS
