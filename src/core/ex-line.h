/* The least-squares line through points, and where it is heading: what every forecast is read from. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint  n;        /* points */
  double x_mean;
  double y_mean;
  double x_spread; /* sum of squared distances from x_mean */
  double slope;
  double error;    /* standard deviation of the points around the line */
} ExLine;

typedef struct
{
  double value; /* of the line */
  double t;     /* Student's, with n - 2 degrees of freedom */
  double error; /* the standard deviation of a new point there */
  double low;   /* 80 % prediction interval: value -/+ t x error */
  double high;
} ExLineReading;

/* @n >= 3 points, not all at the same x. */
ExLine        ex_line_fit  (const double *x, const double *y, guint n);
ExLineReading ex_line_read (const ExLine *self, double x);

G_END_DECLS
