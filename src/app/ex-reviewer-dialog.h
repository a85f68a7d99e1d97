/* Moves reviews to another reviewer: asks whom, and why. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

/* @to: a leader's id. @why: stripped, never empty. */
typedef void (* ExReviewerChosen) (GtkWidget *parent, const char *to, const char *why, gpointer data);

/* @leader_ids: NULL-terminated, at least one. Of one leader what stands against somebody is said at once. @data is freed with @destroy (nullable) when
 * the dialog has gone, chosen or not. */
void ex_reviewer_dialog_present (GtkWidget *parent, ExSession *session, const char * const *leader_ids, ExReviewerChosen chosen, gpointer data,
                                 GDestroyNotify destroy);

G_END_DECLS
