/* How far down the cascade has come, level by level from the top. */
#include "config.h"

#include "ex-team-private.h"

#include "chart/ex-steps-chart.h"
#include "core/ex-coverage.h"
#include "core/ex-format.h"
#include "ex-target.h"

#include <glib/gi18n-lib.h>

/* --- the finding ------------------------------------------------------------------------------------------------------------- */

static char *
say_none (const ExCoverage *row,
          gboolean          agreed)
{
  g_autofree char *of = ex_format_integer (row->leaders);

  if (row->leaders == 1)
    return g_strdup_printf (agreed ? _("Level %u has not agreed its review yet") : _("Level %u has not signed its review yet"), row->level);

  return g_strdup_printf (agreed ? ngettext ("Level %u has agreed none of its %s reviews yet", "Level %u has agreed none of its %s reviews yet", row->leaders)
                                 : ngettext ("Level %u has signed none of its %s reviews yet", "Level %u has signed none of its %s reviews yet", row->leaders),
                          row->level, of);
}

static char *
say_level (const ExCoverage *row,
           guint             done,
           gboolean          agreed)
{
  g_autofree char *n = ex_format_integer (done);
  g_autofree char *of = ex_format_integer (row->leaders);

  if (row->level == 0)
    return g_strdup_printf (agreed ? ngettext ("Under no top, %s of %s review is agreed", "Under no top, %s of %s reviews are agreed", row->leaders)
                                   : ngettext ("Under no top, %s of %s review is signed", "Under no top, %s of %s reviews are signed", row->leaders), n, of);
  if (done == 0)
    return say_none (row, agreed);

  return g_strdup_printf (agreed ? ngettext ("Level %u has agreed %s of %s review", "Level %u has agreed %s of %s reviews", row->leaders)
                                 : ngettext ("Level %u has signed %s of %s review", "Level %u has signed %s of %s reviews", row->leaders), row->level, n, of);
}

/* The first level from the top that has not come so far; NULL: all have. */
static char *
find_behind (const GArray *levels,
             gboolean      agreed)
{
  for (guint i = 0; i < levels->len; i++)
    {
      const ExCoverage *row = &g_array_index (levels, ExCoverage, i);
      guint done = agreed ? row->agreed : row->signed_;

      if (done < row->leaders)
        return say_level (row, done, agreed);
    }

  return NULL;
}

/* Nobody can sign what is not agreed; while nobody signs, what is measured counts. */
static char *
title_of (const GArray *levels)
{
  ExCoverage total = ex_coverage_total (levels);
  g_autofree char *behind = find_behind (levels, TRUE);
  g_autofree char *reviews = ex_format_integer (total.leaders);
  g_autofree char *measured = ex_format_integer (total.measured);
  g_autofree char *objectives = ex_format_integer (total.objectives);

  if (total.leaders == 0)
    return total.excused > 0 ? g_strdup (_("Everybody is excused")) : NULL;
  if (total.agreed == 0)
    return g_strdup_printf (ngettext ("The %s review is not agreed yet", "None of the %s reviews is agreed yet", total.leaders), reviews);
  if (behind != NULL)
    return g_steal_pointer (&behind);
  if (total.signed_ == total.leaders)
    return g_strdup_printf (ngettext ("The %s review is signed", "All %s reviews are signed", total.leaders), reviews);
  if (total.signed_ > 0)
    return find_behind (levels, FALSE);

  return g_strdup_printf (ngettext ("The %s review is agreed, and %s of %s objectives are measured", "All %s reviews are agreed, and %s of %s objectives are measured",
                                    total.leaders), reviews, measured, objectives);
}

/* --- rows -------------------------------------------------------------------------------------------------------------------- */

enum { AGREED, MEASURED, LINKED, SIGNED, N_STEPS };

static char *
describe_cell (const char *level,
               int         step,
               guint       done,
               guint       of)
{
  g_autofree char *n = ex_format_integer (done);
  g_autofree char *all = ex_format_integer (of);

  if (of == 0)
    return g_strdup_printf (step == AGREED || step == SIGNED ? _("%s: no reviews") : _("%s: no objectives"), level);

  switch (step)
    {
    case AGREED:
      return g_strdup_printf (ngettext ("%s: %s of %s review agreed", "%s: %s of %s reviews agreed", of), level, n, all);
    case MEASURED:
      return g_strdup_printf (ngettext ("%s: %s of %s objective measured", "%s: %s of %s objectives measured", of), level, n, all);
    case LINKED:
      return g_strdup_printf (ngettext ("%s: %s of %s objective linked to a driver", "%s: %s of %s objectives linked to a driver", of), level, n, all);
    case SIGNED:
    default:
      return g_strdup_printf (ngettext ("%s: %s of %s review signed", "%s: %s of %s reviews signed", of), level, n, all);
    }
}

static char *
note_of (const ExCoverage *row)
{
  g_autofree char *leaders = ex_team_leaders (row->leaders);
  g_autofree char *excused = ex_format_integer (row->excused);

  if (row->excused == 0)
    return g_steal_pointer (&leaders);

  /* Translators: "12 leaders", and how many more are excused. */
  return g_strdup_printf (_("%s, %s excused"), leaders, excused);
}

static void
add_level (ExChart          *chart,
           const ExCoverage *row)
{
  const guint done[N_STEPS] = { row->agreed, row->measured, row->linked, row->signed_ };
  const guint of[N_STEPS] = { row->leaders, row->objectives, row->objectives, row->leaders };
  g_autofree char *name = ex_team_level_name (row->level);
  g_autofree char *note = note_of (row);
  g_autofree char *number = g_strdup_printf ("%u", row->level);
  g_autofree char *key = ex_target_key (EX_TARGET_LEVEL, number, NULL);
  char *details[N_STEPS];
  ExStepsCell cells[N_STEPS];

  for (int step = 0; step < N_STEPS; step++)
    {
      details[step] = describe_cell (name, step, done[step], of[step]);
      cells[step] = (ExStepsCell) { done[step], of[step], details[step], key };
    }
  ex_steps_chart_add_row (EX_STEPS_CHART (chart), name, note, cells, key);
  for (int step = 0; step < N_STEPS; step++)
    g_free (details[step]);
}

ExChart *
ex_team_coverage_new (const ExTeam *team)
{
  const char *steps[] = { C_("step", "Agreed"), C_("step", "Measured"), C_("step", "Linked"), C_("step", "Signed"), NULL };
  g_autoptr (GArray) levels = ex_coverage_new_in (team->reviews, team->scope);
  ExCoverage total = ex_coverage_total (levels);
  ExPhrases *phrases = ex_phrases_new (_("Level by level from the top: reviews agreed and signed, objectives measured and linked to a driver"));
  g_autofree char *title = title_of (levels);
  g_autofree char *subtitle = NULL;
  ExChart *chart = ex_steps_chart_new (steps);

  ex_steps_chart_set_heading (EX_STEPS_CHART (chart), _("Level"));
  for (guint i = 0; i < levels->len; i++)
    add_level (chart, &g_array_index (levels, ExCoverage, i));

  ex_phrases_add_scope (phrases, team);
  ex_phrases_take (phrases, ex_team_leaders (total.leaders));
  if (total.excused > 0)
    {
      g_autofree char *excused = ex_format_integer (total.excused);

      ex_phrases_take (phrases, g_strdup_printf (ngettext ("%s who is excused is left out", "%s who are excused are left out", total.excused), excused));
    }
  ex_phrases_take (phrases, g_strdup (_("as it stands now")));
  subtitle = ex_phrases_finish (phrases);
  ex_chart_set_title (chart, title, subtitle);
  ex_chart_set_empty_text (chart, ex_scope_is_all (team->scope) ? _("Nobody takes part in this cycle yet") : _("No leader matches the filters"));

  return chart;
}
