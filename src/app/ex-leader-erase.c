#include "config.h"

#include "ex-leader-erase.h"

#include "ex-alert.h"
#include "store/ex-store-reviews.h"

#include <glib/gi18n.h>

typedef struct
{
  ExSession *session;
  char      *id;
} Erasing;

static void
erasing_free (gpointer data)
{
  Erasing *self = data;

  g_clear_object (&self->session);
  g_free (self->id);
  g_free (self);
}

gboolean
ex_leader_erase_is_offered (ExSession *session, const ExLeader *leader)
{
  g_return_val_if_fail (EX_IS_SESSION (session) && leader != NULL, FALSE);

  return leader->to != EX_DAY_NONE && leader->to < ex_company_get_today (ex_session_get_company (session))
         && g_str_equal (ex_session_get_actor (session), EX_STORE_HR);
}

static gpointer
erase_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_erase_leader (store, data, error));
}

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) parent = data;
  g_autoptr (GError) error = NULL;

  ex_session_call_finish (EX_SESSION (source), result, &error);
  if (error != NULL && gtk_widget_get_root (parent) != NULL)
    ex_alert_error (parent, _("The personal data could not be erased"), error);
}

static void
answered_cb (GtkWidget *parent, gpointer data)
{
  const Erasing *erasing = data;

  ex_session_write_async (erasing->session, N_("Erase personal data"), erase_in_worker, g_strdup (erasing->id), g_free, NULL, NULL,
                          erased_cb, g_object_ref (parent));
}

void
ex_leader_erase_ask (GtkWidget *parent, ExSession *session, const ExLeader *leader)
{
  Erasing *erasing;
  g_autofree char *heading = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent) && EX_IS_SESSION (session) && leader != NULL);

  heading = g_strdup_printf (_("Erase the personal data of %s?"), leader->name);
  erasing = g_new (Erasing, 1);
  *erasing = (Erasing) { g_object_ref (session), g_strdup (leader->id) };
  ex_alert_ask (parent, heading,
                _("What goes, from the history, too: name, title, e-mail address, and everything that was written about them or by them – notes, comments, "
                  "reasons, evidence.\n\n"
                  "What stays: figures, ratings, the titles of objectives, the identifier, and the proof that nobody tampered with the history.\n\n"
                  "This cannot be undone. Backups and copies of the file are not touched: delete them, or erase there, too."),
                _("_Erase for Good"), TRUE, answered_cb, erasing, erasing_free);
}
