/* The columns of the table of statements. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-reward.h"
#include "ex-session.h"

G_BEGIN_DECLS

void     ex_reward_columns_append (GtkColumnView *view);

/* What is paid; "–" where nothing can be said. (transfer full) */
char    *ex_reward_amount_words   (const ExReward *reward, const char *currency);

/* Whether who is at the keyboard may see what @leader of the session's company is paid, and is to be. */
gboolean ex_reward_sees_pay       (ExSession *session, guint leader);

G_END_DECLS
