/* What a cycle pays by, to look at and to edit: the chart with its points to drag, the points to type, the other terms, and what if. It keeps a draft;
 * whoever shows it saves. */
#pragma once

#include <gtk/gtk.h>

#include "company/ex-reward-chart.h"
#include "core/ex-company.h"
#include "ex-what-if-panel.h"

G_BEGIN_DECLS

#define EX_TYPE_REWARD_EDITOR (ex_reward_editor_get_type ())
G_DECLARE_FINAL_TYPE (ExRewardEditor, ex_reward_editor, EX, REWARD_EDITOR, GtkWidget)

/* @terms as they are kept: when they are those that were shown before, what is being typed stays. */
void                 ex_reward_editor_show        (ExRewardEditor *self, const ExRewardTerms *terms, const ExCompanyInfo *info, gboolean editable);
/* Back to what was shown last, whatever is typed. */
void                 ex_reward_editor_revert      (ExRewardEditor *self);
void                 ex_reward_editor_set_growth  (ExRewardEditor *self, const ExRewardGrowth *growth);
/* The last terms that can be kept: as they are typed, while that is something. */
const ExRewardTerms *ex_reward_editor_get_draft   (ExRewardEditor *self);
/* They differ from what is kept, no point is being dragged, and nothing that cannot be is typed. */
gboolean             ex_reward_editor_can_save    (ExRewardEditor *self);
/* The draft is what is kept from here on. */
void                 ex_reward_editor_saved       (ExRewardEditor *self);
ExWhatIfPanel       *ex_reward_editor_get_what_if (ExRewardEditor *self);
void                 ex_reward_editor_focus       (ExRewardEditor *self);

/* Signals: "changed" (): there is another draft; "settled" (): a drag has ended, a field is done with; "remove" (): the terms shall go. */

G_END_DECLS
