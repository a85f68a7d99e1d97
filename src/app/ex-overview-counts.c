#include "config.h"

#include "ex-overview-counts.h"

#include "core/ex-quantity.h"

/* --- the cell that it is about ---------------------------------------------------------------------------------------------------------- */

static gboolean
rows_for (const ExTarget *about, ExGridRows *rows)
{
  ExTargetKind kind = about->kind == EX_TARGET_CELL ? about->row_kind : about->kind;

  *rows = kind == EX_TARGET_UNIT ? EX_GRID_BY_UNIT : kind == EX_TARGET_LEVEL ? EX_GRID_BY_LEVEL : EX_GRID_BY_LEADER;
  return kind == EX_TARGET_UNIT || kind == EX_TARGET_LEVEL || kind == EX_TARGET_LEADER;
}

static int
find_name (char **names, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return (int) i;
  return -1;
}

static void
take_cell (ExOverviewCounts *self, const ExReviews *reviews, const ExScope *scope, const ExTarget *about)
{
  ExGridRows rows;
  g_autoptr (ExScoreGrid) grid = NULL;
  int row, column;

  self->cell.score = EX_UNSET;
  if (reviews == NULL || !rows_for (about, &rows))
    return;
  grid = ex_score_grid_new (reviews, scope, rows, about->by_stage ? EX_GRID_BY_STAGE : EX_GRID_BY_DRIVER);
  row = find_name (grid->rows, grid->n_rows, about->id);
  column = about->kind == EX_TARGET_CELL && about->extra != NULL && (about->by_stage || *about->extra != '\0') ? find_name (grid->columns + 1, grid->n_columns - 1, about->extra) + 1 : 0;
  if (row < 0 || column < 0)
    return;
  self->cell = *ex_score_grid_cell (grid, (guint) row, (guint) column);
  ex_score_grid_explain (grid, reviews, scope, (guint) row, (guint) column, self->working);
}

/* --- counting ------------------------------------------------------------------------------------------------------------------------------ */

/* Off track, at risk, without data, on track; then the heavier. */
static int
compare_objectives (gconstpointer a, gconstpointer b, gpointer data)
{
  static const int place[] = { [EX_STATUS_OFF_TRACK] = 0, [EX_STATUS_AT_RISK] = 1, [EX_STATUS_NO_DATA] = 2, [EX_STATUS_ON_TRACK] = 3 };
  const ExCompany *company = data;
  guint i = *(const guint *) a, k = *(const guint *) b;
  int one = place[ex_company_get_reading (company, i)->status], other = place[ex_company_get_reading (company, k)->status];

  if (one != other)
    return one - other;
  if (ex_company_get_objective (company, i)->weight != ex_company_get_objective (company, k)->weight)
    return ex_company_get_objective (company, k)->weight - ex_company_get_objective (company, i)->weight;
  return (i > k) - (i < k);
}

static void
count (ExOverviewCounts *self, const ExCompany *company)
{
  self->leaders = self->members->len;
  self->objectives = self->in_it->len;
  for (guint i = 0; i < self->in_it->len; i++)
    {
      const ExReading *reading = ex_company_get_reading (company, g_array_index (self->in_it, guint, i));

      self->status[reading->status]++;
      self->measured += reading->measured;
    }
}

ExOverviewCounts *
ex_overview_counts_new (const ExOverviewFacts *facts, const ExScope *scope, const ExTarget *about)
{
  const ExReviews *reviews = facts->story.reviews;
  ExOverviewCounts *self = g_new0 (ExOverviewCounts, 1);
  const ExTeam team = { reviews, scope, facts->story.viewer };

  self->working = ex_working_new ();
  self->members = reviews != NULL ? ex_scope_leaders (scope, reviews) : g_array_new (FALSE, FALSE, sizeof (guint));
  self->in_it = reviews != NULL ? ex_scope_objectives (scope, reviews) : g_array_new (FALSE, FALSE, sizeof (guint));
  if (about->kind != EX_TARGET_NOWHERE) /* the whole has no list of them */
    g_array_sort_with_data (self->in_it, compare_objectives, facts->company);
  count (self, facts->company);
  take_cell (self, reviews, scope, about);
  if (reviews == NULL)
    return self;
  self->scope = ex_scope_words (scope, reviews);
  self->words = ex_team_words_status (&team);
  return self;
}

void
ex_overview_counts_free (ExOverviewCounts *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->members);
  g_array_unref (self->in_it);
  g_free (self->scope);
  g_free (self->words);
  ex_working_free (self->working);
  g_free (self);
}
