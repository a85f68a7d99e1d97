/* "Why this number?" of a cell of scores: the objectives of a leader, or the leaders of a group. */
#include "config.h"

#include "ex-score-grid.h"

#include "ex-format.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LEADERS_SHOWN 20 /* of a large group: more would not be read */

typedef struct
{
  const ExScoreGrid *grid;
  const ExReviews   *reviews;
  const ExCompany   *company;
  const ExScope     *scope;
  guint              column;
  ExWorking         *working;
} Explaining;

static gboolean
names_driver (const ExObjective *objective,
              const char        *nick)
{
  for (guint i = 0; i < objective->links->len; i++)
    if (strcmp (ex_driver_nick (g_array_index (objective->links, ExLink, i).driver), nick) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_in_column (const Explaining *self,
              guint             index)
{
  const ExObjective *objective = ex_company_get_objective (self->company, index);
  const char *column = self->grid->columns[self->column];

  if (!ex_scope_takes_objective (self->scope, self->reviews, index))
    return FALSE;
  if (self->column == 0)
    return TRUE;
  if (self->grid->columns_are == EX_GRID_BY_DRIVER)
    return names_driver (objective, column);

  return strcmp (objective->stage != NULL ? objective->stage : "", column) == 0;
}

static void
explain_objective (const Explaining *self,
                   guint             index,
                   gint64            whole)
{
  const ExObjective *objective = ex_company_get_objective (self->company, index);
  const ExReading *reading = ex_company_get_reading (self->company, index);
  g_autofree char *weight = ex_format_weight (objective->weight);
  g_autofree char *score = ex_format_percent (reading->score);
  g_autofree char *part = ex_format_percent (whole > 0 ? reading->score * objective->weight / (double) whole : EX_UNSET);
  g_autofree char *all = ex_format_weight ((int) MIN (whole, G_MAXINT));

  if (!reading->measured)
    /* Translators: a weight, a score, all weights together: "40 % × 0 % ÷ 70 %, not measured: no check-in yet". */
    ex_working_add (self->working, objective->title, part, _("%s × %s ÷ %s, not measured: no check-in yet"), weight, score, all);
  else
    ex_working_add (self->working, objective->title, part, "%s × %s ÷ %s", weight, score, all);
}

static void
explain_leader (const Explaining *self,
                guint             leader,
                const ExGridCell *cell)
{
  /* A leader's own score is over 100 %, whatever the weights come to. */
  gboolean own_score = self->column == 0 && ex_scope_is_all_objectives (self->scope);
  g_autofree char *result = ex_format_percent (cell->score);
  guint n;
  const guint *own = ex_company_leader_objectives (self->company, leader, &n);

  for (guint i = 0; i < n; i++)
    if (is_in_column (self, own[i]))
      explain_objective (self, own[i], own_score ? EX_WHOLE_BP : cell->weight);

  if (cell->objectives == 0)
    ex_working_add (self->working, _("Score"), result, "%s", _("no objectives"));
  else if (cell->measured == 0)
    ex_working_add (self->working, _("Score"), result, "%s", _("none of them is measured"));
  else
    /* Translators: "3 of 4 measured" */
    ex_working_add (self->working, _("Score"), result, _("sum of these, %u of %u measured"), cell->measured, cell->objectives);
}

/* The same leaders that the group's row was made of, each with a line of their own. */
static ExScope *
narrow (const Explaining *self,
        guint             row)
{
  ExScope *narrower = ex_scope_copy (self->scope);

  if (self->grid->rows_are == EX_GRID_BY_UNIT)
    {
      g_free (narrower->unit);
      narrower->unit = g_strdup (self->grid->rows[row]);
    }
  else
    narrower->level = ex_scope_parse_level (self->grid->rows[row]);

  return narrower;
}

static void
add_leader (const Explaining *self,
            guint             leader,
            const ExGridCell *cell)
{
  g_autofree char *score = ex_format_percent (cell->score);
  const char *name = ex_company_get_leader (self->company, leader)->name;

  if (cell->counted == 0)
    ex_working_add (self->working, name, score, "%s", _("nothing measured: not counted"));
  else if (cell->measured < cell->objectives)
    ex_working_add (self->working, name, score, _("%u of %u measured"), cell->measured, cell->objectives);
  else
    ex_working_add (self->working, name, score, "%s", "");
}

static void
explain_mean (const Explaining *self,
              const ExGridCell *cell,
              double            sum,
              guint             more)
{
  g_autofree char *result = ex_format_percent (cell->score);
  g_autofree char *total = ex_format_percent (sum);
  g_autofree char *counted = ex_format_integer (cell->counted);

  if (more > 0)
    {
      g_autofree char *what = g_strdup_printf (ngettext ("%u more leader", "%u more leaders", more), more);

      ex_working_add (self->working, what, "", "%s", "");
    }
  if (cell->counted == 0)
    ex_working_add (self->working, _("Mean"), result, "%s", _("nobody here is measured in it"));
  else
    ex_working_add (self->working, _("Mean"), result, ngettext ("%s ÷ %s leader", "%s ÷ %s leaders", cell->counted), total, counted);
}

static void
explain_group (const Explaining *self,
               guint             row,
               const ExGridCell *cell)
{
  g_autoptr (ExScope) scope = narrow (self, row);
  g_autoptr (ExScoreGrid) leaders = ex_score_grid_new (self->reviews, scope, EX_GRID_BY_LEADER, self->grid->columns_are);
  double sum = 0;
  guint column = 0, shown = 0, more = 0;

  /* A column that nobody of them has is not in their grid. */
  while (column < leaders->n_columns && strcmp (leaders->columns[column], self->grid->columns[self->column]) != 0)
    column++;
  if (self->column == 0 || column >= leaders->n_columns)
    column = 0;
  else if (*self->grid->columns[self->column] == '\0')
    column = leaders->n_columns - 1; /* objectives without a stage stand last, and are called as the total is */

  for (guint i = 0; i < leaders->n_rows && cell->objectives > 0; i++)
    {
      const ExGridCell *one = ex_score_grid_cell (leaders, i, column);

      if (one->objectives == 0)
        continue;
      sum += one->counted > 0 ? one->score : 0;
      if (shown++ < LEADERS_SHOWN)
        add_leader (self, leaders->leaders[i], one);
      else
        more++;
    }
  explain_mean (self, cell, sum, more);
}

void
ex_score_grid_explain (const ExScoreGrid *self,
                       const ExReviews   *reviews,
                       const ExScope     *scope,
                       guint              row,
                       guint              column,
                       ExWorking         *working)
{
  const ExGridCell *cell = ex_score_grid_cell (self, row, column);
  Explaining explaining = { self, reviews, ex_reviews_get_company (reviews), scope, column, working };

  g_return_if_fail (cell != NULL);

  if (working == NULL)
    return;
  if (self->rows_are == EX_GRID_BY_LEADER)
    explain_leader (&explaining, self->leaders[row], cell);
  else
    explain_group (&explaining, row, cell);
}
