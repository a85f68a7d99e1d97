/* The scenes of what hangs together: the icicle of a cascade, and several charts on a sheet. */
#pragma once

#include "chart/ex-chart.h"

G_BEGIN_DECLS

/* All: (transfer full). */
ExChart *scene_icicle          (void);
ExChart *scene_icicle_focus    (void);
ExChart *scene_icicle_many     (void);
ExChart *scene_icicle_deep     (void);
ExChart *scene_icicle_loose    (void);
ExChart *scene_icicle_one      (void);
ExChart *scene_icicle_outlier  (void);
ExChart *scene_icicle_long     (void);
ExChart *scene_icicle_rtl      (void);
ExChart *scene_icicle_wild     (void);
ExChart *scene_icicle_empty    (void);
/* Five rows with @n parts in all, for whoever times it. */
ExChart *scene_icicle_of       (guint n);

ExChart *scene_multiples       (void);
ExChart *scene_multiples_one   (void);
ExChart *scene_multiples_two   (void);
ExChart *scene_multiples_twelve (void);
ExChart *scene_multiples_mixed (void);
ExChart *scene_multiples_long  (void);
ExChart *scene_multiples_rtl   (void);
ExChart *scene_multiples_empty (void);

G_END_DECLS
