#include "config.h"

#include "ex-review-locks.h"

#include "core/ex-leader.h"
#include "ex-column.h"
#include "ex-small-reviews.h"
#include "ex-store-tables.h"

#include <glib/gi18n-lib.h>

static gboolean
accept_sentence (char    *sentence,
                 GError **error)
{
  return ex_store_accept_actor (sentence, error);
}

ExReviewLock *
ex_review_lock_read (ExDatabase *database,
                     const char *cycle_id,
                     const char *leader_id,
                     GError    **error)
{
  g_autoptr (ExStatement) row = NULL;
  ExReviewState state = EX_REVIEW_DRAFTING;
  ExPhase phase = EX_PHASE_PLAN;

  row = ex_database_prepare (database,
                             "SELECT (SELECT name FROM leaders WHERE id = $2), (SELECT name FROM cycles WHERE id = $1),"
                             " (SELECT state FROM review_steps WHERE cycle_id = $1 AND leader_id = $2 ORDER BY number DESC LIMIT 1),"
                             " (SELECT phase FROM cycle_steps WHERE cycle_id = $1 ORDER BY number DESC LIMIT 1)",
                             error);
  if (row == NULL)
    return NULL;
  ex_statement_bind_text (row, 1, cycle_id);
  ex_statement_bind_text (row, 2, leader_id);
  if (ex_row_find (row, error) != 1)
    return NULL;
  ex_review_state_parse (ex_statement_text (row, 2), &state);
  ex_phase_parse (ex_statement_text (row, 3), &phase);
  return ex_review_lock_new (ex_statement_text (row, 0), ex_statement_text (row, 1), state, phase == EX_PHASE_CLOSED);
}

/* --- objectives, check-ins ------------------------------------------------------------------------------------------------------- */

static gboolean
accept_for (ExDatabase        *database,
            const ExObjective *whose,
            const ExObjective *before,
            const ExObjective *after,
            GError           **error)
{
  g_autoptr (ExReviewLock) lock = ex_review_lock_read (database, whose->cycle_id, whose->leader_id, error);

  return lock != NULL && accept_sentence (ex_review_lock_objective (lock, before, after), error);
}

/* One that moves leaves a review and comes into another. */
gboolean
ex_review_locks_accept_objective (ExDatabase        *database,
                                  const ExObjective *before,
                                  const ExObjective *after,
                                  GError           **error)
{
  if (before != NULL && !accept_for (database, before, before, after, error))
    return FALSE;
  if (after == NULL || (before != NULL && g_strcmp0 (before->leader_id, after->leader_id) == 0 && g_strcmp0 (before->cycle_id, after->cycle_id) == 0))
    return TRUE;
  return accept_for (database, after, NULL, after, error);
}

gboolean
ex_review_locks_accept_check_in (ExDatabase        *database,
                                 const ExObjective *objective,
                                 GError           **error)
{
  g_autoptr (ExReviewLock) lock = ex_review_lock_read (database, objective->cycle_id, objective->leader_id, error);

  return lock != NULL && accept_sentence (ex_review_lock_check_in (lock), error);
}

/* --- removing ---------------------------------------------------------------------------------------------------------------------- */

/* @sql with @id as $1: no row, or one whose first column is put into @format, behind @name. */
static gboolean
accept_none (ExDatabase *database,
             const char *sql,
             const char *id,
             const char *name,
             const char *format,
             GError    **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (database, sql, error);
  g_auto (GStrv) parts = NULL;
  int found;

  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, id);
  found = ex_row_find (row, error);
  if (found <= 0)
    return found == 0;
  parts = g_strsplit (format, "%s", 3); /* a format out of a variable is nothing that a compiler could check */
  g_assert (g_strv_length (parts) == 3);
  return ex_store_refuse_because (error, "%s%s%s%s%s", parts[0], name, parts[1], ex_statement_text (row, 0), parts[2]);
}

#define STATE_OF_CHILD "(SELECT s.state FROM review_steps s WHERE s.cycle_id = o.cycle_id AND s.leader_id = o.leader_id ORDER BY s.number DESC LIMIT 1)"

gboolean
ex_review_locks_accept_removal (ExDatabase        *database,
                                const ExObjective *objective,
                                GError           **error)
{
  return ex_review_locks_accept_objective (database, objective, NULL, error)
         && accept_none (database, "SELECT number FROM amended_objectives WHERE objective_id = $1", objective->id, objective->title,
                         _("“%s” was the subject of amendment %s, which stays in the record; change the objective instead of removing it."), error)
         && accept_none (database,
                         "SELECT l.name FROM objectives o JOIN leaders l ON l.id = o.leader_id WHERE o.parent_id = $1"
                         " AND coalesce (" STATE_OF_CHILD ", 'drafting') <> 'drafting'",
                         objective->id, objective->title, _("“%s” is the parent of an objective of %s that is agreed; send that review back first."),
                         error);
}

gboolean
ex_review_locks_accept_departure (ExDatabase     *database,
                                  const ExLeader *leader,
                                  GError        **error)
{
  return accept_none (database, "SELECT c.name FROM review_steps s JOIN cycles c ON c.id = s.cycle_id WHERE s.leader_id = $1", leader->id, leader->name,
                      _("%s has a review in “%s” that took its course and stays; enter the last day in role instead of removing the leader."), error)
         && accept_none (database,
                         "SELECT l.name FROM review_steps s JOIN leaders l ON l.id = s.leader_id WHERE s.reviewer_id = $1"
                         " UNION ALL"
                         " SELECT l.name FROM ratings r JOIN objectives o ON o.id = r.objective_id JOIN leaders l ON l.id = o.leader_id WHERE r.rater_id = $1",
                         leader->id, leader->name,
                         _("%s has a part in the review of %s, which stays; enter the last day in role instead of removing the leader."), error)
         && accept_none (database,
                         "SELECT l.name FROM observers b JOIN leaders l ON l.id = b.leader_id WHERE b.observer_id = $1",
                         leader->id, leader->name, _("%s is asked to observe %s; name other observers first."), error)
         && accept_none (database,
                         "SELECT l.name FROM objectives p JOIN objectives o ON o.parent_id = p.id JOIN leaders l ON l.id = o.leader_id"
                         " WHERE p.leader_id = $1 AND coalesce (" STATE_OF_CHILD ", 'drafting') <> 'drafting'",
                         leader->id, leader->name, _("An objective of %s is the parent of one of %s that is agreed; send that review back first."), error);
}

/* (transfer full) the name of a cycle that the leader's review has begun in, and that the new days leave; NULL: there is none, or @error. */
static char *
find_left_cycle (ExDatabase     *database,
                 const ExLeader *leader,
                 GError        **error)
{
  g_autoptr (ExStatement) row = NULL;

  row = ex_database_prepare (database,
                             "SELECT c.name FROM reviews r JOIN cycles c ON c.id = r.cycle_id WHERE r.leader_id = $1 AND NOT r.excused"
                             " AND NOT (coalesce ($2 <= c.last_day, 1) AND coalesce ($3 >= c.first_day, 1)) LIMIT 1",
                             error);
  if (row == NULL)
    return NULL;
  ex_statement_bind_text (row, 1, leader->id);
  ex_bind_day (row, 2, leader->from);
  ex_bind_day (row, 3, leader->to);
  return ex_row_find (row, error) == 1 ? ex_column_dup_text (row, 0) : NULL;
}

gboolean
ex_review_locks_accept_days (ExDatabase     *database,
                             const ExLeader *before,
                             const ExLeader *leader,
                             GError        **error)
{
  g_autofree char *cycle = NULL;
  GError *failure = NULL;

  if (before->from == leader->from && before->to == leader->to)
    return TRUE;
  cycle = find_left_cycle (database, leader, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  else if (cycle != NULL)
    ex_store_refuse_because (error, _("The review of %s in “%s” has begun: excuse it before the days in role leave that cycle."), leader->name, cycle);
  return failure == NULL && cycle == NULL;
}

/* --- cycles --------------------------------------------------------------------------------------------------------------------------- */

static gboolean
same_measure (const ExCycle *a,
              const ExCycle *b)
{
  return a->first == b->first && a->last == b->last && a->threshold_score == b->threshold_score && a->stretch_score == b->stretch_score
         && a->late_score == b->late_score;
}

gboolean
ex_review_locks_accept_cycle (ExDatabase    *database,
                              const ExCycle *before,
                              const ExCycle *cycle,
                              GError       **error)
{
  if (before->phase == EX_PHASE_CLOSED)
    return ex_store_refuse_because (error, _("The cycle “%s” is closed: nothing in it changes. Re-open it first."), before->name);
  if (!same_measure (before, cycle)
      && !accept_none (database,
                       "SELECT l.name FROM reviews r JOIN leaders l ON l.id = r.leader_id WHERE r.cycle_id = $1 AND r.state IN ('assessed', 'signed')",
                       before->id, before->name,
                       _("The days and the scores of “%s” stand: the review of %s is assessed on them, and may not be the only one."), error))
    return FALSE;
  return ex_cycle_same_scale (before, cycle)
         || accept_none (database,
                         "SELECT o.title FROM objectives o JOIN ratings r ON r.objective_id = o.id WHERE o.cycle_id = $1 AND r.rating IS NOT NULL",
                         before->id, before->name, _("The scale of “%s” stands: “%s” is rated on it already, and may not be the only one."), error);
}
