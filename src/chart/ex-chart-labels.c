/* The words of a chart, placed one after the other: each only where none stands yet. */
#include "config.h"

#include "ex-chart-private.h"

#include <math.h>

/* Of more marks than this, covering some is no matter. */
#define MARKS_THAT_COUNT 200
/* So many times the width of nine in ten names. */
#define FAR_BEYOND 1.5
#define FEW 10 /* names are all shown whole */

double
ex_chart_measure (const char *text, gpointer self)
{
  g_autoptr (ExLabel) label = ex_label_new (ex_chart_get_text_context (self), text, EX_AXIS_TEXT_SCALE, FALSE, EX_INK_DIM);

  return label->rect.width;
}

double
ex_chart_measure_height (ExChart *self, const char *text, double scale)
{
  g_autoptr (ExLabel) label = ex_label_new (ex_chart_get_text_context (self), text != NULL ? text : "0", scale, FALSE, EX_INK_DIM);

  return label->rect.height;
}

gboolean
ex_chart_is_free (ExChart *self, const ExRect *rect)
{
  const ExFrame *frame = ex_chart_get_frame (self);
  GPtrArray *labels = ex_chart_get_labels (self);

  if (rect->x < 0 || rect->y < 0 || rect->x + rect->width > frame->width || rect->y + rect->height > frame->height)
    return FALSE;
  for (guint i = 0; i < labels->len; i++)
    {
      const ExLabel *label = g_ptr_array_index (labels, i);

      if (ex_rect_overlaps (&label->rect, rect, 0))
        return FALSE;
    }

  return TRUE;
}

void
ex_chart_place (ExChart *self, ExLabel *label, double x, double y)
{
  label->rect.x = x;
  label->rect.y = y;
  g_ptr_array_add (ex_chart_get_labels (self), label);
}

gboolean
ex_chart_try_place (ExChart *self, ExLabel *label, double x, double y)
{
  label->rect.x = x;
  label->rect.y = y;
  if (!ex_chart_is_free (self, &label->rect))
    {
      ex_label_free (label);
      return FALSE;
    }
  ex_chart_place (self, label, x, y);
  return TRUE;
}

gboolean
ex_chart_try_place_apart (ExChart *self, ExLabel *label, double x, double y, double gap)
{
  GPtrArray *labels = ex_chart_get_labels (self);
  const ExRect rect = { x - gap, y, label->rect.width + 2 * gap, label->rect.height };

  for (guint i = 0; i < labels->len; i++)
    if (ex_rect_overlaps (&((ExLabel *) g_ptr_array_index (labels, i))->rect, &rect, 0))
      {
        ex_label_free (label);
        return FALSE;
      }

  return ex_chart_try_place (self, label, x, y);
}

ExLabel *
ex_chart_empty_label (ExChart *self, double width)
{
  const char *text = ex_chart_get_empty_text (self);
  ExLabel *label = NULL;

  if (text == NULL)
    return NULL;
  label = ex_label_new (ex_chart_get_text_context (self), text, 1, FALSE, EX_INK_DIM);
  ex_label_wrap (label, width, 2, PANGO_ALIGN_CENTER);

  return label;
}

void
ex_chart_place_empty (ExChart *self, const ExRect *area)
{
  ExLabel *label = ex_chart_empty_label (self, area->width);

  if (label != NULL)
    ex_chart_try_place (self, label, area->x + (area->width - label->rect.width) / 2,
                        area->y + (area->height - label->rect.height) / 2);
}

guint
ex_chart_n_covered (ExChart *self, const ExRect *rect)
{
  GPtrArray *labels = NULL;
  guint n_marks = 0, n = 0;
  ExRect mark;

  g_return_val_if_fail (EX_IS_CHART (self), 0);
  g_return_val_if_fail (rect != NULL, 0);

  labels = ex_chart_get_labels (self);
  n_marks = ex_chart_n_marks (self);
  for (guint i = 0; i < labels->len; i++)
    n += ex_rect_overlaps (&((ExLabel *) g_ptr_array_index (labels, i))->rect, rect, 0);
  for (guint i = 0; i < n_marks && n_marks <= MARKS_THAT_COUNT; i++)
    n += ex_chart_mark_rect (self, i, &mark) && ex_rect_overlaps (&mark, rect, 0);

  return n;
}

static int
compare_widths (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

double
ex_chart_column_width (GArray *widths)
{
  double widest, usual;

  if (widths->len == 0)
    return 1;
  g_array_sort (widths, compare_widths);
  widest = g_array_index (widths, double, widths->len - 1);
  usual = widths->len < FEW ? widest : g_array_index (widths, double, (widths->len - 1) * 9 / 10);

  return ceil (MIN (widest, FAR_BEYOND * usual)) + 1;
}
