/* Private to the Rewards page: what it shows (ex-rewards-page.c) of which version (ex-rewards-page-versions.c), and what is kept of what is edited on
 * it (ex-rewards-page-edits.c). */
#pragma once

#include "ex-my-reward.h"
#include "ex-reward-editor.h"
#include "ex-reward-table.h"
#include "ex-reward-work.h"
#include "ex-rewards-page.h"
#include "ex-statement-view.h"
#include "ex-why-button.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define EX_REWARDS_TABLE_MS 120 /* after the last move of a slider, the table follows */
#define EX_REWARDS_SAVE_MS  800 /* after the last keystroke, what is typed is kept */

struct _ExRewardsPage
{
  GtkWidget        parent_instance;

  ExSession       *session;
  ExRewards       *shown;        /* (nullable) of the words, the table and the statement in view */
  ExRewardWork    *work;
  guint            version;      /* chosen; 0: as it stands, or the latest of a closed cycle */
  GArray          *versions;     /* (element-type guint) as in the drop-down */
  gboolean         filling;
  guint            table_source;
  guint            save_source;
  gboolean         saving;
  char            *statement_id; /* (nullable) whose statement is in view */

  GtkStack        *stack;
  AdwStatusPage   *nothing;
  GtkWidget       *set_curve;
  GtkWidget       *new_cycle;
  GtkWidget       *see_paid;
  GtkLabel        *caption;
  GtkDropDown     *version_list;
  GtkLabel        *sentence;
  ExWhyButton     *why;
  GtkLabel        *total;
  GtkLabel        *note;
  GtkWidget       *to_asset;
  ExMyReward      *own;
  ExRewardEditor  *editor;
  ExRewardTable   *table;
  ExStatementView *statement;
};

gboolean ex_rewards_page_is_hr          (ExRewardsPage *self);
const ExRewardTerms *ex_rewards_page_get_terms (ExRewardsPage *self); /* (nullable) of what is in view */
void     ex_rewards_page_show_company   (ExRewardsPage *self);
void     ex_rewards_page_show_statement (ExRewardsPage *self, const char *id);
/* Anew, for the draft and what if that stand now. */
void     ex_rewards_page_compute        (ExRewardsPage *self);

/* The frozen ones that were chosen, or that a closed cycle shows; NULL: as it stands. (transfer none) */
ExRewards *ex_rewards_page_get_frozen   (ExRewardsPage *self);
void     ex_rewards_page_show_versions  (ExRewardsPage *self);
void     ex_rewards_page_version_chosen (ExRewardsPage *self);
void     ex_rewards_page_see_paid       (ExRewardsPage *self);

void     ex_rewards_page_watch_edits    (ExRewardsPage *self);
void     ex_rewards_page_stop_saving    (ExRewardsPage *self);
/* The first curve of the cycle. */
void     ex_rewards_page_set_curve      (ExRewardsPage *self);

G_END_DECLS
