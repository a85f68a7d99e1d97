#include "config.h"

#include "ex-cli-cycle.h"

#include "core/ex-quantity.h"
#include "ex-cli-meant.h"
#include "store/ex-store-reviews.h"

#include <glib/gi18n-lib.h>

static char **
to_utf8 (char **words)
{
  guint n = words != NULL ? g_strv_length (words) : 0;
  char **result = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    result[i] = ex_cli_to_utf8 (words[i]);

  return result;
}

/* "Poor, Fair, Good" */
static char **
split_words (const char *text)
{
  g_autofree char *utf8 = ex_cli_to_utf8 (text);
  char **words = g_strsplit (utf8, ",", -1);

  for (char **word = words; *word != NULL; word++)
    g_strstrip (*word);

  return words;
}

static gboolean
fill_least (ExCycle *cycle, const char *text, ExCliStatus *status)
{
  guint64 least;

  if (text == NULL)
    return TRUE;
  if (g_ascii_string_to_unsigned (text, 10, 1, 12, &least, NULL))
    {
      cycle->min_objectives = (int) least;
      return TRUE;
    }
  *status = ex_cli_misused (&ex_cli_cycle_usage, _("--min-objectives %s: a number from 1 to 12 would be right."), text);

  return FALSE;
}

/* A score in percent; what is out of bounds is refused with everything else that is wrong with the cycle. */
static gboolean
fill_score (const char *option, const char *text, int *score, ExCliStatus *status)
{
  if (text == NULL || ex_basis_points_parse (text, score, NULL))
    return TRUE;
  *status = ex_cli_misused (&ex_cli_cycle_usage, _("--%s: “%s” is no score in percent; one such as 50 or 62.5 would be right."), option, text);

  return FALSE;
}

static gboolean
fill_until (ExCycle *cycle, const ExCliCycleOptions *options, ExCliStatus *status)
{
  for (guint i = 0; i < EX_N_OPEN_PHASES; i++)
    {
      ExDay day = options->until[i] != NULL ? ex_day_parse (options->until[i]) : EX_DAY_NONE;

      if (options->until[i] == NULL)
        continue;
      if (day == EX_DAY_NONE)
        {
          *status = ex_cli_misused (&ex_cli_cycle_usage, _("--%s-until: “%s” is no day; one such as 2026-09-30 would be right."),
                                    ex_phase_nick ((ExPhase) i), options->until[i]);
          return FALSE;
        }
      cycle->until[i] = day;
    }

  return TRUE;
}

gboolean
ex_cli_cycle_fill (ExCycle *cycle, const ExCliCycleOptions *options, ExCliStatus *status)
{
  if (options->tops != NULL)
    {
      g_strfreev (cycle->tops);
      cycle->tops = to_utf8 (options->tops);
    }
  if (options->scale != NULL)
    {
      g_strfreev (cycle->scale);
      cycle->scale = split_words (options->scale);
    }
  if (options->board != NULL)
    {
      g_free (cycle->board);
      cycle->board = ex_cli_to_name (options->board);
    }

  return fill_least (cycle, options->least, status) && fill_until (cycle, options, status)
         && fill_score ("threshold-score", options->threshold, &cycle->threshold_score, status)
         && fill_score ("stretch-score", options->stretch, &cycle->stretch_score, status)
         && fill_score ("late-score", options->late, &cycle->late_score, status);
}

/* The ids of the objectives of the cycle called @name. NULL: it was said why not. */
static char **
list_ids (ExStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCycle) old = ex_store_find_cycle (store, name, &error);
  g_autoptr (GPtrArray) objectives = old != NULL ? ex_store_list_objectives (store, old->id, &error) : NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (objectives == NULL)
    {
      ex_cli_refuse ("%s", error->message);
      if (old == NULL)
        ex_cli_tell_cycle_meant (store, name);
      return NULL;
    }
  for (guint i = 0; i < objectives->len; i++)
    g_strv_builder_add (ids, ((const ExObjective *) g_ptr_array_index (objectives, i))->id);

  return g_strv_builder_end (ids);
}

char **
ex_cli_cycle_choose (ExStore *store, const ExCliCycleOptions *options)
{
  g_autofree char *name = ex_cli_to_name (options->carry);
  g_auto (GStrv) all = list_ids (store, name);
  g_auto (GStrv) chosen = to_utf8 (options->objectives);
  gboolean good = TRUE;

  if (all == NULL || options->objectives == NULL)
    return g_steal_pointer (&all);

  for (char **id = chosen; *id != NULL; id++)
    if (!g_strv_contains ((const char *const *) all, *id))
      {
        ex_cli_refuse (_("“%s” is no objective of “%s”."), *id, name);
        good = FALSE;
      }

  return good ? g_steal_pointer (&chosen) : NULL;
}

ExCliStatus
ex_cli_cycle_carry (ExStore *store, const ExCycle *cycle, const char *const *ids, const ExCliCycleOptions *options)
{
  g_autofree char *old = ex_cli_to_name (options->carry);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (!ex_store_carry_objectives (store, ids, cycle->id, &n, &left, &error))
    return ex_cli_refuse ("%s", error->message);

  for (guint i = 0; left != NULL && i < left->len; i++)
    ex_cli_tell ("%s", (const char *) g_ptr_array_index (left, i));
  ex_cli_tell (ngettext ("%u objective came along from “%s”, with its old actual as the new baseline.",
                         "%u objectives came along from “%s”, with their old actuals as new baselines.", n),
               n, old);

  return EX_CLI_DONE;
}
