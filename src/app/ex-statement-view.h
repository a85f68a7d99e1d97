/* One leader's reward: how it comes about, line by line, ending in what is paid. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-reward.h"

G_BEGIN_DECLS

#define EX_TYPE_STATEMENT_VIEW (ex_statement_view_get_type ())
G_DECLARE_FINAL_TYPE (ExStatementView, ex_statement_view, EX, STATEMENT_VIEW, GtkWidget)

/* @own: of who is at the keyboard. @asking: @rewards are what would be, and the view says so. */
void ex_statement_view_show (ExStatementView *self, const ExRewards *rewards, const ExReward *reward, const ExCycle *cycle, gboolean own,
                             gboolean asking);

G_END_DECLS
