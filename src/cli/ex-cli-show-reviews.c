#include "config.h"

#include "company/ex-tables.h"
#include "ex-cli-show.h"
#include "store/ex-store-reviews.h"

#include <glib/gi18n-lib.h>

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

ExCliStatus
ex_cli_show_reviews (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExReviews) reviews = ex_cli_show_read_reviews (store, show);
  ExCompany *company = reviews != NULL ? ex_reviews_get_company (reviews) : NULL;
  const ExTree *tree = company != NULL ? ex_company_get_tree (company) : NULL;
  g_autoptr (ExTable) table = NULL;
  int top, viewer;

  if (reviews == NULL || !ex_cli_show_find_leader (company, show, &top))
    return EX_CLI_REFUSED;

  table = ex_cli_show_table (show, ex_table_reviews);
  if (table == NULL)
    return EX_CLI_REFUSED;
  viewer = ex_cli_show_viewer (store, company);
  for (guint i = 0; i < tree->n; i++)
    {
      guint index = tree->order[i];

      if (ex_reviews_takes_part (reviews, index) && (top < 0 || (int) index == top))
        ex_table_add_review (table, reviews, viewer, index, top < 0 ? tree->level[index] : 0);
    }
  if (show->format == EX_CLI_TEXT && ex_table_n_rows (table) == 0)
    ex_cli_tell (_("Nobody takes part in this cycle yet."));
  else
    return ex_cli_table_answer (table);

  return EX_CLI_DONE;
}

/* --- coverage ------------------------------------------------------------------------------------------------------------------- */

ExCliStatus
ex_cli_show_coverage (ExStore *store, const ExCliShow *show)
{
  g_autoptr (ExReviews) reviews = ex_cli_show_read_reviews (store, show);
  g_autoptr (GArray) levels = reviews != NULL ? ex_coverage_new (reviews) : NULL;
  g_autoptr (ExTable) table = levels != NULL ? ex_cli_show_table (show, ex_table_coverage) : NULL;
  g_autofree char *sentence = NULL;

  if (table == NULL)
    return EX_CLI_REFUSED;

  for (guint i = 0; i < levels->len; i++)
    ex_table_add_coverage (table, &g_array_index (levels, ExCoverage, i));
  if (show->format == EX_CLI_TEXT)
    {
      g_autofree char *line = NULL;

      sentence = ex_coverage_describe (levels);
      line = g_strconcat (sentence, "\n\n", NULL);
      ex_cli_answer (line);
    }

  return ex_cli_table_answer (table);
}
