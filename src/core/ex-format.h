/* Quantities as the reader's locale writes them. For people only; files use the _to_string() functions. In the C
 * locale the form is the English one. Every result is (transfer full). */
#pragma once

#include "ex-day.h"

G_BEGIN_DECLS

char *ex_format_integer  (gint64 value);                        /* "1,204" */
char *ex_format_number   (double value, int decimals);          /* "84.10"; "–" for NaN */
char *ex_format_value    (double value, int decimals, const char *unit); /* "84.1 %", "12 calls"; unit "" or NULL: none */
char *ex_format_percent  (double fraction);                     /* 0.684 -> "68.4 %"; "–" for NaN; true minus sign */
char *ex_format_percent_change (double fraction);               /* "+3.2 %", "−11.6 %" */
char *ex_format_weight   (int basis_points);                    /* "33.34 %", up to two decimals */
char *ex_format_money    (gint64 minor, const char *currency);  /* "12,480.00 €" or "$12,480.00", as the locale places it */
char *ex_format_money_short (gint64 minor, const char *currency); /* "1.2 M €": for axes and sentences */
/* With as many decimals as the value has, at least @decimals; four digits of one that never ends: for formulas. */
char *ex_format_figure   (double value, int decimals);
/* A decimal as files have it ("-1204.50"), in the reader's form ("−1,204.50"). */
char *ex_format_decimal  (const char *text);
char *ex_format_day      (ExDay day);                           /* "30 Sep 2026" in the locale's form; "" for none */
char *ex_format_day_relative (ExDay day, ExDay today);          /* "today", "due" is the caller's word: "in 2 days", "3 days ago" */

G_END_DECLS
