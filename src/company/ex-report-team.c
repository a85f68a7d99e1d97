/* The team book: the company's customers and the leaders' promises, for the chief executive, from the whole down to the leaders of the top two levels. */
#include "config.h"

#include "ex-report-private.h"

#include "core/ex-coverage.h"
#include "core/ex-format.h"
#include "ex-asset-growth.h"
#include "store/ex-store-reviews.h"

#include <glib/gi18n-lib.h>

/* In the heatmap and in the chart of gaps: what fits on a page and can be read. */
#define MOST_LEADERS 36
#define MOST_GAPS    24
/* Leaders with a section of their own: the top two levels, as long as they are not the whole company. */
#define MOST_SECTIONS 60
#define SECTION_LEVELS 2
/* As many objectives' lines are drawn a little lower, so that they stay on the page of their leader. */
#define MOST_LINES 6
#define LINES_HEIGHT 330

/* --- the whole ------------------------------------------------------------------------------------------------------------------- */

static void
add_title (ExDocument *document, const ExReportFacts *facts, const ExTeam *team)
{
  g_autofree char *cycle = ex_report_words_cycle (ex_company_get_cycle (facts->company));
  g_autofree char *status = ex_team_words_status (team);

  ex_document_add_heading (document, 1, ex_company_get_info (facts->company)->name);
  ex_document_add_text (document, EX_TEXT_DIM, cycle);
  ex_report_add_asset_words (document, facts);
  if (status != NULL)
    ex_document_add_text (document, EX_TEXT_BODY, status);
}

static void
add_asset (ExDocument *document, const ExReportFacts *facts)
{
  if (facts->asset == NULL || facts->asset->cycle == NULL)
    return;

  ex_document_add_heading (document, 2, _("How it came about"));
  ex_report_take_chart (document, facts, ex_report_waterfall_new (facts, EX_MEASURE_CUSTOMERS), 190);
  ex_report_take_chart (document, facts, ex_report_waterfall_new (facts, EX_MEASURE_VALUE), 190);
  if (!facts->asset->entered)
    {
      ex_document_add_heading (document, 2, _("Why customers left"));
      ex_report_take_chart (document, facts, ex_report_reasons_new (facts, EX_MEASURE_CUSTOMERS), 0);
    }
  ex_document_add_heading (document, 2, _("Period by period"));
  ex_report_take_chart (document, facts, ex_asset_growth_chart_new (facts->asset, NULL, EX_MEASURE_CUSTOMERS, ex_report_currency (facts)), 190);
}

static void
add_team (ExDocument *document, const ExReportFacts *facts, const ExTeam *team)
{
  g_autoptr (GArray) levels = ex_coverage_new (facts->reviews);

  ex_document_add_heading (document, 2, _("Where leaders stand"));
  ex_report_take_chart (document, facts, ex_team_heatmap_new (team, EX_GRID_BY_LEADER, EX_GRID_BY_DRIVER, MOST_LEADERS), 0);
  ex_report_take_chart (document, facts, ex_team_spread_new (team, EX_SPREAD_SCORES, EX_SPREAD_BY_LEVEL), 0);
  ex_document_add_heading (document, 2, _("Who talks, who walks"));
  ex_report_take_chart (document, facts, ex_team_talk_walk_new (team, MOST_GAPS), 0);
  ex_document_add_heading (document, 2, _("How far down the cascade is"));
  ex_report_take_text (document, EX_TEXT_BODY, ex_coverage_describe (levels));
  ex_report_take_chart (document, facts, ex_team_coverage_new (team), 0);
  ex_document_add_heading (document, 2, _("What hangs on what"));
  ex_report_take_chart (document, facts, ex_team_cascade_new (team, NULL), 0);
}

/* --- all leaders ---------------------------------------------------------------------------------------------------------------------- */

static void
add_leader_row (ExReportTable *table, const ExReportFacts *facts, guint leader)
{
  const ExLeader *record = ex_company_get_leader (facts->company, leader);
  const ExStanding *standing = ex_company_get_standing (facts->company, leader);
  const ExReview *review = ex_reviews_get (facts->reviews, leader);
  guint level = ex_reviews_get_level (facts->reviews, leader);

  ex_report_table_take (table, level > 0 ? ex_format_integer (level) : g_strdup ("–"));
  ex_report_table_add (table, record->name);
  ex_report_table_add (table, record->unit);
  ex_report_table_take (table, ex_format_integer (standing->objectives));
  ex_report_table_take (table, ex_format_integer (standing->measured));
  ex_report_table_take (table, ex_format_percent (standing->score));
  ex_report_table_take (table, ex_format_percent (standing->team_score));
  ex_report_table_add (table, review->excused ? _("excused") : ex_review_state_label (review->state));
}

static void
add_leaders (ExDocument *document, const ExReportFacts *facts)
{
  const ExTree *tree = ex_company_get_tree (facts->company);
  g_autoptr (ExReportTable) table = ex_report_table_new ();

  ex_report_table_column (table, _("Level"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Name"), 2, EX_ALIGN_START);
  ex_report_table_column (table, _("Unit"), 1, EX_ALIGN_START);
  ex_report_table_column (table, _("Objectives"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Measured"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Score"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Team score"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Review"), 0, EX_ALIGN_START);
  for (guint k = 0; k < tree->n; k++)
    if (ex_reviews_takes_part (facts->reviews, tree->order[k]))
      add_leader_row (table, facts, tree->order[k]);

  ex_document_add_page_break (document);
  ex_document_add_heading (document, 1, _("All leaders"));
  if (ex_report_table_n_rows (table) == 0)
    {
      ex_document_add_text (document, EX_TEXT_BODY, _("Nobody takes part in this cycle yet."));
      return;
    }
  ex_document_add_text (document, EX_TEXT_DIM, _("Managers stand before those who report to them. A team’s score is the mean over all leaders below."));
  ex_report_table_end (table, document, FALSE);
}

/* --- leader by leader --------------------------------------------------------------------------------------------------------------------- */

/* The heading has said whose they are. */
static void
add_lines (ExDocument *document, const ExReportFacts *facts, guint leader, GHashTable *points)
{
  guint n = ex_company_get_standing (facts->company, leader)->objectives;
  g_autoptr (ExChart) chart = ex_leader_multiples_new (facts->reviews, leader, points);

  ex_chart_set_title (chart, ex_chart_get_title (chart), NULL);
  ex_report_take_chart (document, facts, g_steal_pointer (&chart), n > 4 && n <= MOST_LINES ? LINES_HEIGHT : 0);
}

static gboolean
add_section (ExDocument *document, ExStore *store, const ExReportFacts *facts, guint leader, GError **error)
{
  const ExLeader *record = ex_company_get_leader (facts->company, leader);
  const ExStanding *standing = ex_company_get_standing (facts->company, leader);
  g_autoptr (GHashTable) points = ex_store_read_leader_points (store, facts->company, leader, facts->today, error);
  g_autofree char *team = ex_format_percent (standing->team_score);

  if (points == NULL)
    return FALSE;

  ex_document_add_heading (document, 2, record->name);
  ex_report_take_text (document, EX_TEXT_DIM, ex_report_words_place (record));
  ex_report_take_text (document, EX_TEXT_BODY, ex_report_words_score (facts, leader));
  if (standing->below > 0 && standing->team_score == standing->team_score)
    /* Translators: how many leaders are below, and a percentage */
    ex_report_take_text (document, EX_TEXT_BODY, g_strdup_printf (ngettext ("The score of the team, %u leader below, is %s.",
                                                                            "The score of the team, %u leaders below, is %s.", standing->below),
                                                                  standing->below, team));
  ex_report_add_objectives_table (document, facts, leader);
  if (standing->objectives > 0)
    add_lines (document, facts, leader, points);

  return TRUE;
}

static gboolean
add_sections (ExDocument *document, ExStore *store, const ExReportFacts *facts, GError **error)
{
  const ExTree *tree = ex_company_get_tree (facts->company);
  guint n = 0;

  for (guint k = 0; k < tree->n && n < MOST_SECTIONS; k++)
    {
      guint leader = tree->order[k], level = ex_reviews_get_level (facts->reviews, leader);

      if (level == 0 || level > SECTION_LEVELS || !ex_reviews_takes_part (facts->reviews, leader))
        continue;
      ex_document_add_page_break (document);
      if (n++ == 0)
        ex_document_add_heading (document, 1, _("Leader by leader"));
      if (!add_section (document, store, facts, leader, error))
        return FALSE;
    }

  return TRUE;
}

ExDocument *
ex_report_team (ExStore *store, const ExReportFacts *facts, GError **error)
{
  g_autoptr (ExDocument) document = NULL;
  g_autoptr (ExScope) scope = ex_scope_new ();
  g_autofree char *title = NULL;
  ExTeam team = { NULL, scope, EX_NOBODY };

  g_return_val_if_fail (store != NULL && facts != NULL, NULL);

  if (!ex_report_need_cycle (facts, error) || !ex_report_find_viewer (store, facts, &team.viewer, error))
    return NULL;

  team.reviews = facts->reviews;
  /* Translators: %s is a cycle */
  title = g_strdup_printf (_("Team book, %s"), ex_company_get_cycle (facts->company)->name);
  document = ex_report_document_new (facts, title);
  add_title (document, facts, &team);
  add_asset (document, facts);
  add_team (document, facts, &team);
  add_leaders (document, facts);
  if (!add_sections (document, store, facts, error))
    return NULL;
  if (facts->claims != NULL)
    {
      ex_document_add_page_break (document);
      ex_report_add_claims (document, facts);
    }

  return g_steal_pointer (&document);
}
