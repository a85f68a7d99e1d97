/* Asks whether the personal data of a leader who has left is to be erased, says what goes and what stays, and erases it. */
#pragma once

#include "ex-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether it is offered: to HR, of one whose last day is over. */
gboolean ex_leader_erase_is_offered (ExSession *session, const ExLeader *leader);
void     ex_leader_erase_ask        (GtkWidget *parent, ExSession *session, const ExLeader *leader);

G_END_DECLS
