/* Periods of the customer ledger: a month, a quarter or a year of the calendar. */
#pragma once

#include "ex-day.h"

G_BEGIN_DECLS

typedef enum
{
  EX_GRAIN_MONTH = 1, /* the number is the length in months */
  EX_GRAIN_QUARTER = 3,
  EX_GRAIN_YEAR = 12,
} ExGrain;

typedef struct
{
  ExGrain grain;
  int     index; /* periods of this grain since year 0: month 2026-09 is 2026 * 12 + 8 */
} ExPeriod;

gboolean    ex_grain_parse       (const char *nick, ExGrain *grain); /* "month", "quarter", "year" */
const char *ex_grain_nick        (ExGrain grain);

gboolean    ex_period_parse      (const char *text, ExPeriod *period); /* 2026, 2026-Q3, 2026-09 */
ExPeriod    ex_period_of_day     (ExGrain grain, ExDay day);
char       *ex_period_to_string  (ExPeriod period);                    /* (transfer full); reads back by ex_period_parse() */
char       *ex_period_to_label   (ExPeriod period, gboolean with_year);/* (transfer full); "Sep 2026", "Q3 2026", in the reader's language */
ExDay       ex_period_first_day  (ExPeriod period);
ExDay       ex_period_last_day   (ExPeriod period);
ExPeriod    ex_period_coarsen    (ExPeriod period, ExGrain grain);     /* @grain not finer than the period's */
gboolean    ex_period_is_within  (ExPeriod period, const GArray *periods); /* in one of them (element-type ExPeriod) */

G_END_DECLS
