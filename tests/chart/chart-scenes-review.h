/* The scenes of the charts of a review: ladders and distributions. */
#pragma once

#include "chart/ex-chart.h"

G_BEGIN_DECLS

/* All: (transfer full). */
ExChart *scene_ladder             (void);
ExChart *scene_ladder_rising      (void);
ExChart *scene_ladder_falling     (void);
ExChart *scene_ladder_range       (void);
ExChart *scene_ladder_open_range  (void);
ExChart *scene_ladder_milestone   (void);
ExChart *scene_ladder_on_target   (void);
ExChart *scene_ladder_beyond      (void);
ExChart *scene_ladder_tight       (void);
ExChart *scene_ladder_long        (void);
ExChart *scene_ladder_rtl         (void);
ExChart *scene_ladder_wild        (void);
ExChart *scene_ladder_empty       (void);

ExChart *scene_distribution       (void);
ExChart *scene_distribution_units (void);
ExChart *scene_distribution_many  (void);
ExChart *scene_distribution_alone (void);
ExChart *scene_distribution_ten   (void);
ExChart *scene_distribution_nobody (void);
ExChart *scene_distribution_long  (void);
ExChart *scene_distribution_rtl   (void);
ExChart *scene_distribution_wild  (void);
ExChart *scene_distribution_empty (void);

G_END_DECLS
