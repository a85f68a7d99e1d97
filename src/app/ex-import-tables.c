#include "config.h"

#include "ex-import-tables.h"

#include "core/ex-format.h"
#include "ex-columns.h"

#include <glib/gi18n.h>
#include <string.h>

#define WORDS_CHARS 40 /* of a problem, at least; the rest wraps */
#define CELL_CHARS 32  /* of a record */

/* --- problems --------------------------------------------------------------------------------------------------------------- */

static void
setup_kind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_kind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gboolean warning = ex_import_item_get_problem (gtk_list_item_get_item (item))->warning;
  GtkWidget *box = gtk_list_item_get_child (item);

  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (box)), warning ? "dialog-warning-symbolic" : "dialog-error-symbolic");
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), warning ? _("Warning") : _("Problem"));
  gtk_widget_remove_css_class (box, warning ? "error" : "warning");
  gtk_widget_add_css_class (box, warning ? "warning" : "error");
}

static void
setup_words_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), WORDS_CHARS);
  gtk_list_item_set_child (item, label);
}

/* Without the hint for the command line, "(--map name=COLUMN)": here one goes back a step instead. (transfer full) */
static char *
words_of (const ExProblem *problem)
{
  const char *hint = strstr (problem->text, " (--");
  const char *end = hint != NULL ? strchr (hint, ')') : NULL;

  if (end == NULL)
    return g_strdup (problem->text);
  return g_strdup_printf ("%.*s%s", (int) (hint - problem->text), problem->text, end + 1);
}

static void
bind_words_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_autofree char *words = words_of (ex_import_item_get_problem (gtk_list_item_get_item (item)));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), words);
  ex_columns_name_row (item, words);
}

static GtkListItemFactory *
factory_new (GCallback setup, GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, NULL);
  return factory;
}

static char *
line_text (gpointer item, gpointer data)
{
  return ex_format_integer (ex_import_item_get_problem (item)->line);
}

static char *
heading_text (gpointer item, gpointer data)
{
  const char *heading = ex_import_item_get_heading (item);

  return heading != NULL ? g_strdup (heading) : ex_format_integer (ex_import_item_get_problem (item)->column);
}

void
ex_import_problem_columns_append (GtkColumnView *view)
{
  GtkColumnViewColumn *column;

  ex_columns_append (view, _("Kind"), EX_COLUMN_UNSORTED, FALSE, factory_new (G_CALLBACK (setup_kind_cb), G_CALLBACK (bind_kind_cb)));
  ex_columns_append_text (view, _("Line"), EX_COLUMN_UNSORTED, TRUE, line_text, NULL);
  column = ex_columns_append_text (view, _("Column"), EX_COLUMN_UNSORTED, FALSE, heading_text, NULL);
  gtk_column_view_column_set_fixed_width (column, 120);
  gtk_column_view_column_set_resizable (column, TRUE);
  column = ex_columns_append (view, _("What is wrong"), EX_COLUMN_UNSORTED, FALSE,
                              factory_new (G_CALLBACK (setup_words_cb), G_CALLBACK (bind_words_cb)));
  gtk_column_view_column_set_expand (column, TRUE);
}

char *
ex_import_problems_selected_text (GtkSelectionModel *selection)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (selection);
  GString *text = g_string_new (NULL);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, chosen, &position); more; more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (ExImportItem) item = g_list_model_get_item (G_LIST_MODEL (selection), position);
      g_autofree char *line = line_text (item, NULL);
      g_autofree char *heading = heading_text (item, NULL);
      g_autofree char *what = words_of (ex_import_item_get_problem (item));

      /* Translators: where a problem is in a file, and what is wrong: "Line 12, Manager: …" */
      g_string_append_printf (text, _("Line %s, %s: %s"), line, heading, what);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* --- records ------------------------------------------------------------------------------------------------------------------ */

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_CHARS);
  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  const char * const *cells = ex_import_item_get_cells (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *words = cells[GPOINTER_TO_UINT (column)];

  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_widget_set_tooltip_text (label, *words != '\0' ? words : NULL);
  if (GPOINTER_TO_UINT (column) == 0)
    ex_columns_name_row (item, words);
}

/* As wide as what is in it: GTK gives a column no more than its title's natural width until its rows are seen. */
static int
width_of (GtkWidget *view, const ExImportDraft *draft, guint column)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (view, g_ptr_array_index (draft->titles, column));
  int widest;

  pango_layout_get_pixel_size (layout, &widest, NULL);
  for (guint i = 0; i < draft->rows->len; i++)
    {
      char **cells = g_ptr_array_index (draft->rows, i);
      int width;

      pango_layout_set_text (layout, cells[column], -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  return MIN (widest, 240) + 24;
}

void
ex_import_record_columns_set (GtkColumnView *view, ExImportDraft *draft)
{
  ex_columns_clear (view);
  for (guint i = 0; i < draft->titles->len; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (i));
      column = ex_columns_append (view, g_ptr_array_index (draft->titles, i), EX_COLUMN_UNSORTED, FALSE, factory);
      gtk_column_view_column_set_fixed_width (column, width_of (GTK_WIDGET (view), draft, i));
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, i == draft->titles->len - 1);
    }
}
