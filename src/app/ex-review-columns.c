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
#define MOST_CHARS 30
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
  gtk_list_item_set_child (item, ex_review_dots_label_new ());
}

static void
bind_state_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ExReviewsShown *shown)
{
  const ExReview *review;
  guint leader;

  if (!find (shown, gtk_list_item_get_item (item), &leader))
    return;
  review = ex_reviews_get (shown->reviews, leader);
  ex_review_dots_label_set (GTK_LABEL (gtk_list_item_get_child (item)), review->state, review->excused);
}

/* --- what is missing, and what is out of step ---------------------------------------------------------------------------------- */

/* @most: 0: as wide as any other: a column whose rows want other widths is laid out anew while it scrolls. */
static GtkWidget *
label_new (int chars, int most)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_label_set_max_width_chars (GTK_LABEL (label), most > 0 ? most : chars);
  return label;
}

/* (transfer full) a line each; NULL: nothing is out of step */
static char *
describe_flags (const ExReviews *reviews, guint leader)
{
  g_autoptr (GPtrArray) flags = ex_reviews_get_flags (reviews, leader);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < flags->len; i++)
    g_string_append_printf (text, i > 0 ? "\n%s" : "%s", (const char *) g_ptr_array_index (flags, i));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* What is out of step, else the words that do not fit. */
static gboolean
query_missing_cb (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *flags = g_object_get_data (G_OBJECT (label), "flags");

  if (flags == NULL && !pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, flags != NULL ? flags : gtk_label_get_text (label));
  return TRUE;
}

static void
setup_missing_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = label_new (MISSING_CHARS, MOST_CHARS);

  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_missing_cb), NULL);
  gtk_list_item_set_child (item, label);
}

static void
bind_missing_cb (GtkSignalListItemFactory *factory, GtkListItem *item, ExReviewsShown *shown)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *summary = NULL;
  g_autofree char *flagged = NULL;
  char *flags;
  guint leader;
  int waiting;

  if (!find (shown, gtk_list_item_get_item (item), &leader))
    return;
  summary = ex_review_summary (shown->reviews, leader, &waiting);
  flags = describe_flags (shown->reviews, leader);
  flagged = flags != NULL ? g_strdup_printf ("⚠ %s", *summary != '\0' ? summary : flags) : NULL;
  gtk_label_set_text (GTK_LABEL (label), flagged != NULL ? flagged : summary);
  /* A screen reader hears what the sign means. */
  if (flags != NULL || g_object_get_data (G_OBJECT (label), "flags") != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, flags != NULL ? flags : "", -1);
  g_object_set_data_full (G_OBJECT (label), "flags", flags, g_free);
}

/* --- due ------------------------------------------------------------------------------------------------------------------------ */

static void
setup_due_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = label_new (DUE_CHARS, 0);

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

/* Made when the pointer rests, of what is kept with the label. */
static gboolean
query_day_cb (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  ExDay due = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (label), "due"));
  g_autofree char *day = ex_format_day (due);

  gtk_tooltip_set_text (tooltip, day);
  return due != EX_DAY_NONE;
}

static void
set_day (GtkLabel *label, ExDay due)
{
  if (!gtk_widget_get_has_tooltip (GTK_WIDGET (label)))
    {
      gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
      g_signal_connect (label, "query-tooltip", G_CALLBACK (query_day_cb), NULL);
    }
  g_object_set_data (G_OBJECT (label), "due", GUINT_TO_POINTER (due));
}

void
ex_review_show_due (GtkLabel *label, const ExReviews *reviews, guint leader)
{
  ExDay due = ex_review_due (reviews, leader);
  gboolean overdue = ex_review_overdue (reviews, leader) > 0;
  g_autofree char *words = due_text (due, ex_company_get_today (ex_reviews_get_company (reviews)), overdue);
  g_autofree char *marked = overdue ? g_strconcat ("■ ", words, NULL) : NULL;

  gtk_label_set_text (label, overdue ? marked : words);
  set_day (label, due);
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
