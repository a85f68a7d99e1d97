/* What is said of the dots: one by one, as a table, and in a few sentences. */
#include "config.h"

#include "ex-dot-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More medians than these nobody listens to: then the highest and the lowest stand for all. */
#define MEDIANS_DESCRIBED 8

const char *
ex_dot_chart_none_name (ExDotChart *self)
{
  return self->none_name != NULL ? self->none_name : _("No value");
}

static char *
value_text (ExDotChart *self, double value)
{
  return isnan (value) ? g_strdup (ex_dot_chart_none_name (self)) : ex_value_format_text (&self->format, value, 0);
}

/* ---- One by one ---- */

static char *
group_text (ExDotChart *self, const ExDotGroup *group)
{
  guint none = group->dots->len - group->n_values;
  g_autofree char *median = value_text (self, group->median);
  g_autofree char *text = NULL;

  if (group->dots->len == 0)
    /* Translators: the name of a group without members. */
    return g_strdup_printf (_("%s: nobody"), group->name);
  if (group->n_values == 0)
    text = g_strdup (group->name);
  else
    /* Translators: a group, its median, of how many values: "Sales: median 71 % of 12". */
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: median %s of %u", "%s: median %s of %u", group->n_values), group->name, median,
                            group->n_values);
  if (none == 0)
    return g_steal_pointer (&text);

  /* Translators: what a group is like; then what those without a value are called, and how many they are: "Sales: median 71 % of 12; Not measured: 2". */
  return g_strdup_printf (_("%s; %s: %u"), text, ex_dot_chart_none_name (self), none);
}

char *
ex_dot_chart_mark_text (ExChart *chart, guint mark)
{
  ExDotChart *self = EX_DOT_CHART (chart);
  int number;
  const ExDotGroup *group = ex_dot_chart_find (self, mark, &number);
  const ExDot *dot;
  g_autofree char *value = NULL;

  if (number < 0)
    return group_text (self, group);

  dot = ex_dot (group, (guint) number);
  if (dot->detail != NULL)
    return g_strdup (dot->detail);
  value = value_text (self, dot->value);
  return g_strdup_printf (C_("bar", "%s: %s"), dot->name, value);
}

/* ---- The table: a row a dot ---- */

GPtrArray *
ex_dot_chart_table (ExChart *chart)
{
  ExDotChart *self = EX_DOT_CHART (chart);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *const heading[] = { self->groups_heading != NULL ? self->groups_heading : _("Group"),
                                  self->dots_heading != NULL ? self->dots_heading : _("Name"), _("Value"), NULL };

  ex_dot_chart_arrange (self);
  g_ptr_array_add (rows, g_strdupv ((char **) heading));
  for (guint i = 0; i < self->groups->len; i++)
    {
      const ExDotGroup *group = ex_dot_group (self, i);

      for (guint k = 0; k < group->dots->len; k++)
        {
          g_autofree char *value = value_text (self, ex_dot (group, k)->value);

          g_ptr_array_add (rows, g_strdupv ((char **) (const char *[]) { group->name, ex_dot (group, k)->name, value, NULL }));
        }
    }

  return rows;
}

/* ---- In a few sentences ---- */

static void
describe_extremes (ExDotChart *self, GString *text)
{
  const ExDot *lowest = NULL, *highest = NULL;
  guint n = self->n_dots - self->n_none;
  g_autofree char *low = NULL, *high = NULL;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const ExDotGroup *group = ex_dot_group (self, i);

      if (group->n_values == 0)
        continue;
      if (lowest == NULL || ex_dot (group, 0)->value < lowest->value)
        lowest = ex_dot (group, 0);
      if (highest == NULL || ex_dot (group, group->n_values - 1)->value > highest->value)
        highest = ex_dot (group, group->n_values - 1);
    }
  if (lowest == NULL)
    return;
  low = value_text (self, lowest->value);
  high = value_text (self, highest->value);
  if (n > 1 && lowest->value == highest->value)
    /* Translators: how many values, and the one that all of them have. */
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u value, %s.", "%u values, all %s.", n), n, low);
  else if (n == 1)
    g_string_append_printf (text, C_("dots", "%s: %s."), lowest->name, low);
  else
    /* Translators: how many values, then the lowest and the highest and whose they are. */
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u value, from %s (%s) to %s (%s).", "%u values, from %s (%s) to %s (%s).", n), n, low,
                            lowest->name, high, highest->name);
}

static int
compare_medians (gconstpointer a, gconstpointer b)
{
  const ExDotGroup *x = *(const ExDotGroup *const *) a, *y = *(const ExDotGroup *const *) b;

  return (x->median < y->median) - (x->median > y->median);
}

static void
append_median (ExDotChart *self, GString *text, const ExDotGroup *group)
{
  g_autofree char *median = value_text (self, group->median);

  /* Translators: a group, and its median: "Sales 71 %". */
  g_string_append_printf (text, C_("median", "%s %s"), group->name, median);
}

/* The highest first. */
static void
describe_medians (ExDotChart *self, GString *text)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();

  for (guint i = 0; i < self->groups->len; i++)
    if (ex_dot_group (self, i)->n_values > 0)
      g_ptr_array_add (groups, ex_dot_group (self, i));
  if (groups->len == 0)
    return;
  g_ptr_array_sort (groups, compare_medians);
  g_string_append_printf (text, " %s ", groups->len > 1 ? _("Medians, the highest first:") : _("Median:"));
  for (guint i = 0; i < groups->len; i++)
    {
      if (groups->len > MEDIANS_DESCRIBED && i == MEDIANS_DESCRIBED / 2)
        {
          g_string_append (text, "…, ");
          i = groups->len - MEDIANS_DESCRIBED / 2;
        }
      append_median (self, text, g_ptr_array_index (groups, i));
      g_string_append (text, i + 1 < groups->len ? ", " : ".");
    }
}

static void
describe_level (ExDotChart *self, GString *text, const ExDotLevel *level)
{
  guint reached = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const ExDotGroup *group = ex_dot_group (self, i);

      for (guint k = 0; k < group->n_values; k++)
        reached += ex_dot (group, k)->value >= level->value;
    }
  g_string_append_c (text, ' ');
  /* Translators: a level ("Target reached"); how many of all values are at it or above. */
  g_string_append_printf (text, _("%s: %u of %u there or above."), level->label, reached, self->n_dots - self->n_none);
}

char *
ex_dot_chart_describe (ExChart *chart)
{
  ExDotChart *self = EX_DOT_CHART (chart);
  GString *text = g_string_new (NULL);

  ex_dot_chart_arrange (self);
  if (self->n_dots == 0 && self->groups->len > 0 && ex_chart_get_empty_text (chart) != NULL)
    g_string_append (text, ex_chart_get_empty_text (chart));
  describe_extremes (self, text);
  if (self->n_dots - self->n_none > 1)
    describe_medians (self, text);
  for (guint i = 0; i < self->levels->len && self->n_none < self->n_dots; i++)
    if (ex_dot_level (self, i)->label != NULL && !isnan (ex_dot_level (self, i)->value))
      describe_level (self, text, ex_dot_level (self, i));
  if (self->n_none > 0)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      /* Translators: what those without a value are called, and how many they are: "Not measured: 12." */
      g_string_append_printf (text, C_("dots", "%s: %u."), ex_dot_chart_none_name (self), self->n_none);
    }

  return g_string_free (text, FALSE);
}
