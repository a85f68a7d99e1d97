/* Whom a leader reports to, and did before, as rows of their editor; and the way to change it from a day on. */
#pragma once

#include <adwaita.h>

#include "ex-session.h"

G_BEGIN_DECLS

typedef struct _ExManagerRows ExManagerRows;

/* Fills @group, now and after every change of @session. */
ExManagerRows *ex_manager_rows_new  (AdwPreferencesGroup *group, ExSession *session, const char *leader_id);
void           ex_manager_rows_free (ExManagerRows *self);

G_END_DECLS
