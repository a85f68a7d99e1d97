#include "config.h"

#include "core/ex-coverage.h"
#include "core/ex-format.h"
#include "core/ex-gate.h"
#include "core/ex-quantity.h"
#include "ex-cli-show.h"
#include "store/ex-store-reviews.h"

#include <glib/gi18n-lib.h>
#include <math.h>

ExReviews *
ex_cli_show_read_reviews (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExCompany) company = ex_cli_show_read_company (store, show);
  g_autoptr (GError) error = NULL;
  ExReviews *reviews = NULL;

  if (company == NULL)
    return NULL;
  if (ex_company_get_cycle (company) == NULL)
    {
      ex_cli_refuse (_("There is no cycle yet: “exemplarctl cycle FILE new NAME --from DATE --to DATE” opens one."));
      return NULL;
    }
  reviews = ex_store_read_reviews (store, company, &error);
  if (reviews == NULL)
    ex_cli_refuse ("%s", error->message);

  return reviews;
}

int
ex_cli_show_viewer (ExStore *store, const ExCompany *company)
{
  const char *actor = ex_store_get_actor (store);

  return g_str_equal (actor, EX_STORE_HR) ? EX_NOBODY : ex_company_find_leader (company, actor);
}

/* --- reviews -------------------------------------------------------------------------------------------------------------------- */

static const ExCliColumn review_columns[] = {
  { "leader", N_("Id") },
  { "name", N_("Name") },
  { "level", NULL },
  { "reviewer", NULL },
  { NULL, N_("Reviewer") },
  { "state", N_("State") },
  { "excused", NULL },
  { "score", N_("Score") },
  { "missing", N_("Missing") },
  { "waiting_for", NULL },
  { NULL, N_("Waiting for") },
  { "due", N_("Due") },
  { "overdue_days", N_("Days overdue") },
  { "self", N_("Self") },
  { "manager", N_("Manager") },
  { "observers", N_("Observers") },
  { "final", N_("Final") },
  { "flags", N_("Look at") },
  { NULL, NULL },
};

static void
add_person (ExCliTable *table, const ExReviews *reviews, int index)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  const ExLeader *leader = index >= 0 ? ex_company_get_leader (company, (guint) index) : NULL;

  if (leader != NULL)
    {
      ex_cli_table_word (table, leader->id, NULL);
      ex_cli_table_text (table, leader->name);
      return;
    }
  ex_cli_table_word (table, index == EX_NOBODY ? "board" : NULL, NULL);
  ex_cli_table_text (table, index == EX_NOBODY ? ex_cycle_board_name (ex_reviews_get_cycle (reviews)) : NULL);
}

static void
add_due (ExCliTable *table, ExDay due, int overdue)
{
  g_autofree char *iso = due != EX_DAY_NONE ? ex_day_to_iso (due) : NULL;
  g_autofree char *shown = due != EX_DAY_NONE ? ex_format_day (due) : NULL;

  ex_cli_table_word (table, iso, shown);
  if (overdue > 0)
    ex_cli_table_integer (table, overdue);
  else
    ex_cli_table_cell (table, due != EX_DAY_NONE ? "0" : NULL, TRUE, "");
}

static void
add_mean (ExCliTable *table, double mean)
{
  ex_cli_table_number (table, isnan (mean) ? mean : ex_round_half_away (mean, 6), 2, NULL);
}

/* Only what who is looking may see. */
static void
add_means (ExCliTable *table, const ExReviews *reviews, int viewer, guint index)
{
  gboolean self = ex_reviews_sees_self (reviews, viewer, index);
  gboolean manager = ex_reviews_sees_manager (reviews, viewer, index);
  guint n;

  add_mean (table, self ? ex_reviews_mean_self (reviews, index) : EX_UNSET);
  add_mean (table, manager ? ex_reviews_mean_first (reviews, index) : EX_UNSET);
  add_mean (table, manager ? ex_reviews_mean_observers (reviews, index, &n) : EX_UNSET);
  add_mean (table, manager ? ex_reviews_mean_final (reviews, index) : EX_UNSET);
}

static void
add_review (ExCliTable *table, const ExReviews *reviews, int viewer, guint index, guint indent)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  const ExLeader *leader = ex_company_get_leader (company, index);
  const ExReview *review = ex_reviews_get (reviews, index);
  const ExStanding *standing = ex_company_get_standing (company, index);
  g_autoptr (GPtrArray) flags = ex_reviews_get_flags (reviews, index);
  g_autofree char *summary = NULL;
  g_autofree char *all = NULL;
  guint level = ex_reviews_get_level (reviews, index);
  int waiting;

  summary = ex_review_summary (reviews, index, &waiting);
  g_ptr_array_add (flags, NULL);
  all = g_strjoinv (" ", (char **) flags->pdata);

  ex_cli_table_text (table, leader->id);
  ex_cli_table_indented (table, leader->name, indent);
  if (level > 0)
    ex_cli_table_integer (table, level);
  else
    ex_cli_table_cell (table, NULL, TRUE, "");
  add_person (table, reviews, ex_reviews_get_reviewer (reviews, index));
  ex_cli_table_word (table, ex_review_state_nick (review->state), review->excused ? _("excused") : ex_review_state_label (review->state));
  ex_cli_table_cell (table, review->excused ? "1" : "0", TRUE, NULL);
  ex_cli_table_rate (table, standing->score, FALSE);
  ex_cli_table_text (table, *summary != '\0' ? summary : NULL);
  add_person (table, reviews, waiting);
  add_due (table, ex_review_due (reviews, index), ex_review_overdue (reviews, index));
  add_means (table, reviews, viewer, index);
  ex_cli_table_text (table, *all != '\0' ? all : NULL);
}

ExCliStatus
ex_cli_show_reviews (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExReviews) reviews = ex_cli_show_read_reviews (store, show);
  ExCompany *company = reviews != NULL ? ex_reviews_get_company (reviews) : NULL;
  const ExTree *tree = company != NULL ? ex_company_get_tree (company) : NULL;
  g_autoptr (ExCliTable) table = ex_cli_table_new (review_columns);
  int top, viewer;

  if (reviews == NULL || !ex_cli_show_find_leader (company, show, &top))
    return EX_CLI_REFUSED;

  viewer = ex_cli_show_viewer (store, company);
  for (guint i = 0; i < tree->n; i++)
    {
      guint index = tree->order[i];

      if (ex_reviews_takes_part (reviews, index) && (top < 0 || (int) index == top))
        add_review (table, reviews, viewer, index, top < 0 ? tree->level[index] : 0);
    }
  if (show->format == EX_CLI_TEXT && ex_cli_table_n_rows (table) == 0)
    ex_cli_tell (_("Nobody takes part in this cycle yet."));
  else
    ex_cli_table_answer (table, show->format);

  return EX_CLI_DONE;
}

/* --- coverage ------------------------------------------------------------------------------------------------------------------- */

static const ExCliColumn coverage_columns[] = {
  { "level", N_("Level") },       { "leaders", N_("Leaders") },           { "excused", N_("Excused") },
  { "agreed", N_("Agreed") },     { "self_assessed", N_("Self-assessed") }, { "assessed", N_("Assessed") },
  { "signed", N_("Signed") },     { "objectives", N_("Objectives") },     { "measured", N_("Measured") },
  { "linked", N_("Linked") },     { NULL, NULL },
};

static guint
at_least (const ExCoverage *coverage, ExReviewState state)
{
  guint n = 0;

  for (guint i = state; i < EX_N_REVIEW_STATES; i++)
    n += coverage->state[i];

  return n;
}

static void
add_coverage (ExCliTable *table, const ExCoverage *coverage)
{
  if (coverage->level > 0)
    ex_cli_table_integer (table, coverage->level);
  else
    ex_cli_table_cell (table, NULL, TRUE, _("under no top"));
  ex_cli_table_integer (table, coverage->leaders);
  ex_cli_table_integer (table, coverage->excused);
  ex_cli_table_integer (table, coverage->agreed);
  ex_cli_table_integer (table, at_least (coverage, EX_REVIEW_SELF_ASSESSED));
  ex_cli_table_integer (table, at_least (coverage, EX_REVIEW_ASSESSED));
  ex_cli_table_integer (table, coverage->signed_);
  ex_cli_table_integer (table, coverage->objectives);
  ex_cli_table_integer (table, coverage->measured);
  ex_cli_table_integer (table, coverage->linked);
}

ExCliStatus
ex_cli_show_coverage (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExReviews) reviews = ex_cli_show_read_reviews (store, show);
  g_autoptr (GArray) levels = reviews != NULL ? ex_coverage_new (reviews) : NULL;
  g_autoptr (ExCliTable) table = ex_cli_table_new (coverage_columns);
  g_autofree char *sentence = NULL;

  if (reviews == NULL)
    return EX_CLI_REFUSED;

  for (guint i = 0; i < levels->len; i++)
    add_coverage (table, &g_array_index (levels, ExCoverage, i));
  if (show->format == EX_CLI_TEXT)
    {
      g_autofree char *line = NULL;

      sentence = ex_coverage_describe (levels);
      line = g_strconcat (sentence, "\n\n", NULL);
      ex_cli_answer (line);
    }
  ex_cli_table_answer (table, show->format);

  return EX_CLI_DONE;
}
