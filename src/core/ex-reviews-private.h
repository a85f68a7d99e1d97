/* What ExReviews is made of, for the files that fill and read it. Of this folder only. */
#pragma once

#include "ex-reviews.h"

G_BEGIN_DECLS

typedef struct
{
  guint takes_part : 1;
  guint is_there   : 1;
  guint is_top     : 1;
  guint amendments;      /* open ones */
  int   manager;         /* of the day, past those who are not there; EX_NOBODY, EX_NO_ONE */
  int   reviewer;
  int   first_rater;     /* whose rating is the manager's first: who assessed, or while nobody has, who reviews */
  guint level;
} ExReviewLine;

/* A row of slots for each of a number of things, one after the other: those of thing i are [start[i]] to [start[i + 1] - 1]. */
typedef struct
{
  guint *start;
  guint  n;      /* things */
} ExSlots;

struct _ExReviews
{
  gatomicrefcount  ref_count;

  ExCompany       *company;
  const ExCycle   *cycle;        /* the company's */
  ExReviewRecords *records;

  const ExReview **reviews;      /* parallel to the company's leaders; of the records, else of drafts */
  ExReview        *drafts;       /* borrow the ids */
  ExReviewLine    *lines;        /* parallel to the company's leaders */
  guint            n_levels;

  ExSlots          report_slots; /* by reviewer + 1: the board is first */
  guint           *reports;
  ExSlots          mark_slots;   /* by objective */
  ExMark          *marks;
  ExSlots          observer_slots; /* by leader */
  ExObserver      *observers;
  int             *owners;       /* parallel to the company's objectives: the leader's index; -1: nobody's */
  guint8          *adjusted;     /* the same */
};

/* How many each thing has is counted first, in start[i + 1]; then added up. (transfer full): where the next of each goes. */
void   ex_slots_init  (ExSlots *self, guint n);
guint *ex_slots_close (ExSlots *self);

void ex_reviews_fill_lines (ExReviews *self);
void ex_reviews_fill_marks (ExReviews *self);

/* The leader's index, EX_NOBODY for EX_BOARD, EX_NO_ONE for whom nobody knows and for NULL. */
int  ex_reviews_find_rater (const ExReviews *self, const char *id);

/* (nullable) */
const ExMark *ex_reviews_find_mark (const ExReviews *self, guint objective, ExRole role, int rater);

G_END_DECLS
