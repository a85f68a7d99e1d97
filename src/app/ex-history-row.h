/* One action in History: what, who, when; opened, what it changed. */
#pragma once

#include <adwaita.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_HISTORY_ROW (ex_history_row_get_type ())
G_DECLARE_FINAL_TYPE (ExHistoryRow, ex_history_row, EX, HISTORY_ROW, AdwExpanderRow)

/* @action: copied by what is shown of it. */
GtkWidget *ex_history_row_new        (ExSession *session, const ExAction *action);
gint64     ex_history_row_get_number (ExHistoryRow *self);
/* In local time. */
GDateTime *ex_history_row_get_time   (ExHistoryRow *self); /* (transfer none) */
/* Says anew whether the action still stands, and what may be read of it. */
void       ex_history_row_update     (ExHistoryRow *self, const ExAction *action);

G_END_DECLS
