/* What a cycle pays by, besides its curve: measure, gate, the company's share, the cap of the own factor, the pool. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-company.h"
#include "core/ex-reward.h"

G_BEGIN_DECLS

#define EX_TYPE_REWARD_FORM (ex_reward_form_get_type ())
G_DECLARE_FINAL_TYPE (ExRewardForm, ex_reward_form, EX, REWARD_FORM, GtkBox)

/* Fields that say the same already are left as they are typed. */
void     ex_reward_form_fill         (ExRewardForm *self, const ExRewardTerms *terms, const ExCompanyInfo *info);
/* Sets everything of @terms but the curve. FALSE: a field cannot be read, or says what cannot be; what would be right stands beside it. */
gboolean ex_reward_form_read         (ExRewardForm *self, ExRewardTerms *terms);
void     ex_reward_form_set_editable (ExRewardForm *self, gboolean editable);

/* Signals: "changed" (): on every keystroke; "settled" (): a field is done with, or a choice is made. */

G_END_DECLS
