#include "config.h"

#include "ex-wrap.h"

struct _ExWrap
{
  GtkWidget parent_instance;

  int       spacing;
  gboolean  first_fills;
};

G_DEFINE_FINAL_TYPE (ExWrap, ex_wrap, GTK_TYPE_WIDGET)

/* A row, from @first to before @end. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;
  int        width;  /* of the children with what is between them */
  int        height;
} Row;

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
width_of (GtkWidget *child, int most)
{
  int least, wished;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wished, NULL, NULL);
  return most < 0 ? wished : MAX (least, MIN (wished, most));
}

static int
height_of (GtkWidget *child, int width)
{
  int wished;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &wished, NULL, NULL);
  return wished;
}

static Row
next_row (ExWrap *self, GtkWidget *first, int width)
{
  Row row = { first, first, 0, 0 };

  while (row.end != NULL)
    {
      int wide = width_of (row.end, width);
      int added = (row.end != first ? self->spacing : 0) + wide;

      if (row.end != first && width >= 0 && row.width + added > width)
        break;
      row.width += added;
      row.height = MAX (row.height, height_of (row.end, wide));
      row.end = next_shown (gtk_widget_get_next_sibling (row.end));
    }
  return row;
}

static GtkSizeRequestMode
ex_wrap_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ex_wrap_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline G_GNUC_UNUSED,
                 int *natural_baseline G_GNUC_UNUSED)
{
  ExWrap *self = EX_WRAP (widget);
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = child != NULL ? next_row (self, child, -1).width : 0;
      for (; child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
        *minimum = MAX (*minimum, width_of (child, 0));
      return;
    }
  while (child != NULL)
    {
      Row row = next_row (self, child, for_size);

      *natural += row.height + (*natural > 0 ? self->spacing / 2 : 0);
      child = row.end;
    }
  *minimum = *natural;
}

static void
allocate_row (ExWrap *self, const Row *row, int y, int width)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int extra = self->first_fills && row->first == next_shown (gtk_widget_get_first_child (GTK_WIDGET (self))) ? MAX (0, width - row->width) : 0;
  int x = 0;

  for (GtkWidget *child = row->first; child != row->end; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int wide = width_of (child, width) + (child == row->first ? extra : 0);

      gtk_widget_size_allocate (child, &(GtkAllocation) { rtl ? width - x - wide : x, y, wide, row->height }, -1);
      x += wide + self->spacing;
    }
}

static void
ex_wrap_size_allocate (GtkWidget *widget, int width, int height G_GNUC_UNUSED, int baseline G_GNUC_UNUSED)
{
  ExWrap *self = EX_WRAP (widget);
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      Row row = next_row (self, child, width);

      allocate_row (self, &row, y, width);
      y += row.height + self->spacing / 2;
      child = row.end;
    }
}

static void
ex_wrap_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ex_wrap_parent_class)->dispose (object);
}

static void
ex_wrap_class_init (ExWrapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_wrap_dispose;
  widget_class->get_request_mode = ex_wrap_get_request_mode;
  widget_class->measure = ex_wrap_measure;
  widget_class->size_allocate = ex_wrap_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ex_wrap_init (ExWrap *self G_GNUC_UNUSED)
{
}

GtkWidget *
ex_wrap_new (int spacing)
{
  ExWrap *self = g_object_new (EX_TYPE_WRAP, NULL);

  self->spacing = spacing;
  return GTK_WIDGET (self);
}

void
ex_wrap_append (ExWrap *self, GtkWidget *child)
{
  g_return_if_fail (EX_IS_WRAP (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
ex_wrap_set_first_fills (ExWrap *self, gboolean fills)
{
  g_return_if_fail (EX_IS_WRAP (self));

  self->first_fills = fills;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
