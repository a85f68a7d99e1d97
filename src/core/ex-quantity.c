#include "config.h"

#include "ex-quantity.h"

#include "ex-decimal.h"
#include "ex-error.h"

#include <glib/gi18n-lib.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define TOLERANCE 1e-9
#define NO_BREAK_SPACE "\302\240"

double
ex_round_half_away (double value,
                    int    decimals)
{
  static const double scales[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };
  double scaled, magnitude, whole, slack;

  g_return_val_if_fail (decimals >= 0 && decimals <= 9, value);

  scaled = value * scales[decimals];
  magnitude = fabs (scaled);

  /* From here up a double has no decimals left to round. */
  if (!isfinite (scaled) || magnitude >= 0x1p52)
    return value;

  /* 1.005 is kept a little under 1.005: what is a half but for the noise of doubles counts as a half. */
  slack = MIN (magnitude * 8 * DBL_EPSILON, 1e-6);
  whole = floor (magnitude);
  if (magnitude - whole >= 0.5 - slack)
    whole += 1;

  return copysign (whole / scales[decimals], value) + 0.0;
}

gboolean
ex_values_equal (double a,
                 double b)
{
  return a == b || fabs (a - b) <= TOLERANCE * MAX (fabs (a), fabs (b));
}

/* The length of @text without blanks and a percent sign at its end. */
static gsize
length_without_percent (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  if (length > 0 && text[length - 1] == '%')
    length--;
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  if (length >= 2 && memcmp (text + length - 2, NO_BREAK_SPACE, 2) == 0)
    length -= 2;

  return length;
}

gboolean
ex_basis_points_parse (const char *percent,
                       int        *basis_points,
                       GError    **error)
{
  const char *start = percent;
  gint64 scaled = 0;

  g_return_val_if_fail (percent != NULL && basis_points != NULL, FALSE);

  while (g_ascii_isspace (*start))
    start++;

  switch (ex_decimal_parse (start, length_without_percent (start), 2, &scaled))
    {
    case EX_DECIMAL_OK:
      break;
    case EX_DECIMAL_TOO_FINE:
      g_set_error (error, EX_ERROR, EX_ERROR_INVALID, _("“%s” has more than the two decimals that a percentage may have."), percent);
      return FALSE;
    case EX_DECIMAL_OVERFLOW:
      scaled = G_MAXINT64;
      break;
    case EX_DECIMAL_NOT_A_NUMBER:
    default:
      g_set_error (error, EX_ERROR, EX_ERROR_INVALID, _("“%s” is not a percentage: a number such as 12.5 would be right."), percent);
      return FALSE;
    }

  if (scaled > G_MAXINT || scaled < -G_MAXINT)
    {
      g_set_error (error, EX_ERROR, EX_ERROR_OVERFLOW, _("“%s” is a larger percentage than can be kept."), percent);
      return FALSE;
    }

  *basis_points = (int) scaled;

  return TRUE;
}

char *
ex_basis_points_to_string (int basis_points)
{
  return ex_decimal_to_string (basis_points, 2, TRUE);
}

typedef struct
{
  gsize       index;
  const char *id;
  gint64      remainder; /* in units of the tolerance, so that noise makes no difference between equals */
} Claim;

static int
compare_claims (const void *a,
                const void *b)
{
  const Claim *first = a, *second = b;
  int order = 0;

  if (first->remainder != second->remainder)
    return first->remainder > second->remainder ? -1 : 1;
  if (first->id != NULL && second->id != NULL)
    order = strcmp (first->id, second->id);
  if (order != 0)
    return order;

  return first->index < second->index ? -1 : first->index > second->index;
}

/* Gives each its whole share and lists those that have a part, with what they lack; returns what is left over. */
static gint64
share_whole (guint64             whole,
             const double       *parts,
             const char * const *ids,
             gsize               n,
             gint64             *shares,
             GArray             *claims)
{
  long double sum = 0;
  guint64 given = 0;

  for (gsize i = 0; i < n; i++)
    sum += parts[i];

  for (gsize i = 0; i < n; i++)
    {
      long double quota = whole * (parts[i] / sum);
      long double floored = floorl (quota);
      Claim claim = { i, ids != NULL ? ids[i] : NULL, (gint64) llroundl ((quota - floored) / TOLERANCE) };

      shares[i] = (gint64) floored;
      given += (guint64) shares[i];
      if (parts[i] > 0)
        g_array_append_val (claims, claim);
    }

  return (gint64) (whole - given);
}

void
ex_largest_remainder (gint64              whole,
                      const double       *parts,
                      const char * const *ids,
                      gsize               n,
                      gint64             *shares)
{
  g_autoptr (GArray) claims = g_array_sized_new (FALSE, FALSE, sizeof (Claim), (guint) n);
  guint64 magnitude = whole < 0 ? 0 - (guint64) whole : (guint64) whole;
  gint64 left = share_whole (magnitude, parts, ids, n, shares, claims);

  g_return_if_fail (claims->len > 0);

  g_array_sort (claims, compare_claims);

  /* Once round is enough, but for sums so large that a double cannot hold their parts. */
  for (guint i = 0; left > 0; i = (i + 1) % claims->len, left--)
    shares[g_array_index (claims, Claim, i).index]++;
  for (guint i = claims->len; left < 0; left++)
    {
      i = i > 0 ? i - 1 : claims->len - 1;
      shares[g_array_index (claims, Claim, i).index]--;
    }

  if (whole < 0)
    for (gsize i = 0; i < n; i++)
      shares[i] = -shares[i];
}

gboolean
ex_number_parse (const char *text,
                 double     *value)
{
  char *end;
  double number;

  /* Without this g_ascii_strtod() would take blanks, "inf", "nan" and "0x1p3". */
  if (text == NULL || *text == '\0' || text[strspn (text, "0123456789.+-eE")] != '\0')
    return FALSE;

  number = g_ascii_strtod (text, &end);
  if (*end != '\0' || !isfinite (number))
    return FALSE;

  *value = number;

  return TRUE;
}

char *
ex_number_to_string (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return g_strdup ("");

  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, value == 0 ? 0 : value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }

  return g_strdup (text);
}
