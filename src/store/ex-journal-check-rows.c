/* Live rows against the history: a row that was journaled stands as its last change left it; one that was not was added by an
 * import, and is held against that import's digest. */
#include "config.h"

#include "ex-journal-check.h"

#include "ex-journal-check-imports.h"

#include <glib/gi18n-lib.h>

#define ROWS_BETWEEN_STEPS 8192

/* The last change of a row. */
typedef struct
{
  gint64   change;
  gint64   action;
  gboolean gone;
  gboolean seen;
} Last;

typedef struct
{
  ExCheck       *check;
  ExImportCheck *imports;
  ExJournalTable       *table;
  GHashTable    *lasts;  /* JSON key -> Last */
  gint64         rows;   /* of all tables */
  gint64         done;
} Walk;

static gboolean
ended (GError *problem, GError **error)
{
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, problem);
  return FALSE;
}

static gboolean
read_journal (Walk *walk, GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  GError *problem = NULL;

  rows = ex_database_prepare (walk->check->store->db,
                              "SELECT row_key, number, action, before, after IS NULL FROM changes WHERE table_name = $1 ORDER BY row_key, number", error);
  if (rows == NULL)
    return FALSE;
  ex_statement_bind_text (rows, 1, walk->table->name);
  while (ex_statement_step (rows, &problem))
    {
      const char *key = ex_statement_text (rows, 0);
      Last *last = g_hash_table_lookup (walk->lasts, key);

      if (last == NULL)
        {
          last = g_new0 (Last, 1);
          g_hash_table_insert (walk->lasts, g_strdup (key), last);
          ex_import_check_next_row (walk->imports);
        }
      last->change = ex_statement_int (rows, 1);
      last->action = ex_statement_int (rows, 2);
      last->gone = ex_statement_int (rows, 4) != 0;
      ex_import_check_note (walk->imports, ex_statement_text (rows, 3), last->change, last->action);
    }
  ex_import_check_sort (walk->imports);
  return ended (problem, error);
}

/* --- live rows ---------------------------------------------------------------------------------------------------------------- */

/* The row as its last change left it. (transfer full) NULL: gone, with its import or by itself; or @error. */
static char *
read_after (Walk *walk, const Last *last, GError **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (walk->check->store->db, "SELECT after FROM changes WHERE number = $1", error);
  const char *after;

  if (row == NULL || last->gone)
    return NULL;
  ex_statement_bind_int (row, 1, last->change);
  if (!ex_statement_step (row, error))
    return NULL;
  after = ex_statement_text (row, 0);
  return ex_import_check_is_undone (walk->imports, after) ? NULL : g_strdup (after);
}

static char *
read_live (Walk *walk, const char *key, GError **error)
{
  g_autofree char *json = ex_journal_table_json_sql (walk->table);
  g_autofree char *same_key = ex_journal_table_key_join_sql (walk->table, "$1");
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s", json, walk->table->name, same_key);
  g_autoptr (ExStatement) row = ex_database_prepare (walk->check->store->db, sql, error);

  if (row == NULL)
    return NULL;
  ex_statement_bind_text (row, 1, key);
  return ex_statement_step (row, error) ? g_strdup (ex_statement_text (row, 0)) : NULL;
}

/* @import: of the row; 0: by hand. A row that was gone may be there again by an import. */
static gboolean
check_changed_row (Walk *walk, Last *last, const char *key, gint64 import, GError **error)
{
  g_autofree char *people = ex_journal_key_for_people (key);
  g_autoptr (GError) problem = NULL;
  g_autofree char *after = NULL;
  g_autofree char *live = NULL;

  last->seen = TRUE;
  after = read_after (walk, last, &problem);
  if (problem == NULL && after != NULL)
    live = read_live (walk, key, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (after != NULL && g_strcmp0 (after, live) != 0)
    ex_check_add (walk->check, _("The record %s of “%s” is not as action %lld left it; it was changed past the history."), people,
                  walk->table->name, (long long) last->action);
  else if (after == NULL && ex_import_check_turned_by (walk->imports, import) <= last->action)
    ex_check_add (walk->check, _("The record %s of “%s” is there, though action %lld removed it."), people, walk->table->name, (long long) last->action);
  return TRUE;
}

static gboolean
check_row (Walk *walk, const char *key, gint64 import, GError **error)
{
  Last *last = g_hash_table_lookup (walk->lasts, key);
  g_autofree char *people = NULL;

  if (last != NULL)
    return check_changed_row (walk, last, key, import, error);
  if (import == 0)
    {
      people = ex_journal_key_for_people (key);
      ex_check_add (walk->check, _("The record %s of “%s” is there, but no action added it."), people, walk->table->name);
    }
  return TRUE;
}

static gboolean
check_live (Walk *walk, GError **error)
{
  g_autofree char *columns = ex_journal_table_column_list (walk->table);
  g_autofree char *json_key = ex_journal_table_key_sql (walk->table);
  g_autofree char *key = ex_journal_table_key_list (walk->table);
  g_autofree char *sql = g_strdup_printf ("SELECT %s, %s FROM %s ORDER BY %s", columns, json_key, walk->table->name, key);
  g_autoptr (ExStatement) rows = ex_database_prepare (walk->check->store->db, sql, error);
  GError *problem = NULL;
  gboolean good = TRUE;

  if (rows == NULL)
    return FALSE;
  while (good && ex_statement_step (rows, &problem))
    {
      gint64 import = walk->table->import >= 0 ? ex_statement_int (rows, walk->table->import) : 0;

      if (ex_import_check_turned_by (walk->imports, import) == 0)
        import = 0; /* there is no such import */
      good = ex_import_check_live (walk->imports, rows, import, &problem);
      if (good && (import == 0 || g_hash_table_size (walk->lasts) > 0))
        good = check_row (walk, ex_statement_text (rows, (int) walk->table->n), import, &problem);
      if (good && ++walk->done % ROWS_BETWEEN_STEPS == 0)
        good = ex_check_step (walk->check, (double) walk->done / (double) MAX (walk->rows, 1), &problem);
    }
  return ended (problem, error) && ex_import_check_end_table (walk->imports, error);
}

static gboolean
check_missing (Walk *walk, GError **error)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (walk->lasts), (GCompareFunc) g_strcmp0);
  GError *problem = NULL;

  for (GList *at = keys; at != NULL && problem == NULL; at = at->next)
    {
      const Last *last = g_hash_table_lookup (walk->lasts, at->data);
      g_autofree char *after = last->seen ? NULL : read_after (walk, last, &problem);
      g_autofree char *people = ex_journal_key_for_people (at->data);

      if (after != NULL)
        ex_check_add (walk->check, _("The record %s of “%s”, which action %lld left, is missing."), people, walk->table->name, (long long) last->action);
    }
  return ended (problem, error);
}

/* --- tables ------------------------------------------------------------------------------------------------------------------- */

static gboolean
check_table (Walk *walk, const char *name, gboolean journaled, GError **error)
{
  gboolean good;

  walk->table = ex_journal_table_load (walk->check->store->db, name, error);
  if (walk->table == NULL)
    return FALSE;
  walk->lasts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  good = ex_import_check_begin_table (walk->imports, walk->table, error) && (!journaled || read_journal (walk, error))
         && check_live (walk, error) && check_missing (walk, error);
  g_clear_pointer (&walk->lasts, g_hash_table_unref);
  g_clear_pointer (&walk->table, ex_journal_table_free);
  return good;
}

static gboolean
count_rows (Walk *walk, GError **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (walk->check->store->db,
                                                     "SELECT (SELECT count (*) FROM check_ins) + (SELECT count (*) FROM objectives)", error);

  if (row == NULL || !ex_statement_step (row, error))
    return FALSE;
  walk->rows = ex_statement_int (row, 0);
  return TRUE;
}

gboolean
ex_check_rows (ExCheck *self, GError **error)
{
  static const char * const ledger[] = { "ledger_layers", "ledger_columns" };
  g_autoptr (ExImportCheck) imports = ex_import_check_new (self, error);
  Walk walk = { .check = self, .imports = imports };

  if (imports == NULL || !count_rows (&walk, error))
    return FALSE;
  for (guint i = 0; ex_journal_tables[i] != NULL; i++)
    if (!check_table (&walk, ex_journal_tables[i], TRUE, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ledger); i++)
    if (!check_table (&walk, ledger[i], FALSE, error))
      return FALSE;
  ex_import_check_compare (imports);
  return TRUE;
}

/* The same walk, for the digests alone: what it finds wrong was wrong before, and is the check's to say. */
GHashTable *
ex_import_check_digest (ExStore *store, GHashTable *numbers, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  ExCheck check = { .store = store, .problems = problems };
  g_autoptr (ExImportCheck) imports = ex_import_check_new (&check, error);
  Walk walk = { .check = &check, .imports = imports };

  if (imports == NULL || !count_rows (&walk, error))
    return NULL;
  for (guint i = 0; ex_journal_tables[i] != NULL; i++)
    if (ex_import_check_adds_to (imports, numbers, ex_journal_tables[i]) && !check_table (&walk, ex_journal_tables[i], TRUE, error))
      return NULL;
  return ex_import_check_end (imports);
}
