/* One point of a cycle's scale, chosen by a row of buttons with the words of what is chosen beside it; by a list where the scale has more
 * points than fit a row. The digits choose, too, while it has the focus (0: ten). */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-cycle.h"

G_BEGIN_DECLS

#define EX_TYPE_RATING_CHOICE (ex_rating_choice_get_type ())
G_DECLARE_FINAL_TYPE (ExRatingChoice, ex_rating_choice, EX, RATING_CHOICE, GtkWidget)

/* @label: what is rated, for screen readers. Emits "chosen" () when the user has. */
GtkWidget *ex_rating_choice_new        (const ExCycle *cycle, const char *label);
int        ex_rating_choice_get_rating (ExRatingChoice *self); /* 0: none yet */
void       ex_rating_choice_set_rating (ExRatingChoice *self, int rating);

/* "4 · Strong"; "–" for 0. (transfer full) */
char      *ex_rating_describe          (const ExCycle *cycle, int rating);

G_END_DECLS
