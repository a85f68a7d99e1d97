/* Columns of a GtkColumnView: cells of text, titles that stand over their figures, and which column a user sorts by. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EX_COLUMN_UNSORTED -1

/* (transfer full): the words of a cell for an item of the model; NULL is "". */
typedef char * (* ExCellText) (gpointer item, gpointer data);

/* Appends a column. @sort: a number of the page's own by which ex_columns_get_sort() names it, EX_COLUMN_UNSORTED for none. @numeric: right-aligned
 * with tabular figures. Text that is too long ends in an ellipsis and is whole in the tooltip. @data is borrowed. */
GtkColumnViewColumn *ex_columns_append_text (GtkColumnView *view, const char *title, int sort, gboolean numeric, ExCellText text, gpointer data);

/* Cells of text in @column, which may end in an ellipsis, have room for so many letters at least. Call before rows are shown. */
void                 ex_columns_set_least_chars (GtkColumnViewColumn *column, int chars);

/* The same for cells of the caller's own making. (transfer full) of @factory. */
GtkColumnViewColumn *ex_columns_append      (GtkColumnView *view, const char *title, int sort, gboolean numeric, GtkListItemFactory *factory);

/* The first column names its row for a screen reader. Cells of a caller's own making in it call this when they are bound. */
void                 ex_columns_name_row    (GtkListItem *item, const char *name);

/* Text of @label that is too long is whole in its tooltip, which is made when somebody asks for it. */
void                 ex_columns_tip_ellipsized (GtkLabel *label);

/* Shows @column only while the table is at least @ems wide, a measure that grows with the text. Call ex_columns_watch() once, when the table
 * is in its scrolled window. */
void                 ex_columns_set_least_width (GtkColumnViewColumn *column, int ems);
void                 ex_columns_watch       (GtkColumnView *view, GtkScrolledWindow *scroller);

void                 ex_columns_clear       (GtkColumnView *view);

/* What the user has chosen by clicking a title; FALSE: nothing. Listen to "changed" of gtk_column_view_get_sorter(). */
gboolean             ex_columns_get_sort    (GtkColumnView *view, int *sort, gboolean *descending);
/* What @column was appended with as its @sort. */
int                  ex_columns_get_key     (GtkColumnViewColumn *column);

G_END_DECLS
