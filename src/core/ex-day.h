/* Days: a GDate's Julian day number, so that a million of them stay small and compare as integers. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef guint32 ExDay; /* as g_date_get_julian() counts; 1 January of year 1 is 1 */

#define EX_DAY_NONE ((ExDay) 0)
#define EX_DAY_ISO_SIZE 11 /* "2026-09-30" and its end */

ExDay  ex_day_new      (int year, int month, int day); /* EX_DAY_NONE when there is no such day */
ExDay  ex_day_parse    (const char *iso);              /* YYYY-MM-DD and nothing else; else EX_DAY_NONE */
ExDay  ex_day_today    (void);                         /* local time; EXEMPLAR_TODAY=YYYY-MM-DD overrides, for tests and pictures */
void   ex_day_split    (ExDay day, int *year, int *month, int *day_of_month);
void   ex_day_write    (ExDay day, char iso[EX_DAY_ISO_SIZE]);
char  *ex_day_to_iso   (ExDay day);                    /* (transfer full); "" for EX_DAY_NONE */

G_END_DECLS
