/* Undo and redo from the keyboard, the header bar and the toasts. */
#include "config.h"

#include "ex-window-private.h"

#include "ex-action-words.h"
#include "ex-alert.h"

#include <glib/gi18n.h>
#include <string.h>

/* As the store names an undo in its history. */
#define UNDO_PREFIX "Undo: "

void
ex_window_update_undo (ExWindow *self)
{
  const ExAction *undo = self->session != NULL ? ex_session_get_undo (self->session) : NULL;
  const ExAction *redo = self->session != NULL ? ex_session_get_redo (self->session) : NULL;
  g_autofree char *text = ex_action_undo_text (undo);
  /* Translators: what the button does, and its key */
  g_autofree char *tooltip = g_strdup_printf (_("%s (Ctrl+Z)"), text);

  gtk_widget_set_tooltip_text (self->undo_button, undo != NULL ? tooltip : text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
}

/* --- toasts ----------------------------------------------------------------------------------------------------------- */

void
ex_window_written_cb (ExSession *session, const ExAction *action, ExWindow *self)
{
  g_autofree char *text = ex_action_done (action);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (ex_action_can_undo (action))
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_target (toast, "x", action->number);
      adw_toast_set_action_name (toast, "win.undo-action");
    }
  ex_window_show_toast (self, toast);
}

/* “Edit a leader”: Ana Okafor */
static char *
quote_action (const ExAction *action)
{
  g_autofree char *name = ex_action_describe (action);
  g_autofree char *subject = ex_action_subject (action);

  if (subject == NULL)
    return g_strdup_printf (_("“%s”"), name);
  return g_strdup_printf (_("“%s”: %s"), name, subject);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExAction) action = ex_session_undo_finish (EX_SESSION (source), result, &error);

  if (action != NULL)
    {
      g_autofree char *name = quote_action (action);
      g_autofree char *text = g_strdup_printf (_("Undone: %s"), name);
      ex_window_toast (GTK_WIDGET (self), text);
    }
  else
    ex_alert_error (GTK_WIDGET (self), _("This cannot be undone"), error);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExAction) action = ex_session_undo_finish (EX_SESSION (source), result, &error);

  if (action != NULL)
    {
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;

      /* To redo is to undo an undo: it is what had been undone that is done again. */
      if (g_str_has_prefix (action->name, UNDO_PREFIX))
        memmove (action->name, action->name + strlen (UNDO_PREFIX), strlen (action->name + strlen (UNDO_PREFIX)) + 1);
      name = quote_action (action);
      text = g_strdup_printf (_("Done again: %s"), name);
      ex_window_toast (GTK_WIDGET (self), text);
    }
  else
    ex_alert_error (GTK_WIDGET (self), _("This cannot be done again"), error);
}

void
ex_window_undo (ExWindow *self, gint64 action)
{
  if (self->session != NULL)
    ex_session_undo_async (self->session, action, undone_cb, g_object_ref (self));
}

void
ex_window_redo (ExWindow *self)
{
  if (self->session != NULL)
    ex_session_redo_async (self->session, redone_cb, g_object_ref (self));
}

/* --- keys ------------------------------------------------------------------------------------------------------------- */

/* While text is edited, Ctrl+Z takes back typing; an entry that stands as it was found leaves the key to the company. */
static gboolean
text_takes_undo (ExWindow *self)
{
  if (GTK_IS_TEXT_VIEW (self->focus))
    return gtk_text_buffer_get_can_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->focus)));
  return self->focus_text != NULL && !g_str_equal (self->focus_text, gtk_editable_get_text (GTK_EDITABLE (self->focus)));
}

static gboolean
text_takes_redo (ExWindow *self)
{
  if (GTK_IS_TEXT_VIEW (self->focus))
    return gtk_text_buffer_get_can_redo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->focus)));
  return self->focus_text != NULL && self->focus_edited;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, ExWindow *self)
{
  const GdkModifierType control = GDK_CONTROL_MASK, control_shift = GDK_CONTROL_MASK | GDK_SHIFT_MASK;
  GdkModifierType held = modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  guint letter = gdk_keyval_to_lower (key);
  gboolean undo = letter == GDK_KEY_z && held == control;
  gboolean redo = (letter == GDK_KEY_z && held == control_shift) || (letter == GDK_KEY_y && held == control);

  if (self->session == NULL || !(undo || redo))
    return GDK_EVENT_PROPAGATE;
  if (undo ? text_takes_undo (self) : text_takes_redo (self))
    return GDK_EVENT_PROPAGATE;
  if (undo)
    ex_window_undo (self, 0);
  else
    ex_window_redo (self);
  return GDK_EVENT_STOP;
}

static void
edited_cb (GtkEditable *editable, ExWindow *self)
{
  self->focus_edited = TRUE;
}

static void
focus_cb (GtkWindow *window, GParamSpec *pspec, gpointer data)
{
  ExWindow *self = EX_WINDOW (window);
  GtkWidget *focus = gtk_window_get_focus (window);

  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_func (self->focus, edited_cb, self);
  g_clear_pointer (&self->focus_text, g_free);
  self->focus_edited = FALSE;
  g_set_weak_pointer (&self->focus, GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus) ? focus : NULL);
  if (GTK_IS_TEXT (self->focus))
    {
      self->focus_text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->focus)));
      g_signal_connect_object (self->focus, "changed", G_CALLBACK (edited_cb), self, 0);
    }
}

void
ex_window_init_undo (ExWindow *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  /* Before the text field that has the focus, which would swallow the key even with nothing to take back. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
}
