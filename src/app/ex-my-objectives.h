/* One's own objectives on My Review: the score so far, each with its line and a check-in; while drafting what is still missing, with the
 * way there; once agreed the changes that were proposed. */
#pragma once

#include <gtk/gtk.h>

#include "ex-review-detail.h"

G_BEGIN_DECLS

#define EX_TYPE_MY_OBJECTIVES (ex_my_objectives_get_type ())
G_DECLARE_FINAL_TYPE (ExMyObjectives, ex_my_objectives, EX, MY_OBJECTIVES, GtkWidget)

/* @leader: index. @detail: (nullable) not read yet. */
void ex_my_objectives_show       (ExMyObjectives *self, ExSession *session, guint leader, const ExReviewDetail *detail);
/* The keyboard goes to the first thing to do here. @amendments: to the proposals. */
void ex_my_objectives_focus      (ExMyObjectives *self, gboolean amendments);

G_END_DECLS
