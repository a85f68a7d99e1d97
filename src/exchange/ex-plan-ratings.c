/* Ratings of one leader's objectives, one a row: as an assessment hands them in. */
#include "config.h"

#include "ex-import-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GHashTable *lines; /* id of the objective, of the company's -> line of its row */
} State;

static gboolean
begin (ExImportRun *run)
{
  State *state = g_new0 (State, 1);

  g_assert (run->context->leader_id != NULL && ex_company_get_cycle (run->context->company) != NULL);
  state->lines = g_hash_table_new (g_str_hash, g_str_equal);
  run->state = state;
  run->plan->ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_rating_free);

  return TRUE;
}

static void
clear (ExImportRun *run)
{
  State *state = run->state;

  g_hash_table_unref (state->lines);
  g_free (state);
}

/* NULL: refused. */
static const ExObjective *
read_objective (ExImportRun *run)
{
  State *state = run->state;
  g_autofree char *id = ex_import_text (run, EX_RATING_OBJECTIVE);
  int index = id != NULL ? ex_company_find_objective (run->context->company, id) : -1;
  const ExObjective *objective = index >= 0 ? ex_company_get_objective (run->context->company, (guint) index) : NULL;
  guint before;

  if (id == NULL)
    {
      ex_import_refuse (run, EX_RATING_OBJECTIVE, _("An objective is missing; its identifier would be right."));
      return NULL;
    }
  if (objective == NULL || !g_str_equal (objective->leader_id, run->context->leader_id))
    {
      ex_import_refuse (run, EX_RATING_OBJECTIVE, _("“%s” is no objective of this review."), ex_import_shown (run, EX_RATING_OBJECTIVE));
      return NULL;
    }

  before = GPOINTER_TO_UINT (g_hash_table_lookup (state->lines, objective->id));
  if (before == 0)
    {
      g_hash_table_insert (state->lines, objective->id, GUINT_TO_POINTER (run->line));
      return objective;
    }
  ex_import_refuse (run, EX_RATING_OBJECTIVE, _("“%s” is rated in line %u already."), ex_import_shown (run, EX_RATING_OBJECTIVE), before);

  return NULL;
}

static void
refuse_rating (ExImportRun *run, const ExCycle *cycle)
{
  g_autoptr (GString) words = g_string_new (NULL);
  int points = ex_cycle_n_ratings (cycle);

  for (int i = 1; i <= points; i++)
    g_string_append_printf (words, "%s%s", i > 1 ? ", " : "", ex_cycle_rating_word (cycle, i));
  ex_import_refuse (run, EX_RATING_RATING, _("%s: “%s” is no rating; a whole number from 1 to %d would be right, or its word: %s."),
                    ex_import_heading (run, EX_RATING_RATING), ex_import_shown (run, EX_RATING_RATING), points, words->str);
}

/* A number of the scale, "4" or "4.0", or its word. */
static ExCell
read_rating (ExImportRun *run, int *rating)
{
  const ExCycle *cycle = ex_company_get_cycle (run->context->company);
  g_autofree char *text = ex_import_text (run, EX_RATING_RATING);
  double number;

  *rating = 0;
  if (text == NULL)
    return EX_CELL_EMPTY;

  if (ex_number_form (text, strlen (text)) == EX_FORM_NOT_A_NUMBER)
    *rating = ex_cycle_find_rating (cycle, text);
  else if (ex_import_number (run, EX_RATING_RATING, &number, NULL) != EX_CELL_GOOD)
    return EX_CELL_BAD;
  else if (number >= 1 && number <= ex_cycle_n_ratings (cycle) && number == (int) number)
    *rating = (int) number;

  if (*rating == 0)
    refuse_rating (run, cycle);

  return *rating > 0 ? EX_CELL_GOOD : EX_CELL_BAD;
}

/* Empty: a comment without a rating, which an observer may hand in, and the gates of the others refuse. */
static void
read_row (ExImportRun *run)
{
  const ExObjective *objective = read_objective (run);
  int rating;
  ExCell cell = read_rating (run, &rating);
  ExRating *record;

  if (objective == NULL || cell == EX_CELL_BAD)
    return;

  record = ex_rating_new (objective->id, EX_ROLE_SELF, NULL);
  record->rating = rating;
  record->comment = ex_import_lines (run, EX_RATING_COMMENT);
  g_ptr_array_add (run->plan->ratings, record);
}

static void
end (ExImportRun *run)
{
  (void) run;
}

const ExImportKind ex_import_ratings_kind = { begin, read_row, NULL, end, clear };
