/* A button that chooses a leader: it shows the name, and opens a list with a search that ten thousand do not slow. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-company.h"

G_BEGIN_DECLS

#define EX_TYPE_LEADER_CHOOSER (ex_leader_chooser_get_type ())
G_DECLARE_FINAL_TYPE (ExLeaderChooser, ex_leader_chooser, EX, LEADER_CHOOSER, GtkWidget)

/* @label: what it chooses, for screen readers. @none: the words for nobody. Emits "chosen" () when the user has. */
GtkWidget  *ex_leader_chooser_new    (const char *label, const char *none);

/* @not_below: (nullable) neither this leader nor anybody below them is offered. @chosen: (nullable) an id. */
void        ex_leader_chooser_fill   (ExLeaderChooser *self, ExCompany *company, const char *not_below, const char *chosen);
const char *ex_leader_chooser_get_id (ExLeaderChooser *self); /* (nullable) */
void        ex_leader_chooser_choose (ExLeaderChooser *self, const char *id); /* as the user does; NULL: nobody */
/* One more choice beside the leaders, such as HR. Before the list is first opened. */
void        ex_leader_chooser_also   (ExLeaderChooser *self, const char *id, const char *name);
/* Nobody is no choice: @none is then only what the button says. */
void        ex_leader_chooser_never_none (ExLeaderChooser *self);

G_END_DECLS
