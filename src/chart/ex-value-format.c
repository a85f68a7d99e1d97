#include "config.h"

#include "ex-chart-private.h"

#include <math.h>

void
ex_value_format_clear (ExValueFormat *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  *self = (ExValueFormat) { 0 };
}

void
ex_value_format_set (ExValueFormat *self, ExValueText func, gpointer data, GDestroyNotify destroy)
{
  ex_value_format_clear (self);
  *self = (ExValueFormat) { func, data, destroy };
}

static char *
plain_number (double value, double step)
{
  g_autofree char *size = NULL;
  int decimals = step > 0 ? (int) ceil (-log10 (step) - 1e-9) : fabs (value) < 10 ? 2 : 0;

  if (fabs (value) >= 1e15 || (value != 0 && fabs (value) < 1e-6))
    size = g_strdup_printf ("%.3g", fabs (value));
  else
    size = g_strdup_printf ("%'.*f", CLAMP (decimals, 0, 9), fabs (value));

  return g_strconcat (value < 0 ? "−" : "", size, NULL);
}

char *
ex_value_format_text (const ExValueFormat *self, double value, double step)
{
  char *text = NULL;

  if (!isfinite (value))
    return g_strdup ("–");
  if (self->func != NULL)
    text = self->func (value, self->data);

  return text != NULL ? text : plain_number (value, step);
}
