#include "config.h"

#include "ex-review-remind.h"

#include "company/ex-reminder-words.h"
#include "core/ex-format.h"
#include "ex-alert.h"
#include "ex-review-words.h"
#include "ex-window.h"

#include <glib/gi18n.h>

/* More drafts than that nobody sends by hand. */
#define MOST_DRAFTS 8
/* What each of more has to do takes a while to find out: a thread does. */
#define WRITTEN_AT_ONCE 50

/* --- opening a draft ------------------------------------------------------------------------------------------------------------------------- */

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) parent = data;
  g_autoptr (GError) error = NULL;

  /* What GIO says of it, "Operation not supported", helps nobody. */
  if (!g_app_info_launch_default_for_uri_finish (result, &error) && gtk_widget_get_root (parent) != NULL)
    ex_window_toast (parent, _("No mail program could be opened"));
}

static void
launch (GtkWidget *parent, const char *uri)
{
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (parent));

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb, g_object_ref (parent));
}

static void (* opener) (GtkWidget *parent, const char *uri) = launch;

void
ex_review_remind_set_opener (void (* open) (GtkWidget *parent, const char *uri))
{
  opener = open != NULL ? open : launch;
}

/* --- to whom ----------------------------------------------------------------------------------------------------------------------------------- */

/* (transfer full) (element-type guint) whom the reviews wait for, each once, but for who is at the keyboard. */
static GArray *
list_waited_for (const ExReviews *reviews, const char * const *leader_ids, int viewer)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *leaders = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; leader_ids[i] != NULL; i++)
    {
      int leader = ex_company_find_leader (ex_reviews_get_company (reviews), leader_ids[i]);
      int waiting = EX_NO_ONE;
      g_autofree char *summary = leader >= 0 ? ex_review_summary (reviews, (guint) leader, &waiting) : NULL;

      if (waiting >= 0 && waiting != viewer && g_hash_table_add (seen, GINT_TO_POINTER (waiting)))
        g_array_append_val (leaders, waiting);
    }
  return leaders;
}

/* --- what is said ------------------------------------------------------------------------------------------------------------------------------- */

static void
say_unreached (GtkWidget *parent, const ExReminders *reminders)
{
  g_autofree char *number = ex_format_integer (reminders->unreached->len);
  g_autofree char *heading = g_strdup_printf (ngettext ("%s leader has no e-mail address", "%s leaders have no e-mail address",
                                                        reminders->unreached->len), number);
  g_autoptr (GString) body = g_string_new (_("Remind them in person, or add their addresses on the Leaders page:"));

  for (guint i = 0; i < reminders->unreached->len; i++)
    g_string_append_printf (body, "\n%s", (const char *) g_ptr_array_index (reminders->unreached, i));
  ex_alert_show (parent, heading, body->str);
}

static void
say_reminded (GtkWidget *parent, guint n)
{
  g_autofree char *number = ex_format_integer (n);
  g_autofree char *words = g_strdup_printf (ngettext ("A mail to %s leader is ready to be sent", "A mail to %s leaders is ready to be sent", n), number);

  ex_window_toast (parent, words);
}

/* TRUE: there are drafts, and not too many. */
static gboolean
can_open (GtkWidget *parent, const ExReminders *reminders)
{
  g_autofree char *number = ex_format_integer (reminders->reminded);
  g_autofree char *body = NULL;

  if (reminders->uris->len <= MOST_DRAFTS)
    return reminders->uris->len > 0;
  body = g_strdup_printf (_("A mail to %s leaders does not fit into a few drafts. Select fewer: a level or a unit at a time."), number);
  ex_alert_show (parent, _("These are too many for one mail"), body);
  return FALSE;
}

static void
open_drafts (GtkWidget *parent, const ExReminders *reminders)
{
  if (reminders->uris->len == 0 && reminders->unreached->len == 0)
    {
      ex_window_toast (parent, _("Nobody else is being waited for"));
      return;
    }
  if (can_open (parent, reminders))
    {
      for (guint i = 0; i < reminders->uris->len; i++)
        opener (parent, g_ptr_array_index (reminders->uris, i));
      say_reminded (parent, reminders->reminded);
    }
  if (reminders->unreached->len > 0)
    say_unreached (parent, reminders);
}

/* --- doors ---------------------------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExReviews *reviews;
  GArray    *leaders; /* (element-type guint) */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  ex_reviews_unref (writing->reviews);
  g_array_unref (writing->leaders);
  g_free (writing);
}

static ExReminders *
write_drafts (const Writing *writing)
{
  return ex_reminders_new (writing->reviews, (const guint *) (void *) writing->leaders->data, writing->leaders->len);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, write_drafts (data), (GDestroyNotify) ex_reminders_free);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExReminders) reminders = g_task_propagate_pointer (G_TASK (result), NULL);

  if (gtk_widget_get_root (GTK_WIDGET (source)) != NULL)
    open_drafts (GTK_WIDGET (source), reminders);
}

void
ex_review_remind (GtkWidget *parent, ExSession *session, const char * const *leader_ids)
{
  ExReviews *reviews;
  g_autoptr (GTask) task = NULL;
  Writing *writing;

  g_return_if_fail (GTK_IS_WIDGET (parent) && EX_IS_SESSION (session));
  g_return_if_fail (leader_ids != NULL);

  reviews = ex_session_get_reviews (session);
  if (reviews == NULL)
    return;
  task = g_task_new (parent, NULL, written_cb, NULL);
  writing = g_new (Writing, 1);
  *writing = (Writing) { ex_reviews_ref (reviews), list_waited_for (reviews, leader_ids, ex_review_viewer (session)) };
  g_task_set_task_data (task, writing, writing_free);
  if (writing->leaders->len > WRITTEN_AT_ONCE)
    g_task_run_in_thread (task, write_in_thread);
  else
    {
      g_autoptr (ExReminders) reminders = write_drafts (writing);

      open_drafts (parent, reminders);
    }
}
