/* What the gates share. Of this folder only. */
#pragma once

#include "ex-gate.h"

G_BEGIN_DECLS

GPtrArray *ex_missing_list_new (void);
/* @leader: index or EX_NOBODY; @objective: index or -1. */
void       ex_missing_add      (GPtrArray *missing, ExMend mend, int leader, int objective, const char *format, ...) G_GNUC_PRINTF (5, 6);

/* What bars every step: the cycle is closed, the leader takes no part, is excused. */
void       ex_gate_add_barred  (GPtrArray *missing, const ExReviews *self, guint leader);
/* The step that led to where the review is was taken: it is agreed already, ... */
void       ex_gate_add_already (GPtrArray *missing, const ExReviews *self, guint leader);
/* The same as barred, and that the review is not in the state that the step starts from. */
void       ex_gate_add_state   (GPtrArray *missing, const ExReviews *self, guint leader, ExReviewState from);
/* Nobody reviews the leader. */
void       ex_gate_add_no_one  (GPtrArray *missing, const ExReviews *self, guint leader);
void       ex_gate_add_phase   (GPtrArray *missing, const ExReviews *self, ExPhase from);
/* The reviewer's own review has not come as far as @least. */
gboolean   ex_gate_waits_above (const ExReviews *self, guint leader, ExReviewState least);
/* A step back, a dissent, ... without its words. */
void       ex_gate_add_why     (GPtrArray *missing, guint leader, const char *why);

/* What the objectives of a leader lack to be agreed, counted. */
typedef struct
{
  guint n;
  guint unmeasurable;
  guint unlinked;
  guint rootless;  /* without a parent above or a local reason */
  int   weight;    /* basis points */
} ExLacking;

ExLacking  ex_gate_count_lacking (const ExReviews *self, guint leader);

/* How many of a leader's objectives are rated by themself, with a comment; by whoever reviews, with the actual confirmed. */
guint      ex_gate_count_self    (const ExReviews *self, guint leader);
guint      ex_gate_count_first   (const ExReviews *self, guint leader);

G_END_DECLS
