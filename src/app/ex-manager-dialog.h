/* Whom a leader reports to from a day on, or always did. */
#pragma once

#include "ex-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @manager_id: (nullable) as it stands last. */
void ex_manager_dialog_present (GtkWidget *parent, ExSession *session, const char *leader_id, const char *manager_id);

G_END_DECLS
