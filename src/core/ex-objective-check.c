#include "config.h"

#include "ex-blank.h"
#include "ex-format.h"
#include "ex-objective.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>

static void G_GNUC_PRINTF (2, 3)
add_sentence (GPtrArray  *sentences,
              const char *format,
              ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (sentences, g_strdup_vprintf (format, args));
  va_end (args);
}

/* A point of the ladder that is set. */
typedef struct
{
  const char *name;           /* not translated yet: nearly always there is nothing to be said */
  double      value;
  gboolean    may_equal_last; /* only the threshold may stand on the baseline */
} Rung;

static guint
list_rungs (const ExObjective *self,
            Rung               rungs[4])
{
  const Rung all[4] = {
    { N_("baseline"), self->baseline, FALSE },
    { N_("threshold"), self->threshold, !isnan (self->baseline) },
    { N_("target"), self->target, FALSE },
    { N_("stretch"), self->stretch, FALSE },
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (!isnan (all[i].value))
      rungs[n++] = all[i];

  return n;
}

static int
compare_values (double a,
                double b)
{
  if (ex_values_equal (a, b))
    return 0;

  return a < b ? -1 : 1;
}

/* Which way is better: from baseline to target, or as the first two that differ say; 0: all are equal. */
static int
find_direction (const ExObjective *self,
                const Rung        *rungs,
                guint              n)
{
  if (!isnan (self->baseline) && !isnan (self->target) && !ex_values_equal (self->baseline, self->target))
    return compare_values (self->target, self->baseline);

  for (guint i = 1; i < n; i++)
    if (!ex_values_equal (rungs[i].value, rungs[i - 1].value))
      return compare_values (rungs[i].value, rungs[i - 1].value);

  return 0;
}

static void
add_crossings (GPtrArray         *problems,
               const ExObjective *self)
{
  Rung rungs[4];
  guint n = list_rungs (self, rungs);
  int direction = find_direction (self, rungs, n);

  /* Baseline and target alike is a draft that cannot be measured yet, not an impossible one. */
  if (n < 2 || (isnan (self->threshold) && isnan (self->stretch)))
    return;

  for (guint i = 1; i < n; i++)
    {
      int step = compare_values (rungs[i].value, rungs[i - 1].value);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (step != 0 && step == direction)
        continue;
      if (step == 0 && rungs[i].may_equal_last)
        continue;

      before = ex_format_figure (rungs[i - 1].value, MIN (self->decimals, 9));
      after = ex_format_figure (rungs[i].value, MIN (self->decimals, 9));
      if (step == 0)
        add_sentence (problems, _("The ladder stands still: %s and %s are both %s. Each point must be better than the one before."),
                      _(rungs[i - 1].name), _(rungs[i].name), after);
      else
        add_sentence (problems, _("The ladder crosses itself: %s (%s) and %s (%s). Baseline, threshold, target and stretch must all move the same way."),
                      _(rungs[i - 1].name), before, _(rungs[i].name), after);
    }
}

/* @name: translated here. */
static void
check_finite (GPtrArray  *problems,
              const char *name,
              double      value)
{
  if (isinf (value))
    add_sentence (problems, _("Not a finite number: %s."), _(name));
}

static void
check_number (GPtrArray         *problems,
              const ExObjective *self)
{
  check_finite (problems, N_("baseline"), self->baseline);
  check_finite (problems, N_("threshold"), self->threshold);
  check_finite (problems, N_("target"), self->target);
  check_finite (problems, N_("stretch"), self->stretch);

  if (problems->len == 0)
    add_crossings (problems, self);
}

static void
check_range (GPtrArray         *problems,
             const ExObjective *self)
{
  check_finite (problems, N_("low end of the range"), self->low);
  check_finite (problems, N_("high end of the range"), self->high);
  check_finite (problems, N_("width of the range"), self->width);

  if (self->low > self->high && !ex_values_equal (self->low, self->high))
    {
      g_autofree char *low = ex_format_figure (self->low, 0);
      g_autofree char *high = ex_format_figure (self->high, 0);

      add_sentence (problems, _("The low end of the range (%s) and the high end (%s) cross: low must be under high."), low, high);
    }

  if (self->width <= 0)
    add_sentence (problems, _("The width of the range must be over 0."));
}

static void
check_milestone (GPtrArray         *problems,
                 const ExObjective *self,
                 const ExCycle     *cycle)
{
  char due[EX_DAY_ISO_SIZE], first[EX_DAY_ISO_SIZE], last[EX_DAY_ISO_SIZE];

  if (cycle == NULL || self->due == EX_DAY_NONE || (self->due >= cycle->first && self->due <= cycle->last))
    return;

  ex_day_write (self->due, due);
  ex_day_write (cycle->first, first);
  ex_day_write (cycle->last, last);
  add_sentence (problems, _("The due date %s is outside the cycle: a day from %s to %s would be right."), due, first, last);
}

/* What is wrong with the ladder, the range or the date comes before the rest: the ladder is only judged when finite. */
GPtrArray *
ex_objective_problems (const ExObjective *self,
                       const ExCycle     *cycle)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);

  switch (self->kind)
    {
    case EX_KIND_NUMBER:
      check_number (problems, self);
      break;
    case EX_KIND_RANGE:
      check_range (problems, self);
      break;
    case EX_KIND_MILESTONE:
    default:
      check_milestone (problems, self, cycle);
      break;
    }

  if (ex_text_is_blank (self->title))
    add_sentence (problems, _("An objective needs a title."));
  if (self->weight < 0 || self->weight > EX_WHOLE_BP)
    {
      g_autofree char *weight = ex_format_weight (self->weight);

      add_sentence (problems, _("The weight is %s: 0 %% to 100 %% would be right."), weight);
    }
  if (self->decimals < 0 || self->decimals > 9)
    add_sentence (problems, _("%d decimals cannot be shown: 0 to 9 would be right."), self->decimals);
  if (self->parent_id != NULL && g_strcmp0 (self->parent_id, self->id) == 0)
    add_sentence (problems, _("An objective cannot be its own parent."));

  return problems;
}

static guint
find_number_gaps (const ExObjective *self)
{
  guint gaps = 0;

  if (isnan (self->baseline))
    gaps |= EX_GAP_BASELINE;
  if (isnan (self->target))
    gaps |= EX_GAP_TARGET;
  if (ex_values_equal (self->baseline, self->target))
    gaps |= EX_GAP_NO_MOVE;

  return gaps;
}

static guint
find_range_gaps (const ExObjective *self)
{
  guint gaps = 0;

  if (isnan (self->low) && isnan (self->high))
    gaps |= EX_GAP_RANGE;
  else if ((isnan (self->low) || isnan (self->high)) && isnan (self->width))
    gaps |= EX_GAP_WIDTH;
  if (ex_values_equal (self->low, self->high))
    gaps |= EX_GAP_FLAT;

  return gaps;
}

static guint
find_milestone_gaps (const ExObjective *self,
                     const ExCycle     *cycle)
{
  if (self->due == EX_DAY_NONE)
    return EX_GAP_DUE;

  return cycle != NULL && (self->due < cycle->first || self->due > cycle->last) ? EX_GAP_DUE_OUTSIDE : 0;
}

guint
ex_objective_gaps (const ExObjective *self,
                   const ExCycle     *cycle)
{
  guint gaps = 0;

  /* A milestone is done or not: there is nothing to count. */
  if (self->kind != EX_KIND_MILESTONE && ex_text_is_blank (self->unit))
    gaps |= EX_GAP_UNIT;
  if (ex_text_is_blank (self->source))
    gaps |= EX_GAP_SOURCE;
  if (self->cadence == EX_CADENCE_NONE)
    gaps |= EX_GAP_CADENCE;

  switch (self->kind)
    {
    case EX_KIND_NUMBER:
      return gaps | find_number_gaps (self);
    case EX_KIND_RANGE:
      return gaps | find_range_gaps (self);
    case EX_KIND_MILESTONE:
    default:
      return gaps | find_milestone_gaps (self, cycle);
    }
}

GPtrArray *
ex_objective_missing (const ExObjective *self,
                      const ExCycle     *cycle)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);
  guint gaps = ex_objective_gaps (self, cycle);
  g_autofree char *target = gaps & EX_GAP_NO_MOVE ? ex_format_figure (self->target, 0) : NULL;
  g_autofree char *low = gaps & EX_GAP_FLAT ? ex_format_figure (self->low, 0) : NULL;

  if (gaps & EX_GAP_UNIT)
    add_sentence (missing, "%s", _("It has no unit: what is counted, such as % or calls."));
  if (gaps & EX_GAP_SOURCE)
    add_sentence (missing, _("It has no data source: where the number comes from."));
  if (gaps & EX_GAP_CADENCE)
    add_sentence (missing, _("It has no cadence: weekly, monthly or quarterly."));
  if (gaps & EX_GAP_BASELINE)
    add_sentence (missing, _("It has no baseline: where the number stands today."));
  if (gaps & EX_GAP_TARGET)
    add_sentence (missing, _("It has no target: where the number should be at the end."));
  if (gaps & EX_GAP_NO_MOVE)
    add_sentence (missing, _("Its baseline and its target are both %s: there is nothing to move."), target);
  if (gaps & EX_GAP_RANGE)
    add_sentence (missing, _("It has no range: a low end, a high end or both."));
  if (gaps & EX_GAP_WIDTH)
    add_sentence (missing, _("Its range is open on one side and has no width: how far outside scores nothing."));
  if (gaps & EX_GAP_FLAT)
    add_sentence (missing, _("The low and the high end of its range are both %s: low must be under high."), low);
  if (gaps & EX_GAP_DUE)
    add_sentence (missing, _("It has no due date inside the cycle."));
  if (gaps & EX_GAP_DUE_OUTSIDE)
    check_milestone (missing, self, cycle);

  return missing;
}
