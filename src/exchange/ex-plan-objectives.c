#include "config.h"

#include "ex-plan-objectives.h"

#include "core/ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

ExObjectiveEntry *
ex_objectives_find (ExObjectivesState *state, const char *id)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (state->by_id, id));

  return index > 0 ? &g_array_index (state->entries, ExObjectiveEntry, index - 1) : NULL;
}

char *
ex_objectives_title_key (const char *leader_id, const char *title)
{
  return g_strdup_printf ("%s\n%s", leader_id, title); /* neither has a line break */
}

static void
index_standing (ExImportRun *run, ExObjectivesState *state)
{
  const ExCompany *company = run->context->company;

  for (guint i = 0; i < ex_company_n_objectives (company); i++)
    {
      const ExObjective *objective = ex_company_get_objective (company, i);

      g_hash_table_insert (state->standing, ex_objectives_title_key (objective->leader_id, objective->title), (gpointer) objective);
    }

  for (guint i = 0; run->context->objectives != NULL && i < run->context->objectives->len; i++)
    {
      ExObjective *objective = g_ptr_array_index (run->context->objectives, i);

      g_hash_table_insert (state->others, objective->id, objective);
    }
}

static gboolean
begin (ExImportRun *run)
{
  const ExCycle *cycle = ex_company_get_cycle (run->context->company);
  ExObjectivesState *state;

  if (cycle == NULL)
    {
      ex_import_fail (run, 1, 1, _("There is no cycle that objectives could go into; make one first."));
      return FALSE;
    }

  state = g_new0 (ExObjectivesState, 1);
  state->cycle = cycle;
  state->entries = g_array_new (FALSE, FALSE, sizeof (ExObjectiveEntry));
  state->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  state->by_title = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  state->standing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  state->others = g_hash_table_new (g_str_hash, g_str_equal);
  state->most = -1;
  index_standing (run, state);
  run->state = state;

  return TRUE;
}

static void
clear (ExImportRun *run)
{
  ExObjectivesState *state = run->state;

  for (guint i = 0; i < state->entries->len; i++)
    ex_objective_free (g_array_index (state->entries, ExObjectiveEntry, i).objective);
  g_array_unref (state->entries);
  g_hash_table_unref (state->by_id);
  g_hash_table_unref (state->by_title);
  g_hash_table_unref (state->standing);
  g_hash_table_unref (state->others);
  g_clear_pointer (&run->state, g_free);
}

static void
refuse_empty (ExImportRun *run, guint field)
{
  ex_import_refuse (run, (int) field, _("%s is empty, and every objective needs one."), ex_import_heading (run, field));
}

static void
refuse_word (ExImportRun *run, guint field, const char *words)
{
  ex_import_refuse (run, (int) field, _("%s: “%s” is none of %s."), ex_import_heading (run, field), ex_import_shown (run, field), words);
}

static void
read_text (ExImportRun *run, guint field, char **slot, gboolean lines)
{
  if (!ex_import_has (run, field))
    return;

  g_free (*slot);
  *slot = lines ? ex_import_lines (run, field) : ex_import_text (run, field);
}

static void
read_kind (ExImportRun *run, ExObjective *objective)
{
  g_autofree char *word = ex_import_text (run, EX_OBJ_KIND);

  if (word == NULL)
    refuse_empty (run, EX_OBJ_KIND);
  else if (!ex_kind_parse (word, &objective->kind))
    refuse_word (run, EX_OBJ_KIND, "number, range, milestone");
}

static void
read_weight (ExImportRun *run, ExObjective *objective)
{
  ExObjectivesState *state = run->state;

  switch (ex_import_percent (run, EX_OBJ_WEIGHT, &objective->weight))
    {
    case EX_CELL_EMPTY:
      refuse_empty (run, EX_OBJ_WEIGHT);
      break;
    case EX_CELL_GOOD:
      if (objective->weight > state->most)
        {
          state->most = objective->weight;
          state->most_line = run->line;
        }
      break;
    case EX_CELL_BAD:
    default:
      break;
    }
}

static void
read_words (ExImportRun *run, ExObjective *objective)
{
  g_autofree char *aggregate = ex_import_text (run, EX_OBJ_AGGREGATE);
  g_autofree char *cadence = ex_import_text (run, EX_OBJ_CADENCE);

  if (ex_import_has (run, EX_OBJ_AGGREGATE))
    {
      objective->aggregate = EX_AGGREGATE_LATEST;
      if (aggregate != NULL && !ex_aggregate_parse (aggregate, &objective->aggregate))
        refuse_word (run, EX_OBJ_AGGREGATE, "latest, sum, mean, minimum, maximum");
    }
  if (ex_import_has (run, EX_OBJ_CADENCE))
    {
      objective->cadence = EX_CADENCE_NONE;
      if (cadence != NULL && !ex_cadence_parse (cadence, &objective->cadence))
        refuse_word (run, EX_OBJ_CADENCE, "weekly, monthly, quarterly");
    }
}

/* The ladder and the range; without a word on decimals, as many as the figures are written with. */
static void
read_figures (ExImportRun *run, ExObjective *objective, gboolean is_new)
{
  double *slots[] = { &objective->baseline, &objective->threshold, &objective->target, &objective->stretch,
                      &objective->low,      &objective->high,      &objective->width };
  guint most = 0;
  ExCell cell;

  run->percent = g_strcmp0 (objective->unit, "%") == 0;
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      guint decimals = 0;

      if (!ex_import_has (run, EX_OBJ_BASELINE + i))
        continue;
      if (ex_import_number (run, EX_OBJ_BASELINE + i, slots[i], &decimals) != EX_CELL_GOOD)
        *slots[i] = EX_UNSET;
      most = MAX (most, MIN (decimals, 9));
    }

  cell = ex_import_integer (run, EX_OBJ_DECIMALS, 0, 9, &objective->decimals);
  if (cell == EX_CELL_EMPTY && (is_new || ex_import_has (run, EX_OBJ_DECIMALS)))
    objective->decimals = (int) most;
  if (ex_import_has (run, EX_OBJ_DUE) && ex_import_day (run, EX_OBJ_DUE, &objective->due) != EX_CELL_GOOD)
    objective->due = EX_DAY_NONE;
}

static ExLink
find_link (const ExObjective *objective, ExDriver driver)
{
  for (guint i = 0; i < objective->links->len; i++)
    if (g_array_index (objective->links, ExLink, i).driver == driver)
      return g_array_index (objective->links, ExLink, i);

  return (ExLink) { driver, EX_CLAIM_NONE, EX_CLAIM_NONE };
}

/* "retain; expand": links to these, with the claims that stand. */
static void
read_drivers (ExImportRun *run, ExObjective *objective)
{
  g_autofree char *text = ex_import_text (run, EX_OBJ_DRIVER);
  g_auto (GStrv) words = NULL;
  GArray *links;

  if (!ex_import_has (run, EX_OBJ_DRIVER))
    return;

  links = g_array_new (FALSE, FALSE, sizeof (ExLink));
  words = g_strsplit_set (text != NULL ? text : "", ";|", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      ExDriver driver;
      ExLink link;
      gboolean known = FALSE;

      if (*g_strstrip (words[i]) == '\0')
        continue;
      if (!ex_driver_parse (words[i], &driver))
        {
          refuse_word (run, EX_OBJ_DRIVER, "acquire, retain, expand, win back");
          continue;
        }
      for (guint j = 0; j < links->len; j++)
        known = known || g_array_index (links, ExLink, j).driver == driver;
      link = find_link (objective, driver);
      if (!known)
        g_array_append_val (links, link);
    }

  g_array_unref (objective->links);
  objective->links = links;
}

static gboolean
read_claims (ExImportRun *run, gint64 *value, gint64 *customers)
{
  int count;

  *value = *customers = EX_CLAIM_NONE;
  if (ex_import_money (run, EX_OBJ_CLAIM_VALUE, value) == EX_CELL_GOOD && *value < 0)
    ex_import_refuse (run, EX_OBJ_CLAIM_VALUE, _("%s: “%s” is less than 0; a claim is an improvement."),
                      ex_import_heading (run, EX_OBJ_CLAIM_VALUE), ex_import_shown (run, EX_OBJ_CLAIM_VALUE));
  if (ex_import_integer (run, EX_OBJ_CLAIM_CUSTOMERS, 0, G_MAXINT, &count) == EX_CELL_GOOD)
    *customers = count;

  return *value != EX_CLAIM_NONE || *customers != EX_CLAIM_NONE;
}

static void
read_links (ExImportRun *run, ExObjective *objective)
{
  guint field = ex_import_has (run, EX_OBJ_CLAIM_VALUE) ? EX_OBJ_CLAIM_VALUE : EX_OBJ_CLAIM_CUSTOMERS;
  gint64 value, customers;
  gboolean claimed;

  read_drivers (run, objective);
  if (ex_objectives_read_claim_lists (run, objective))
    return;
  claimed = read_claims (run, &value, &customers);

  if (claimed && objective->links->len == 0)
    ex_import_refuse (run, (int) field, _("%s: a claim needs a driver: acquire, retain, expand or win back."), ex_import_heading (run, field));
  else if (claimed && objective->links->len > 1)
    ex_import_refuse (run, (int) field, _("%s: with several drivers it cannot be told which of them the claim is for; name one driver."),
                      ex_import_heading (run, field));
  else if (objective->links->len == 1)
    {
      ExLink *link = &g_array_index (objective->links, ExLink, 0);

      if (ex_import_has (run, EX_OBJ_CLAIM_VALUE))
        link->value = value;
      if (ex_import_has (run, EX_OBJ_CLAIM_CUSTOMERS))
        link->customers = customers;
    }
}

/* What the rule says of the whole, beside the column that it is most about. */
static void
check_record (ExImportRun *run, const ExObjective *objective)
{
  static const int columns[] = { [EX_KIND_NUMBER] = EX_OBJ_TARGET, [EX_KIND_RANGE] = EX_OBJ_LOW, [EX_KIND_MILESTONE] = EX_OBJ_DUE };
  ExObjectivesState *state = run->state;
  g_autoptr (GPtrArray) sentences = NULL;

  if (run->bad)
    return;
  sentences = ex_objective_problems (objective, state->cycle);
  for (guint i = 0; i < sentences->len; i++)
    ex_import_refuse (run, columns[objective->kind], "%s", (const char *) g_ptr_array_index (sentences, i));
}

static const ExReviewLock *
find_lock (ExImportRun *run, const char *leader_id)
{
  GHashTable *reviews = run->context->locks.reviews;

  return reviews != NULL ? g_hash_table_lookup (reviews, leader_id) : NULL;
}

/* Of the review that the objective is in, and of the one that it would come into. */
static void
check_locks (ExImportRun *run, const ExObjective *objective)
{
  int index = ex_company_find_objective (run->context->company, objective->id);
  const ExObjective *before = index >= 0 ? ex_company_get_objective (run->context->company, (guint) index) : NULL;
  const ExReviewLock *lock = before != NULL ? find_lock (run, before->leader_id) : NULL;
  const ExReviewLock *other = find_lock (run, objective->leader_id);
  g_autofree char *sentence = NULL;

  if (run->bad)
    return;
  if (lock != NULL)
    sentence = ex_review_lock_objective (lock, before, objective);
  if (sentence == NULL && other != NULL && other != lock)
    sentence = ex_review_lock_objective (other, NULL, objective);
  if (sentence != NULL)
    ex_import_refuse (run, EX_OBJ_TITLE, "%s", sentence);
}

static void
check_leader (ExImportRun *run, const char *leader)
{
  if (leader == NULL)
    refuse_empty (run, EX_OBJ_LEADER);
  else if (ex_company_find_leader (run->context->company, leader) < 0)
    ex_import_refuse (run, EX_OBJ_LEADER, _("%s: there is no leader with the id “%s”; import leaders first."), ex_import_heading (run, EX_OBJ_LEADER),
                      ex_import_shown (run, EX_OBJ_LEADER));
}

/* The id given, that of the objective that stands under leader and title, or a new one that the same three always give. */
static char *
choose_id (ExImportRun *run, const char *leader, const char *title)
{
  ExObjectivesState *state = run->state;
  g_autofree char *key = ex_objectives_title_key (leader, title);
  const ExObjective *standing = g_hash_table_lookup (state->standing, key);
  char *id = ex_import_text (run, EX_OBJ_ID);

  if (id != NULL)
    return id;

  return standing != NULL ? g_strdup (standing->id) : ex_objective_make_id (state->cycle->id, leader, title);
}

static gboolean
check_key (ExImportRun *run, const char *id)
{
  ExObjectivesState *state = run->state;
  const ExObjectiveEntry *other = ex_objectives_find (state, id);
  const ExObjective *elsewhere = g_hash_table_lookup (state->others, id);
  gboolean given = ex_import_cell (run, EX_OBJ_ID).length > 0;

  if (other != NULL && given)
    ex_import_refuse (run, EX_OBJ_ID, _("%s: “%s” stands on line %u already; an objective has one row."), ex_import_heading (run, EX_OBJ_ID), id,
                      other->line);
  else if (other != NULL)
    ex_import_refuse (run, EX_OBJ_TITLE, _("%s: “%s” of this leader stands on line %u already; an objective has one row."),
                      ex_import_heading (run, EX_OBJ_TITLE), ex_import_shown (run, EX_OBJ_TITLE), other->line);
  else if (elsewhere != NULL && !g_str_equal (elsewhere->cycle_id, state->cycle->id))
    ex_import_refuse (run, EX_OBJ_ID, _("%s: “%s” is an objective of another cycle; give this one an id of its own."),
                      ex_import_heading (run, EX_OBJ_ID), id);
  else
    return TRUE;

  return FALSE;
}

static ExObjective *
start_record (ExImportRun *run, const char *id, const char *leader, const char *title)
{
  ExObjectivesState *state = run->state;
  int index = ex_company_find_objective (run->context->company, id);
  ExObjective *objective;

  if (index < 0)
    return ex_objective_new (id, state->cycle->id, leader, title, EX_KIND_NUMBER);

  objective = ex_objective_copy (ex_company_get_objective (run->context->company, (guint) index));
  g_free (objective->leader_id);
  objective->leader_id = g_strdup (leader);
  g_free (objective->title);
  objective->title = g_strdup (title);

  return objective;
}

static void
read_record (ExImportRun *run, ExObjective *objective, gboolean is_new)
{
  read_kind (run, objective);
  read_weight (run, objective);
  read_text (run, EX_OBJ_DESCRIPTION, &objective->description, TRUE);
  read_text (run, EX_OBJ_UNIT, &objective->unit, FALSE);
  read_text (run, EX_OBJ_SOURCE, &objective->source, FALSE);
  read_text (run, EX_OBJ_STAGE, &objective->stage, FALSE);
  read_text (run, EX_OBJ_PARENT, &objective->parent_id, FALSE);
  read_text (run, EX_OBJ_LOCAL_REASON, &objective->local_reason, TRUE);
  read_words (run, objective);
  read_figures (run, objective, is_new);
  read_links (run, objective);
  check_record (run, objective);
}

/* Takes @objective. */
static void
add_entry (ExImportRun *run, ExObjective *objective)
{
  ExObjectivesState *state = run->state;
  ExObjectiveEntry entry = { objective, run->line };

  g_array_append_val (state->entries, entry);
  g_hash_table_insert (state->by_id, objective->id, GUINT_TO_POINTER (state->entries->len));
}

static void
read_row (ExImportRun *run)
{
  g_autofree char *leader = ex_import_text (run, EX_OBJ_LEADER);
  g_autofree char *title = ex_import_text (run, EX_OBJ_TITLE);
  g_autofree char *id = choose_id (run, leader != NULL ? leader : "", title != NULL ? title : "");
  gboolean key = (title != NULL || ex_import_cell (run, EX_OBJ_ID).length > 0) && check_key (run, id);
  g_autoptr (ExObjective) objective = start_record (run, id, leader != NULL ? leader : "?", title != NULL ? title : "?");

  check_leader (run, leader);
  if (title == NULL)
    refuse_empty (run, EX_OBJ_TITLE);
  read_record (run, objective, ex_company_find_objective (run->context->company, id) < 0);
  check_locks (run, objective);

  if (key)
    add_entry (run, g_steal_pointer (&objective));
}

static void
note_broken_row (ExImportRun *run)
{
  ExObjectivesState *state = run->state;
  g_autofree char *id = ex_import_text (run, EX_OBJ_ID);

  if (id != NULL && ex_objectives_find (state, id) == NULL)
    add_entry (run, ex_objective_new (id, state->cycle->id, "?", "?", EX_KIND_NUMBER));
}

static void
end (ExImportRun *run)
{
  ExObjectivesState *state = run->state;

  ex_objectives_check_titles (run);
  ex_objectives_check_parents (run);
  if (state->most > 0 && state->most <= EX_WHOLE_BP / 100)
    ex_import_warn_at (run, state->most_line, EX_OBJ_WEIGHT, _("%s: all weights are at most 1; they are read as percent, so that 1 is one hundredth."),
                       ex_import_heading (run, EX_OBJ_WEIGHT));

  run->plan->objectives = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free);
  for (guint i = 0; i < state->entries->len; i++)
    {
      ExObjectiveEntry *entry = &g_array_index (state->entries, ExObjectiveEntry, i);

      if (!ex_import_is_refused (run, entry->line))
        g_ptr_array_add (run->plan->objectives, g_steal_pointer (&entry->objective));
    }
}

const ExImportKind ex_import_objectives_kind = { begin, read_row, note_broken_row, end, clear };
