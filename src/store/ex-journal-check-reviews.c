/* Whether the reviews are as their steps say. The triggers let nothing else happen; this finds what was written while they were not there,
 * even by somebody who wrote it into the history as well. */
#include "config.h"

#include "ex-journal-check.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "core/ex-review.h"
#include "ex-column.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

#define NAMES   "(SELECT name FROM leaders WHERE id = s.leader_id) AS leader, (SELECT name FROM cycles WHERE id = s.cycle_id) AS cycle"
#define STEPPED "WITH s AS (SELECT *, lag (state, 1, 'drafting') OVER w AS was, lag (reviewer_signed) OVER w AS half, lag (excused, 1, 0) OVER w AS away" \
                " FROM review_steps WINDOW w AS (PARTITION BY cycle_id, leader_id ORDER BY number)) "

/* --- steps --------------------------------------------------------------------------------------------------------------------------- */

static void
tell_gap_cb (ExCheck *self, ExStatement *row)
{
  ex_check_add (self, _("The steps of the review of %s in “%s” are not numbered 1, 2, 3, …: one is missing."), ex_check_words (row, 0), ex_check_words (row, 1));
}

static void
tell_cycle_gap_cb (ExCheck *self, ExStatement *row)
{
  ex_check_add (self, _("The steps of the cycle “%s” are not numbered 1, 2, 3, …: one is missing."), ex_check_words (row, 1));
}

static const char *
state_label (ExStatement *row, int column)
{
  ExReviewState state = EX_REVIEW_DRAFTING;

  ex_review_state_parse (ex_check_words (row, column), &state);
  return ex_review_state_label (state);
}

static void
tell_step_cb (ExCheck *self, ExStatement *row)
{
  ExStep step = EX_STEP_AGREE;

  ex_step_parse (ex_check_words (row, 3), &step);
  ex_check_add (self, _("The review of %s in “%s” went from %s to %s by a step that does not lead there (step %lld, “%s”)."), ex_check_words (row, 0), ex_check_words (row, 1),
                state_label (row, 4), state_label (row, 5), (long long) ex_statement_int (row, 2), ex_step_label (step));
}

static void
tell_phase_cb (ExCheck *self, ExStatement *row)
{
  ex_check_add (self, _("The cycle “%s” was moved by a step that does not lead where it says (step %lld)."), ex_check_words (row, 1), (long long) ex_statement_int (row, 2));
}

static gboolean
check_steps (ExCheck *self, GError **error)
{
  return ex_check_each_row (self, "SELECT " NAMES " FROM review_steps s GROUP BY s.cycle_id, s.leader_id HAVING max (number) <> count (*)", tell_gap_cb, error)
         && ex_check_each_row (self, "SELECT NULL, (SELECT name FROM cycles WHERE id = s.cycle_id) FROM cycle_steps s GROUP BY s.cycle_id"
                                " HAVING max (number) <> count (*)", tell_cycle_gap_cb, error)
         && ex_check_each_row (self,
                          STEPPED "SELECT " NAMES ", number, step, was, state FROM s WHERE NOT coalesce (CASE step"
                          " WHEN 'agree' THEN was = 'drafting' AND state = 'agreed' AND excused = away"
                          " WHEN 'self-assess' THEN was = 'agreed' AND state = 'self-assessed' AND excused = away"
                          " WHEN 'assess' THEN was = 'self-assessed' AND state = 'assessed' AND excused = away"
                          " WHEN 'sign' THEN was = 'assessed' AND state = CASE WHEN half IS NULL THEN 'assessed' ELSE 'signed' END AND excused = away"
                          " WHEN 'dissent' THEN was = 'assessed' AND state = 'assessed' AND excused = away"
                          " WHEN 'excuse' THEN was <> 'signed' AND state = was AND excused AND NOT away"
                          " WHEN 'reopen' THEN (away OR was = 'signed') AND state = CASE WHEN away THEN was ELSE 'assessed' END AND NOT excused"
                          " WHEN 'send-back' THEN state = CASE WHEN half IS NOT NULL THEN was WHEN was = 'assessed' THEN 'self-assessed'"
                          "                                    WHEN was = 'self-assessed' THEN 'agreed' WHEN was = 'agreed' THEN 'drafting' END AND excused = away"
                          " WHEN 'move' THEN was <> 'signed' AND state = was AND excused = away END, 0) ORDER BY cycle_id, leader_id, number",
                          tell_step_cb, error)
         && ex_check_each_row (self,
                          "WITH s AS (SELECT *, lag (phase, 1, 'plan') OVER (PARTITION BY cycle_id ORDER BY number) AS was FROM cycle_steps)"
                          "SELECT NULL, (SELECT name FROM cycles WHERE id = s.cycle_id), number FROM s WHERE step || ' ' || was || ' ' || phase NOT IN"
                          " ('advance plan run', 'advance run assess', 'advance assess calibrate', 'advance calibrate sign', 'back sign calibrate',"
                          "  'back calibrate assess', 'back assess run', 'back run plan', 'close sign closed', 'reopen closed sign') ORDER BY cycle_id, number",
                          tell_phase_cb, error);
}

/* --- what was agreed -------------------------------------------------------------------------------------------------------------------- */

static void
tell_weights_cb (ExCheck *self, ExStatement *row)
{
  g_autofree char *total = ex_format_weight ((int) ex_statement_int (row, 2));

  ex_check_add (self, _("The review of %s in “%s” is beyond drafting, but the weights of its objectives total %s, not 100 %%."), ex_check_words (row, 0), ex_check_words (row, 1), total);
}

static void
tell_unlinked_cb (ExCheck *self, ExStatement *row)
{
  ex_check_add (self, _("The review of %s in “%s” is beyond drafting, but its objective “%s” is linked to no driver of customer growth."), ex_check_words (row, 0),
                ex_check_words (row, 1), ex_check_words (row, 2));
}

/* The ids of the leaders in the cycle whose review is beyond drafting. */
static GHashTable *
read_agreed (ExDatabase *db, const char *cycle_id, GError **error)
{
  g_autoptr (GHashTable) agreed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (ExStatement) rows = ex_database_prepare (db, "SELECT leader_id FROM reviews WHERE cycle_id = $1 AND state <> 'drafting'", error);
  GError *problem = NULL;

  if (rows == NULL)
    return NULL;
  ex_statement_bind_text (rows, 1, cycle_id);
  while (ex_statement_step (rows, &problem))
    g_hash_table_add (agreed, g_strdup (ex_statement_text (rows, 0)));
  return ex_rows_ended (problem, error) ? g_steal_pointer (&agreed) : NULL;
}

/* A cycle's days may be changed after a milestone was agreed: that its due date is not in them is no sign of anything. */
static gboolean
is_measurable (const ExObjective *objective)
{
  g_autoptr (GPtrArray) problems = ex_objective_problems (objective, NULL);

  return problems->len == 0 && ex_objective_gaps (objective, NULL) == 0;
}

static gboolean
check_measurable (ExCheck *self, const char *cycle_id, const char *cycle, GError **error)
{
  g_autoptr (GHashTable) agreed = read_agreed (self->store->db, cycle_id, error);
  g_autoptr (GPtrArray) objectives = NULL;

  if (agreed == NULL)
    return FALSE;
  if (g_hash_table_size (agreed) == 0)
    return TRUE;
  objectives = ex_objectives_read (self->store->db, cycle_id, error);
  for (guint i = 0; objectives != NULL && i < objectives->len; i++)
    {
      const ExObjective *objective = g_ptr_array_index (objectives, i);

      if (g_hash_table_contains (agreed, objective->leader_id) && !is_measurable (objective))
        ex_check_add (self, _("The objective “%s” in “%s” belongs to a review that is beyond drafting, but cannot be measured."), objective->title, cycle);
    }
  return objectives != NULL;
}

static gboolean
check_cycles (ExCheck *self, GError **error)
{
  g_autoptr (ExStatement) cycles = ex_database_prepare (self->store->db, "SELECT id, name FROM cycles ORDER BY id", error);
  GError *problem = NULL;
  gboolean good = TRUE;

  if (cycles == NULL)
    return FALSE;
  while (good && ex_statement_step (cycles, &problem))
    good = check_measurable (self, ex_statement_text (cycles, 0), ex_statement_text (cycles, 1), &problem);
  return ex_rows_ended (problem, error);
}

static gboolean
check_agreed (ExCheck *self, GError **error)
{
  return ex_check_each_row (self, "SELECT " NAMES ", (SELECT coalesce (sum (weight), 0) FROM objectives o WHERE o.cycle_id = s.cycle_id AND o.leader_id = s.leader_id) AS total"
                             " FROM reviews s WHERE s.state <> 'drafting' AND total <> 10000 ORDER BY s.cycle_id, s.leader_id", tell_weights_cb, error)
         && ex_check_each_row (self, "SELECT " NAMES ", o.title FROM reviews s JOIN objectives o ON o.cycle_id = s.cycle_id AND o.leader_id = s.leader_id"
                                " WHERE s.state <> 'drafting' AND NOT EXISTS (SELECT 1 FROM links l WHERE l.objective_id = o.id) ORDER BY o.id",
                          tell_unlinked_cb, error)
         && check_cycles (self, error);
}

gboolean
ex_check_reviews (ExCheck *self, GError **error)
{
  return check_steps (self, error) && ex_check_step (self, 0.3, error) && check_agreed (self, error);
}
