#include "config.h"

#include "ex-dot-chart.h"

#include "ex-dot-chart-private.h"

#include <math.h>

/* In ems: a row that is easy to read, a dot in it, and what stands above and under the rows. */
#define EASY_ROW 2.2
#define EASY_DOT 0.5
#define HEAD 4.5
#define MOST_NATURAL_DOTS 14.0
/* So near to a stack, in pixels, the pointer finds it. */
#define REACH 6.0
/* Bytes in a piece of memory for strings. */
#define STRINGS 4096

G_DEFINE_FINAL_TYPE (ExDotChart, ex_dot_chart, EX_TYPE_CHART)

static void
group_free (gpointer data)
{
  ExDotGroup *group = data;

  g_free (group->name);
  g_free (group->key);
  g_array_unref (group->dots);
  g_array_unref (group->stacks);
  g_free (group);
}

static void
level_clear (gpointer data)
{
  g_free (((ExDotLevel *) data)->label);
}

/* ---- Order ---- */

/* Stable: equal values stand in the order that they came in. */
static int
compare_dots (gconstpointer a, gconstpointer b, gpointer data)
{
  const ExDot *x = a, *y = b;

  if (isnan (x->value) || isnan (y->value))
    return isnan (x->value) - isnan (y->value);

  return (x->value > y->value) - (x->value < y->value);
}

static double
median_of (const ExDotGroup *group)
{
  guint n = group->n_values;

  if (n == 0)
    return NAN;

  return ex_dot (group, (n - 1) / 2)->value / 2 + ex_dot (group, n / 2)->value / 2; /* halves first: two huge ones have no sum */
}

void
ex_dot_chart_arrange (ExDotChart *self)
{
  guint mark = 0;

  if (self->arranged)
    return;
  self->arranged = TRUE;
  self->n_none = 0;
  for (guint i = 0; i < self->groups->len; i++)
    {
      ExDotGroup *group = ex_dot_group (self, i);

      g_qsort_with_data (group->dots->data, (int) group->dots->len, sizeof (ExDot), compare_dots, NULL);
      for (group->n_values = group->dots->len; group->n_values > 0 && isnan (ex_dot (group, group->n_values - 1)->value);)
        group->n_values--;
      group->median = median_of (group);
      group->first = mark;
      mark += 1 + group->dots->len;
      self->n_none += group->dots->len - group->n_values;
    }
}

/* The number of the group that a mark is in. */
static guint
group_of (ExDotChart *self, guint mark)
{
  guint low = 0, high = self->groups->len;

  ex_dot_chart_arrange (self);
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (ex_dot_group (self, middle)->first <= mark)
        low = middle;
      else
        high = middle;
    }

  return low;
}

ExDotGroup *
ex_dot_chart_find (ExDotChart *self, guint mark, int *dot)
{
  ExDotGroup *group = ex_dot_group (self, group_of (self, mark));

  *dot = (int) (mark - group->first) - 1;
  return group;
}

/* ---- Marks ---- */

static guint
ex_dot_chart_n_marks (ExChart *chart)
{
  ExDotChart *self = EX_DOT_CHART (chart);

  return self->groups->len + self->n_dots;
}

static const char *
ex_dot_chart_mark_key (ExChart *chart, guint mark)
{
  int dot;
  const ExDotGroup *group = ex_dot_chart_find (EX_DOT_CHART (chart), mark, &dot);

  return dot < 0 ? group->key : ex_dot (group, (guint) dot)->key;
}

static gboolean
ex_dot_chart_mark_rect (ExChart *chart, guint mark, ExRect *rect)
{
  ExDotChart *self = EX_DOT_CHART (chart);
  int dot;
  const ExDotGroup *group = ex_dot_chart_find (self, mark, &dot);

  if (dot < 0)
    *rect = ex_dot_chart_rect_at (self, 0, group->name_y, MAX (1, self->names + self->medians), group->name_height);
  else
    *rect = ex_dot_chart_dot_rect (self, group, (guint) dot);
  return TRUE;
}

/* ---- What stands where ---- */

static const ExDotGroup *
group_at (ExDotChart *self, double y)
{
  guint low = 0, high = self->groups->len;

  if (high == 0 || y < self->area.y || y > ex_dot_group (self, high - 1)->y + ex_dot_group (self, high - 1)->height)
    return NULL;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (ex_dot_group (self, middle)->y <= y)
        low = middle;
      else
        high = middle;
    }

  return ex_dot_group (self, low);
}

/* Of those over each other, the one at @y. */
static guint
level_at (ExDotChart *self, const ExDotGroup *group, double y, guint count)
{
  return (guint) CLAMP (floor ((group->base - y) / self->step), 0, count - 1);
}

/* The stack whose middle is nearest to @along. */
static const ExDotStack *
stack_at (const ExDotGroup *group, double along)
{
  guint low = 0, high = group->stacks->len;

  if (high == 0)
    return NULL;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (ex_dot_stack (group, middle)->along <= along)
        low = middle;
      else
        high = middle;
    }
  if (low + 1 < group->stacks->len && ex_dot_stack (group, low + 1)->along - along < along - ex_dot_stack (group, low)->along)
    low++;

  return ex_dot_stack (group, low);
}

/* @along: from the beginning of those without a value. */
static int
hit_none (ExDotChart *self, const ExDotGroup *group, double along, double y)
{
  guint n = group->dots->len - group->n_values, rows = ex_dot_chart_none_rows (self, group), column, dot;

  if (n == 0)
    return -1;
  column = (guint) CLAMP (floor (along / self->size), 0, self->none_columns - 1);
  column = MIN (column, (n - 1) / rows);
  dot = column * rows + level_at (self, group, y, MIN (rows, n - column * rows));

  return (int) (group->first + 1 + group->n_values + dot);
}

static int
ex_dot_chart_hit (ExChart *chart, double x, double y)
{
  ExDotChart *self = EX_DOT_CHART (chart);
  double along = ex_chart_get_rtl (chart) ? self->area.x + self->area.width - x : x - self->area.x;
  double none = self->area.width - self->nones;
  const ExDotGroup *group = group_at (self, y);
  const ExDotStack *stack;

  if (group == NULL || along < 0 || along > self->area.width)
    return -1;
  if (along <= MAX (1, self->names + self->medians))
    return (int) group->first;
  if (self->nones > 0 && along >= none)
    return hit_none (self, group, along - none, y);

  stack = stack_at (group, along - self->from);
  if (stack == NULL || fabs (stack->along - (along - self->from)) > MAX (REACH, self->size / 2 + 0.01))
    return -1;

  return (int) (group->first + 1 + stack->first + level_at (self, group, y, stack->count));
}

/* ---- Where the arrow keys lead ---- */

/* The dot of a group whose value is nearest, as a mark. */
static int
nearest_in (const ExDotGroup *group, double value)
{
  guint low = 0, high = group->n_values;

  if (high == 0)
    return (int) group->first;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (ex_dot (group, middle)->value <= value)
        low = middle;
      else
        high = middle;
    }
  if (low + 1 < group->n_values && ex_dot (group, low + 1)->value - value < value - ex_dot (group, low)->value)
    low++;

  return (int) (group->first + 1 + low);
}

/* From a name to a name, from a value to the nearest one, from one without to another without. */
static int
across (ExDotChart *self, guint mark, int by)
{
  int number = (int) group_of (self, mark) + by, dot;
  const ExDotGroup *from = ex_dot_chart_find (self, mark, &dot), *to;

  if (number < 0 || (guint) number >= self->groups->len)
    return -1;

  to = ex_dot_group (self, (guint) number);
  if (dot < 0)
    return (int) to->first;
  if (!isnan (ex_dot (from, (guint) dot)->value))
    return nearest_in (to, ex_dot (from, (guint) dot)->value);
  if (to->n_values < to->dots->len)
    return (int) (to->first + 1 + to->n_values);

  return (int) (to->first + to->dots->len);
}

static int
ex_dot_chart_neighbour (ExChart *chart, guint mark, ExWay way)
{
  ExDotChart *self = EX_DOT_CHART (chart);
  int dot;
  const ExDotGroup *group = ex_dot_chart_find (self, mark, &dot);

  if (way == EX_WAY_UP)
    return across (self, mark, -1);
  if (way == EX_WAY_DOWN)
    return across (self, mark, 1);
  if ((way == EX_WAY_RIGHT) != ex_chart_get_rtl (chart))
    return dot + 1 < (int) group->dots->len ? (int) mark + 1 : -1;

  return dot >= 0 ? (int) mark - 1 : -1;
}

/* ---- How high it likes to be ---- */

/* As high as an even spread over a third of the width would stack, within bounds. */
static double
ex_dot_chart_natural_height (ExChart *chart, double width)
{
  ExDotChart *self = EX_DOT_CHART (chart);
  double em = ex_chart_get_em (chart), height = HEAD * em;

  for (guint i = 0; i < self->groups->len; i++)
    {
      double stacked = ex_dot_group (self, i)->dots->len / MAX (1, width / 3 / (EASY_DOT * em));

      height += MAX (EASY_ROW, 0.8 + EASY_DOT * MIN (2 * ceil (stacked), MOST_NATURAL_DOTS)) * em;
    }

  return height;
}

static gboolean
ex_dot_chart_mirrored (ExChart *chart)
{
  return ex_chart_get_rtl (chart);
}

/* ---- The object ---- */

static void
ex_dot_chart_finalize (GObject *object)
{
  ExDotChart *self = EX_DOT_CHART (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->levels, g_array_unref);
  g_clear_pointer (&self->none_name, g_free);
  g_clear_pointer (&self->groups_heading, g_free);
  g_clear_pointer (&self->dots_heading, g_free);
  ex_value_axis_clear (&self->axis);
  ex_value_format_clear (&self->format);
  ex_value_format_clear (&self->ticks);

  G_OBJECT_CLASS (ex_dot_chart_parent_class)->finalize (object);
}

static void
ex_dot_chart_class_init (ExDotChartClass *klass)
{
  ExChartClass *chart_class = EX_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_dot_chart_finalize;

  chart_class->layout = ex_dot_chart_layout;
  chart_class->draw = ex_dot_chart_draw;
  chart_class->draw_hover = ex_dot_chart_draw_hover;
  chart_class->hit = ex_dot_chart_hit;
  chart_class->n_marks = ex_dot_chart_n_marks;
  chart_class->mark_text = ex_dot_chart_mark_text;
  chart_class->mark_rect = ex_dot_chart_mark_rect;
  chart_class->mark_key = ex_dot_chart_mark_key;
  chart_class->neighbour = ex_dot_chart_neighbour;
  chart_class->natural_height = ex_dot_chart_natural_height;
  chart_class->table = ex_dot_chart_table;
  chart_class->describe = ex_dot_chart_describe;
  chart_class->mirrored = ex_dot_chart_mirrored;
}

static void
ex_dot_chart_init (ExDotChart *self)
{
  self->strings = g_string_chunk_new (STRINGS);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->levels = g_array_new (FALSE, TRUE, sizeof (ExDotLevel));
  g_array_set_clear_func (self->levels, level_clear);
  self->low = self->high = NAN;
  self->size = self->step = self->none_columns = 1;
}

static void
replace (ExDotChart *self, char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
  ex_chart_changed (EX_CHART (self));
}

ExChart *
ex_dot_chart_new (void)
{
  return g_object_new (EX_TYPE_DOT_CHART, NULL);
}

void
ex_dot_chart_set_value_text (ExDotChart *self, ExValueText func, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (EX_IS_DOT_CHART (self));

  ex_value_format_set (&self->format, func, data, destroy);
  ex_chart_changed (EX_CHART (self));
}

void
ex_dot_chart_set_tick_text (ExDotChart *self, ExValueText func, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (EX_IS_DOT_CHART (self));

  ex_value_format_set (&self->ticks, func, data, destroy);
  ex_chart_changed (EX_CHART (self));
}

void
ex_dot_chart_set_range (ExDotChart *self, double low, double high)
{
  g_return_if_fail (EX_IS_DOT_CHART (self));

  self->low = low;
  self->high = high;
  ex_chart_changed (EX_CHART (self));
}

void
ex_dot_chart_add_level (ExDotChart *self, double value, const char *label)
{
  ExDotLevel level = { .value = ex_axis_tame (value) };

  g_return_if_fail (EX_IS_DOT_CHART (self));

  level.label = g_strdup (label);
  g_array_append_val (self->levels, level);
  ex_chart_changed (EX_CHART (self));
}

void
ex_dot_chart_set_none_name (ExDotChart *self, const char *name)
{
  g_return_if_fail (EX_IS_DOT_CHART (self));

  replace (self, &self->none_name, name);
}

void
ex_dot_chart_set_heading (ExDotChart *self, const char *groups, const char *dots)
{
  g_return_if_fail (EX_IS_DOT_CHART (self));

  replace (self, &self->groups_heading, groups);
  replace (self, &self->dots_heading, dots);
}

guint
ex_dot_chart_add_group (ExDotChart *self, const char *name, const char *key)
{
  ExDotGroup *group;

  g_return_val_if_fail (EX_IS_DOT_CHART (self), 0);
  g_return_val_if_fail (name != NULL, 0);

  group = g_new0 (ExDotGroup, 1);
  group->name = g_strdup (name);
  group->key = g_strdup (key);
  group->dots = g_array_new (FALSE, TRUE, sizeof (ExDot));
  group->stacks = g_array_new (FALSE, FALSE, sizeof (ExDotStack));
  g_ptr_array_add (self->groups, group);
  self->arranged = FALSE;
  ex_chart_changed (EX_CHART (self));

  return self->groups->len - 1;
}

void
ex_dot_chart_add_dot (ExDotChart *self, guint group, double value, const char *name, const char *detail, const char *key)
{
  ExDot dot = { .value = ex_axis_tame (value) };

  g_return_if_fail (EX_IS_DOT_CHART (self));
  g_return_if_fail (group < self->groups->len);
  g_return_if_fail (name != NULL);

  dot.name = g_string_chunk_insert (self->strings, name);
  dot.detail = detail != NULL ? g_string_chunk_insert (self->strings, detail) : NULL;
  dot.key = key != NULL ? g_string_chunk_insert (self->strings, key) : NULL;
  g_array_append_val (ex_dot_group (self, group)->dots, dot);
  self->n_dots++;
  self->arranged = FALSE;
  ex_chart_changed (EX_CHART (self));
}
