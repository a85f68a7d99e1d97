/* "Your reward so far": a row that leads to one's own statement. */
#pragma once

#include "ex-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EX_TYPE_MY_REWARD (ex_my_reward_get_type ())
G_DECLARE_FINAL_TYPE (ExMyReward, ex_my_reward, EX, MY_REWARD, GtkWidget)

GtkWidget *ex_my_reward_new   (void);
/* What @rewards say of @leader_id; hides itself without: @rewards (nullable), nothing of that leader in them. */
void       ex_my_reward_show  (ExMyReward *self, const ExRewards *rewards, const char *leader_id);
void       ex_my_reward_focus (ExMyReward *self);

G_END_DECLS
