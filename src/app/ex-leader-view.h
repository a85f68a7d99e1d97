/* One leader in full: who they are and report to, their scores with the working, their objectives, their reports. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_LEADER_VIEW (ex_leader_view_get_type ())
G_DECLARE_FINAL_TYPE (ExLeaderView, ex_leader_view, EX, LEADER_VIEW, GtkWidget)

/* Shows @id of @session's company, now and after every change. NULL: nothing. Emits "gone" () when it is no longer there. */
void        ex_leader_view_show   (ExLeaderView *self, ExSession *session, const char *id);

G_END_DECLS
