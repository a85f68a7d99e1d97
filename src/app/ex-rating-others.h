/* What others gave an objective, as far as the session's actor may see it: lines of who, which rating, which words. */
#pragma once

#include <gtk/gtk.h>

#include "ex-review-detail.h"

G_BEGIN_DECLS

/* Fills @box, emptied first, with all but the one rating of @role by @rater_id (NULL: with all). FALSE: there is nothing. */
gboolean   ex_rating_others_fill (GtkBox *box, ExSession *session, guint objective, ExRole role, const char *rater_id,
                                  const ExReviewDetail *detail);

/* A line by itself. @who: "Ben Ito". @rating: the words of it, or "". @text: (nullable). (transfer floating) */
GtkWidget *ex_rating_line_new    (const char *who, const char *rating, const char *text);

G_END_DECLS
