/* The editor of a leader. A new one is added when they are whole; one that stands is saved field by field. While typing it says what is
 * wrong. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

/* @id: NULL for a new one, then to report to @manager_id (nullable). */
void ex_leader_dialog_present (GtkWidget *parent, ExSession *session, const char *id, const char *manager_id);

G_END_DECLS
