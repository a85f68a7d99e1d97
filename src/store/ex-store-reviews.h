/* The review cycle in the file: phases, steps, ratings, amendments, templates, reporting lines. Every step passes its gate twice: in the rules
 * (core/ex-gate.h), which say everything that is missing, and in the triggers (sql/0002-gates.sql), which nothing slips past.
 *
 * Refusals are EX_STORE_ERROR_REFUSED with a sentence a line. Who acts is the store's actor. What the actor may not see (unreleased ratings,
 * private notes, who observed what) is not handed out. */
#pragma once

#include "core/ex-close-facts.h"
#include "core/ex-coverage.h"
#include "core/ex-template.h"
#include "core/ex-todo.h"
#include "core/ex-period.h"
#include "ex-store-journal.h"

G_BEGIN_DECLS

/* --- reading --------------------------------------------------------------------------------------------------------------- */

/* All reviews of @company's cycle, in one pass over each table. NULL on @error, and without one when there is no cycle. */
ExReviews *ex_store_read_reviews      (ExStore *self, ExCompany *company, GError **error);
/* Only what the gates of one review need: the leader, everybody above, those they report to by review, their objectives and ratings, without check-ins
 * except the leader's. Quick whatever the size of the company. Indexes are of this small company. */
ExReviews *ex_store_read_review       (ExStore *self, const char *cycle_id, const char *leader_id, GError **error);

/* One leader's review with all its words, as far as the store's actor may see them. */
typedef struct
{
  ExReview  *review;
  GPtrArray *steps;       /* (element-type ExReviewStep) */
  GPtrArray *ratings;     /* (element-type ExRating) self and manager's; of observers only the actor's own */
  GPtrArray *comments;    /* (element-type ExRating) the observers' words without their names, when at least three answered and the actor may see
                             the manager's ratings; sorted by objective, then by the words; rater_id NULL */
  GPtrArray *adjustments; /* (element-type ExAdjustment) */
  GPtrArray *amendments;  /* (element-type ExAmendment) newest first */
  GPtrArray *observers;   /* (element-type utf8) ids: for HR; else NULL */
  guint      n_answered;  /* observers who rated every objective; 0 when the actor may not know */
  char      *note;        /* the actor's own private note (nullable) */
} ExReviewSheet;

void           ex_review_sheet_free  (ExReviewSheet *self);
ExReviewSheet *ex_store_read_sheet   (ExStore *self, const char *cycle_id, const char *leader_id, GError **error);
/* The same where all reviews of the cycle are read already: for many leaders, one after the other. @leader: index in their company. */
ExReviewSheet *ex_store_read_sheet_of (ExStore *self, const ExReviews *reviews, guint leader, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExReviewSheet, ex_review_sheet_free)

/* --- steps of a review --------------------------------------------------------------------------------------------------------- */

/* Agree, self-assess, assess, sign, dissent, excuse, re-open, send back, move (@to: leader id). @why: (nullable). */
gboolean ex_store_take_step          (ExStore *self, const char *cycle_id, const char *leader_id, ExStep step, const char *why, const char *to,
                                      GError **error);
/* The same step of many reviews as one action, from the top down; all or none unless @skip: then those that a gate refuses are left out and
 * listed. Progress by reviews. @refused: (out) (optional) (element-type utf8) "Ana Okafor: ..." */
gboolean ex_store_take_steps         (ExStore *self, const char *cycle_id, const char * const *leader_ids, ExStep step, const char *why, const char *to,
                                      gboolean skip, ExProgress progress, gpointer data, GCancellable *cancellable, GPtrArray **refused, GError **error);

/* Drafts, kept as typed: self (by the leader or HR for them), the manager's (by whoever reviews, or HR for them; ex_gate_rate()), an observer's. The row's
 * rater_id is taken; a rating without rating, comment and confirmation is removed. */
gboolean ex_store_save_rating        (ExStore *self, const ExRating *rating, GError **error);
gboolean ex_store_save_ratings       (ExStore *self, const GPtrArray *ratings, GError **error); /* (element-type ExRating), one action */
/* G4. @rating 0: takes the adjustment away. */
gboolean ex_store_adjust             (ExStore *self, const ExAdjustment *adjustment, GError **error);
gboolean ex_store_set_observers      (ExStore *self, const char *cycle_id, const char *leader_id, const char * const *observer_ids, GError **error);
/* The actor's own; NULL or "": none. Refused to the leader themself. */
gboolean ex_store_save_note          (ExStore *self, const char *cycle_id, const char *leader_id, const char *note, GError **error);

/* @amendment: its after objectives, whole, and why; the rest is filled here. Open at most one a review; the objectives after it must still pass G1. */
gboolean ex_store_propose_amendment  (ExStore *self, const ExAmendment *amendment, GError **error);
/* Accepted by the reviewer (or HR): the objectives are changed in the same action. Refused with an answer; withdrawn by who proposed it. */
gboolean ex_store_decide_amendment   (ExStore *self, const char *cycle_id, const char *leader_id, guint number, ExAmendmentState state, const char *answer,
                                      GError **error);

/* --- the cycle ----------------------------------------------------------------------------------------------------------------- */

/* To the next phase; refuses nothing but to go past sign. */
gboolean ex_store_advance_cycle      (ExStore *self, const char *cycle_id, GError **error);
gboolean ex_store_back_cycle         (ExStore *self, const char *cycle_id, const char *why, GError **error);
gboolean ex_store_close_cycle        (ExStore *self, const char *cycle_id, GError **error); /* G6 */
gboolean ex_store_reopen_cycle       (ExStore *self, const char *cycle_id, const char *why, GError **error); /* closed -> sign */
/* NULL on @error. */
ExCloseFacts *ex_store_read_close_facts (ExStore *self, const ExCycle *cycle, GError **error);

/* Copies objectives of any cycle into @to_cycle (ex_objective_carry()), parents with their children mapped. Those whose leader has one of that title
 * there, or is not in role any more, are left out and listed. One action. @n: (out) copied; @left: (out) (optional) (element-type utf8) sentences */
gboolean ex_store_carry_objectives   (ExStore *self, const char * const *objective_ids, const char *to_cycle, guint *n, GPtrArray **left, GError **error);

/* --- reporting lines -------------------------------------------------------------------------------------------------------------- */

/* From @from on the leader reports to @manager_id (nullable); before that day to whom they did. EX_DAY_NONE: a correction, as if always (leaves the past
 * managers). Refuses a circle on any day. */
gboolean   ex_store_change_manager   (ExStore *self, const char *leader_id, const char *manager_id, ExDay from, GError **error);

typedef struct { char *leader_id; ExDay until; char *manager_id; } ExPastManager;
void       ex_past_manager_free      (ExPastManager *self);
GPtrArray *ex_store_list_past_managers (ExStore *self, const char *leader_id, GError **error); /* NULL: everybody's; by leader and day */

/* --- templates -------------------------------------------------------------------------------------------------------------------- */

GPtrArray *ex_store_list_templates   (ExStore *self, GError **error); /* (element-type ExTemplate) the company's own, by title */
gboolean   ex_store_save_template    (ExStore *self, const ExTemplate *tmpl, GError **error);
gboolean   ex_store_remove_template  (ExStore *self, const char *id, GError **error);
/* Drafts of each template for each leader whose review is drafting (the others are listed in @left); those who have one of that title keep it. Weights of
 * each leader's objectives are then spread evenly to 100 %. One action, progress by leaders. */
gboolean   ex_store_assign_templates (ExStore *self, const char *cycle_id, const GPtrArray *templates, const char * const *leader_ids, ExProgress progress,
                                      gpointer data, GCancellable *cancellable, guint *n, GPtrArray **left, GError **error);
gboolean   ex_store_spread_weights   (ExStore *self, const char *cycle_id, const char *leader_id, GError **error);

/* --- the ledger's final periods ------------------------------------------------------------------------------------------------------- */

/* @period: of the ledger’s grain or coarser; all of it has to be there. Later imports into it are refused. */
gboolean   ex_store_set_final        (ExStore *self, ExPeriod period, gboolean final, GError **error);
GArray    *ex_store_list_final       (ExStore *self, GError **error); /* (element-type ExPeriod) rising */

/* --- privacy ---------------------------------------------------------------------------------------------------------------------------- */

/* Name, e-mail and free text of a leader who has left, here and in the history; figures and the chain stay. Cannot be undone; Ctrl+Z stops here. */
gboolean   ex_store_erase_leader     (ExStore *self, const char *leader_id, GError **error);

G_END_DECLS
