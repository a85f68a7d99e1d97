#include "config.h"

#include "ex-split.h"

#include <adwaita.h>

#include <math.h>

struct _ExSplit
{
  GtkWidget     parent_instance;

  GtkWidget    *sidebar;
  GtkWidget    *content;
  GtkWidget    *shade;     /* over the content while the sidebar is: a click on it closes */
  int           narrow_width;
  gboolean      collapsed;
  gboolean      show_sidebar;
  double        reveal;    /* 0 to 1, of a collapsed sidebar */
  AdwAnimation *animation;
  guint         settle_id; /* idle: tells of a change seen while allocating */
};

enum { PROP_SIDEBAR = 1, PROP_CONTENT, PROP_NARROW_WIDTH, PROP_COLLAPSED, PROP_SHOW_SIDEBAR, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (ExSplit, ex_split, GTK_TYPE_WIDGET)

static gboolean
is_over (ExSplit *self)
{
  return self->collapsed && self->reveal > 0;
}

/* Behind the sidebar nothing takes the focus or the pointer. */
static void
update_reach (ExSplit *self)
{
  gboolean modal = self->collapsed && self->show_sidebar;

  gtk_widget_set_can_focus (self->content, !modal);
  gtk_widget_set_can_target (self->content, !modal);
  gtk_widget_set_can_focus (self->sidebar, !self->collapsed || self->show_sidebar);
}

static void
set_reveal_cb (double value, gpointer data)
{
  ExSplit *self = data;

  self->reveal = value;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
animate_to (ExSplit *self, double reveal)
{
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->animation), self->reveal);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->animation), reveal);
  adw_animation_play (self->animation);
}

/* What has slid out of view cannot keep the focus. */
static void
focus_content (ExSplit *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->sidebar))
    gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

static gboolean
settle_cb (gpointer data)
{
  ExSplit *self = data;

  self->settle_id = 0;
  self->show_sidebar = FALSE;
  self->reveal = 0;
  update_reach (self);
  gtk_widget_set_visible (self->shade, FALSE);
  if (self->collapsed)
    focus_content (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COLLAPSED]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_SIDEBAR]);
  return G_SOURCE_REMOVE;
}

static void
look_at_width (ExSplit *self, int width)
{
  gboolean collapsed = width < self->narrow_width;

  if (collapsed == self->collapsed)
    return;
  self->collapsed = collapsed;
  self->reveal = 0;
  if (self->settle_id == 0)
    self->settle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, settle_cb, self, NULL);
}

static void
ex_split_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  ExSplit *self = EX_SPLIT (widget);
  int side_min, side_nat, content_min, content_nat;

  gtk_widget_measure (self->sidebar, orientation, -1, &side_min, &side_nat, NULL, NULL);
  gtk_widget_measure (self->content, orientation, -1, &content_min, &content_nat, NULL, NULL);
  *minimum = MAX (side_min, content_min);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? side_nat + content_nat : MAX (side_nat, content_nat);
}

static void
allocate_at (GtkWidget *child, int x, int width, int height)
{
  GtkAllocation box = { x, 0, width, height };

  gtk_widget_size_allocate (child, &box, -1);
}

static void
ex_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ExSplit *self = EX_SPLIT (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int side, hidden;

  look_at_width (self, width);
  gtk_widget_measure (self->sidebar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &side, NULL, NULL);
  side = MIN (side, width);
  hidden = self->collapsed ? (int) round (side * (1 - self->reveal)) : 0;

  gtk_widget_set_child_visible (self->sidebar, !self->collapsed || self->reveal > 0);
  allocate_at (self->sidebar, rtl ? width - side + hidden : -hidden, side, height);
  if (self->collapsed)
    allocate_at (self->content, 0, width, height);
  else
    allocate_at (self->content, rtl ? 0 : side, width - side, height);
  /* Beside the sidebar, so that it does not take the sidebar's clicks. */
  if (gtk_widget_should_layout (self->shade))
    allocate_at (self->shade, rtl ? 0 : side - hidden, width - side + hidden, height);
}

static void
ex_split_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ExSplit *self = EX_SPLIT (widget);

  gtk_widget_snapshot_child (widget, self->content, snapshot);
  if (is_over (self))
    {
      gtk_snapshot_push_opacity (snapshot, self->reveal);
      gtk_widget_snapshot_child (widget, self->shade, snapshot);
      gtk_snapshot_pop (snapshot);
    }
  gtk_widget_snapshot_child (widget, self->sidebar, snapshot);
}

static void
shade_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  ex_split_set_show_sidebar (data, FALSE);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  ExSplit *self = EX_SPLIT (widget);

  if (!self->collapsed || !self->show_sidebar)
    return FALSE;
  ex_split_set_show_sidebar (self, FALSE);
  return TRUE;
}

static void
set_child (ExSplit *self, GtkWidget **place, GtkWidget *child)
{
  g_assert (*place == NULL);

  *place = child;
  /* Tab goes through the sidebar first, then through the content; what is drawn over what is for snapshot() to say. */
  if (place == &self->sidebar)
    gtk_widget_insert_before (child, GTK_WIDGET (self), self->shade);
  else
    gtk_widget_insert_after (child, GTK_WIDGET (self), self->shade);
}

static void
ex_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ExSplit *self = EX_SPLIT (object);

  switch (id)
    {
    case PROP_SIDEBAR:
      set_child (self, &self->sidebar, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      set_child (self, &self->content, g_value_get_object (value));
      break;
    case PROP_NARROW_WIDTH:
      self->narrow_width = g_value_get_int (value);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;
    case PROP_SHOW_SIDEBAR:
      ex_split_set_show_sidebar (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ex_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ExSplit *self = EX_SPLIT (object);

  switch (id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, self->sidebar);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_NARROW_WIDTH:
      g_value_set_int (value, self->narrow_width);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, self->show_sidebar);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ex_split_dispose (GObject *object)
{
  ExSplit *self = EX_SPLIT (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->animation != NULL)
    adw_animation_skip (self->animation);
  g_clear_object (&self->animation);
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->shade, gtk_widget_unparent);

  G_OBJECT_CLASS (ex_split_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  props[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_NARROW_WIDTH] = g_param_spec_int ("narrow-width", NULL, NULL, 0, G_MAXINT, 860, flags);
  props[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ex_split_class_init (ExSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ex_split_dispose;
  object_class->set_property = ex_split_set_property;
  object_class->get_property = ex_split_get_property;
  widget_class->measure = ex_split_measure;
  widget_class->size_allocate = ex_split_size_allocate;
  widget_class->snapshot = ex_split_snapshot;
  install_properties (object_class);

  gtk_widget_class_set_css_name (widget_class, "exsplit");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
ex_split_init (ExSplit *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  AdwAnimationTarget *target = adw_callback_animation_target_new (set_reveal_cb, self, NULL);

  self->narrow_width = 860;
  self->shade = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->shade, "shade");
  gtk_widget_set_visible (self->shade, FALSE);
  gtk_widget_add_controller (self->shade, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (click, "pressed", G_CALLBACK (shade_pressed_cb), self, 0);
  gtk_widget_set_parent (self->shade, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, 200, target);
}

void
ex_split_set_show_sidebar (ExSplit *self, gboolean show)
{
  g_return_if_fail (EX_IS_SPLIT (self));

  if (self->show_sidebar == show)
    return;
  self->show_sidebar = show;
  update_reach (self);
  if (self->collapsed)
    {
      gtk_widget_set_visible (self->shade, show);
      animate_to (self, show ? 1 : 0);
      if (!show)
        focus_content (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_SIDEBAR]);
}

gboolean
ex_split_get_show_sidebar (ExSplit *self)
{
  g_return_val_if_fail (EX_IS_SPLIT (self), FALSE);

  return self->show_sidebar;
}

gboolean
ex_split_get_collapsed (ExSplit *self)
{
  g_return_val_if_fail (EX_IS_SPLIT (self), FALSE);

  return self->collapsed;
}
