#include "config.h"

#include "ex-chart.h"

#include "ex-chart-base.h"
#include "ex-paint.h"

#include <math.h>
#include <string.h>

#define DEFAULT_FAMILY "Cantarell, sans-serif"
#define DEFAULT_SIZE 10.0
/* Smaller than this, nothing can be read, and the layout is not even tried. */
#define SMALLEST 16.0

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ExChart, ex_chart, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

ExChartPrivate *
ex_chart_priv (ExChart *self)
{
  return ex_chart_get_instance_private (self);
}

static void
ex_chart_finalize (GObject *object)
{
  ExChartPrivate *p = ex_chart_priv (EX_CHART (object));

  g_clear_pointer (&p->title, g_free);
  g_clear_pointer (&p->subtitle, g_free);
  g_clear_pointer (&p->empty_text, g_free);
  g_clear_pointer (&p->family, g_free);
  g_clear_pointer (&p->labels, g_ptr_array_unref);
  g_clear_pointer (&p->keys, g_ptr_array_unref);
  g_clear_object (&p->context);

  G_OBJECT_CLASS (ex_chart_parent_class)->finalize (object);
}

static void
ex_chart_class_init (ExChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ex_chart_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
ex_chart_init (ExChart *self)
{
  ExChartPrivate *p = ex_chart_priv (self);

  p->family = g_strdup (DEFAULT_FAMILY);
  p->size = DEFAULT_SIZE;
  p->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_label_free);
}

/* ---- Layout ---- */

PangoContext *
ex_chart_get_text_context (ExChart *self)
{
  return ex_chart_priv (self)->context;
}

double
ex_chart_get_em (ExChart *self)
{
  return ex_chart_priv (self)->size * 96 / 72;
}

gboolean
ex_chart_get_rtl (ExChart *self)
{
  return ex_chart_priv (self)->rtl;
}

GPtrArray *
ex_chart_get_labels (ExChart *self)
{
  return ex_chart_priv (self)->labels;
}

guint
ex_chart_n_headings (ExChart *self)
{
  return ex_chart_priv (self)->n_headings;
}

const char *
ex_chart_get_empty_text (ExChart *self)
{
  return ex_chart_priv (self)->empty_text;
}

const ExFrame *
ex_chart_get_frame (ExChart *self)
{
  return &ex_chart_priv (self)->frame;
}

/* Only measured on: what the drawing goes to never changes the layout. */
static cairo_t *
measuring_new (void)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  return cr;
}

gboolean
ex_chart_ensure_layout (ExChart *self)
{
  ExChartPrivate *p = ex_chart_priv (self);
  cairo_t *cr = NULL;

  if (p->valid)
    return TRUE;
  if (p->frame.width == 0)
    return FALSE;

  cr = measuring_new ();
  g_ptr_array_set_size (p->labels, 0);
  g_clear_object (&p->context);
  p->context = ex_text_context_new (cr, p->family, p->size, p->rtl);
  p->valid = TRUE; /* a layout may ask where the marks are that it has placed */
  ex_chart_layout_headings (self);
  EX_CHART_GET_CLASS (self)->layout (self, cr, &p->plot, ex_palette_get (p->frame.theme));
  cairo_destroy (cr);

  return TRUE;
}

void
ex_chart_ensure_context (ExChart *self)
{
  ExChartPrivate *p = ex_chart_priv (self);
  cairo_t *cr = NULL;

  if (p->valid && p->context != NULL)
    return;
  cr = measuring_new ();
  g_clear_object (&p->context);
  p->context = ex_text_context_new (cr, p->family, p->size, p->rtl);
  cairo_destroy (cr);
}

static gboolean
set_frame (ExChart *self, double width, double height, ExTheme theme, gboolean background)
{
  ExChartPrivate *p = ex_chart_priv (self);
  ExFrame frame = { width, height, theme, !!background };

  if (!(width >= SMALLEST && height >= SMALLEST && isfinite (width) && isfinite (height)))
    return FALSE;
  if (p->frame.width != frame.width || p->frame.height != frame.height || p->frame.theme != frame.theme
      || p->frame.background != frame.background)
    ex_chart_set_frame (self, &frame);

  return ex_chart_ensure_layout (self);
}

void
ex_chart_set_frame (ExChart *self, const ExFrame *frame)
{
  ex_chart_priv (self)->frame = *frame;
  ex_chart_priv (self)->valid = FALSE;
}

/* ---- Public functions ---- */

static void
replace_text (ExChart *self, char **field, const char *text)
{
  if (g_strcmp0 (*field, text) == 0)
    return;
  g_free (*field);
  *field = g_strdup (text);
  ex_chart_changed (self);
}

void
ex_chart_set_title (ExChart *self, const char *title, const char *subtitle)
{
  g_return_if_fail (EX_IS_CHART (self));

  replace_text (self, &ex_chart_priv (self)->title, title);
  replace_text (self, &ex_chart_priv (self)->subtitle, subtitle);
}

const char *
ex_chart_get_title (ExChart *self)
{
  g_return_val_if_fail (EX_IS_CHART (self), NULL);

  return ex_chart_priv (self)->title;
}

const char *
ex_chart_get_subtitle (ExChart *self)
{
  g_return_val_if_fail (EX_IS_CHART (self), NULL);

  return ex_chart_priv (self)->subtitle;
}

void
ex_chart_set_empty_text (ExChart *self, const char *text)
{
  g_return_if_fail (EX_IS_CHART (self));

  replace_text (self, &ex_chart_priv (self)->empty_text, text);
}

void
ex_chart_set_font (ExChart *self, const char *family, double size)
{
  ExChartPrivate *p = NULL;

  g_return_if_fail (EX_IS_CHART (self));
  g_return_if_fail (size > 0 && size < 1000);

  p = ex_chart_priv (self);
  family = family != NULL ? family : DEFAULT_FAMILY;
  if (p->size == size && strcmp (p->family, family) == 0)
    return;
  g_free (p->family);
  p->family = g_strdup (family);
  p->size = size;
  ex_chart_changed (self);
}

void
ex_chart_set_rtl (ExChart *self, gboolean rtl)
{
  g_return_if_fail (EX_IS_CHART (self));

  if (ex_chart_priv (self)->rtl == !!rtl)
    return;
  ex_chart_priv (self)->rtl = !!rtl;
  ex_chart_changed (self);
}

void
ex_chart_changed (ExChart *self)
{
  g_return_if_fail (EX_IS_CHART (self));

  ex_chart_priv (self)->valid = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ex_chart_layout (ExChart *self, double width, double height, ExTheme theme, gboolean background)
{
  g_return_if_fail (EX_IS_CHART (self));

  set_frame (self, width, height, theme, background);
}

static void
begin_drawing (ExChartPrivate *p, cairo_t *cr)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, p->frame.width, p->frame.height);
  cairo_clip (cr);
  if (!p->frame.background)
    return;
  ex_paint_set_color (cr, &ex_palette_get (p->frame.theme)->background);
  cairo_paint (cr);
}

/* Of a tall drawing often only a part is asked for. */
static void
draw_labels (ExChartPrivate *p, guint n, cairo_t *cr)
{
  ExRect seen;

  cairo_clip_extents (cr, &seen.x, &seen.y, &seen.width, &seen.height); /* the far corner */
  seen.width -= seen.x;
  seen.height -= seen.y;
  for (guint i = 0; i < n; i++)
    {
      const ExLabel *label = g_ptr_array_index (p->labels, i);

      if (ex_rect_overlaps (&label->rect, &seen, label->rect.height)) /* some letters reach out of their line */
        ex_label_draw (label, cr, ex_palette_get (p->frame.theme));
    }
}

void
ex_chart_draw (ExChart *self, cairo_t *cr, double width, double height, ExTheme theme, gboolean background)
{
  const ExPalette *palette = ex_palette_get (theme);
  ExChartPrivate *p = NULL;

  g_return_if_fail (EX_IS_CHART (self));
  g_return_if_fail (cr != NULL);

  if (!set_frame (self, width, height, theme, background))
    return;
  p = ex_chart_priv (self);
  begin_drawing (p, cr);
  EX_CHART_GET_CLASS (self)->draw (self, cr, &p->plot, palette);
  draw_labels (p, p->labels->len, cr);
  cairo_restore (cr);
}

void
ex_chart_draw_hover (ExChart *self, cairo_t *cr, double width, double height, ExTheme theme, int mark)
{
  g_return_if_fail (EX_IS_CHART (self));
  g_return_if_fail (cr != NULL);

  if (mark < 0 || (guint) mark >= ex_chart_n_marks (self)
      || !set_frame (self, width, height, theme, ex_chart_priv (self)->frame.background))
    return;
  cairo_save (cr);
  EX_CHART_GET_CLASS (self)->draw_hover (self, cr, &ex_chart_priv (self)->plot, ex_palette_get (theme), mark);
  cairo_restore (cr);
}

int
ex_chart_hit (ExChart *self, double x, double y)
{
  g_return_val_if_fail (EX_IS_CHART (self), -1);

  return isfinite (x) && isfinite (y) && ex_chart_ensure_layout (self) ? EX_CHART_GET_CLASS (self)->hit (self, x, y) : -1;
}

/* ---- Motion ---- */

gboolean
ex_chart_has_motion (ExChart *self)
{
  g_return_val_if_fail (EX_IS_CHART (self), FALSE);

  return EX_CHART_GET_CLASS (self)->has_motion != NULL && EX_CHART_GET_CLASS (self)->has_motion (self);
}

void
ex_chart_draw_motion (ExChart *self, cairo_t *cr, double width, double height, ExTheme theme, double t)
{
  ExChartPrivate *p = NULL;

  g_return_if_fail (EX_IS_CHART (self));
  g_return_if_fail (cr != NULL);

  p = ex_chart_priv (self);
  if (!(t < 1) || EX_CHART_GET_CLASS (self)->draw_motion == NULL || !ex_chart_has_motion (self))
    {
      ex_chart_draw (self, cr, width, height, theme, p->frame.background);
      return;
    }
  if (!set_frame (self, width, height, theme, p->frame.background))
    return;
  begin_drawing (p, cr);
  EX_CHART_GET_CLASS (self)->draw_motion (self, cr, &p->plot, ex_palette_get (theme), MAX (t, 0));
  draw_labels (p, p->n_headings, cr);
  cairo_restore (cr);
}

void
ex_chart_end_motion (ExChart *self)
{
  g_return_if_fail (EX_IS_CHART (self));

  if (EX_CHART_GET_CLASS (self)->end_motion != NULL)
    EX_CHART_GET_CLASS (self)->end_motion (self);
}
