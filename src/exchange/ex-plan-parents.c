#include "config.h"

#include "ex-plan-objectives.h"

#include <glib/gi18n-lib.h>

/* A leader's titles are their own within a cycle, in the file and with what stands beside it. */
void
ex_objectives_check_titles (ExImportRun *run)
{
  ExObjectivesState *state = run->state;

  for (guint i = 0; i < state->entries->len; i++)
    {
      const ExObjectiveEntry *entry = &g_array_index (state->entries, ExObjectiveEntry, i);
      g_autofree char *key = ex_objectives_title_key (entry->objective->leader_id, entry->objective->title);
      guint other = GPOINTER_TO_UINT (g_hash_table_lookup (state->by_title, key));
      const ExObjective *standing = g_hash_table_lookup (state->standing, key);

      if (ex_import_is_refused (run, entry->line))
        continue;
      if (other > 0)
        ex_import_refuse_at (run, entry->line, EX_OBJ_TITLE, _("%s: leader “%s” has an objective “%s” on line %u already."),
                             ex_import_heading (run, EX_OBJ_TITLE), entry->objective->leader_id, entry->objective->title,
                             g_array_index (state->entries, ExObjectiveEntry, other - 1).line);
      else if (standing != NULL && !g_str_equal (standing->id, entry->objective->id) && ex_objectives_find (state, standing->id) == NULL)
        ex_import_refuse_at (run, entry->line, EX_OBJ_TITLE, _("%s: “%s” of leader “%s” stands in the company under the id “%s”; give that id."),
                             ex_import_heading (run, EX_OBJ_TITLE), entry->objective->title, entry->objective->leader_id, standing->id);
      else
        g_hash_table_insert (state->by_title, g_steal_pointer (&key), GUINT_TO_POINTER (i + 1));
    }
}

static const ExObjective *
find_parent (ExImportRun *run, const char *id)
{
  const ExObjectiveEntry *entry = ex_objectives_find (run->state, id);
  int index = ex_company_find_objective (run->context->company, id);

  if (entry != NULL)
    return entry->objective;

  return index >= 0 ? ex_company_get_objective (run->context->company, (guint) index) : NULL;
}

static void
refuse_unknown (ExImportRun *run, const ExObjectiveEntry *entry)
{
  ExObjectivesState *state = run->state;
  const char *heading = ex_import_heading (run, EX_OBJ_PARENT);
  const char *id = entry->objective->parent_id;

  if (g_hash_table_contains (state->others, id))
    ex_import_refuse_at (run, entry->line, EX_OBJ_PARENT, _("%s: “%s” is an objective of another cycle; a parent must be of the same one."), heading, id);
  else
    ex_import_refuse_at (run, entry->line, EX_OBJ_PARENT, _("%s: there is no objective with the id “%s”, in this file or in the cycle."), heading, id);
}

static void
check_parent (ExImportRun *run, const ExObjectiveEntry *entry)
{
  const ExObjective *objective = entry->objective;
  const ExCompany *company = run->context->company;
  const ExObjective *parent;
  int below, above;

  if (objective->parent_id == NULL)
    return;

  parent = find_parent (run, objective->parent_id);
  if (parent == NULL)
    {
      refuse_unknown (run, entry);
      return;
    }

  below = ex_company_find_leader (company, objective->leader_id);
  above = ex_company_find_leader (company, parent->leader_id);
  if (below < 0 || above < 0) /* said already */
    return;
  if (!ex_tree_is_below (ex_company_get_tree (company), below, above))
    ex_import_refuse_at (run, entry->line, EX_OBJ_PARENT,
                         _("%s: “%s” is an objective of leader “%s”, who is not above leader “%s”; a parent is an objective of a leader above."),
                         ex_import_heading (run, EX_OBJ_PARENT), objective->parent_id, parent->leader_id, objective->leader_id);
}

/* With skip_bad: a parent that was refused, and does not stand in the company either, cannot be one. */
static void
part_from_refused (ExImportRun *run, ExObjectiveEntry *entry)
{
  const char *id = entry->objective->parent_id;
  const ExObjectiveEntry *parent = id != NULL ? ex_objectives_find (run->state, id) : NULL;

  if (ex_import_is_refused (run, entry->line))
    return;
  if (parent == NULL || !ex_import_is_refused (run, parent->line) || ex_company_find_objective (run->context->company, id) >= 0)
    return;

  ex_import_warn_at (run, entry->line, EX_OBJ_PARENT, _("“%s” of leader “%s” comes in without a parent, because “%s” on line %u was refused."),
                     entry->objective->title, entry->objective->leader_id, id, parent->line);
  g_clear_pointer (&entry->objective->parent_id, g_free);
}

void
ex_objectives_check_parents (ExImportRun *run)
{
  ExObjectivesState *state = run->state;

  for (guint i = 0; i < state->entries->len; i++)
    check_parent (run, &g_array_index (state->entries, ExObjectiveEntry, i));
  if (run->options->skip_bad)
    for (guint i = 0; i < state->entries->len; i++)
      part_from_refused (run, &g_array_index (state->entries, ExObjectiveEntry, i));
}
