#include "config.h"

#include "ex-review-rows.h"

#include "ex-column.h"

#include <math.h>
#include <string.h>

/* The manager of the day of a step. */
#define MANAGER_THEN                                                                                                                  \
  "(SELECT CASE WHEN p.leader_id IS NULL THEN l.manager_id ELSE p.manager_id END FROM leaders l"                                      \
  " LEFT JOIN past_managers p ON p.leader_id = l.id AND p.until_day ="                                                                \
  " (SELECT min (until_day) FROM past_managers q WHERE q.leader_id = l.id AND q.until_day >= s.day) WHERE l.id = s.leader_id)"
#define STEPS                                                                                                                         \
  "SELECT leader_id, number, step, why, day, state, reviewer_id, assessed_by, excused, reviewer_signed, leader_signed,"               \
  " step = 'move' AND reviewer_id IS NOT " MANAGER_THEN " FROM review_steps s WHERE cycle_id = $1"
#define ORDER " ORDER BY leader_id, number"

enum { LEADER, NUMBER, STEP, WHY, DAY, STATE, REVIEWER, ASSESSED_BY, EXCUSED, REVIEWER_SIGNED, LEADER_SIGNED, ELSEWHERE };

static ExStatement *
select_steps (ExDatabase *database,
              const char *cycle_id,
              const char *leader_id,
              GError    **error)
{
  ExStatement *rows = ex_database_prepare (database, leader_id != NULL ? STEPS " AND leader_id = $2" ORDER : STEPS ORDER, error);

  if (rows == NULL)
    return NULL;
  ex_statement_bind_text (rows, 1, cycle_id);
  if (leader_id != NULL)
    ex_statement_bind_text (rows, 2, leader_id);
  return rows;
}

static void
set_text (char       **slot,
          ExStatement *row,
          int          column)
{
  g_free (*slot);
  *slot = ex_column_dup_text (row, column);
}

static ExStep
step_of (ExStatement *row)
{
  ExStep step = EX_STEP_AGREE;

  ex_step_parse (ex_statement_text (row, STEP), &step);
  return step;
}

static ExReviewState
state_of (ExStatement *row)
{
  ExReviewState state = EX_REVIEW_DRAFTING;

  ex_review_state_parse (ex_statement_text (row, STATE), &state);
  return state;
}

/* What a review is after one more of its steps. An excuse is given once and holds until it is taken back; a dissent is of an assessed
 * review, and goes when that does. */
static void
add_step (ExReview    *review,
          ExStatement *row)
{
  ExStep step = step_of (row);

  review->steps = (guint) ex_statement_int (row, NUMBER);
  review->state = state_of (row);
  review->excused = ex_statement_int (row, EXCUSED) != 0;
  review->day = ex_column_day (row, DAY);
  set_text (&review->why, row, WHY);
  set_text (&review->reviewer_id, row, REVIEWER);
  set_text (&review->assessed_by, row, ASSESSED_BY);
  set_text (&review->reviewer_signed, row, REVIEWER_SIGNED);
  set_text (&review->leader_signed, row, LEADER_SIGNED);
  if (step == EX_STEP_MOVE)
    review->elsewhere = ex_statement_int (row, ELSEWHERE) != 0;
  if (step == EX_STEP_EXCUSE)
    set_text (&review->excuse, row, WHY);
  else if (!review->excused)
    g_clear_pointer (&review->excuse, g_free);
  if (step == EX_STEP_DISSENT)
    set_text (&review->dissent, row, WHY);
  else if (review->state < EX_REVIEW_ASSESSED)
    g_clear_pointer (&review->dissent, g_free);
}

gboolean
ex_review_rows_list (ExDatabase *database,
                     const char *cycle_id,
                     const char *leader_id,
                     GPtrArray  *into,
                     GError    **error)
{
  g_autoptr (ExStatement) rows = select_steps (database, cycle_id, leader_id, error);
  GError *failure = NULL;
  ExReview *review = NULL;

  if (rows == NULL)
    return FALSE;
  while (ex_statement_step (rows, &failure))
    {
      const char *id = ex_statement_text (rows, LEADER);

      if (review == NULL || strcmp (review->leader_id, id) != 0)
        {
          review = ex_review_new (cycle_id, id);
          g_ptr_array_add (into, review);
        }
      add_step (review, rows);
    }
  return ex_rows_ended (failure, error);
}

/* Who took it, out of the history: the latest action that added the row, for one may have been undone and done again. */
static gboolean
find_actor (ExDatabase   *database,
            const char   *cycle_id,
            const char   *leader_id,
            ExReviewStep *step,
            GError      **error)
{
  g_autoptr (ExStatement) row = NULL;
  int found;

  row = ex_database_prepare (database,
                             "SELECT a.actor FROM changes c JOIN actions a ON a.number = c.action"
                             " WHERE c.table_name = 'review_steps' AND c.before IS NULL"
                             " AND c.row_key = '[' || json_quote ($1) || ',' || json_quote ($2) || ',' || $3 || ']'"
                             " ORDER BY c.number DESC LIMIT 1",
                             error);
  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, cycle_id);
  ex_statement_bind_text (row, 2, leader_id);
  ex_statement_bind_int (row, 3, step->number);
  found = ex_row_find (row, error);
  if (found == 1)
    step->actor = ex_column_dup_text (row, 0);
  return found >= 0;
}

static gboolean
find_actors (ExDatabase *database,
             const char *cycle_id,
             const char *leader_id,
             GPtrArray  *steps,
             GError    **error)
{
  for (guint i = 0; i < steps->len; i++)
    if (!find_actor (database, cycle_id, leader_id, g_ptr_array_index (steps, i), error))
      return FALSE;
  return TRUE;
}

GPtrArray *
ex_review_rows_steps (ExDatabase *database,
                      const char *cycle_id,
                      const char *leader_id,
                      GError    **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_review_step_free);
  g_autoptr (ExStatement) rows = select_steps (database, cycle_id, leader_id, error);
  GError *failure = NULL;

  if (rows == NULL)
    return NULL;
  while (ex_statement_step (rows, &failure))
    {
      ExReviewStep *step = g_new0 (ExReviewStep, 1);

      step->number = (guint) ex_statement_int (rows, NUMBER);
      step->step = step_of (rows);
      step->why = ex_column_dup_text (rows, WHY);
      step->day = ex_column_day (rows, DAY);
      step->state = state_of (rows);
      step->reviewer_id = ex_column_dup_text (rows, REVIEWER);
      step->excused = ex_statement_int (rows, EXCUSED) != 0;
      step->reviewer_signed = ex_column_dup_text (rows, REVIEWER_SIGNED);
      step->leader_signed = ex_column_dup_text (rows, LEADER_SIGNED);
      g_ptr_array_add (steps, step);
    }
  if (!ex_rows_ended (failure, error) || !find_actors (database, cycle_id, leader_id, steps, error))
    return NULL;
  return g_steal_pointer (&steps);
}

/* Of the four that may be the board, whose id is "". */
static void
bind_who (ExStatement *statement,
          int          parameter,
          const char  *who)
{
  if (who == NULL)
    ex_statement_bind_null (statement, parameter);
  else
    ex_statement_bind_text_static (statement, parameter, who, -1);
}

gboolean
ex_review_rows_insert (ExDatabase     *database,
                       const ExReview *review,
                       ExStep          step,
                       const char     *why,
                       GError        **error)
{
  g_autoptr (ExStatement) statement = NULL;

  statement = ex_database_prepare (database,
                                   "INSERT INTO review_steps (cycle_id, leader_id, number, step, why, day, state, reviewer_id, assessed_by, excused,"
                                   " reviewer_signed, leader_signed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                                   error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text_static (statement, 1, review->cycle_id, -1);
  ex_statement_bind_text_static (statement, 2, review->leader_id, -1);
  ex_statement_bind_int (statement, 3, review->steps);
  ex_statement_bind_text_static (statement, 4, ex_step_nick (step), -1);
  ex_bind_optional (statement, 5, why);
  ex_bind_day (statement, 6, review->day);
  ex_statement_bind_text_static (statement, 7, ex_review_state_nick (review->state), -1);
  ex_bind_optional (statement, 8, review->reviewer_id);
  bind_who (statement, 9, review->assessed_by);
  ex_statement_bind_int (statement, 10, review->excused ? 1 : 0);
  bind_who (statement, 11, review->reviewer_signed);
  bind_who (statement, 12, review->leader_signed);
  return ex_statement_run (statement, error);
}

/* --- what is said of objectives ---------------------------------------------------------------------------------------------- */

gboolean
ex_rating_rows_list (ExDatabase *database,
                     const char *objective_id,
                     GPtrArray  *into,
                     GError    **error)
{
  g_autoptr (ExStatement) rows = NULL;
  GError *failure = NULL;

  rows = ex_database_prepare (database,
                              "SELECT role, rater_id, rating, comment, confirmed, actual FROM ratings WHERE objective_id = $1"
                              " ORDER BY role, rater_id",
                              error);
  if (rows == NULL)
    return FALSE;
  ex_statement_bind_text (rows, 1, objective_id);
  while (ex_statement_step (rows, &failure))
    {
      ExRole role = EX_ROLE_SELF;
      ExRating *rating;

      ex_role_parse (ex_statement_text (rows, 0), &role);
      rating = ex_rating_new (objective_id, role, ex_statement_text (rows, 1));
      rating->rating = (int) ex_column_int_or (rows, 2, 0);
      rating->comment = ex_column_dup_text (rows, 3);
      rating->confirmed = ex_statement_int (rows, 4) != 0;
      rating->actual = ex_statement_double (rows, 5);
      g_ptr_array_add (into, rating);
    }
  return ex_rows_ended (failure, error);
}

static gboolean
says_nothing (const ExRating *rating)
{
  return rating->rating == 0 && (rating->comment == NULL || *rating->comment == '\0') && !rating->confirmed;
}

gboolean
ex_rating_row_write (ExDatabase     *database,
                     const ExRating *rating,
                     GError        **error)
{
  g_autoptr (ExStatement) statement = NULL;

  statement = ex_database_prepare (database,
                                   says_nothing (rating)
                                     ? "DELETE FROM ratings WHERE objective_id = $1 AND role = $2 AND rater_id = $3"
                                     : "INSERT INTO ratings (objective_id, role, rater_id, rating, comment, confirmed, actual)"
                                       " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (objective_id, role, rater_id) DO UPDATE"
                                       " SET rating = excluded.rating, comment = excluded.comment, confirmed = excluded.confirmed,"
                                       " actual = excluded.actual",
                                   error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text_static (statement, 1, rating->objective_id, -1);
  ex_statement_bind_text_static (statement, 2, ex_role_nick (rating->role), -1);
  ex_statement_bind_text_static (statement, 3, rating->rater_id, -1);
  if (!says_nothing (rating))
    {
      ex_bind_int_unless (statement, 4, rating->rating, 0);
      ex_bind_optional (statement, 5, rating->comment);
      ex_statement_bind_int (statement, 6, rating->confirmed ? 1 : 0);
      ex_statement_bind_double (statement, 7, rating->confirmed ? rating->actual : NAN);
    }
  return ex_statement_run (statement, error);
}

gboolean
ex_adjustment_row_find (ExDatabase    *database,
                        const char    *objective_id,
                        ExAdjustment **adjustment,
                        GError       **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (database, "SELECT rating, why, agreed_by FROM adjustments WHERE objective_id = $1", error);
  int found;

  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, objective_id);
  found = ex_row_find (row, error);
  if (found == 1)
    *adjustment = ex_adjustment_new (objective_id, (int) ex_statement_int (row, 0), ex_statement_text (row, 1), ex_statement_text (row, 2));
  return found >= 0;
}
