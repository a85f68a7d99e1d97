/* The keyboard of the wall, as its header tells it, and the pointer, which goes away when it rests. */
#include "config.h"

#include "ex-wall-private.h"

#define REST_SECONDS 3 /* then the pointer and the edge fade */

/* --- rest: the pointer and the edge fade --------------------------------------------------------------------------------------------------------- */

static gboolean
rest_cb (gpointer data)
{
  ExWall *self = data;

  self->rest_id = 0;
  gtk_widget_add_css_class (self->edge, "resting");
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  return G_SOURCE_REMOVE;
}

void
ex_wall_wake (ExWall *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  gtk_widget_remove_css_class (self->edge, "resting");
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  self->rest_id = g_timeout_add_seconds (REST_SECONDS, rest_cb, self);
}

/* --- the keyboard -------------------------------------------------------------------------------------------------------------------------------------------- */

gboolean
ex_wall_is_inside (ExWall *self)
{
  GtkWidget *focus;

  g_return_val_if_fail (EX_IS_WALL (self), FALSE);

  focus = gtk_window_get_focus (GTK_WINDOW (self));
  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));
}

static gboolean
enter_chart (ExWall *self)
{
  if (ex_chart_view_get_chart (self->view) == NULL || ex_chart_n_marks (ex_chart_view_get_chart (self->view)) == 0)
    return TRUE;
  return gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/* Whatever has the focus. */
static gboolean
key_anywhere (ExWall *self, guint key, GdkModifierType state)
{
  if (key == GDK_KEY_F11 && state == 0)
    {
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    }
  if ((key == GDK_KEY_BackSpace && state == 0) || (key == GDK_KEY_Left && state == GDK_ALT_MASK) || key == GDK_KEY_Back)
    {
      ex_wall_go_up (self);
      return TRUE;
    }
  return FALSE;
}

static gboolean
key_outside (ExWall *self, guint key)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      ex_wall_step (self, rtl ? -1 : 1);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      ex_wall_step (self, rtl ? 1 : -1);
      return TRUE;
    case GDK_KEY_space:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
    case GDK_KEY_Down:
      ex_wall_step (self, 1);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_Up:
      ex_wall_step (self, -1);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      ex_wall_go_to_end (self, FALSE);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      ex_wall_go_to_end (self, TRUE);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Tab:
      return enter_chart (self);
    case GDK_KEY_Escape:
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED, GdkModifierType state, ExWall *self)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  ex_wall_wake (self);
  if (key_anywhere (self, key, state))
    return TRUE;
  if (state != 0)
    return FALSE;
  if (!ex_wall_is_inside (self))
    return key_outside (self, key);
  if (key == GDK_KEY_Escape)
    {
      ex_wall_leave_chart (self);
      return TRUE;
    }
  return FALSE;
}

void
ex_wall_add_controllers (ExWall *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  /* Before the chart, whose arrow keys count only inside it. */
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_object (motion, "motion", G_CALLBACK (ex_wall_wake), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
