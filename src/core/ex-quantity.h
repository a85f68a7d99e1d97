/* Numbers that are not money: basis points, rounding, shares that add up. */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

#define EX_WHOLE_BP 10000 /* 100 % in basis points */
#define EX_UNSET    (NAN) /* a measured value that was not given; test with isnan() */

/* Half away from zero, once, at the end ("Quantities" in the rules). @decimals: 0 to 9. */
double   ex_round_half_away   (double value, int decimals);

/* Equal within a relative tolerance of 1e-9. */
gboolean ex_values_equal      (double a, double b);

/* "12.5" or "12.5 %" in percent, with the point as decimal sign, at most two decimals -> 1250 basis points. */
gboolean ex_basis_points_parse (const char *percent, int *basis_points, GError **error);
char    *ex_basis_points_to_string (int basis_points); /* (transfer full); "12.5", always with a point */

/* Shares @whole in proportion to @parts by largest remainder, ties to the smaller @ids (strcmp); the shares sum
 * to @whole exactly. @parts: n weights >= 0, not all 0. @ids: (nullable) then ties go to the earlier. */
void     ex_largest_remainder (gint64 whole, const double *parts, const char * const *ids, gsize n, gint64 *shares);

/* A number with a point as decimal sign and nothing else in the string; refuses inf, nan, hex. */
gboolean ex_number_parse      (const char *text, double *value);
/* Shortest form that reads back to the same double, always with a point: for files and JSON. (transfer full) */
char    *ex_number_to_string  (double value);

G_END_DECLS
