#include "config.h"

#include "ex-axis.h"

#include <math.h>

#define LARGEST 1e300
/* Two doubles closer than this share of their size cannot be told apart after a subtraction or two. */
#define CLOSE 1e-12

double
ex_axis_tame (double value)
{
  return isnan (value) ? value : CLAMP (value, -LARGEST, LARGEST);
}

void
ex_extent_add (ExExtent *self, double value)
{
  g_return_if_fail (self != NULL);

  if (!isfinite (value))
    return;
  value = ex_axis_tame (value);
  self->low = self->seen ? MIN (self->low, value) : value;
  self->high = self->seen ? MAX (self->high, value) : value;
  self->seen = TRUE;
}

ExExtentKind
ex_extent_kind (const ExExtent *self)
{
  g_return_val_if_fail (self != NULL, EX_EXTENT_EMPTY);

  if (!self->seen)
    return EX_EXTENT_EMPTY;
  if (self->high - self->low <= CLOSE * MAX (fabs (self->low), fabs (self->high)))
    return EX_EXTENT_SINGLE;
  return EX_EXTENT_PROPER;
}

/* The smallest of 1, 2, 5 times a power of ten that is at least @least. */
static double
nice_step (double least)
{
  double power = pow (10, floor (log10 (least)));
  static const double factors[] = { 1, 2, 5, 10 };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (factors[i] * power >= least * (1 - 1e-9))
      return factors[i] * power;

  return 10 * power;
}

static void
set_ticks (ExAxis *self, double step)
{
  double first = ceil (self->low / step - 1e-9);
  double last = floor (self->high / step + 1e-9);

  self->step = step;
  self->n_ticks = 0;
  for (double i = first; i <= last; i++)
    {
      if (self->n_ticks < EX_AXIS_MAX_TICKS)
        self->ticks[self->n_ticks] = i == 0 ? 0 : i * step; /* never -0 */
      self->n_ticks++;
    }
}

static void
set_limits (ExAxis *self, const ExExtent *extent, double margin)
{
  double span = extent->high - extent->low;

  switch (self->kind)
    {
    case EX_EXTENT_EMPTY:
      self->low = 0;
      self->high = 1;
      break;
    case EX_EXTENT_SINGLE:
      span = MAX (fabs (extent->low), fabs (extent->high)) * 0.2;
      span = span > 1e-290 ? span : 2;
      self->low = extent->low - span / 2;
      self->high = extent->high + span / 2;
      break;
    case EX_EXTENT_PROPER:
    default:
      self->low = extent->low == 0 ? 0 : extent->low - span * margin;
      self->high = extent->high == 0 ? 0 : extent->high + span * margin;
      break;
    }
}

void
ex_axis_init (ExAxis *self, const ExExtent *extent, double margin, guint max_ticks)
{
  g_return_if_fail (self != NULL && extent != NULL);
  g_return_if_fail (margin >= 0);

  *self = (ExAxis) { .kind = ex_extent_kind (extent) };
  set_limits (self, extent, margin);
  max_ticks = MIN (max_ticks, EX_AXIS_MAX_TICKS);
  if (self->kind == EX_EXTENT_EMPTY || max_ticks == 0)
    return;

  /* How many multiples of a step fall into a range depends on where it begins: so from a step surely too fine, coarsen. */
  set_ticks (self, nice_step ((self->high - self->low) / max_ticks / 3));
  while (self->n_ticks > max_ticks)
    ex_axis_coarsen (self);
}

void
ex_axis_coarsen (ExAxis *self)
{
  g_return_if_fail (self != NULL);

  if (self->n_ticks <= 1)
    self->n_ticks = 0;
  else
    set_ticks (self, nice_step (self->step * 1.5));
}

double
ex_axis_map (const ExAxis *self, double value)
{
  g_return_val_if_fail (self != NULL, 0);

  return CLAMP ((ex_axis_tame (value) - self->low) / (self->high - self->low), -1.0, 2.0);
}

double
ex_axis_unmap (const ExAxis *self, double position)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->low + position * (self->high - self->low);
}
