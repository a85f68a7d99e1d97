/* What the tests of one review look for and press. */
#pragma once

#include "reviews-finding.h"

#include "app/ex-page.h"
#include "app/ex-rating-choice.h"
#include "app/ex-rating-row.h"
#include "app/ex-review-view.h"

static inline GtkWidget *
view_of (ExWindow *window)
{
  return find_widget (page_of (window), EX_TYPE_REVIEW_VIEW, NULL, NULL);
}

static inline void
show_review (ExWindow *window, const char *leader_id)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show", "(sss)", "reviews", "leader", leader_id);
  settle (window);
}

static inline ExWindow *
open_review (ExStore *store, const char *actor, const char *leader_id)
{
  ExWindow *window = open_reviews (store, actor);

  show_review (window, leader_id);
  return window;
}

static inline gboolean
is_row_of (GtkWidget *widget, gpointer id)
{
  return g_strcmp0 (ex_rating_row_get_objective (EX_RATING_ROW (widget)), id) == 0;
}

static inline GtkWidget *
rating_row (ExWindow *window, const char *objective_id)
{
  GtkWidget *row = find_widget (view_of (window), EX_TYPE_RATING_ROW, is_row_of, (gpointer) objective_id);

  g_assert_nonnull (row);
  return row;
}

/* Whether the ratings can be written. */
static inline gboolean
is_open (ExWindow *window, const char *objective_id)
{
  GtkWidget *choice = find_widget (rating_row (window, objective_id), EX_TYPE_RATING_CHOICE, NULL, NULL);

  return choice != NULL && gtk_widget_get_mapped (choice);
}

static inline gboolean
reads (GtkWidget *widget, gpointer label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static inline void
rate (ExWindow *window, const char *objective_id, int rating)
{
  g_autofree char *label = g_strdup_printf ("%d", rating);
  GtkWidget *row = rating_row (window, objective_id);
  GtkWidget *button = find_widget (row, GTK_TYPE_TOGGLE_BUTTON, reads, label);
  GtkWidget *check = find_widget (row, GTK_TYPE_CHECK_BUTTON, NULL, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_widget (row, GTK_TYPE_TEXT_VIEW, NULL, NULL))), "As it looks", -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  if (check != NULL && gtk_widget_get_mapped (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

/* The page's own, not one of a figure's. */
static inline gboolean
reads_more (GtkWidget *widget, gpointer data)
{
  return g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)), "_More") == 0;
}

/* The labels of the menu, ", " between. (transfer full) */
static inline char *
menu_text (ExWindow *window)
{
  GtkWidget *more = find_widget (view_of (window), GTK_TYPE_MENU_BUTTON, reads_more, NULL);
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (more));
  GString *text = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *label = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", label);
    }
  return g_string_free (text, FALSE);
}

#define assert_menu(window, wanted)              \
  G_STMT_START                                   \
  {                                              \
    g_autofree char *found = menu_text (window); \
    g_assert_cmpstr (found, ==, wanted);         \
  }                                              \
  G_STMT_END

typedef struct
{
  ExWindow     *window;
  const char   *leader;
  ExReviewState state;
} Wanted;

static inline gboolean
is_in_state (gpointer data)
{
  const Wanted *wanted = data;

  return ex_window_is_settled (wanted->window) && review_of (wanted->window, wanted->leader)->state == wanted->state;
}

static inline ExStore *
at_state (const char *leaders, ExReviewState state)
{
  ExStore *store = fresh_reviews ();

  for (guint i = 0; leaders[i] != '\0'; i++)
    {
      const char id[] = { leaders[i], '\0' };

      bring_review (store, id, state);
    }
  return store;
}
