/* Which mark is the current one: the arrow keys walk, the pointer hovers, and a click or Enter activates. */
#include "config.h"

#include "ex-chart-mark.h"
#include "ex-chart-view-private.h"

/* Page Up and Page Down go this many marks at once. */
#define LEAP 10
/* Pixels that are seen above and below a mark that was walked to. */
#define ROOM_AROUND 36

int
ex_chart_view_get_mark (ExChartView *self)
{
  g_return_val_if_fail (EX_IS_CHART_VIEW (self), -1);

  if (self->hovered >= 0)
    return self->hovered;
  return gtk_widget_has_focus (self->mark) ? self->walked : -1;
}

static char *
mark_text (ExChartView *self, int mark)
{
  if (self->chart == NULL)
    return g_strdup ("");
  return mark < 0 ? ex_chart_describe (self->chart) : ex_chart_mark_text (self->chart, (guint) mark);
}

gboolean
ex_chart_view_leads (ExChartView *self, int mark)
{
  return mark >= 0 && self->chart != NULL && ex_chart_mark_key (self->chart, (guint) mark) != NULL
         && g_signal_has_handler_pending (self, g_signal_lookup ("mark-activated", EX_TYPE_CHART_VIEW), 0, TRUE);
}

void
ex_chart_view_update_words (ExChartView *self)
{
  g_autofree char *whole = mark_text (self, -1);
  g_autofree char *walked = mark_text (self, self->walked);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  ex_chart_mark_set_text (EX_CHART_MARK (self->mark), walked, self->walked < 0, ex_chart_view_leads (self, self->walked));
}

void
ex_chart_view_update_current (ExChartView *self)
{
  int current = ex_chart_view_get_mark (self);
  g_autofree char *text = current >= 0 ? mark_text (self, current) : NULL;

  gtk_label_set_label (GTK_LABEL (self->card), text != NULL ? text : "");
  if (gtk_widget_get_realized (GTK_WIDGET (self))) /* else GTK asks a window that is no more where the pointer is */
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), ex_chart_view_leads (self, self->hovered) ? "pointer" : NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The focus stays on one widget, so that nobody else scrolls after it. */
static void
scroll_to (ExChartView *self, int mark)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GtkWidget *page = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  graphene_point_t point;
  ExRect rect;

  if (page == NULL || !ex_chart_view_mark_rect (self, mark, &rect)
      || !gtk_widget_compute_point (GTK_WIDGET (self), page, &GRAPHENE_POINT_INIT ((float) rect.x, (float) rect.y), &point))
    return;
  gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), point.y - ROOM_AROUND, point.y + rect.height + ROOM_AROUND);
}

static void
walk_to (ExChartView *self, int mark)
{
  self->walked = mark;
  self->hovered = -1; /* the keyboard was used last */
  scroll_to (self, mark);
  ex_chart_view_update_words (self);
  ex_chart_view_update_current (self);
}

static void
hover (ExChartView *self, int mark)
{
  if (self->hovered == mark)
    return;
  self->hovered = mark;
  ex_chart_view_update_current (self);
}

gboolean
ex_chart_view_has_focus_inside (ExChartView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

void
ex_chart_view_update_more (ExChartView *self)
{
  gboolean wanted = self->inside || self->table != NULL || ex_chart_view_has_focus_inside (self); /* an open menu has it */

  /* Always there, so that Tab finds it; only not seen. */
  gtk_widget_set_opacity (self->more, wanted ? 1 : 0);
}

/* ---- Keyboard and pointer ---- */

static int
step (ExChartView *self, int by)
{
  int n = (int) ex_chart_n_marks (self->chart);

  if (self->walked < 0)
    return by > 0 ? MIN (0, n - 1) : n - 1;
  return CLAMP (self->walked + by, 0, n - 1);
}

/* From nowhere, up and left begin at the end. Where nothing stands above and below, up and down are the page's. */
static gboolean
go (ExChartView *self, ExWay way)
{
  gboolean upright = way == EX_WAY_UP || way == EX_WAY_DOWN;
  gboolean back = way == EX_WAY_UP || way == (ex_chart_is_mirrored (self->chart) ? EX_WAY_RIGHT : EX_WAY_LEFT);
  int next = self->walked < 0 ? step (self, back ? -1 : 1) : ex_chart_neighbour (self->chart, (guint) self->walked, way);

  if (upright && EX_CHART_GET_CLASS (self->chart)->neighbour == NULL)
    return FALSE;
  if (next >= 0)
    walk_to (self, next);

  return TRUE;
}

/* By ten marks, or where they stand above each other by ten of those. */
static gboolean
leap (ExChartView *self, ExWay way)
{
  int mark = self->walked, next = mark;

  if (EX_CHART_GET_CLASS (self->chart)->neighbour == NULL || mark < 0)
    {
      walk_to (self, step (self, way == EX_WAY_DOWN ? LEAP : -LEAP));
      return TRUE;
    }
  for (guint i = 0; i < LEAP && next >= 0; i++)
    {
      mark = next;
      next = ex_chart_neighbour (self->chart, (guint) mark, way);
    }
  walk_to (self, next >= 0 ? next : mark);

  return TRUE;
}

static gboolean
walk (ExChartView *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return go (self, EX_WAY_RIGHT);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return go (self, EX_WAY_LEFT);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return go (self, EX_WAY_UP);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return go (self, EX_WAY_DOWN);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return leap (self, EX_WAY_DOWN);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return leap (self, EX_WAY_UP);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      walk_to (self, 0);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      walk_to (self, (int) ex_chart_n_marks (self->chart) - 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
popup_at_mark (ExChartView *self)
{
  ExRect rect;

  if (ex_chart_view_mark_rect (self, self->walked, &rect))
    ex_chart_view_popup_menu (self, rect.x + rect.width / 2, rect.y + rect.height / 2);
  else
    ex_chart_view_popup_menu (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

static gboolean
mark_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, ExChartView *self)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (self->chart == NULL)
    return FALSE;
  if ((key == GDK_KEY_Menu && state == 0) || (key == GDK_KEY_F10 && state == GDK_SHIFT_MASK))
    {
      popup_at_mark (self);
      return TRUE;
    }
  if (state != 0)
    return FALSE;
  if (key == GDK_KEY_Escape && self->walked >= 0)
    {
      walk_to (self, -1);
      return TRUE;
    }
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space) && self->walked >= 0)
    {
      g_signal_emit_by_name (self, "mark-activated", (guint) self->walked);
      return TRUE;
    }

  return ex_chart_n_marks (self->chart) > 0 && walk (self, key);
}

static void
focus_cb (GtkEventController *controller, ExChartView *self)
{
  ex_chart_view_update_current (self);
  ex_chart_view_update_more (self);
}

static int
mark_at (ExChartView *self, double x, double y)
{
  return self->chart != NULL && self->table == NULL ? ex_chart_hit (self->chart, x / self->scale, y / self->scale) : -1;
}

static void
motion_cb (GtkEventController *controller, double x, double y, ExChartView *self)
{
  self->inside = TRUE;
  hover (self, mark_at (self, x, y));
  ex_chart_view_update_more (self);
}

static void
leave_cb (GtkEventController *controller, ExChartView *self)
{
  self->inside = FALSE;
  hover (self, -1);
  ex_chart_view_update_more (self);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, ExChartView *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  int mark = mark_at (self, x, y);

  if (button == GDK_BUTTON_SECONDARY)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      ex_chart_view_popup_menu (self, x, y);
    }
  else if (button == GDK_BUTTON_PRIMARY && mark >= 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_grab_focus (self->mark);
      walk_to (self, mark);
      g_signal_emit_by_name (self, "mark-activated", (guint) mark);
    }
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, ExChartView *self)
{
  ex_chart_view_popup_menu (self, x, y);
}

void
ex_chart_view_add_controllers (ExChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  g_signal_connect (key, "key-pressed", G_CALLBACK (mark_key_cb), self);
  gtk_widget_add_controller (self->mark, key);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
}
