/* What the tests of the heatmap share: a small team, and its picture. */
#pragma once

#include "chart/ex-heatmap-chart-private.h"

G_BEGIN_DECLS

/* Scores in percent, from 0 over 1 to 1.5. (transfer full) */
ExHeatmapChart *heatmap (const char *const *columns, int total);
/* @values: NaN: not measured; negative: empty. Its key is its name, that of a cell "name/column". */
void            add     (ExHeatmapChart *self, const char *name, guint depth, const double *values);
/* Zoe over Åsa and Ben; Ben over Carl: by total, acquire, retain. (transfer full) */
ExHeatmapChart *team    (void);

/* @t below 1: on the way from another order. */
void             draw_on  (ExHeatmapChart *self, cairo_surface_t *surface, ExTheme theme, double t);
cairo_surface_t *draw     (ExHeatmapChart *self, int width, int height, ExTheme theme); /* (transfer full) */
guint32          pixel_at (cairo_surface_t *surface, double x, double y);               /* 0xrrggbb */
gboolean         are_equal (cairo_surface_t *a, cairo_surface_t *b);                    /* pixel by pixel */
/* Some word that is written contains @text. */
gboolean         shows    (ExHeatmapChart *self, const char *text);

G_END_DECLS
