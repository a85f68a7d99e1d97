#include "config.h"

#include "ex-forecast.h"

#include <math.h>

#define NORMAL_90 1.2815515655446004 /* the normal distribution's, which Student's tends to */
#define MANY 60                      /* degrees of freedom from which the expansion is good to 1e-9 */

/* P(-t < T < t) for whole degrees of freedom: Abramowitz and Stegun 26.7.3 (odd) and 26.7.4 (even). */
static double
two_sided (double t,
           guint  df)
{
  double theta = atan (t / sqrt (df));
  double cos2 = cos (theta) * cos (theta);
  gboolean odd = df % 2 == 1;
  double term = odd ? cos (theta) : 1;
  double sum = 0;

  for (guint k = odd ? 3 : 2; k <= df; k += 2)
    {
      sum += term;
      term *= cos2 * (k - 1) / k;
    }

  return odd ? 2 / G_PI * (theta + sin (theta) * sum) : sin (theta) * sum;
}

/* Abramowitz and Stegun 26.7.5. */
static double
expand (double df)
{
  const double z = NORMAL_90, z2 = z * z;
  double g1 = z * (z2 + 1) / 4;
  double g2 = z * ((5 * z2 + 16) * z2 + 3) / 96;
  double g3 = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
  double g4 = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;

  return z + (g1 + (g2 + (g3 + g4 / df) / df) / df) / df;
}

double
ex_student_t_90 (guint df)
{
  double low = NORMAL_90, high = 3.1; /* 3.0777 at one degree of freedom */

  g_return_val_if_fail (df >= 1, NAN);

  if (df >= MANY)
    return expand (df);

  while (high - low > 1e-12)
    {
      double middle = (low + high) / 2;

      if (two_sided (middle, df) < 0.8)
        low = middle;
      else
        high = middle;
    }

  return (low + high) / 2;
}
