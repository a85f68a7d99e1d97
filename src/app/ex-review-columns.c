#include "config.h"

#include "ex-review-columns.h"

#include "core/ex-format.h"
#include "core/ex-todo.h"
#include "ex-columns.h"
#include "ex-leader-columns.h"
#include "ex-review-dots.h"
#include "ex-review-query.h"

#include <glib/gi18n.h>

#define MISSING_CHARS 14 /* asked for at least */
#define DUE_CHARS 17

/* FALSE: a row of a company that is just being replaced. */
static gboolean
find (ExReviewsShown *shown, gpointer item, guint *leader)
{
  g_autoptr (ExRow) row = ex_leader_tree_row (item);

  if (row == NULL || shown->reviews == NULL || ex_reviews_get_company (shown->reviews) != ex_row_get_company (row))
    return FALSE;
  *leader = ex_row_get_index (row);
  return TRUE;
}

/* --- text ------------------------------------------------------------------------------------------------------------------ */

static char *
title_text (gpointer item, gpointer data)
{
  ExReviewsShown *shown = data;
  guint leader;

  return find (shown, item, &leader) ? g_strdup (ex_company_get_leader (ex_reviews_get_company (shown->reviews), leader)->title) : NULL;
}

/* "84.3 %"; where something is not measured, with how much is: "(3 of 4) 84.3 %". */
static char *
describe_score (const ExStanding *standing)
{
  g_autofree char *score = ex_format_percent (standing->score);
  g_autofree char *measured = ex_format_integer (standing->measured);
  g_autofree char *all = ex_format_integer (standing->objectives);

  if (standing->measured == standing->objectives)
    return g_steal_pointer (&score);
  /* Translators: so many of all objectives are measured, then the score: "(3 of 4) 84.3 %" */
  return g_strdup_printf (_("(%s of %s) %s"), measured, all, score);
}

static char *
score_text (gpointer item, gpointer data)
{
  ExReviewsShown *shown = data;
  guint leader;

  if (!find (shown, item, &leader))
    return NULL;
  return describe_score (ex_company_get_standing (ex_reviews_get_company (shown->reviews), leader));
}

static char *
waiting_text (gpointer item, gpointer data)
{
  ExReviewsShown *shown = data;
  g_autofree char *summary = NULL;
  guint leader;
  int waiting;

  if (!find (shown, item, &leader))
    return NULL;
  summary = ex_review_summary (shown->reviews, leader, &waiting);
  return g_strdup (ex_review_waiting_name (shown->reviews, waiting));
}

/* --- state ------------------------------------------------------------------------------------------------------------------- */

static void
setup_state_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, ex_review_dots_new ());
}

static void
bind_state_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ExReviewsShown *shown)
{
  const ExReview *review;
  guint leader;

  if (!find (shown, gtk_list_item_get_item (item), &leader))
    return;
  review = ex_reviews_get (shown->reviews, leader);
  ex_review_dots_set (EX_REVIEW_DOTS (gtk_list_item_get_child (item)), review->state, review->excused);
}

/* --- what is missing, and what is out of step ---------------------------------------------------------------------------------- */

static GtkWidget *
label_new (int chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  return label;
}

static void
setup_missing_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "visible", FALSE, NULL);

  gtk_widget_add_css_class (sign, "warning");
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label_new (MISSING_CHARS));
  gtk_list_item_set_child (item, box);
}

static void
show_flags (GtkWidget *sign, ExReviews *reviews, guint leader)
{
  g_autoptr (GPtrArray) flags = ex_reviews_get_flags (reviews, leader);
  g_autofree char *words = NULL;

  gtk_widget_set_visible (sign, flags->len > 0);
  if (flags->len == 0)
    return;
  g_ptr_array_add (flags, NULL);
  words = g_strjoinv ("\n", (char **) flags->pdata);
  g_ptr_array_set_size (flags, (int) flags->len - 1);
  gtk_widget_set_tooltip_text (sign, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
bind_missing_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ExReviewsShown *shown)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_last_child (box);
  g_autofree char *summary = NULL;
  guint leader;
  int waiting;

  if (!find (shown, gtk_list_item_get_item (item), &leader))
    return;
  summary = ex_review_summary (shown->reviews, leader, &waiting);
  gtk_label_set_text (GTK_LABEL (label), summary);
  gtk_widget_set_tooltip_text (label, *summary != '\0' ? summary : NULL);
  show_flags (gtk_widget_get_first_child (box), shown->reviews, leader);
}

/* --- due ------------------------------------------------------------------------------------------------------------------------ */

static void
setup_due_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = label_new (DUE_CHARS);

  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* (transfer full): a day that has passed is not late before its phase has come. */
static char *
due_text (ExDay due, ExDay today, gboolean overdue)
{
  if (due == EX_DAY_NONE)
    return g_strdup ("");
  return due < today && !overdue ? ex_format_day (due) : ex_due_describe (due, today);
}

void
ex_review_show_due (GtkLabel *label, const ExReviews *reviews, guint leader)
{
  ExDay due = ex_review_due (reviews, leader);
  gboolean overdue = ex_review_overdue (reviews, leader) > 0;
  g_autofree char *words = due_text (due, ex_company_get_today (ex_reviews_get_company (reviews)), overdue);
  g_autofree char *marked = overdue ? g_strconcat ("■ ", words, NULL) : NULL;
  g_autofree char *day = ex_format_day (due);

  gtk_label_set_text (label, overdue ? marked : words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), *day != '\0' ? day : NULL);
  /* The sign is for the eye. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (overdue)
    gtk_widget_add_css_class (GTK_WIDGET (label), "review-overdue");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "review-overdue");
}

static void
bind_due_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ExReviewsShown *shown)
{
  guint leader;

  if (find (shown, gtk_list_item_get_item (item), &leader))
    ex_review_show_due (GTK_LABEL (gtk_list_item_get_child (item)), shown->reviews, leader);
}

/* --- the columns ------------------------------------------------------------------------------------------------------------------ */

static GtkListItemFactory *
factory_new (GCallback setup, GCallback bind, ExReviewsShown *shown)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, shown);
  return factory;
}

void
ex_review_columns_append (GtkColumnView *view, ExReviewsShown *shown)
{
  GtkColumnViewColumn *column;

  ex_leader_columns_append_name (view, EX_REVIEWS_BY_NAME, shown->tree);
  column = ex_columns_append_text (view, _("Title"), EX_REVIEWS_BY_TITLE, FALSE, title_text, shown);
  gtk_column_view_column_set_expand (column, TRUE);
  ex_columns_set_least_width (column, 60);
  ex_columns_append (view, _("State"), EX_REVIEWS_BY_STATE, FALSE,
                     factory_new (G_CALLBACK (setup_state_cb), G_CALLBACK (bind_state_cb), shown));
  column = ex_columns_append_text (view, _("Score"), EX_REVIEWS_BY_SCORE, TRUE, score_text, shown);
  ex_columns_set_least_width (column, 40);
  column = ex_columns_append (view, _("What is missing"), EX_REVIEWS_BY_MISSING, FALSE,
                              factory_new (G_CALLBACK (setup_missing_cb), G_CALLBACK (bind_missing_cb), shown));
  gtk_column_view_column_set_expand (column, TRUE);
  column = ex_columns_append_text (view, _("Waiting for"), EX_REVIEWS_BY_WAITING, FALSE, waiting_text, shown);
  gtk_column_view_column_set_fixed_width (column, 140);
  gtk_column_view_column_set_resizable (column, TRUE);
  ex_columns_set_least_width (column, 46);
  ex_columns_append (view, _("Due"), EX_REVIEWS_BY_DUE, FALSE,
                     factory_new (G_CALLBACK (setup_due_cb), G_CALLBACK (bind_due_cb), shown));
}
