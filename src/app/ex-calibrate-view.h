/* One leader on the Calibrate page: each objective with what the leader and the reviewer gave it, and the way to adjust that. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_CALIBRATE_VIEW (ex_calibrate_view_get_type ())
G_DECLARE_FINAL_TYPE (ExCalibrateView, ex_calibrate_view, EX, CALIBRATE_VIEW, GtkWidget)

/* Shows the leader, and follows the session until another is shown; NULL: nobody. Emits "gone" () when there is nothing to calibrate any more. */
void ex_calibrate_view_show (ExCalibrateView *self, ExSession *session, const char *leader_id);

G_END_DECLS
