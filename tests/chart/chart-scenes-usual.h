/* The scenes of waterfalls and lines. */
#pragma once

#include "chart/ex-chart.h"

G_BEGIN_DECLS

/* All: (transfer full). */
ExChart *scene_waterfall_usual (void);
ExChart *scene_waterfall_value (void);
ExChart *scene_waterfall_dwarfed (void);
ExChart *scene_waterfall_provisional (void);
ExChart *scene_waterfall_long_words (void);
ExChart *scene_waterfall_rtl (void);
ExChart *scene_waterfall_one (void);
ExChart *scene_waterfall_empty (void);
ExChart *scene_waterfall_zeros (void);
ExChart *scene_waterfall_wild (void);
ExChart *scene_waterfall_many (void);
ExChart *scene_line_usual (void);
ExChart *scene_line_tight_levels (void);
ExChart *scene_line_falling (void);
ExChart *scene_line_sum (void);
ExChart *scene_line_zone (void);
ExChart *scene_line_milestone (void);
ExChart *scene_line_not_done (void);
ExChart *scene_line_empty (void);
ExChart *scene_line_bare (void);
ExChart *scene_line_one (void);
ExChart *scene_line_flat (void);
ExChart *scene_line_dense (void);
ExChart *scene_line_wild (void);
ExChart *scene_line_rtl (void);
ExChart *scene_line_long_words (void);

G_END_DECLS
