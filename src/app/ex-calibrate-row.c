#include "config.h"

#include "ex-calibrate-row.h"

#include "core/ex-format.h"
#include "ex-calibrate-columns.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

static GtkWidget *
label_new (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

/* --- ratings side by side ------------------------------------------------------------------------------------------------- */

/* "Self" over "4" over "Exceeded". @value: as a figure. */
static void
add_figure (GtkWidget *box, const char *what, const char *value, const char *word, gboolean struck)
{
  GtkWidget *figure = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = label_new (what, "caption"), *number = label_new (value, "title-3"), *words = label_new (word, "caption");
  /* Translators: for screen readers, of a rating that is struck through: "First: 4 Exceeded, since adjusted" */
  g_autofree char *name = struck ? g_strdup_printf (_("%s: %s %s, since adjusted"), what, value, word) : g_strdup_printf ("%s: %s %s", what, value, word);

  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  if (struck)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      gtk_label_set_attributes (GTK_LABEL (number), attributes);
      gtk_widget_add_css_class (number, "dim-label");
      gtk_widget_add_css_class (words, "dim-label");
    }
  gtk_widget_set_size_request (figure, 96, -1);
  gtk_box_append (GTK_BOX (figure), caption);
  gtk_box_append (GTK_BOX (figure), number);
  gtk_box_append (GTK_BOX (figure), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), figure);
}

static void
add_rating (GtkWidget *box, const ExCycle *cycle, const char *what, int rating, gboolean struck)
{
  g_autofree char *value = rating > 0 ? ex_format_integer (rating) : g_strdup ("–");

  add_figure (box, what, value, rating > 0 ? ex_cycle_rating_word (cycle, rating) : "", struck);
}

static GtkWidget *
figures_new (const ExCalibrateFacts *facts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const ExCycle *cycle = ex_reviews_get_cycle (facts->reviews);
  const ExMark *self = ex_reviews_get_self (facts->reviews, facts->objective);
  const ExMark *first = ex_reviews_get_first (facts->reviews, facts->objective);
  int adjusted = ex_reviews_get_adjusted (facts->reviews, facts->objective);
  double observed = ex_reviews_observed (facts->reviews, facts->objective);

  add_rating (box, cycle, _("Self"), self != NULL ? self->rating : 0, FALSE);
  add_rating (box, cycle, _("First"), first != NULL ? first->rating : 0, adjusted > 0);
  if (adjusted > 0)
    add_rating (box, cycle, _("Adjusted"), adjusted, FALSE);
  if (!isnan (observed))
    {
      g_autofree char *mean = ex_calibrate_mean_text (observed);

      add_figure (box, _("Observers"), mean, "", FALSE);
    }
  return box;
}

/* --- words ------------------------------------------------------------------------------------------------------------------- */

static void
add_words (GtkWidget *box, const char *who, const char *words)
{
  g_autofree char *text = NULL;

  if (words == NULL || *words == '\0')
    return;
  /* Translators: who says it, and what: "Self: We kept all of them." */
  text = g_strdup_printf (_("%s: %s"), who, words);
  gtk_box_append (GTK_BOX (box), label_new (text, NULL));
}

static void
add_comments (GtkWidget *box, const ExCalibrateFacts *facts)
{
  const ExObjective *objective = ex_company_get_objective (ex_reviews_get_company (facts->reviews), facts->objective);
  int leader = ex_company_find_leader (ex_reviews_get_company (facts->reviews), objective->leader_id);
  const ExReview *review = ex_reviews_get (facts->reviews, (guint) leader);
  const ExRating *self = ex_review_detail_find_rating (facts->detail, objective->id, EX_ROLE_SELF, NULL);
  const ExRating *first = ex_review_detail_find_rating (facts->detail, objective->id, EX_ROLE_MANAGER, review->assessed_by);
  const ExAdjustment *adjustment = ex_review_detail_find_adjustment (facts->detail, objective->id);

  add_words (box, _("Self"), self != NULL ? self->comment : NULL);
  add_words (box, _("Reviewer"), first != NULL ? first->comment : NULL);
  if (adjustment != NULL)
    {
      g_autofree char *agreed = g_strdup_printf (_("Agreed by %s."), adjustment->agreed_by);
      g_autofree char *why = g_strdup_printf ("%s %s", adjustment->why, agreed);

      add_words (box, _("Why adjusted"), why);
    }
}

/* --- the row ------------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
adjust_button_new (const ExCalibrateFacts *facts, const ExObjective *objective)
{
  GtkWidget *button = gtk_button_new_with_label (_("Adjust…"));
  g_autofree char *name = g_strdup_printf (_("Adjust the rating of “%s”"), objective->title);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", objective->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calibrate.adjust");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (button, facts->can);
  return button;
}

static GtkWidget *
head_new (const ExCalibrateFacts *facts, const ExObjective *objective)
{
  const ExReading *reading = ex_company_get_reading (ex_reviews_get_company (facts->reviews), facts->objective);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *weight = ex_format_weight (objective->weight);
  g_autofree char *score = ex_format_percent (reading->score);
  /* Translators: an objective's weight and its score */
  g_autofree char *facts_text = reading->measured ? g_strdup_printf (_("weighs %s · score %s"), weight, score)
                                                  : g_strdup_printf (_("weighs %s · not measured"), weight);
  GtkWidget *caption = label_new (facts_text, "caption");

  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (caption, "numeric");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), label_new (objective->title, "heading"));
  gtk_box_append (GTK_BOX (words), caption);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), adjust_button_new (facts, objective));
  return head;
}

GtkWidget *
ex_calibrate_row_new (const ExCalibrateFacts *facts)
{
  const ExObjective *objective = ex_company_get_objective (ex_reviews_get_company (facts->reviews), facts->objective);
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_box_append (GTK_BOX (box), head_new (facts, objective));
  gtk_box_append (GTK_BOX (box), figures_new (facts));
  if (facts->detail != NULL)
    add_comments (box, facts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), objective->title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, objective->title, -1);
  return row;
}
