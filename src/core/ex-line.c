#include "config.h"

#include "ex-line.h"

#include "ex-forecast.h"

#include <math.h>

/* About the middle of the points, where the sums lose least. */
ExLine
ex_line_fit (const double *x,
             const double *y,
             guint         n)
{
  ExLine line = { .n = n };
  double product = 0, squares = 0;

  g_return_val_if_fail (n >= 3, line);

  for (guint i = 0; i < n; i++)
    {
      line.x_mean += x[i] / n;
      line.y_mean += y[i] / n;
    }

  for (guint i = 0; i < n; i++)
    {
      double off = x[i] - line.x_mean;

      line.x_spread += off * off;
      product += off * (y[i] - line.y_mean);
    }

  line.slope = product / line.x_spread;

  for (guint i = 0; i < n; i++)
    {
      double off = y[i] - line.y_mean - line.slope * (x[i] - line.x_mean);

      squares += off * off;
    }

  line.error = sqrt (squares / (n - 2));

  return line;
}

ExLineReading
ex_line_read (const ExLine *self,
              double        x)
{
  ExLineReading reading;
  double off = x - self->x_mean;

  reading.value = self->y_mean + self->slope * off;
  reading.t = ex_student_t_90 (self->n - 2);
  reading.error = self->error * sqrt (1 + 1.0 / self->n + off * off / self->x_spread);
  reading.low = reading.value - reading.t * reading.error;
  reading.high = reading.value + reading.t * reading.error;

  return reading;
}
