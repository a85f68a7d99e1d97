/* Rating oneself, objective by objective, on My Review; once handed in it is read, and from sign on the others' ratings beside it. */
#pragma once

#include <gtk/gtk.h>

#include "ex-review-detail.h"

G_BEGIN_DECLS

#define EX_TYPE_SELF_ASSESSMENT (ex_self_assessment_get_type ())
G_DECLARE_FINAL_TYPE (ExSelfAssessment, ex_self_assessment, EX, SELF_ASSESSMENT, GtkWidget)

/* @leader: index, who is at the keyboard. @detail: (nullable) not read yet. Hides itself before its time. */
void ex_self_assessment_show  (ExSelfAssessment *self, ExSession *session, guint leader, const ExReviewDetail *detail);
/* The keyboard goes to the first rating that is missing. */
void ex_self_assessment_focus (ExSelfAssessment *self);

G_END_DECLS
