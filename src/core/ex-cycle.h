/* A review cycle: its period, the leaders that it starts with, its phases, its scale of ratings and the scores of its ladders. */
#pragma once

#include "ex-day.h"

G_BEGIN_DECLS

/* plan -> run -> assess -> calibrate -> sign -> closed ("The cascade" in the rules). Nicks are the words of files: "plan", ... */
typedef enum { EX_PHASE_PLAN, EX_PHASE_RUN, EX_PHASE_ASSESS, EX_PHASE_CALIBRATE, EX_PHASE_SIGN, EX_PHASE_CLOSED } ExPhase;
#define EX_N_OPEN_PHASES 5 /* all but closed */

gboolean    ex_phase_parse (const char *nick, ExPhase *phase);
const char *ex_phase_nick  (ExPhase phase);
const char *ex_phase_label (ExPhase phase); /* translated */

#define EX_MIN_RATING 2  /* the fewest points that a scale may have */
#define EX_MAX_RATING 10 /* and the most */

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

  ExPhase phase;          /* where it stands; moved by steps alone, never by saving the cycle */
  ExDay  until[EX_N_OPEN_PHASES]; /* last day of each phase; EX_DAY_NONE: not set, see ex_cycle_until() */
  int    min_objectives;  /* that a review needs to be agreed: 1 to 12; 3 unless set */
  char **scale;           /* the words of the ratings from 1 up, NULL-terminated; NULL: the five of the program */
  char  *board;           /* who reviews the tops, by name; NULL: "the board" */
} ExCycle;

ExCycle *ex_cycle_new  (const char *id, const char *name, ExDay first, ExDay last);
ExCycle *ex_cycle_copy (const ExCycle *self);
void     ex_cycle_free (ExCycle *self);
GPtrArray *ex_cycle_problems (const ExCycle *self); /* (transfer full) sentences */
int      ex_cycle_days (const ExCycle *self);       /* first and last count */

/* The elapsed share of the cycle at the end of @day, 0 to 1: days so far (first and @day count) / days in all. */
double   ex_cycle_elapsed (const ExCycle *self, ExDay day);

/* The last day of a phase: as set; else plan 30 days from the first day (at most the last), run the cycle's last day, then 21, 35 and
 * 49 days after that. EX_DAY_NONE for closed. */
ExDay       ex_cycle_until       (const ExCycle *self, ExPhase phase);
int         ex_cycle_n_ratings   (const ExCycle *self);             /* points of the scale */
const char *ex_cycle_rating_word (const ExCycle *self, int rating); /* translated when it is the program's; "" out of the scale */
/* The rating that @text is the word of, in small or capital letters, in the reader's language or in English; 0: of none, or of several. */
int         ex_cycle_find_rating (const ExCycle *self, const char *text);
const char *ex_cycle_board_name  (const ExCycle *self);             /* "the board", translated, unless named */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExCycle, ex_cycle_free)

G_END_DECLS
