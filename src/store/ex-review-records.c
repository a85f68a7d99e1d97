/* What the rules need of all reviews of a cycle at once: a pass over each table, or a few rows of it for one leader. */
#include "config.h"

#include "ex-review-rows.h"

#include "core/ex-blank.h"
#include "ex-column.h"

#include <string.h>

typedef struct
{
  ExDatabase      *database;
  ExCompany       *company;
  const ExCycle   *cycle;
  int              leader;  /* index; -1: all */
  ExReviewRecords *records;
} Filling;

/* A row: what comes of it. */
typedef void (* TakeRow) (Filling *self, ExStatement *row);

static gboolean
take_rows (Filling    *self,
           const char *sql,
           const char *first,
           const char *second,
           TakeRow     take,
           GError    **error)
{
  g_autoptr (ExStatement) rows = ex_database_prepare (self->database, sql, error);
  GError *failure = NULL;

  if (rows == NULL)
    return FALSE;
  if (first != NULL)
    ex_statement_bind_text (rows, 1, first);
  if (second != NULL)
    ex_statement_bind_text (rows, 2, second);
  while (ex_statement_step (rows, &failure))
    take (self, rows);
  return ex_rows_ended (failure, error);
}

static const char *
leader_id (const Filling *self)
{
  return self->leader >= 0 ? ex_company_get_leader (self->company, (guint) self->leader)->id : NULL;
}

/* --- reviews ----------------------------------------------------------------------------------------------------------------- */

/* Of one leader: of everybody in the small company, for that is who is above. */
static gboolean
fill_reviews (Filling *self,
              GError **error)
{
  if (self->leader < 0)
    return ex_review_rows_list (self->database, self->cycle->id, NULL, self->records->reviews, error);
  for (guint i = 0; i < ex_company_n_leaders (self->company); i++)
    if (!ex_review_rows_list (self->database, self->cycle->id, ex_company_get_leader (self->company, i)->id, self->records->reviews, error))
      return FALSE;
  return TRUE;
}

/* --- tops --------------------------------------------------------------------------------------------------------------------- */

static gboolean
fill_tops (Filling *self,
           GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  g_autoptr (GPtrArray) tops = g_ptr_array_new_with_free_func (g_free);
  GError *failure = NULL;

  rows = ex_database_prepare (self->database, "SELECT leader_id FROM cycle_tops WHERE cycle_id = $1 ORDER BY leader_id", error);
  if (rows == NULL)
    return FALSE;
  ex_statement_bind_text (rows, 1, self->cycle->id);
  while (ex_statement_step (rows, &failure))
    g_ptr_array_add (tops, ex_column_dup_text (rows, 0));
  if (!ex_rows_ended (failure, error))
    return FALSE;
  g_ptr_array_add (tops, NULL);
  g_strfreev (self->records->tops);
  self->records->tops = (char **) g_ptr_array_steal (tops, NULL);
  return TRUE;
}

/* --- ratings ------------------------------------------------------------------------------------------------------------------ */

#define MARKS "SELECT objective_id, role, rater_id, rating, comment, confirmed FROM ratings"

/* Rows of one objective follow each other, so that most are found where the one before was. */
static int
find_objective (Filling    *self,
                const char *id)
{
  const GArray *marks = self->records->marks;

  if (marks->len > 0)
    {
      guint last = g_array_index (marks, ExMark, marks->len - 1).objective;

      if (strcmp (ex_company_get_objective (self->company, last)->id, id) == 0)
        return (int) last;
    }
  return ex_company_find_objective (self->company, id);
}

/* A leader who is not there any more is nobody, which is something else than the board. */
static int
find_rater (Filling    *self,
            const char *id)
{
  int leader;

  if (*id == '\0')
    return EX_NOBODY;
  leader = ex_company_find_leader (self->company, id);
  return leader >= 0 ? leader : EX_NO_ONE;
}

static void
take_mark (Filling     *self,
           ExStatement *row)
{
  ExMark mark = { .role = EX_ROLE_SELF };
  int objective = find_objective (self, ex_statement_text (row, 0));

  if (objective < 0)
    return;
  mark.objective = (guint) objective;
  ex_role_parse (ex_statement_text (row, 1), &mark.role);
  mark.rater = find_rater (self, ex_statement_text (row, 2));
  mark.rating = (int) ex_statement_int (row, 3);
  mark.commented = !ex_text_is_blank (ex_statement_text (row, 4));
  mark.confirmed = ex_statement_int (row, 5) != 0;
  g_array_append_val (self->records->marks, mark);
}

static void
take_adjustment (Filling     *self,
                 ExStatement *row)
{
  const char *id = ex_statement_text (row, 0);

  if (ex_company_find_objective (self->company, id) >= 0)
    g_ptr_array_add (self->records->adjustments,
                     ex_adjustment_new (id, (int) ex_statement_int (row, 1), ex_statement_text (row, 2), ex_statement_text (row, 3)));
}

static gboolean
fill_ratings (Filling *self,
              GError **error)
{
  const char *id = leader_id (self);
  guint n = 0;
  const guint *own;

  if (id == NULL)
    return take_rows (self, MARKS, NULL, NULL, take_mark, error)
           && take_rows (self, "SELECT objective_id, rating, why, agreed_by FROM adjustments", NULL, NULL, take_adjustment, error);
  own = ex_company_leader_objectives (self->company, (guint) self->leader, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *objective = ex_company_get_objective (self->company, own[i])->id;

      if (!take_rows (self, MARKS " WHERE objective_id = $1", objective, NULL, take_mark, error)
          || !take_rows (self, "SELECT objective_id, rating, why, agreed_by FROM adjustments WHERE objective_id = $1", objective, NULL,
                         take_adjustment, error))
        return FALSE;
    }
  return TRUE;
}

/* --- observers, amendments ------------------------------------------------------------------------------------------------------- */

static void
take_observer (Filling     *self,
               ExStatement *row)
{
  int leader = ex_company_find_leader (self->company, ex_statement_text (row, 0));
  int observer = ex_company_find_leader (self->company, ex_statement_text (row, 1));
  ExObserver pair = { (guint) leader, (guint) observer };

  if (leader >= 0 && observer >= 0)
    g_array_append_val (self->records->observers, pair);
}

static void
take_amendment (Filling     *self,
                ExStatement *row)
{
  int leader = ex_company_find_leader (self->company, ex_statement_text (row, 0));

  if (leader >= 0)
    g_array_append_val (self->records->amendments, leader);
}

static gboolean
fill_others (Filling *self,
             GError **error)
{
  const char *cycle = self->cycle->id;
  const char *id = leader_id (self);

  if (id == NULL)
    return take_rows (self, "SELECT leader_id, observer_id FROM observers WHERE cycle_id = $1", cycle, NULL, take_observer, error)
           && take_rows (self, "SELECT leader_id FROM amendments WHERE cycle_id = $1 AND state = 'proposed'", cycle, NULL, take_amendment, error);
  return take_rows (self, "SELECT leader_id, observer_id FROM observers WHERE cycle_id = $1 AND leader_id = $2", cycle, id, take_observer, error)
         && take_rows (self, "SELECT leader_id FROM amendments WHERE cycle_id = $1 AND leader_id = $2 AND state = 'proposed'", cycle, id,
                       take_amendment, error);
}

gboolean
ex_review_rows_fill (ExDatabase      *database,
                     ExCompany       *company,
                     int              leader,
                     ExReviewRecords *records,
                     GError         **error)
{
  Filling self = { database, company, ex_company_get_cycle (company), leader, records };

  return fill_tops (&self, error) && fill_reviews (&self, error) && fill_ratings (&self, error) && fill_others (&self, error);
}
