#include "config.h"

#include "ex-multiples-chart.h"

#include "ex-multiples-chart-private.h"
#include "ex-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So many panels are told one after the other; of more, each in short. */
#define MOST_TOLD 3

G_DEFINE_FINAL_TYPE (ExMultiplesChart, ex_multiples_chart, EX_TYPE_CHART)

static void
ex_multiples_chart_draw (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExMultiplesChart *self = EX_MULTIPLES_CHART (chart);
  ExTheme theme = ex_chart_get_frame (chart)->theme;

  for (guint i = 0; i < self->panels->len; i++)
    {
      ExPanel *p = ex_panel (self, i);

      cairo_save (cr);
      cairo_translate (cr, p->rect.x, p->rect.y);
      ex_chart_draw (p->chart, cr, p->rect.width, p->rect.height, theme, FALSE);
      cairo_restore (cr);
    }
}

/* ---- Marks ---- */

static void
count_marks (ExMultiplesChart *self)
{
  if (self->counted)
    return;
  self->n_marks = 0;
  for (guint i = 0; i < self->panels->len; i++)
    {
      ExPanel *p = ex_panel (self, i);

      p->first = self->n_marks;
      p->n_marks = ex_chart_n_marks (p->chart);
      self->n_marks += MAX (p->n_marks, 1);
    }
  self->counted = TRUE;
}

static guint
panel_of (ExMultiplesChart *self, guint mark)
{
  guint low = 0, high;

  count_marks (self);
  high = self->panels->len;
  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (ex_panel (self, middle)->first <= mark)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static guint
ex_multiples_chart_n_marks (ExChart *chart)
{
  count_marks (EX_MULTIPLES_CHART (chart));
  return EX_MULTIPLES_CHART (chart)->n_marks;
}

static gboolean
ex_multiples_chart_mark_rect (ExChart *chart, guint mark, ExRect *rect)
{
  ExMultiplesChart *self = EX_MULTIPLES_CHART (chart);
  const ExPanel *p = ex_panel (self, panel_of (self, mark));

  *rect = p->whole;
  if (p->n_marks > 0 && ex_chart_mark_rect (p->chart, mark - p->first, rect))
    {
      rect->x += p->rect.x;
      rect->y += p->rect.y;
    }

  return TRUE;
}

static void
ex_multiples_chart_draw_hover (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark)
{
  ExMultiplesChart *self = EX_MULTIPLES_CHART (chart);
  const ExPanel *p = ex_panel (self, panel_of (self, (guint) mark));

  if (p->n_marks == 0)
    {
      ex_paint_ring (cr, &p->whole, palette);
      return;
    }
  cairo_translate (cr, p->rect.x, p->rect.y);
  ex_chart_draw_hover (p->chart, cr, p->rect.width, p->rect.height, ex_chart_get_frame (chart)->theme, mark - (int) p->first);
}

/* A panel without marks answers as a whole; of the others, their title too leads to nothing of theirs. */
static int
ex_multiples_chart_hit (ExChart *chart, double x, double y)
{
  ExMultiplesChart *self = EX_MULTIPLES_CHART (chart);

  count_marks (self);
  for (guint i = 0; i < self->panels->len; i++)
    {
      const ExPanel *p = ex_panel (self, i);
      int mark;

      if (!ex_rect_contains (&p->whole, x, y))
        continue;
      if (p->n_marks == 0)
        return (int) p->first;
      mark = ex_chart_hit (p->chart, x - p->rect.x, y - p->rect.y);
      if (mark >= 0)
        return (int) p->first + mark;
    }

  return -1;
}

static const char *
ex_multiples_chart_mark_key (ExChart *chart, guint mark)
{
  ExMultiplesChart *self = EX_MULTIPLES_CHART (chart);
  const ExPanel *p = ex_panel (self, panel_of (self, mark));
  const char *key = p->n_marks > 0 ? ex_chart_mark_key (p->chart, mark - p->first) : NULL;

  return key != NULL ? key : p->key;
}

/* The mark of panel @to that is nearest to where one comes from. */
static int
nearest_in (ExMultiplesChart *self, guint to, const ExRect *from)
{
  const ExPanel *p = ex_panel (self, to);
  double nearest = INFINITY;
  int found = (int) p->first;

  for (guint i = 0; i < p->n_marks; i++)
    {
      ExRect rect;
      double dx, dy;

      if (!ex_multiples_chart_mark_rect (EX_CHART (self), p->first + i, &rect))
        continue;
      dx = rect.x + rect.width / 2 - from->x - from->width / 2;
      dy = rect.y + rect.height / 2 - from->y - from->height / 2;
      if (dx * dx + dy * dy >= nearest)
        continue;
      nearest = dx * dx + dy * dy;
      found = (int) (p->first + i);
    }

  return found;
}

static int
panel_beside (ExMultiplesChart *self, guint i, ExWay way)
{
  gboolean rtl = ex_chart_get_rtl (EX_CHART (self));
  guint columns = MAX (self->n_columns, 1), column = i % columns;
  gboolean back = way == (rtl ? EX_WAY_RIGHT : EX_WAY_LEFT);

  switch (way)
    {
    case EX_WAY_UP:
      return i >= columns ? (int) (i - columns) : -1;
    case EX_WAY_DOWN:
      return i + columns < self->panels->len ? (int) (i + columns) : -1;
    case EX_WAY_LEFT:
    case EX_WAY_RIGHT:
    default:
      if (back)
        return column > 0 ? (int) i - 1 : -1;
      return column + 1 < columns && i + 1 < self->panels->len ? (int) i + 1 : -1;
    }
}

static int
ex_multiples_chart_neighbour (ExChart *chart, guint mark, ExWay way)
{
  ExMultiplesChart *self = EX_MULTIPLES_CHART (chart);
  guint i = panel_of (self, mark);
  const ExPanel *p = ex_panel (self, i);
  int inside = p->n_marks > 0 ? ex_chart_neighbour (p->chart, mark - p->first, way) : -1;
  int beside;
  ExRect rect;

  if (inside >= 0)
    return (int) p->first + inside;
  beside = panel_beside (self, i, way);
  if (beside < 0 || !ex_multiples_chart_mark_rect (chart, mark, &rect))
    return -1;

  return nearest_in (self, (guint) beside, &rect);
}

/* ---- Words ---- */

static const char *
title_of (const ExPanel *p)
{
  return p->title != NULL && *p->title != '\0' ? p->title : "–";
}

static char *
panel_words (const ExPanel *p)
{
  return ex_chart_describe (p->chart);
}

static char *
ex_multiples_chart_mark_text (ExChart *chart, guint mark)
{
  ExMultiplesChart *self = EX_MULTIPLES_CHART (chart);
  const ExPanel *p = ex_panel (self, panel_of (self, mark));
  g_autofree char *text = NULL;

  if (p->n_marks == 0)
    {
      text = panel_words (p);
      return *text != '\0' ? g_steal_pointer (&text) : g_strdup (title_of (p));
    }
  text = ex_chart_mark_text (p->chart, mark - p->first);
  if (p->title == NULL || *p->title == '\0')
    return g_steal_pointer (&text);

  /* Translators: which of several charts, and what is said at a place in it. */
  return g_strdup_printf (C_("panel", "%s. %s"), p->title, text);
}

/* @row: (nullable) without it the cells are empty. */
static GStrv
row_with (const char *first, GStrv row, guint n_columns)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint length = row != NULL ? g_strv_length (row) : 0;

  g_strv_builder_add (builder, first);
  for (guint i = 0; i < n_columns; i++)
    g_strv_builder_add (builder, i < length ? row[i] : "");

  return g_strv_builder_end (builder);
}

/* The panels' tables, one under the other, as wide as the widest, with its heading. */
static GPtrArray *
ex_multiples_chart_table (ExChart *chart)
{
  ExMultiplesChart *self = EX_MULTIPLES_CHART (chart);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint widest = 1;
  GStrv heading = NULL;

  for (guint i = 0; i < self->panels->len; i++)
    {
      GPtrArray *table = ex_chart_table (ex_panel (self, i)->chart);
      guint columns = g_strv_length (g_ptr_array_index (table, 0));

      g_ptr_array_add (tables, table);
      if (heading == NULL || columns > widest)
        heading = g_ptr_array_index (table, 0);
      widest = MAX (widest, columns);
    }
  g_ptr_array_add (rows, row_with (_("Chart"), heading, widest));
  for (guint i = 0; i < tables->len; i++)
    {
      GPtrArray *table = g_ptr_array_index (tables, i);
      const ExPanel *p = ex_panel (self, i);

      for (guint j = 1; j < table->len; j++)
        g_ptr_array_add (rows, row_with (title_of (p), g_ptr_array_index (table, j), widest));
      if (table->len == 1)
        g_ptr_array_add (rows, row_with (title_of (p), NULL, widest));
    }

  return rows;
}

/* Of many only where each of them stands: its last mark, or that there is none. */
static char *
panel_in_short (const ExPanel *p)
{
  guint n = ex_chart_n_marks (p->chart);
  g_autofree char *text = n > 0 ? ex_chart_mark_text (p->chart, n - 1) : NULL;

  return text != NULL ? g_strdup_printf (C_("panel", "%s. %s"), title_of (p), text) : panel_words (p);
}

static char *
ex_multiples_chart_describe (ExChart *chart)
{
  ExMultiplesChart *self = EX_MULTIPLES_CHART (chart);
  guint n = self->panels->len;
  GString *text = g_string_new (NULL);

  if (n == 0)
    return g_string_free (text, FALSE);
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u chart.", "%u charts.", n), n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = n > MOST_TOLD ? panel_in_short (ex_panel (self, i)) : panel_words (ex_panel (self, i));
      gboolean ended = *words == '\0' || g_str_has_suffix (words, ".") || g_str_has_suffix (words, "?") || g_str_has_suffix (words, "!");

      g_string_append_printf (text, " %s%s", words, ended ? "" : ".");
    }

  return g_string_free (text, FALSE);
}

/* ---- The object ---- */

static void
changed_cb (ExChart *chart, gpointer data)
{
  ExMultiplesChart *self = data;

  self->counted = FALSE;
  if (!self->busy)
    ex_chart_changed (EX_CHART (self));
}

static void
panel_clear (gpointer data)
{
  ExPanel *p = data;

  g_clear_signal_handler (&p->changed, p->chart);
  g_clear_object (&p->chart);
  g_free (p->key);
  g_free (p->title);
}

static void
ex_multiples_chart_finalize (GObject *object)
{
  g_clear_pointer (&EX_MULTIPLES_CHART (object)->panels, g_array_unref);

  G_OBJECT_CLASS (ex_multiples_chart_parent_class)->finalize (object);
}

static void
ex_multiples_chart_class_init (ExMultiplesChartClass *klass)
{
  ExChartClass *chart_class = EX_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_multiples_chart_finalize;

  chart_class->layout = ex_multiples_chart_layout;
  chart_class->draw = ex_multiples_chart_draw;
  chart_class->draw_hover = ex_multiples_chart_draw_hover;
  chart_class->hit = ex_multiples_chart_hit;
  chart_class->n_marks = ex_multiples_chart_n_marks;
  chart_class->mark_text = ex_multiples_chart_mark_text;
  chart_class->mark_rect = ex_multiples_chart_mark_rect;
  chart_class->table = ex_multiples_chart_table;
  chart_class->describe = ex_multiples_chart_describe;
  chart_class->mark_key = ex_multiples_chart_mark_key;
  chart_class->neighbour = ex_multiples_chart_neighbour;
  chart_class->natural_height = ex_multiples_chart_natural_height;
}

static void
ex_multiples_chart_init (ExMultiplesChart *self)
{
  self->panels = g_array_new (FALSE, TRUE, sizeof (ExPanel));
  g_array_set_clear_func (self->panels, panel_clear);
}

ExChart *
ex_multiples_chart_new (void)
{
  return g_object_new (EX_TYPE_MULTIPLES_CHART, NULL);
}

void
ex_multiples_chart_add_panel (ExMultiplesChart *self, ExChart *chart, const char *key)
{
  ExPanel p = { 0 };

  g_return_if_fail (EX_IS_MULTIPLES_CHART (self));
  g_return_if_fail (EX_IS_CHART (chart));
  g_return_if_fail (chart != EX_CHART (self));

  p.chart = g_object_ref (chart);
  p.key = g_strdup (key);
  p.title = g_strdup (ex_chart_get_title (chart));
  ex_chart_set_bare (chart, TRUE);
  p.changed = g_signal_connect (chart, "changed", G_CALLBACK (changed_cb), self);
  g_array_append_val (self->panels, p);
  self->counted = FALSE;
  ex_chart_changed (EX_CHART (self));
}

guint
ex_multiples_chart_n_panels (ExMultiplesChart *self)
{
  g_return_val_if_fail (EX_IS_MULTIPLES_CHART (self), 0);

  return self->panels->len;
}

ExChart *
ex_multiples_chart_get_panel (ExMultiplesChart *self, guint panel)
{
  g_return_val_if_fail (EX_IS_MULTIPLES_CHART (self), NULL);
  g_return_val_if_fail (panel < self->panels->len, NULL);

  return ex_panel (self, panel)->chart;
}

guint
ex_multiples_chart_panel_of (ExMultiplesChart *self, guint mark)
{
  g_return_val_if_fail (EX_IS_MULTIPLES_CHART (self), 0);
  g_return_val_if_fail (mark < ex_multiples_chart_n_marks (EX_CHART (self)), 0);

  return panel_of (self, mark);
}
