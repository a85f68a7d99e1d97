/* Toasts: one at a time, the newest. */
#include "config.h"

#include "ex-window-private.h"

#include <glib/gi18n.h>

/* A toast that is still moving into view must not be dismissed: libadwaita 1.2 frees it twice then. It is given the new words instead. */
#define MOVING_MS 1500

static void
dismissed_cb (AdwToast *toast, ExWindow *self)
{
  if (self->toast == toast)
    g_clear_weak_pointer (&self->toast);
}

static void
reword (AdwToast *shown, AdwToast *toast)
{
  adw_toast_set_title (shown, adw_toast_get_title (toast));
  /* An action never stands without its target, not for a moment: GTK would warn. */
  if (adw_toast_get_action_name (toast) == NULL)
    adw_toast_set_action_name (shown, NULL);
  adw_toast_set_action_target_value (shown, adw_toast_get_action_target_value (toast));
  adw_toast_set_action_name (shown, adw_toast_get_action_name (toast));
  adw_toast_set_button_label (shown, adw_toast_get_button_label (toast));
}

void
ex_window_show_toast (ExWindow *self, AdwToast *toast)
{
  gint64 now = g_get_monotonic_time ();

  if (self->toast != NULL && now - self->toast_began < MOVING_MS * 1000)
    {
      reword (self->toast, toast);
      g_object_unref (toast);
      return;
    }
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
  g_set_weak_pointer (&self->toast, toast);
  self->toast_began = now;
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
ex_window_toast (GtkWidget *widget, const char *text)
{
  g_autofree char *markup = NULL;
  GtkWidget *window;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  window = gtk_widget_get_ancestor (widget, EX_TYPE_WINDOW);
  if (window == NULL)
    return;
  markup = g_markup_escape_text (text, -1);
  ex_window_show_toast (EX_WINDOW (window), adw_toast_new (markup));
}

void
ex_window_amend_toast (GtkWidget *widget, const char *text)
{
  g_autofree char *markup = NULL;
  g_autofree char *title = NULL;
  GtkWidget *window;
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  window = gtk_widget_get_ancestor (widget, EX_TYPE_WINDOW);
  toast = window != NULL ? EX_WINDOW (window)->toast : NULL;
  if (toast == NULL)
    return;
  markup = g_markup_escape_text (text, -1);
  /* Translators: what was done, and how much of it: "Leaders imported: a.csv (60 rows: 60 new)" */
  title = g_strdup_printf (_("%s (%s)"), adw_toast_get_title (toast), markup);
  adw_toast_set_title (toast, title);
}
