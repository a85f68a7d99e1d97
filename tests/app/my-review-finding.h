/* What the tests of My Review and of the dialogs that it opens look for and press. */
#pragma once

#include "app-fixture.h"
#include "review-company.h"

#include "app/ex-page.h"
#include "app/ex-rating-choice.h"
#include "app/ex-rating-row.h"

#include <adwaita.h>
#include <string.h>

static inline GtkWidget *
page_of (ExWindow *window)
{
  return ex_window_get_page (window, "my-review");
}

static inline ExReviews *
reviews_of (ExWindow *window)
{
  return ex_session_get_reviews (ex_window_get_session (window));
}

static inline const ExReview *
review_of (ExWindow *window, const char *leader_id)
{
  ExReviews *reviews = reviews_of (window);

  return ex_reviews_get (reviews, (guint) ex_company_find_leader (ex_reviews_get_company (reviews), leader_id));
}

/* Takes the store, closes it, opens the window on it as @actor. */
static inline ExWindow *
open_as (ExStore *store, const char *actor)
{
  g_autofree char *path = g_strdup (ex_store_get_path (store));
  ExWindow *window;

  ex_store_close (store);
  window = open_window (path);
  ex_session_set_actor (ex_window_get_session (window), actor);
  ex_window_show_page (window, "my-review");
  settle (window);
  return window;
}

static inline ExStore *
fresh_reviews (void)
{
  g_autofree char *path = fresh_path ("my-review.exemplar");

  return make_reviews (path);
}

static inline gboolean
has_words (GtkWidget *widget, gpointer words)
{
  return gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

/* Anywhere in a label in view. */
static inline gboolean
mentions (GtkWidget *root, const char *words)
{
  return find_widget (root, GTK_TYPE_LABEL, has_words, (gpointer) words) != NULL;
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
is_row_of (GtkWidget *widget, gpointer id)
{
  return g_strcmp0 (ex_rating_row_get_objective (EX_RATING_ROW (widget)), id) == 0;
}

static inline GtkWidget *
rating_row (GtkWidget *root, const char *objective_id)
{
  GtkWidget *row = find_widget (root, EX_TYPE_RATING_ROW, is_row_of, (gpointer) objective_id);

  g_assert_nonnull (row);
  return row;
}

static inline GtkTextView *
comment_of (GtkWidget *row)
{
  return GTK_TEXT_VIEW (find_widget (row, GTK_TYPE_TEXT_VIEW, NULL, NULL));
}

static inline void
type_comment (GtkWidget *row, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (comment_of (row)), text, -1);
}

static inline char *
typed_comment (GtkWidget *row)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (comment_of (row));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static inline gboolean
reads (GtkWidget *widget, gpointer label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static inline void
choose_rating (GtkWidget *row, int rating)
{
  g_autofree char *label = g_strdup_printf ("%d", rating);
  GtkWidget *button = find_widget (row, GTK_TYPE_TOGGLE_BUTTON, reads, label);

  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static inline const ExMark *
self_mark (ExWindow *window, const char *objective_id)
{
  ExReviews *reviews = reviews_of (window);

  return ex_reviews_get_self (reviews, (guint) ex_company_find_objective (ex_reviews_get_company (reviews), objective_id));
}

static inline ExCompany *
company_of (ExWindow *window)
{
  return ex_session_get_company (ex_window_get_session (window));
}

/* (nullable) */
static inline const ExObjective *
objective_of (ExWindow *window, const char *id)
{
  int index = ex_company_find_objective (company_of (window), id);

  return index >= 0 ? ex_company_get_objective (company_of (window), (guint) index) : NULL;
}

static inline const ExReading *
reading_of (ExWindow *window, const char *id)
{
  return ex_company_get_reading (company_of (window), (guint) ex_company_find_objective (company_of (window), id));
}

static inline void
type (GtkWidget *dialog, const char *field, const char *text)
{
  GtkWidget *row = row_titled (dialog, field);

  g_test_message ("%s: %s", field, text);
  g_assert_true (gtk_widget_is_sensitive (row));
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* Everybody's objectives agreed but Dee's, and the cycle in assess. */
static inline ExStore *
agreed_in_assess (void)
{
  ExStore *store = fresh_reviews ();

  bring_review (store, "a", EX_REVIEW_AGREED);
  bring_review (store, "b", EX_REVIEW_AGREED);
  bring_review (store, "c", EX_REVIEW_AGREED);
  advance_cycle_to (store, EX_PHASE_ASSESS);
  return store;
}
