#include "config.h"

#include "ex-print-sheet.h"

#include <glib/gi18n.h>

#define NARROWEST 160
/* What a screen reader is told of a page; nobody listens to more at once. */
#define MOST_WORDS 4000

struct _ExPrintSheet
{
  GtkWidget parent_instance;

  ExPages  *pages;
  guint     page;
  gboolean  in_view;
  gboolean  drawn;
  gboolean  told;   /* its words are known to a screen reader */
};

G_DEFINE_FINAL_TYPE (ExPrintSheet, ex_print_sheet, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
ex_print_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ex_print_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                        int *natural_baseline)
{
  const ExPaper *paper = ex_pages_get_paper (EX_PRINT_SHEET (widget)->pages);
  int wanted = (int) (paper->width * 96 / 72);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = NARROWEST;
      *natural = wanted;
    }
  else
    *minimum = *natural = (int) (paper->height / paper->width * (for_size > 0 ? for_size : wanted) + 0.5);
}

/* Paper is white and its words run as they run, whatever the desktop's colours and direction. */
static void
ex_print_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ExPrintSheet *self = EX_PRINT_SHEET (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const ExPaper *paper = ex_pages_get_paper (self->pages);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, width, height);
  cairo_t *cr = NULL;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &all);
  if (!self->in_view)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  cairo_scale (cr, width / paper->width, height / paper->height);
  ex_pages_draw (self->pages, self->page, cr);
  cairo_destroy (cr);
  self->drawn = TRUE;
}

static void
ex_print_sheet_finalize (GObject *object)
{
  ex_pages_free (EX_PRINT_SHEET (object)->pages);
  G_OBJECT_CLASS (ex_print_sheet_parent_class)->finalize (object);
}

static void
ex_print_sheet_class_init (ExPrintSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_print_sheet_finalize;
  widget_class->get_request_mode = ex_print_sheet_get_request_mode;
  widget_class->measure = ex_print_sheet_measure;
  widget_class->snapshot = ex_print_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "printsheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ex_print_sheet_init (ExPrintSheet *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* "Page 2 of 7", and what is written on it. */
static void
tell (ExPrintSheet *self)
{
  g_autofree char *all = ex_pages_get_text (self->pages, self->page);
  g_autofree char *words = g_utf8_strlen (all, -1) > MOST_WORDS ? g_utf8_substring (all, 0, MOST_WORDS) : g_strdup (all);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  self->told = TRUE;
}

GtkWidget *
ex_print_sheet_new (ExPages *pages, guint page)
{
  ExPrintSheet *self = g_object_new (EX_TYPE_PRINT_SHEET, NULL);
  g_autofree char *label = NULL;

  self->pages = ex_pages_ref (pages);
  self->page = page;
  label = g_strdup_printf (_("Page %u of %u"), page + 1, ex_pages_n (pages));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

void
ex_print_sheet_set_in_view (ExPrintSheet *self, gboolean in_view)
{
  g_return_if_fail (EX_IS_PRINT_SHEET (self));

  if (self->in_view == in_view)
    return;
  self->in_view = in_view;
  self->drawn = FALSE;
  if (in_view && !self->told)
    tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
ex_print_sheet_is_drawn (ExPrintSheet *self)
{
  g_return_val_if_fail (EX_IS_PRINT_SHEET (self), FALSE);

  return self->drawn;
}
