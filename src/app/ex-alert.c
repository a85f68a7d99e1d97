#include "config.h"

#include "ex-alert.h"

#include "core/ex-format.h"
#include "ex-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What still fits a toast. */
#define TOAST_CHARS 90
/* Of the reasons: each is a widget of its own. */
#define MOST_LINES 200

typedef struct
{
  GtkWidget     *parent;
  ExAlertAnswer  answer;
  gpointer       data;
  GDestroyNotify destroy;
} Question;

static void
question_free (Question *question)
{
  if (question->destroy != NULL)
    question->destroy (question->data);
  g_clear_object (&question->parent);
  g_free (question);
}

/* One that was closed while something was still under way has no place for a message any more. */
static GtkWindow *
window_of (GtkWidget *parent)
{
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;

  return GTK_IS_WINDOW (root) && gtk_widget_get_realized (GTK_WIDGET (root)) ? GTK_WINDOW (root) : NULL;
}

static void
add_reason (GtkWidget *list, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "reason");
  gtk_list_box_append (GTK_LIST_BOX (list), label);
}

/* The reasons, one a line, where a page of them still fits the screen. */
static GtkWidget *
reasons_new (char **lines)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  guint n = g_strv_length (lines);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  for (guint i = 0; i < MIN (n, MOST_LINES); i++)
    add_reason (list, lines[i]);
  if (n > MOST_LINES)
    {
      g_autofree char *number = ex_format_integer (n - MOST_LINES);
      g_autofree char *more = g_strdup_printf (ngettext ("and %s more", "and %s more", n - MOST_LINES), number);

      add_reason (list, more);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reasons"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 280);
  return scroller;
}

void
ex_alert_show (GtkWidget *parent, const char *heading, const char *body)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  AdwMessageDialog *dialog;

  g_return_if_fail (heading != NULL);
  g_return_if_fail (body != NULL);

  text = g_strchomp (g_strdup (body));
  lines = g_strsplit (text, "\n", -1);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window_of (parent), heading, lines[0] != NULL ? lines[0] : ""));
  if (lines[0] != NULL && lines[1] != NULL)
    adw_message_dialog_set_extra_child (dialog, reasons_new (lines + 1));
  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

void
ex_alert_error (GtkWidget *parent, const char *heading, const GError *error)
{
  gboolean is_short;

  g_return_if_fail (heading != NULL);
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  is_short = strchr (error->message, '\n') == NULL && g_utf8_strlen (error->message, -1) <= TOAST_CHARS;
  if (is_short && EX_IS_WINDOW (window_of (parent)))
    ex_window_toast (parent, error->message);
  else
    ex_alert_show (parent, heading, error->message);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Question *question = data;

  if (g_str_equal (response, "yes"))
    question->answer (question->parent, question->data);
}

void
ex_alert_ask (GtkWidget *parent, const char *heading, const char *body, const char *yes, gboolean destructive,
              ExAlertAnswer answer, gpointer data, GDestroyNotify destroy)
{
  AdwMessageDialog *dialog;
  Question *question;

  g_return_if_fail (heading != NULL);
  g_return_if_fail (yes != NULL);
  g_return_if_fail (answer != NULL);

  question = g_new0 (Question, 1);
  question->parent = parent != NULL ? g_object_ref (parent) : NULL;
  question->answer = answer;
  question->data = data;
  question->destroy = destroy;

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window_of (parent), heading, body));
  adw_message_dialog_add_response (dialog, "no", _("_Cancel"));
  adw_message_dialog_add_response (dialog, "yes", yes);
  adw_message_dialog_set_response_appearance (dialog, "yes", destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, destructive ? "no" : "yes");
  adw_message_dialog_set_close_response (dialog, "no");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, (GClosureNotify) question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
