#include "config.h"

#include "ex-company.h"

#include "ex-format.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>

#define LEADERS_SHOWN 20 /* of a large team: more would not be read */

static void
explain_objective (const ExObjective *objective,
                   const ExReading   *reading,
                   ExWorking         *working)
{
  g_autofree char *weight = ex_format_weight (objective->weight);
  g_autofree char *score = ex_format_percent (reading->score);
  g_autofree char *result = ex_format_percent (reading->score * objective->weight / EX_WHOLE_BP);

  if (!reading->measured)
    ex_working_add (working, objective->title, result, _("%s × %s, not measured: no check-in yet"), weight, score);
  else
    ex_working_add (working, objective->title, result, "%s × %s", weight, score);
}

/* What a reader must know of the sum: that not all is measured, that the weights are not 100 %. (transfer full) */
static char *
describe_sum (const ExStanding *standing)
{
  GString *words = g_string_new (_("sum of weight × score"));

  if (standing->measured < standing->objectives)
    {
      g_string_append (words, ", ");
      /* Translators: how many of a leader's objectives have a check-in: "3 of 4 measured". */
      g_string_append_printf (words, _("%u of %u measured"), standing->measured, standing->objectives);
    }

  if (standing->weight != EX_WHOLE_BP)
    {
      g_autofree char *weight = ex_format_weight (standing->weight);

      g_string_append (words, ", ");
      g_string_append_printf (words, _("the weights total %s instead of 100 %%"), weight);
    }

  return g_string_free (words, FALSE);
}

void
ex_company_explain_score (const ExCompany *self,
                          guint            leader_index,
                          ExWorking       *working)
{
  const ExStanding *standing = ex_company_get_standing (self, leader_index);
  g_autofree char *words = NULL;
  g_autofree char *result = NULL;
  const guint *own;
  guint n;

  g_return_if_fail (standing != NULL);

  own = ex_company_leader_objectives (self, leader_index, &n);
  for (guint k = 0; k < n; k++)
    explain_objective (ex_company_get_objective (self, own[k]), ex_company_get_reading (self, own[k]), working);

  words = n > 0 ? describe_sum (standing) : g_strdup (_("no objectives"));
  result = ex_format_percent (standing->score);
  ex_working_add (working, _("Score"), result, "%s", words);
}

/* The mean's own line: what is added up and by how many it is divided. */
static void
explain_mean (const ExStanding *standing,
              guint             counted,
              ExWorking        *working)
{
  g_autofree char *result = ex_format_percent (standing->team_score);
  g_autofree char *sum = ex_format_percent (standing->team_score * counted);
  g_autofree char *count = ex_format_integer (counted);
  g_autofree char *silent = ex_format_integer (standing->below - counted);

  if (counted == 0)
    ex_working_add (working, _("Team score"), result, "%s", _("nobody below has objectives"));
  else if (counted < standing->below)
    ex_working_add (working, _("Team score"), result, _("%s ÷ %s leaders; %s more below have no objectives"), sum, count, silent);
  else
    ex_working_add (working, _("Team score"), result, ngettext ("%s ÷ %s leader", "%s ÷ %s leaders", counted), sum, count);
}

void
ex_company_explain_team_score (const ExCompany *self,
                               guint            leader_index,
                               ExWorking       *working)
{
  const ExTree *tree = ex_company_get_tree (self);
  const ExStanding *standing = ex_company_get_standing (self, leader_index);
  double others = 0;
  guint counted = 0;

  g_return_if_fail (standing != NULL);

  for (int i = ex_tree_next (tree, (int) leader_index, (int) leader_index); i >= 0; i = ex_tree_next (tree, i, (int) leader_index))
    {
      const ExStanding *below = ex_company_get_standing (self, (guint) i);
      const ExLeader *leader = ex_company_get_leader (self, (guint) i);
      g_autofree char *score = NULL;

      if (below->objectives == 0)
        continue;
      if (counted++ >= LEADERS_SHOWN)
        {
          others += below->score;
          continue;
        }

      score = ex_format_percent (below->score);
      if (below->measured < below->objectives)
        ex_working_add (working, leader->name, score, _("%u of %u measured"), below->measured, below->objectives);
      else
        ex_working_add (working, leader->name, score, "%s", "");
    }

  if (counted > LEADERS_SHOWN)
    {
      guint more = counted - LEADERS_SHOWN;
      g_autofree char *what = g_strdup_printf (ngettext ("%u more leader", "%u more leaders", more), more);
      g_autofree char *sum = ex_format_percent (others);

      ex_working_add (working, what, sum, "%s", _("their scores together"));
    }

  explain_mean (standing, counted, working);
}
