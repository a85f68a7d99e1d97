#include "config.h"

#include "ex-cycle-close.h"

#include "core/ex-gate.h"
#include "ex-missing-dialog.h"
#include "ex-rewards-words.h"
#include "store/ex-store-asset.h"
#include "store/ex-store-reviews.h"
#include "store/ex-store-rewards.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget    *window;
  ExReviews    *reviews;
  ExAlertAnswer close;
} Closing;

/* What the worker finds: @missing with something in it, or what closing pays. */
typedef struct
{
  GPtrArray *missing; /* (element-type ExMissing) */
  ExRewards *rewards; /* (nullable) no terms */
  guint      version; /* that closing makes */
} Found;

static void
closing_free (gpointer data)
{
  Closing *closing = data;

  ex_reviews_unref (closing->reviews);
  g_object_unref (closing->window);
  g_free (closing);
}

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->missing, g_ptr_array_unref);
  g_clear_pointer (&found->rewards, ex_rewards_unref);
  g_free (found);
}

static gboolean
find_rewards (Found *found, ExStore *store, const ExReviews *reviews, GError **error)
{
  const ExCycle *cycle = ex_reviews_get_cycle (reviews);
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (ExAsset) asset = ex_store_read_asset (store, cycle, NULL, &local);

  if (local == NULL)
    found->rewards = ex_store_compute_rewards (store, reviews, asset, &local);
  if (local == NULL)
    runs = ex_store_list_reward_runs (store, cycle->id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  found->version = runs->len + 1;
  return TRUE;
}

static gpointer
find_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  ExReviews *reviews = ((Closing *) data)->reviews;
  g_autoptr (ExCloseFacts) facts = ex_store_read_close_facts (store, ex_reviews_get_cycle (reviews), error);
  Found *found;

  if (facts == NULL)
    return NULL;
  found = g_new0 (Found, 1);
  found->missing = ex_gate_close (reviews, facts);
  if (found->missing->len > 0 || find_rewards (found, store, reviews, error))
    return found;
  found_free (found);
  return NULL;
}

static void
ask (Closing *closing, const Found *found)
{
  const ExCycle *cycle = ex_reviews_get_cycle (closing->reviews);
  g_autofree char *heading = g_strdup_printf (_("Close %s?"), cycle->name);
  g_autofree char *pays = ex_rewards_closing (found->rewards, found->version);
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", pays,
    _("Nothing in it changes any more after this: no objective, check-in, rating or signature, no reward, and no customer figure of its periods. Undo "
      "does not take it back; HR can re-open the cycle with a reason, and both stay in the history."));

  ex_alert_ask (closing->window, heading, body, _("_Close the Cycle"), TRUE, closing->close, g_strdup (cycle->id), g_free);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Closing *closing = data;
  g_autoptr (GError) error = NULL;
  Found *found = ex_session_call_finish (EX_SESSION (source), result, &error);

  if (found == NULL)
    ex_alert_error (closing->window, _("The cycle could not be closed"), error);
  else if (found->missing->len == 0)
    ask (closing, found);
  else
    {
      g_autofree char *heading = g_strdup_printf (_("%s cannot be closed yet"), ex_reviews_get_cycle (closing->reviews)->name);

      ex_missing_dialog_present (closing->window, heading, found->missing, closing->reviews);
    }
  g_clear_pointer (&found, found_free);
  closing_free (closing);
}

void
ex_cycle_close_ask (GtkWidget *window, ExSession *session, ExAlertAnswer close)
{
  Closing *closing;

  g_return_if_fail (GTK_IS_WIDGET (window));
  g_return_if_fail (EX_IS_SESSION (session));

  if (ex_session_get_reviews (session) == NULL)
    return;
  closing = g_new0 (Closing, 1);
  closing->window = g_object_ref (window);
  closing->reviews = ex_reviews_ref (ex_session_get_reviews (session));
  closing->close = close;
  ex_session_read_async (session, find_in_worker, closing, NULL, found_free, NULL, found_cb, closing);
}
