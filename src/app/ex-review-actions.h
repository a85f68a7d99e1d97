/* The steps of reviews as buttons take them: asks for what a step needs (a reason, a reviewer, a yes), says everything that a gate misses, and of
 * many which were left out and why. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-gate.h"
#include "ex-session.h"

G_BEGIN_DECLS

/* Whether @step is anything for this review as it stands and for who looks (ex_review_viewer()); its gate may still miss something. Quick: for
 * thousands at once. */
gboolean ex_review_step_applies (const ExReviews *reviews, guint leader, ExStep step, int viewer);

/* @leader_ids: NULL-terminated. One: its gate is tested first, and what is missing listed. Several: those that the step is nothing for are left out
 * silently, those that a gate refuses are listed at the end. */
void     ex_review_actions_take (GtkWidget *parent, ExSession *session, ExStep step, const char * const *leader_ids);

G_END_DECLS
