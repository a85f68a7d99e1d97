/* Numbers and money that a person types, in the locale's form or the plain one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "1,204.5", "1.204,5", "1204.5": as the locale has it, with or without its grouping; a plain decimal point is understood where it cannot
 * mean grouping. Blanks around are ignored. FALSE for anything else; an empty text gives EX_UNSET and TRUE. */
gboolean ex_number_text_parse  (const char *text, double *value);

/* For an entry: the shortest form that reads back to the same number, with the locale's decimal sign and without grouping; "" for EX_UNSET.
 * (transfer full) */
char    *ex_number_text_format (double value);

/* Money of a currency with @exponent decimals; an empty text gives FALSE without an error. */
gboolean ex_money_text_parse   (const char *text, int exponent, gint64 *minor, GError **error);
char    *ex_money_text_format  (gint64 minor, int exponent);

G_END_DECLS
