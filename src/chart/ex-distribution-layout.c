/* Where the groups of a distribution stand: in rows, as near to the same shape as fits; in each from the outside in its title, the points of
 * the scale, the bars, and how many they are. */
#include "config.h"

#include "ex-distribution-chart-private.h"

#include <math.h>

/* How wide a group likes to be for its height. */
#define CELL_SHAPE 1.6
#define WORD_GAP 4.0
#define SMALL_SCALE 0.8
#define BAR_SHARE 0.78 /* of a slot, both bars together; of one alone less */
#define ALONE_SHARE 0.6
#define WIDEST_SLOT 9.0 /* in ems */
#define THINNEST_BAR 1.5
#define FIGURE_GAP 1.5 /* two 1s are not an 11 */

/* ---- The bars ---- */

double
ex_distribution_slot_x (ExDistributionChart *self, const ExDistributionGroup *group, guint point)
{
  guint place = ex_chart_get_rtl (EX_CHART (self)) ? self->n_points - 1 - point : point;

  return group->start + place * group->slot;
}

ExRect
ex_distribution_bar (ExDistributionChart *self, const ExDistributionGroup *group, guint point, gboolean before)
{
  const guint *counts = before ? group->before : group->after;
  double total = before ? group->total_before : group->total_after;
  gboolean right = before == ex_chart_get_rtl (EX_CHART (self)); /* which of the two it is */
  double pair = group->slot * BAR_SHARE;
  double width = self->paired ? pair / 2 : group->slot * ALONE_SHARE;
  double x = ex_distribution_slot_x (self, group, point) + group->slot / 2 + (!self->paired ? -width / 2 : right ? 0 : -width);
  double height = counts != NULL && counts[point] > 0 ? MAX (THINNEST_BAR, group->area.height * counts[point] / total / self->highest) : 0;

  return (ExRect) { x, group->area.y + group->area.height - height, width, height };
}

static double
find_highest (ExDistributionChart *self)
{
  double highest = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const ExDistributionGroup *group = ex_distribution_group (self, i);

      for (guint point = 0; point < self->n_points; point++)
        {
          if (group->total_after > 0)
            highest = MAX (highest, group->after[point] / group->total_after);
          if (group->before != NULL && group->total_before > 0)
            highest = MAX (highest, group->before[point] / group->total_before);
        }
    }

  return highest > 0 ? highest : 1;
}

/* ---- The legend ---- */

static ExLabel *
legend_label (ExDistributionChart *self, const char *text)
{
  return ex_label_new (ex_chart_get_text_context (EX_CHART (self)), text, EX_AXIS_TEXT_SCALE, FALSE, EX_INK_TEXT);
}

/* A swatch and its name; the end of the name. */
static double
place_entry (ExDistributionChart *self, ExLabel *label, double x, double y, ExRect *swatch)
{
  double size = 0.75 * ex_chart_get_em (EX_CHART (self));
  gboolean rtl = ex_chart_get_rtl (EX_CHART (self));
  double width = label->rect.width, height = label->rect.height;

  *swatch = (ExRect) { rtl ? x - size : x, y + (height - size) / 2, size, size };
  ex_chart_try_place (EX_CHART (self), label, rtl ? x - size - WORD_GAP - width : x + size + WORD_GAP, y);

  return rtl ? x - size - WORD_GAP - width : x + size + WORD_GAP + width;
}

/* In one line, or not at all: then the hover and the table say which is which. @area loses its height. */
static void
layout_legend (ExDistributionChart *self, ExRect *area)
{
  double em = ex_chart_get_em (EX_CHART (self));
  gboolean rtl = ex_chart_get_rtl (EX_CHART (self));
  g_autoptr (ExLabel) before = NULL;
  g_autoptr (ExLabel) after = NULL;
  double used, x = rtl ? area->x + area->width : area->x, y = area->y;

  self->before_swatch = self->after_swatch = (ExRect) { 0 };
  if (!self->paired || area->height < 8 * em)
    return;
  before = legend_label (self, ex_distribution_before_name (self));
  after = legend_label (self, ex_distribution_after_name (self));
  used = before->rect.width + after->rect.width + 2 * (0.75 * em + WORD_GAP) + 1.5 * em;
  if (used > area->width)
    return;

  area->y += before->rect.height + 0.6 * em;
  area->height -= before->rect.height + 0.6 * em;
  x = place_entry (self, g_steal_pointer (&before), x, y, &self->before_swatch);
  place_entry (self, g_steal_pointer (&after), rtl ? x - 1.5 * em : x + 1.5 * em, y, &self->after_swatch);
}

/* ---- The cells ---- */

/* So many side by side that a group comes nearest to the shape it likes. */
static guint
choose_columns (guint n, const ExRect *area)
{
  double best = -1;
  guint columns = 1;

  for (guint i = 1; i <= n; i++)
    {
      double width = area->width / i, height = area->height / ceil ((double) n / i);
      double fit = MIN (width / CELL_SHAPE, height);

      if (fit > best)
        {
          best = fit;
          columns = i;
        }
    }

  return columns;
}

static void
layout_cells (ExDistributionChart *self, const ExRect *area)
{
  guint n = self->groups->len;
  guint columns = choose_columns (n, area), rows = (n + columns - 1) / columns;
  double em = ex_chart_get_em (EX_CHART (self));
  double width = area->width / columns, height = area->height / rows;
  double gap = columns > 1 ? MIN (em, 0.12 * width) : 0, gap_down = rows > 1 ? MIN (0.8 * em, 0.12 * height) : 0;

  /* No gap at the outer edges: the groups share the whole with as many gaps as lie between them. */
  width = (area->width - gap * (columns - 1)) / columns;
  height = (area->height - gap_down * (rows - 1)) / rows;
  for (guint i = 0; i < n; i++)
    {
      guint column = i % columns;
      double x = area->x + column * (width + gap);

      if (ex_chart_get_rtl (EX_CHART (self)))
        x = area->x + area->width - width - column * (width + gap);
      ex_distribution_group (self, i)->cell = (ExRect) { x, area->y + i / columns * (height + gap_down), width, height };
    }
}

/* ---- The words of a group ---- */

static void
layout_title (ExDistributionChart *self, ExDistributionGroup *group)
{
  ExChart *chart = EX_CHART (self);
  ExLabel *label;

  if (group->area.height < 2.4 * ex_chart_get_em (chart) || *group->title == '\0')
    return;

  label = ex_label_new (ex_chart_get_text_context (chart), group->title, EX_AXIS_TEXT_SCALE, TRUE, EX_INK_TEXT);
  ex_label_wrap (label, group->area.width, 1, PANGO_ALIGN_LEFT);
  group->area.y += label->rect.height + WORD_GAP / 2;
  group->area.height -= label->rect.height + WORD_GAP / 2;
  ex_chart_try_place (chart, label, ex_chart_get_rtl (chart) ? group->area.x + group->area.width - label->rect.width : group->area.x,
                      group->area.y - label->rect.height - WORD_GAP / 2);
}

/* The words of the scale where each has room in its slot, else its numbers. */
static gboolean
words_fit (ExDistributionChart *self, const ExDistributionGroup *group)
{
  PangoContext *context = ex_chart_get_text_context (EX_CHART (self));

  if (group->area.height < 8 * ex_chart_get_em (EX_CHART (self)))
    return FALSE;
  for (guint i = 0; i < self->n_points; i++)
    if (ex_text_longest_word (context, self->points[i], SMALL_SCALE) + WORD_GAP > group->slot)
      return FALSE;

  return TRUE;
}

static ExLabel *
point_label (ExDistributionChart *self, const ExDistributionGroup *group, guint point, gboolean words)
{
  PangoContext *context = ex_chart_get_text_context (EX_CHART (self));
  g_autofree char *number = g_strdup_printf ("%u", point + 1);
  ExLabel *label = ex_label_new (context, words ? self->points[point] : number, SMALL_SCALE, FALSE, EX_INK_DIM);

  if (words)
    ex_label_wrap (label, group->slot - WORD_GAP, 3, PANGO_ALIGN_CENTER);
  return label;
}

static void
layout_points (ExDistributionChart *self, ExDistributionGroup *group)
{
  gboolean words = words_fit (self, group);
  double height = 0, y;

  if (group->area.height < 2.8 * ex_chart_get_em (EX_CHART (self)))
    return;
  for (guint i = 0; i < self->n_points; i++)
    {
      g_autoptr (ExLabel) label = point_label (self, group, i, words);

      height = MAX (height, label->rect.height);
      if (label->rect.width > group->slot)
        return;
    }

  group->area.height -= height + WORD_GAP / 2;
  y = group->area.y + group->area.height + WORD_GAP / 2;
  for (guint i = 0; i < self->n_points; i++)
    {
      ExLabel *label = point_label (self, group, i, words);

      ex_chart_try_place (EX_CHART (self), label, ex_distribution_slot_x (self, group, i) + (group->slot - label->rect.width) / 2, y);
    }
}

/* A figure must not stand on the bar beside its own. */
static gboolean
covers_a_bar (ExDistributionChart *self, const ExDistributionGroup *group, const ExRect *rect)
{
  for (guint i = 0; i < self->n_points; i++)
    for (guint before = 0; before < 2; before++)
      {
        ExRect bar = ex_distribution_bar (self, group, i, before == 1);

        if (bar.height > 0 && ex_rect_overlaps (&bar, rect, 0))
          return TRUE;
      }

  return FALSE;
}

static void
place_count (ExDistributionChart *self, const ExDistributionGroup *group, guint point, gboolean before)
{
  ExRect bar = ex_distribution_bar (self, group, point, before);
  g_autofree char *text = NULL;
  g_autoptr (ExLabel) label = NULL;
  ExRect room;

  if (bar.height == 0)
    return;
  text = g_strdup_printf ("%'u", before ? group->before[point] : group->after[point]);
  label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), text, SMALL_SCALE, FALSE, before ? EX_INK_DIM : EX_INK_STRONG);
  label->rect.x = bar.x + (bar.width - label->rect.width) / 2;
  label->rect.y = bar.y - label->rect.height - 1;
  room = (ExRect) { label->rect.x - FIGURE_GAP, label->rect.y, label->rect.width + 2 * FIGURE_GAP, label->rect.height };
  if (covers_a_bar (self, group, &label->rect) || !ex_chart_is_free (EX_CHART (self), &room))
    return;
  ex_chart_place (EX_CHART (self), label, label->rect.x, label->rect.y);
  g_steal_pointer (&label);
}

static void
layout_counts (ExDistributionChart *self, const ExDistributionGroup *group)
{
  for (guint i = 0; i < self->n_points; i++)
    place_count (self, group, i, FALSE);
  for (guint i = 0; i < self->n_points; i++)
    place_count (self, group, i, TRUE);
}

static void
place_nobody (ExDistributionChart *self, const ExDistributionGroup *group)
{
  ExLabel *label = ex_chart_empty_label (EX_CHART (self), group->area.width);

  if (label != NULL)
    ex_chart_try_place (EX_CHART (self), label, group->area.x + (group->area.width - label->rect.width) / 2,
                        group->area.y + (group->area.height - label->rect.height) / 2);
}

static void
layout_group (ExDistributionChart *self, ExDistributionGroup *group)
{
  double em = ex_chart_get_em (EX_CHART (self));
  double line = 1.3 * em * SMALL_SCALE;

  group->area = group->cell;
  group->slot = MIN (group->area.width / self->n_points, WIDEST_SLOT * em);
  group->start = group->area.x + (group->area.width - group->slot * self->n_points) / 2;
  layout_title (self, group);
  layout_points (self, group);
  if (group->total_before + group->total_after == 0)
    place_nobody (self, group);
  else if (group->area.height > 3 * line) /* the figures over the highest bar need one line more */
    {
      group->area.y += line;
      group->area.height -= line;
      layout_counts (self, group);
    }
}

void
ex_distribution_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExDistributionChart *self = EX_DISTRIBUTION_CHART (chart);
  ExRect area = *plot;

  self->before_swatch = self->after_swatch = (ExRect) { 0 };
  if (self->groups->len == 0)
    {
      ex_chart_place_empty (chart, plot);
      return;
    }

  self->highest = find_highest (self);
  layout_legend (self, &area);
  layout_cells (self, &area);
  for (guint i = 0; i < self->groups->len; i++)
    layout_group (self, ex_distribution_group (self, i));
}
