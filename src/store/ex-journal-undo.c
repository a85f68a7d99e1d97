/* Undo and redo: the befores of an action written back under a new one. */
#include "config.h"

#include "ex-journal-undo.h"

#include "ex-erase.h"
#include "ex-journal-take.h"
#include "ex-journal-veil.h"
#include "ex-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What undo needs of a table: SQL with the values of its columns as $1, $2, ... in their order. */
typedef struct
{
  ExJournalTable *table;
  char    *read;   /* the live row's JSON */
  char    *insert;
  char    *update; /* all but the key and import */
  char    *delete;
} Work;

/* --- SQL ---------------------------------------------------------------------------------------------------------------- */

static void
work_free (gpointer data)
{
  Work *self = data;

  ex_journal_table_free (self->table);
  g_free (self->read);
  g_free (self->insert);
  g_free (self->update);
  g_free (self->delete);
  g_free (self);
}

static char *
where_key (const ExJournalTable *table)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < table->n; i++)
    if (table->columns[i].key > 0)
      g_string_append_printf (sql, "%s%s = $%u", sql->len > 0 ? " AND " : " WHERE ", table->columns[i].name, i + 1);
  return g_string_free (sql, FALSE);
}

static gboolean
is_fixed (const ExJournalTable *table, guint i)
{
  return table->columns[i].key > 0 || table->import == (int) i;
}

/* NULL: the table has nothing but its key. */
static char *
update_sql (const ExJournalTable *table, const char *where)
{
  GString *sets = g_string_new (NULL);
  char *sql = NULL;

  for (guint i = 0; i < table->n; i++)
    if (!is_fixed (table, i))
      g_string_append_printf (sets, "%s%s = $%u", sets->len > 0 ? ", " : "", table->columns[i].name, i + 1);
  if (sets->len > 0)
    sql = g_strdup_printf ("UPDATE %s SET %s%s", table->name, sets->str, where);
  g_string_free (sets, TRUE);
  return sql;
}

static Work *
get_work (ExUndo *self, const char *name, GError **error)
{
  Work *work = g_hash_table_lookup (self->work, name);
  g_autofree char *where = NULL;
  g_autofree char *json = NULL;
  ExJournalTable *table;

  if (work != NULL)
    return work;
  table = ex_journal_table_load (self->store->db, name, error);
  if (table == NULL)
    return NULL;
  where = where_key (table);
  json = ex_journal_table_json_sql (table);
  work = g_new0 (Work, 1);
  work->table = table;
  work->read = g_strdup_printf ("SELECT %s FROM %s%s", json, name, where);
  work->insert = ex_journal_table_insert_sql (table);
  work->update = update_sql (table, where);
  work->delete = g_strdup_printf ("DELETE FROM %s%s", name, where);
  g_hash_table_insert (self->work, g_strdup (name), work);
  return work;
}

/* --- one row --------------------------------------------------------------------------------------------------------------- */

typedef enum { BIND_KEY, BIND_ALL, BIND_BUT_IMPORT } Bind;

static ExStatement *
prepare_row (ExUndo *self, const Work *work, const char *sql, const ExValue *values, Bind bind, GError **error)
{
  ExStatement *statement = ex_database_prepare (self->store->db, sql, error);

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < work->table->n; i++)
    {
      gboolean is_key = work->table->columns[i].key > 0;

      if (bind == BIND_ALL || is_key || (bind == BIND_BUT_IMPORT && work->table->import != (int) i))
        ex_value_bind (&values[i], statement, (int) i + 1);
    }
  return statement;
}

/* What stands must be what the action left. */
static gboolean
row_is_as_left (ExUndo *self, const Work *work, const ExValue *values, const char *after, GError **error)
{
  g_autoptr (ExStatement) row = prepare_row (self, work, work->read, values, BIND_KEY, error);
  g_autoptr (GError) problem = NULL;
  gboolean same;

  if (row == NULL)
    return FALSE;
  same = ex_statement_step (row, &problem) ? g_strcmp0 (ex_statement_text (row, 0), after) == 0 : problem == NULL && after == NULL;
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (!same)
    ex_undo_refuse (self, 0, error);
  return same;
}

static gboolean
refuse_damaged (ExUndo *self, const char *table, GError **error)
{
  g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_DAMAGED, _("The history of action %lld cannot be read: a record of “%s” in it is damaged."),
               (long long) self->target->number, table);
  return FALSE;
}

static gboolean
write_values (ExUndo *self, const Work *work, const char *before, const char *after, const ExValue *values, GError **error)
{
  g_autoptr (ExStatement) statement = NULL;

  if (!row_is_as_left (self, work, values, after, error))
    return FALSE;
  if (before == NULL)
    statement = prepare_row (self, work, work->delete, values, BIND_KEY, error);
  else if (after == NULL)
    statement = prepare_row (self, work, work->insert, values, BIND_ALL, error);
  else
    statement = prepare_row (self, work, work->update, values, BIND_BUT_IMPORT, error);
  g_hash_table_add (before == NULL ? self->removed : self->restored, work->table->name);
  return statement != NULL && ex_statement_run (statement, error);
}

static gboolean
write_row (ExUndo *self, const char *name, const char *before, const char *after, GError **error)
{
  Work *work = get_work (self, name, error);
  g_autofree ExValue *values = NULL;
  gboolean good;

  if (work == NULL)
    return FALSE;
  values = g_new0 (ExValue, MAX (work->table->n, 1));
  if (!ex_journal_table_parse_row (work->table, before != NULL ? before : after, values))
    return refuse_damaged (self, name, error);
  good = write_values (self, work, before, after, values, error);
  ex_values_clear (values, work->table->n);
  return good;
}

/* --- an import --------------------------------------------------------------------------------------------------------------- */

static void
note_tables (GHashTable *set, const char *what)
{
  const char * const *tables = ex_journal_import_tables (what);

  for (guint i = 0; tables != NULL && tables[i] != NULL; i++)
    g_hash_table_add (set, (gpointer) tables[i]);
}

/* The entry of an import changes only in whether it is undone: its rows go or come with that. @before NULL: it was not there. */
static gboolean
turn_import (ExUndo *self, const char *before, const char *after, GError **error)
{
  gboolean take = before == NULL || strstr (before, "\"undone\":1") != NULL;
  g_auto (ExJsonReader) reader = { 0 };
  g_autofree char *what = NULL;
  gint64 number = 0;

  ex_json_reader_init (&reader, after);
  while (ex_json_reader_next (&reader))
    if (strcmp (reader.name->str, "number") == 0)
      number = g_ascii_strtoll (reader.value->str, NULL, 10);
    else if (strcmp (reader.name->str, "what") == 0)
      what = g_strdup (reader.value->str);
  if (what == NULL)
    return refuse_damaged (self, "imports", error);
  note_tables (take ? self->taken : self->brought, what);
  return take ? ex_journal_take_back (self->store, number, error) : ex_journal_bring_back (self->store, number, error);
}

/* --- all of it ----------------------------------------------------------------------------------------------------------------- */

gboolean
ex_undo_write_back (ExUndo *self, GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  g_autoptr (GError) problem = NULL;
  gboolean good = TRUE;

  rows = ex_database_prepare (self->store->db, "SELECT table_name, before, after FROM changes WHERE action = $1 ORDER BY number DESC", error);
  if (rows == NULL)
    return FALSE;
  ex_statement_bind_int (rows, 1, self->target->number);
  while (good && ex_statement_step (rows, &problem))
    {
      const char *table = ex_statement_text (rows, 0);
      const char *before = ex_statement_text (rows, 1);
      const char *after = ex_statement_text (rows, 2);

      if (strcmp (table, "imports") == 0)
        good = turn_import (self, before, after, &problem);
      else
        good = write_row (self, table, before, after, &problem);
    }
  if (problem == NULL)
    return good;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
undo_clear (ExUndo *self)
{
  g_clear_pointer (&self->target, ex_action_free);
  g_clear_pointer (&self->undone, g_hash_table_unref);
  g_clear_pointer (&self->work, g_hash_table_unref);
  g_clear_pointer (&self->removed, g_hash_table_unref);
  g_clear_pointer (&self->restored, g_hash_table_unref);
  g_clear_pointer (&self->taken, g_hash_table_unref);
  g_clear_pointer (&self->brought, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExUndo, undo_clear)

/* @number: what the person named, or -1 redo, 0 undo. */
static gboolean
choose_target (ExUndo *self, gint64 number, GError **error)
{
  gboolean named = number > 0;

  self->undone = ex_journal_read_undone (self->store, error);
  if (self->undone == NULL)
    return FALSE;
  if (!named)
    {
      const char *nothing = number == 0 ? _("There is nothing to undo.") : _("There is nothing to redo.");

      number = number == 0 ? ex_journal_find_undo (self->store, self->undone, error) : ex_journal_find_redo (self->store, self->undone, error);
      if (number == 0)
        g_set_error_literal (error, EX_STORE_ERROR, EX_STORE_ERROR_NOTHING, nothing);
      if (number <= 0)
        return FALSE;
    }
  self->target = ex_journal_find_action (self->store, number, self->undone, error);
  return self->target != NULL;
}

static gboolean
target_may_go (ExUndo *self, gint64 number, GError **error)
{
  if (self->target == NULL || self->target->number >= self->store->action)
    g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no action %lld in the history."), (long long) number);
  else if (strcmp (self->target->name, EX_ERASE_NAME) == 0)
    g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED, _("“%s: %s” (action %lld) cannot be undone: what was erased is gone for good."),
                 _(EX_ERASE_NAME), self->target->subject, (long long) self->target->number);
  else if (strcmp (self->store->actor, EX_STORE_HR) != 0 && strcmp (self->store->actor, self->target->actor) != 0)
    g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED, _("Action %lld was somebody else’s; only they or HR can undo it."), (long long) number);
  else if (self->target->number == 1)
    g_set_error_literal (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED, _("The company itself cannot be undone; delete its file instead."));
  else if (self->target->undone_by > 0)
    g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED, _("Action %lld is undone already, by action %lld."),
                 (long long) self->target->number, (long long) self->target->undone_by);
  else
    return TRUE;
  return FALSE;
}

/* "Undo: Edit a leader" under the subject of what is undone; an undo of that is "Redo: Edit a leader". */
static gboolean
name_action (ExUndo *self, GError **error)
{
  g_autoptr (ExAction) origin = NULL;
  g_autofree char *name = NULL;
  guint steps;

  origin = ex_journal_find_origin (self->store, self->target, &steps, error);
  if (origin == NULL)
    return FALSE;
  name = g_strconcat (steps % 2 == 0 ? EX_UNDO_PREFIX : EX_REDO_PREFIX, origin->name, NULL);
  ex_store_set_subject (self->store, origin->subject);
  return ex_journal_set_undoes (self->store, name, self->target->number, error);
}

/* A rule of the tables may refuse a before that no longer fits. */
static gboolean
write_all_back (ExUndo *self, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *what = NULL;

  if (ex_undo_write_back (self, &problem) && ex_undo_leaves_whole (self, &problem))
    return TRUE;
  if (g_error_matches (problem, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED))
    {
      what = ex_action_describe (self->target);
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_CONFLICT, _("“%s” (action %lld) cannot be undone: %s"), what, (long long) self->target->number,
                   problem->message);
    }
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* What somebody else did, and who asked to undo it may not read. Takes @action. */
static ExAction *
cover (ExUndo *self, ExAction *action, GError **error)
{
  g_autoptr (ExVeil) veil = ex_veil_new (self->store);

  if (ex_veil_cover (veil, action, error))
    return action;
  ex_action_free (action);
  return NULL;
}

static ExAction *
undo (ExStore *store, gint64 number, GError **error)
{
  g_auto (ExUndo) self = { .store = store };
  g_autoptr (GError) problem = NULL;

  if (store->depth > 0)
    {
      g_set_error_literal (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED, _("An action is still going on; finish it before undoing."));
      return NULL;
    }
  self.work = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, work_free);
  self.removed = g_hash_table_new (g_str_hash, g_str_equal);
  self.restored = g_hash_table_new (g_str_hash, g_str_equal);
  self.taken = g_hash_table_new (g_str_hash, g_str_equal);
  self.brought = g_hash_table_new (g_str_hash, g_str_equal);
  if (!ex_store_begin (store, "Undo", error))
    return NULL;
  if ((!choose_target (&self, number, &problem) && problem != NULL) || !target_may_go (&self, number, &problem)
      || !name_action (&self, &problem) || !ex_undo_keeps_signatures (&self, &problem) || !ex_undo_is_free (&self, &problem)
      || !ex_undo_no_step_builds (&self, &problem) || !write_all_back (&self, &problem))
    {
      ex_store_rollback (store);
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  self.target->undone_by = store->action;
  return ex_store_commit (store, error) ? cover (&self, g_steal_pointer (&self.target), error) : NULL;
}

ExAction *
ex_store_undo (ExStore *self, gint64 action, GError **error)
{
  g_return_val_if_fail (self != NULL && action >= 0, NULL);
  return undo (self, action, error);
}

ExAction *
ex_store_redo (ExStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return undo (self, -1, error);
}
