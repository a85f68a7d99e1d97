/* The reward curve. Reading it in long double, from the decimals that were typed, so that what is exactly half a cent is half a cent. */
#include "config.h"

#include "ex-curve.h"

#include "ex-curve-private.h"
#include "ex-error.h"
#include "ex-format.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define NO_BREAK_SPACE "\302\240"
#define MINUS "\342\210\222" /* U+2212 */
#define LARGEST 1e12 /* percent: beyond it is no growth and no payout, and products could overflow */

long double
ex_decimal_meant (double value)
{
  long double tolerance = MIN (fabsl (value) * 1e-14L, 1e-10L);
  long double decimal = roundl (value * 1e9L) / 1e9L;

  return fabsl (decimal - value) <= tolerance ? decimal : value;
}

static const ExCurvePoint *
get_point (const GArray *curve, guint i)
{
  return &g_array_index (curve, ExCurvePoint, i);
}

/* "2 % → 50 %" */
static char *
describe_point (const ExCurvePoint *point)
{
  g_autofree char *growth = ex_format_figure (point->growth, 0);
  g_autofree char *payout = ex_format_figure (point->payout, 0);

  /* Translators: a point of the reward curve: growth, and what it pays */
  return g_strdup_printf (_("%s %% → %s %%"), growth, payout);
}

/* What people type, and what the program itself shows them, as files have it: no other blanks, no other minus. */
static char *
make_plain (const char *text, gsize length)
{
  g_autofree char *part = g_strndup (text, length);
  g_auto (GStrv) blanks = g_strsplit (part, NO_BREAK_SPACE, -1);
  g_autofree char *spaced = g_strjoinv (" ", blanks);
  g_auto (GStrv) signs = g_strsplit (spaced, MINUS, -1);
  char *plain = g_strstrip (g_strjoinv ("-", signs));

  if (g_str_has_suffix (plain, "%"))
    plain[strlen (plain) - 1] = '\0';

  return g_strchomp (plain);
}

/* A number in @length bytes of @text, with blanks around it and a percent sign behind. */
static gboolean
parse_percent (const char *text, gsize length, double *value)
{
  g_autofree char *plain = make_plain (text, length);

  return ex_number_parse (plain, value) && fabs (*value) <= LARGEST;
}

static gboolean
parse_point (const char *text, ExCurvePoint *point, GError **error)
{
  const char *colon = strchr (text, ':');
  g_autofree char *shown = g_strstrip (g_strdup (text));

  if (colon == NULL)
    {
      g_set_error (error, EX_ERROR, EX_ERROR_INVALID,
                   _("“%s” is no point of a curve: growth, a colon and payout would be right, such as 2:50, with a point before decimals and a "
                     "comma between points."), shown);
      return FALSE;
    }
  if (!parse_percent (text, (gsize) (colon - text), &point->growth))
    {
      g_set_error (error, EX_ERROR, EX_ERROR_INVALID,
                   _("The growth in “%s” is not a number: a percentage before the colon would be right, such as 2:50 or -1.5:0."), shown);
      return FALSE;
    }
  if (!parse_percent (colon + 1, strlen (colon + 1), &point->payout))
    {
      g_set_error (error, EX_ERROR, EX_ERROR_INVALID,
                   _("The payout in “%s” is not a number: a percentage behind the colon would be right, such as 2:50."), shown);
      return FALSE;
    }

  return TRUE;
}

GArray *
ex_curve_parse (const char *text, GError **error)
{
  g_autoptr (GArray) curve = g_array_new (FALSE, FALSE, sizeof (ExCurvePoint));
  g_autoptr (GPtrArray) problems = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  parts = g_strsplit (text, ",", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      ExCurvePoint point;

      if (!parse_point (*part, &point, error))
        return NULL;
      g_array_append_val (curve, point);
    }

  problems = ex_curve_problems (curve);
  if (problems->len > 0)
    {
      g_set_error_literal (error, EX_ERROR, EX_ERROR_INVALID, g_ptr_array_index (problems, 0));
      return NULL;
    }

  return g_steal_pointer (&curve);
}

char *
ex_curve_to_string (const GArray *curve)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (curve != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < curve->len; i++)
    {
      g_autofree char *growth = ex_number_to_string (get_point (curve, i)->growth);
      g_autofree char *payout = ex_number_to_string (get_point (curve, i)->payout);

      g_string_append_printf (text, "%s%s:%s", i > 0 ? "," : "", growth, payout);
    }

  return g_string_free (text, FALSE);
}

static void
add_pair_problems (GPtrArray *problems, const ExCurvePoint *before, const ExCurvePoint *after)
{
  g_autofree char *first = describe_point (before);
  g_autofree char *second = describe_point (after);

  if (!(ex_decimal_meant (after->growth) > ex_decimal_meant (before->growth)))
    g_ptr_array_add (problems, g_strdup_printf (_("The growth does not rise from %s to %s: every point needs more growth than the one before."),
                                                first, second));
  else if (after->payout < before->payout)
    g_ptr_array_add (problems, g_strdup_printf (_("The payout falls from %s to %s: more growth must pay as much or more."), first, second));
}

static void
add_point_problems (GPtrArray *problems, const ExCurvePoint *point)
{
  g_autofree char *shown = NULL;

  if (!(fabs (point->growth) <= LARGEST) || !(fabs (point->payout) <= LARGEST))
    {
      g_ptr_array_add (problems, g_strdup (_("A point of the curve is not two numbers: a growth and a payout in percent would be right.")));
      return;
    }

  shown = describe_point (point);
  if (point->payout < 0)
    g_ptr_array_add (problems, g_strdup_printf (_("The point %s pays less than nothing: a payout of 0 %% or more would be right."), shown));
}

GPtrArray *
ex_curve_problems (const GArray *curve)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);
  guint n = curve != NULL ? curve->len : 0;

  if (n < EX_CURVE_MIN || n > EX_CURVE_MAX)
    {
      g_ptr_array_add (problems, g_strdup_printf (ngettext ("A curve has %d to %d points, such as 2:50,5:100,8:150; this one has %u.",
                                                            "A curve has %d to %d points, such as 2:50,5:100,8:150; this one has %u.", n),
                                                  EX_CURVE_MIN, EX_CURVE_MAX, n));
      return problems;
    }

  for (guint i = 0; i < n; i++)
    add_point_problems (problems, get_point (curve, i));
  for (guint i = 1; i < n && problems->len == 0; i++)
    add_pair_problems (problems, get_point (curve, i - 1), get_point (curve, i));

  return problems;
}

/* The number of points at or under @growth: the segment begins with the last of them. */
static guint
count_reached (const GArray *curve, long double growth)
{
  guint n = 0;

  while (n < curve->len && growth >= ex_decimal_meant (get_point (curve, n)->growth))
    n++;

  return n;
}

long double
ex_curve_read (const GArray *curve, long double growth)
{
  guint reached = count_reached (curve, growth);
  const ExCurvePoint *from, *to;
  long double start, end, low, high;

  if (reached == 0 || isnan (growth))
    return 0;

  from = get_point (curve, reached - 1);
  low = ex_decimal_meant (from->payout);
  start = ex_decimal_meant (from->growth);
  if (reached == curve->len || growth == start)
    return low;

  to = get_point (curve, reached);
  high = ex_decimal_meant (to->payout);
  end = ex_decimal_meant (to->growth);

  return low + (growth - start) * (high - low) / (end - start);
}

/* In parentheses what is negative, behind a minus sign. */
static char *
format_subtrahend (double value)
{
  g_autofree char *figure = ex_format_figure (value, 0);

  return value < 0 ? g_strdup_printf ("(%s)", figure) : g_steal_pointer (&figure);
}

static void
explain_segment (const ExCurvePoint *from, const ExCurvePoint *to, const char *growth, const char *result, ExWorking *working)
{
  g_autofree char *start = format_subtrahend (from->growth);
  g_autofree char *end = ex_format_figure (to->growth, 0);
  g_autofree char *low = ex_format_figure (from->payout, 0);
  g_autofree char *high = ex_format_figure (to->payout, 0);

  ex_working_add (working, _("Reward curve"), result, "%s + (%s − %s) ÷ (%s − %s) × (%s − %s)", low, growth, start, end, start, high, low);
}

void
ex_curve_explain (const GArray *curve, long double growth, ExWorking *working)
{
  guint reached = count_reached (curve, growth);
  g_autofree char *shown = ex_format_figure ((double) growth, 0);
  g_autofree char *payout = ex_format_figure ((double) ex_curve_read (curve, growth), 0);
  /* Translators: a percentage, "68.4 %". */
  g_autofree char *result = g_strdup_printf (_("%s %%"), payout);
  g_autofree char *point = NULL;

  if (working == NULL)
    return;

  if (reached > 0 && reached < curve->len)
    {
      explain_segment (get_point (curve, reached - 1), get_point (curve, reached), shown, result, working);
      return;
    }

  point = describe_point (get_point (curve, reached > 0 ? reached - 1 : 0));
  if (reached == 0)
    ex_working_add (working, _("Reward curve"), result, _("under the first point, %s, it pays nothing"), point);
  else
    ex_working_add (working, _("Reward curve"), result, _("from the last point on, %s, it stays flat"), point);
}

double
ex_curve_payout (const GArray *curve, double growth, ExWorking *working)
{
  long double meant;

  g_return_val_if_fail (curve != NULL && curve->len > 0, EX_UNSET);
  if (isnan (growth))
    return EX_UNSET;

  meant = ex_decimal_meant (growth);
  ex_curve_explain (curve, meant, working);

  return (double) ex_curve_read (curve, meant);
}
