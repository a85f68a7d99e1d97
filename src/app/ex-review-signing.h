/* The leader reads their review, from sign on: the ratings side by side, how they differ, the signatures; adds a dissent; signs. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_REVIEW_SIGNING (ex_review_signing_get_type ())
G_DECLARE_FINAL_TYPE (ExReviewSigning, ex_review_signing, EX, REVIEW_SIGNING, GtkWidget)

/* @leader: index, who is at the keyboard. Hides itself before its time. */
void ex_review_signing_show  (ExReviewSigning *self, ExSession *session, guint leader);
void ex_review_signing_focus (ExReviewSigning *self);

G_END_DECLS
