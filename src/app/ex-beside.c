#include "config.h"

#include "ex-beside.h"

struct _ExBeside
{
  GtkWidget parent_instance;

  int       spacing;
  int       side_width;
  int       least_width; /* of the first */
};

enum { PROP_SPACING = 1, PROP_SIDE_WIDTH, PROP_LEAST_WIDTH, N_PROPS };
static GParamSpec *props[N_PROPS];

static void buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (ExBeside, ex_beside, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkWidget *
first_of (ExBeside *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self));
}

static GtkWidget *
second_of (ExBeside *self)
{
  GtkWidget *second = gtk_widget_get_last_child (GTK_WIDGET (self));

  return second != first_of (self) && gtk_widget_should_layout (second) ? second : NULL;
}

static int
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size, int *natural)
{
  int minimum = 0, wanted = 0;

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, for_size, &minimum, &wanted, NULL, NULL);
  if (natural != NULL)
    *natural = wanted;
  return minimum;
}

/* The side may need more than its width where the text is large. */
static int
side_width (ExBeside *self)
{
  return MAX (self->side_width, measure_child (second_of (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL));
}

static gboolean
fits_beside (ExBeside *self, int width)
{
  int least = MAX (self->least_width, measure_child (first_of (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL));

  return second_of (self) != NULL && width >= least + self->spacing + side_width (self);
}

static GtkSizeRequestMode
ex_beside_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ex_beside_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  ExBeside *self = EX_BESIDE (widget);
  GtkWidget *first = first_of (self), *second = second_of (self);
  int one, other;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (measure_child (first, orientation, -1, &one), measure_child (second, orientation, -1, NULL));
      *natural = second != NULL ? MAX (one, self->least_width) + self->spacing + side_width (self) : one;
      *natural = MAX (*natural, *minimum);
    }
  else if (for_size < 0 || fits_beside (self, for_size))
    {
      int side = side_width (self);

      *minimum = MAX (measure_child (first, orientation, for_size < 0 ? -1 : for_size - side - self->spacing, &one),
                      measure_child (second, orientation, side, &other));
      *natural = MAX (*minimum, MAX (one, other));
    }
  else
    {
      *minimum = measure_child (first, orientation, for_size, &one) + measure_child (second, orientation, for_size, &other);
      *minimum += second != NULL ? self->spacing : 0;
      *natural = MAX (*minimum, one + other + (second != NULL ? self->spacing : 0));
    }
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, MAX (width, 0), MAX (height, 0) }, -1);
}

static void
ex_beside_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ExBeside *self = EX_BESIDE (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *first = first_of (self), *second = second_of (self);
  int side = side_width (self), rest = width - side - self->spacing, natural;

  if (second == NULL)
    allocate (first, 0, 0, width, height);
  else if (fits_beside (self, width))
    {
      allocate (first, rtl ? side + self->spacing : 0, 0, rest, height);
      allocate (second, rtl ? 0 : rest + self->spacing, 0, side, height);
    }
  else
    {
      int below = measure_child (second, GTK_ORIENTATION_VERTICAL, width, &natural);

      below = MAX (below, MIN (natural, height - self->spacing - measure_child (first, GTK_ORIENTATION_VERTICAL, width, NULL)));
      allocate (first, 0, 0, width, height - self->spacing - below);
      allocate (second, 0, height - below, width, below);
    }
}

static void
ex_beside_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ExBeside *self = EX_BESIDE (object);

  if (id == PROP_SPACING)
    g_value_set_int (value, self->spacing);
  else if (id == PROP_SIDE_WIDTH)
    g_value_set_int (value, self->side_width);
  else if (id == PROP_LEAST_WIDTH)
    g_value_set_int (value, self->least_width);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ex_beside_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ExBeside *self = EX_BESIDE (object);

  if (id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else if (id == PROP_SIDE_WIDTH)
    self->side_width = g_value_get_int (value);
  else if (id == PROP_LEAST_WIDTH)
    self->least_width = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
ex_beside_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = ex_beside_add_child;
}

static void
ex_beside_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ex_beside_parent_class)->dispose (object);
}

static void
ex_beside_class_init (ExBesideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ex_beside_dispose;
  object_class->get_property = ex_beside_get_property;
  object_class->set_property = ex_beside_set_property;
  widget_class->get_request_mode = ex_beside_get_request_mode;
  widget_class->measure = ex_beside_measure;
  widget_class->size_allocate = ex_beside_size_allocate;

  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SIDE_WIDTH] = g_param_spec_int ("side-width", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_LEAST_WIDTH] = g_param_spec_int ("least-width", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ex_beside_init (ExBeside *self)
{
}
