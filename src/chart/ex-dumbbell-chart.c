#include "config.h"

#include "ex-dumbbell-chart.h"

#include "ex-dumbbell-chart-private.h"
#include "ex-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More rows than these nobody listens to: the table has them all. */
#define ROWS_DESCRIBED 5
/* Heights in ems, of a row that is easy to read, and of what stands above the rows. */
#define EASY_ROW 2.0
#define HEAD 4.0

G_DEFINE_FINAL_TYPE (ExDumbbellChart, ex_dumbbell_chart, EX_TYPE_CHART)

static void
row_clear (gpointer data)
{
  ExDumbbellRow *row = data;

  g_free (row->name);
  g_free (row->gap_text);
  g_free (row->detail);
  g_free (row->key);
}

/* ---- Gaps ---- */

double
ex_dumbbell_gap (const double *values, guint n_views)
{
  double gap = NAN;

  for (guint i = 1; i < n_views && !isnan (values[0]); i++)
    if (!isnan (values[i]) && (isnan (gap) || fabs (values[0] - values[i]) > fabs (gap)))
      gap = values[0] - values[i];

  return gap;
}

gboolean
ex_dumbbell_ends (const ExDumbbellChart *self, const ExDumbbellRow *row, double *low, double *high)
{
  gboolean seen = FALSE;

  for (guint i = 0; i < self->n_views; i++)
    {
      double value = row->values[i];

      if (isnan (value))
        continue;
      *low = seen ? MIN (*low, value) : value;
      *high = seen ? MAX (*high, value) : value;
      seen = TRUE;
    }

  return seen;
}

static gboolean
stands_before (const ExDumbbellRow *row, const ExDumbbellRow *other)
{
  if (isnan (row->gap) || isnan (other->gap))
    return !isnan (row->gap) || isnan (other->gap);

  return fabs (row->gap) >= fabs (other->gap);
}

/* Behind all that stand before it: of equals, the one added first. */
static void
insert_row (ExDumbbellChart *self, const ExDumbbellRow *row)
{
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (stands_before (ex_dumbbell_row (self, middle), row))
        low = middle + 1;
      else
        high = middle;
    }
  g_array_insert_vals (self->rows, low, row, 1);
}

/* ---- Marks: the rows ---- */

static guint
ex_dumbbell_chart_n_marks (ExChart *chart)
{
  return EX_DUMBBELL_CHART (chart)->rows->len;
}

static gboolean
ex_dumbbell_chart_mark_rect (ExChart *chart, guint mark, ExRect *rect)
{
  ex_dumbbell_mark_rect (EX_DUMBBELL_CHART (chart), mark, rect);
  return TRUE;
}

static void
ex_dumbbell_chart_draw_hover (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark)
{
  ExRect rect;

  ex_dumbbell_mark_rect (EX_DUMBBELL_CHART (chart), (guint) mark, &rect);
  ex_paint_ring (cr, &rect, palette);
}

/* The whole row answers. */
static int
ex_dumbbell_chart_hit (ExChart *chart, double x, double y)
{
  ExDumbbellChart *self = EX_DUMBBELL_CHART (chart);
  double row = self->rows->len > 0 ? floor ((y - self->area.y) / self->row) : -1;

  if (row < 0 || row >= self->rows->len || x < self->area.x || x > self->area.x + self->area.width)
    return -1;

  return (int) row;
}

/* One under the other: there is nothing at their sides. */
static int
ex_dumbbell_chart_neighbour (ExChart *chart, guint mark, ExWay way)
{
  guint n = EX_DUMBBELL_CHART (chart)->rows->len;

  if (way == EX_WAY_UP)
    return mark > 0 ? (int) mark - 1 : -1;
  if (way == EX_WAY_DOWN)
    return mark + 1 < n ? (int) mark + 1 : -1;

  return -1;
}

static const char *
ex_dumbbell_chart_mark_key (ExChart *chart, guint mark)
{
  return ex_dumbbell_row (EX_DUMBBELL_CHART (chart), mark)->key;
}

static double
ex_dumbbell_chart_natural_height (ExChart *chart, double width)
{
  return (HEAD + EASY_ROW * EX_DUMBBELL_CHART (chart)->rows->len) * ex_chart_get_em (chart);
}

static gboolean
ex_dumbbell_chart_mirrored (ExChart *chart)
{
  return ex_chart_get_rtl (chart);
}

/* ---- Words ---- */

/* Of a gap that has no words of its own: with its sign, as it says who stands above. */
static char *
signed_text (ExDumbbellChart *self, double gap)
{
  g_autofree char *text = ex_value_format_text (&self->format, fabs (gap), 0);
  g_autofree char *nothing = ex_value_format_text (&self->format, 0, 0);

  return g_strconcat (g_strcmp0 (text, nothing) == 0 ? "" : gap > 0 ? "+" : "−", text, NULL);
}

char *
ex_dumbbell_gap_text (ExDumbbellChart *self, const ExDumbbellRow *row)
{
  return row->gap_text != NULL ? g_strdup (row->gap_text) : isnan (row->gap) ? g_strdup ("–") : signed_text (self, row->gap);
}

/* "Self 4.0, Manager 2.8", and of nothing NULL. */
static char *
values_text (ExDumbbellChart *self, const ExDumbbellRow *row)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->n_views; i++)
    {
      g_autofree char *value = NULL;

      if (isnan (row->values[i]))
        continue;
      value = ex_value_format_text (&self->format, row->values[i], 0);
      /* Translators: whose view it is, and the value that they gave: "Manager 2.8". */
      g_ptr_array_add (parts, g_strdup_printf (C_("view", "%s %s"), self->views[i], value));
    }
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (_(", "), (char **) parts->pdata);
}

static char *
short_text (ExDumbbellChart *self, const ExDumbbellRow *row)
{
  g_autofree char *values = values_text (self, row);
  g_autofree char *gap = ex_dumbbell_gap_text (self, row);

  if (values == NULL)
    /* Translators: a name; nobody has given a value. */
    return g_strdup_printf (_("%s: nothing given"), row->name);
  if (isnan (row->gap))
    return g_strdup_printf (C_("bar", "%s: %s"), row->name, values);

  /* Translators: a name, what each of several gave, the gap: "Ana Okafor: Self 4.0, Manager 2.8 (gap +1.2)". */
  return g_strdup_printf (_("%s: %s (gap %s)"), row->name, values, gap);
}

static char *
ex_dumbbell_chart_mark_text (ExChart *chart, guint mark)
{
  ExDumbbellChart *self = EX_DUMBBELL_CHART (chart);
  const ExDumbbellRow *row = ex_dumbbell_row (self, mark);

  return row->detail != NULL ? g_strdup (row->detail) : short_text (self, row);
}

static GPtrArray *
ex_dumbbell_chart_table (ExChart *chart)
{
  ExDumbbellChart *self = EX_DUMBBELL_CHART (chart);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GStrvBuilder) heading = g_strv_builder_new ();

  g_strv_builder_add (heading, self->heading != NULL ? self->heading : _("Name"));
  g_strv_builder_addv (heading, (const char **) self->views);
  g_strv_builder_add (heading, _("Gap"));
  g_ptr_array_add (rows, g_strv_builder_end (heading));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const ExDumbbellRow *row = ex_dumbbell_row (self, i);
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
      g_autofree char *gap = ex_dumbbell_gap_text (self, row);

      g_strv_builder_add (cells, row->name);
      for (guint view = 0; view < self->n_views; view++)
        {
          g_autofree char *value = ex_value_format_text (&self->format, row->values[view], 0);

          g_strv_builder_add (cells, value);
        }
      g_strv_builder_add (cells, gap);
      g_ptr_array_add (rows, g_strv_builder_end (cells));
    }

  return rows;
}

/* How many stand which way: the shape that the eye sees at once. */
static void
describe_directions (ExDumbbellChart *self, GString *text)
{
  guint above = 0, below = 0, without = 0, n = self->rows->len;

  for (guint i = 0; i < n; i++)
    {
      double gap = ex_dumbbell_row (self, i)->gap;

      above += gap > 0;
      below += gap < 0;
      without += isnan (gap);
    }
  if (without < n)
    {
      /* Translators: the first of several views ("Self"); of how many rows that can be compared it is above the others, of how many below. */
      g_string_append_printf (text, _("Of %u, “%s” is above the others in %u and below in %u."), n - without, self->views[0], above, below);
      g_string_append_c (text, ' ');
    }
  if (without > 0)
    {
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u has nothing to compare with.", "%u have nothing to compare with.", without), without);
      g_string_append_c (text, ' ');
    }
}

static char *
ex_dumbbell_chart_describe (ExChart *chart)
{
  ExDumbbellChart *self = EX_DUMBBELL_CHART (chart);
  guint n = self->rows->len, said = n > ROWS_DESCRIBED ? ROWS_DESCRIBED - 1 : n;
  GString *text = g_string_new (NULL);

  if (n == 0)
    return g_string_free (text, FALSE);

  describe_directions (self, text);
  g_string_append (text, _("The widest gap first:"));
  for (guint i = 0; i < said; i++)
    {
      g_autofree char *row = short_text (self, ex_dumbbell_row (self, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : " ", row);
    }
  g_string_append (text, said < n ? "; …" : ".");

  return g_string_free (text, FALSE);
}

/* ---- The object ---- */

static void
ex_dumbbell_chart_finalize (GObject *object)
{
  ExDumbbellChart *self = EX_DUMBBELL_CHART (object);

  g_clear_pointer (&self->views, g_strfreev);
  g_clear_pointer (&self->points, g_strfreev);
  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->ticks, g_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  ex_value_format_clear (&self->format);

  G_OBJECT_CLASS (ex_dumbbell_chart_parent_class)->finalize (object);
}

static void
ex_dumbbell_chart_class_init (ExDumbbellChartClass *klass)
{
  ExChartClass *chart_class = EX_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_dumbbell_chart_finalize;

  chart_class->layout = ex_dumbbell_chart_layout;
  chart_class->draw = ex_dumbbell_chart_draw;
  chart_class->draw_hover = ex_dumbbell_chart_draw_hover;
  chart_class->hit = ex_dumbbell_chart_hit;
  chart_class->n_marks = ex_dumbbell_chart_n_marks;
  chart_class->mark_text = ex_dumbbell_chart_mark_text;
  chart_class->mark_rect = ex_dumbbell_chart_mark_rect;
  chart_class->mark_key = ex_dumbbell_chart_mark_key;
  chart_class->neighbour = ex_dumbbell_chart_neighbour;
  chart_class->natural_height = ex_dumbbell_chart_natural_height;
  chart_class->table = ex_dumbbell_chart_table;
  chart_class->describe = ex_dumbbell_chart_describe;
  chart_class->mirrored = ex_dumbbell_chart_mirrored;
}

static void
ex_dumbbell_chart_init (ExDumbbellChart *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (ExDumbbellRow));
  g_array_set_clear_func (self->rows, row_clear);
  self->ticks = g_array_new (FALSE, FALSE, sizeof (double));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->low = self->high = NAN;
  self->row = 1;
}

ExChart *
ex_dumbbell_chart_new (const char *const *views)
{
  ExDumbbellChart *self;
  guint n;

  g_return_val_if_fail (views != NULL, NULL);
  n = g_strv_length ((char **) views);
  g_return_val_if_fail (n >= 2 && n <= EX_MOST_VIEWS, NULL);

  self = g_object_new (EX_TYPE_DUMBBELL_CHART, NULL);
  self->views = g_strdupv ((char **) views);
  self->n_views = n;

  return EX_CHART (self);
}

void
ex_dumbbell_chart_set_scale (ExDumbbellChart *self, double low, double high, const char *const *points)
{
  g_return_if_fail (EX_IS_DUMBBELL_CHART (self));
  g_return_if_fail (isfinite (low) && isfinite (high) && low < high);

  g_strfreev (self->points);
  self->points = g_strdupv ((char **) points);
  self->low = ex_axis_tame (low);
  self->high = ex_axis_tame (high);
  ex_chart_changed (EX_CHART (self));
}

void
ex_dumbbell_chart_set_value_text (ExDumbbellChart *self, ExValueText func, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (EX_IS_DUMBBELL_CHART (self));

  ex_value_format_set (&self->format, func, data, destroy);
  ex_chart_changed (EX_CHART (self));
}

void
ex_dumbbell_chart_set_heading (ExDumbbellChart *self, const char *rows)
{
  g_return_if_fail (EX_IS_DUMBBELL_CHART (self));

  g_free (self->heading);
  self->heading = g_strdup (rows);
  ex_chart_changed (EX_CHART (self));
}

void
ex_dumbbell_chart_add_row (ExDumbbellChart *self, const char *name, const double *values, const char *gap_text, const char *detail, const char *key)
{
  ExDumbbellRow row = { 0 };

  g_return_if_fail (EX_IS_DUMBBELL_CHART (self));
  g_return_if_fail (name != NULL && values != NULL);

  row.name = g_strdup (name);
  row.gap_text = g_strdup (gap_text);
  row.detail = g_strdup (detail);
  row.key = g_strdup (key);
  for (guint i = 0; i < EX_MOST_VIEWS; i++)
    row.values[i] = i < self->n_views ? ex_axis_tame (values[i]) : NAN;
  row.gap = ex_dumbbell_gap (row.values, self->n_views);
  insert_row (self, &row);
  ex_chart_changed (EX_CHART (self));
}
