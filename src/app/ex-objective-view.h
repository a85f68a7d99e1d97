/* One objective in full: its line, its check-ins, the working of its score, what it claims, its parent and children. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_OBJECTIVE_VIEW (ex_objective_view_get_type ())
G_DECLARE_FINAL_TYPE (ExObjectiveView, ex_objective_view, EX, OBJECTIVE_VIEW, GtkWidget)

/* Shows @id of @session's company, now and after every change. NULL: nothing. Emits "gone" () when it is no longer there. */
/* On the way down from the Overview, where the title is said above: the finding in its place. Its marks and check-ins then lead further down ("trail.go"). */
void        ex_objective_view_set_sentence (ExObjectiveView *self, const char *sentence);
void        ex_objective_view_show   (ExObjectiveView *self, ExSession *session, const char *id);

G_END_DECLS
