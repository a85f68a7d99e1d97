/* History as it is read: actions, newest first, and what each changed. */
#include "config.h"

#include "ex-history-walk.h"
#include "ex-journal-names.h"
#include "ex-journal-veil.h"
#include "ex-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COLUMNS                                                                                                     \
  "a.number, a.name, a.actor, a.system_user, a.at, a.undoes, a.subject,"                                            \
  " (SELECT count (*) FROM changes c WHERE c.action = a.number)"                                                    \
  " - (SELECT count (*) FROM changes c WHERE c.table_name = 'imports' AND c.action = a.number)"                      \
  " + (SELECT coalesce (sum (i.added), 0) FROM changes c JOIN imports i ON c.row_key = '[' || i.number || ']'"        \
  "    WHERE c.table_name = 'imports' AND c.action = a.number)"

void
ex_action_free (ExAction *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->actor);
  g_free (self->system_user);
  g_free (self->subject);
  g_free (self);
}

void
ex_change_free (ExChange *self)
{
  if (self == NULL)
    return;
  g_free (self->table);
  g_free (self->key);
  g_free (self->before);
  g_free (self->after);
  g_free (self->earlier);
  g_free (self->cycle);
  g_free (self->leader);
  g_free (self->objective);
  g_free (self);
}

/* Names are written in English and marked where they are written. */
char *
ex_action_describe (const ExAction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (g_str_has_prefix (self->name, EX_UNDO_PREFIX))
    return g_strdup_printf (_("Undo: %s"), _(self->name + strlen (EX_UNDO_PREFIX)));
  if (g_str_has_prefix (self->name, EX_REDO_PREFIX))
    return g_strdup_printf (_("Redo: %s"), _(self->name + strlen (EX_REDO_PREFIX)));
  return g_strdup (_(self->name));
}

static ExAction *
read_action (ExStatement *row, GHashTable *undone)
{
  ExAction *self = g_new0 (ExAction, 1);

  self->number = ex_statement_int (row, 0);
  self->name = g_strdup (ex_statement_text (row, 1));
  self->actor = g_strdup (ex_statement_text (row, 2));
  self->system_user = g_strdup (ex_statement_text (row, 3));
  self->at = ex_statement_int (row, 4);
  self->undoes = ex_statement_int (row, 5);
  self->subject = g_strdup (ex_statement_text (row, 6));
  self->n_changes = (guint) ex_statement_int (row, 7);
  self->undone_by = ex_journal_undone_by (undone, self->number);
  return self;
}

ExAction *
ex_journal_find_action (ExStore *self, gint64 number, GHashTable *undone, GError **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (self->db, "SELECT " COLUMNS " FROM actions a WHERE a.number = $1", error);

  if (row == NULL)
    return NULL;
  ex_statement_bind_int (row, 1, number);
  return ex_statement_step (row, error) ? read_action (row, undone) : NULL;
}

/* What fits and may be known, newest first. A filter by person must not tell who an observer was. */
static GPtrArray *
read_actions (ExStore *self, const ExHistoryFilter *filter, gint64 before, guint limit, GError **error)
{
  g_autoptr (GHashTable) undone = ex_journal_read_undone (self, error);
  g_autoptr (ExHistoryWalk) walk = undone != NULL ? ex_history_walk_new (self, filter, error) : NULL;
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_action_free);
  g_autoptr (ExVeil) veil = ex_veil_new (self);
  gint64 number = before > 0 ? before : G_MAXINT64;

  if (walk == NULL)
    return NULL;
  while (actions->len < limit && (number = ex_history_walk_seek (walk, number - 1, error)) > 0)
    {
      g_autoptr (ExAction) action = ex_journal_find_action (self, number, undone, error);

      if (action == NULL || !ex_veil_cover (veil, action, error))
        return NULL;
      if (filter == NULL || filter->person == NULL || strcmp (action->actor, filter->person) == 0)
        g_ptr_array_add (actions, g_steal_pointer (&action));
    }
  return number >= 0 ? g_steal_pointer (&actions) : NULL;
}

GPtrArray *
ex_store_list_actions (ExStore *self, const ExHistoryFilter *filter, gint64 before, guint limit, GError **error)
{
  GPtrArray *actions;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (filter == NULL || filter->page == NULL || g_strv_contains (ex_history_pages (), filter->page), NULL);

  if (!ex_store_begin_read (self, error))
    return NULL;
  actions = read_actions (self, filter, before, limit, error);
  ex_store_end_read (self);
  return actions;
}

/* A key is a JSON array; people see "OBJ-1, 2026-03-01". */
char *
ex_journal_key_for_people (const char *json)
{
  g_auto (ExJsonReader) reader = { 0 };
  GString *key = g_string_new (NULL);

  ex_json_reader_init (&reader, json);
  while (ex_json_reader_next (&reader))
    g_string_append_printf (key, "%s%s", key->len > 0 ? ", " : "", reader.value->str);
  return g_string_free (key, FALSE);
}

static GPtrArray *
read_changes (ExStore *self, const ExAction *action, GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_change_free);
  g_autoptr (ExVeil) veil = ex_veil_new (self);
  g_autoptr (ExRowNames) names = ex_row_names_new (self);
  g_autoptr (GError) problem = NULL;

  rows = ex_database_prepare (self->db, "SELECT table_name, row_key, before, after FROM changes WHERE action = $1 ORDER BY number", error);
  if (rows == NULL)
    return NULL;
  ex_statement_bind_int (rows, 1, action->number);
  while (problem == NULL && ex_statement_step (rows, &problem))
    {
      ExChange *change = ex_veil_read_change (veil, action, ex_statement_text (rows, 0), ex_statement_text (rows, 1), ex_statement_text (rows, 2),
                                              ex_statement_text (rows, 3), &problem);

      if (change == NULL)
        break;
      g_ptr_array_add (changes, change);
      ex_row_names_fill (names, change, action->number, &problem);
    }
  if (problem == NULL)
    return g_steal_pointer (&changes);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

GPtrArray *
ex_store_list_changes (ExStore *self, gint64 number, GError **error)
{
  g_autoptr (GHashTable) nothing = g_hash_table_new (NULL, NULL);
  g_autoptr (ExAction) action = NULL;
  g_autoptr (GError) problem = NULL;
  GPtrArray *changes = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!ex_store_begin_read (self, error))
    return NULL;
  action = ex_journal_find_action (self, number, nothing, &problem);
  if (action != NULL)
    changes = read_changes (self, action, &problem);
  ex_store_end_read (self);
  if (changes == NULL && problem == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) ex_change_free);
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return changes;
}

char *
ex_store_get_head (ExStore *self, GError **error)
{
  g_autoptr (ExStatement) row = NULL;
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  row = ex_database_prepare (self->db, "SELECT chain FROM actions WHERE chain IS NOT NULL ORDER BY number DESC LIMIT 1", error);
  if (row == NULL)
    return NULL;
  if (ex_statement_step (row, &problem))
    return g_strdup (ex_statement_text (row, 0));
  if (problem == NULL)
    g_set_error_literal (&problem, EX_STORE_ERROR, EX_STORE_ERROR_DAMAGED, _("The file has no history."));
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}
