#include "config.h"

#include "ex-ladder-chart.h"

#include "ex-axis.h"
#include "ex-ladder-chart-private.h"
#include "ex-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define RUNG_DOT 3.5
#define ACTUAL_DOT 5.5
/* More than this is as good as off the scale. */
#define HIGHEST_SCORE 100.0

G_DEFINE_FINAL_TYPE (ExLadderChart, ex_ladder_chart, EX_TYPE_CHART)

static void
mark_clear (gpointer data)
{
  ExLadderMark *mark = data;

  g_clear_pointer (&mark->label, g_free);
  g_clear_pointer (&mark->value_text, g_free);
  g_clear_pointer (&mark->score_text, g_free);
}

/* ---- The marks ---- */

/* 1: values rise from rung to rung, -1: they fall, 0: there is nothing to climb. */
static int
find_direction (ExLadderChart *self)
{
  guint n = self->rungs->len;
  int direction;

  if (n < 2)
    return 0;
  direction = ex_ladder_rung (self, n - 1)->value > ex_ladder_rung (self, 0)->value ? 1 : -1;
  for (guint i = 1; i < n; i++)
    if (!((ex_ladder_rung (self, i)->value - ex_ladder_rung (self, i - 1)->value) * direction >= 0)) /* nor any that is no number */
      return 0;

  return ex_ladder_rung (self, n - 1)->value == ex_ladder_rung (self, 0)->value ? 0 : direction;
}

/* The actual goes behind the rungs that are worse, and those that are as good. */
static void
collect_marks (ExLadderChart *self)
{
  int direction = find_direction (self);
  gboolean has_actual = self->has_actual && isfinite (self->actual.value);

  g_ptr_array_set_size (self->marks, 0);
  for (guint i = 0; direction != 0 && i < self->rungs->len; i++)
    {
      ExLadderMark *rung = ex_ladder_rung (self, i);

      if (has_actual && (rung->value - self->actual.value) * direction > 0)
        {
          g_ptr_array_add (self->marks, &self->actual);
          has_actual = FALSE;
        }
      g_ptr_array_add (self->marks, rung);
    }
  if (has_actual && direction != 0)
    g_ptr_array_add (self->marks, &self->actual);
}

/* ---- Drawing ---- */

static void
trace_curve (ExLadderChart *self, cairo_t *cr, double left, double right)
{
  guint n = self->rungs->len;

  cairo_line_to (cr, left, ex_ladder_y (self, ex_ladder_rung (self, 0)->before));
  for (guint i = 0; i < n; i++)
    {
      const ExLadderMark *rung = ex_ladder_rung (self, i);

      cairo_line_to (cr, rung->x, ex_ladder_y (self, rung->before));
      cairo_line_to (cr, rung->x, ex_ladder_y (self, rung->after));
    }
  cairo_line_to (cr, right, ex_ladder_y (self, ex_ladder_rung (self, n - 1)->after));
}

/* What has been climbed. */
static void
fill_climbed (ExLadderChart *self, cairo_t *cr, double left, double right, const ExPalette *palette)
{
  double bottom = ex_ladder_y (self, 0);

  cairo_save (cr);
  cairo_rectangle (cr, MIN (left, self->actual.x), self->area.y, fabs (self->actual.x - left), self->area.height);
  cairo_clip (cr);
  cairo_new_path (cr);
  trace_curve (self, cr, left, right);
  cairo_line_to (cr, right, bottom);
  cairo_line_to (cr, left, bottom);
  cairo_close_path (cr);
  ex_paint_set_color (cr, &palette->band);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_stems (ExLadderChart *self, cairo_t *cr, const ExPalette *palette)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const ExLadderMark *mark = ex_ladder_mark (self, i);

      ex_paint_line (cr, mark->x, mark->y, mark->x, ex_ladder_y (self, 0), mark->actual ? 2 : 1, mark->actual ? &palette->strong : &palette->grid);
    }
}

static void
draw_dots (ExLadderChart *self, cairo_t *cr, const ExPalette *palette)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const ExLadderMark *mark = ex_ladder_mark (self, i);

      if (!mark->actual)
        ex_paint_dot (cr, mark->x, mark->y, RUNG_DOT, &palette->dim);
    }
  if (self->has_actual && isfinite (self->actual.value))
    {
      ex_paint_dot (cr, self->actual.x, self->actual.y, ACTUAL_DOT + 1.5, &palette->background);
      ex_paint_dot (cr, self->actual.x, self->actual.y, ACTUAL_DOT, &palette->strong);
    }
}

static void
ex_ladder_chart_draw (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExLadderChart *self = EX_LADDER_CHART (chart);
  gboolean rtl = ex_chart_get_rtl (chart);
  double left = rtl ? self->area.x + self->area.width : self->area.x;
  double right = rtl ? self->area.x : self->area.x + self->area.width;

  if (self->marks->len == 0)
    return;

  ex_paint_rule (cr, self->area.x, self->area.x + self->area.width, ex_ladder_y (self, 1), &palette->grid, ex_chart_get_labels (chart));
  if (self->has_actual && isfinite (self->actual.value))
    fill_climbed (self, cr, left, right, palette);
  draw_stems (self, cr, palette);
  cairo_new_path (cr);
  trace_curve (self, cr, left, right);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2);
  ex_paint_set_color (cr, &palette->neutral);
  cairo_stroke (cr);
  ex_paint_rule (cr, self->area.x, self->area.x + self->area.width, ex_ladder_y (self, 0), &palette->dim, NULL);
  draw_dots (self, cr, palette);
}

static gboolean
ex_ladder_chart_mark_rect (ExChart *chart, guint mark, ExRect *rect)
{
  const ExLadderMark *self = ex_ladder_mark (EX_LADDER_CHART (chart), mark);

  *rect = (ExRect) { self->x - ACTUAL_DOT, self->y - ACTUAL_DOT, 2 * ACTUAL_DOT, 2 * ACTUAL_DOT };
  return TRUE;
}

static void
ex_ladder_chart_draw_hover (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark)
{
  ExRect rect;

  ex_ladder_chart_mark_rect (chart, (guint) mark, &rect);
  ex_paint_ring (cr, &rect, palette);
}

/* The nearest answers, wherever in the picture: the marks are small. */
static int
ex_ladder_chart_hit (ExChart *chart, double x, double y)
{
  ExLadderChart *self = EX_LADDER_CHART (chart);
  const ExFrame *frame = ex_chart_get_frame (chart);
  double nearest = INFINITY;
  int hit = -1;

  if (x < 0 || y < self->area.y || x > frame->width || y > frame->height)
    return -1;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const ExLadderMark *mark = ex_ladder_mark (self, i);
      double distance = hypot (mark->x - x, mark->y - y);

      if (distance < nearest)
        {
          nearest = distance;
          hit = (int) i;
        }
    }

  return hit;
}

/* ---- Words ---- */

static guint
ex_ladder_chart_n_marks (ExChart *chart)
{
  return EX_LADDER_CHART (chart)->marks->len;
}

static char *
ex_ladder_chart_mark_text (ExChart *chart, guint mark)
{
  const ExLadderMark *self = ex_ladder_mark (EX_LADDER_CHART (chart), mark);

  /* Translators: a point of the ladder, its value, what it scores: "Target: 40 %, scores 100 %". */
  return g_strdup_printf (_("%s: %s, scores %s"), self->label, self->value_text, self->score_text);
}

static GPtrArray *
ex_ladder_chart_table (ExChart *chart)
{
  ExLadderChart *self = EX_LADDER_CHART (chart);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_ptr_array_add (rows, g_strdupv ((char **) (const char *[]) { _("Point"), _("Value"), _("Score"), NULL }));
  for (guint i = 0; i < self->marks->len; i++)
    {
      const ExLadderMark *mark = ex_ladder_mark (self, i);

      g_ptr_array_add (rows, g_strdupv ((char **) (const char *[]) { mark->label, mark->value_text, mark->score_text, NULL }));
    }

  return rows;
}

static char *
ex_ladder_chart_describe (ExChart *chart)
{
  ExLadderChart *self = EX_LADDER_CHART (chart);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->marks->len; i++)
    {
      g_autofree char *words = ex_ladder_chart_mark_text (chart, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", words);
    }
  if (text->len > 0)
    g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}

static gboolean
ex_ladder_chart_mirrored (ExChart *chart)
{
  return ex_chart_get_rtl (chart);
}

/* ---- The object ---- */

static void
ex_ladder_chart_finalize (GObject *object)
{
  ExLadderChart *self = EX_LADDER_CHART (object);

  g_clear_pointer (&self->rungs, g_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  mark_clear (&self->actual);

  G_OBJECT_CLASS (ex_ladder_chart_parent_class)->finalize (object);
}

static void
ex_ladder_chart_class_init (ExLadderChartClass *klass)
{
  ExChartClass *chart_class = EX_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_ladder_chart_finalize;

  chart_class->layout = ex_ladder_chart_layout;
  chart_class->draw = ex_ladder_chart_draw;
  chart_class->draw_hover = ex_ladder_chart_draw_hover;
  chart_class->hit = ex_ladder_chart_hit;
  chart_class->n_marks = ex_ladder_chart_n_marks;
  chart_class->mark_text = ex_ladder_chart_mark_text;
  chart_class->mark_rect = ex_ladder_chart_mark_rect;
  chart_class->table = ex_ladder_chart_table;
  chart_class->describe = ex_ladder_chart_describe;
  chart_class->mirrored = ex_ladder_chart_mirrored;
}

static void
ex_ladder_chart_init (ExLadderChart *self)
{
  self->rungs = g_array_new (FALSE, TRUE, sizeof (ExLadderMark));
  g_array_set_clear_func (self->rungs, mark_clear);
  self->marks = g_ptr_array_new ();
}

ExChart *
ex_ladder_chart_new (void)
{
  return g_object_new (EX_TYPE_LADDER_CHART, NULL);
}

static double
tame_score (double score)
{
  return isnan (score) ? 0 : CLAMP (score, 0, HIGHEST_SCORE);
}

void
ex_ladder_chart_add_rung (ExLadderChart *self, const char *label, double value, const char *value_text, double before, double after,
                          const char *score_text)
{
  ExLadderMark rung = { 0 };

  g_return_if_fail (EX_IS_LADDER_CHART (self));
  g_return_if_fail (label != NULL && value_text != NULL && score_text != NULL);

  rung.label = g_strdup (label);
  rung.value_text = g_strdup (value_text);
  rung.score_text = g_strdup (score_text);
  rung.value = isfinite (value) ? ex_axis_tame (value) : NAN;
  rung.before = tame_score (before);
  rung.after = tame_score (after);
  rung.score = MAX (rung.before, rung.after); /* who stands on a rung has it */
  g_array_append_val (self->rungs, rung);
  collect_marks (self);
  ex_chart_changed (EX_CHART (self));
}

void
ex_ladder_chart_set_actual (ExLadderChart *self, const char *label, double value, const char *value_text, double score,
                            const char *score_text)
{
  g_return_if_fail (EX_IS_LADDER_CHART (self));
  g_return_if_fail (label != NULL && value_text != NULL && score_text != NULL);

  mark_clear (&self->actual);
  self->actual = (ExLadderMark) { .actual = TRUE, .value = isfinite (value) ? ex_axis_tame (value) : NAN };
  self->actual.label = g_strdup (label);
  self->actual.value_text = g_strdup (value_text);
  self->actual.score_text = g_strdup (score_text);
  self->actual.before = self->actual.after = self->actual.score = tame_score (score);
  self->has_actual = TRUE;
  collect_marks (self);
  ex_chart_changed (EX_CHART (self));
}
