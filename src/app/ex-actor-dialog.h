/* "View as": who is at the keyboard, out of HR and the leaders, the first leaders first. */
#pragma once

#include <adwaita.h>

#include "ex-session.h"

G_BEGIN_DECLS

typedef void (* ExActorChosen) (const char *actor, gpointer data);

#define EX_TYPE_ACTOR_DIALOG (ex_actor_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExActorDialog, ex_actor_dialog, EX, ACTOR_DIALOG, AdwWindow)

/* @chosen is not called when the dialog is closed; @data must live as long as the dialog (its transient parent does). */
GtkWidget *ex_actor_dialog_new (ExSession *session, ExActorChosen chosen, gpointer data);

G_END_DECLS
