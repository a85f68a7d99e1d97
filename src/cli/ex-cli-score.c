#include "config.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "core/ex-score.h"
#include "ex-cli-figure.h"
#include "ex-cli.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  char *baseline;
  char *threshold;
  char *target;
  char *stretch;
  char *actual;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->baseline);
  g_free (self->threshold);
  g_free (self->target);
  g_free (self->stretch);
  g_free (self->actual);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const ExCliUsage usage = {
  "score",
  "--baseline B [--threshold T[:SCORE]] --target T [--stretch S[:SCORE]] --actual A",
  N_("Computes the score of a number, in percent."),
  N_("Numbers have a point as decimal sign. SCORE is in percent: 50 at the threshold and 150 at the stretch, unless set."),
  0,
  0,
};

typedef struct
{
  double value; /* EX_UNSET: not given */
  double score; /* fraction */
} Rung;

/* "T" or "T:SCORE", which is from @least to @most percent. FALSE: *@status was told. */
static gboolean
parse_rung (const char *option, const char *text, double least, double most, Rung *rung, ExCliStatus *status)
{
  const char *colon = text != NULL ? strchr (text, ':') : NULL;
  g_autofree char *number = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text);
  double percent = 0;

  if (text == NULL)
    return TRUE;

  if (!ex_number_parse (number, &rung->value))
    {
      *status = ex_cli_misused (&usage, _("--%s: “%s” is no number; one with a point as decimal sign, such as 84.5, would be right."),
                                option, number);
      return FALSE;
    }
  if (colon == NULL)
    return TRUE;

  if (!ex_number_parse (colon + 1, &percent) || percent < least || percent > most)
    {
      *status = isinf (most) ? ex_cli_misused (&usage, _("--%s: “%s” is no score; a percentage of at least %g would be right."), option,
                                               colon + 1, least)
                             : ex_cli_misused (&usage, _("--%s: “%s” is no score; a percentage from %g to %g would be right."), option,
                                               colon + 1, least, most);
      return FALSE;
    }
  rung->score = percent / 100;

  return TRUE;
}

/* A rung without a score of its own. */
static gboolean
parse_number (const char *option, const char *text, Rung *rung, ExCliStatus *status)
{
  if (text == NULL)
    *status = ex_cli_misused (&usage, _("--%s is missing."), option);
  else if (strchr (text, ':') != NULL)
    *status = ex_cli_misused (&usage, _("--%s: only threshold and stretch have a score of their own."), option);
  else
    return parse_rung (option, text, 0, 0, rung, status);

  return FALSE;
}

/* The ladder must be in order, as an objective's must. */
static gboolean
check_ladder (double baseline, double threshold, double target, double stretch)
{
  g_autoptr (ExObjective) objective = ex_objective_new ("score", "score", "score", "score", EX_KIND_NUMBER);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *figure = NULL;

  objective->baseline = baseline;
  objective->threshold = threshold;
  objective->target = target;
  objective->stretch = stretch;
  problems = ex_objective_problems (objective, NULL);
  for (guint i = 0; i < problems->len; i++)
    ex_cli_refuse ("%s", (const char *) g_ptr_array_index (problems, i));
  if (problems->len > 0 || !ex_values_equal (baseline, target))
    return problems->len == 0;

  /* A draft may have that, but nothing is to be computed from it. */
  figure = ex_format_figure (baseline, 0);
  ex_cli_refuse (_("The ladder stands still: baseline and target are both %s. They must differ: better is the direction from baseline to target."), figure);

  return FALSE;
}

static ExCliStatus
run (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_auto (GStrv) words = NULL;
  Rung baseline = { EX_UNSET, 0 }, threshold = { EX_UNSET, 0.5 }, target = { EX_UNSET, 1 }, stretch = { EX_UNSET, 1.5 }, actual = { EX_UNSET, 0 };
  ExCliStatus status;
  const GOptionEntry entries[] = {
    { "baseline", 0, 0, G_OPTION_ARG_FILENAME, &options.baseline, N_("where it starts"), "B" },
    { "threshold", 0, 0, G_OPTION_ARG_FILENAME, &options.threshold, N_("the least that scores, and its score"), "T[:SCORE]" },
    { "target", 0, 0, G_OPTION_ARG_FILENAME, &options.target, N_("what scores 100"), "T" },
    { "stretch", 0, 0, G_OPTION_ARG_FILENAME, &options.stretch, N_("the most that scores, and its score"), "S[:SCORE]" },
    { "actual", 0, 0, G_OPTION_ARG_FILENAME, &options.actual, N_("where it is"), "A" },
    G_OPTION_ENTRY_NULL,
  };

  if (!ex_cli_parse (&usage, entries, argc, argv, &words, &status)
      || !parse_number ("baseline", options.baseline, &baseline, &status)
      || !parse_rung ("threshold", options.threshold, 0, 100, &threshold, &status)
      || !parse_number ("target", options.target, &target, &status)
      || !parse_rung ("stretch", options.stretch, 100, INFINITY, &stretch, &status)
      || !parse_number ("actual", options.actual, &actual, &status))
    return status;
  if (!check_ladder (baseline.value, threshold.value, target.value, stretch.value))
    return EX_CLI_REFUSED;

  ex_cli_answer_percent (ex_score_number (baseline.value, threshold.value, target.value, stretch.value, threshold.score, stretch.score, actual.value, NULL) * 100);

  return EX_CLI_DONE;
}

const ExCliCommand ex_cli_score_command = { &usage, run };
