#include "config.h"

#include "ex-curve-handles.h"

#include "core/ex-quantity.h"
#include "ex-curve-handle.h"
#include "ex-curve-points.h"

#include <glib/gi18n.h>
#include <math.h>

#define CARD_GAP 6

struct _ExCurveHandles
{
  GtkWidget     parent_instance;

  ExCurveChart *chart;    /* (nullable) */
  gulong        changed;  /* handler on chart */
  GArray       *curve;    /* (element-type ExCurvePoint), a handle each */
  GPtrArray    *handles;  /* (element-type ExCurveHandle) */
  GtkWidget    *card;     /* what the point that is held says */
  gboolean      dragging;
  guint         dragged;
  double        grab_x, grab_y; /* from the pointer to the middle of the point */
  guint32       clicked;  /* when; 0: the next click is a first one */
  double        click_x, click_y;
};

enum { MOVE, ADD, REMOVE, SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExCurveHandles, ex_curve_handles, GTK_TYPE_WIDGET)

/* The point that has the keyboard or the pointer; -1: none. */
static int
held_point (ExCurveHandles *self)
{
  if (self->dragging)
    return (int) self->dragged;
  for (guint i = 0; i < self->handles->len; i++)
    if (gtk_widget_is_focus (g_ptr_array_index (self->handles, i)))
      return (int) i;
  return -1;
}

static void
show_held (ExCurveHandles *self)
{
  int held = held_point (self);
  gboolean shown = held >= 0 && (guint) held < self->curve->len;
  g_autofree char *words = shown ? ex_curve_handle_words (self->curve, (guint) held) : NULL;

  gtk_label_set_text (GTK_LABEL (self->card), words != NULL ? words : "");
  gtk_widget_set_visible (self->card, shown);
  if (self->chart != NULL)
    ex_curve_chart_set_active (self->chart, held);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* --- pointer and keyboard ------------------------------------------------------------------------------------------------------ */

static int
handle_at (ExCurveHandles *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  for (guint i = 0; picked != NULL && i < self->handles->len; i++)
    if (g_ptr_array_index (self->handles, i) == picked)
      return (int) i;
  return -1;
}

static void
hold_range (ExCurveHandles *self)
{
  double low, high, payout;

  if (ex_curve_chart_get_range (self->chart, &low, &high, &payout))
    ex_curve_chart_set_range (self->chart, low, high, payout);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, ExCurveHandles *self)
{
  int index = handle_at (self, x, y);
  double spot_x, spot_y;

  if (index < 0 || self->chart == NULL
      || !ex_curve_chart_map (self->chart, ex_curve_point (self->curve, index)->growth, ex_curve_point (self->curve, index)->payout, &spot_x, &spot_y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (g_ptr_array_index (self->handles, index));
  self->dragging = TRUE;
  self->dragged = (guint) index;
  self->grab_x = spot_x - x;
  self->grab_y = spot_y - y;
  hold_range (self);
  show_held (self);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, ExCurveHandles *self)
{
  double x, y, growth, payout;

  if (!self->dragging || !gtk_gesture_drag_get_start_point (gesture, &x, &y) || (dx == 0 && dy == 0))
    return;
  if (ex_curve_chart_unmap (self->chart, x + dx + self->grab_x, y + dy + self->grab_y, &growth, &payout))
    g_signal_emit (self, signals[MOVE], 0, self->dragged, growth, payout);
}

static void
stop_dragging (ExCurveHandles *self)
{
  if (!self->dragging)
    return;
  self->dragging = FALSE;
  if (self->chart != NULL)
    ex_curve_chart_set_range (self->chart, EX_UNSET, EX_UNSET, EX_UNSET);
  show_held (self);
  g_signal_emit (self, signals[SETTLED], 0);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, ExCurveHandles *self)
{
  stop_dragging (self);
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, ExCurveHandles *self)
{
  stop_dragging (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, ExCurveHandles *self)
{
  int held = held_point (self);
  gboolean leap = (state & GDK_SHIFT_MASK) != 0;
  double along = leap ? EX_CURVE_GROWTH_LEAP : EX_CURVE_GROWTH_STEP, up = leap ? EX_CURVE_PAYOUT_LEAP : EX_CURVE_PAYOUT_STEP;
  ExCurvePoint point;

  if (held < 0 || self->chart == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  point = *ex_curve_point (self->curve, held);
  if (ex_chart_is_mirrored (EX_CHART (self->chart)))
    along = -along;
  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete || key == GDK_KEY_BackSpace)
    {
      g_signal_emit (self, signals[REMOVE], 0, (guint) held);
      return TRUE;
    }
  else if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    point.growth -= along;
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    point.growth += along;
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    point.payout += up;
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    point.payout -= up;
  else
    return FALSE;
  g_signal_emit (self, signals[MOVE], 0, (guint) held, point.growth, point.payout);
  return TRUE;
}

static void
focus_cb (GtkEventController *controller, ExCurveHandles *self)
{
  show_held (self);
}

static void
focus_left_cb (GtkEventController *controller, ExCurveHandles *self)
{
  show_held (self);
  g_signal_emit (self, signals[SETTLED], 0);
}

/* The chart below takes a press on one of its marks for itself, and the gesture would begin to count anew: so the clicks are counted here. */
static gboolean
is_double (ExCurveHandles *self, guint32 time, double x, double y)
{
  int within, near;
  gboolean twice;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &within, "gtk-double-click-distance", &near, NULL);
  twice = self->clicked != 0 && time - self->clicked <= (guint32) within && fabs (x - self->click_x) <= near && fabs (y - self->click_y) <= near;
  self->clicked = twice ? 0 : time;
  self->click_x = x;
  self->click_y = y;
  return twice;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, ExCurveHandles *self)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  double growth, payout;

  if (!is_double (self, gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture)), x, y) || self->chart == NULL
      || self->curve->len == 0)
    return;
  if (!gtk_widget_compute_point (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), GTK_WIDGET (self), &point, &point))
    return;
  if (handle_at (self, point.x, point.y) < 0 && ex_curve_chart_unmap (self->chart, point.x, point.y, &growth, &payout))
    g_signal_emit (self, signals[ADD], 0, growth, payout);
}

/* Beside the handles the pointer belongs to the chart below, so double clicks are heard by what holds both. */
static void
root_cb (ExCurveHandles *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkGesture *click;

  if (parent == NULL || g_object_get_data (G_OBJECT (self), "click") != NULL)
    return;
  click = gtk_gesture_click_new ();
  g_object_set_data (G_OBJECT (self), "click", click);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (parent, GTK_EVENT_CONTROLLER (click));
}

static void
add_controllers (ExCurveHandles *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect (self, "notify::root", G_CALLBACK (root_cb), NULL);
}

/* --- layout ----------------------------------------------------------------------------------------------------------------------- */

static void
put (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

/* Above, below, at the right or the left of the point: where it covers the least. */
static void
allocate_card (ExCurveHandles *self, int width, int height)
{
  const int away = EX_CURVE_HANDLE_SIZE / 2 + CARD_GAP;
  int held = held_point (self), card_width, card_height;
  guint least = G_MAXUINT;
  double x = 0, y = 0;

  if (!gtk_widget_should_layout (self->card))
    return;
  gtk_widget_measure (self->card, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &card_width, NULL, NULL);
  card_width = MIN (card_width, width);
  gtk_widget_measure (self->card, GTK_ORIENTATION_VERTICAL, card_width, NULL, &card_height, NULL, NULL);
  if (held >= 0)
    ex_curve_chart_map (self->chart, ex_curve_point (self->curve, held)->growth, ex_curve_point (self->curve, held)->payout, &x, &y);
  else
    return;
  {
    const int middle = (int) x - card_width / 2, halfway = (int) y - card_height / 2;
    const int places[][2] = {
      { middle, (int) y - away - card_height }, { (int) x + away, halfway }, { middle, (int) y + away }, { (int) x - away - card_width, halfway },
    };

    for (guint i = 0; i < G_N_ELEMENTS (places) && least > 0; i++)
      {
        GtkAllocation box = { CLAMP (places[i][0], 0, MAX (0, width - card_width)), CLAMP (places[i][1], 0, MAX (0, height - card_height)),
                              card_width, card_height };
        guint covered = ex_chart_n_covered (EX_CHART (self->chart), &(ExRect) { box.x, box.y, box.width, box.height });

        if (covered >= least || (box.x < x && x < box.x + box.width && box.y < y && y < box.y + box.height))
          continue;
        least = covered;
        gtk_widget_size_allocate (self->card, &box, -1);
      }
  }
}

static void
ex_curve_handles_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ExCurveHandles *self = EX_CURVE_HANDLES (widget);
  double x, y;

  for (guint i = 0; i < self->handles->len; i++)
    {
      GtkWidget *handle = g_ptr_array_index (self->handles, i);
      gboolean there = self->chart != NULL
        && ex_curve_chart_map (self->chart, ex_curve_point (self->curve, i)->growth, ex_curve_point (self->curve, i)->payout, &x, &y);

      gtk_widget_set_child_visible (handle, there);
      put (handle, there ? (int) (x - EX_CURVE_HANDLE_SIZE / 2.0) : 0, there ? (int) (y - EX_CURVE_HANDLE_SIZE / 2.0) : 0,
           EX_CURVE_HANDLE_SIZE, EX_CURVE_HANDLE_SIZE);
    }
  allocate_card (self, width, height);
}

static void
ex_curve_handles_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = EX_CURVE_HANDLE_SIZE;
}

/* What is not a handle is the chart's. */
static gboolean
ex_curve_handles_contains (GtkWidget *widget, double x, double y)
{
  return FALSE;
}

/* By growth, wherever the points stand. */
static gboolean
ex_curve_handles_focus_vfunc (GtkWidget *widget, GtkDirectionType direction)
{
  ExCurveHandles *self = EX_CURVE_HANDLES (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;
  int n = (int) self->handles->len, index = back ? n - 1 : 0;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD && focus != NULL)
    return FALSE;
  for (int i = 0; i < n; i++)
    if (g_ptr_array_index (self->handles, i) == focus)
      index = back ? i - 1 : i + 1;
  return index >= 0 && index < n && gtk_widget_grab_focus (g_ptr_array_index (self->handles, index));
}

/* --- the widget ------------------------------------------------------------------------------------------------------------------- */

static void
forget_chart (ExCurveHandles *self)
{
  if (self->chart != NULL)
    g_clear_signal_handler (&self->changed, self->chart);
  g_clear_object (&self->chart);
}

static void
ex_curve_handles_dispose (GObject *object)
{
  ExCurveHandles *self = EX_CURVE_HANDLES (object);

  forget_chart (self);
  /* The one that has the keyboard says so when it goes, and all others are asked then. */
  while (self->handles != NULL && self->handles->len > 0)
    gtk_widget_unparent (g_ptr_array_steal_index (self->handles, self->handles->len - 1));
  g_clear_pointer (&self->handles, g_ptr_array_unref);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->curve, g_array_unref);
  G_OBJECT_CLASS (ex_curve_handles_parent_class)->dispose (object);
}

static void
ex_curve_handles_class_init (ExCurveHandlesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_curve_handles_dispose;
  widget_class->measure = ex_curve_handles_measure;
  widget_class->size_allocate = ex_curve_handles_size_allocate;
  widget_class->contains = ex_curve_handles_contains;
  widget_class->focus = ex_curve_handles_focus_vfunc;
  signals[MOVE] = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[ADD] = g_signal_new ("add", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SETTLED] = g_signal_new ("settled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ex_curve_handles_init (ExCurveHandles *self)
{
  self->curve = g_array_new (FALSE, FALSE, sizeof (ExCurvePoint));
  self->handles = g_ptr_array_new ();
  self->card = gtk_label_new (NULL);
  gtk_widget_set_can_target (self->card, FALSE);
  gtk_widget_add_css_class (self->card, "chart-card");
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_widget_set_visible (self->card, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Points of the reward curve"), -1);
  add_controllers (self);
}

void
ex_curve_handles_set_chart (ExCurveHandles *self, ExCurveChart *chart)
{
  g_return_if_fail (EX_IS_CURVE_HANDLES (self));

  if (self->chart == chart)
    return;
  forget_chart (self);
  if (chart != NULL)
    {
      self->chart = g_object_ref (chart);
      self->changed = g_signal_connect_object (chart, "changed", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static GtkWidget *
handle_new (ExCurveHandles *self)
{
  GtkWidget *handle = ex_curve_handle_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, 0);
  gtk_widget_add_controller (handle, focus);
  gtk_widget_insert_before (handle, GTK_WIDGET (self), self->card);
  return handle;
}

void
ex_curve_handles_set_points (ExCurveHandles *self, const GArray *curve)
{
  guint n = curve != NULL ? curve->len : 0;

  g_return_if_fail (EX_IS_CURVE_HANDLES (self));

  g_array_set_size (self->curve, 0);
  if (n > 0)
    g_array_append_vals (self->curve, curve->data, n);
  if (self->dragging && self->dragged >= n)
    stop_dragging (self);
  while (self->handles->len > n)
    gtk_widget_unparent (g_ptr_array_steal_index (self->handles, self->handles->len - 1));
  while (self->handles->len < n)
    g_ptr_array_add (self->handles, handle_new (self));
  for (guint i = 0; i < n; i++)
    ex_curve_handle_show (g_ptr_array_index (self->handles, i), self->curve, i);
  show_held (self);
}

gboolean
ex_curve_handles_is_dragging (ExCurveHandles *self)
{
  g_return_val_if_fail (EX_IS_CURVE_HANDLES (self), FALSE);

  return self->dragging;
}

void
ex_curve_handles_focus (ExCurveHandles *self, guint index)
{
  g_return_if_fail (EX_IS_CURVE_HANDLES (self));

  if (index < self->handles->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->handles, index));
}
