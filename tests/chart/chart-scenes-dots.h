/* The scenes of the charts of who stands where: dumbbells, steps and dots. */
#pragma once

#include "chart/ex-chart.h"

G_BEGIN_DECLS

/* All: (transfer full). */
ExChart *scene_dumbbell (void);
ExChart *scene_dumbbell_many (void);
ExChart *scene_dumbbell_one (void);
ExChart *scene_dumbbell_tight (void);
ExChart *scene_dumbbell_four (void);
ExChart *scene_dumbbell_long (void);
ExChart *scene_dumbbell_rtl (void);
ExChart *scene_dumbbell_wild (void);
ExChart *scene_dumbbell_empty (void);
ExChart *scene_steps (void);
ExChart *scene_steps_many (void);
ExChart *scene_steps_one (void);
ExChart *scene_steps_long (void);
ExChart *scene_steps_rtl (void);
ExChart *scene_steps_wild (void);
ExChart *scene_steps_empty (void);
ExChart *scene_dots (void);
ExChart *scene_dots_leaders (void);
ExChart *scene_dots_many (void);
ExChart *scene_dots_outlier (void);
ExChart *scene_dots_one (void);
ExChart *scene_dots_none (void);
ExChart *scene_dots_same (void);
ExChart *scene_dots_negative (void);
ExChart *scene_dots_forty (void);
ExChart *scene_dots_long (void);
ExChart *scene_dots_rtl (void);
ExChart *scene_dots_wild (void);
ExChart *scene_dots_empty (void);
ExChart *scene_dots_groups_empty (void);

G_END_DECLS
