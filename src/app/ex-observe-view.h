/* Rating another leader's objectives as an observer: only the mean of three or more is ever shown. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_OBSERVE_VIEW (ex_observe_view_get_type ())
G_DECLARE_FINAL_TYPE (ExObserveView, ex_observe_view, EX, OBSERVE_VIEW, GtkWidget)

/* What stands now of @leader_id (nullable: nothing); reads the rest. Emits "gone" () when the session's actor does not observe them. */
void ex_observe_view_show (ExObserveView *self, ExSession *session, const char *leader_id);

G_END_DECLS
