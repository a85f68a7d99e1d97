/* Rows of the table of statements: a list of indexes into an ExRewards, each made into an item only when it is looked at; and which of them, in what
 * order. */
#pragma once

#include <gio/gio.h>

#include "core/ex-reward.h"

G_BEGIN_DECLS

#define EX_TYPE_REWARD_ROW (ex_reward_row_get_type ())
G_DECLARE_FINAL_TYPE (ExRewardRow, ex_reward_row, EX, REWARD_ROW, GObject)

ExRewards      *ex_reward_row_get_rewards (ExRewardRow *self);
const ExReward *ex_reward_row_get         (ExRewardRow *self);
/* Signal: "changed" (): the same leader, other figures. */

#define EX_TYPE_REWARD_ROWS (ex_reward_rows_get_type ())
G_DECLARE_FINAL_TYPE (ExRewardRows, ex_reward_rows, EX, REWARD_ROWS, GObject)

ExRewardRows *ex_reward_rows_new (void);
/* @rewards: (nullable) none, and the list is empty. @indexes: (transfer full) (element-type guint) (nullable) with none. */
void          ex_reward_rows_set (ExRewardRows *self, ExRewards *rewards, GArray *indexes);

/* Other figures of the same people in the same order: every row stays, and says so by "changed", those near position @near first. FALSE: they are not
 * the same, and nothing is done. */
gboolean      ex_reward_rows_update (ExRewardRows *self, ExRewards *rewards, const GArray *indexes, guint near);

/* --- which, and in what order ------------------------------------------------------------------------------------------------ */

typedef enum
{
  EX_REWARD_BY_NAME = 1, /* 0: as the company has them */
  EX_REWARD_BY_TARGET,
  EX_REWARD_BY_COMPANY_FACTOR,
  EX_REWARD_BY_OWN_FACTOR,
  EX_REWARD_BY_PRORATION,
  EX_REWARD_BY_REWARD,
} ExRewardOrder;

/* Every word of @text (nullable) is found in the name, the id, the title or the unit. What is not set comes last, whichever way.
 * (transfer full) (element-type guint). */
GArray *ex_reward_rows_find        (ExRewards *rewards, ExCompany *company, const char *text, int order, gboolean descending);
/* The same in a thread; nothing is handed out of a cancelled one. */
void    ex_reward_rows_find_async  (ExRewards *rewards, ExCompany *company, const char *text, int order, gboolean descending,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GArray *ex_reward_rows_find_finish (GAsyncResult *result);

G_END_DECLS
