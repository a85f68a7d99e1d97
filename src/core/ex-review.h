/* A review: one leader in one cycle; the steps that move it, what is said in it, and what may change once it is agreed.
 *
 *      drafting ──agree──▶ agreed ──self-assess──▶ self-assessed ──assess──▶ assessed ──sign, twice──▶ signed
 *         ▲        G1        │ ▲         G2             │  ▲         G3         │  ▲          G5          │
 *         └──── send back ───┘ └────── send back ───────┘  └───── send back ────┘  └─────── re-open ──────┘
 *
 *   calibrate (G4) changes a rating of an assessed review and moves nothing; the reviewer signs first, then the leader, who may add a
 *   dissent before. Excused is beside the states: an excused review stays where it is and counts nowhere; re-opening takes it back.
 *   Sending back takes the reviewer's signature off first, where there is one. Steps back need a reason.
 *
 * The gates are in ex-gate.h. */
#pragma once

#include "ex-score.h"

G_BEGIN_DECLS

typedef enum { EX_REVIEW_DRAFTING, EX_REVIEW_AGREED, EX_REVIEW_SELF_ASSESSED, EX_REVIEW_ASSESSED, EX_REVIEW_SIGNED } ExReviewState;
#define EX_N_REVIEW_STATES 5

typedef enum
{
  EX_STEP_AGREE,
  EX_STEP_SELF_ASSESS,
  EX_STEP_ASSESS,
  EX_STEP_CALIBRATE, /* no row in review_steps: adjustments */
  EX_STEP_SIGN,
  EX_STEP_DISSENT,
  EX_STEP_EXCUSE,
  EX_STEP_REOPEN,
  EX_STEP_SEND_BACK,
  EX_STEP_MOVE,
  EX_STEP_OBSERVE,   /* no row in review_steps: observers, ratings */
} ExStep;

typedef enum { EX_ROLE_SELF, EX_ROLE_MANAGER, EX_ROLE_OBSERVER } ExRole;

/* Nicks are the words of files, of the database and of the command line: "self-assessed", "send-back", "manager". */
gboolean    ex_review_state_parse (const char *nick, ExReviewState *state);
const char *ex_review_state_nick  (ExReviewState state);
const char *ex_review_state_label (ExReviewState state); /* translated: "drafting", "agreed", ... */
gboolean    ex_step_parse         (const char *nick, ExStep *step);
const char *ex_step_nick          (ExStep step);
const char *ex_step_label         (ExStep step);         /* translated, as a button says it: "Agree", "Send back" */
gboolean    ex_step_needs_why     (ExStep step);
gboolean    ex_role_parse         (const char *nick, ExRole *role);
const char *ex_role_nick          (ExRole role);

#define EX_BOARD "" /* in place of a leader's id: the board */

/* How a review stands after its last step. */
typedef struct
{
  char         *cycle_id;
  char         *leader_id;
  guint         steps;           /* taken so far; 0: drafting, nothing decided */
  ExReviewState state;
  gboolean      excused;
  char         *why;             /* of the last step, where it has one */
  char         *excuse;          /* the reason, while excused */
  char         *reviewer_id;     /* set by agree and move; NULL: whom the reporting lines say, or the board */
  gboolean      elsewhere;       /* HR moved it to somebody who was not the manager of that day, on purpose */
  char         *assessed_by;     /* whose ratings count: leader id or EX_BOARD; NULL: not assessed */
  char         *reviewer_signed; /* leader id, EX_BOARD, or "HR" for one who could not; NULL: not yet */
  char         *leader_signed;   /* the same of the leader's */
  char         *dissent;         /* the leader's words; NULL: none */
  ExDay         day;             /* of the last step; EX_DAY_NONE: none */
} ExReview;

ExReview *ex_review_new  (const char *cycle_id, const char *leader_id); /* drafting */
ExReview *ex_review_copy (const ExReview *self);
void      ex_review_free (ExReview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExReview, ex_review_free)

/* A step as it was taken. */
typedef struct
{
  guint         number;
  ExStep        step;
  char         *why;       /* (nullable) */
  ExDay         day;
  ExReviewState state;     /* after it */
  char         *reviewer_id;
  gboolean      excused;
  char         *reviewer_signed;
  char         *leader_signed;
  char         *actor;     /* who took it: leader id, or "HR"; NULL: not known */
} ExReviewStep;

void ex_review_step_free (ExReviewStep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExReviewStep, ex_review_step_free)

/* What somebody says of an objective. */
typedef struct
{
  char    *objective_id;
  ExRole   role;
  char    *rater_id;   /* leader id, or EX_BOARD */
  int      rating;     /* 1 to the scale's points; 0: not yet */
  char    *comment;    /* (nullable) */
  gboolean confirmed;  /* a manager's: the actual is right */
  double   actual;     /* that was confirmed; EX_UNSET: not measured, or not confirmed */
} ExRating;

ExRating *ex_rating_new  (const char *objective_id, ExRole role, const char *rater_id);
ExRating *ex_rating_copy (const ExRating *self);
void      ex_rating_free (ExRating *self);
/* Whether it confirms the actual that @reading has now: a check-in may have come since. The figure so far of a sum moves with every day and
 * would have to be confirmed daily, so any figure holds there. */
gboolean  ex_rating_confirms (const ExRating *self, const ExReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExRating, ex_rating_free)

typedef struct
{
  char *objective_id;
  int   rating;
  char *why;
  char *agreed_by;  /* who agreed to it, by name */
} ExAdjustment;

ExAdjustment *ex_adjustment_new  (const char *objective_id, int rating, const char *why, const char *agreed_by);
void          ex_adjustment_free (ExAdjustment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExAdjustment, ex_adjustment_free)

typedef enum { EX_AMENDMENT_PROPOSED, EX_AMENDMENT_ACCEPTED, EX_AMENDMENT_REFUSED, EX_AMENDMENT_WITHDRAWN } ExAmendmentState;

gboolean    ex_amendment_state_parse (const char *nick, ExAmendmentState *state);
const char *ex_amendment_state_nick  (ExAmendmentState state);
const char *ex_amendment_state_label (ExAmendmentState state);

/* A change of agreed objectives: ladder, weight, aggregate, due day and links; nothing else of an agreed objective changes but its title,
 * description and stage. */
typedef struct
{
  char            *cycle_id;
  char            *leader_id;
  guint            number;      /* of the review, from 1; 0: not kept yet */
  char            *why;
  char            *proposed_by; /* leader id, or "HR" */
  ExDay            day;
  ExAmendmentState state;
  char            *decided_by;  /* leader id, EX_BOARD, "HR"; NULL: open */
  char            *answer;      /* (nullable) */
  GPtrArray       *before;      /* (element-type ExObjective) the objectives that it changes, as they were; parallel to after */
  GPtrArray       *after;
} ExAmendment;

ExAmendment *ex_amendment_new  (const char *cycle_id, const char *leader_id, const char *why);
void         ex_amendment_free (ExAmendment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExAmendment, ex_amendment_free)

/* Whether two objectives differ in what only an amendment changes; in what nothing changes once agreed (kind, unit, decimals, source,
 * cadence, parent, local reason). */
gboolean   ex_objective_differs_by_amendment (const ExObjective *a, const ExObjective *b);
gboolean   ex_objective_differs_for_good     (const ExObjective *a, const ExObjective *b);
/* "Target 40 → 45", a line for each thing that differs, in the reader's language. @currency: of what the links claim (nullable: plain
 * figures). (transfer full) (element-type utf8) */
GPtrArray *ex_objective_list_differences     (const ExObjective *before, const ExObjective *after, const char *currency);

G_END_DECLS
