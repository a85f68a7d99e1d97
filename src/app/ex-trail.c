#include "config.h"

#include "ex-trail.h"

#include <glib/gi18n.h>

#define STEP_CHARS 28
#define LAST_CHARS 60

/* Children, in the order of the keyboard: a step (the first without a sign before it) for each place, and behind the first the menu of those that find no room. */
struct _ExTrail
{
  GtkWidget  parent_instance;

  GPtrArray *steps;    /* (element-type GtkWidget) boxes: a sign and a button */
  GtkWidget *hidden;   /* box: a sign and the menu button */
  GtkWidget *menu;     /* GtkMenuButton */
  GtkWidget *list;     /* in its popover */
  guint      from, to; /* steps in the menu, the second one excluded; the same: none */
};

G_DEFINE_FINAL_TYPE (ExTrail, ex_trail, GTK_TYPE_WIDGET)

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- steps --------------------------------------------------------------------------------------------------------------------------------- */

static void
clicked_cb (GtkWidget *button, ExTrail *self)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "place"));
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit (self, signals[ACTIVATED], 0, place);
}

static GtkWidget *
sign_new (void)
{
  GtkWidget *sign = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "pixel-size", 12, NULL);

  gtk_widget_add_css_class (sign, "dim-label");
  return sign;
}

static GtkWidget *
name_new (const char *name, int chars)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
button_new (ExTrail *self, const char *name, guint place, int chars)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), name_new (name, chars));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "place", GUINT_TO_POINTER (place));
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  return button;
}

/* Where one is leads nowhere. */
static GtkWidget *
step_new (ExTrail *self, const char *name, guint place, gboolean last)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *step = last ? name_new (name, LAST_CHARS) : button_new (self, name, place, STEP_CHARS);

  if (place > 0)
    gtk_box_append (GTK_BOX (box), sign_new ());
  if (last)
    {
      gtk_widget_add_css_class (step, "heading");
      gtk_widget_add_css_class (step, "here");
      gtk_widget_set_tooltip_text (step, name);
    }
  gtk_box_append (GTK_BOX (box), step);
  return box;
}

static void
make_menu (ExTrail *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->hidden = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  self->menu = gtk_menu_button_new ();
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_popover_set_child (GTK_POPOVER (popover), self->list);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->menu), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-horizontal-symbolic");
  gtk_widget_add_css_class (self->menu, "flat");
  gtk_widget_set_tooltip_text (self->menu, _("Levels in between"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Levels in between"), -1);
  gtk_box_append (GTK_BOX (self->hidden), sign_new ());
  gtk_box_append (GTK_BOX (self->hidden), self->menu);
  gtk_widget_set_parent (self->hidden, GTK_WIDGET (self));
}

/* --- layout -------------------------------------------------------------------------------------------------------------------------------- */

static int
width_of (GtkWidget *widget, gboolean natural)
{
  int least, wished;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wished, NULL, NULL);
  return natural ? wished : least;
}

/* All but the steps from @from to before @to, which the menu stands for. */
static int
width_with (ExTrail *self, guint from, guint to)
{
  int width = from < to ? width_of (self->hidden, TRUE) : 0;

  for (guint i = 0; i < self->steps->len; i++)
    if (i < from || i >= to)
      width += width_of (g_ptr_array_index (self->steps, i), TRUE);
  return width;
}

/* The first and where one is stay; those behind the first go first. */
static void
choose (ExTrail *self, int width)
{
  guint last = self->steps->len > 0 ? self->steps->len - 1 : 0;

  self->from = self->to = 1;
  while (self->to < last && width_with (self, self->from, self->to) > width)
    self->to++;
}

static void
ex_trail_measure (GtkWidget *widget, GtkOrientation orientation, int for_size G_GNUC_UNUSED, int *minimum, int *natural, int *minimum_baseline G_GNUC_UNUSED,
                  int *natural_baseline G_GNUC_UNUSED)
{
  ExTrail *self = EX_TRAIL (widget);
  int least, wished;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = width_with (self, 1, 1);
      if (self->steps->len > 0)
        *minimum = width_of (g_ptr_array_index (self->steps, 0), FALSE) + width_of (self->hidden, FALSE)
                   + width_of (g_ptr_array_index (self->steps, self->steps->len - 1), FALSE);
      *minimum = MIN (*minimum, *natural);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_measure (child, orientation, -1, &least, &wished, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wished);
    }
}

static int
put (ExTrail *self, GtkWidget *child, int x, int width, int height)
{
  int wide = MIN (width_of (child, TRUE), MAX (width - x, width_of (child, FALSE)));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_widget_set_child_visible (child, TRUE);
  gtk_widget_size_allocate (child, &(GtkAllocation) { rtl ? width - x - wide : x, 0, wide, height }, -1);
  return x + wide;
}

static void
ex_trail_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  ExTrail *self = EX_TRAIL (widget);
  int x = 0;

  choose (self, width);
  gtk_widget_set_child_visible (self->hidden, self->from < self->to);
  for (guint i = 0; i < self->steps->len; i++)
    {
      if (i == self->from && self->from < self->to)
        x = put (self, self->hidden, x, width, height);
      if (i >= self->from && i < self->to)
        gtk_widget_set_child_visible (g_ptr_array_index (self->steps, i), FALSE);
      else
        x = put (self, g_ptr_array_index (self->steps, i), x, width, height);
    }
  gtk_popover_present (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->menu)));
}

/* --- the widget ---------------------------------------------------------------------------------------------------------------------------- */

static void
show_hidden_cb (ExTrail *self)
{
  guint place = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->list); child != NULL; child = gtk_widget_get_next_sibling (child), place++)
    gtk_widget_set_visible (child, place >= self->from && place < self->to);
}

static void
ex_trail_dispose (GObject *object)
{
  ExTrail *self = EX_TRAIL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  G_OBJECT_CLASS (ex_trail_parent_class)->dispose (object);
}

static void
ex_trail_class_init (ExTrailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_trail_dispose;
  widget_class->measure = ex_trail_measure;
  widget_class->size_allocate = ex_trail_size_allocate;
  signals[ACTIVATED] = g_signal_new ("activated", EX_TYPE_TRAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "extrail");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
ex_trail_init (ExTrail *self)
{
  self->steps = g_ptr_array_new ();
  make_menu (self);
  g_signal_connect_object (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->menu)), "show", G_CALLBACK (show_hidden_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The way here"), -1);
}

GtkWidget *
ex_trail_new (void)
{
  return g_object_new (EX_TYPE_TRAIL, NULL);
}

static void
clear (ExTrail *self)
{
  GtkWidget *child;

  for (guint i = 0; i < self->steps->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->steps, i));
  g_ptr_array_set_size (self->steps, 0);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
}

void
ex_trail_set (ExTrail *self, const char *const *names)
{
  guint n = g_strv_length ((char **) names);

  g_return_if_fail (EX_IS_TRAIL (self));

  clear (self);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *step = step_new (self, names[i], i, i + 1 == n);

      /* The menu stands behind the first. */
      gtk_widget_insert_before (step, GTK_WIDGET (self), i == 0 ? self->hidden : NULL);
      g_ptr_array_add (self->steps, step);
      gtk_box_append (GTK_BOX (self->list), button_new (self, names[i], i, LAST_CHARS));
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
