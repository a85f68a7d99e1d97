/* The editor of an objective. A new one is added when it is whole; one that stands is saved field by field. While typing it says what
 * still makes it not measurable. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

/* @id: NULL for a new one, then for @leader_id (nullable). */
void ex_objective_dialog_present (GtkWidget *parent, ExSession *session, const char *id, const char *leader_id);

G_END_DECLS
