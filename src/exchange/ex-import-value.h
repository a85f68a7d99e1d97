/* What people write in cells: numbers, days and periods, as pure functions over slices of text. Of this folder only. */
#pragma once

#include "core/ex-period.h"

G_BEGIN_DECLS

/* What the form of a number says about its decimal sign. */
typedef enum
{
  EX_FORM_NOT_A_NUMBER,
  EX_FORM_PLAIN,      /* digits only: nothing */
  EX_FORM_POINT,      /* 12.5, 1,234.50, 1,234,567 */
  EX_FORM_COMMA,      /* 12,5, 1.234,50, 1.234.567 */
  EX_FORM_OPEN_POINT, /* 1.234 may be 1234, too */
  EX_FORM_OPEN_COMMA, /* 1,234 may be 1234, too */
} ExNumberForm;

#define EX_PLAIN_SIZE 64 /* the longest number, as text */

ExNumberForm ex_number_form  (const char *text, gsize length);
/* "1.234,50" with ',' to "1234.50": a sign, digits, a point and digits, no more. Minus signs of print and brackets of
 * bookkeeping are read. FALSE when it is not a number with that decimal sign. */
gboolean     ex_number_plain (const char *text, gsize length, char decimal, char plain[EX_PLAIN_SIZE]);
/* Quick ways for "1234.5" and no more than that; FALSE says nothing but that the slow way is to be gone. */
gboolean     ex_number_quick (const char *text, gsize length, double *value, guint *decimals);
gboolean     ex_money_quick  (const char *text, gsize length, int exponent, gint64 *minor);

typedef enum
{
  EX_DATE_NONE,           /* no date */
  EX_DATE_YEAR_FIRST,     /* 2026-09-30, 2026/9/30 */
  EX_DATE_YEAR_LAST,      /* 30/9/2026 or 9/30/2026 */
  EX_DATE_DOTTED,         /* 30.9.2026, which is day first wherever it is written */
  EX_DATE_SHORT_YEAR,     /* 30/9/26: refused */
} ExDateForm;

/* A time of day behind the date is allowed, and left out. @parts: the numbers in their order. */
ExDateForm   ex_date_split   (const char *text, gsize length, int parts[3]);
/* YYYY-MM-DD and no more. */
ExDay        ex_date_quick   (const char *text, gsize length);

/* 2026, 2026-Q3, 2026-09, and 2026Q3, Q3 2026, 2026/09, 09/2026, 2026-9, 2026-09-01. */
gboolean     ex_period_read  (const char *text, gsize length, ExPeriod *period);

G_END_DECLS
