#include "config.h"

#include "ex-score-grid.h"

#include "ex-quantity.h"

#include <string.h>

/* What is added up of a cell. Of a leader: sum of weight x score, by weight; of a group: sum of its leaders' scores, by leaders. */
typedef struct
{
  double sum;
  gint64 weight;
} Sum;

typedef struct
{
  const ExReviews *reviews;
  const ExCompany *company;
  const ExScope   *scope;
  ExScoreGrid     *grid;
  GHashTable      *stages;  /* name -> column; names owned by the grid */
  GHashTable      *units;   /* name -> row; the same */
  guint           *level_rows; /* by level */
  ExGridCell      *line;    /* of the leader at hand, a column each */
  Sum             *sums;    /* parallel to it */
} Filling;

/* --- rows and columns ---------------------------------------------------------------------------------------------------- */

static GHashTable *
number_names (char **names,
              guint  first)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = first; names[i] != NULL; i++)
    g_hash_table_insert (numbers, names[i], GUINT_TO_POINTER (i));

  return numbers;
}

typedef struct
{
  guint stage; /* place in the list */
  guint n;     /* objectives */
} Tally;

static int
compare_tallies (gconstpointer first,
                 gconstpointer second)
{
  const Tally *a = first, *b = second;

  return a->n != b->n ? (a->n > b->n ? -1 : 1) : (a->stage > b->stage) - (a->stage < b->stage);
}

/* How many objectives each of @stages has, the most first. (transfer full) (element-type Tally) */
static GArray *
tally_stages (const ExReviews *reviews,
              const ExScope   *scope,
              char           **stages)
{
  g_autoptr (GHashTable) places = number_names (stages, 0);
  g_autoptr (GArray) objectives = ex_scope_objectives (scope, reviews);
  GArray *tallies = g_array_new (FALSE, TRUE, sizeof (Tally));

  g_array_set_size (tallies, g_strv_length (stages));
  for (guint i = 0; i < tallies->len; i++)
    g_array_index (tallies, Tally, i).stage = i;
  for (guint i = 0; i < objectives->len; i++)
    {
      const char *stage = ex_company_get_objective (ex_reviews_get_company (reviews), g_array_index (objectives, guint, i))->stage;

      g_array_index (tallies, Tally, GPOINTER_TO_UINT (g_hash_table_lookup (places, stage != NULL ? stage : ""))).n++;
    }
  g_array_sort (tallies, compare_tallies);

  return tallies;
}

/* Those with a column, in the order of the list. */
static void
add_stages (GPtrArray       *names,
            const ExReviews *reviews,
            const ExScope   *scope,
            guint           *left_out)
{
  g_auto (GStrv) stages = ex_scope_list_stages_in (scope, reviews);
  guint n = g_strv_length (stages);
  g_autoptr (GArray) tallies = n > EX_GRID_MOST_STAGES ? tally_stages (reviews, scope, stages) : NULL;
  g_autofree gboolean *skipped = g_new0 (gboolean, n + 1);

  for (guint i = EX_GRID_MOST_STAGES; tallies != NULL && i < n; i++)
    skipped[g_array_index (tallies, Tally, i).stage] = TRUE;
  for (guint i = 0; i < n; i++)
    if (!skipped[i])
      g_ptr_array_add (names, g_strdup (stages[i]));
  *left_out = n > EX_GRID_MOST_STAGES ? n - EX_GRID_MOST_STAGES : 0;
}

/* A filter by driver leaves that column alone: of others only those would be in it that name both. */
static char **
list_columns (const ExReviews *reviews,
              const ExScope   *scope,
              ExGridColumns    columns,
              guint           *left_out)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, g_strdup (""));
  if (columns == EX_GRID_BY_STAGE)
    add_stages (names, reviews, scope, left_out);
  for (int driver = 0; columns == EX_GRID_BY_DRIVER && driver < EX_N_DRIVERS; driver++)
    if (scope->driver == EX_ANY_DRIVER || scope->driver == driver)
      g_ptr_array_add (names, g_strdup (ex_driver_nick ((ExDriver) driver)));
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static char **
list_leaders (const ExCompany *company,
              const GArray    *leaders)
{
  char **ids = g_new0 (char *, leaders->len + 1);

  for (guint i = 0; i < leaders->len; i++)
    ids[i] = g_strdup (ex_company_get_leader (company, g_array_index (leaders, guint, i))->id);

  return ids;
}

/* From the top down, those under no top last. */
static char **
list_levels (Filling      *self,
             const GArray *leaders)
{
  guint n = ex_reviews_n_levels (self->reviews) + 1;
  g_autofree gboolean *found = g_new0 (gboolean, n + 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < leaders->len; i++)
    found[ex_reviews_get_level (self->reviews, g_array_index (leaders, guint, i))] = TRUE;

  self->level_rows = g_new0 (guint, n + 1);
  for (guint level = 1; level <= n; level++)
    if (found[level % n])
      {
        self->level_rows[level % n] = names->len;
        g_ptr_array_add (names, g_strdup_printf ("%u", level % n));
      }
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static void
make_rows (Filling      *self,
           const GArray *leaders)
{
  ExScoreGrid *grid = self->grid;

  switch (grid->rows_are)
    {
    case EX_GRID_BY_LEADER:
      grid->rows = list_leaders (self->company, leaders);
      grid->leaders = g_memdup2 (leaders->data, sizeof (guint) * leaders->len);
      break;
    case EX_GRID_BY_UNIT:
      grid->rows = ex_scope_list_units_in (self->scope, self->reviews);
      self->units = number_names (grid->rows, 0);
      break;
    case EX_GRID_BY_LEVEL:
    default:
      grid->rows = list_levels (self, leaders);
      break;
    }
  grid->n_rows = g_strv_length (grid->rows);
}

/* --- figures ------------------------------------------------------------------------------------------------------------- */

static void
add_to_column (Filling           *self,
               guint              column,
               const ExObjective *objective,
               const ExReading   *reading)
{
  self->line[column].objectives++;
  self->line[column].measured += reading->measured ? 1 : 0;
  self->line[column].weight += objective->weight;
  self->sums[column].sum += objective->weight * reading->score;
  self->sums[column].weight += objective->weight;
}

/* An objective may name a driver twice, with a claim each: it stands in the column once. */
static void
add_to_drivers (Filling           *self,
                const ExObjective *objective,
                const ExReading   *reading)
{
  guint named = 0;

  for (guint i = 0; i < objective->links->len; i++)
    named |= 1u << g_array_index (objective->links, ExLink, i).driver;
  if (self->scope->driver != EX_ANY_DRIVER)
    {
      add_to_column (self, 1, objective, reading);
      return;
    }
  for (guint driver = 0; driver < EX_N_DRIVERS; driver++)
    if ((named & (1u << driver)) != 0)
      add_to_column (self, driver + 1, objective, reading);
}

static void
add_objective (Filling *self,
               guint    index)
{
  const ExObjective *objective = ex_company_get_objective (self->company, index);
  const ExReading *reading = ex_company_get_reading (self->company, index);

  add_to_column (self, 0, objective, reading);
  if (self->grid->columns_are == EX_GRID_BY_DRIVER)
    add_to_drivers (self, objective, reading);
  else
    {
      /* Stages that have no column are found at 0. */
      guint column = GPOINTER_TO_UINT (g_hash_table_lookup (self->stages, objective->stage != NULL ? objective->stage : ""));

      if (column > 0)
        add_to_column (self, column, objective, reading);
    }
}

/* The line of one leader. The total is their own score, which is over 100 % whatever the weights come to, unless only some objectives are asked for. */
static void
measure_leader (Filling *self,
                guint    leader)
{
  ExScoreGrid *grid = self->grid;
  guint n;
  const guint *own = ex_company_leader_objectives (self->company, leader, &n);

  memset (self->line, 0, sizeof *self->line * grid->n_columns);
  memset (self->sums, 0, sizeof *self->sums * grid->n_columns);
  for (guint i = 0; i < n; i++)
    if (ex_scope_takes_objective (self->scope, self->reviews, own[i]))
      add_objective (self, own[i]);

  for (guint column = 0; column < grid->n_columns; column++)
    {
      ExGridCell *cell = &self->line[column];

      cell->leaders = cell->objectives > 0 ? 1 : 0;
      cell->score = cell->measured > 0 && self->sums[column].weight > 0 ? self->sums[column].sum / self->sums[column].weight : EX_UNSET;
      if (column == 0 && cell->measured > 0 && ex_scope_is_all_objectives (self->scope))
        cell->score = ex_company_get_standing (self->company, leader)->score;
      cell->counted = isnan (cell->score) ? 0 : 1;
    }
}

/* While it is filled, the score of a group's cell is the sum. */
static void
add_line (Filling *self,
          guint    row)
{
  ExGridCell *cells = &self->grid->cells[row * self->grid->n_columns];

  for (guint column = 0; column < self->grid->n_columns; column++)
    {
      const ExGridCell *one = &self->line[column];

      cells[column].objectives += one->objectives;
      cells[column].measured += one->measured;
      cells[column].leaders += one->leaders;
      cells[column].counted += one->counted;
      cells[column].weight += one->weight;
      cells[column].score += one->counted > 0 ? one->score : 0;
    }
}

static guint
row_of (const Filling *self,
        guint          leader)
{
  const char *unit = ex_company_get_leader (self->company, leader)->unit;

  if (self->grid->rows_are == EX_GRID_BY_UNIT)
    return GPOINTER_TO_UINT (g_hash_table_lookup (self->units, unit != NULL ? unit : ""));

  return self->level_rows[ex_reviews_get_level (self->reviews, leader)];
}

static void
fill (Filling      *self,
      const GArray *leaders)
{
  ExScoreGrid *grid = self->grid;
  gsize n_cells = (gsize) grid->n_rows * grid->n_columns;

  for (guint i = 0; i < leaders->len; i++)
    {
      guint leader = g_array_index (leaders, guint, i);

      measure_leader (self, leader);
      add_line (self, grid->rows_are == EX_GRID_BY_LEADER ? i : row_of (self, leader));
    }
  for (gsize i = 0; i < n_cells; i++)
    grid->cells[i].score = grid->cells[i].counted > 0 ? grid->cells[i].score / grid->cells[i].counted : EX_UNSET;
}

ExScoreGrid *
ex_score_grid_new (const ExReviews *reviews,
                   const ExScope   *scope,
                   ExGridRows       rows,
                   ExGridColumns    columns)
{
  g_autoptr (GArray) leaders = ex_scope_leaders (scope, reviews);
  ExScoreGrid *grid = g_new0 (ExScoreGrid, 1);
  Filling filling = { .reviews = reviews, .company = ex_reviews_get_company (reviews), .scope = scope, .grid = grid };

  grid->rows_are = rows;
  grid->columns_are = columns;
  grid->columns = list_columns (reviews, scope, columns, &grid->left_out);
  grid->n_columns = g_strv_length (grid->columns);
  make_rows (&filling, leaders);
  filling.stages = number_names (grid->columns, 1);
  grid->cells = g_new0 (ExGridCell, (gsize) grid->n_rows * grid->n_columns);
  filling.line = g_new (ExGridCell, grid->n_columns);
  filling.sums = g_new (Sum, grid->n_columns);
  fill (&filling, leaders);

  g_clear_pointer (&filling.stages, g_hash_table_unref);
  g_clear_pointer (&filling.units, g_hash_table_unref);
  g_free (filling.level_rows);
  g_free (filling.line);
  g_free (filling.sums);

  return grid;
}

void
ex_score_grid_free (ExScoreGrid *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->columns);
  g_strfreev (self->rows);
  g_free (self->leaders);
  g_free (self->cells);
  g_free (self);
}

const ExGridCell *
ex_score_grid_cell (const ExScoreGrid *self,
                    guint              row,
                    guint              column)
{
  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, NULL);

  return &self->cells[(gsize) row * self->n_columns + column];
}
