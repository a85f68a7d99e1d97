/* What the tests of the Reviews page look for and press. */
#pragma once

#include "app-fixture.h"
#include "review-company.h"

#include "app/ex-leader-tree.h"

#include <adwaita.h>

#include <string.h>

/* Takes the store, closes it, opens the window on it as @actor, with the Reviews page in view. */
static inline ExWindow *
open_reviews (ExStore *store, const char *actor)
{
  g_autofree char *path = g_strdup (ex_store_get_path (store));
  ExWindow *window;

  ex_store_close (store);
  window = open_window (path);
  ex_session_set_actor (ex_window_get_session (window), actor);
  ex_window_show_page (window, "reviews");
  settle (window);
  return window;
}

static inline ExStore *
fresh_reviews (void)
{
  g_autofree char *path = fresh_path ("reviews.exemplar");

  return make_reviews (path);
}

static inline GtkWidget *
page_of (ExWindow *window)
{
  return ex_window_get_page (window, "reviews");
}

static inline const ExReview *
review_of (ExWindow *window, const char *leader_id)
{
  ExReviews *reviews = ex_session_get_reviews (ex_window_get_session (window));

  return ex_reviews_get (reviews, (guint) ex_company_find_leader (ex_reviews_get_company (reviews), leader_id));
}

static inline gboolean
label_has_words (GtkWidget *widget, gpointer words)
{
  return gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

/* Anywhere in a label in view. */
static inline gboolean
mentions (GtkWidget *root, const char *words)
{
  return root != NULL && find_widget (root, GTK_TYPE_LABEL, label_has_words, (gpointer) words) != NULL;
}

static inline void
click (GtkWidget *root, const char *label)
{
  GtkWidget *button = button_of (root, label);

  g_test_message ("clicking “%s”", label);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static inline gboolean
is_named (GtkWidget *widget, gpointer name)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), name);
}

/* The first widget of a type that only its own file knows. */
static inline GtkWidget *
part_of (GtkWidget *root, const char *type)
{
  return find_widget (root, GTK_TYPE_WIDGET, is_named, (gpointer) type);
}

static inline GtkColumnView *
table_of (ExWindow *window)
{
  return GTK_COLUMN_VIEW (find_widget (page_of (window), GTK_TYPE_COLUMN_VIEW, NULL, NULL));
}

static inline GtkSelectionModel *
rows_of (ExWindow *window)
{
  return gtk_column_view_get_model (table_of (window));
}

/* (transfer full) "a b d": the leaders of the rows, those selected in brackets */
static inline char *
rows_text (ExWindow *window)
{
  GtkSelectionModel *rows = rows_of (window);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (rows), i);
      g_autoptr (ExRow) row = ex_leader_tree_row (item);
      const char *id = ex_company_get_leader (ex_row_get_company (row), ex_row_get_index (row))->id;

      g_string_append_printf (text, gtk_selection_model_is_selected (rows, i) ? "%s[%s]" : "%s%s", i > 0 ? " " : "", id);
    }
  return g_string_free (text, FALSE);
}

#define assert_rows(window, wanted)               \
  G_STMT_START                                    \
  {                                               \
    g_autofree char *found = rows_text (window);  \
    g_assert_cmpstr (found, ==, wanted);          \
  }                                               \
  G_STMT_END

static inline gboolean
bar_is_there (gpointer window)
{
  GtkWidget *bar = part_of (page_of (window), "ExReviewBar");

  return mentions (bar, " selected");
}

/* Selects the row of a leader, beside those that are selected; the bar comes up. */
static inline void
select_leader (ExWindow *window, const char *id)
{
  GtkSelectionModel *rows = rows_of (window);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (rows), i);
      g_autoptr (ExRow) row = ex_leader_tree_row (item);

      if (g_str_equal (ex_company_get_leader (ex_row_get_company (row), ex_row_get_index (row))->id, id))
        {
          gtk_selection_model_select_item (rows, i, FALSE);
          wait_until (bar_is_there, window);
          return;
        }
    }
  g_error ("No row of %s", id);
}

static inline GtkTextBuffer *
reason_of (GtkWidget *dialog)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_widget (dialog, GTK_TYPE_TEXT_VIEW, NULL, NULL)));
}

/* Types the reason that the dialog asks for, and presses its button. */
static inline void
give_reason (ExWindow *window, const char *why, const char *label)
{
  wait_until (has_dialog, window);
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog_of (window), label)));
  gtk_text_buffer_set_text (reason_of (dialog_of (window)), "  \n ", -1);
  g_assert_false (gtk_widget_is_sensitive (button_of (dialog_of (window), label)));
  gtk_text_buffer_set_text (reason_of (dialog_of (window)), why, -1);
  click (dialog_of (window), label);
  wait_until (has_no_dialog, window);
}

static inline void
close_dialog (ExWindow *window)
{
  wait_until (has_dialog, window);
  gtk_window_close (GTK_WINDOW (dialog_of (window)));
  wait_until (has_no_dialog, window);
}

static inline void
sort_by (ExWindow *window, guint column, GtkSortType order)
{
  g_autoptr (GtkColumnViewColumn) item = g_list_model_get_item (gtk_column_view_get_columns (table_of (window)), column);

  gtk_column_view_sort_by_column (table_of (window), item, order);
}

static inline GtkWidget *
bar_of (ExWindow *window)
{
  return part_of (page_of (window), "ExReviewBar");
}
