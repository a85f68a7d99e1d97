/* An objective of a review on paper: its line, where it stands, what was said of it. */
#include "config.h"

#include "ex-report-private.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-objective-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* So that four of them go onto two pages, with what stands beside them. */
#define LINE_HEIGHT 104

/* --- the table of all --------------------------------------------------------------------------------------------------------- */

static void
add_objective_row (ExReportTable *table, const ExReportFacts *facts, guint number, guint index)
{
  const ExObjective *objective = ex_company_get_objective (facts->company, index);
  const ExReading *reading = ex_company_get_reading (facts->company, index);

  ex_report_table_take (table, ex_report_words_title (objective, number));
  ex_report_table_take (table, ex_report_words_drivers (objective));
  ex_report_table_take (table, ex_report_words_baseline (objective));
  ex_report_table_take (table, ex_report_words_target (objective));
  ex_report_table_take (table, ex_report_words_actual (objective, reading));
  ex_report_table_take (table, ex_report_words_status (reading->status));
  ex_report_table_take (table, ex_format_weight (objective->weight));
  ex_report_table_take (table, ex_report_words_score_of (reading));
}

void
ex_report_add_objectives_table (ExDocument *document, const ExReportFacts *facts, guint leader)
{
  const ExStanding *standing = ex_company_get_standing (facts->company, leader);
  g_autoptr (ExReportTable) table = ex_report_table_new ();
  guint n;
  const guint *own = ex_company_leader_objectives (facts->company, leader, &n);

  if (n == 0)
    return;

  ex_report_table_column (table, _("Objective"), 1, EX_ALIGN_START);
  ex_report_table_column (table, _("Driver"), 0, EX_ALIGN_START);
  ex_report_table_column (table, _("Baseline"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Target"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Actual"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Status"), 0, EX_ALIGN_START);
  ex_report_table_column (table, _("Weight"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Score"), 0, EX_ALIGN_END);
  for (guint i = 0; i < n; i++)
    add_objective_row (table, facts, i + 1, own[i]);

  ex_report_table_add (table, _("All together"));
  for (guint i = 0; i < 5; i++)
    ex_report_table_add (table, NULL);
  ex_report_table_take (table, ex_format_weight (standing->weight));
  ex_report_table_take (table, ex_format_percent (standing->score));
  ex_report_table_end (table, document, TRUE);
  ex_document_add_text (document, EX_TEXT_DIM, _("Each score counts by its weight; together they are the score of the whole."));
}

/* --- its line ------------------------------------------------------------------------------------------------------------------- */

static GArray *
read_points (ExStore *store, const ExObjective *objective, GError **error)
{
  g_autoptr (GPtrArray) check_ins = ex_store_list_check_ins (store, objective->id, error);
  GArray *points = NULL;

  if (check_ins == NULL)
    return NULL;

  points = g_array_sized_new (FALSE, FALSE, sizeof (ExPoint), check_ins->len);
  for (guint i = 0; i < check_ins->len; i++)
    {
      const ExCheckIn *check_in = g_ptr_array_index (check_ins, i);
      const ExPoint point = { check_in->day, check_in->value };

      g_array_append_val (points, point);
    }

  return points;
}

/* Without check-ins a sentence says as much as an empty chart. */
static gboolean
add_line (ExDocument *document, ExStore *store, const ExReportFacts *facts, guint index, GError **error)
{
  const ExObjective *objective = ex_company_get_objective (facts->company, index);
  const ExReading *reading = ex_company_get_reading (facts->company, index);
  const ExCycle *cycle = ex_company_get_cycle (facts->company);
  g_autoptr (GArray) points = read_points (store, objective, error);
  g_autoptr (ExChart) chart = NULL;
  ExForecast forecast;

  if (points == NULL)
    return FALSE;
  if (points->len == 0 || !reading->measured)
    {
      ex_document_add_text (document, EX_TEXT_BODY, _("Nothing is measured yet: it counts 0 % until a check-in is recorded."));
      return TRUE;
    }

  forecast = ex_forecast (objective, cycle, (const ExPoint *) points->data, points->len, NULL);
  chart = ex_objective_chart_new (objective, cycle, (const ExPoint *) points->data, points->len, reading, &forecast);
  ex_chart_set_title (chart, ex_chart_get_title (chart), NULL);
  ex_report_take_chart (document, facts, g_steal_pointer (&chart), LINE_HEIGHT);
  ex_report_take_text (document, EX_TEXT_BODY, ex_report_words_forecast (objective, cycle, &forecast, reading));

  return TRUE;
}

/* --- what was said of it ------------------------------------------------------------------------------------------------------------ */

/* The manager's first rating is that of who assessed; there may be others, of reviewers who were replaced. */
static const ExRating *
find_rating (const ExReviewPaper *paper, const char *objective_id, ExRole role)
{
  const ExReviewSheet *sheet = paper->sheet;

  for (guint i = 0; i < sheet->ratings->len; i++)
    {
      const ExRating *rating = g_ptr_array_index (sheet->ratings, i);

      if (rating->role != role || strcmp (rating->objective_id, objective_id) != 0)
        continue;
      if (role == EX_ROLE_SELF || g_strcmp0 (rating->rater_id, sheet->review->assessed_by) == 0)
        return rating;
    }

  return NULL;
}

static const ExAdjustment *
find_adjustment (const ExReviewSheet *sheet, const char *objective_id)
{
  for (guint i = 0; i < sheet->adjustments->len; i++)
    {
      const ExAdjustment *adjustment = g_ptr_array_index (sheet->adjustments, i);

      if (strcmp (adjustment->objective_id, objective_id) == 0)
        return adjustment;
    }

  return NULL;
}

/* Takes @rating and @words. */
static void
add_voice (ExReportTable *table, const char *who, char *rating, char *words)
{
  ex_report_table_add (table, who);
  ex_report_table_take (table, rating);
  ex_report_table_take (table, words);
}

static void
add_rating (ExReportTable *table, const ExReviewPaper *paper, const char *who, const ExRating *rating)
{
  if (rating != NULL && (rating->rating > 0 || rating->comment != NULL))
    add_voice (table, who, ex_report_words_rating (ex_company_get_cycle (paper->facts->company), rating->rating), g_strdup (rating->comment));
}

/* Their mean and their words, never whose. */
static void
add_observers (ExReportTable *table, const ExReviewPaper *paper, guint objective)
{
  const ExReviewSheet *sheet = paper->sheet;
  const char *id = ex_company_get_objective (paper->facts->company, objective)->id;
  double mean = ex_reviews_observed (paper->facts->reviews, objective);

  if (!isnan (mean))
    add_voice (table, _("Observers, mean"), ex_format_number (mean, 1), NULL);
  for (guint i = 0; !isnan (mean) && i < sheet->comments->len; i++)
    {
      const ExRating *comment = g_ptr_array_index (sheet->comments, i);

      if (strcmp (comment->objective_id, id) == 0)
        add_voice (table, _("An observer"), NULL, g_strdup (comment->comment));
    }
}

static void
add_adjustment (ExReportTable *table, const ExReviewPaper *paper, const char *objective_id)
{
  const ExAdjustment *adjustment = find_adjustment (paper->sheet, objective_id);
  const char *why = adjustment != NULL && adjustment->why != NULL ? adjustment->why : "";

  if (adjustment == NULL)
    return;

  add_voice (table, _("Adjusted"), ex_report_words_rating (ex_company_get_cycle (paper->facts->company), adjustment->rating),
             /* Translators: a reason as somebody wrote it, and the name of who agreed to it */
             adjustment->agreed_by != NULL ? g_strdup_printf (_("%s (agreed by %s)"), why, adjustment->agreed_by) : g_strdup (why));
}

static void
add_voices (ExDocument *document, const ExReviewPaper *paper, guint objective)
{
  const ExObjective *record = ex_company_get_objective (paper->facts->company, objective);
  const ExLeader *leader = ex_company_get_leader (paper->facts->company, paper->leader);
  const ExReview *review = paper->sheet->review;
  int rater = review->assessed_by != NULL && *review->assessed_by != '\0' ? ex_company_find_leader (paper->facts->company, review->assessed_by) : EX_NOBODY;
  g_autofree char *manager = ex_report_words_name (paper->facts->reviews, rater);
  g_autoptr (ExReportTable) table = ex_report_table_new ();

  /* Shares, so that a long name leaves room for the words. */
  ex_report_table_column (table, _("Rated by"), 1.5, EX_ALIGN_START);
  ex_report_table_column (table, _("Rating"), 1.25, EX_ALIGN_START);
  ex_report_table_column (table, _("In their words"), 5, EX_ALIGN_START);
  if (paper->shows_self)
    add_rating (table, paper, leader->name, find_rating (paper, record->id, EX_ROLE_SELF));
  if (paper->shows_manager)
    {
      add_rating (table, paper, manager, find_rating (paper, record->id, EX_ROLE_MANAGER));
      add_observers (table, paper, objective);
      add_adjustment (table, paper, record->id);
    }
  if (ex_report_table_n_rows (table) > 0)
    ex_report_table_end (table, document, FALSE);
}

/* --- the whole ------------------------------------------------------------------------------------------------------------------------ */

static void
add_aim (ExDocument *document, const ExReportFacts *facts, const ExObjective *objective)
{
  const ExCycle *cycle = ex_company_get_cycle (facts->company);
  g_autofree char *ladder = ex_report_words_ladder (objective, cycle);
  g_autofree char *claims = ex_report_words_claims (objective, ex_report_currency (facts));
  g_autofree char *parent = ex_report_words_parent (facts, objective);
  const char *pairs[9] = { NULL };
  guint n = 0;

  pairs[n++] = _("Scored by");
  pairs[n++] = ladder;
  if (claims != NULL)
    {
      pairs[n++] = _("Claims to");
      pairs[n++] = claims;
    }
  if (parent != NULL)
    {
      pairs[n++] = _("Under");
      pairs[n++] = parent;
    }
  if (objective->source != NULL)
    {
      pairs[n++] = _("Measured by");
      pairs[n++] = objective->source;
    }
  ex_document_add_facts (document, pairs);
}

gboolean
ex_report_add_objective (ExDocument *document, ExStore *store, const ExReviewPaper *paper, guint number, guint objective, GError **error)
{
  const ExObjective *record = ex_company_get_objective (paper->facts->company, objective);
  g_autofree char *heading = g_strdup_printf (_("%u. %s"), number, record->title);

  ex_document_add_heading (document, 2, heading);
  if (record->description != NULL)
    ex_document_add_text (document, EX_TEXT_DIM, record->description);
  if (!add_line (document, store, paper->facts, objective, error))
    return FALSE;
  add_aim (document, paper->facts, record);
  add_voices (document, paper, objective);

  return TRUE;
}
