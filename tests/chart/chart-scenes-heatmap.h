/* Heatmaps as they come. */
#pragma once

#include "chart/ex-chart.h"

G_BEGIN_DECLS

ExChart *scene_heatmap          (void);
ExChart *scene_heatmap_by_size  (void);
ExChart *scene_heatmap_units    (void);
ExChart *scene_heatmap_many     (void);
ExChart *scene_heatmap_wide     (void);
ExChart *scene_heatmap_one_row  (void);
ExChart *scene_heatmap_one      (void);
ExChart *scene_heatmap_long     (void);
ExChart *scene_heatmap_unmeasured (void);
ExChart *scene_heatmap_wild     (void);
ExChart *scene_heatmap_rtl      (void);
ExChart *scene_heatmap_bare     (void);
ExChart *scene_heatmap_empty    (void);

G_END_DECLS
