/* The words inside a growth chart: the values at the columns, and where there is no data. */
#include "config.h"

#include "ex-growth-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define VALUE_GAP 3.0
#define SMALL_SCALE 0.8
/* Around the line of the net, and its dots. */
#define LINE_ROOM 1.0
#define DOT_ROOM 4.0

/* ---- Where there is no data ---- */

void
ex_growth_place_gaps (ExGrowthChart *self)
{
  double base = ex_value_axis_y (&self->axis, 0);

  for (guint i = 0; i < self->columns->len; i++)
    {
      guint length = ex_growth_gap_length (self, i);
      ExLabel *label;

      if (length == 0)
        continue;
      label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), _("no data"), SMALL_SCALE, FALSE, EX_INK_DIM);
      if (label->rect.width > length * self->slot)
        ex_label_wrap (label, MAX (length * self->slot, 2.2 * ex_chart_get_em (EX_CHART (self))), 2, PANGO_ALIGN_CENTER);
      if (label->rect.width > length * self->slot)
        ex_label_free (label); /* the shade and the hover say it */
      else
        ex_chart_try_place (EX_CHART (self), label, self->start + (i + length / 2.0) * self->slot - label->rect.width / 2,
                            base - label->rect.height - VALUE_GAP);
    }
}

/* ---- The values at the columns ---- */

/* Where the line of the net is highest (lowest) over the stretch from @x0 to @x1; nowhere when there is none. */
static double
line_extreme (ExGrowthChart *self, double x0, double x1, gboolean highest)
{
  guint from = (guint) CLAMP (floor ((x0 - self->start) / self->slot - 0.5), 0, self->columns->len - 1);
  double found = highest ? INFINITY : -INFINITY;

  for (guint i = from; self->only == NULL && i < self->columns->len && ex_growth_column (self, i)->middle <= x1; i++)
    {
      const ExGrowthColumn *a = ex_growth_column (self, i);
      const ExGrowthColumn *b = ex_growth_is_joined (self, i) ? ex_growth_column (self, i + 1) : a;
      double slope = b == a ? 0 : (b->net_y - a->net_y) / (b->middle - a->middle);
      double left = a->net_y + slope * (CLAMP (x0, a->middle, b->middle) - a->middle);
      double right = a->net_y + slope * (CLAMP (x1, a->middle, b->middle) - a->middle);

      if (a->kind == EX_GROWTH_NO_DATA || b->middle < x0)
        continue;
      found = highest ? MIN (found, MIN (left, right)) : MAX (found, MAX (left, right));
    }

  return found;
}

static gboolean
covers_a_bar (ExGrowthChart *self, const ExRect *rect)
{
  guint from = (guint) CLAMP (floor ((rect->x - self->start) / self->slot), 0, self->columns->len - 1);

  for (guint i = from; i < self->columns->len && ex_growth_column (self, i)->up.x < rect->x + rect->width + 1; i++)
    if ((ex_growth_column (self, i)->up.height > 0 && ex_rect_overlaps (&ex_growth_column (self, i)->up, rect, 1))
        || (ex_growth_column (self, i)->down.height > 0 && ex_rect_overlaps (&ex_growth_column (self, i)->down, rect, 1)))
      return TRUE;

  return FALSE;
}

/* Where a forecast may come to lie is drawn too, as a line. */
static gboolean
covers_a_whisker (ExGrowthChart *self, const ExRect *rect)
{
  for (guint i = self->columns->len; i > 0 && ex_growth_column (self, i - 1)->kind == EX_GROWTH_FORECAST; i--)
    {
      const ExGrowthColumn *column = ex_growth_column (self, i - 1);
      const ExRect room = { rect->x - VALUE_GAP, rect->y, rect->width + 2 * VALUE_GAP, rect->height };

      if (!isnan (column->low) && !isnan (column->high)
          && ex_rect_meets_line (&room, column->middle, ex_value_axis_y (&self->axis, column->low), column->middle,
                                 ex_value_axis_y (&self->axis, column->high)))
        return TRUE;
    }

  return FALSE;
}

/* Where the words of a column may begin: beyond its bar, and beyond where a forecast may lie. */
static double
edge_of (ExGrowthChart *self, const ExGrowthColumn *column, gboolean lost)
{
  double bar = lost ? column->down.y + column->down.height : column->up.y;
  double far = lost ? column->low : column->high;

  if (isnan (far))
    return bar;
  far = ex_value_axis_y (&self->axis, far);

  return lost ? MAX (bar, far) : MIN (bar, far);
}

/* Gained above its bar, lost below; further out where the line of the net goes through, but not so far that one wonders whose it is. */
static void
place_value (ExGrowthChart *self, guint i, gboolean lost, double scale)
{
  const ExGrowthColumn *column = ex_growth_column (self, i);
  g_autofree char *text = lost ? ex_growth_text_lost (self, column) : ex_growth_text_gained (self, column);
  g_autoptr (ExLabel) label = NULL;
  double low = self->area.x, edge = edge_of (self, column, lost), x, y, line;
  double around = ex_growth_shows_points (self) ? DOT_ROOM : LINE_ROOM;

  if ((lost ? column->lost : column->gained) <= 0)
    return;
  label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), text, scale, FALSE, lost ? EX_INK_LOST : EX_INK_GAINED);
  x = CLAMP (column->middle - label->rect.width / 2, low, MAX (low, self->area.x + self->area.width - label->rect.width));
  line = line_extreme (self, x - 2, x + label->rect.width + 2, !lost);
  y = lost ? MAX (edge, line + around) + VALUE_GAP : MIN (edge, line - around) - VALUE_GAP - label->rect.height;
  label->rect.x = x;
  label->rect.y = y;
  if (fabs (y - (lost ? edge : edge - label->rect.height)) > 1.6 * label->rect.height
      || y < self->area.y || y + label->rect.height > self->area.y + self->area.height || covers_a_bar (self, &label->rect)
      || covers_a_whisker (self, &label->rect) || !ex_chart_is_free (EX_CHART (self), &label->rect))
    return;
  ex_chart_place (EX_CHART (self), g_steal_pointer (&label), x, y);
}

/* The scale at which every value fits over its own column; 0: there is none. */
static double
scale_of_values (ExGrowthChart *self)
{
  static const double scales[] = { EX_AXIS_TEXT_SCALE, SMALL_SCALE };
  double widest = 0;

  /* The narrowest figure in use is wider than this: not worth measuring hundreds. */
  if (self->slot < 1.1 * ex_chart_get_em (EX_CHART (self)))
    return 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *gained = ex_growth_text_gained (self, ex_growth_column (self, i));
      g_autofree char *lost = ex_growth_text_lost (self, ex_growth_column (self, i));

      widest = MAX (widest, MAX (ex_chart_measure (gained, self), ex_chart_measure (lost, self)));
    }
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (widest * scales[i] / EX_AXIS_TEXT_SCALE + 2 <= self->slot)
      return scales[i];

  return 0;
}

static int
find_largest (ExGrowthChart *self, gboolean lost)
{
  int found = -1;
  double largest = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      double size = lost ? ex_growth_column (self, i)->lost : ex_growth_column (self, i)->gained;

      if (size > largest && ex_growth_column (self, i)->kind != EX_GROWTH_FORECAST)
        {
          largest = size;
          found = (int) i;
        }
    }

  return found;
}

/* The last period that is there already; -1: none. */
static int
find_last (ExGrowthChart *self)
{
  int i = (int) self->columns->len - 1;

  while (i >= 0 && (ex_growth_column (self, i)->kind == EX_GROWTH_FORECAST || ex_growth_column (self, i)->kind == EX_GROWTH_NO_DATA))
    i--;

  return i;
}

/* Every value where all have room; else the largest, and those of the last period. */
void
ex_growth_place_values (ExGrowthChart *self)
{
  double scale = scale_of_values (self);
  int last = find_last (self);

  if (self->area.height < 6 * ex_chart_get_em (EX_CHART (self)))
    return;
  for (guint lost = 0; lost < 2; lost++)
    {
      int largest = find_largest (self, lost);

      for (guint i = 0; scale > 0 && i < self->columns->len; i++)
        place_value (self, i, lost, scale);
      if (scale == 0 && largest >= 0)
        place_value (self, (guint) largest, lost, EX_AXIS_TEXT_SCALE);
      if (scale == 0 && last >= 0 && last != largest)
        place_value (self, (guint) last, lost, EX_AXIS_TEXT_SCALE);
    }
}
