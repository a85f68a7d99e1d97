#include "config.h"

#include "ex-curve-points.h"

#include "core/ex-quantity.h"

#include <math.h>

/* Tenths of a percent have no exact double: what is nearer than this is the same. */
#define NEAR 1e-6

GArray *
ex_curve_points_copy (const GArray *curve)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (ExCurvePoint), MAX (curve->len, 1));

  if (curve->len > 0)
    g_array_append_vals (copy, curve->data, curve->len);
  return copy;
}

/* To the nearest tenth; dividing by ten gives the double that "2.3" is read as. */
static double
round_growth (double growth)
{
  return round (growth * 10) / 10;
}

/* The first tenth above @growth, and the last below it. */
static double
next_tenth (double growth)
{
  return (floor (growth * 10 + NEAR) + 1) / 10;
}

static double
previous_tenth (double growth)
{
  return (ceil (growth * 10 - NEAR) - 1) / 10;
}

gboolean
ex_curve_points_move (GArray *curve, guint index, double growth, double payout)
{
  ExCurvePoint *point;
  const ExCurvePoint *before, *after;
  ExCurvePoint moved;
  double low, high;

  g_return_val_if_fail (curve != NULL && index < curve->len, FALSE);

  point = ex_curve_point (curve, index);
  before = index > 0 ? point - 1 : NULL;
  after = index + 1 < curve->len ? point + 1 : NULL;
  low = before != NULL ? next_tenth (before->growth) : -100;
  high = after != NULL ? previous_tenth (after->growth) : G_MAXDOUBLE;
  moved.growth = low <= high ? CLAMP (round_growth (growth), low, high) : point->growth;
  moved.payout = CLAMP (round (payout), before != NULL ? before->payout : 0, after != NULL ? after->payout : G_MAXDOUBLE);
  /* Along one axis the other figure is not rounded: what was typed as 2.25 stays. */
  if (growth == point->growth)
    moved.growth = point->growth;
  if (payout == point->payout)
    moved.payout = point->payout;

  if (moved.growth == point->growth && moved.payout == point->payout)
    return FALSE;
  *point = moved;
  return TRUE;
}

int
ex_curve_points_add (GArray *curve, double growth, double payout)
{
  ExCurvePoint point = { round_growth (growth), 0 };
  guint index = 0;

  g_return_val_if_fail (curve != NULL, -1);

  if (curve->len >= EX_CURVE_MAX || point.growth < -100)
    return -1;
  while (index < curve->len && ex_curve_point (curve, index)->growth < point.growth)
    index++;
  if ((index < curve->len && ex_curve_point (curve, index)->growth - point.growth < NEAR)
      || (index > 0 && point.growth - ex_curve_point (curve, index - 1)->growth < NEAR))
    return -1;
  point.payout = CLAMP (round (payout), index > 0 ? ex_curve_point (curve, index - 1)->payout : 0,
                        index < curve->len ? ex_curve_point (curve, index)->payout : G_MAXDOUBLE);
  g_array_insert_val (curve, index, point);
  return (int) index;
}

int
ex_curve_points_split (GArray *curve)
{
  guint widest = 0;
  double width = 0;

  g_return_val_if_fail (curve != NULL, -1);

  for (guint i = 1; i < curve->len; i++)
    if (ex_curve_point (curve, i)->growth - ex_curve_point (curve, i - 1)->growth > width + NEAR)
      {
        widest = i;
        width = ex_curve_point (curve, i)->growth - ex_curve_point (curve, i - 1)->growth;
      }
  if (widest == 0 || curve->len >= EX_CURVE_MAX)
    return -1;
  else
    {
      const ExCurvePoint *from = ex_curve_point (curve, widest - 1), *to = from + 1;
      double middle = width >= 2 * EX_CURVE_GROWTH_STEP - NEAR ? round_growth ((from->growth + to->growth) / 2) : (from->growth + to->growth) / 2;
      ExCurvePoint point = { middle, from->payout + (to->payout - from->payout) * (middle - from->growth) / width };

      /* Eight digits: "33.33333333" is long enough to be typed over. */
      point.payout = ex_round_half_away (point.payout, 8);
      g_array_insert_val (curve, widest, point);
      return (int) widest;
    }
}

gboolean
ex_curve_points_remove (GArray *curve, guint index)
{
  g_return_val_if_fail (curve != NULL && index < curve->len, FALSE);

  if (curve->len <= EX_CURVE_MIN)
    return FALSE;
  g_array_remove_index (curve, index);
  return TRUE;
}
