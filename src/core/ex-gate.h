/* The gates of the cascade, one function each. Each returns everything that is missing for the step, not just the first thing; nothing
 * missing: it passes. The same gates hold in the database (src/store/sql/0002-gates.sql), and a test holds the two against each other. */
#pragma once

#include "ex-movement.h"
#include "ex-reviews.h"

G_BEGIN_DECLS

/* Where a thing is mended, so that the window can lead there. */
typedef enum
{
  EX_MEND_NOWHERE,    /* it takes time, or somebody else */
  EX_MEND_CYCLE,      /* the cycle: its phase, its tops */
  EX_MEND_REVIEW,     /* the review of leader */
  EX_MEND_OBJECTIVES, /* the objectives of leader: how many, their weights */
  EX_MEND_OBJECTIVE,  /* objective */
  EX_MEND_SELF,       /* the self-assessment of leader */
  EX_MEND_RATINGS,    /* the manager's ratings of leader */
  EX_MEND_ASSET,      /* the customer asset: final periods, the ledger */
} ExMend;

/* What exactly an objective lacks, for whoever is about to submit it. */
typedef enum
{
  EX_LACK_OTHER,
  EX_LACK_RATING,
  EX_LACK_COMMENT,
  EX_LACK_ACTUAL, /* that is confirmed */
} ExLack;

typedef struct
{
  char  *text;      /* a sentence, in the reader's language: what is missing, and what would be right */
  ExMend mend;
  int    leader;    /* index; EX_NOBODY: none */
  int    objective; /* index; -1: none */
  ExLack lack;
} ExMissing;

void ex_missing_free (ExMissing *self);
/* The sentences, a line each. (transfer full) */
char *ex_missing_to_text (const GPtrArray *missing);

/* All: (transfer full) (element-type ExMissing). */
GPtrArray *ex_gate_agree       (const ExReviews *self, guint leader);                             /* G1 */
/* The part of it that is about objectives alone, of @objectives (element-type ExObjective) in place of the leader's own: whether an amendment
 * would still pass. NULL: the leader's own. */
GPtrArray *ex_gate_objectives  (const ExReviews *self, guint leader, const GPtrArray *objectives);
GPtrArray *ex_gate_self_assess (const ExReviews *self, guint leader);                             /* G2 */
/* What stands before any rating of the leader by the reviewer, draft or not: the reviewer has not rated themself; the review is assessed, signed
 * or excused, the cycle closed. A part of G3. */
GPtrArray *ex_gate_rate        (const ExReviews *self, guint leader);
GPtrArray *ex_gate_assess      (const ExReviews *self, guint leader);                             /* G3 */
/* @adjustment: (nullable) as it would be kept; NULL: whether ratings of the review can be adjusted at all. */
GPtrArray *ex_gate_calibrate   (const ExReviews *self, guint leader, const ExAdjustment *adjustment); /* G4 */
/* The next signature: the reviewer's, then the leader's. */
GPtrArray *ex_gate_sign        (const ExReviews *self, guint leader);                             /* G5 */

/* What closing needs to know of the customer asset in the cycle. */
typedef struct
{
  gboolean has_ledger;     /* or movements */
  char   **not_final;      /* periods of the cycle that are not final, as words; NULL-terminated; or NULL */
  gboolean opening_known;  /* there is a period before the first, or movements with an opening */
  gint64   opening_customers, closing_customers;
  gint64   opening_value, closing_value;
  char   **provisional;    /* periods of the cycle after the day to which the ledger is complete, as words; NULL-terminated; or NULL. Not in not_final */
  gboolean pays;           /* rewards hang on growth: the cycle has terms */
  ExMeasure measure;       /* by which, when it pays */
} ExCloseFacts;

/* @facts: (nullable) only the reviews are looked at. */
GPtrArray *ex_gate_close       (const ExReviews *self, const ExCloseFacts *facts);                /* G6 */

/* The other steps, which have no gate but conditions: dissent (before the leader's signature, in sign, the review assessed), excuse (not
 * signed), re-open (signed or excused), send back (past drafting, not signed), move (@to there, not the leader, not below the leader, not
 * the reviewer already). @why: (nullable) its reason; @to: of move, a leader's index, else EX_NO_ONE. Everything missing, as above;
 * for a step with a gate, the gate. Nothing is possible in a closed cycle. */
GPtrArray *ex_step_missing     (const ExReviews *self, guint leader, ExStep step, const char *why, int to);

/* Who may take a step: agree, assess, send back, accept an amendment: the reviewer; self-assess, dissent: the leader; sign: whose turn it is;
 * calibrate: HR or a top; excuse, re-open, move, naming observers: HR. HR may take all of them for somebody (signing then needs a reason,
 * except for the board). @actor: a leader's index; EX_NOBODY: HR. NULL: may; else the sentence why not. (transfer full) */
char      *ex_step_forbids     (const ExReviews *self, guint leader, ExStep step, int actor);

/* Whether a step needs a reason when @actor takes it: those of ex_step_needs_why(), and signing by HR for a person. */
gboolean   ex_step_needs_reason (const ExReviews *self, guint leader, ExStep step, int actor);

/* What would be after the step. @actor as above. The gate has passed. (transfer full) */
ExReview  *ex_step_take        (const ExReviews *self, guint leader, ExStep step, const char *why, int to, int actor);

/* What still counts in a review as it stands, in a few words for a row of a list: "2 objectives not linked", "no self-assessment";
 * "" when nothing is missing or the review is signed. And whom it waits for: a leader's index, EX_NOBODY (the board), EX_NO_ONE (nobody: signed, excused,
 * or the phase has not come). (transfer full) */
char      *ex_review_summary   (const ExReviews *self, guint leader, int *waiting_for);
/* The day by which the next step is due: the last day of the phase that it belongs to; EX_DAY_NONE: nothing is due. Days overdue: after it, and 0
 * while the cycle has not reached that phase. */
ExDay      ex_review_due       (const ExReviews *self, guint leader);
int        ex_review_overdue   (const ExReviews *self, guint leader);

G_END_DECLS
