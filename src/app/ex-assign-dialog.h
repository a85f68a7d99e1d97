/* Hands out objectives: chosen templates become drafts of chosen leaders, whose weights are then spread evenly. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

/* @leader_ids: NULL-terminated: those who were selected, offered first; may be empty, then a level or a unit is asked for. */
void ex_assign_dialog_present (GtkWidget *parent, ExSession *session, const char * const *leader_ids);

G_END_DECLS
