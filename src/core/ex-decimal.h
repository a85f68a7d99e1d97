/* Decimal numbers as scaled integers: what money and basis points have in common. Of this folder only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  EX_DECIMAL_OK,
  EX_DECIMAL_NOT_A_NUMBER,
  EX_DECIMAL_TOO_FINE,  /* digits other than 0 beyond @decimals */
  EX_DECIMAL_OVERFLOW,  /* does not fit into gint64 */
} ExDecimalResult;

/* @text: @length bytes; a sign if any, digits, a point if any, digits; "12.5" with 2 decimals -> 1250. */
ExDecimalResult ex_decimal_parse (const char *text, gsize length, int decimals, gint64 *scaled);

/* 1250 with 2 decimals -> "12.50"; with @trim "12.5". (transfer full) */
char           *ex_decimal_to_string (gint64 scaled, int decimals, gboolean trim);

G_END_DECLS
