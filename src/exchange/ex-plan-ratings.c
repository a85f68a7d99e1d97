/* Ratings of one leader's objectives, one a row: as an assessment hands them in. */
#include "config.h"

#include "ex-import-run.h"

#include <glib/gi18n-lib.h>

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
    ex_import_refuse (run, EX_RATING_OBJECTIVE, _("An objective is missing; its identifier would be right."));
  else if (objective == NULL || !g_str_equal (objective->leader_id, run->context->leader_id))
    {
      ex_import_refuse (run, EX_RATING_OBJECTIVE, _("“%s” is no objective of this review."), ex_import_shown (run, EX_RATING_OBJECTIVE));
      return NULL;
    }
  else
    {
      before = GPOINTER_TO_UINT (g_hash_table_lookup (state->lines, objective->id));
      if (before == 0)
        return objective;
      ex_import_refuse (run, EX_RATING_OBJECTIVE, _("“%s” is rated in line %u already."), ex_import_shown (run, EX_RATING_OBJECTIVE), before);
    }

  return NULL;
}

/* Empty: a comment without a rating, which an observer may hand in, and the gates of the others refuse. */
static void
read_row (ExImportRun *run)
{
  State *state = run->state;
  const ExObjective *objective = read_objective (run);
  int rating = 0;
  ExCell cell = ex_import_integer (run, EX_RATING_RATING, 1, ex_cycle_n_ratings (ex_company_get_cycle (run->context->company)), &rating);
  ExRating *record;

  if (objective == NULL || cell == EX_CELL_BAD)
    return;

  record = ex_rating_new (objective->id, EX_ROLE_SELF, NULL);
  record->rating = cell == EX_CELL_GOOD ? rating : 0;
  record->comment = ex_import_lines (run, EX_RATING_COMMENT);
  g_hash_table_insert (state->lines, objective->id, GUINT_TO_POINTER (run->line));
  g_ptr_array_add (run->plan->ratings, record);
}

static void
end (ExImportRun *run)
{
  (void) run;
}

const ExImportKind ex_import_ratings_kind = { begin, read_row, NULL, end, clear };
