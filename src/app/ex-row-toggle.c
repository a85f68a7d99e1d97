#include "config.h"

#include "ex-row-toggle.h"

#define MARK "row-toggle-item" /* on the child of a cell: its GtkListItem */
#define HELD (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)
#define DEPTH 3                /* from a row to the child of its first cell */

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (item)), MARK, item);
}

void
ex_row_toggle_mark (GtkListItemFactory *factory)
{
  g_return_if_fail (GTK_IS_SIGNAL_LIST_ITEM_FACTORY (factory));

  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
}

/* (nullable) of the row that @widget is, is in, or is the cell of */
static GtkListItem *
find_item (GtkWidget *widget, GtkWidget *view)
{
  for (; widget != NULL && widget != view; widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *below = widget;

      for (guint depth = 0; depth < DEPTH && below != NULL; depth++, below = gtk_widget_get_first_child (below))
        if (g_object_get_data (G_OBJECT (below), MARK) != NULL)
          return g_object_get_data (G_OBJECT (below), MARK);
    }
  return NULL;
}

static gboolean
toggle (GtkColumnView *view, GtkWidget *widget)
{
  GtkSelectionModel *model = gtk_column_view_get_model (view);
  GtkListItem *item = widget != NULL ? find_item (widget, GTK_WIDGET (view)) : NULL;
  guint position = item != NULL ? gtk_list_item_get_position (item) : GTK_INVALID_LIST_POSITION;

  if (model == NULL || position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  if (gtk_selection_model_is_selected (model, position))
    gtk_selection_model_unselect_item (model, position);
  else
    gtk_selection_model_select_item (model, position, FALSE);
  return TRUE;
}

static void
focus_row (GtkListItem *item)
{
  GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (item));

  gtk_widget_grab_focus (gtk_widget_get_parent (cell));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkColumnView *view)
{
  GtkWidget *clicked = gtk_widget_pick (GTK_WIDGET (view), x, y, GTK_PICK_DEFAULT);

  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if ((modifiers & HELD) != GDK_CONTROL_MASK || !toggle (view, clicked))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  focus_row (find_item (clicked, GTK_WIDGET (view)));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, GtkColumnView *view)
{
  if ((key != GDK_KEY_space && key != GDK_KEY_KP_Space) || (modifiers & HELD) != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;
  return toggle (view, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (view)))) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

void
ex_row_toggle_add (GtkColumnView *view)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
}
