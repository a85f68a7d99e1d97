/* The upper part of a review: who, where it stands, what is out of step, and the figures side by side. */
#include "config.h"

#include "ex-review-view-private.h"

#include "core/ex-format.h"
#include "core/ex-gate.h"
#include "ex-figure.h"
#include "ex-leader-columns.h"
#include "ex-leader-rows.h"
#include "ex-objective-rows.h"
#include "ex-review-columns.h"
#include "ex-review-query.h"
#include "ex-review-words.h"
#include "ex-row-group.h"
#include "ex-why-button.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static GtkWidget *
wrapped (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

/* --- who ------------------------------------------------------------------------------------------------------------------------------- */

static void
show_who (ExReviewView *self, const ExReviews *reviews, guint leader)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  const ExLeader *record = ex_company_get_leader (company, leader);
  int reviewer = ex_reviews_get_reviewer (reviews, leader);

  gtk_label_set_text (self->name, record->name);
  empty (self->trail);
  gtk_box_append (GTK_BOX (self->trail), ex_trail_button_new (record->title != NULL ? record->title : record->id, "leaders", "leader", record->id));
  if (reviewer == EX_NO_ONE)
    {
      gtk_box_append (GTK_BOX (self->trail), gtk_label_new (_("reviewed by nobody yet")));
      return;
    }
  /* Translators: before the name of a reviewer */
  gtk_box_append (GTK_BOX (self->trail), gtk_label_new (_("reviewed by")));
  if (reviewer >= 0)
    gtk_box_append (GTK_BOX (self->trail), ex_trail_button_new (ex_company_get_leader (company, (guint) reviewer)->name, "reviews", "leader",
                                                                ex_company_get_leader (company, (guint) reviewer)->id));
  else
    gtk_box_append (GTK_BOX (self->trail), gtk_label_new (ex_reviews_get_reviewer_name (reviews, leader)));
}

/* "2 objectives not linked; waiting for Ana Okafor." A name that is written from right to left is best last. (transfer full) */
static char *
waits_text (const char *summary, const char *who)
{
  g_autofree char *first = NULL;
  g_autofree char *sentence = NULL;

  if (*summary == '\0')
    return g_strdup ("");
  first = g_utf8_strup (summary, (gssize) (g_utf8_next_char (summary) - summary));
  sentence = g_strconcat (first, g_utf8_next_char (summary), NULL);
  if (*who == '\0' || strstr (summary, who) != NULL)
    return g_strdup_printf (_("%s."), sentence);
  /* Translators: what is missing in a review, and whom it waits for */
  return g_strdup_printf (_("%s; waiting for %s."), sentence, who);
}

static void
show_waits (ExReviewView *self, const ExReviews *reviews, guint leader)
{
  const ExReview *review = ex_reviews_get (reviews, leader);
  g_autofree char *words = NULL;
  int waiting;
  g_autofree char *summary = ex_review_summary (reviews, leader, &waiting);

  if (review->excused && review->excuse != NULL)
    words = g_strdup_printf (_("Excused: %s"), review->excuse);
  else
    words = waits_text (summary, ex_review_waiting_name (reviews, waiting));
  gtk_label_set_text (self->waits, words);
  gtk_widget_set_visible (GTK_WIDGET (self->waits), *words != '\0');
}

static void
show_flags (ExReviewView *self, const ExReviews *reviews, guint leader)
{
  g_autoptr (GPtrArray) flags = ex_reviews_get_flags (reviews, leader);

  empty (self->flags);
  for (guint i = 0; i < flags->len; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *sign = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (sign, "warning");
      gtk_widget_set_valign (sign, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), sign);
      gtk_box_append (GTK_BOX (box), wrapped (g_ptr_array_index (flags, i)));
      gtk_box_append (GTK_BOX (self->flags), box);
    }
  gtk_widget_set_visible (self->flags, flags->len > 0);
}

/* --- figures ------------------------------------------------------------------------------------------------------------------------------ */

static void
add_fact (ExReviewView *self, GtkSizeGroup *line, const char *name, const char *value, const char *of, const ExWorking *working)
{
  GtkWidget *figure = ex_leader_figure_new (value, of, working);

  gtk_size_group_add_widget (line, figure);
  gtk_flow_box_insert (self->facts, ex_objective_fact_new (name, figure), -1);
}

static void
add_score (ExReviewView *self, GtkSizeGroup *line, const ExReviews *reviews, guint leader)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  const ExStanding *standing = ex_company_get_standing (company, leader);
  g_autoptr (ExWorking) working = ex_working_new ();
  g_autofree char *value = ex_format_percent (standing->score);
  g_autofree char *of = g_strdup_printf (_("Score of %s"), ex_company_get_leader (company, leader)->name);
  g_autofree char *measured = ex_leader_objectives_text (standing);
  /* Translators: a figure, and how many of the objectives it has measured: "Score, 3 of 4 measured" */
  g_autofree char *name = standing->measured < standing->objectives ? g_strdup_printf (_("%s, %s"), _("Score"), measured) : g_strdup (_("Score"));

  ex_company_explain_score (company, leader, working);
  add_fact (self, line, name, value, of, standing->objectives > 0 ? working : NULL);
}

static void
add_mean (ExReviewView *self, GtkSizeGroup *line, const char *name, double mean)
{
  g_autofree char *value = NULL;

  if (isnan (mean))
    return;
  value = ex_format_number (mean, 2);
  add_fact (self, line, name, value, name, NULL);
}

static void
add_observed (ExReviewView *self, GtkSizeGroup *line, const ExReviews *reviews, guint leader)
{
  guint answered;
  double mean = ex_reviews_mean_observers (reviews, leader, &answered);
  g_autofree char *name = g_strdup_printf (ngettext ("Mean of %u observer", "Mean of %u observers", answered), answered);

  add_mean (self, line, name, mean);
}

static void
show_facts (ExReviewView *self, const ExReviews *reviews, guint leader, int viewer)
{
  g_autoptr (GtkSizeGroup) line = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->facts, 0)) != NULL)
    gtk_flow_box_remove (self->facts, GTK_WIDGET (child));
  add_score (self, line, reviews, leader);
  if (viewer == EX_NO_ONE)
    return;
  if (ex_reviews_sees_self (reviews, viewer, leader))
    add_mean (self, line, _("Self rating"), ex_reviews_mean_self (reviews, leader));
  if (!ex_reviews_sees_manager (reviews, viewer, leader))
    return;
  add_mean (self, line, _("First rating"), ex_reviews_mean_first (reviews, leader));
  if (ex_reviews_mean_final (reviews, leader) != ex_reviews_mean_first (reviews, leader))
    add_mean (self, line, _("After calibration"), ex_reviews_mean_final (reviews, leader));
  add_observed (self, line, reviews, leader);
}

/* --- the talk–walk gap ----------------------------------------------------------------------------------------------------------------------- */

static char *
gap_text (const char *name, double gap, const char *other)
{
  g_autofree char *points = ex_format_number (fabs (gap), 2);

  if (fabs (gap) < 0.005)
    return g_strdup_printf (_("The self ratings of %s are the same as those of %s."), name, other);
  if (gap > 0)
    return g_strdup_printf (_("The self ratings of %s are %s points above those of %s."), name, points, other);
  return g_strdup_printf (_("The self ratings of %s are %s points below those of %s."), name, points, other);
}

static void
add_gap (ExReviewView *self, const char *name, double gap, const char *other, const ExWorking *working)
{
  GtkWidget *box, *why;
  g_autofree char *words = NULL;
  g_autofree char *of = NULL;

  if (isnan (gap))
    return;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  why = ex_why_button_new ();
  words = gap_text (name, gap, other);
  of = g_strdup_printf (_("Gap between %s and %s"), name, other);
  ex_why_button_set_working (EX_WHY_BUTTON (why), of, working);
  gtk_box_append (GTK_BOX (box), wrapped (words));
  gtk_box_append (GTK_BOX (box), why);
  gtk_box_append (GTK_BOX (self->gaps), box);
}

/* Who gave the ratings that count; while nobody has, who reviews. */
static const char *
rater_name (const ExReviews *reviews, guint leader)
{
  const ExReview *review = ex_reviews_get (reviews, leader);
  int rater = review->assessed_by != NULL ? ex_company_find_leader (ex_reviews_get_company (reviews), review->assessed_by) : -1;

  if (rater >= 0)
    return ex_company_get_leader (ex_reviews_get_company (reviews), (guint) rater)->name;
  if (review->assessed_by != NULL)
    return ex_cycle_board_name (ex_reviews_get_cycle (reviews));
  return ex_reviews_get_reviewer_name (reviews, leader);
}

static void
show_gaps (ExReviewView *self, const ExReviews *reviews, guint leader, int viewer)
{
  const char *name = ex_company_get_leader (ex_reviews_get_company (reviews), leader)->name;
  g_autoptr (ExWorking) by_manager = ex_working_new ();
  g_autoptr (ExWorking) by_observers = ex_working_new ();

  empty (self->gaps);
  if (viewer != EX_NO_ONE && ex_reviews_sees_self (reviews, viewer, leader) && ex_reviews_sees_manager (reviews, viewer, leader))
    {
      add_gap (self, name, ex_reviews_gap_manager (reviews, leader, by_manager), rater_name (reviews, leader), by_manager);
      add_gap (self, name, ex_reviews_gap_observers (reviews, leader, by_observers), _("the observers"), by_observers);
    }
  gtk_widget_set_visible (self->gaps, gtk_widget_get_first_child (self->gaps) != NULL);
}

/* --- doors ------------------------------------------------------------------------------------------------------------------------------------- */

void
ex_review_view_show_head (ExReviewView *self, guint leader)
{
  const ExReviews *reviews = ex_session_get_reviews (self->session);
  const ExReview *review = ex_reviews_get (reviews, leader);
  int viewer = ex_review_viewer (self->session);

  show_who (self, reviews, leader);
  ex_review_dots_set (self->dots, review->state, review->excused);
  ex_review_show_due (self->due, reviews, leader);
  show_waits (self, reviews, leader);
  show_flags (self, reviews, leader);
  show_facts (self, reviews, leader, viewer);
  show_gaps (self, reviews, leader, viewer);
}
