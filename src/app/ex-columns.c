#include "config.h"

#include "ex-columns.h"

#include "ex-figure.h"
#include "ex-row-toggle.h"

typedef struct
{
  ExCellText text;
  gpointer   data;
  gboolean   numeric;
  gboolean   names_row;
  int        least_chars; /* -1: as few as it comes to */
} TextCell;

/* A row is what the arrow keys go to, so it is what a screen reader says; GTK would say "GtkListItemWidget". */
void
ex_columns_name_row (GtkListItem *item, const char *name)
{
  GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (item));
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "", -1);
}

/* Asked for only when the pointer rests: setting a tooltip's text for every cell that scrolls by costs more than the rest of it. */
static gboolean
query_tooltip_cb (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

void
ex_columns_tip_ellipsized (GtkLabel *label)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

static void
setup_text_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TextCell *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), cell->numeric ? 1 : 0);
  if (cell->numeric)
    gtk_widget_add_css_class (label, "numeric");
  else
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), cell->least_chars);
      ex_columns_tip_ellipsized (GTK_LABEL (label));
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_text_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TextCell *cell)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = cell->text (gtk_list_item_get_item (item), cell->data);

  if (cell->numeric)
    ex_figure_set_text (GTK_LABEL (label), text);
  else
    gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  if (cell->names_row)
    ex_columns_name_row (item, text);
}

/* The title of the column that was added last. GTK 4.8 has no say over where it stands, so the box in it is moved. */
static void
align_last_title (GtkColumnView *view)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_last_child (header) : NULL;
  GtkWidget *box = title != NULL ? gtk_widget_get_first_child (title) : NULL;

  if (box != NULL)
    gtk_widget_set_halign (box, GTK_ALIGN_END);
}

/* --- sorting ---------------------------------------------------------------------------------------------------------
 *
 * The models behind our lists sort by themselves, in a thread. All that is wanted of GtkColumnView's sorter is which column is first and
 * which way, which GTK tells only from 4.10 on. So its sorter is asked to compare two things, and the first column that it asks in turn
 * takes note of itself. */

static int probed = EX_COLUMN_UNSORTED;

static int
probe_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  if (probed == EX_COLUMN_UNSORTED)
    probed = GPOINTER_TO_INT (data);
  return GTK_ORDERING_SMALLER;
}

gboolean
ex_columns_get_sort (GtkColumnView *view, int *sort, gboolean *descending)
{
  g_autoptr (GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) b = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering order;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), FALSE);

  probed = EX_COLUMN_UNSORTED;
  order = gtk_sorter_compare (gtk_column_view_get_sorter (view), a, b);
  *sort = probed;
  *descending = order == GTK_ORDERING_LARGER;
  return probed != EX_COLUMN_UNSORTED;
}

int
ex_columns_get_key (GtkColumnViewColumn *column)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "sort")) - 1;
}

GtkColumnViewColumn *
ex_columns_append (GtkColumnView *view, const char *title, int sort, gboolean numeric, GtkListItemFactory *factory)
{
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  ex_row_toggle_mark (factory);
  if (sort != EX_COLUMN_UNSORTED)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (probe_cb, GINT_TO_POINTER (sort), NULL));
      gtk_column_view_column_set_sorter (column, sorter);
      g_object_set_data (G_OBJECT (column), "sort", GINT_TO_POINTER (sort + 1));
    }
  gtk_column_view_append_column (view, column);
  if (numeric)
    align_last_title (view);
  g_object_unref (column);
  return column;
}

GtkColumnViewColumn *
ex_columns_append_text (GtkColumnView *view, const char *title, int sort, gboolean numeric, ExCellText text, gpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  TextCell *cell = g_new (TextCell, 1);

  *cell = (TextCell) { text, data, numeric, g_list_model_get_n_items (gtk_column_view_get_columns (view)) == 0, -1 };
  g_object_set_data_full (G_OBJECT (factory), "cell", cell, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_text_cb), cell);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_text_cb), cell);
  return ex_columns_append (view, title, sort, numeric, factory);
}

void
ex_columns_set_least_chars (GtkColumnViewColumn *column, int chars)
{
  TextCell *cell = g_object_get_data (G_OBJECT (gtk_column_view_column_get_factory (column)), "cell");

  g_return_if_fail (cell != NULL);

  cell->least_chars = chars;
}

/* --- narrow windows ---------------------------------------------------------------------------------------------------- */

void
ex_columns_set_least_width (GtkColumnViewColumn *column, int ems)
{
  g_object_set_data (G_OBJECT (column), "least-width", GINT_TO_POINTER (ems));
}

static int
pixels_per_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = pango_font_metrics_get_height (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return MAX (1, height);
}

/* GTK 4.8 keeps room for a column that is not shown when its width is fixed. */
static void
show_column (GtkColumnViewColumn *column, gboolean visible)
{
  if (!visible)
    {
      g_object_set_data (G_OBJECT (column), "fixed-width", GINT_TO_POINTER (gtk_column_view_column_get_fixed_width (column)));
      gtk_column_view_column_set_fixed_width (column, -1);
    }
  gtk_column_view_column_set_visible (column, visible);
  if (visible && g_object_get_data (G_OBJECT (column), "fixed-width") != NULL)
    gtk_column_view_column_set_fixed_width (column, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "fixed-width")));
}

static gboolean
fit_columns (gpointer data)
{
  GtkColumnView *view = data;
  GtkWidget *scroller = g_object_get_data (G_OBJECT (view), "watched");
  GListModel *columns = gtk_column_view_get_columns (view);
  int ems = gtk_widget_get_width (scroller) / pixels_per_em (GTK_WIDGET (view));

  g_object_set_data (G_OBJECT (view), "fitting", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      int least = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "least-width"));

      if (ems > 0 && gtk_column_view_column_get_visible (column) != (ems >= least))
        show_column (column, ems >= least);
    }
  return G_SOURCE_REMOVE;
}

/* Not at once: the width changes while the window is being laid out. */
static void
width_changed_cb (GtkColumnView *view)
{
  if (g_object_get_data (G_OBJECT (view), "fitting") != NULL)
    return;
  g_object_set_data (G_OBJECT (view), "fitting", view);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_columns, g_object_ref (view), g_object_unref);
}

void
ex_columns_watch (GtkColumnView *view, GtkScrolledWindow *scroller)
{
  g_object_set_data (G_OBJECT (view), "watched", scroller);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (scroller), "notify::page-size", G_CALLBACK (width_changed_cb), view,
                           G_CONNECT_SWAPPED);
}

void
ex_columns_clear (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);
      gtk_column_view_remove_column (view, column);
    }
}
