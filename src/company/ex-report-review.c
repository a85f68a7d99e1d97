/* A leader's review on paper. It is handed to the leader, so it has only what both they and whoever prints it may see. */
#include "config.h"

#include "ex-report-private.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* --- the head ------------------------------------------------------------------------------------------------------------------- */

static void
add_head (ExDocument *document, const ExReviewPaper *paper)
{
  const ExReportFacts *facts = paper->facts;
  const ExLeader *leader = ex_company_get_leader (facts->company, paper->leader);
  const char *reviewer = ex_reviews_get_reviewer_name (facts->reviews, paper->leader);
  g_autofree char *cycle = ex_report_words_cycle (ex_company_get_cycle (facts->company));
  g_autofree char *state = ex_report_words_state (paper->sheet->review);
  const char *pairs[] = { _("Cycle"), cycle, _("Reviewer"), *reviewer != '\0' ? reviewer : _("nobody yet"), _("State"), state, NULL };

  ex_document_add_heading (document, 1, leader->name);
  ex_report_take_text (document, EX_TEXT_DIM, ex_report_words_place (leader));
  ex_document_add_facts (document, pairs);
}

/* --- ratings over all ------------------------------------------------------------------------------------------------------------- */

/* How self-ratings stand to the reviewer's: talk and walk. */
static char *
gap_to_reviewer (double gap, const char *name)
{
  g_autofree char *points = ex_format_number (fabs (gap), 1);

  if (isnan (gap))
    return NULL;
  if (fabs (gap) < 0.05)
    return g_strdup_printf (_("The self-ratings are, on average, the same as those of %s."), name);

  /* Translators: a number of points on the scale of ratings, and a name */
  return g_strdup_printf (gap > 0 ? _("The self-ratings are, on average, %s above those of %s.")
                                  : _("The self-ratings are, on average, %s below those of %s."), points, name);
}

static char *
gap_to_observers (double gap)
{
  g_autofree char *points = ex_format_number (fabs (gap), 1);

  if (isnan (gap))
    return NULL;
  if (fabs (gap) < 0.05)
    return g_strdup (_("The self-ratings are, on average, the same as what the observers say."));

  /* Translators: a number of points on the scale of ratings */
  return g_strdup_printf (gap > 0 ? _("The self-ratings are, on average, %s above what the observers say.")
                                  : _("The self-ratings are, on average, %s below what the observers say."), points);
}

/* Why ratings are not there, for whoever asks for the sheet too early. */
static char *
words_of_silence (const ExReviewPaper *paper)
{
  ExReviewState state = paper->sheet->review->state;

  if (!paper->shows_self && state < EX_REVIEW_SELF_ASSESSED)
    return g_strdup (_("Self-ratings are shown once they are submitted, the reviewer’s once the cycle is in Sign."));
  if (!paper->shows_self)
    return g_strdup (_("Self-ratings are shown to the leader, to those who review them and to HR."));

  return g_strdup (_("The reviewer’s ratings are shown once the review is assessed and the cycle is in Sign."));
}

static void
add_ratings (ExDocument *document, const ExReviewPaper *paper)
{
  const ExReviews *reviews = paper->facts->reviews;
  const ExCycle *cycle = ex_reviews_get_cycle (reviews);
  guint n_objectives;

  ex_company_leader_objectives (paper->facts->company, paper->leader, &n_objectives);
  if (n_objectives == 0 || paper->sheet->review->excused)
    return;
  if (!paper->shows_manager)
    {
      if (cycle->phase >= EX_PHASE_ASSESS || paper->sheet->review->state >= EX_REVIEW_SELF_ASSESSED)
        ex_report_take_text (document, EX_TEXT_DIM, words_of_silence (paper));
      return;
    }

  if (!isnan (ex_reviews_mean_final (reviews, paper->leader)))
    {
      g_autofree char *mean = ex_format_number (ex_reviews_mean_final (reviews, paper->leader), 1);

      /* Translators: a mean of ratings, and the largest rating of the scale */
      ex_report_take_text (document, EX_TEXT_BODY, g_strdup_printf (_("The final rating, over all objectives by their weight, is %s of %d."), mean,
                                                                    ex_cycle_n_ratings (cycle)));
    }
  if (!paper->shows_self)
    return;
  ex_report_take_text (document, EX_TEXT_BODY, gap_to_reviewer (ex_reviews_gap_manager (reviews, paper->leader, NULL),
                                                                ex_reviews_get_reviewer_name (reviews, paper->leader)));
  ex_report_take_text (document, EX_TEXT_BODY, gap_to_observers (ex_reviews_gap_observers (reviews, paper->leader, NULL)));
}

/* --- amendments --------------------------------------------------------------------------------------------------------------------- */

static void
add_changes (ExReportTable *table, const ExReviewPaper *paper, const ExAmendment *amendment)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < amendment->before->len && i < amendment->after->len; i++)
    {
      const ExObjective *before = g_ptr_array_index (amendment->before, i);
      g_autoptr (GPtrArray) lines = ex_objective_list_differences (before, g_ptr_array_index (amendment->after, i), ex_report_currency (paper->facts));

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", before->title);
      for (guint k = 0; k < lines->len; k++)
        g_string_append_printf (words, "\n%s", (const char *) g_ptr_array_index (lines, k));
    }
  ex_report_table_take (table, ex_format_day (amendment->day));
  ex_report_table_take (table, g_string_free (g_steal_pointer (&words), FALSE));
  ex_report_table_add (table, amendment->why);
  ex_report_table_add (table, ex_amendment_state_label (amendment->state));
}

/* The oldest first: that is how it came about. */
static void
add_amendments (ExDocument *document, const ExReviewPaper *paper)
{
  const GPtrArray *amendments = paper->sheet->amendments;
  g_autoptr (ExReportTable) table = ex_report_table_new ();

  ex_report_table_column (table, _("Day"), 0, EX_ALIGN_START);
  ex_report_table_column (table, _("What was amended"), 1, EX_ALIGN_START);
  ex_report_table_column (table, _("Why"), 1, EX_ALIGN_START);
  ex_report_table_column (table, _("State"), 0, EX_ALIGN_START);
  for (guint i = amendments->len; i-- > 0;)
    {
      const ExAmendment *amendment = g_ptr_array_index (amendments, i);

      if (amendment->state == EX_AMENDMENT_ACCEPTED || amendment->state == EX_AMENDMENT_PROPOSED)
        add_changes (table, paper, amendment);
    }
  if (ex_report_table_n_rows (table) == 0)
    return;

  ex_document_add_heading (document, 2, _("Amended since it was agreed"));
  ex_report_table_end (table, document, FALSE);
}

/* --- the whole ------------------------------------------------------------------------------------------------------------------------- */

static gboolean
add_all (ExDocument *document, ExStore *store, const ExReviewPaper *paper, GError **error)
{
  const ExReportFacts *facts = paper->facts;
  guint n;
  const guint *own = ex_company_leader_objectives (facts->company, paper->leader, &n);

  add_head (document, paper);
  if (!ex_reviews_takes_part (facts->reviews, paper->leader))
    /* Translators: a name, and a cycle */
    ex_report_take_text (document, EX_TEXT_BODY, g_strdup_printf (_("%s takes no part in %s."), ex_company_get_leader (facts->company, paper->leader)->name,
                                                                 ex_reviews_get_cycle (facts->reviews)->name));
  ex_report_take_text (document, EX_TEXT_LEAD, ex_report_words_score (facts, paper->leader));
  ex_report_add_objectives_table (document, facts, paper->leader);
  add_ratings (document, paper);
  for (guint i = 0; i < n; i++)
    if (!ex_report_add_objective (document, store, paper, i + 1, own[i], error))
      return FALSE;
  add_amendments (document, paper);
  ex_report_add_statement (document, paper);
  ex_report_add_signing (document, paper);

  return TRUE;
}

static gboolean
find_leader (const ExReportFacts *facts, int viewer, const char *leader_id, guint *leader, GError **error)
{
  int index = ex_company_find_leader (facts->company, leader_id);

  if (index < 0)
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no leader “%s” in this company; give the id of one."), leader_id);
      return FALSE;
    }
  if (!ex_report_may_read (facts->reviews, viewer, (guint) index))
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED,
                   _("The review of %s is for them, for those who review them, for the leaders above and for HR."),
                   ex_company_get_leader (facts->company, (guint) index)->name);
      return FALSE;
    }
  *leader = (guint) index;

  return TRUE;
}

ExDocument *
ex_report_review (ExStore *store, const ExReportFacts *facts, const char *leader_id, GError **error)
{
  g_autoptr (ExDocument) document = NULL;
  g_autoptr (ExReviewSheet) sheet = NULL;
  g_autofree char *title = NULL;
  ExReviewPaper paper = { .facts = facts };

  g_return_val_if_fail (store != NULL && facts != NULL && leader_id != NULL, NULL);

  if (!ex_report_need_cycle (facts, error) || !ex_report_find_viewer (store, facts, &paper.viewer, error)
      || !find_leader (facts, paper.viewer, leader_id, &paper.leader, error))
    return NULL;

  sheet = ex_store_read_sheet_of (store, facts->reviews, paper.leader, error);
  if (sheet == NULL)
    return NULL;

  paper.sheet = sheet;
  paper.shows_self = ex_reviews_sees_self (facts->reviews, paper.viewer, paper.leader);
  paper.shows_manager = ex_reviews_sees_manager (facts->reviews, paper.viewer, paper.leader)
                        && ex_reviews_sees_manager (facts->reviews, (int) paper.leader, paper.leader);
  /* Translators: a name, and a cycle */
  title = g_strdup_printf (_("Review of %s, %s"), ex_company_get_leader (facts->company, paper.leader)->name, ex_reviews_get_cycle (facts->reviews)->name);
  document = ex_report_document_new (facts, title);

  return add_all (document, store, &paper, error) ? g_steal_pointer (&document) : NULL;
}
