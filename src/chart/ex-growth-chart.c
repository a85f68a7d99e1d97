#include "config.h"

#include "ex-growth-chart.h"

#include "ex-growth-chart-private.h"
#include "ex-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So high is the mark of a period in which nothing happened, or nothing is known. */
#define LEAST_MARK 6.0

G_DEFINE_FINAL_TYPE (ExGrowthChart, ex_growth_chart, EX_TYPE_CHART)

static void
column_clear (gpointer data)
{
  ExGrowthColumn *column = data;

  g_free (column->label);
  g_free (column->context);
  g_free (column->gained_text);
  g_free (column->lost_text);
  g_free (column->net_text);
  g_free (column->detail);
}

gboolean
ex_growth_has_kind (ExGrowthChart *self, ExGrowthKind kind)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (ex_growth_column (self, i)->kind == kind)
      return TRUE;

  return FALSE;
}

gboolean
ex_growth_is_joined (ExGrowthChart *self, guint i)
{
  return i + 1 < self->columns->len && ex_growth_column (self, i)->kind != EX_GROWTH_NO_DATA
         && ex_growth_column (self, i + 1)->kind != EX_GROWTH_NO_DATA;
}

guint
ex_growth_gap_length (ExGrowthChart *self, guint i)
{
  guint end = i;

  if (i > 0 && ex_growth_column (self, i - 1)->kind == EX_GROWTH_NO_DATA)
    return 0;
  while (end < self->columns->len && ex_growth_column (self, end)->kind == EX_GROWTH_NO_DATA)
    end++;

  return end - i;
}

/* ---- Finding ---- */

static guint
ex_growth_chart_n_marks (ExChart *chart)
{
  return EX_GROWTH_CHART (chart)->columns->len;
}

/* From the top of what was gained to the bottom of what was lost. */
static gboolean
ex_growth_chart_mark_rect (ExChart *chart, guint mark, ExRect *rect)
{
  const ExGrowthColumn *column = ex_growth_column (EX_GROWTH_CHART (chart), mark);

  *rect = column->up;
  rect->height += column->down.height;
  if (rect->height < LEAST_MARK)
    {
      rect->y -= (LEAST_MARK - rect->height) / 2;
      rect->height = LEAST_MARK;
    }

  return TRUE;
}

static void
ex_growth_chart_draw_hover (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark)
{
  ExRect rect;

  ex_growth_chart_mark_rect (chart, (guint) mark, &rect);
  ex_paint_ring (cr, &rect, palette);
}

/* The whole column answers: a quiet month would be hard to meet otherwise. */
static int
ex_growth_chart_hit (ExChart *chart, double x, double y)
{
  ExGrowthChart *self = EX_GROWTH_CHART (chart);
  double place = self->columns->len > 0 ? floor ((x - self->start) / self->slot) : -1;

  if (place < 0 || place >= self->columns->len || y < self->area.y || y > self->area.y + self->area.height)
    return -1;

  return (int) place;
}

/* ---- Words ---- */

static char *
signed_text (ExGrowthChart *self, const char *ready, double value)
{
  g_autofree char *size = NULL;

  if (ready != NULL)
    return g_strdup (ready);
  size = ex_value_format_text (&self->format, fabs (value), 0);
  if (value == 0)
    return g_steal_pointer (&size);

  return g_strconcat (value > 0 ? "+" : "−", size, NULL);
}

char *
ex_growth_text_gained (ExGrowthChart *self, const ExGrowthColumn *column)
{
  return signed_text (self, column->gained_text, column->gained);
}

char *
ex_growth_text_lost (ExGrowthChart *self, const ExGrowthColumn *column)
{
  return signed_text (self, column->lost_text, -column->lost);
}

char *
ex_growth_text_net (ExGrowthChart *self, const ExGrowthColumn *column)
{
  return signed_text (self, column->net_text, column->net);
}

static char *
period_text (const ExGrowthColumn *column)
{
  if (column->context == NULL)
    return g_strdup (column->label);

  /* Translators: a month or quarter, and its year: "Mar 2026". */
  return g_strdup_printf (C_("period", "%s %s"), column->label, column->context);
}

static char *
ex_growth_chart_mark_text (ExChart *chart, guint mark)
{
  ExGrowthChart *self = EX_GROWTH_CHART (chart);
  const ExGrowthColumn *column = ex_growth_column (self, mark);
  g_autofree char *period = period_text (column);
  g_autofree char *gained = ex_growth_text_gained (self, column);
  g_autofree char *lost = ex_growth_text_lost (self, column);
  g_autofree char *net = ex_growth_text_net (self, column);

  if (column->detail != NULL)
    return g_strdup (column->detail);
  switch (column->kind)
    {
    case EX_GROWTH_NO_DATA:
      return g_strdup_printf (_("%s: no data"), period);
    case EX_GROWTH_FORECAST:
      return g_strdup_printf (_("%s: forecast %s"), period, net);
    case EX_GROWTH_PROVISIONAL:
      /* Translators: a period, then what was gained, lost, and what is left of it. */
      return g_strdup_printf (_("%s so far: gained %s, lost %s, net %s"), period, gained, lost, net);
    case EX_GROWTH_COMPLETE:
    default:
      return g_strdup_printf (_("%s: gained %s, lost %s, net %s"), period, gained, lost, net);
    }
}

static void
add_row (ExGrowthChart *self, GPtrArray *rows, guint i)
{
  static const char *const notes[] = { "", N_("Not complete yet"), N_("No data"), N_("Forecast") };
  const ExGrowthColumn *column = ex_growth_column (self, i);
  gboolean known = column->kind == EX_GROWTH_COMPLETE || column->kind == EX_GROWTH_PROVISIONAL;
  g_autofree char *period = period_text (column);
  g_autofree char *gained = known ? ex_growth_text_gained (self, column) : g_strdup ("–");
  g_autofree char *lost = known ? ex_growth_text_lost (self, column) : g_strdup ("–");
  g_autofree char *net = column->kind != EX_GROWTH_NO_DATA ? ex_growth_text_net (self, column) : g_strdup ("–");
  const char *note = *notes[column->kind] != '\0' ? _(notes[column->kind]) : "";

  if (self->only != NULL)
    {
      g_ptr_array_add (rows, g_strdupv ((char **) (const char *[]) { period, column->lost > 0 ? lost : gained, note, NULL }));
      return;
    }
  g_ptr_array_add (rows, g_strdupv ((char **) (const char *[]) { period, gained, lost, net, note, NULL }));
}

static GPtrArray *
ex_growth_chart_table (ExChart *chart)
{
  ExGrowthChart *self = EX_GROWTH_CHART (chart);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (self->only != NULL)
    g_ptr_array_add (rows, g_strdupv ((char **) (const char *[]) { _("Period"), self->only, _("Note"), NULL }));
  else
    g_ptr_array_add (rows, g_strdupv ((char **) (const char *[]) { _("Period"), _("Gained"), _("Lost"), _("Net"), _("Note"), NULL }));
  for (guint i = 0; i < self->columns->len; i++)
    add_row (self, rows, i);

  return rows;
}

/* The first of those with the most gained, or lost; -1: nothing was. */
static int
find_most (ExGrowthChart *self, gboolean lost)
{
  double most = 0;
  int found = -1;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const ExGrowthColumn *column = ex_growth_column (self, i);
      double size = lost ? column->lost : column->gained;

      if (size <= most || column->kind == EX_GROWTH_FORECAST || column->kind == EX_GROWTH_NO_DATA)
        continue;
      most = size;
      found = (int) i;
    }

  return found;
}

static void
append_most (ExGrowthChart *self, GString *text, gboolean lost)
{
  int i = find_most (self, lost);
  g_autofree char *period = i >= 0 ? period_text (ex_growth_column (self, i)) : NULL;
  g_autofree char *size = NULL;

  if (i < 0)
    return;
  size = lost ? ex_growth_text_lost (self, ex_growth_column (self, i)) : ex_growth_text_gained (self, ex_growth_column (self, i));
  g_string_append_c (text, ' ');
  /* Translators: a period and an amount: "Most was gained in Mar 2026: +1,204." */
  g_string_append_printf (text, lost ? _("Most was lost in %s: %s.") : _("Most was gained in %s: %s."), period, size);
}

/* Two hundred periods are for the table: here is what a look at the picture would tell. */
static char *
ex_growth_chart_describe (ExChart *chart)
{
  ExGrowthChart *self = EX_GROWTH_CHART (chart);
  guint n = self->columns->len;
  GString *text = g_string_new (NULL);
  g_autofree char *last = NULL;

  if (n == 0)
    return g_string_free (text, FALSE);

  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "Columns for %u period.", "Columns for %u periods.", n), n);
  if (n > 1 && self->only == NULL)
    {
      append_most (self, text, FALSE);
      append_most (self, text, TRUE);
    }
  last = ex_growth_chart_mark_text (chart, n - 1);
  g_string_append_printf (text, " %s.", last);

  return g_string_free (text, FALSE);
}

/* ---- The object ---- */

static void
ex_growth_chart_finalize (GObject *object)
{
  ExGrowthChart *self = EX_GROWTH_CHART (object);

  g_clear_pointer (&self->columns, g_array_unref);
  ex_value_format_clear (&self->format);
  g_free (self->only);
  ex_value_axis_clear (&self->axis);

  G_OBJECT_CLASS (ex_growth_chart_parent_class)->finalize (object);
}

static void
ex_growth_chart_class_init (ExGrowthChartClass *klass)
{
  ExChartClass *chart_class = EX_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_growth_chart_finalize;

  chart_class->layout = ex_growth_chart_layout;
  chart_class->draw = ex_growth_chart_draw;
  chart_class->draw_hover = ex_growth_chart_draw_hover;
  chart_class->hit = ex_growth_chart_hit;
  chart_class->n_marks = ex_growth_chart_n_marks;
  chart_class->mark_text = ex_growth_chart_mark_text;
  chart_class->mark_rect = ex_growth_chart_mark_rect;
  chart_class->table = ex_growth_chart_table;
  chart_class->describe = ex_growth_chart_describe;
}

static void
ex_growth_chart_init (ExGrowthChart *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (ExGrowthColumn));
  g_array_set_clear_func (self->columns, column_clear);
}

ExChart *
ex_growth_chart_new (void)
{
  return g_object_new (EX_TYPE_GROWTH_CHART, NULL);
}

/* What is no number, or less than nothing, did not happen. */
static double
tame_size (double size)
{
  return isnan (size) ? 0 : MAX (0, ex_axis_tame (size));
}

void
ex_growth_chart_add_period (ExGrowthChart *self, const ExGrowthPeriod *period)
{
  ExGrowthColumn column = { 0 };
  gboolean known;

  g_return_if_fail (EX_IS_GROWTH_CHART (self));
  g_return_if_fail (period != NULL && period->label != NULL);

  known = period->kind != EX_GROWTH_NO_DATA;
  column.kind = period->kind;
  column.gained = known ? tame_size (period->gained) : 0;
  column.lost = known ? tame_size (period->lost) : 0;
  column.net = column.gained - column.lost;
  column.low = period->kind == EX_GROWTH_FORECAST && isfinite (period->low) ? ex_axis_tame (period->low) : NAN;
  column.high = period->kind == EX_GROWTH_FORECAST && isfinite (period->high) ? ex_axis_tame (period->high) : NAN;
  column.label = g_strdup (period->label);
  column.context = g_strdup (period->context);
  column.gained_text = g_strdup (period->gained_text);
  column.lost_text = g_strdup (period->lost_text);
  column.net_text = g_strdup (period->net_text);
  column.detail = g_strdup (period->detail);
  g_array_append_val (self->columns, column);
  ex_chart_changed (EX_CHART (self));
}

void
ex_growth_chart_set_only (ExGrowthChart *self, const char *name)
{
  char *copy = g_strdup (name);

  g_return_if_fail (EX_IS_GROWTH_CHART (self));

  g_free (self->only);
  self->only = copy;
  ex_chart_changed (EX_CHART (self));
}

void
ex_growth_chart_set_value_text (ExGrowthChart *self, ExValueText func, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (EX_IS_GROWTH_CHART (self));

  ex_value_format_set (&self->format, func, data, destroy);
  ex_chart_changed (EX_CHART (self));
}
