/* A status as shape, word and colour, so that none of them is the only sign. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-score.h"

G_BEGIN_DECLS

#define EX_TYPE_STATUS_BADGE (ex_status_badge_get_type ())
G_DECLARE_FINAL_TYPE (ExStatusBadge, ex_status_badge, EX, STATUS_BADGE, GtkWidget)

GtkWidget *ex_status_badge_new        (void);
void       ex_status_badge_set_status (ExStatusBadge *self, ExStatus status);
/* A number before the word: "31 on track"; -1, as at first: none. */
void       ex_status_badge_set_count  (ExStatusBadge *self, int count);

G_END_DECLS
