#include "config.h"

#include "ex-pareto-chart.h"

#include "ex-axis.h"
#include "ex-paint.h"
#include "ex-pareto-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A sentence of more bars is for the table. */
#define BARS_DESCRIBED 8
/* Narrower parts of the joined bar run into one. */
#define LEAST_PART 8.0

G_DEFINE_FINAL_TYPE (ExParetoChart, ex_pareto_chart, EX_TYPE_CHART)

static void
bar_clear (gpointer data)
{
  ExParetoBar *bar = data;

  g_free (bar->name);
  g_free (bar->value_text);
  g_free (bar->detail);
  g_free (bar->key);
}

/* ---- The rows ---- */

guint
ex_pareto_row_of (ExParetoChart *self, guint i)
{
  return i < self->alone ? i : i < self->alone + self->joined ? self->alone : i - self->joined + (self->joined > 0 ? 1 : 0);
}

guint
ex_pareto_n_rows (ExParetoChart *self)
{
  return self->bars->len - self->joined + (self->joined > 0 ? 1 : 0);
}

/* Each bar's share of the whole, and what it reaches with those before it. */
static void
update_shares (ExParetoChart *self)
{
  double whole = 0, reached = 0;

  for (guint i = 0; i < self->bars->len; i++)
    whole += ex_pareto_bar (self, i)->value;
  for (guint i = 0; i < self->bars->len; i++)
    {
      ExParetoBar *bar = ex_pareto_bar (self, i);

      reached += bar->value;
      bar->share = whole > 0 ? bar->value / whole : 0;
      bar->reached = whole > 0 ? reached / whole : 0;
    }
}

/* The rest behind the bars, the unknown behind both. */
static int
rank_of (const ExParetoBar *bar)
{
  return bar->unknown ? 2 : bar->stands_for > 1 ? 1 : 0;
}

static gboolean
stands_before (const ExParetoBar *bar, const ExParetoBar *other)
{
  return rank_of (bar) != rank_of (other) ? rank_of (bar) < rank_of (other) : bar->value >= other->value;
}

static void
insert_bar (ExParetoChart *self, ExParetoBar *bar)
{
  guint place = 0;

  while (place < self->bars->len && stands_before (ex_pareto_bar (self, place), bar))
    place++;
  g_array_insert_vals (self->bars, place, bar, 1);
  self->added = place;
  self->alone = self->bars->len; /* until it is laid out */
  self->joined = 0;
  update_shares (self);
  ex_chart_changed (EX_CHART (self));
}

/* ---- Drawing ---- */

static void
paint_bar (ExParetoChart *self, cairo_t *cr, const ExRect *rect, const ExPalette *palette)
{
  if (self->gained)
    ex_paint_rect (cr, rect, &palette->gained, EX_FILL_SOLID);
  else
    ex_paint_rect (cr, rect, &palette->lost, palette->hatch ? EX_FILL_HATCHED : EX_FILL_SOLID);
}

static void
draw_joined (ExParetoChart *self, cairo_t *cr, const ExPalette *palette)
{
  const ExRect *first = &ex_pareto_bar (self, self->alone)->rect;
  const ExRect *last = &ex_pareto_bar (self, self->alone + self->joined - 1)->rect;
  double left = MIN (first->x, last->x), right = MAX (first->x + first->width, last->x + last->width);
  ExRect whole = { left, first->y, right - left, first->height };

  paint_bar (self, cr, &whole, palette);
  for (guint i = self->alone + 1; i < self->alone + self->joined; i++)
    {
      const ExRect *part = &ex_pareto_bar (self, i)->rect;
      double x = ex_chart_get_rtl (EX_CHART (self)) ? part->x + part->width : part->x;

      if (part->width > LEAST_PART)
        ex_paint_line (cr, x, part->y, x, part->y + part->height, 1, &palette->background);
    }
}

static void
ex_pareto_chart_draw (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExParetoChart *self = EX_PARETO_CHART (chart);
  guint n = self->bars->len;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      const ExParetoBar *bar = ex_pareto_bar (self, i);

      if (i >= self->alone && i < self->alone + self->joined)
        continue;
      if (bar->value > 0 && bar->unknown)
        ex_paint_rect (cr, &bar->rect, &palette->neutral, EX_FILL_OPEN);
      else if (bar->value > 0)
        paint_bar (self, cr, &bar->rect, palette);
    }
  if (self->joined > 0)
    draw_joined (self, cr, palette);
  ex_paint_line (cr, floor (self->base) + 0.5, self->area.y, floor (self->base) + 0.5, self->area.y + self->row * ex_pareto_n_rows (self), 1,
                 &palette->dim);
}

static gboolean
ex_pareto_chart_mark_rect (ExChart *chart, guint mark, ExRect *rect)
{
  *rect = ex_pareto_bar (EX_PARETO_CHART (chart), mark)->rect;
  return TRUE;
}

static void
ex_pareto_chart_draw_hover (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark)
{
  ex_paint_ring (cr, &ex_pareto_bar (EX_PARETO_CHART (chart), mark)->rect, palette);
}

/* Of the joined ones, which lie side by side: the part under the pointer, else the last before it. */
static int
hit_joined (ExParetoChart *self, double x)
{
  gboolean rtl = ex_chart_get_rtl (EX_CHART (self));
  guint found = self->alone;

  for (guint i = self->alone; i < self->alone + self->joined; i++)
    {
      const ExRect *part = &ex_pareto_bar (self, i)->rect;

      if (rtl ? x <= part->x + part->width : x >= part->x)
        found = i;
    }

  return (int) found;
}

/* The whole row answers. */
static int
ex_pareto_chart_hit (ExChart *chart, double x, double y)
{
  ExParetoChart *self = EX_PARETO_CHART (chart);
  double row = self->bars->len > 0 ? floor ((y - self->area.y) / self->row) : -1;

  if (row < 0 || row >= ex_pareto_n_rows (self) || x < self->area.x || x > self->area.x + self->area.width)
    return -1;
  if (row < self->alone || self->joined == 0)
    return (int) row;

  return row == self->alone ? hit_joined (self, x) : (int) (row + self->joined) - 1;
}

/* ---- Words ---- */

char *
ex_pareto_value_text (ExParetoChart *self, const ExParetoBar *bar)
{
  return bar->value_text != NULL ? g_strdup (bar->value_text) : ex_value_format_text (&self->format, bar->value, 0);
}

char *
ex_pareto_joined_name (ExParetoChart *self)
{
  guint n = 0;

  for (guint i = self->alone; i < self->alone + self->joined; i++)
    n += ex_pareto_bar (self, i)->stands_for;
  if (self->alone == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u in all", "%u in all", n), n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other", "%u others", n), n);
}

char *
ex_pareto_joined_text (ExParetoChart *self)
{
  double sum = 0;

  for (guint i = self->alone; i < self->alone + self->joined; i++)
    sum += ex_pareto_bar (self, i)->value;

  return ex_value_format_text (&self->format, sum, 0);
}

char *
ex_pareto_share_text (double share)
{
  int percent = (int) round (share * 100);

  if (percent == 0 && share > 0)
    return g_strdup_printf (_("under %d %%"), 1);
  if (percent == 100 && share < 1 - 1e-9)
    percent = 99;

  return g_strdup_printf (_("%d %%"), percent);
}

static guint
ex_pareto_chart_n_marks (ExChart *chart)
{
  return EX_PARETO_CHART (chart)->bars->len;
}

static char *
short_text (ExParetoChart *self, const ExParetoBar *bar)
{
  g_autofree char *value = ex_pareto_value_text (self, bar);
  g_autofree char *share = ex_pareto_share_text (bar->share);

  /* Translators: what a bar stands for, its value, its share of the whole. */
  return g_strdup_printf (C_("bar", "%s: %s (%s)"), bar->name, value, share);
}

static char *
ex_pareto_chart_mark_text (ExChart *chart, guint mark)
{
  ExParetoChart *self = EX_PARETO_CHART (chart);
  const ExParetoBar *bar = ex_pareto_bar (self, mark);
  g_autofree char *text = bar->detail != NULL ? g_strdup (bar->detail) : short_text (self, bar);
  g_autofree char *others = NULL, *together = NULL;

  if (mark < self->alone || mark >= self->alone + self->joined || self->joined < 2)
    return g_steal_pointer (&text);

  others = ex_pareto_joined_name (self);
  together = ex_pareto_joined_text (self);
  /* Translators: a bar and its value, then those that it is joined with: "Moved: 12 (one of 9 others, together 80)". */
  return g_strdup_printf (_("%s (one of %s, together %s)"), text, others, together);
}

static const char *
ex_pareto_chart_mark_key (ExChart *chart, guint mark)
{
  return ex_pareto_bar (EX_PARETO_CHART (chart), mark)->key;
}

static GPtrArray *
ex_pareto_chart_table (ExChart *chart)
{
  ExParetoChart *self = EX_PARETO_CHART (chart);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_ptr_array_add (rows, g_strdupv ((char **) (const char *[]) { _("Reason"), _("Value"), _("Share"), _("Cumulative"), NULL }));
  for (guint i = 0; i < self->bars->len; i++)
    {
      const ExParetoBar *bar = ex_pareto_bar (self, i);
      g_autofree char *value = ex_pareto_value_text (self, bar);
      g_autofree char *share = ex_pareto_share_text (bar->share);
      g_autofree char *reached = ex_pareto_share_text (bar->reached);

      g_ptr_array_add (rows, g_strdupv ((char **) (const char *[]) { bar->name, value, share, reached, NULL }));
    }

  return rows;
}

static char *
ex_pareto_chart_describe (ExChart *chart)
{
  ExParetoChart *self = EX_PARETO_CHART (chart);
  guint n = self->bars->len;
  guint said = n > BARS_DESCRIBED ? BARS_DESCRIBED - 1 : n;
  GString *text = g_string_new (NULL);

  if (n == 0)
    return g_string_free (text, FALSE);

  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u bar, the largest first.", "%u bars, the largest first.", n), n);
  for (guint i = 0; i < said; i++)
    {
      g_autofree char *bar = short_text (self, ex_pareto_bar (self, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : " ", bar);
    }
  g_string_append (text, said < n ? "; …" : ".");

  return g_string_free (text, FALSE);
}

static gboolean
ex_pareto_chart_mirrored (ExChart *chart)
{
  return ex_chart_get_rtl (chart);
}

/* ---- The object ---- */

static void
ex_pareto_chart_finalize (GObject *object)
{
  ExParetoChart *self = EX_PARETO_CHART (object);

  g_clear_pointer (&self->bars, g_array_unref);
  ex_value_format_clear (&self->format);

  G_OBJECT_CLASS (ex_pareto_chart_parent_class)->finalize (object);
}

static void
ex_pareto_chart_class_init (ExParetoChartClass *klass)
{
  ExChartClass *chart_class = EX_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_pareto_chart_finalize;

  chart_class->layout = ex_pareto_chart_layout;
  chart_class->draw = ex_pareto_chart_draw;
  chart_class->draw_hover = ex_pareto_chart_draw_hover;
  chart_class->hit = ex_pareto_chart_hit;
  chart_class->n_marks = ex_pareto_chart_n_marks;
  chart_class->mark_text = ex_pareto_chart_mark_text;
  chart_class->mark_rect = ex_pareto_chart_mark_rect;
  chart_class->mark_key = ex_pareto_chart_mark_key;
  chart_class->table = ex_pareto_chart_table;
  chart_class->describe = ex_pareto_chart_describe;
  chart_class->mirrored = ex_pareto_chart_mirrored;
}

static void
ex_pareto_chart_init (ExParetoChart *self)
{
  self->bars = g_array_new (FALSE, TRUE, sizeof (ExParetoBar));
  g_array_set_clear_func (self->bars, bar_clear);
}

ExChart *
ex_pareto_chart_new (void)
{
  return g_object_new (EX_TYPE_PARETO_CHART, NULL);
}

static void
add (ExParetoChart *self, const char *name, double value, const char *value_text, const char *detail, gboolean unknown, guint stands_for)
{
  ExParetoBar bar = { .unknown = unknown, .stands_for = stands_for };

  bar.value = isnan (value) ? 0 : MAX (0, ex_axis_tame (value));
  bar.name = g_strdup (name);
  bar.value_text = g_strdup (value_text);
  bar.detail = g_strdup (detail);
  insert_bar (self, &bar);
}

void
ex_pareto_chart_add_bar (ExParetoChart *self, const char *name, double value, const char *value_text, const char *detail)
{
  g_return_if_fail (EX_IS_PARETO_CHART (self));
  g_return_if_fail (name != NULL);

  add (self, name, value, value_text, detail, FALSE, 1);
}

void
ex_pareto_chart_set_rest (ExParetoChart *self, guint n, const char *name, double value, const char *value_text, const char *detail)
{
  g_return_if_fail (EX_IS_PARETO_CHART (self));
  g_return_if_fail (n > 1);
  g_return_if_fail (name != NULL);

  add (self, name, value, value_text, detail, FALSE, n);
}

void
ex_pareto_chart_set_unknown (ExParetoChart *self, const char *name, double value, const char *value_text, const char *detail)
{
  guint n;

  g_return_if_fail (EX_IS_PARETO_CHART (self));
  g_return_if_fail (name != NULL);

  n = self->bars->len;
  if (n > 0 && ex_pareto_bar (self, n - 1)->unknown)
    g_array_remove_index (self->bars, n - 1);
  add (self, name, value, value_text, detail, TRUE, 1);
}

void
ex_pareto_chart_set_key (ExParetoChart *self, const char *key)
{
  ExParetoBar *bar = NULL;

  g_return_if_fail (EX_IS_PARETO_CHART (self));
  g_return_if_fail (self->bars->len > 0);

  bar = ex_pareto_bar (self, self->added);
  g_free (bar->key);
  bar->key = g_strdup (key);
}

void
ex_pareto_chart_set_gained (ExParetoChart *self, gboolean gained)
{
  g_return_if_fail (EX_IS_PARETO_CHART (self));

  self->gained = gained;
  ex_chart_changed (EX_CHART (self));
}

void
ex_pareto_chart_set_value_text (ExParetoChart *self, ExValueText func, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (EX_IS_PARETO_CHART (self));

  ex_value_format_set (&self->format, func, data, destroy);
  ex_chart_changed (EX_CHART (self));
}
