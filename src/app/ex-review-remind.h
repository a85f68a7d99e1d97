/* Reminds by mail: a draft in the desktop's own program, for the reader to send. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

/* One draft to everybody whom the reviews of @leader_ids (NULL-terminated) wait for, with what is missing. Those without an address are listed. */
void ex_review_remind (GtkWidget *parent, ExSession *session, const char * const *leader_ids);

/* Tests look at what would be opened, and nothing is. NULL: as usual. */
void ex_review_remind_set_opener (void (* open) (GtkWidget *parent, const char *uri));

G_END_DECLS
