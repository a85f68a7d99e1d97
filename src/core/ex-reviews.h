/* All reviews of a cycle as they stand at one moment, over an ExCompany: who reviews whom, on what level, in which state, with which
 * ratings. Immutable, counted references. Indexes are the company's, of leaders and of objectives. */
#pragma once

#include "ex-company.h"
#include "ex-review.h"

G_BEGIN_DECLS

/* A rating without its words. */
typedef struct
{
  guint    objective;
  int      rater;      /* leader; EX_NOBODY: the board */
  ExRole   role;
  int      rating;     /* 0: not yet */
  gboolean commented;
  gboolean confirmed;
} ExMark;

typedef struct { guint leader, observer; } ExObserver;

/* What the store has of a cycle beside the company. */
typedef struct
{
  GPtrArray *reviews;     /* (element-type ExReview) those that have moved */
  GArray    *marks;       /* (element-type ExMark) */
  GPtrArray *adjustments; /* (element-type ExAdjustment) */
  GArray    *observers;   /* (element-type ExObserver) */
  GArray    *amendments;  /* (element-type guint) leaders with an open one, once for each */
  char     **tops;        /* ids that the cycle starts with, the only one without a manager where none is named; NULL-terminated */
} ExReviewRecords;

ExReviewRecords *ex_review_records_new  (void); /* empty */
void             ex_review_records_free (ExReviewRecords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExReviewRecords, ex_review_records_free)

typedef struct _ExReviews ExReviews;

#define EX_NOBODY (-1)   /* in place of a leader's index: the board */
#define EX_NO_ONE (-2)   /* nobody at all: no manager, and not named as a top */

/* Takes @records; references @company, which has a cycle. */
ExReviews *ex_reviews_new   (ExCompany *company, ExReviewRecords *records);
ExReviews *ex_reviews_ref   (ExReviews *self);
void       ex_reviews_unref (ExReviews *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExReviews, ex_reviews_unref)

ExCompany      *ex_reviews_get_company  (const ExReviews *self);
const ExCycle  *ex_reviews_get_cycle    (const ExReviews *self);

/* In role on a day of the cycle. Everybody who is takes part, on whatever level: nobody drops out silently. */
gboolean        ex_reviews_takes_part   (const ExReviews *self, guint leader);
/* In role on the day that the company is read on (today, inside the cycle), and not excused. */
gboolean        ex_reviews_is_there     (const ExReviews *self, guint leader);
/* Never NULL: drafting where nothing was decided. */
const ExReview *ex_reviews_get          (const ExReviews *self, guint leader);
/* The one who reviews: as moved or agreed, else the manager of the day; who is not there is passed over to the next above; above a top is
 * the board. A leader's index, EX_NOBODY (the board), EX_NO_ONE. */
int             ex_reviews_get_reviewer (const ExReviews *self, guint leader);
/* By name: the leader's, the board's, "" for nobody. (transfer none) */
const char     *ex_reviews_get_reviewer_name (const ExReviews *self, guint leader);
/* The same of anybody: a leader's index, EX_NOBODY, EX_NO_ONE. */
const char     *ex_reviews_get_name     (const ExReviews *self, int who);
/* The manager of the day, past those who are not there: whom a review would move to. As above. */
int             ex_reviews_get_manager  (const ExReviews *self, guint leader);
gboolean        ex_reviews_is_top       (const ExReviews *self, guint leader);
/* 1: a top, 2: reports to one, ...; 0: under no top. */
guint           ex_reviews_get_level    (const ExReviews *self, guint leader);
guint           ex_reviews_n_levels     (const ExReviews *self);
/* Those who are reviewed by @reviewer (EX_NOBODY: the board) and take part, in the company's order. (transfer none) */
const guint    *ex_reviews_get_reports  (const ExReviews *self, int reviewer, guint *n);
/* Whether @above reviews @leader, or whoever reviews them, and so on up. Of a leader themself: they are in a circle, which moves can make. */
gboolean        ex_reviews_is_reviewed_under (const ExReviews *self, guint leader, guint above);
/* What is out of step, in sentences: agreed though the manager's review is not any more, assessed by one who now has not rated
 * themself, signed above re-opened, a reviewer who is not the manager of the day. Never stored: it goes away when mended.
 * (transfer full) (element-type utf8), empty when fine */
GPtrArray      *ex_reviews_get_flags    (const ExReviews *self, guint leader);

/* The marks of an objective: self, manager's, observers'. (transfer none) */
const ExMark   *ex_reviews_get_marks    (const ExReviews *self, guint objective, guint *n);
const ExMark   *ex_reviews_get_self     (const ExReviews *self, guint objective); /* (nullable) */
/* The manager's first rating: of who assessed, or while not assessed, of who reviews. (nullable) */
const ExMark   *ex_reviews_get_first    (const ExReviews *self, guint objective);
int             ex_reviews_get_adjusted (const ExReviews *self, guint objective); /* 0: not adjusted */
int             ex_reviews_get_final    (const ExReviews *self, guint objective); /* adjusted, else first; 0: none */
const ExObserver *ex_reviews_get_observers (const ExReviews *self, guint leader, guint *n); /* (transfer none) */
gboolean        ex_reviews_observes     (const ExReviews *self, guint observer, guint leader);
guint           ex_reviews_n_amendments (const ExReviews *self, guint leader);    /* open ones */

#define EX_LEAST_OBSERVERS 3

/* Weighted means over a leader's objectives on the cycle's scale; EX_UNSET when an objective lacks its rating. Of the observers: of each
 * who rated every objective, when at least EX_LEAST_OBSERVERS did; *@n_answered says how many. */
double          ex_reviews_mean_self      (const ExReviews *self, guint leader);
double          ex_reviews_mean_first     (const ExReviews *self, guint leader);
double          ex_reviews_mean_final     (const ExReviews *self, guint leader);
double          ex_reviews_mean_observers (const ExReviews *self, guint leader, guint *n_answered);
/* The mean of the observers who answered, of one objective; EX_UNSET with fewer than EX_LEAST_OBSERVERS. */
double          ex_reviews_observed       (const ExReviews *self, guint objective);
/* Talk-walk gap ("The cascade"): self minus the manager's first; self minus the observers' mean. EX_UNSET where one is missing. */
double          ex_reviews_gap_manager    (const ExReviews *self, guint leader, ExWorking *working);
double          ex_reviews_gap_observers  (const ExReviews *self, guint leader, ExWorking *working);

/* --- who may see what (a courtesy in one file: the program says so) ---------------------------------------------------------
 * @viewer: a leader's index, or EX_NOBODY for HR. */
/* Self ratings: the leader always; others once submitted: HR, whoever reviews, and the leaders above them. */
gboolean        ex_reviews_sees_self      (const ExReviews *self, int viewer, guint leader);
/* Manager's ratings, adjustments, the observers' mean: whoever reviews; HR and the leaders above once assessed; the leader from sign on. */
gboolean        ex_reviews_sees_manager   (const ExReviews *self, int viewer, guint leader);

G_END_DECLS
