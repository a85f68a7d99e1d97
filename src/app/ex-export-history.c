/* Statements of rewards, and what was done. */
#include "config.h"

#include "ex-export-rows.h"

#include "company/ex-tables.h"
#include "ex-review-words.h"
#include "ex-reward-rows.h"

#include <glib/gi18n.h>

#define PAGE 1000

/* --- rewards ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExRewards *rewards;
  ExCompany *company;
  ExReviews *reviews; /* (nullable) */
  int        viewer;
  char      *text;
  int        order;
  gboolean   descending;
} Statements;

static void
statements_free (gpointer data)
{
  Statements *self = data;

  ex_rewards_unref (self->rewards);
  ex_company_unref (self->company);
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  g_free (self->text);
  g_free (self);
}

/* Of the frozen ones there are only those that the actor may see. */
static gboolean
is_visible (const Statements *self, const ExReward *reward)
{
  return self->rewards->version > 0 || (self->reviews != NULL && ex_reward_is_visible (self->reviews, self->viewer, reward->leader));
}

static gboolean
fill_rewards (const ExExportRun *run, gpointer data, GError **error)
{
  const Statements *self = data;
  g_autoptr (GArray) indexes = ex_reward_rows_find (self->rewards, self->company, self->text, self->order, self->descending);

  for (guint i = 0; i < indexes->len && !ex_table_is_over (run->table); i++)
    {
      const ExReward *reward = g_ptr_array_index (self->rewards->rewards, g_array_index (indexes, guint, i));

      if (is_visible (self, reward))
        ex_table_add_reward (run->table, self->rewards, reward);
    }
  return TRUE;
}

ExExport *
ex_export_rewards (ExSession *session, ExRewards *rewards, const char *text, int order, gboolean descending)
{
  ExReviews *reviews = ex_session_get_reviews (session);
  Statements *self = g_new0 (Statements, 1);

  self->rewards = ex_rewards_ref (rewards);
  self->company = ex_company_ref (ex_session_get_company (session));
  self->reviews = reviews != NULL ? ex_reviews_ref (reviews) : NULL;
  self->viewer = ex_review_viewer (session);
  self->text = g_strdup (text);
  self->order = order;
  self->descending = descending;
  return ex_export_new (_("Rewards"), ex_table_rewards, fill_rewards, self, statements_free);
}

/* --- history ---------------------------------------------------------------------------------------------------------- */

static void
filter_free (gpointer data)
{
  ExHistoryFilter *self = data;

  g_free ((char *) self->leader);
  g_free ((char *) self->page);
  g_free ((char *) self->person);
  g_free (self);
}

/* Newest first, page after page, as long as there are any. */
static gboolean
fill_history (const ExExportRun *run, gpointer data, GError **error)
{
  gint64 before = 0, newest = 0;
  guint n;

  do
    {
      g_autoptr (GPtrArray) actions = ex_store_list_actions (run->store, data, before, PAGE, error);

      if (actions == NULL)
        return FALSE;
      n = actions->len;
      for (guint i = 0; i < n; i++)
        {
          const ExAction *action = g_ptr_array_index (actions, i);

          before = action->number;
          newest = MAX (newest, before);
          ex_table_add_action (run->table, action);
        }
      run->progress (newest > 0 ? 1 - (double) before / newest : 1, run->progress_data);
    }
  while (n == PAGE && !ex_table_is_over (run->table));
  return TRUE;
}

ExExport *
ex_export_history (const ExHistoryFilter *filter)
{
  ExHistoryFilter *copy = g_memdup2 (filter, sizeof *filter);

  copy->leader = g_strdup (filter->leader);
  copy->page = g_strdup (filter->page);
  copy->person = g_strdup (filter->person);
  return ex_export_new (_("What Was Done"), ex_table_history, fill_history, copy, filter_free);
}
