#include "config.h"

#include "ex-coverage.h"

#include "ex-format.h"

#include <glib/gi18n-lib.h>

/* Levels that a sentence names one by one; what is below them is said together. */
#define LEVELS_NAMED 3

static void
count_objectives (ExCoverage      *row,
                  const ExReviews *reviews,
                  const ExScope   *scope,
                  guint            leader)
{
  const ExCompany *company = ex_reviews_get_company (reviews);
  guint n;
  const guint *own = ex_company_leader_objectives (company, leader, &n);

  for (guint i = 0; i < n; i++)
    {
      if (!ex_scope_takes_objective (scope, reviews, own[i]))
        continue;
      row->objectives++;
      row->measured += ex_company_get_reading (company, own[i])->measured ? 1 : 0;
      row->linked += ex_company_get_objective (company, own[i])->links->len > 0 ? 1 : 0;
    }
}

static void
count_leader (ExCoverage      *row,
              const ExReviews *reviews,
              const ExScope   *scope,
              guint            leader)
{
  const ExReview *review = ex_reviews_get (reviews, leader);

  if (review->excused)
    {
      row->excused++;
      return;
    }

  row->leaders++;
  row->state[review->state]++;
  row->agreed += review->state >= EX_REVIEW_AGREED ? 1 : 0;
  row->signed_ += review->state >= EX_REVIEW_SIGNED ? 1 : 0;
  count_objectives (row, reviews, scope, leader);
}

/* The rows that count somebody, level 0 behind the others. */
static GArray *
arrange (const ExCoverage *rows,
         guint             n)
{
  GArray *levels = g_array_new (FALSE, FALSE, sizeof (ExCoverage));

  for (guint level = 1; level <= n; level++)
    {
      const ExCoverage *row = &rows[level % n];

      if (row->leaders > 0 || row->excused > 0)
        g_array_append_val (levels, *row);
    }

  return levels;
}

GArray *
ex_coverage_new_in (const ExReviews *reviews,
                    const ExScope   *scope)
{
  g_autoptr (GArray) leaders = ex_scope_leaders (scope, reviews);
  g_autofree ExCoverage *rows = NULL;
  guint n = 1;

  for (guint i = 0; i < leaders->len; i++)
    n = MAX (n, ex_reviews_get_level (reviews, g_array_index (leaders, guint, i)) + 1);

  rows = g_new0 (ExCoverage, n);
  for (guint i = 0; i < n; i++)
    rows[i].level = i;
  for (guint i = 0; i < leaders->len; i++)
    {
      guint leader = g_array_index (leaders, guint, i);

      count_leader (&rows[ex_reviews_get_level (reviews, leader)], reviews, scope, leader);
    }

  return arrange (rows, n);
}

GArray *
ex_coverage_new (const ExReviews *reviews)
{
  g_autoptr (ExScope) everybody = ex_scope_new ();

  return ex_coverage_new_in (reviews, everybody);
}

ExCoverage
ex_coverage_total (const GArray *levels)
{
  ExCoverage total = { 0 };

  for (guint i = 0; i < levels->len; i++)
    {
      const ExCoverage *row = &g_array_index (levels, ExCoverage, i);

      total.leaders += row->leaders;
      total.excused += row->excused;
      for (guint state = 0; state < EX_N_REVIEW_STATES; state++)
        total.state[state] += row->state[state];
      total.agreed += row->agreed;
      total.signed_ += row->signed_;
      total.objectives += row->objectives;
      total.measured += row->measured;
      total.linked += row->linked;
    }

  return total;
}

/* --- the sentence ------------------------------------------------------------------------------------------------------ */

static char *
describe_first (const ExCoverage *row)
{
  g_autofree char *leaders = ex_format_integer (row->leaders);
  g_autofree char *agreed = ex_format_integer (row->agreed);

  if (row->leaders == 1)
    return g_strdup (row->agreed == 1 ? _("The leader of the first level has an agreed review")
                                      : _("The leader of the first level has no agreed review yet"));
  if (row->agreed == row->leaders)
    return g_strdup_printf (_("All %s leaders of the first level have agreed reviews"), leaders);
  if (row->agreed == 0)
    return g_strdup_printf (_("None of the %s leaders of the first level has an agreed review yet"), leaders);

  return g_strdup_printf (ngettext ("%s of the %s leaders of the first level has an agreed review",
                                    "%s of the %s leaders of the first level have agreed reviews", row->agreed), agreed, leaders);
}

static void
append_part (GString          *sentence,
             const ExCoverage *row,
             const char       *where)
{
  g_autofree char *leaders = ex_format_integer (row->leaders);
  g_autofree char *agreed = ex_format_integer (row->agreed);

  if (row->leaders > 0)
    /* Translators: goes on "3 of the 4 leaders of the first level have agreed reviews" with "; of the second 9 of 12". */
    g_string_append_printf (sentence, _("; %s %s of %s"), where, agreed, leaders);
}

static char *
describe_levels (const GArray *levels)
{
  const char *names[LEVELS_NAMED + 1] = { NULL, NULL, _("of the second"), _("of the third") };
  g_autoptr (GString) sentence = g_string_new (NULL);
  ExCoverage below = { 0 }, under_none = { 0 };

  for (guint i = 0; i < levels->len; i++)
    {
      const ExCoverage *row = &g_array_index (levels, ExCoverage, i);

      if (row->level == 0)
        under_none = *row;
      else if (row->level > LEVELS_NAMED)
        {
          below.leaders += row->leaders;
          below.agreed += row->agreed;
        }
      else if (row->level > 1)
        append_part (sentence, row, names[row->level]);
      else
        {
          g_autofree char *first = describe_first (row);

          g_string_append (sentence, first);
        }
    }

  append_part (sentence, &below, _("further down"));
  append_part (sentence, &under_none, _("under no top"));
  g_string_append_c (sentence, '.');

  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

char *
ex_coverage_describe (const GArray *levels)
{
  ExCoverage total = ex_coverage_total (levels);
  g_autofree char *leaders = ex_format_integer (total.leaders);
  g_autofree char *agreed = ex_format_integer (total.agreed);

  if (total.leaders == 0)
    return g_strdup (total.excused > 0 ? _("Everybody is excused.") : _("Nobody takes part in this cycle yet."));
  if (levels->len > 1 && total.agreed == total.leaders)
    return g_strdup_printf (_("All %s leaders, on every level, have agreed reviews."), leaders);
  if (g_array_index (levels, ExCoverage, 0).level != 1 || g_array_index (levels, ExCoverage, 0).leaders == 0)
    return g_strdup_printf (_("%s of %s leaders have agreed reviews."), agreed, leaders);

  return describe_levels (levels);
}
