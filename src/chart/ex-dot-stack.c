/* Stacks after Wilkinson (Dot Plots, 1999): from the lowest value on, all that are less than a dot's width from the first of a stack stand in it, over
 * the middle between its lowest and highest; so a dot alone stands at its value. Stacks that would touch move apart by as little as it takes, but never
 * across a level: who has reached it stands behind its line, who has not stands before it, and both can be counted. Of many, whose shape counts and not
 * where each one stands, the stacks lie in even columns, one of which begins at the first level. */
#include "config.h"

#include "ex-dot-chart-private.h"
#include "ex-spread.h"

#include <math.h>

/* A dot's size in pixels at least: few may be over each other before they become specks. At most in ems, and in pixels where there are many. */
#define SMALLEST 6.0
#define SMALLEST_OF_MANY 3.0
#define LARGEST 1.0 /* twice the room at the ends of the axis */
#define LARGEST_OF_MANY 7.0
/* Over the highest stack of a row, and under its base: shares of the lowest row, and no more than so many ems. */
#define PAD_OVER 0.15
#define PAD_UNDER 0.25
#define MOST_OVER 0.35
#define MOST_UNDER 0.45
#define SEARCHES 40

double
ex_dot_chart_along (const ExDotChart *self, double value)
{
  return self->width * ex_axis_map (&self->axis.axis, value);
}

guint
ex_dot_chart_none_rows (const ExDotChart *self, const ExDotGroup *group)
{
  return (group->dots->len - group->n_values + self->none_columns - 1) / self->none_columns;
}

double
ex_dot_chart_row_height (const ExDotChart *self, const ExDotGroup *group, double least)
{
  guint rows = MAX (group->highest, ex_dot_chart_none_rows (self, group));

  return MAX (least, self->under + self->over + rows * self->step);
}

/* The first level that is not reached by a value; infinite: all are. */
static double
next_level (const ExDotChart *self, double value)
{
  double next = INFINITY;

  for (guint i = 0; i < self->levels->len; i++)
    if (ex_dot_level (self, i)->value > value)
      next = MIN (next, ex_dot_level (self, i)->value);

  return next;
}

static gboolean
is_even (const ExDotChart *self)
{
  return self->n_dots > EX_DOTS_MANY;
}

/* The even column that a value falls into, and where it begins. */
static double
column_of (const ExDotChart *self, double value, double *start)
{
  double origin = self->levels->len > 0 && !isnan (ex_dot_level (self, 0)->value) ? ex_dot_chart_along (self, ex_dot_level (self, 0)->value) : 0;
  double column = floor ((ex_dot_chart_along (self, value) - origin) / self->size + 1e-9);

  *start = origin + column * self->size;
  return column;
}

static guint
column_end (const ExDotChart *self, const ExDotGroup *group, guint first)
{
  double start, column = column_of (self, ex_dot (group, first)->value, &start);
  guint end = first + 1;

  while (end < group->n_values && column_of (self, ex_dot (group, end)->value, &start) == column)
    end++;

  return end;
}

/* The next stack from dot @first on; its end. */
static guint
stack_end (const ExDotChart *self, const ExDotGroup *group, guint first)
{
  double start = ex_dot_chart_along (self, ex_dot (group, first)->value), level = next_level (self, ex_dot (group, first)->value);
  guint end = first + 1;

  if (is_even (self))
    return column_end (self, group, first);
  while (end < group->n_values && ex_dot (group, end)->value < level && ex_dot_chart_along (self, ex_dot (group, end)->value) - start < self->size)
    end++;

  return end;
}

static void
measure_highest (ExDotChart *self, ExDotGroup *group)
{
  guint end;

  group->highest = 0;
  for (guint i = 0; i < group->n_values; i = end)
    {
      end = stack_end (self, group, i);
      group->highest = MAX (group->highest, end - i);
    }
}

static double
total_height (ExDotChart *self, double least)
{
  double height = 0;

  for (guint i = 0; i < self->groups->len; i++)
    height += ex_dot_chart_row_height (self, ex_dot_group (self, i), least);

  return height;
}

static void
try_size (ExDotChart *self, double size)
{
  self->size = self->step = size;
  self->none_columns = MAX (1, (guint) floor (self->nones / size));
  for (guint i = 0; i < self->groups->len; i++)
    measure_highest (self, ex_dot_group (self, i));
}

/* The dots are as small as they get: now they share places, as many as it takes. */
static void
lower_step (ExDotChart *self, double height, double least)
{
  double low = 0, high = self->step;

  for (guint i = 0; i < SEARCHES; i++)
    {
      self->step = (low + high) / 2;
      if (total_height (self, least) <= height)
        low = self->step;
      else
        high = self->step;
    }
  self->step = MAX (low, 1e-6);
}

/* So many stacks from @first on stand between the same levels. */
static guint
count_between (ExDotChart *self, const ExDotGroup *group, guint first, double *low, double *high)
{
  double value = ex_dot (group, ex_dot_stack (group, first)->first)->value, level = next_level (self, value), reached = -INFINITY;
  guint end = first + 1;

  for (guint i = 0; i < self->levels->len; i++)
    if (ex_dot_level (self, i)->value <= value)
      reached = MAX (reached, ex_dot_level (self, i)->value);
  *low = isinf (reached) ? -self->pad : ex_dot_chart_along (self, reached);
  *high = isinf (level) ? self->width + self->pad : ex_dot_chart_along (self, level);
  while (end < group->stacks->len && ex_dot (group, ex_dot_stack (group, end)->first)->value < level)
    end++;

  return end - first;
}

static void
spread (ExDotChart *self, ExDotGroup *group, guint first, guint n, double low, double high)
{
  g_autofree ExSpreadItem *items = g_new0 (ExSpreadItem, n);

  for (guint i = 0; i < n; i++)
    items[i] = (ExSpreadItem) { .want = ex_dot_stack (group, first + i)->along, .size = self->size, .priority = 1 };
  ex_spread (items, n, low, high);
  for (guint i = 0; i < n; i++)
    if (items[i].shown)
      ex_dot_stack (group, first + i)->along = items[i].at;
}

/* Between levels too near to each other there is no room to stand apart: then they overlap. */
static void
place_stacks (ExDotChart *self, ExDotGroup *group)
{
  double low, high;

  for (guint i = 0, n; i < group->stacks->len; i += n)
    {
      n = count_between (self, group, i, &low, &high);
      if (n * self->size <= high - low + 1e-6)
        spread (self, group, i, n, low, high + 1e-6);
    }
}

static void
build_stacks (ExDotChart *self, ExDotGroup *group)
{
  guint end;

  g_array_set_size (group->stacks, 0);
  for (guint i = 0; i < group->n_values; i = end)
    {
      ExDotStack stack = { .first = i };

      end = stack_end (self, group, i);
      stack.count = end - i;
      if (is_even (self))
        {
          column_of (self, ex_dot (group, i)->value, &stack.along);
          stack.along += self->size / 2;
        }
      else
        stack.along = (ex_dot_chart_along (self, ex_dot (group, i)->value) + ex_dot_chart_along (self, ex_dot (group, end - 1)->value)) / 2;
      g_array_append_val (group->stacks, stack);
    }
  if (!is_even (self))
    place_stacks (self, group);
}

void
ex_dot_chart_stack (ExDotChart *self, double height, double least)
{
  gboolean many = is_even (self);
  double em = ex_chart_get_em (EX_CHART (self)), smallest = many ? SMALLEST_OF_MANY : SMALLEST;
  double size = many ? LARGEST_OF_MANY : LARGEST * em;

  self->under = MIN (PAD_UNDER * least, MOST_UNDER * em);
  self->over = MIN (PAD_OVER * least, MOST_OVER * em);
  for (try_size (self, size); total_height (self, least) > height && size > smallest; try_size (self, size))
    size = MAX (smallest, size - (many ? 1 : 0.5));
  if (total_height (self, least) > height)
    lower_step (self, height, least);
  for (guint i = 0; i < self->groups->len; i++)
    build_stacks (self, ex_dot_group (self, i));
}
