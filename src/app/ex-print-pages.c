#include "config.h"

#include "ex-print-pages.h"

#include "ex-print-sheet.h"

#include <adwaita.h>

#define GAP 18
#define WIDEST 1100 /* of a page, on however large a screen */

struct _ExPrintPages
{
  GtkWidget  parent_instance;

  GtkWidget *scroller;
  GtkWidget *box;
  ExPages   *pages;  /* (nullable) */
  GPtrArray *sheets; /* (element-type ExPrintSheet) the box's */
  guint      page;
  double     went_to; /* where the view was put to show that page: it stays the one in view until somebody scrolls; -1: nowhere */
  guint      idle_id;
};

G_DEFINE_FINAL_TYPE (ExPrintPages, ex_print_pages, GTK_TYPE_WIDGET)

enum { PAGE_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GtkAdjustment *
adjustment (ExPrintPages *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

static GtkWidget *
sheet_at (ExPrintPages *self, guint page)
{
  return g_ptr_array_index (self->sheets, page);
}

/* Where a sheet stands in the whole; FALSE: nowhere yet. */
static gboolean
find_sheet (ExPrintPages *self, guint page, double *top, double *height)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (sheet_at (self, page), self->box, &bounds) || bounds.size.height <= 0)
    return FALSE;
  *top = bounds.origin.y;
  *height = bounds.size.height;
  return TRUE;
}

/* One stop for the Tab key, however many pages. */
static void
make_current (ExPrintPages *self, guint page)
{
  GtkWidget *before = self->page < self->sheets->len ? sheet_at (self, self->page) : NULL;
  gboolean focused = before != NULL && gtk_widget_has_focus (before);

  gtk_widget_set_focusable (sheet_at (self, page), TRUE);
  if (focused && page != self->page)
    gtk_widget_grab_focus (sheet_at (self, page));
  if (before != NULL && page != self->page)
    gtk_widget_set_focusable (before, FALSE);
  self->page = page;
  g_signal_emit (self, signals[PAGE_CHANGED], 0);
}

/* The page that the middle of the view is on is the one in view; at either end, the first or the last. */
static void
look (ExPrintPages *self)
{
  GtkAdjustment *scroll = adjustment (self);
  double from = gtk_adjustment_get_value (scroll), size = gtk_adjustment_get_page_size (scroll);
  double middle = from + size / 2;
  guint current = self->page;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      double top, height;

      if (!find_sheet (self, i, &top, &height))
        return;
      ex_print_sheet_set_in_view (g_ptr_array_index (self->sheets, i), top < from + size && top + height > from);
      if (top <= middle)
        current = i;
    }
  if (from == self->went_to)
    return;
  self->went_to = -1;
  if (from <= gtk_adjustment_get_lower (scroll))
    current = 0;
  else if (from + size >= gtk_adjustment_get_upper (scroll) - 0.5)
    current = self->sheets->len - 1;
  if (current != self->page)
    make_current (self, current);
}

static gboolean
look_idle_cb (gpointer data)
{
  ExPrintPages *self = data;

  self->idle_id = 0;
  if (self->sheets->len > 0)
    look (self);
  return G_SOURCE_REMOVE;
}

/* Not from within a size allocation, where nothing may be drawn again. */
static void
scrolled_cb (ExPrintPages *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (GTK_PRIORITY_RESIZE + 5, look_idle_cb, self, NULL);
}

/* ---- Keys ---- */

static gboolean
key_cb (ExPrintPages *self, guint key, guint code, GdkModifierType state)
{
  guint last = self->sheets->len - 1;

  if (self->sheets->len == 0 || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      ex_print_pages_go (self, self->page > 0 ? self->page - 1 : 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      ex_print_pages_go (self, MIN (self->page + 1, last));
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      ex_print_pages_go (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      ex_print_pages_go (self, last);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- The widget ---- */

static gboolean
ex_print_pages_grab_focus (GtkWidget *widget)
{
  ExPrintPages *self = EX_PRINT_PAGES (widget);

  return self->sheets->len > 0 && gtk_widget_grab_focus (sheet_at (self, self->page));
}

static void
clear (ExPrintPages *self)
{
  for (guint i = 0; i < self->sheets->len; i++)
    gtk_box_remove (GTK_BOX (self->box), sheet_at (self, i));
  g_ptr_array_set_size (self->sheets, 0);
  g_clear_pointer (&self->pages, ex_pages_free);
}

static void
ex_print_pages_dispose (GObject *object)
{
  ExPrintPages *self = EX_PRINT_PAGES (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (self->scroller != NULL)
    {
      g_signal_handlers_disconnect_by_data (adjustment (self), self);
      clear (self);
    }
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (ex_print_pages_parent_class)->dispose (object);
}

static void
ex_print_pages_finalize (GObject *object)
{
  g_ptr_array_unref (EX_PRINT_PAGES (object)->sheets);
  G_OBJECT_CLASS (ex_print_pages_parent_class)->finalize (object);
}

static void
ex_print_pages_class_init (ExPrintPagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_print_pages_dispose;
  G_OBJECT_CLASS (klass)->finalize = ex_print_pages_finalize;
  widget_class->grab_focus = ex_print_pages_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "printpages");
  signals[PAGE_CHANGED] = g_signal_new ("page-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ex_print_pages_init (ExPrintPages *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);
  GtkWidget *clamp = adw_clamp_new ();

  self->sheets = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  gtk_widget_add_css_class (self->box, "sheets");
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE); /* a page is higher than the view */
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), clamp);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), viewport);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE); /* before the scroller, which knows no pages */
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (adjustment (self), "value-changed", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (adjustment (self), "changed", G_CALLBACK (scrolled_cb), self);
}

/* ---- Public functions ---- */

void
ex_print_pages_set (ExPrintPages *self, ExPages *pages)
{
  g_return_if_fail (EX_IS_PRINT_PAGES (self));

  clear (self);
  self->pages = pages;
  self->page = 0;
  self->went_to = -1;
  for (guint i = 0; pages != NULL && i < ex_pages_n (pages); i++)
    {
      GtkWidget *sheet = ex_print_sheet_new (pages, i);

      g_ptr_array_add (self->sheets, sheet);
      gtk_box_append (GTK_BOX (self->box), sheet);
    }
  gtk_adjustment_set_value (adjustment (self), 0);
  if (self->sheets->len > 0)
    make_current (self, 0);
  scrolled_cb (self);
}

ExPages *
ex_print_pages_get (ExPrintPages *self)
{
  g_return_val_if_fail (EX_IS_PRINT_PAGES (self), NULL);

  return self->pages;
}

guint
ex_print_pages_get_page (ExPrintPages *self)
{
  g_return_val_if_fail (EX_IS_PRINT_PAGES (self), 0);

  return self->page;
}

void
ex_print_pages_go (ExPrintPages *self, guint page)
{
  double top, height;

  g_return_if_fail (EX_IS_PRINT_PAGES (self));
  g_return_if_fail (page < self->sheets->len);

  make_current (self, page);
  gtk_widget_grab_focus (sheet_at (self, page));
  if (!find_sheet (self, page, &top, &height))
    return;
  gtk_adjustment_set_value (adjustment (self), page == 0 ? 0 : top - GAP / 2.0);
  self->went_to = gtk_adjustment_get_value (adjustment (self));
}
