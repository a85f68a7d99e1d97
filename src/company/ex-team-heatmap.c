/* Who is ahead and who behind, in what: leaders, units or levels by driver or stage. */
#include "config.h"

#include "ex-team-private.h"

#include "chart/ex-heatmap-chart.h"
#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-target.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const ExTeam   *team;
  ExScoreGrid    *grid;
  ExHeatmapChart *chart;
  char          **columns;  /* in words, parallel to the grid's */
  gboolean       *drawn;    /* by row of the grid */
  guint           n_drawn;
  guint           n_empty;  /* left out: no objectives in the scope */
} Drawing;

/* --- which rows ------------------------------------------------------------------------------------------------------------ */

/* Under a filter of objectives who has none of them is not asked for; else to have none is a finding. */
static void
choose_rows (Drawing *self)
{
  gboolean all = ex_scope_is_all_objectives (self->team->scope);

  self->drawn = g_new (gboolean, self->grid->n_rows);
  for (guint row = 0; row < self->grid->n_rows; row++)
    {
      self->drawn[row] = all || ex_score_grid_cell (self->grid, row, 0)->objectives > 0;
      self->n_drawn += self->drawn[row] ? 1 : 0;
      self->n_empty += self->drawn[row] ? 0 : 1;
    }
}

typedef struct { guint level, row; } Place;

static int
compare_places (gconstpointer first,
                gconstpointer second)
{
  const Place *a = first, *b = second;

  return a->level != b->level ? (a->level < b->level ? -1 : 1) : (a->row > b->row) - (a->row < b->row);
}

/* Those nearest the top, in the order of the tree as before. */
static void
keep_nearest (Drawing *self,
              guint    most)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  if (most == 0 || self->n_drawn <= most || self->grid->rows_are != EX_GRID_BY_LEADER)
    return;

  for (guint row = 0; row < self->grid->n_rows; row++)
    if (self->drawn[row])
      {
        guint level = ex_reviews_get_level (self->team->reviews, self->grid->leaders[row]);
        Place place = { level > 0 ? level : G_MAXUINT, row };

        g_array_append_val (places, place);
      }
  g_array_sort (places, compare_places);
  for (guint i = most; i < places->len; i++)
    self->drawn[g_array_index (places, Place, i).row] = FALSE;
  self->n_drawn = most;
}

/* --- cells ----------------------------------------------------------------------------------------------------------------- */

/* "3 of 4 objectives measured" */
static char *
describe_measured (const ExGridCell *cell)
{
  g_autofree char *measured = ex_format_integer (cell->measured);
  g_autofree char *objectives = ex_format_integer (cell->objectives);

  return g_strdup_printf (ngettext ("%s of %s objective measured", "%s of %s objectives measured", cell->objectives), measured, objectives);
}

static char *
describe_cell (const Drawing    *self,
               const char       *row,
               guint             column,
               const ExGridCell *cell)
{
  /* Translators: who or where, and in what: "Ana Okafor, Retain". */
  g_autofree char *what = column > 0 ? g_strdup_printf (_("%s, %s"), row, self->columns[column]) : g_strdup (row);
  g_autofree char *score = ex_format_percent (cell->score);
  g_autofree char *measured = describe_measured (cell);
  g_autofree char *counted = NULL, *leaders = NULL;

  if (cell->objectives == 0)
    return g_strdup_printf (_("%s: no objectives"), what);
  if (cell->measured == 0)
    return g_strdup_printf (_("%s: not measured, %s"), what, measured);
  if (cell->counted == 0)
    return g_strdup_printf (_("%s: what is measured weighs nothing, %s"), what, measured);
  if (self->grid->rows_are == EX_GRID_BY_LEADER)
    /* Translators: "Ana Okafor, Retain: 41.3 %, 2 of 3 objectives measured" */
    return g_strdup_printf (_("%s: %s, %s"), what, score, measured);

  counted = ex_format_integer (cell->counted);
  leaders = ex_format_integer (cell->leaders);

  /* Translators: "Sales, Retain: 41.3 %, the mean of 4 of 5 leaders; 12 of 15 objectives measured" */
  return g_strdup_printf (ngettext ("%s: %s, the mean of %s of %s leader; %s", "%s: %s, the mean of %s of %s leaders; %s", cell->leaders),
                          what, score, counted, leaders, measured);
}

static ExTargetKind
kind_of_rows (ExGridRows rows)
{
  return rows == EX_GRID_BY_LEADER ? EX_TARGET_LEADER : rows == EX_GRID_BY_UNIT ? EX_TARGET_UNIT : EX_TARGET_LEVEL;
}

static ExCellKind
kind_of_cell (const ExGridCell *cell)
{
  if (cell->objectives == 0)
    return EX_CELL_NONE;
  if (cell->counted == 0)
    return EX_CELL_NOT_MEASURED;

  return cell->measured < cell->objectives ? EX_CELL_PARTLY : EX_CELL_MEASURED;
}

static void
add_cells (const Drawing *self,
           guint          row,
           guint          number,
           const char    *name)
{
  const ExScoreGrid *grid = self->grid;

  for (guint column = 0; column < grid->n_columns; column++)
    {
      const ExGridCell *cell = ex_score_grid_cell (grid, row, column);
      g_autofree char *detail = describe_cell (self, name, column, cell);
      g_autofree char *key = column == 0 ? ex_target_key (kind_of_rows (grid->rows_are), grid->rows[row], NULL)
                                         : ex_target_cell_key (kind_of_rows (grid->rows_are), grid->rows[row],
                                                               grid->columns_are == EX_GRID_BY_STAGE, grid->columns[column]);

      ex_heatmap_chart_set_cell (self->chart, number, column, kind_of_cell (cell), cell->score, detail, key);
    }
}

static char *
name_row (const Drawing *self,
          guint          row)
{
  const ExScoreGrid *grid = self->grid;

  if (grid->rows_are == EX_GRID_BY_LEADER)
    return g_strdup (ex_company_get_leader (ex_reviews_get_company (self->team->reviews), grid->leaders[row])->name);
  if (grid->rows_are == EX_GRID_BY_UNIT)
    return ex_team_unit_name (grid->rows[row]);

  return ex_team_level_name ((guint) g_ascii_strtoull (grid->rows[row], NULL, 10));
}

/* How many of those above are drawn. @depths: by leader, one more than the depth; 0: not drawn. */
static guint
depth_of (const Drawing *self,
          guint          row,
          guint         *depths)
{
  const ExTree *tree = ex_company_get_tree (ex_reviews_get_company (self->team->reviews));
  guint leader;
  int above;

  if (self->grid->rows_are != EX_GRID_BY_LEADER)
    return 0;

  leader = self->grid->leaders[row];
  above = tree->parent[leader];
  depths[leader] = (above >= 0 ? depths[above] : 0) + (self->drawn[row] ? 1 : 0);

  return depths[leader] > 0 ? depths[leader] - 1 : 0;
}

static void
add_rows (const Drawing *self)
{
  guint n = ex_company_n_leaders (ex_reviews_get_company (self->team->reviews));
  g_autofree guint *depths = g_new0 (guint, n + 1);

  for (guint row = 0; row < self->grid->n_rows; row++)
    {
      guint depth = depth_of (self, row, depths);
      g_autofree char *name = NULL, *key = NULL;

      if (!self->drawn[row])
        continue;
      name = name_row (self, row);
      key = ex_target_key (kind_of_rows (self->grid->rows_are), self->grid->rows[row], NULL);
      add_cells (self, row, ex_heatmap_chart_add_row (self->chart, name, depth, key), name);
    }
}

/* --- the finding ------------------------------------------------------------------------------------------------------------- */

/* The mean over the leaders, whatever the rows are: each counts once. */
static double
mean_of_column (const ExScoreGrid *grid,
                guint              column,
                guint             *leaders)
{
  double sum = 0;

  *leaders = 0;
  for (guint row = 0; row < grid->n_rows; row++)
    {
      const ExGridCell *cell = ex_score_grid_cell (grid, row, column);

      sum += cell->counted > 0 ? cell->score * cell->counted : 0;
      *leaders += cell->counted;
    }

  return *leaders > 0 ? sum / *leaders : EX_UNSET;
}

static char *
say_column (const Drawing *self,
            guint          column,
            double         mean,
            guint          leaders,
            gboolean       behind)
{
  const char *name = self->columns[column];
  g_autofree char *score = ex_format_percent (mean);
  g_autofree char *n = ex_format_integer (leaders);

  if (behind)
    /* Translators: a driver or stage, a score, a number: "Retain is furthest behind: 41.3 % on average over 12 leaders" */
    return g_strdup_printf (ngettext ("%s is furthest behind: %s, of %s leader alone", "%s is furthest behind: %s on average over %s leaders", leaders), name,
                            score, n);

  return g_strdup_printf (ngettext ("%s stands at %s, of %s leader alone", "%s stands at %s on average over %s leaders", leaders), name, score, n);
}

static gboolean
has_objectives (const ExScoreGrid *grid)
{
  for (guint row = 0; row < grid->n_rows; row++)
    if (ex_score_grid_cell (grid, row, 0)->objectives > 0)
      return TRUE;

  return FALSE;
}

/* The driver or stage that is furthest behind; what has no stage is not one. NULL: nothing is measured, or everything is at its target. */
static char *
title_of (const Drawing *self)
{
  const ExScoreGrid *grid = self->grid;
  guint worst = 0, n_worst = 0, measured = 0, leaders;
  double lowest = EX_UNSET, highest = EX_UNSET, all = mean_of_column (grid, 0, &leaders);

  if (grid->n_rows == 0 || self->n_drawn == 0)
    return NULL;
  if (leaders == 0)
    return g_strdup (has_objectives (grid) ? _("Nothing is measured yet") : _("Nobody has objectives yet"));

  for (guint column = 1; column < grid->n_columns; column++)
    {
      guint n;
      double mean = mean_of_column (grid, column, &n);

      if (isnan (mean) || *grid->columns[column] == '\0')
        continue;
      measured++;
      highest = isnan (highest) ? mean : MAX (highest, mean);
      if (isnan (lowest) || mean < lowest)
        {
          lowest = mean;
          worst = column;
          n_worst = n;
        }
    }
  if (measured == 0)
    return say_column (self, 0, all, leaders, FALSE);
  if (measured == 1)
    return say_column (self, worst, lowest, n_worst, FALSE);
  if (lowest >= 1)
    return g_strdup (grid->columns_are == EX_GRID_BY_DRIVER ? _("On average every driver has reached its targets") : _("On average every stage has reached its targets"));

  return say_column (self, worst, lowest, n_worst, lowest < highest);
}

static const char *
what_is_drawn (const ExScoreGrid *grid)
{
  gboolean drivers = grid->columns_are == EX_GRID_BY_DRIVER;

  switch (grid->rows_are)
    {
    case EX_GRID_BY_LEADER:
      return drivers ? _("Scores of leaders by driver, in percent of the target") : _("Scores of leaders by stage of the journey, in percent of the target");
    case EX_GRID_BY_UNIT:
      return drivers ? _("Mean scores of units by driver, in percent of the target")
                     : _("Mean scores of units by stage of the journey, in percent of the target");
    case EX_GRID_BY_LEVEL:
    default:
      return drivers ? _("Mean scores of levels by driver, in percent of the target")
                     : _("Mean scores of levels by stage of the journey, in percent of the target");
    }
}

static char *
subtitle_of (const Drawing *self)
{
  ExPhrases *phrases = ex_phrases_new (what_is_drawn (self->grid));
  g_autoptr (GArray) leaders = ex_scope_leaders (self->team->scope, self->team->reviews);
  gboolean by_leader = self->grid->rows_are == EX_GRID_BY_LEADER;
  guint there = by_leader ? leaders->len - self->n_empty : leaders->len;
  g_autofree char *all = ex_format_integer (there);
  g_autofree char *drawn = ex_format_integer (self->n_drawn);

  ex_phrases_add_scope (phrases, self->team);
  if (by_leader && self->n_drawn < there)
    ex_phrases_take (phrases, g_strdup_printf (_("%s of %s leaders are drawn, those nearest the top"), drawn, all));
  else
    ex_phrases_take (phrases, ex_team_leaders (there));
  if (by_leader && self->n_empty > 0)
    {
      g_autofree char *empty = ex_format_integer (self->n_empty);

      ex_phrases_take (phrases, g_strdup_printf (ngettext ("%s leader without such objectives is left out", "%s leaders without such objectives are left out",
                                                           self->n_empty), empty));
    }
  if (self->grid->left_out > 0)
    ex_phrases_take (phrases, g_strdup_printf (ngettext ("%u stage with few objectives is left out", "%u stages with few objectives are left out",
                                                         self->grid->left_out), self->grid->left_out));
  ex_phrases_add_day (phrases, self->team->reviews);

  return ex_phrases_finish (phrases);
}

static void
name_columns (Drawing *self)
{
  self->columns = g_new0 (char *, self->grid->n_columns + 1);
  for (guint column = 0; column < self->grid->n_columns; column++)
    self->columns[column] = ex_team_column_name (self->grid, column);
}

ExChart *
ex_team_heatmap_new (const ExTeam  *team,
                     ExGridRows     rows,
                     ExGridColumns  columns,
                     guint          most)
{
  g_autoptr (ExScoreGrid) grid = ex_score_grid_new (team->reviews, team->scope, rows, columns);
  Drawing drawing = { .team = team, .grid = grid };
  g_autofree char *title = NULL, *subtitle = NULL;
  ExChart *chart;

  name_columns (&drawing);
  chart = ex_heatmap_chart_new ((const char *const *) drawing.columns);
  drawing.chart = EX_HEATMAP_CHART (chart);
  ex_heatmap_chart_set_total_column (drawing.chart, 0);
  ex_heatmap_chart_set_scale (drawing.chart, 0, 0.5, 1);
  ex_heatmap_chart_set_value_text (drawing.chart, ex_team_percent_text, NULL, NULL);
  ex_heatmap_chart_set_scale_text (drawing.chart, ex_team_tick_text, NULL, NULL);
  ex_heatmap_chart_set_heading (drawing.chart, rows == EX_GRID_BY_LEADER ? _("Leader") : rows == EX_GRID_BY_UNIT ? _("Unit") : _("Level"));
  choose_rows (&drawing);
  keep_nearest (&drawing, most);
  add_rows (&drawing);

  title = title_of (&drawing);
  subtitle = subtitle_of (&drawing);
  ex_chart_set_title (chart, title, subtitle);
  ex_chart_set_empty_text (chart, ex_scope_is_all (team->scope) ? _("No leaders in this cycle yet") : _("No leader has objectives of this kind"));
  g_strfreev (drawing.columns);
  g_free (drawing.drawn);

  return chart;
}
