#include "config.h"

#include "ex-curve-chart.h"

#include "ex-curve-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (ExCurveChart, ex_curve_chart, EX_TYPE_CHART)

static void
mark_clear (gpointer data)
{
  ExCurveMark *mark = data;

  g_clear_pointer (&mark->label, g_free);
  g_clear_pointer (&mark->detail, g_free);
}

/* ---- The marks ---- */

static int
compare_marks (const ExCurveMark *a, const ExCurveMark *b)
{
  if (a->growth != b->growth)
    return a->growth < b->growth ? -1 : 1;
  if (a->spot != b->spot)
    return a->spot ? 1 : -1;

  return a->index < b->index ? -1 : a->index > b->index;
}

static int
compare_points_cb (gconstpointer a, gconstpointer b)
{
  return compare_marks (a, b);
}

static int
compare_marks_cb (gconstpointer a, gconstpointer b)
{
  return compare_marks (*(ExCurveMark *const *) a, *(ExCurveMark *const *) b);
}

static void
collect_marks (ExCurveChart *self)
{
  g_ptr_array_set_size (self->marks, 0);
  if (self->points->len == 0)
    return;

  for (guint i = 0; i < self->points->len; i++)
    g_ptr_array_add (self->marks, ex_curve_point (self, i));
  for (guint i = 0; i < EX_N_CURVE_SPOTS; i++)
    if (self->spots[i].shown)
      g_ptr_array_add (self->marks, &self->spots[i]);
  g_ptr_array_sort (self->marks, compare_marks_cb);
}

double
ex_curve_value (ExCurveChart *self, double growth)
{
  const ExCurveMark *before = NULL;

  for (guint i = 0; i < self->points->len; i++)
    {
      const ExCurveMark *point = ex_curve_point (self, i);

      if (point->growth == growth)
        return point->payout;
      if (point->growth > growth)
        return before == NULL ? 0
                              : before->payout + (point->payout - before->payout) * ((growth - before->growth) / (point->growth - before->growth));
      before = point;
    }

  return before != NULL ? before->payout : 0;
}

double
ex_curve_start (ExCurveChart *self)
{
  double first = self->points->len > 0 ? ex_curve_point (self, 0)->growth : 0;

  return isnan (self->gate) ? first : MAX (first, self->gate);
}

static guint
ex_curve_chart_n_marks (ExChart *chart)
{
  return EX_CURVE_CHART (chart)->marks->len;
}

static gboolean
ex_curve_chart_mark_rect (ExChart *chart, guint mark, ExRect *rect)
{
  const ExCurveMark *self = ex_curve_mark (EX_CURVE_CHART (chart), mark);

  *rect = (ExRect) { self->x - EX_CURVE_SPOT_DOT, self->y - EX_CURVE_SPOT_DOT, 2 * EX_CURVE_SPOT_DOT, 2 * EX_CURVE_SPOT_DOT };
  return TRUE;
}

/* ---- Words ---- */

static char *
percent_text (double value, gpointer data)
{
  int decimals = 0;
  g_autofree char *number = NULL;

  while (fabs (value) < 1e12 && decimals < 2 && fabs (value * pow (10, decimals) - round (value * pow (10, decimals))) > 1e-6)
    decimals++;
  number = fabs (value) < 1e12 ? g_strdup_printf ("%'.*f", decimals, fabs (value)) : g_strdup_printf ("%.3g", fabs (value));

  /* Translators: a percentage, "68.4 %", perhaps with a minus sign before it. */
  return g_strdup_printf (_("%s%s %%"), value < 0 ? "−" : "", number);
}

char *
ex_curve_text (ExCurveChart *self, double value, double step)
{
  return ex_value_format_text (&self->format, value, step);
}

static const char *
spot_name (const ExCurveMark *mark)
{
  static const char *const names[] = { NC_("growth", "Today"), NC_("growth", "Forecast"), NC_("growth", "What if") };

  return g_dpgettext2 (GETTEXT_PACKAGE, "growth", names[mark->index]);
}

static char *
ex_curve_chart_mark_text (ExChart *chart, guint mark)
{
  ExCurveChart *self = EX_CURVE_CHART (chart);
  const ExCurveMark *it = ex_curve_mark (self, mark);
  g_autofree char *growth = ex_curve_text (self, it->growth, 0);
  g_autofree char *payout = ex_curve_text (self, it->payout, 0);

  if (it->detail != NULL)
    return g_strdup (it->detail);
  if (it->spot)
    /* Translators: today, forecast or what if, then growth and what it pays: "Today: growth of 3 % pays 66.7 %". */
    return g_strdup_printf (_("%s: growth of %s pays %s"), spot_name (it), growth, payout);

  /* Translators: "Point 2: growth of 5 % pays 100 %". */
  return g_strdup_printf (_("Point %u: growth of %s pays %s"), it->index + 1, growth, payout);
}

static GPtrArray *
ex_curve_chart_table (ExChart *chart)
{
  ExCurveChart *self = EX_CURVE_CHART (chart);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_ptr_array_add (rows, g_strdupv ((char **) (const char *[]) { _("Point"), _("Growth"), _("Payout"), NULL }));
  for (guint i = 0; i < self->marks->len; i++)
    {
      const ExCurveMark *mark = ex_curve_mark (self, i);
      g_autofree char *name = mark->spot ? g_strdup (spot_name (mark)) : g_strdup_printf ("%u", mark->index + 1);
      g_autofree char *growth = ex_curve_text (self, mark->growth, 0);
      g_autofree char *payout = ex_curve_text (self, mark->payout, 0);

      g_ptr_array_add (rows, g_strdupv ((char **) (const char *[]) { name, growth, payout, NULL }));
    }

  return rows;
}

static char *
ex_curve_chart_describe (ExChart *chart)
{
  ExCurveChart *self = EX_CURVE_CHART (chart);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->marks->len; i++)
    {
      g_autofree char *words = ex_curve_chart_mark_text (chart, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", words);
    }
  if (text->len > 0 && strchr (".!?", text->str[text->len - 1]) == NULL)
    g_string_append_c (text, '.');
  if (text->len > 0 && self->gate_label != NULL && !isnan (self->gate))
    g_string_append_printf (text, " %s.", self->gate_label);

  return g_string_free (text, FALSE);
}

/* ---- The object ---- */

static void
ex_curve_chart_finalize (GObject *object)
{
  ExCurveChart *self = EX_CURVE_CHART (object);

  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  for (guint i = 0; i < EX_N_CURVE_SPOTS; i++)
    mark_clear (&self->spots[i]);
  g_clear_pointer (&self->gate_label, g_free);
  g_clear_pointer (&self->growth_name, g_free);
  g_clear_pointer (&self->payout_name, g_free);
  ex_value_format_clear (&self->format);
  ex_value_axis_clear (&self->payout);

  G_OBJECT_CLASS (ex_curve_chart_parent_class)->finalize (object);
}

static void
ex_curve_chart_class_init (ExCurveChartClass *klass)
{
  ExChartClass *chart_class = EX_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_curve_chart_finalize;

  chart_class->layout = ex_curve_chart_layout;
  chart_class->draw = ex_curve_chart_draw;
  chart_class->draw_hover = ex_curve_chart_draw_hover;
  chart_class->hit = ex_curve_chart_hit;
  chart_class->n_marks = ex_curve_chart_n_marks;
  chart_class->mark_text = ex_curve_chart_mark_text;
  chart_class->mark_rect = ex_curve_chart_mark_rect;
  chart_class->table = ex_curve_chart_table;
  chart_class->describe = ex_curve_chart_describe;
}

static void
ex_curve_chart_init (ExCurveChart *self)
{
  self->points = g_array_new (FALSE, TRUE, sizeof (ExCurveMark));
  self->marks = g_ptr_array_new ();
  self->gate = NAN;
  self->range_low = self->range_high = self->range_payout = NAN;
  self->active = -1;
  ex_value_format_set (&self->format, percent_text, NULL, NULL);
}

ExChart *
ex_curve_chart_new (void)
{
  return g_object_new (EX_TYPE_CURVE_CHART, NULL);
}

void
ex_curve_chart_set_points (ExCurveChart *self, const double *growth, const double *payout, guint n_points)
{
  g_return_if_fail (EX_IS_CURVE_CHART (self));
  g_return_if_fail (n_points == 0 || (growth != NULL && payout != NULL));

  g_ptr_array_set_size (self->marks, 0);
  g_array_set_size (self->points, 0);
  for (guint i = 0; i < n_points; i++)
    {
      ExCurveMark point = { .index = i, .shown = TRUE, .growth = ex_axis_tame (growth[i]), .payout = ex_axis_tame (payout[i]), .low = NAN, .high = NAN };

      if (!isnan (point.growth) && !isnan (point.payout))
        g_array_append_val (self->points, point);
    }
  g_array_sort (self->points, compare_points_cb);
  collect_marks (self);
  ex_chart_changed (EX_CHART (self));
}

void
ex_curve_chart_set_gate (ExCurveChart *self, double gate, const char *label)
{
  g_return_if_fail (EX_IS_CURVE_CHART (self));

  self->gate = isfinite (gate) ? ex_axis_tame (gate) : NAN;
  g_free (self->gate_label);
  self->gate_label = g_strdup (label);
  ex_chart_changed (EX_CHART (self));
}

void
ex_curve_chart_set_spot (ExCurveChart *self, ExCurveSpot spot, double growth, double payout, double low, double high, const char *label,
                         const char *detail)
{
  ExCurveMark *mark;

  g_return_if_fail (EX_IS_CURVE_CHART (self));
  g_return_if_fail ((guint) spot < EX_N_CURVE_SPOTS);

  mark = &self->spots[spot];
  mark_clear (mark);
  *mark = (ExCurveMark) { .index = spot, .spot = TRUE, .shown = !isnan (growth) && !isnan (payout) };
  mark->growth = ex_axis_tame (growth);
  mark->payout = ex_axis_tame (payout);
  mark->low = ex_axis_tame (low);
  mark->high = ex_axis_tame (high);
  mark->label = g_strdup (label);
  mark->detail = g_strdup (detail);
  collect_marks (self);
  ex_chart_changed (EX_CHART (self));
}

void
ex_curve_chart_set_range (ExCurveChart *self, double growth_low, double growth_high, double payout_high)
{
  gboolean known = isfinite (growth_low) && isfinite (growth_high) && growth_low < growth_high;

  g_return_if_fail (EX_IS_CURVE_CHART (self));

  self->range_low = known ? ex_axis_tame (growth_low) : NAN;
  self->range_high = known ? ex_axis_tame (growth_high) : NAN;
  self->range_payout = isfinite (payout_high) && payout_high > 0 ? ex_axis_tame (payout_high) : NAN;
  ex_chart_changed (EX_CHART (self));
}

void
ex_curve_chart_set_editable (ExCurveChart *self, gboolean editable)
{
  g_return_if_fail (EX_IS_CURVE_CHART (self));

  if (self->editable == !!editable)
    return;
  self->editable = !!editable;
  ex_chart_changed (EX_CHART (self));
}

void
ex_curve_chart_set_active (ExCurveChart *self, int active)
{
  g_return_if_fail (EX_IS_CURVE_CHART (self));

  if (self->active == active)
    return;
  self->active = active;
  ex_chart_changed (EX_CHART (self));
}

void
ex_curve_chart_set_value_text (ExCurveChart *self, ExValueText func, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (EX_IS_CURVE_CHART (self));

  ex_value_format_set (&self->format, func != NULL ? func : percent_text, data, destroy);
  ex_chart_changed (EX_CHART (self));
}

void
ex_curve_chart_set_axis_names (ExCurveChart *self, const char *growth, const char *payout)
{
  g_return_if_fail (EX_IS_CURVE_CHART (self));

  g_free (self->growth_name);
  self->growth_name = g_strdup (growth);
  g_free (self->payout_name);
  self->payout_name = g_strdup (payout);
  ex_chart_changed (EX_CHART (self));
}
