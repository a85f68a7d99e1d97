/* A change of agreed objectives: why, by whom, before and after side by side; Accept, Decline, Withdraw for those who may. */
#pragma once

#include <adwaita.h>

#include "ex-session.h"

G_BEGIN_DECLS

/* A row for an AdwPreferencesGroup or a GtkListBox. The buttons are there as the session's actor may press them. (transfer floating) */
GtkWidget *ex_amendment_row_new (ExSession *session, const ExAmendment *amendment);

G_END_DECLS
