#include "config.h"

#include "ex-chart.h"

#include "ex-chart-private.h"
#include "ex-paint.h"

#include <math.h>
#include <string.h>

#define DEFAULT_FAMILY "Cantarell, sans-serif"
#define DEFAULT_SIZE 10.0
#define TITLE_SCALE 1.25
/* Smaller than this, nothing can be read, and the layout is not even tried. */
#define SMALLEST 16.0

typedef struct
{
  char         *title;
  char         *subtitle;
  char         *empty_text;
  char         *family;
  double        size;
  gboolean      rtl;

  ExFrame       frame; /* the last drawn one; its width is 0 before any */
  gboolean      valid; /* the three below are the layout of frame */
  PangoContext *context;
  GPtrArray    *labels; /* (element-type ExLabel) */
  ExRect        plot;   /* what the title leaves */
} ExChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ExChart, ex_chart, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static ExChartPrivate *
priv (ExChart *self)
{
  return ex_chart_get_instance_private (self);
}

static void
ex_chart_finalize (GObject *object)
{
  ExChartPrivate *p = priv (EX_CHART (object));

  g_clear_pointer (&p->title, g_free);
  g_clear_pointer (&p->subtitle, g_free);
  g_clear_pointer (&p->empty_text, g_free);
  g_clear_pointer (&p->family, g_free);
  g_clear_pointer (&p->labels, g_ptr_array_unref);
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
  ExChartPrivate *p = priv (self);

  p->family = g_strdup (DEFAULT_FAMILY);
  p->size = DEFAULT_SIZE;
  p->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_label_free);
}

/* ---- Layout ---- */

PangoContext *
ex_chart_get_text_context (ExChart *self)
{
  return priv (self)->context;
}

double
ex_chart_get_em (ExChart *self)
{
  return priv (self)->size * 96 / 72;
}

gboolean
ex_chart_get_rtl (ExChart *self)
{
  return priv (self)->rtl;
}

GPtrArray *
ex_chart_get_labels (ExChart *self)
{
  return priv (self)->labels;
}

const char *
ex_chart_get_empty_text (ExChart *self)
{
  return priv (self)->empty_text;
}

const ExFrame *
ex_chart_get_frame (ExChart *self)
{
  return &priv (self)->frame;
}

/* Room around the drawing: on paper a margin, in a window none, so that its words stand in line with the page's. */
static double
frame_margin (const ExFrame *frame)
{
  return frame->background ? CLAMP (0.03 * MIN (frame->width, frame->height), 6, 24) : 0;
}

/* Places one block of the heading at the plot's top unless it would take more of the height than @share; moves the top down. */
static void
place_heading (ExChart *self, const char *text, double scale, gboolean bold, int lines, double share, ExInk ink)
{
  ExChartPrivate *p = priv (self);
  ExLabel *label = NULL;

  if (text == NULL || *text == '\0')
    return;
  label = ex_label_new (p->context, text, scale, bold, ink);
  for (; lines > 0; lines--)
    {
      ex_label_wrap (label, p->plot.width, lines, PANGO_ALIGN_LEFT);
      if (label->rect.height <= share * p->frame.height)
        break;
    }
  if (lines == 0)
    {
      ex_label_free (label);
      return;
    }
  ex_chart_place (self, label, p->rtl ? p->plot.x + p->plot.width - label->rect.width : p->plot.x, p->plot.y);
  p->plot.y += label->rect.height + 2;
  p->plot.height -= label->rect.height + 2;
}

static void
layout_headings (ExChart *self)
{
  ExChartPrivate *p = priv (self);
  double margin = frame_margin (&p->frame);
  double top = 0;

  p->plot = (ExRect) { margin, margin, p->frame.width - 2 * margin, p->frame.height - 2 * margin };
  top = p->plot.y;
  place_heading (self, p->title, TITLE_SCALE, TRUE, 2, 0.25, EX_INK_TEXT);
  if (p->frame.height >= 13 * ex_chart_get_em (self)) /* a small chart needs the room itself */
    place_heading (self, p->subtitle, 1, FALSE, 2, 0.16, EX_INK_DIM);
  if (p->plot.y > top)
    {
      double gap = MIN (0.6 * ex_chart_get_em (self), 0.04 * p->frame.height);

      p->plot.y += gap;
      p->plot.height -= gap;
    }
}

static gboolean
ensure_layout (ExChart *self)
{
  ExChartPrivate *p = priv (self);
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;

  if (p->valid)
    return TRUE;
  if (p->frame.width == 0)
    return FALSE;

  /* Only measured on: what the drawing goes to never changes the layout. */
  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cr = cairo_create (surface);
  g_ptr_array_set_size (p->labels, 0);
  g_clear_object (&p->context);
  p->context = ex_text_context_new (cr, p->family, p->size, p->rtl);
  p->valid = TRUE; /* a layout may ask where the marks are that it has placed */
  layout_headings (self);
  EX_CHART_GET_CLASS (self)->layout (self, cr, &p->plot, ex_palette_get (p->frame.theme));

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return TRUE;
}

static gboolean
set_frame (ExChart *self, double width, double height, ExTheme theme, gboolean background)
{
  ExChartPrivate *p = priv (self);
  ExFrame frame = { width, height, theme, !!background };

  if (!(width >= SMALLEST && height >= SMALLEST && isfinite (width) && isfinite (height)))
    return FALSE;
  if (p->frame.width != frame.width || p->frame.height != frame.height || p->frame.theme != frame.theme
      || p->frame.background != frame.background)
    ex_chart_set_frame (self, &frame);

  return ensure_layout (self);
}

void
ex_chart_set_frame (ExChart *self, const ExFrame *frame)
{
  priv (self)->frame = *frame;
  priv (self)->valid = FALSE;
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

  replace_text (self, &priv (self)->title, title);
  replace_text (self, &priv (self)->subtitle, subtitle);
}

const char *
ex_chart_get_title (ExChart *self)
{
  g_return_val_if_fail (EX_IS_CHART (self), NULL);

  return priv (self)->title;
}

const char *
ex_chart_get_subtitle (ExChart *self)
{
  g_return_val_if_fail (EX_IS_CHART (self), NULL);

  return priv (self)->subtitle;
}

void
ex_chart_set_empty_text (ExChart *self, const char *text)
{
  g_return_if_fail (EX_IS_CHART (self));

  replace_text (self, &priv (self)->empty_text, text);
}

void
ex_chart_set_font (ExChart *self, const char *family, double size)
{
  ExChartPrivate *p = NULL;

  g_return_if_fail (EX_IS_CHART (self));
  g_return_if_fail (size > 0 && size < 1000);

  p = priv (self);
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

  if (priv (self)->rtl == !!rtl)
    return;
  priv (self)->rtl = !!rtl;
  ex_chart_changed (self);
}

void
ex_chart_changed (ExChart *self)
{
  g_return_if_fail (EX_IS_CHART (self));

  priv (self)->valid = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ex_chart_layout (ExChart *self, double width, double height, ExTheme theme, gboolean background)
{
  g_return_if_fail (EX_IS_CHART (self));

  set_frame (self, width, height, theme, background);
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
  p = priv (self);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  if (background)
    {
      ex_paint_set_color (cr, &palette->background);
      cairo_paint (cr);
    }
  EX_CHART_GET_CLASS (self)->draw (self, cr, &p->plot, palette);
  for (guint i = 0; i < p->labels->len; i++)
    ex_label_draw (g_ptr_array_index (p->labels, i), cr, palette);
  cairo_restore (cr);
}

void
ex_chart_draw_hover (ExChart *self, cairo_t *cr, double width, double height, ExTheme theme, int mark)
{
  g_return_if_fail (EX_IS_CHART (self));
  g_return_if_fail (cr != NULL);

  if (mark < 0 || (guint) mark >= ex_chart_n_marks (self)
      || !set_frame (self, width, height, theme, priv (self)->frame.background))
    return;
  cairo_save (cr);
  EX_CHART_GET_CLASS (self)->draw_hover (self, cr, &priv (self)->plot, ex_palette_get (theme), mark);
  cairo_restore (cr);
}

int
ex_chart_hit (ExChart *self, double x, double y)
{
  g_return_val_if_fail (EX_IS_CHART (self), -1);

  return isfinite (x) && isfinite (y) && ensure_layout (self) ? EX_CHART_GET_CLASS (self)->hit (self, x, y) : -1;
}

guint
ex_chart_n_marks (ExChart *self)
{
  g_return_val_if_fail (EX_IS_CHART (self), 0);

  return EX_CHART_GET_CLASS (self)->n_marks (self);
}

char *
ex_chart_mark_text (ExChart *self, guint mark)
{
  g_return_val_if_fail (EX_IS_CHART (self), NULL);
  g_return_val_if_fail (mark < ex_chart_n_marks (self), NULL);

  return EX_CHART_GET_CLASS (self)->mark_text (self, mark);
}

gboolean
ex_chart_mark_rect (ExChart *self, guint mark, ExRect *rect)
{
  g_return_val_if_fail (EX_IS_CHART (self), FALSE);
  g_return_val_if_fail (rect != NULL, FALSE);

  return mark < ex_chart_n_marks (self) && ensure_layout (self)
         && EX_CHART_GET_CLASS (self)->mark_rect (self, mark, rect);
}

gboolean
ex_chart_is_mirrored (ExChart *self)
{
  g_return_val_if_fail (EX_IS_CHART (self), FALSE);

  return EX_CHART_GET_CLASS (self)->mirrored != NULL && EX_CHART_GET_CLASS (self)->mirrored (self);
}

static void
append_sentence (GString *text, const char *sentence)
{
  if (sentence == NULL || *sentence == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, strchr (".!?:", text->str[text->len - 1]) != NULL ? " " : ". ");
  g_string_append (text, sentence);
}

char *
ex_chart_describe (ExChart *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *drawn = NULL;

  g_return_val_if_fail (EX_IS_CHART (self), g_string_free (text, FALSE));

  append_sentence (text, priv (self)->title);
  append_sentence (text, priv (self)->subtitle);
  if (ex_chart_n_marks (self) == 0)
    append_sentence (text, priv (self)->empty_text);
  if (EX_CHART_GET_CLASS (self)->describe != NULL)
    drawn = EX_CHART_GET_CLASS (self)->describe (self);
  append_sentence (text, drawn);

  return g_string_free (text, FALSE);
}

GPtrArray *
ex_chart_table (ExChart *self)
{
  g_return_val_if_fail (EX_IS_CHART (self), NULL);

  return EX_CHART_GET_CLASS (self)->table (self);
}
