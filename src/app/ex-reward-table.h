/* Everybody's statement in a table: searched, sorted, and added up beneath. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-company.h"
#include "core/ex-reward.h"
#include "ex-export.h"

G_BEGIN_DECLS

#define EX_TYPE_REWARD_TABLE (ex_reward_table_get_type ())
G_DECLARE_FINAL_TYPE (ExRewardTable, ex_reward_table, EX, REWARD_TABLE, GtkBox)

/* @rewards: (nullable) none, and the table is empty. Whose rows are in view, and where it is scrolled to, stays. */
void ex_reward_table_show       (ExRewardTable *self, ExRewards *rewards, ExCompany *company);
void ex_reward_table_set_search (ExRewardTable *self, const char *text);
void ex_reward_table_focus      (ExRewardTable *self);
/* What it shows, for export. (transfer full) (nullable) */
ExExport *ex_reward_table_get_export (ExRewardTable *self, ExSession *session);

/* Signal: "statement" (const char *leader_id): a row was activated. */

G_END_DECLS
