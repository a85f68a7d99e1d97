/* Money: gint64 minor units of one ISO 4217 currency. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The number of minor digits (0, 2 or 3) of an ISO 4217 code, or -1 when there is no such currency. */
int      ex_currency_exponent (const char *code);

/* A list of all codes, sorted, NULL-terminated. (transfer none) */
const char * const *ex_currency_codes (void);

/* "1234.5" with a point, a sign if any, and no grouping. Refuses more decimals than the currency has unless they
 * are zeros, and what does not fit into gint64. */
gboolean ex_money_parse       (const char *text, int exponent, gint64 *minor, GError **error);
char    *ex_money_to_string   (gint64 minor, int exponent); /* (transfer full); "1234.50", for files */

/* TRUE and adds @term to @sum, or FALSE, @sum unchanged, when that overflows. */
static inline gboolean
ex_money_add (gint64 *sum, gint64 term) /* inline: a ledger calls it for each of ten million cells */
{
  gint64 result;

  if (__builtin_add_overflow (*sum, term, &result))
    return FALSE;

  *sum = result;

  return TRUE;
}

/* Half away from zero. FALSE when it does not fit. */
gboolean ex_money_from_double (double major, int exponent, gint64 *minor);

G_END_DECLS
