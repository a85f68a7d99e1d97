#include "config.h"

#include "ex-waterfall-chart.h"

#include "ex-chart-private.h"
#include "ex-paint.h"
#include "ex-waterfall-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define THINNEST_BAR 1.5
#define PALE         0.2 /* of a faded bar */
/* More bars than these nobody listens to: then the largest, and the table has them all. */
#define BARS_DESCRIBED 12

G_DEFINE_FINAL_TYPE (ExWaterfallChart, ex_waterfall_chart, EX_TYPE_CHART)

static void
bar_clear (gpointer data)
{
  ExWaterfallBar *bar = data;

  g_free (bar->label);
  g_free (bar->value_text);
  g_free (bar->detail);
}

static const ExColor *
bar_color (const ExWaterfallBar *bar, const ExPalette *palette)
{
  switch (bar->role)
    {
    case EX_BAR_GAIN:
      return &palette->gained;
    case EX_BAR_LOSS:
      return &palette->lost;
    case EX_BAR_TOTAL:
    default:
      return &palette->neutral;
    }
}

/* A change too small for its scale is still there to see. */
static ExRect
visible_rect (const ExWaterfallBar *bar)
{
  ExRect rect = bar->rect;

  if (rect.height < THINNEST_BAR && bar->value != 0)
    {
      rect.y -= (THINNEST_BAR - rect.height) / 2;
      rect.height = THINNEST_BAR;
    }
  return rect;
}

/* What was there before stays as it is; only what came of it is still open. */
static gboolean
is_open (ExWaterfallChart *self, const ExWaterfallBar *bar)
{
  return self->provisional && (bar->role != EX_BAR_TOTAL || bar != ex_waterfall_bar (self, 0));
}

/* Told apart by its outline where colours are few. */
static void
draw_faded (cairo_t *cr, const ExRect *rect, const ExColor *color)
{
  ExColor pale = *color;

  pale.alpha *= PALE;
  ex_paint_rect (cr, rect, &pale, EX_FILL_SOLID);
  ex_paint_set_color (cr, color);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, rect->x + 0.5, rect->y + 0.5, MAX (rect->width - 1, 0), MAX (rect->height - 1, 0));
  cairo_stroke (cr);
}

static void
draw_bar (ExWaterfallChart *self, cairo_t *cr, const ExWaterfallBar *bar, const ExPalette *palette)
{
  ExRect rect = visible_rect (bar);
  ExFill fill = is_open (self, bar)                          ? EX_FILL_OPEN
                : palette->hatch && bar->role == EX_BAR_LOSS ? EX_FILL_HATCHED
                                                             : EX_FILL_SOLID;

  if (rect.height <= 0)
    return;
  if (bar->faded)
    draw_faded (cr, &rect, bar_color (bar, palette));
  else
    ex_paint_rect (cr, &rect, bar_color (bar, palette), fill);
}

/* From where a bar leads to, across the gap to the next. */
static void
draw_connector (ExWaterfallChart *self, cairo_t *cr, guint i, const ExPalette *palette)
{
  const ExRect *a = &ex_waterfall_bar (self, i)->rect;
  const ExRect *b = &ex_waterfall_bar (self, i + 1)->rect;
  double y = floor (ex_value_axis_y (&self->axis, ex_waterfall_bar (self, i)->to)) + 0.5;

  if (a->x < b->x)
    ex_paint_line (cr, a->x + a->width, y, b->x, y, 1, &palette->neutral);
  else
    ex_paint_line (cr, b->x + b->width, y, a->x, y, 1, &palette->neutral);
}

static void
ex_waterfall_chart_draw (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExWaterfallChart *self = EX_WATERFALL_CHART (chart);
  double y = floor (ex_value_axis_y (&self->axis, 0)) + 0.5;

  if (self->bars->len == 0)
    return;

  ex_value_axis_draw (&self->axis, chart, cr, self->area.x, self->area.x + self->area.width, palette);
  for (guint i = 0; i + 1 < self->bars->len; i++)
    draw_connector (self, cr, i, palette);
  for (guint i = 0; i < self->bars->len; i++)
    draw_bar (self, cr, ex_waterfall_bar (self, i), palette);
  ex_paint_line (cr, self->area.x, y, self->area.x + self->area.width, y, 1, &palette->dim);
}

static void
ex_waterfall_chart_draw_hover (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark)
{
  ExRect rect = visible_rect (ex_waterfall_bar (EX_WATERFALL_CHART (chart), mark));

  ex_paint_ring (cr, &rect, palette);
}

static int
ex_waterfall_chart_hit (ExChart *chart, double x, double y)
{
  ExWaterfallChart *self = EX_WATERFALL_CHART (chart);
  int i = (int) floor ((x - self->start) / self->slot);

  /* The whole column answers: a small change would be hard to meet otherwise. */
  if (self->bars->len == 0 || !ex_rect_contains (&self->area, x, y) || i < 0 || (guint) i >= self->bars->len)
    return -1;

  return ex_chart_get_rtl (chart) ? (int) self->bars->len - 1 - i : i;
}

static guint
ex_waterfall_chart_n_marks (ExChart *chart)
{
  return EX_WATERFALL_CHART (chart)->bars->len;
}

static char *
short_text (ExWaterfallChart *self, const ExWaterfallBar *bar)
{
  g_autofree char *value = ex_waterfall_value_text (self, bar);

  /* Translators: what a bar stands for, and its value. */
  return g_strdup_printf (C_("bar", "%1$s: %2$s"), bar->label, value);
}

static char *
ex_waterfall_chart_mark_text (ExChart *chart, guint mark)
{
  ExWaterfallChart *self = EX_WATERFALL_CHART (chart);
  const ExWaterfallBar *bar = ex_waterfall_bar (self, mark);

  return bar->detail != NULL ? g_strdup (bar->detail) : short_text (self, bar);
}

static gboolean
ex_waterfall_chart_mark_rect (ExChart *chart, guint mark, ExRect *rect)
{
  *rect = visible_rect (ex_waterfall_bar (EX_WATERFALL_CHART (chart), mark));
  return TRUE;
}

static GPtrArray *
ex_waterfall_chart_table (ExChart *chart)
{
  ExWaterfallChart *self = EX_WATERFALL_CHART (chart);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  gboolean details = FALSE;

  for (guint i = 0; i < self->bars->len; i++)
    details = details || ex_waterfall_bar (self, i)->detail != NULL;

  g_ptr_array_add (rows, g_strdupv ((char **) (const char *[]) { _("Movement"), _("Value"), details ? _("Details") : NULL, NULL }));
  for (guint i = 0; i < self->bars->len; i++)
    {
      const ExWaterfallBar *bar = ex_waterfall_bar (self, i);
      g_autofree char *value = ex_waterfall_value_text (self, bar);
      const char *detail = bar->detail != NULL ? bar->detail : "";

      g_ptr_array_add (rows, g_strdupv ((char **) (const char *[]) { bar->label, value, details ? detail : NULL, NULL }));
    }

  return rows;
}

static int
compare_sizes (gconstpointer a, gconstpointer b, gpointer data)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x < y) - (x > y);
}

/* How large a movement has to be to be said aloud, where there are too many for all. */
static double
least_said (ExWaterfallChart *self)
{
  guint n = self->bars->len;
  g_autofree double *sizes = g_new (double, n);

  if (n <= BARS_DESCRIBED)
    return 0;
  for (guint i = 0; i < n; i++)
    sizes[i] = isnan (ex_waterfall_bar (self, i)->value) ? 0 : fabs (ex_waterfall_bar (self, i)->value);
  g_qsort_with_data (sizes, (int) n, sizeof *sizes, compare_sizes, NULL);

  return sizes[BARS_DESCRIBED - 1];
}

static char *
ex_waterfall_chart_describe (ExChart *chart)
{
  ExWaterfallChart *self = EX_WATERFALL_CHART (chart);
  guint n = self->bars->len;
  double least = least_said (self);
  GString *text = g_string_new (NULL);

  if (n == 0)
    return g_string_free (text, FALSE);

  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "Waterfall chart with %u bar.", "Waterfall chart with %u bars.", n), n);
  g_string_append_c (text, ' ');
  if (self->provisional)
    g_string_append_printf (text, "%s ", _("Not complete yet."));
  for (guint i = 0, left_out = 0; i < n; i++)
    {
      g_autofree char *bar = short_text (self, ex_waterfall_bar (self, i));

      if (i > 0 && i + 1 < n && fabs (ex_waterfall_bar (self, i)->value) < least)
        {
          g_string_append (text, left_out++ == 0 ? "; …" : "");
          continue;
        }
      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", bar);
      left_out = 0;
    }
  g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}

static gboolean
ex_waterfall_chart_mirrored (ExChart *chart)
{
  return ex_chart_get_rtl (chart);
}

static void
ex_waterfall_chart_finalize (GObject *object)
{
  ExWaterfallChart *self = EX_WATERFALL_CHART (object);

  g_clear_pointer (&self->bars, g_array_unref);
  ex_value_format_clear (&self->format);
  ex_value_axis_clear (&self->axis);

  G_OBJECT_CLASS (ex_waterfall_chart_parent_class)->finalize (object);
}

static void
ex_waterfall_chart_class_init (ExWaterfallChartClass *klass)
{
  ExChartClass *chart_class = EX_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_waterfall_chart_finalize;

  chart_class->layout = ex_waterfall_chart_layout;
  chart_class->draw = ex_waterfall_chart_draw;
  chart_class->draw_hover = ex_waterfall_chart_draw_hover;
  chart_class->hit = ex_waterfall_chart_hit;
  chart_class->n_marks = ex_waterfall_chart_n_marks;
  chart_class->mark_text = ex_waterfall_chart_mark_text;
  chart_class->mark_rect = ex_waterfall_chart_mark_rect;
  chart_class->table = ex_waterfall_chart_table;
  chart_class->describe = ex_waterfall_chart_describe;
  chart_class->mirrored = ex_waterfall_chart_mirrored;
}

static void
ex_waterfall_chart_init (ExWaterfallChart *self)
{
  self->bars = g_array_new (FALSE, TRUE, sizeof (ExWaterfallBar));
  g_array_set_clear_func (self->bars, bar_clear);
}

ExChart *
ex_waterfall_chart_new (void)
{
  return g_object_new (EX_TYPE_WATERFALL_CHART, NULL);
}

void
ex_waterfall_chart_add_bar (ExWaterfallChart *self, ExBarRole role, const char *label, double value, const char *value_text,
                            const char *detail)
{
  ExWaterfallBar bar = { .role = role };
  double level = 0;

  g_return_if_fail (EX_IS_WATERFALL_CHART (self));
  g_return_if_fail (label != NULL);

  if (self->bars->len > 0)
    level = ex_waterfall_bar (self, self->bars->len - 1)->to;
  bar.known = isfinite (value);
  bar.value = bar.known ? ex_axis_tame (value) : 0;
  bar.from = role == EX_BAR_TOTAL ? 0 : level;
  /* A total that is not known leaves the changes after it hanging from where the last one led. */
  bar.to = role == EX_BAR_GAIN ? level + bar.value : role == EX_BAR_LOSS ? level - bar.value : bar.known ? bar.value : level;
  bar.to = ex_axis_tame (bar.to);
  bar.from = bar.known ? bar.from : bar.to;
  bar.label = g_strdup (label);
  bar.value_text = g_strdup (value_text);
  bar.detail = g_strdup (detail);
  g_array_append_val (self->bars, bar);
  ex_chart_changed (EX_CHART (self));
}

void
ex_waterfall_chart_set_faded (ExWaterfallChart *self, guint bar, gboolean faded)
{
  g_return_if_fail (EX_IS_WATERFALL_CHART (self));
  g_return_if_fail (bar < self->bars->len);

  ex_waterfall_bar (self, bar)->faded = faded;
  ex_chart_changed (EX_CHART (self));
}

void
ex_waterfall_chart_set_provisional (ExWaterfallChart *self, gboolean provisional)
{
  g_return_if_fail (EX_IS_WATERFALL_CHART (self));

  self->provisional = !!provisional;
  ex_chart_changed (EX_CHART (self));
}

void
ex_waterfall_chart_set_value_text (ExWaterfallChart *self, ExValueText func, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (EX_IS_WATERFALL_CHART (self));

  ex_value_format_set (&self->format, func, data, destroy);
  ex_chart_changed (EX_CHART (self));
}
