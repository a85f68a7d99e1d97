/* Where the dots and their words stand: in a row, from its beginning, the name of the group, its median, the axis with the dots, and apart from it those
 * without a value; over the rows the headings and the names of the levels, under them the words of the axis. */
#include "config.h"

#include "ex-dot-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WORD_GAP 6.0
#define LINE_GAP 3.0
/* Shares of the width at most. */
#define NAMES_SHARE 0.3
#define MEDIANS_SHARE 0.16
#define NONES_SHARE 0.2
#define NAMES_MEASURED 200
/* In ems, what it takes: for medians and words in the width, for words over and under the rows in the height. */
#define ROOM_OF_MEDIANS 18.0
#define ROOM_OF_AXIS 5.0
#define ROOM_OF_HEADINGS 6.5
#define TICK_SHARE 0.55 /* ticks stand further apart along than upward */
#define MOST_EXTRA 2.0 /* of free height, a row takes at most so many ems */
#define LEVEL_LINES 3

static ExLabel *
new_label (ExDotChart *self, const char *text, gboolean bold, ExInk ink)
{
  return ex_label_new (ex_chart_get_text_context (EX_CHART (self)), text, EX_AXIS_TEXT_SCALE, bold, ink);
}

ExRect
ex_dot_chart_rect_at (ExDotChart *self, double x, double y, double width, double height)
{
  gboolean rtl = ex_chart_get_rtl (EX_CHART (self));

  return (ExRect) { rtl ? self->area.x + self->area.width - x - width : self->area.x + x, y, width, height };
}

static const ExDotStack *
stack_of (const ExDotGroup *group, guint dot)
{
  guint low = 0, high = group->stacks->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (ex_dot_stack (group, middle)->first <= dot)
        low = middle;
      else
        high = middle;
    }

  return ex_dot_stack (group, low);
}

ExRect
ex_dot_chart_dot_rect (ExDotChart *self, const ExDotGroup *group, guint dot)
{
  double along;
  guint up;

  if (dot < group->n_values)
    {
      const ExDotStack *stack = stack_of (group, dot);

      along = self->from + stack->along - self->size / 2;
      up = dot - stack->first;
    }
  else
    {
      guint rows = ex_dot_chart_none_rows (self, group);

      along = self->area.width - self->nones + (dot - group->n_values) / rows * self->size;
      up = (dot - group->n_values) % rows;
    }

  return ex_dot_chart_rect_at (self, along, group->base - (up + 1) * self->step, self->size, self->step);
}

/* ---- The columns ---- */

static double
widest_name (ExDotChart *self)
{
  double widest = 0;

  for (guint i = 0; i < MIN (self->groups->len, NAMES_MEASURED); i++)
    {
      g_autoptr (ExLabel) label = new_label (self, ex_dot_group (self, i)->name, FALSE, EX_INK_TEXT);

      widest = MAX (widest, label->rect.width);
    }

  return MIN (ceil (widest) + 1, NAMES_SHARE * self->area.width);
}

static char *
median_text (ExDotChart *self, const ExDotGroup *group)
{
  return ex_value_format_text (&self->format, group->median, 0);
}

/* The heading has a small median before it, as it stands among the dots. */
static double
heading_width (ExDotChart *self)
{
  return ex_chart_measure (_("Median"), EX_CHART (self)) + 1 + WORD_GAP + 4;
}

static double
widest_median (ExDotChart *self)
{
  double widest = heading_width (self);

  for (guint i = 0; i < MIN (self->groups->len, NAMES_MEASURED); i++)
    {
      g_autofree char *text = median_text (self, ex_dot_group (self, i));
      g_autoptr (ExLabel) label = new_label (self, text, TRUE, EX_INK_TEXT);

      widest = MAX (widest, ceil (label->rect.width) + 1);
    }

  return widest;
}

static double
width_of_nones (ExDotChart *self)
{
  ExLabel *label = NULL;
  double em = ex_chart_get_em (EX_CHART (self)), width;

  if (self->n_none == 0)
    return 0;
  label = new_label (self, ex_dot_chart_none_name (self), FALSE, EX_INK_DIM);
  ex_label_wrap (label, MIN (6 * em, NONES_SHARE * self->area.width), 2, PANGO_ALIGN_LEFT);
  width = label->rect.width + 1;
  ex_label_free (label);

  return MIN (MAX (width, 3 * em), NONES_SHARE * self->area.width);
}

static void
choose_columns (ExDotChart *self)
{
  double em = ex_chart_get_em (EX_CHART (self));

  self->pad = 0.5 * em;
  self->names = widest_name (self);
  self->medians = self->area.width >= ROOM_OF_MEDIANS * em && self->n_none < self->n_dots ? widest_median (self) + 2 * WORD_GAP : 0;
  if (self->medians > MEDIANS_SHARE * self->area.width + 2 * WORD_GAP)
    self->medians = 0;
  self->nones = width_of_nones (self);
  self->from = self->names + self->medians + 2 * WORD_GAP + self->pad;
  self->width = MAX (4, self->area.width - self->from - self->pad - (self->nones > 0 ? self->nones + 2 * WORD_GAP : 0));
}

static void
choose_axis (ExDotChart *self)
{
  ExExtent extent = EX_EXTENT_INIT;

  ex_extent_add (&extent, self->low);
  ex_extent_add (&extent, self->high);
  for (guint i = 0; i < self->levels->len; i++)
    ex_extent_add (&extent, ex_dot_level (self, i)->value);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const ExDotGroup *group = ex_dot_group (self, i);

      if (group->n_values == 0)
        continue;
      ex_extent_add (&extent, ex_dot (group, 0)->value);
      ex_extent_add (&extent, ex_dot (group, group->n_values - 1)->value);
    }
  ex_value_axis_init (&self->axis, EX_CHART (self), &extent, 0.01, self->width * TICK_SHARE,
                      self->ticks.func != NULL ? &self->ticks : &self->format);
}

/* ---- Over the rows ---- */

/* Whether some level's line would run into a label there, that of level @which aside. */
static gboolean
is_under_line (ExDotChart *self, const ExRect *rect, guint which)
{
  for (guint i = 0; i < self->levels->len; i++)
    {
      double x = ex_dot_chart_along (self, ex_dot_level (self, i)->value);

      if (i != which && x > rect->x - 2 && x < rect->x + rect->width + 2)
        return TRUE;
    }

  return FALSE;
}

/* Whether a level's label at @rect in line @line (0: the lowest) keeps clear of the others' words and lines. */
static gboolean
is_clear (ExDotChart *self, const ExRect *rects, const int *lines, guint n, guint which, const ExRect *rect, int line)
{
  double x = ex_dot_chart_along (self, ex_dot_level (self, which)->value);

  for (guint i = 0; i < n; i++)
    {
      double other = ex_dot_chart_along (self, ex_dot_level (self, i)->value);

      if (i == which || lines[i] < 0)
        continue;
      if (lines[i] == line && rect->x < rects[i].x + rects[i].width + WORD_GAP && rects[i].x < rect->x + rect->width + WORD_GAP)
        return FALSE;
      if (lines[i] < line && x > rects[i].x - 2 && x < rects[i].x + rects[i].width + 2)
        return FALSE; /* its own line would cross that one's words */
      if (lines[i] > line && other > rect->x - 2 && other < rect->x + rect->width + 2)
        return FALSE;
    }

  return TRUE;
}

/* Over its line, else at either side of it; in the lowest line that is clear, better where no other level's line begins. -1: nowhere. */
static int
choose_line (ExDotChart *self, ExRect *rects, const int *lines, guint n, guint which)
{
  double x = ex_dot_chart_along (self, ex_dot_level (self, which)->value), width = rects[which].width;
  const double starts[] = { x - width / 2, x - 2, x - width + 2 };

  for (int attempt = 0; attempt < 2 * LEVEL_LINES; attempt++)
    for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
      {
        ExRect rect = { CLAMP (starts[i], 0, MAX (0, self->width - width)), 0, width, 0 };
        int line = attempt % LEVEL_LINES;

        if (width <= self->width && (attempt >= LEVEL_LINES || !is_under_line (self, &rect, which))
            && is_clear (self, rects, lines, n, which, &rect, line))
          {
            rects[which].x = rect.x;
            return line;
          }
      }

  return -1;
}

/* The words of the levels in as few lines as they take, upward from @bottom. How many lines. */
static int
place_levels (ExDotChart *self, double line_height, double bottom, gboolean place)
{
  guint n = self->levels->len;
  g_autofree ExRect *rects = g_new0 (ExRect, n + 1);
  g_autofree int *lines = g_new0 (int, n + 1);
  int used = 0;

  for (guint i = 0; i < n; i++)
    lines[i] = -1;
  for (guint i = 0; i < n; i++)
    {
      ExDotLevel *level = ex_dot_level (self, i);
      ExLabel *label = NULL;

      level->top = self->area.y;
      if (level->label == NULL || isnan (level->value))
        continue;
      label = new_label (self, level->label, FALSE, EX_INK_TEXT);
      rects[i].width = label->rect.width;
      lines[i] = choose_line (self, rects, lines, n, i);
      used = MAX (used, lines[i] + 1);
      if (place && lines[i] >= 0)
        {
          ExRect at = ex_dot_chart_rect_at (self, self->from + rects[i].x, bottom - (lines[i] + 1) * line_height, label->rect.width, 0);

          level->top = at.y + label->rect.height;
          ex_chart_try_place (EX_CHART (self), label, at.x, at.y);
        }
      else
        ex_label_free (label);
    }

  return used;
}

static void
place_headings (ExDotChart *self, double bottom)
{
  ExChart *chart = EX_CHART (self);

  self->median_key = (ExRect) { 0 };
  if (self->medians > 0)
    {
      ExLabel *label = new_label (self, _("Median"), FALSE, EX_INK_DIM);
      double end = self->names + self->medians, width = label->rect.width, height = label->rect.height;
      ExRect rect = ex_dot_chart_rect_at (self, end - width, bottom - height, width, height);

      self->median_key = ex_dot_chart_rect_at (self, end - width - WORD_GAP, bottom - 0.85 * height, 0, 0.7 * height - 4);
      if (!ex_chart_try_place (chart, label, rect.x, rect.y))
        self->median_key.height = 0;
    }
  if (self->nones > 0)
    {
      ExLabel *label = new_label (self, ex_dot_chart_none_name (self), FALSE, EX_INK_DIM);
      ExRect rect;

      ex_label_wrap (label, self->nones, 2, PANGO_ALIGN_LEFT);
      rect = ex_dot_chart_rect_at (self, self->area.width - self->nones, bottom - label->rect.height, label->rect.width, 0);
      ex_chart_try_place (chart, label, rect.x, rect.y);
    }
}

/* Takes the height of what stands over the rows; where it ends. */
static double
reserve_head (ExDotChart *self, double line)
{
  double em = ex_chart_get_em (EX_CHART (self)), height = 0;
  int lines = 0;

  if (self->area.height < ROOM_OF_HEADINGS * em)
    {
      self->median_key = (ExRect) { 0 };
      for (guint i = 0; i < self->levels->len; i++)
        ex_dot_level (self, i)->top = self->area.y;
      return -1;
    }
  lines = place_levels (self, line, 0, FALSE);
  if (self->nones > 0)
    {
      ExLabel *label = new_label (self, ex_dot_chart_none_name (self), FALSE, EX_INK_DIM);

      ex_label_wrap (label, self->nones, 2, PANGO_ALIGN_LEFT);
      height = label->rect.height;
      ex_label_free (label);
    }
  height = MAX (height, MAX (lines, self->medians > 0 ? 1 : 0) * line);
  if (height > 0)
    height += LINE_GAP;
  self->area.y += height;
  self->area.height -= height;

  return self->area.y - LINE_GAP;
}

/* ---- The rows ---- */

static void
place_rows (ExDotChart *self, double least)
{
  double y = self->area.y, height = 0, extra;

  for (guint i = 0; i < self->groups->len; i++)
    height += ex_dot_chart_row_height (self, ex_dot_group (self, i), least);
  extra = CLAMP ((self->area.height - height) / self->groups->len, 0, MOST_EXTRA * ex_chart_get_em (EX_CHART (self)));
  for (guint i = 0; i < self->groups->len; i++)
    {
      ExDotGroup *group = ex_dot_group (self, i);

      group->y = y;
      group->height = ex_dot_chart_row_height (self, group, least) + extra;
      group->base = y + group->height - self->under;
      if (self->over > 1)
        group->base = floor (group->base); /* sharp, and there is room for it */
      y += group->height;
    }
}

/* Names and medians on the base, where the dots of their group stand. */
static void
place_words_of_rows (ExDotChart *self)
{
  ExChart *chart = EX_CHART (self);

  for (guint i = 0; i < self->groups->len; i++)
    {
      ExDotGroup *group = ex_dot_group (self, i);
      ExLabel *name = new_label (self, group->name, FALSE, group->n_values > 0 ? EX_INK_TEXT : EX_INK_DIM);
      double y = MAX (group->y, MIN (group->base - 0.8 * name->rect.height, group->y + group->height - name->rect.height));
      ExRect rect;

      group->name_y = y;
      group->name_height = MIN (name->rect.height, group->y + group->height - y);
      ex_label_wrap (name, self->names, 1, PANGO_ALIGN_LEFT);
      rect = ex_dot_chart_rect_at (self, 0, y, name->rect.width, 0);
      if (ex_chart_try_place (chart, name, rect.x, rect.y) && self->medians > 0)
        {
          g_autofree char *text = median_text (self, group);
          ExLabel *label = new_label (self, text, TRUE, group->n_values > 0 ? EX_INK_TEXT : EX_INK_DIM);

          rect = ex_dot_chart_rect_at (self, self->names + self->medians - label->rect.width, y, label->rect.width, 0);
          ex_chart_try_place (chart, label, rect.x, rect.y);
        }
    }
}

static void
place_axis (ExDotChart *self, double y)
{
  for (guint i = 0; i < self->axis.texts->len; i++)
    {
      ExLabel *label = new_label (self, g_ptr_array_index (self->axis.texts, i), FALSE, EX_INK_DIM);
      double along = self->from + ex_dot_chart_along (self, self->axis.axis.ticks[i]);
      ExRect rect = ex_dot_chart_rect_at (self, along - label->rect.width / 2, y, label->rect.width, 0);

      ex_chart_try_place (EX_CHART (self), label, rect.x, rect.y);
    }
}

void
ex_dot_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExDotChart *self = EX_DOT_CHART (chart);
  double em = ex_chart_get_em (chart), line, head, least;
  gboolean axis = plot->height >= ROOM_OF_AXIS * em;

  self->area = *plot;
  if (self->groups->len == 0)
    {
      ex_chart_place_empty (chart, plot);
      return;
    }

  ex_dot_chart_arrange (self);
  line = MAX (ex_chart_measure_height (chart, NULL, EX_AXIS_TEXT_SCALE), ex_chart_measure_height (chart, ex_dot_group (self, 0)->name, EX_AXIS_TEXT_SCALE));
  choose_columns (self);
  choose_axis (self);
  head = reserve_head (self, line);
  if (axis)
    self->area.height -= line + LINE_GAP;
  least = MIN (line + LINE_GAP, self->area.height / self->groups->len);
  ex_dot_chart_stack (self, self->area.height, least);
  place_rows (self, least);
  if (head >= 0)
    {
      place_levels (self, line, head, TRUE);
      place_headings (self, head);
    }
  if (self->n_dots == 0)
    ex_chart_place_empty (chart, &(ExRect) { ex_dot_chart_rect_at (self, self->from, 0, self->width, 0).x, self->area.y, self->width, self->area.height });
  place_words_of_rows (self);
  if (axis)
    {
      const ExDotGroup *last = ex_dot_group (self, self->groups->len - 1);

      place_axis (self, MIN (last->y + last->height, self->area.y + self->area.height) + LINE_GAP);
    }
}
