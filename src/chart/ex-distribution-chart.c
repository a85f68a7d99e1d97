#include "config.h"

#include "ex-distribution-chart.h"

#include "ex-distribution-chart-private.h"
#include "ex-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More groups than these nobody listens to: the table has them all. */
#define GROUPS_DESCRIBED 8

G_DEFINE_FINAL_TYPE (ExDistributionChart, ex_distribution_chart, EX_TYPE_CHART)

static void
group_free (gpointer data)
{
  ExDistributionGroup *group = data;

  g_free (group->title);
  g_free (group->before);
  g_free (group->after);
  g_free (group);
}

/* ---- Drawing ---- */

static void
draw_group (ExDistributionChart *self, cairo_t *cr, const ExDistributionGroup *group, const ExPalette *palette)
{
  double base = floor (group->area.y + group->area.height) + 0.5;

  for (guint i = 0; i < self->n_points; i++)
    {
      ExRect before = ex_distribution_bar (self, group, i, TRUE);
      ExRect after = ex_distribution_bar (self, group, i, FALSE);

      if (before.height > 0)
        ex_paint_rect (cr, &before, &palette->neutral, EX_FILL_OPEN);
      if (after.height > 0)
        ex_paint_rect (cr, &after, &palette->strong, EX_FILL_SOLID);
    }
  ex_paint_line (cr, group->area.x, base, group->area.x + group->area.width, base, 1, &palette->dim);
}

static void
ex_distribution_chart_draw (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExDistributionChart *self = EX_DISTRIBUTION_CHART (chart);

  if (self->before_swatch.width > 0)
    {
      ex_paint_rect (cr, &self->before_swatch, &palette->neutral, EX_FILL_OPEN);
      ex_paint_rect (cr, &self->after_swatch, &palette->strong, EX_FILL_SOLID);
    }
  for (guint i = 0; i < self->groups->len; i++)
    draw_group (self, cr, ex_distribution_group (self, i), palette);
}

/* ---- Marks: the points of the first group, of the second, ... ---- */

static const ExDistributionGroup *
group_of (ExDistributionChart *self, guint mark)
{
  return ex_distribution_group (self, mark / self->n_points);
}

static guint
ex_distribution_chart_n_marks (ExChart *chart)
{
  ExDistributionChart *self = EX_DISTRIBUTION_CHART (chart);

  return self->groups->len * self->n_points;
}

/* The whole column: a point that nobody has is a finding too. */
static gboolean
ex_distribution_chart_mark_rect (ExChart *chart, guint mark, ExRect *rect)
{
  ExDistributionChart *self = EX_DISTRIBUTION_CHART (chart);
  const ExDistributionGroup *group = group_of (self, mark);

  *rect = (ExRect) { ex_distribution_slot_x (self, group, mark % self->n_points), group->area.y, group->slot, group->area.height };
  return TRUE;
}

static void
ex_distribution_chart_draw_hover (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark)
{
  ExRect rect;

  ex_distribution_chart_mark_rect (chart, (guint) mark, &rect);
  ex_paint_ring (cr, &rect, palette);
}

static int
ex_distribution_chart_hit (ExChart *chart, double x, double y)
{
  ExDistributionChart *self = EX_DISTRIBUTION_CHART (chart);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const ExDistributionGroup *group = ex_distribution_group (self, i);
      int place = (int) floor ((x - group->start) / group->slot);

      if (!ex_rect_contains (&group->cell, x, y) || place < 0 || (guint) place >= self->n_points)
        continue;
      if (ex_chart_get_rtl (chart))
        place = (int) self->n_points - 1 - place;
      return (int) (i * self->n_points) + place;
    }

  return -1;
}

/* ---- Words ---- */

const char *
ex_distribution_before_name (ExDistributionChart *self)
{
  return self->before_name != NULL ? self->before_name : _("Before");
}

const char *
ex_distribution_after_name (ExDistributionChart *self)
{
  return self->after_name != NULL ? self->after_name : _("After");
}

static char *
ex_distribution_chart_mark_text (ExChart *chart, guint mark)
{
  ExDistributionChart *self = EX_DISTRIBUTION_CHART (chart);
  const ExDistributionGroup *group = group_of (self, mark);
  guint point = mark % self->n_points;

  if (group->before == NULL)
    /* Translators: a group, a point of the scale, how many have it. */
    return g_strdup_printf (_("%s, %s: %'u"), group->title, self->points[point], group->after[point]);

  /* Translators: a group, a point of the scale, how many have it before and after: "Sales, strong: 9 (first ratings), 12 (after calibration)". */
  return g_strdup_printf (_("%s, %s: %'u (%s), %'u (%s)"), group->title, self->points[point], group->before[point], ex_distribution_before_name (self),
                          group->after[point], ex_distribution_after_name (self));
}

static void
add_row (ExDistributionChart *self, GPtrArray *rows, const ExDistributionGroup *group, guint point)
{
  g_autofree char *before = group->before != NULL ? g_strdup_printf ("%'u", group->before[point]) : g_strdup ("–");
  g_autofree char *after = g_strdup_printf ("%'u", group->after[point]);
  const char *const row[] = { group->title, self->points[point], self->paired ? before : after, self->paired ? after : NULL, NULL };

  g_ptr_array_add (rows, g_strdupv ((char **) row));
}

static GPtrArray *
ex_distribution_chart_table (ExChart *chart)
{
  ExDistributionChart *self = EX_DISTRIBUTION_CHART (chart);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *const heading[] = { _("Group"), _("Rating"), self->paired ? ex_distribution_before_name (self) : _("Ratings"), self->paired ? ex_distribution_after_name (self) : NULL, NULL };

  g_ptr_array_add (rows, g_strdupv ((char **) heading));
  for (guint i = 0; i < self->groups->len; i++)
    for (guint point = 0; point < self->n_points; point++)
      add_row (self, rows, ex_distribution_group (self, i), point);

  return rows;
}

static void
describe_group (ExDistributionChart *self, GString *text, const ExDistributionGroup *group)
{
  g_string_append_c (text, ' ');
  if (group->total_after == 0)
    {
      g_string_append_printf (text, _("%s: nobody"), group->title);
      g_string_append_c (text, '.');
      return;
    }
  g_string_append_printf (text, "%s: ", group->title);
  for (guint point = 0; point < self->n_points; point++)
    {
      /* Translators: a point of the scale, and how many have it. */
      g_autofree char *part = g_strdup_printf (C_("rating", "%s %u"), self->points[point], group->after[point]);

      g_string_append_printf (text, "%s%s", point > 0 ? ", " : "", part);
    }
  g_string_append_c (text, '.');
}

static char *
ex_distribution_chart_describe (ExChart *chart)
{
  ExDistributionChart *self = EX_DISTRIBUTION_CHART (chart);
  guint n = self->groups->len;
  GString *text = g_string_new (NULL);

  if (n == 0)
    return g_string_free (text, FALSE);

  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "Bars for %u group.", "Bars for %u groups.", n), n);
  if (self->paired)
    {
      g_string_append_c (text, ' ');
      /* Translators: of two counts, which one is said: "Counted: After calibration." */
      g_string_append_printf (text, _("Counted: %s."), ex_distribution_after_name (self));
    }
  for (guint i = 0; i < MIN (n, GROUPS_DESCRIBED); i++)
    describe_group (self, text, ex_distribution_group (self, i));
  if (n > GROUPS_DESCRIBED)
    g_string_append (text, " …");

  return g_string_free (text, FALSE);
}

static gboolean
ex_distribution_chart_mirrored (ExChart *chart)
{
  return ex_chart_get_rtl (chart);
}

/* ---- The object ---- */

static void
ex_distribution_chart_finalize (GObject *object)
{
  ExDistributionChart *self = EX_DISTRIBUTION_CHART (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->points, g_strfreev);
  g_clear_pointer (&self->before_name, g_free);
  g_clear_pointer (&self->after_name, g_free);

  G_OBJECT_CLASS (ex_distribution_chart_parent_class)->finalize (object);
}

static void
ex_distribution_chart_class_init (ExDistributionChartClass *klass)
{
  ExChartClass *chart_class = EX_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_distribution_chart_finalize;

  chart_class->layout = ex_distribution_chart_layout;
  chart_class->draw = ex_distribution_chart_draw;
  chart_class->draw_hover = ex_distribution_chart_draw_hover;
  chart_class->hit = ex_distribution_chart_hit;
  chart_class->n_marks = ex_distribution_chart_n_marks;
  chart_class->mark_text = ex_distribution_chart_mark_text;
  chart_class->mark_rect = ex_distribution_chart_mark_rect;
  chart_class->table = ex_distribution_chart_table;
  chart_class->describe = ex_distribution_chart_describe;
  chart_class->mirrored = ex_distribution_chart_mirrored;
}

static void
ex_distribution_chart_init (ExDistributionChart *self)
{
  self->groups = g_ptr_array_new_with_free_func (group_free);
}

ExChart *
ex_distribution_chart_new (const char *const *points)
{
  ExDistributionChart *self;

  g_return_val_if_fail (points != NULL && points[0] != NULL, NULL);

  self = g_object_new (EX_TYPE_DISTRIBUTION_CHART, NULL);
  self->points = g_strdupv ((char **) points);
  self->n_points = g_strv_length (self->points);

  return EX_CHART (self);
}

void
ex_distribution_chart_set_names (ExDistributionChart *self, const char *before, const char *after)
{
  g_return_if_fail (EX_IS_DISTRIBUTION_CHART (self));

  g_free (self->before_name);
  g_free (self->after_name);
  self->before_name = g_strdup (before);
  self->after_name = g_strdup (after);
  ex_chart_changed (EX_CHART (self));
}

static double
add_up (const guint *counts, guint n)
{
  double sum = 0;

  for (guint i = 0; counts != NULL && i < n; i++)
    sum += counts[i];

  return sum;
}

void
ex_distribution_chart_add_group (ExDistributionChart *self, const char *title, const guint *before, const guint *after)
{
  ExDistributionGroup *group;
  gsize size;

  g_return_if_fail (EX_IS_DISTRIBUTION_CHART (self));
  g_return_if_fail (title != NULL && after != NULL);

  size = sizeof *after * self->n_points;
  group = g_new0 (ExDistributionGroup, 1);
  group->title = g_strdup (title);
  group->before = before != NULL ? g_memdup2 (before, size) : NULL;
  group->after = g_memdup2 (after, size);
  group->total_before = add_up (before, self->n_points);
  group->total_after = add_up (after, self->n_points);
  group->slot = 1;
  self->paired = self->paired || before != NULL;
  g_ptr_array_add (self->groups, group);
  ex_chart_changed (EX_CHART (self));
}
