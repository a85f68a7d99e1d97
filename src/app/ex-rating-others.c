#include "config.h"

#include "ex-rating-others.h"

#include "core/ex-format.h"
#include "ex-rating-choice.h"
#include "ex-review-steps.h"

#include <glib/gi18n.h>
#include <math.h>

GtkWidget *
ex_rating_line_new (const char *who, const char *rating, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  /* Translators: who rated, and the rating: "Ben Ito: 4 · Strong" */
  g_autofree char *heading = *rating != '\0' ? g_strdup_printf (_("%s: %s"), who, rating) : g_strdup (who);
  GtkWidget *head = gtk_label_new (heading);

  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_label_set_wrap (GTK_LABEL (head), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (head), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), head);
  if (text != NULL)
    {
      GtkWidget *words = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (words), 0);
      gtk_label_set_wrap (GTK_LABEL (words), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_selectable (GTK_LABEL (words), TRUE);
      gtk_widget_add_css_class (words, "quote");
      gtk_widget_add_css_class (words, "dim-label");
      gtk_box_append (GTK_BOX (box), words);
    }
  return box;
}

static char *
who_rated (ExSession *session, const ExRating *rating)
{
  const char *name = ex_review_name_of (ex_session_get_reviews (session), rating->rater_id);

  if (g_strcmp0 (ex_session_get_actor (session), rating->rater_id) == 0)
    return g_strdup (rating->role == EX_ROLE_OBSERVER ? _("You, observing") : _("You"));
  /* Translators: somebody who rated themself */
  return rating->role == EX_ROLE_SELF ? g_strdup_printf (_("%s, of themselves"), name) : g_strdup (name);
}

static void
add_rating (GtkBox *box, ExSession *session, const ExRating *rating)
{
  g_autofree char *who = who_rated (session, rating);
  g_autofree char *words = ex_rating_describe (ex_reviews_get_cycle (ex_session_get_reviews (session)), rating->rating);

  gtk_box_append (box, ex_rating_line_new (who, words, rating->comment));
}

static void
add_adjustment (GtkBox *box, ExSession *session, const ExAdjustment *adjustment)
{
  g_autofree char *words = ex_rating_describe (ex_reviews_get_cycle (ex_session_get_reviews (session)), adjustment->rating);
  /* Translators: the reason of a changed rating, and who agreed to it by name */
  g_autofree char *why = g_strdup_printf (_("%s (agreed by %s)"), adjustment->why, adjustment->agreed_by);

  gtk_box_append (box, ex_rating_line_new (_("Calibrated"), words, why));
}

static void
add_observers (GtkBox *box, const ExReviewDetail *detail, ExReviews *reviews, guint objective, const char *objective_id)
{
  double mean = ex_reviews_observed (reviews, objective);
  g_autofree char *figure = NULL;
  g_autofree char *words = NULL;

  if (isnan (mean) || detail->sheet->n_answered < EX_LEAST_OBSERVERS)
    return;
  figure = ex_format_number (mean, 1);
  words = g_strdup_printf (ngettext ("%s, the mean of %u observer", "%s, the mean of %u observers", detail->sheet->n_answered), figure,
                           detail->sheet->n_answered);
  gtk_box_append (box, ex_rating_line_new (_("Observed"), words, NULL));
  for (guint i = 0; i < detail->sheet->comments->len; i++)
    {
      const ExRating *said = g_ptr_array_index (detail->sheet->comments, i);

      if (said->comment != NULL && g_str_equal (said->objective_id, objective_id))
        gtk_box_append (box, ex_rating_line_new (_("An observer"), "", said->comment));
    }
}

gboolean
ex_rating_others_fill (GtkBox *box, ExSession *session, guint objective, ExRole role, const char *rater_id, const ExReviewDetail *detail)
{
  ExReviews *reviews = ex_session_get_reviews (session);
  ExCompany *company = ex_session_get_company (session);
  int viewer = ex_company_find_leader (company, ex_session_get_actor (session));
  int leader = ex_company_find_leader (company, detail->leader_id);
  const char *id = ex_company_get_objective (company, objective)->id;
  const ExAdjustment *adjustment = ex_review_detail_find_adjustment (detail, id);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (ExRole shown = EX_ROLE_SELF; shown <= EX_ROLE_OBSERVER; shown++)
    for (guint i = 0; i < detail->sheet->ratings->len; i++)
      {
        const ExRating *rating = g_ptr_array_index (detail->sheet->ratings, i);
        gboolean own = rater_id != NULL && rating->role == role && g_str_equal (rating->rater_id, rater_id);

        if (!own && rating->role == shown && g_str_equal (rating->objective_id, id) && (rating->rating > 0 || rating->comment != NULL))
          add_rating (box, session, rating);
      }
  if (leader >= 0 && ex_reviews_sees_manager (reviews, viewer >= 0 ? viewer : EX_NOBODY, (guint) leader))
    {
      if (adjustment != NULL)
        add_adjustment (box, session, adjustment);
      add_observers (box, detail, reviews, objective, id);
    }
  return gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL;
}
