#include "config.h"

#include "ex-chart-table.h"

#include "ex-columns.h"
#include "ex-tab-leaves.h"

#include <glib/gi18n.h>

/* Longer cells are sentences, even when they begin with a figure. */
#define LONGEST_FIGURE 24

#define EX_TYPE_CHART_ROW (ex_chart_row_get_type ())
G_DECLARE_FINAL_TYPE (ExChartRow, ex_chart_row, EX, CHART_ROW, GObject)

struct _ExChartRow
{
  GObject parent_instance;
  GStrv   cells;
};

G_DEFINE_FINAL_TYPE (ExChartRow, ex_chart_row, G_TYPE_OBJECT)

static void
ex_chart_row_finalize (GObject *object)
{
  g_strfreev (EX_CHART_ROW (object)->cells);

  G_OBJECT_CLASS (ex_chart_row_parent_class)->finalize (object);
}

static void
ex_chart_row_class_init (ExChartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ex_chart_row_finalize;
}

static void
ex_chart_row_init (ExChartRow *self)
{
}

static GListModel *
rows_new (GPtrArray *table)
{
  GListStore *rows = g_list_store_new (EX_TYPE_CHART_ROW);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 1; i < table->len; i++)
    {
      ExChartRow *row = g_object_new (EX_TYPE_CHART_ROW, NULL);

      row->cells = g_strdupv (g_ptr_array_index (table, i));
      g_ptr_array_add (items, row);
    }
  g_list_store_splice (rows, 0, 0, items->pdata, items->len);

  return G_LIST_MODEL (rows);
}

static char *
cell_text (gpointer item, gpointer column)
{
  return g_strdup (EX_CHART_ROW (item)->cells[GPOINTER_TO_UINT (column)]);
}

static gboolean
is_figure (const char *cell)
{
  const char *start = cell;

  if (g_utf8_strlen (cell, -1) > LONGEST_FIGURE)
    return FALSE;
  while (*start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start); /* signs and currencies */

  return *start == '\0' || g_unichar_isdigit (g_utf8_get_char (start));
}

/* The first column names the row: a date there is no figure. */
static gboolean
is_numeric (GPtrArray *table, guint column)
{
  for (guint i = 1; i < table->len; i++)
    if (!is_figure (((GStrv) g_ptr_array_index (table, i))[column]))
      return FALSE;

  return column > 0 && table->len > 1;
}

GtkWidget *
ex_chart_table_new (ExChart *chart)
{
  g_autoptr (GPtrArray) table = NULL;
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (NULL);
  g_autoptr (GListModel) rows = NULL;
  GtkNoSelection *selection = NULL;
  GStrv heading = NULL;

  g_return_val_if_fail (EX_IS_CHART (chart), scroller);

  table = ex_chart_table (chart);
  rows = rows_new (table);
  heading = g_ptr_array_index (table, 0);
  selection = gtk_no_selection_new (g_object_ref (rows));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (view), GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  for (guint i = 0; heading[i] != NULL; i++)
    ex_columns_append_text (GTK_COLUMN_VIEW (view), heading[i], EX_COLUMN_UNSORTED, is_numeric (table, i), cell_text,
                            GUINT_TO_POINTER (i));
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ex_chart_get_title (chart) != NULL ? ex_chart_get_title (chart) : _("Table"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  ex_tab_leaves (scroller);

  return scroller;
}

char *
ex_chart_table_text (ExChart *chart)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) table = NULL;

  g_return_val_if_fail (EX_IS_CHART (chart), g_string_free (text, FALSE));

  table = ex_chart_table (chart);
  if (ex_chart_get_title (chart) != NULL)
    g_string_append_printf (text, "%s\n", ex_chart_get_title (chart));
  if (ex_chart_get_subtitle (chart) != NULL)
    g_string_append_printf (text, "%s\n", ex_chart_get_subtitle (chart));
  for (guint i = 0; i < table->len; i++)
    {
      g_autofree char *row = g_strjoinv ("\t", g_ptr_array_index (table, i));

      g_string_append_printf (text, "%s\n", row);
    }

  return g_string_free (text, FALSE);
}
