/* What is edited on the Rewards page is kept as it is done: when a drag ends, when a field is done with, or a moment after the last keystroke. */
#include "config.h"

#include "ex-rewards-page-private.h"

#include "ex-alert.h"
#include "store/ex-store-rewards.h"

#include <glib/gi18n.h>

/* What a new curve starts from. */
#define FIRST_CURVE "2:50,5:100,8:150"

/* --- in the worker -------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  char          *cycle_id;
  ExRewardTerms *terms; /* (nullable) */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->cycle_id);
  g_clear_pointer (&change->terms, ex_reward_terms_free);
  g_free (change);
}

static Change *
change_new (ExRewardsPage *self, const ExRewardTerms *terms)
{
  Change *change = g_new0 (Change, 1);

  change->cycle_id = g_strdup (ex_reviews_get_cycle (ex_session_get_reviews (self->session))->id);
  change->terms = terms != NULL ? ex_reward_terms_copy (terms) : NULL;
  return change;
}

static gpointer
save_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_save_reward_terms (store, ((Change *) data)->cycle_id, ((Change *) data)->terms, error));
}

static gpointer
remove_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_remove_reward_terms (store, ((Change *) data)->cycle_id, error));
}

/* --- keeping ---------------------------------------------------------------------------------------------------------------------- */

static void save (ExRewardsPage *self);

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExRewardsPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ex_session_call_finish (EX_SESSION (source), result, &error) != NULL;

  self->saving = FALSE;
  if (self->session == NULL)
    return;
  if (!done)
    {
      ex_alert_error (GTK_WIDGET (self), _("What growth pays could not be kept"), error);
      ex_rewards_page_show_company (self);
    }
  else
    save (self); /* what came meanwhile */
}

static void
save (ExRewardsPage *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  /* The terms, or their cycle, may have been undone since: then there is nothing to keep a change of. */
  if (self->saving || self->session == NULL || ex_session_get_reward_terms (self->session) == NULL
      || !ex_reward_editor_can_save (self->editor))
    return;
  self->saving = TRUE;
  ex_session_write_quietly_async (self->session, N_("Set what a cycle pays by"), save_in_worker,
                                  change_new (self, ex_reward_editor_get_draft (self->editor)), change_free, NULL, NULL, saved_cb, g_object_ref (self));
  ex_reward_editor_saved (self->editor);
}

static gboolean
save_source_cb (gpointer data)
{
  ExRewardsPage *self = data;

  self->save_source = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (ExRewardsPage *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (EX_REWARDS_SAVE_MS, save_source_cb, self);
  ex_rewards_page_compute (self);
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExRewardsPage) self = data;
  g_autoptr (GError) error = NULL;

  if (ex_session_call_finish (EX_SESSION (source), result, &error) == NULL && self->session != NULL)
    ex_alert_error (GTK_WIDGET (self), _("What growth pays could not be kept"), error);
  else if (self->session != NULL && ex_session_get_reward_terms (self->session) != NULL)
    ex_reward_editor_focus (self->editor);
}

static void
remove_cb (ExRewardsPage *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  ex_session_write_async (self->session, N_("Remove what a cycle pays by"), remove_in_worker, change_new (self, NULL), change_free, NULL, NULL,
                          set_cb, g_object_ref (self));
}

void
ex_rewards_page_set_curve (ExRewardsPage *self)
{
  g_autoptr (ExRewardTerms) terms = NULL;

  if (ex_session_get_reviews (self->session) == NULL || !ex_rewards_page_is_hr (self))
    return;
  terms = ex_reward_terms_new ();
  g_array_unref (terms->curve);
  terms->curve = ex_curve_parse (FIRST_CURVE, NULL);
  ex_session_write_async (self->session, N_("Set what a cycle pays by"), save_in_worker, change_new (self, terms), change_free, NULL, NULL,
                          set_cb, g_object_ref (self));
}

/* --- what if, and going away ---------------------------------------------------------------------------------------------------------- */

static void
what_if_cb (ExRewardsPage *self)
{
  if (self->session != NULL && ex_session_get_reviews (self->session) != NULL && ex_rewards_page_get_terms (self) != NULL)
    ex_rewards_page_compute (self);
}

/* What is asked here is not what stands: another page must not be left with it. What is typed is kept. */
static void
unmapped_cb (ExRewardsPage *self)
{
  save (self);
  ex_what_if_panel_reset (ex_reward_editor_get_what_if (self->editor));
}

void
ex_rewards_page_watch_edits (ExRewardsPage *self)
{
  g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->editor, "settled", G_CALLBACK (save), self);
  g_signal_connect_swapped (self->editor, "remove", G_CALLBACK (remove_cb), self);
  g_signal_connect_swapped (ex_reward_editor_get_what_if (self->editor), "changed", G_CALLBACK (what_if_cb), self);
  g_signal_connect (self, "unmap", G_CALLBACK (unmapped_cb), NULL);
}

void
ex_rewards_page_stop_saving (ExRewardsPage *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
}
