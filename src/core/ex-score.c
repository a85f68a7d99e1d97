#include "config.h"

#include "ex-score.h"

#include "ex-format.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>

/* A point of the ladder. Phrases are whole, so that any language can say them; they are translated where they are said, for most scores say nothing. */
typedef struct
{
  double      at;
  double      score;
  const char *from;   /* heading of the step that begins here */
  const char *reached;
  const char *worse;
  const char *beyond;
} Rung;

static Rung
make_start (double baseline,
            double threshold,
            double threshold_score)
{
  if (isnan (threshold))
    return (Rung) { baseline, 0, N_("Score, from baseline to target"), N_("at the baseline"), N_("worse than the baseline"), NULL };

  return (Rung) { threshold, threshold_score, N_("Score, from threshold to target"),
                  N_("at the threshold"), N_("worse than the threshold"), NULL };
}

/* @x between two rungs, linear; never beyond either, whatever the noise. */
static double
score_between (const Rung *from,
               const Rung *to,
               double      x,
               ExWorking  *working)
{
  double share = CLAMP ((x - from->at) / (to->at - from->at), 0, 1);
  double score = CLAMP (from->score + share * (to->score - from->score), from->score, to->score);

  if (working != NULL)
    {
      g_autofree char *actual = ex_format_figure (x, 0);
      g_autofree char *from_at = ex_format_figure (from->at, 0);
      g_autofree char *to_at = ex_format_figure (to->at, 0);
      g_autofree char *from_score = ex_format_percent (from->score);
      g_autofree char *rise = ex_format_percent (to->score - from->score);
      g_autofree char *result = ex_format_percent (score);

      ex_working_add (working, _(from->from), result, "%s + (%s − %s) ÷ (%s − %s) × %s",
                      from_score, actual, from_at, to_at, from_at, rise);
    }

  return score;
}

/* A row of the table that needs no formula. */
static double
score_flat (double      score,
            double      x,
            const char *row,
            double      at,
            ExWorking  *working)
{
  if (working != NULL)
    {
      g_autofree char *actual = ex_format_figure (x, 0);
      g_autofree char *place = ex_format_figure (at, 0);
      g_autofree char *result = ex_format_percent (score);

      /* Translators: the actual, a row of the table, and where that is: "91 is beyond the target, 88". */
      ex_working_add (working, _("Score"), result, _("%s is %s, %s"), actual, _(row), place);
    }

  return score;
}

/* Beyond the target. */
static double
score_upper (const Rung *target,
             const Rung *stretch,
             double      direction,
             double      x,
             ExWorking  *working)
{
  if (isnan (stretch->at))
    return score_flat (target->score, x, target->beyond, target->at, working);
  if (ex_values_equal (x, stretch->at))
    return score_flat (stretch->score, x, stretch->reached, stretch->at, working);
  if ((x - stretch->at) * direction > 0)
    return score_flat (stretch->score, x, stretch->beyond, stretch->at, working);

  return score_between (target, stretch, x, working);
}

/* Short of the target. */
static double
score_lower (const Rung *start,
             const Rung *target,
             double      direction,
             double      x,
             ExWorking  *working)
{
  if (ex_values_equal (x, start->at))
    return score_flat (start->score, x, start->reached, start->at, working);
  if ((x - start->at) * direction < 0)
    return score_flat (0, x, start->worse, start->at, working);

  return score_between (start, target, x, working);
}

double
ex_score_number (double     baseline,
                 double     threshold,
                 double     target,
                 double     stretch,
                 double     threshold_score,
                 double     stretch_score,
                 double     actual,
                 ExWorking *working)
{
  Rung start = make_start (baseline, threshold, threshold_score);
  Rung goal = { target, 1, N_("Score, from target to stretch"), N_("at the target"), N_("not the target"), N_("beyond the target") };
  Rung top = { stretch, stretch_score, NULL, N_("at the stretch"), NULL, N_("beyond the stretch") };
  double from = isnan (baseline) ? threshold : baseline;
  double direction = target > from ? 1 : -1; /* better is the direction from baseline to target */

  if (isnan (actual) || isnan (target))
    return 0;
  if (ex_values_equal (actual, target))
    return score_flat (1, actual, goal.reached, target, working);
  if (isnan (from) || ex_values_equal (from, target))
    return score_flat (0, actual, goal.worse, target, working);

  return (actual - target) * direction > 0 ? score_upper (&goal, &top, direction, actual, working)
                                           : score_lower (&start, &goal, direction, actual, working);
}

/* "80 to 90", "80 or more", "90 or less" */
static char *
format_range (double low,
              double high)
{
  g_autofree char *low_text = ex_format_figure (low, 0);
  g_autofree char *high_text = ex_format_figure (high, 0);

  if (isnan (high))
    return g_strdup_printf (_("%s or more"), low_text);
  if (isnan (low))
    return g_strdup_printf (_("%s or less"), high_text);

  return g_strdup_printf (_("%s to %s"), low_text, high_text);
}

static void
explain_range (double     low,
               double     high,
               double     width,
               double     actual,
               double     distance,
               double     score,
               ExWorking *working)
{
  g_autofree char *range = format_range (low, high);
  g_autofree char *x = ex_format_figure (actual, 0);
  g_autofree char *far = ex_format_figure (distance, 0);
  g_autofree char *wide = ex_format_figure (width, 0);
  g_autofree char *result = ex_format_percent (score);

  if (distance <= 0)
    ex_working_add (working, _("Score"), result, _("%s is inside %s"), x, range);
  else if (score > 0)
    ex_working_add (working, _("Score"), result, _("%s is outside %s: 1 − %s ÷ %s"), x, range, far, wide);
  else
    ex_working_add (working, _("Score"), result, _("%s is outside %s by %s, one width (%s) or more"), x, range, far, wide);
}

double
ex_range_distance (double low,
                   double high,
                   double actual)
{
  if (!isnan (low) && actual < low && !ex_values_equal (actual, low))
    return low - actual;
  if (!isnan (high) && actual > high && !ex_values_equal (actual, high))
    return actual - high;

  return 0;
}

double
ex_range_width (double low,
                double high,
                double width)
{
  return isnan (width) ? high - low : width;
}

double
ex_score_range (double     low,
                double     high,
                double     width,
                double     actual,
                ExWorking *working)
{
  double distance, full, score;

  if (isnan (actual) || (isnan (low) && isnan (high)))
    return 0;

  distance = ex_range_distance (low, high, actual);
  full = ex_range_width (low, high, width);

  /* Without a width (NaN) there is no slope: outside is 0. */
  if (distance <= 0)
    score = 1;
  else
    score = full > distance ? 1 - distance / full : 0;

  if (working != NULL)
    explain_range (low, high, full, actual, distance, score, working);

  return score;
}

double
ex_score_milestone (ExDay      due,
                    ExDay      done,
                    double     late_score,
                    ExWorking *working)
{
  double score = done == EX_DAY_NONE ? 0 : due == EX_DAY_NONE || done <= due ? 1 : late_score;

  if (working != NULL)
    {
      g_autofree char *due_text = due != EX_DAY_NONE ? ex_format_day (due) : g_strdup ("–");
      g_autofree char *done_text = ex_format_day (done);
      g_autofree char *result = ex_format_percent (score);

      if (done == EX_DAY_NONE)
        ex_working_add (working, _("Score"), result, _("not done; due %s"), due_text);
      else if (due != EX_DAY_NONE && done > due)
        ex_working_add (working, _("Score"), result, _("done %s, later than due, %s"), done_text, due_text);
      else
        ex_working_add (working, _("Score"), result, _("done %s, due %s"), done_text, due_text);
    }

  return score;
}
