#include "config.h"

#include "ex-tiles.h"

#include "ex-text-scale.h"

#include <math.h>

struct _ExTiles
{
  GtkWidget parent_instance;

  int       least_width;
  int       columns;
  int       spacing;
};

enum { PROP_LEAST_WIDTH = 1, PROP_COLUMNS, PROP_SPACING, N_PROPS };

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (ExTiles, ex_tiles, GTK_TYPE_WIDGET)

/* --- layout ----------------------------------------------------------------------------------------------------------- */

/* The next child that takes room, from @child on. */
static GtkWidget *
next_laid_out (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
n_laid_out (ExTiles *self)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); (child = next_laid_out (child)) != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* Large text needs more than is asked for, and the widest child may too. */
static int
least_width (ExTiles *self)
{
  int least = (int) ceil (self->least_width * ex_text_scale (GTK_WIDGET (self)));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); (child = next_laid_out (child)) != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      least = MAX (least, minimum);
    }
  return least;
}

static int
columns_in (ExTiles *self, int width)
{
  int fit = (width + self->spacing) / MAX (1, least_width (self) + self->spacing);

  return CLAMP (fit, 1, MAX (1, MIN (self->columns, n_laid_out (self))));
}

static int
column_width (ExTiles *self, int width, int columns)
{
  return MAX (0, (width - (columns - 1) * self->spacing) / columns);
}

/* The height of the row that begins at @child; *@next is the child after it. */
static int
row_height (GtkWidget *child, int columns, int width, GtkWidget **next)
{
  int height = 0;

  for (int i = 0; i < columns && child != NULL; i++)
    {
      int wished;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &wished, NULL, NULL);
      height = MAX (height, wished);
      child = next_laid_out (gtk_widget_get_next_sibling (child));
    }
  *next = child;
  return height;
}

static int
height_for (ExTiles *self, int width)
{
  int columns = columns_in (self, width);
  GtkWidget *child = next_laid_out (gtk_widget_get_first_child (GTK_WIDGET (self)));
  int height = 0;

  while (child != NULL)
    {
      height += row_height (child, columns, column_width (self, width, columns), &child);
      if (child != NULL)
        height += self->spacing;
    }
  return height;
}

static GtkSizeRequestMode
ex_tiles_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ex_tiles_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  ExTiles *self = EX_TILES (widget);
  int n = MAX (1, MIN (self->columns, n_laid_out (self)));
  int least = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int width = for_size >= 0 ? for_size : n * least_width (self) + (n - 1) * self->spacing;

      *minimum = *natural = height_for (self, width);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); (child = next_laid_out (child)) != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int width;

      gtk_widget_measure (child, orientation, -1, &width, NULL, NULL, NULL);
      least = MAX (least, width);
    }
  *minimum = least;
  *natural = MAX (least, n * least_width (self) + (n - 1) * self->spacing);
}

static void
ex_tiles_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ExTiles *self = EX_TILES (widget);
  int columns = columns_in (self, width), wide = column_width (self, width, columns);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = next_laid_out (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *next;
      int high = row_height (child, columns, wide, &next);

      for (int i = 0; i < columns && child != NULL; i++)
        {
          int x = i * (wide + self->spacing);
          GtkAllocation box = { rtl ? width - x - wide : x, y, wide, high };

          gtk_widget_size_allocate (child, &box, -1);
          child = next_laid_out (gtk_widget_get_next_sibling (child));
        }
      y += high + self->spacing;
    }
}

/* --- the widget --------------------------------------------------------------------------------------------------------- */

static void
ex_tiles_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ExTiles *self = EX_TILES (object);

  switch (id)
    {
    case PROP_LEAST_WIDTH:
      self->least_width = g_value_get_int (value);
      break;
    case PROP_COLUMNS:
      self->columns = g_value_get_int (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
ex_tiles_dispose (GObject *object)
{
  ex_tiles_clear (EX_TILES (object));
  G_OBJECT_CLASS (ex_tiles_parent_class)->dispose (object);
}

static void
ex_tiles_class_init (ExTilesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = ex_tiles_set_property;
  object_class->dispose = ex_tiles_dispose;
  widget_class->get_request_mode = ex_tiles_get_request_mode;
  widget_class->measure = ex_tiles_measure;
  widget_class->size_allocate = ex_tiles_size_allocate;
  props[PROP_LEAST_WIDTH] = g_param_spec_int ("least-width", NULL, NULL, 1, G_MAXINT, 200, flags);
  props[PROP_COLUMNS] = g_param_spec_int ("columns", NULL, NULL, 1, G_MAXINT, G_MAXINT, flags);
  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 24, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ex_tiles_init (ExTiles *self)
{
  self->least_width = 200;
  self->columns = G_MAXINT;
  self->spacing = 24;
}

void
ex_tiles_append (ExTiles *self, GtkWidget *child)
{
  g_return_if_fail (EX_IS_TILES (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
ex_tiles_clear (ExTiles *self)
{
  GtkWidget *child;

  g_return_if_fail (EX_IS_TILES (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
