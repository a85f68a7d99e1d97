/* A review cycle, as far as its period, its tops and the scores that its ladders use. */
#pragma once

#include "ex-day.h"

G_BEGIN_DECLS

typedef struct
{
  char  *id;
  char  *name;            /* unique in a company: "FY 2026" */
  ExDay  first;
  ExDay  last;            /* inclusive */
  char **tops;            /* leader ids the cycle starts with; NULL-terminated, may be empty */
  int    threshold_score; /* basis points, 0 to 10000; 5000 unless set */
  int    stretch_score;   /* basis points, at least 10000; 15000 unless set */
  int    late_score;      /* basis points, 0 to 10000; 5000 unless set */
} ExCycle;

ExCycle *ex_cycle_new  (const char *id, const char *name, ExDay first, ExDay last);
ExCycle *ex_cycle_copy (const ExCycle *self);
void     ex_cycle_free (ExCycle *self);
GPtrArray *ex_cycle_problems (const ExCycle *self); /* (transfer full) sentences */
int      ex_cycle_days (const ExCycle *self);       /* first and last count */

/* The elapsed share of the cycle at the end of @day, 0 to 1: days so far (first and @day count) / days in all. */
double   ex_cycle_elapsed (const ExCycle *self, ExDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExCycle, ex_cycle_free)

G_END_DECLS
