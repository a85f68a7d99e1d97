/* One leader's reward: how it comes about, line by line, ending in what is paid. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-reward.h"

G_BEGIN_DECLS

#define EX_TYPE_STATEMENT_VIEW (ex_statement_view_get_type ())
G_DECLARE_FINAL_TYPE (ExStatementView, ex_statement_view, EX, STATEMENT_VIEW, GtkWidget)

/* @note: (nullable) what holds besides: "What if: nothing of this is kept". */
void ex_statement_view_show (ExStatementView *self, const ExRewards *rewards, const ExReward *reward, const char *cycle, gboolean own, const char *note);

G_END_DECLS
