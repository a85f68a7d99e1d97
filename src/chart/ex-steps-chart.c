#include "config.h"

#include "ex-steps-chart.h"

#include "ex-paint.h"
#include "ex-steps-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More rows than these nobody listens to: the table has them all. */
#define ROWS_DESCRIBED 8
/* Heights in ems, of a row that is easy to read, and of the names of the steps. */
#define EASY_ROW 2.9
#define HEAD 3.0

G_DEFINE_FINAL_TYPE (ExStepsChart, ex_steps_chart, EX_TYPE_CHART)

static void
bar_clear (gpointer data)
{
  ExStepsBar *bar = data;

  g_free (bar->detail);
  g_free (bar->key);
}

static void
row_free (gpointer data)
{
  ExStepsRow *row = data;

  g_array_unref (row->bars);
  g_free (row->name);
  g_free (row->note);
  g_free (row->key);
  g_free (row);
}

gboolean
ex_steps_is_full (const ExStepsBar *bar)
{
  return bar->of > 0 && bar->done == bar->of;
}

/* ---- Drawing ---- */

static void
draw_check (cairo_t *cr, const ExRect *rect, const ExColor *color)
{
  cairo_move_to (cr, rect->x + 0.12 * rect->width, rect->y + 0.55 * rect->height);
  cairo_line_to (cr, rect->x + 0.40 * rect->width, rect->y + 0.82 * rect->height);
  cairo_line_to (cr, rect->x + 0.90 * rect->width, rect->y + 0.20 * rect->height);
  cairo_set_line_width (cr, CLAMP (rect->width / 6, 1, 2.5));
  ex_paint_set_color (cr, color);
  cairo_stroke (cr);
}

static void
draw_bar (ExStepsChart *self, cairo_t *cr, const ExStepsBar *bar, const ExPalette *palette)
{
  ExRect done = bar->bar;
  ExColor track = palette->neutral;

  if (bar->of == 0)
    return;
  track.alpha *= 0.28;
  ex_paint_rect (cr, &bar->bar, &track, EX_FILL_SOLID);
  done.width = bar->bar.width * bar->done / bar->of;
  if (ex_chart_get_rtl (EX_CHART (self)))
    done.x = bar->bar.x + bar->bar.width - done.width;
  if (bar->done > 0)
    ex_paint_rect (cr, &done, &palette->strong, EX_FILL_SOLID);
  if (bar->check.width > 0)
    draw_check (cr, &bar->check, bar->is_marked_inside ? &palette->background : &palette->text);
}

static void
ex_steps_chart_draw (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExStepsChart *self = EX_STEPS_CHART (chart);

  for (guint i = 0; i < self->rows->len; i++)
    for (guint step = 0; step < self->n_steps; step++)
      draw_bar (self, cr, ex_steps_bar (ex_steps_row (self, i), step), palette);
  for (guint i = 0; i < self->rows->len && self->row >= 10; i++)
    {
      double y = floor (self->area.y + i * self->row) + 0.5;

      ex_paint_line (cr, self->area.x, y, self->area.x + self->area.width, y, 1, &palette->grid);
    }
}

/* ---- Marks: the name of the first row, its bars, the name of the second, ... ---- */

static guint
ex_steps_chart_n_marks (ExChart *chart)
{
  ExStepsChart *self = EX_STEPS_CHART (chart);

  return self->rows->len * (self->n_steps + 1);
}

/* The bar of a mark; NULL: it is the name. */
static const ExStepsBar *
bar_of (ExStepsChart *self, guint mark, const ExStepsRow **row)
{
  guint step = mark % (self->n_steps + 1);

  *row = ex_steps_row (self, mark / (self->n_steps + 1));
  return step > 0 ? ex_steps_bar (*row, step - 1) : NULL;
}

static gboolean
ex_steps_chart_mark_rect (ExChart *chart, guint mark, ExRect *rect)
{
  const ExStepsRow *row;
  const ExStepsBar *bar = bar_of (EX_STEPS_CHART (chart), mark, &row);

  *rect = bar == NULL ? row->head : bar->cell;
  return TRUE;
}

static void
ex_steps_chart_draw_hover (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark)
{
  ExRect rect;

  ex_steps_chart_mark_rect (chart, (guint) mark, &rect);
  ex_paint_ring (cr, &rect, palette);
}

static gboolean
is_beside (const ExRect *rect, double x)
{
  return x >= rect->x && x <= rect->x + rect->width;
}

static int
ex_steps_chart_hit (ExChart *chart, double x, double y)
{
  ExStepsChart *self = EX_STEPS_CHART (chart);
  double row = self->rows->len > 0 ? floor ((y - self->area.y) / self->row) : -1;
  const ExStepsRow *found;

  if (row < 0 || row >= self->rows->len || x < self->area.x || x > self->area.x + self->area.width)
    return -1;

  found = ex_steps_row (self, (guint) row);
  for (guint step = 0; step < self->n_steps; step++)
    if (is_beside (&ex_steps_bar (found, step)->cell, x))
      return (int) ((guint) row * (self->n_steps + 1) + 1 + step);
  if (is_beside (&found->head, x))
    return (int) ((guint) row * (self->n_steps + 1));

  return -1;
}

static int
ex_steps_chart_neighbour (ExChart *chart, guint mark, ExWay way)
{
  ExStepsChart *self = EX_STEPS_CHART (chart);
  guint columns = self->n_steps + 1, column = mark % columns;
  gboolean onward = way == (ex_chart_get_rtl (chart) ? EX_WAY_LEFT : EX_WAY_RIGHT);

  switch (way)
    {
    case EX_WAY_UP:
      return mark >= columns ? (int) (mark - columns) : -1;
    case EX_WAY_DOWN:
      return mark + columns < ex_steps_chart_n_marks (chart) ? (int) (mark + columns) : -1;
    case EX_WAY_LEFT:
    case EX_WAY_RIGHT:
    default:
      return onward ? (column + 1 < columns ? (int) mark + 1 : -1) : column > 0 ? (int) mark - 1 : -1;
    }
}

static const char *
ex_steps_chart_mark_key (ExChart *chart, guint mark)
{
  const ExStepsRow *row;
  const ExStepsBar *bar = bar_of (EX_STEPS_CHART (chart), mark, &row);

  return bar == NULL ? row->key : bar->key;
}

static double
ex_steps_chart_natural_height (ExChart *chart, double width)
{
  return (HEAD + EASY_ROW * EX_STEPS_CHART (chart)->rows->len) * ex_chart_get_em (chart);
}

static gboolean
ex_steps_chart_mirrored (ExChart *chart)
{
  return ex_chart_get_rtl (chart);
}

/* ---- Words ---- */

char *
ex_steps_count_text (const ExStepsBar *bar)
{
  g_autofree char *done = g_strdup_printf ("%'u", bar->done), *of = g_strdup_printf ("%'u", bar->of);

  /* Translators: how many have done it, of how many: "9 of 12", "20,480 of 20,480" */
  return bar->of == 0 ? g_strdup ("–") : g_strdup_printf (_("%s of %s"), done, of);
}

/* A dash is for the eye. */
static char *
spoken_count (const ExStepsBar *bar)
{
  return bar->of == 0 ? g_strdup (_("nothing to do")) : ex_steps_count_text (bar);
}

static gboolean
is_idle (ExStepsChart *self, const ExStepsRow *row)
{
  for (guint i = 0; i < self->n_steps; i++)
    if (ex_steps_bar (row, i)->of > 0)
      return FALSE;

  return TRUE;
}

/* "Agreed 4 of 4, Measured 3 of 4" */
static char *
row_text (ExStepsChart *self, const ExStepsRow *row)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (is_idle (self, row))
    return g_strdup (_("nothing to do"));
  for (guint i = 0; i < self->n_steps; i++)
    {
      g_autofree char *count = spoken_count (ex_steps_bar (row, i));

      /* Translators: a step, and how many have done it: "Agreed 9 of 12". */
      g_ptr_array_add (parts, g_strdup_printf (C_("step", "%s %s"), self->steps[i], count));
    }
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (_(", "), (char **) parts->pdata);
}

static char *
ex_steps_chart_mark_text (ExChart *chart, guint mark)
{
  ExStepsChart *self = EX_STEPS_CHART (chart);
  const ExStepsRow *row;
  const ExStepsBar *bar = bar_of (self, mark, &row);
  g_autofree char *text = NULL;

  if (bar != NULL && bar->detail != NULL)
    return g_strdup (bar->detail);
  if (bar != NULL)
    {
      text = spoken_count (bar);
      /* Translators: a level, a step, how many have done it: "Level 2, Agreed: 9 of 12". */
      return g_strdup_printf (C_("step", "%s, %s: %s"), row->name, self->steps[mark % (self->n_steps + 1) - 1], text);
    }

  text = row_text (self, row);
  if (row->note == NULL)
    return g_strdup_printf (C_("bar", "%s: %s"), row->name, text);
  /* Translators: a level, how many are in it, how many have done each step: "Level 2 (12 leaders): Agreed 9 of 12, Signed 3 of 12". */
  return g_strdup_printf (_("%s (%s): %s"), row->name, row->note, text);
}

static GPtrArray *
ex_steps_chart_table (ExChart *chart)
{
  ExStepsChart *self = EX_STEPS_CHART (chart);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GStrvBuilder) heading = g_strv_builder_new ();

  g_strv_builder_add (heading, self->heading != NULL ? self->heading : _("Name"));
  g_strv_builder_addv (heading, (const char **) self->steps);
  g_ptr_array_add (rows, g_strv_builder_end (heading));
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

      g_strv_builder_add (cells, ex_steps_row (self, i)->name);
      for (guint step = 0; step < self->n_steps; step++)
        {
          g_autofree char *count = ex_steps_count_text (ex_steps_bar (ex_steps_row (self, i), step));

          g_strv_builder_add (cells, count);
        }
      g_ptr_array_add (rows, g_strv_builder_end (cells));
    }

  return rows;
}

/* The bar that has come least far, as a share; -1: all are full, or there are none. */
static int
least_done (ExStepsChart *self)
{
  int least = -1;
  double share = 1;

  for (guint i = 0; i < self->rows->len; i++)
    for (guint step = 0; step < self->n_steps; step++)
      {
        const ExStepsBar *bar = ex_steps_bar (ex_steps_row (self, i), step);

        if (bar->of == 0 || (double) bar->done / bar->of >= share)
          continue;
        share = (double) bar->done / bar->of;
        least = (int) (i * (self->n_steps + 1) + 1 + step);
      }

  return least;
}

static char *
ex_steps_chart_describe (ExChart *chart)
{
  ExStepsChart *self = EX_STEPS_CHART (chart);
  guint n = self->rows->len, said = n > ROWS_DESCRIBED ? ROWS_DESCRIBED - 1 : n;
  GString *text = g_string_new (NULL);
  int least = least_done (self);

  for (guint i = 0; i < said; i++)
    {
      g_autofree char *row = ex_steps_chart_mark_text (chart, i * (self->n_steps + 1));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", row);
    }
  if (n > 0)
    g_string_append (text, said < n ? "; …" : ".");
  if (least >= 0 && n > 1)
    {
      const ExStepsRow *row;
      g_autofree char *count = ex_steps_count_text (bar_of (self, (guint) least, &row));

      g_string_append_c (text, ' ');
      /* Translators: a level, a step, how many have done it. */
      g_string_append_printf (text, _("Least done: %s, %s: %s."), row->name, self->steps[(guint) least % (self->n_steps + 1) - 1], count);
    }

  return g_string_free (text, FALSE);
}

/* ---- The object ---- */

static void
ex_steps_chart_finalize (GObject *object)
{
  ExStepsChart *self = EX_STEPS_CHART (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_strfreev);
  g_clear_pointer (&self->heading, g_free);

  G_OBJECT_CLASS (ex_steps_chart_parent_class)->finalize (object);
}

static void
ex_steps_chart_class_init (ExStepsChartClass *klass)
{
  ExChartClass *chart_class = EX_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_steps_chart_finalize;

  chart_class->layout = ex_steps_chart_layout;
  chart_class->draw = ex_steps_chart_draw;
  chart_class->draw_hover = ex_steps_chart_draw_hover;
  chart_class->hit = ex_steps_chart_hit;
  chart_class->n_marks = ex_steps_chart_n_marks;
  chart_class->mark_text = ex_steps_chart_mark_text;
  chart_class->mark_rect = ex_steps_chart_mark_rect;
  chart_class->mark_key = ex_steps_chart_mark_key;
  chart_class->neighbour = ex_steps_chart_neighbour;
  chart_class->natural_height = ex_steps_chart_natural_height;
  chart_class->table = ex_steps_chart_table;
  chart_class->describe = ex_steps_chart_describe;
  chart_class->mirrored = ex_steps_chart_mirrored;
}

static void
ex_steps_chart_init (ExStepsChart *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->row = 1;
}

ExChart *
ex_steps_chart_new (const char *const *steps)
{
  ExStepsChart *self;

  g_return_val_if_fail (steps != NULL && steps[0] != NULL, NULL);

  self = g_object_new (EX_TYPE_STEPS_CHART, NULL);
  self->steps = g_strdupv ((char **) steps);
  self->n_steps = g_strv_length (self->steps);

  return EX_CHART (self);
}

void
ex_steps_chart_set_heading (ExStepsChart *self, const char *rows)
{
  g_return_if_fail (EX_IS_STEPS_CHART (self));

  g_free (self->heading);
  self->heading = g_strdup (rows);
  ex_chart_changed (EX_CHART (self));
}

void
ex_steps_chart_add_row (ExStepsChart *self, const char *name, const char *note, const ExStepsCell *cells, const char *key)
{
  ExStepsRow *row;

  g_return_if_fail (EX_IS_STEPS_CHART (self));
  g_return_if_fail (name != NULL && cells != NULL);

  row = g_new0 (ExStepsRow, 1);
  row->name = g_strdup (name);
  row->note = g_strdup (note);
  row->key = g_strdup (key);
  row->bars = g_array_sized_new (FALSE, TRUE, sizeof (ExStepsBar), self->n_steps);
  g_array_set_clear_func (row->bars, bar_clear);
  for (guint i = 0; i < self->n_steps; i++)
    {
      ExStepsBar bar = { .done = MIN (cells[i].done, cells[i].of), .of = cells[i].of };

      bar.detail = g_strdup (cells[i].detail);
      bar.key = g_strdup (cells[i].key);
      g_array_append_val (row->bars, bar);
    }
  g_ptr_array_add (self->rows, row);
  ex_chart_changed (EX_CHART (self));
}
