/* When undo must not: a later action touched the same rows, or what is left would hang in the air. */
#include "config.h"

#include "ex-journal-undo.h"

#include "ex-erase.h"
#include "ex-journal-veil.h"
#include "ex-reporting-lines.h"
#include "ex-store-movements.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
describe (const ExAction *action)
{
  g_autofree char *name = ex_action_describe (action);

  if (action->subject == NULL)
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s: %s", name, action->subject);
}

char *
ex_undo_describe (ExUndo *self, const ExAction *action)
{
  g_autoptr (GHashTable) nothing = g_hash_table_new (NULL, NULL);
  g_autoptr (ExVeil) veil = ex_veil_new (self->store);
  g_autoptr (ExAction) covered = ex_journal_find_action (self->store, action->number, nothing, NULL);

  return covered != NULL && ex_veil_cover (veil, covered, NULL) ? describe (covered) : g_strdup ("");
}

gboolean
ex_undo_refuse (ExUndo *self, gint64 later, GError **error)
{
  g_autoptr (ExAction) action = later > 0 ? ex_journal_find_action (self->store, later, self->undone, NULL) : NULL;
  g_autofree char *this = ex_undo_describe (self, self->target);
  g_autofree char *that = action != NULL ? ex_undo_describe (self, action) : NULL;

  if (action != NULL && strcmp (action->name, EX_ERASE_NAME) == 0)
    g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_CONFLICT,
                 _("“%s” (action %lld) cannot be undone, because “%s” (action %lld) came later, and what is erased is gone for good."),
                 this, (long long) self->target->number, that, (long long) action->number);
  else if (action != NULL && ex_undo_signs (self, action->number))
    g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_CONFLICT,
                 _("“%s” (action %lld) cannot be undone, because “%s” (action %lld) came later: what is signed or closed stands until HR re-opens it."),
                 this, (long long) self->target->number, that, (long long) action->number);
  else if (action != NULL)
    g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_CONFLICT,
                 _("“%s” (action %lld) cannot be undone, because “%s” (action %lld) came later and builds on it. Undo that first."),
                 this, (long long) self->target->number, that, (long long) action->number);
  else
    g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_CONFLICT,
                 _("“%s” (action %lld) cannot be undone: what it changed is not any more as it left it."), this, (long long) self->target->number);
  return FALSE;
}

/* --- the same rows ---------------------------------------------------------------------------------------------------------- */

/* An action and the one that undid it cancel out, but only when both came later than the target. */
static gboolean
counts (ExUndo *self, gint64 number, gint64 undoes)
{
  return ex_journal_undone_by (self->undone, number) == 0 && undoes <= self->target->number;
}

/* @rows: number and undoes of later actions. The latest that counts goes to @later. FALSE only on @error. */
static gboolean
find_later (ExUndo *self, ExStatement *rows, gint64 *later, GError **error)
{
  g_autoptr (GError) problem = NULL;

  while (*later == 0 && ex_statement_step (rows, &problem))
    if (counts (self, ex_statement_int (rows, 0), ex_statement_int (rows, 1)))
      *later = ex_statement_int (rows, 0);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
find_later_by_sql (ExUndo *self, const char *sql, gint64 import, gint64 *later, GError **error)
{
  g_autoptr (ExStatement) rows = ex_database_prepare (self->store->db, sql, error);

  if (rows == NULL)
    return FALSE;
  ex_statement_bind_int (rows, 1, self->target->number);
  if (import > 0)
    ex_statement_bind_int (rows, 2, import);
  return find_later (self, rows, later, error);
}

gboolean
ex_undo_find_later (ExUndo *self, const char *sql, gint64 *later, GError **error)
{
  return find_later_by_sql (self, sql, 0, later, error);
}

/* Of the rows that an import of the target added, the journal has nothing until they change. */
static gboolean
find_later_of_imports (ExUndo *self, gint64 *later, GError **error)
{
  g_autoptr (ExStatement) imports = NULL;
  g_autoptr (GError) problem = NULL;

  imports = ex_database_prepare (self->store->db,
                                 "SELECT json_extract (after, '$.number') FROM changes WHERE action = $1 AND table_name = 'imports'", error);
  if (imports == NULL)
    return FALSE;
  ex_statement_bind_int (imports, 1, self->target->number);
  while (*later == 0 && problem == NULL && ex_statement_step (imports, &problem))
    find_later_by_sql (self,
                       "SELECT DISTINCT a.number, coalesce (a.undoes, 0)"
                       "  FROM changes c JOIN actions a ON a.number = c.action"
                       " WHERE c.action > $1 AND a.digest IS NOT NULL AND json_extract (c.before, '$.import') = $2"
                       " ORDER BY a.number DESC",
                       ex_statement_int (imports, 0), later, &problem);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
ex_undo_is_free (ExUndo *self, GError **error)
{
  gint64 later = 0;

  if (!find_later_by_sql (self,
                          "SELECT DISTINCT a.number, coalesce (a.undoes, 0)"
                          "  FROM changes t JOIN changes c ON c.table_name = t.table_name AND c.row_key = t.row_key AND c.action > t.action"
                          "  JOIN actions a ON a.number = c.action"
                          " WHERE t.action = $1 AND a.digest IS NOT NULL"
                          " ORDER BY a.number DESC",
                          0, &later, error)
      || !find_later_of_imports (self, &later, error))
    return FALSE;
  return later == 0 || ex_undo_refuse (self, later, error);
}

/* --- references --------------------------------------------------------------------------------------------------------------- */

/* A reference may be of several columns, those of the parent's key in their order. SQL that calls the child by its name and the parent p. */
typedef struct
{
  char    *child;
  char    *parent;
  GString *key;   /* the parent's key, out of the child, as changes.row_key has it */
  GString *same;  /* that p is the parent */
  GString *given; /* that the child refers to one */
} Reference;

static void
reference_free (gpointer data)
{
  Reference *self = data;

  g_free (self->child);
  g_free (self->parent);
  g_string_free (self->key, TRUE);
  g_string_free (self->same, TRUE);
  g_string_free (self->given, TRUE);
  g_free (self);
}

static Reference *
reference_new (const char *child, const char *parent)
{
  Reference *self = g_new0 (Reference, 1);

  self->child = g_strdup (child);
  self->parent = g_strdup (parent);
  self->key = g_string_new ("'['");
  self->same = g_string_new (NULL);
  self->given = g_string_new (NULL);
  return self;
}

static void
reference_add_column (Reference *self, const char *from, const char *to)
{
  const char *and = self->same->len > 0 ? " AND " : "";

  g_string_append_printf (self->key, "%s || json_quote (%s.%s)", self->same->len > 0 ? " || ','" : "", self->child, from);
  g_string_append_printf (self->same, "%sp.%s = %s.%s", and, to, self->child, from);
  g_string_append_printf (self->given, "%s%s.%s IS NOT NULL", and, self->child, from);
}

static GPtrArray *
read_references (ExDatabase *db, GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  g_autoptr (GPtrArray) references = g_ptr_array_new_with_free_func (reference_free);
  g_autoptr (GError) problem = NULL;

  rows = ex_database_prepare (db,
                              "SELECT s.name, f.\"table\", f.\"from\", f.\"to\", f.seq FROM sqlite_schema s, pragma_foreign_key_list (s.name) f"
                              " WHERE s.type = 'table' AND f.\"table\" NOT IN ('actions', 'imports', 'ledger_layers')"
                              " ORDER BY s.name, f.id, f.seq", error);
  if (rows == NULL)
    return NULL;
  while (ex_statement_step (rows, &problem))
    {
      if (ex_statement_int (rows, 4) == 0)
        g_ptr_array_add (references, reference_new (ex_statement_text (rows, 0), ex_statement_text (rows, 1)));
      reference_add_column (g_ptr_array_index (references, references->len - 1), ex_statement_text (rows, 2), ex_statement_text (rows, 3));
    }
  if (problem == NULL)
    return g_steal_pointer (&references);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/* The first row of @sql with $1 the open action names an action, or NULL when that is not known: refused. FALSE on @error, too. */
static gboolean
refuse_if_any (ExUndo *self, const char *sql, GError **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (self->store->db, sql, error);
  g_autoptr (GError) problem = NULL;

  if (row == NULL)
    return FALSE;
  ex_statement_bind_int (row, 1, self->store->action);
  if (ex_statement_step (row, &problem))
    return ex_undo_refuse (self, ex_statement_int (row, 0), error);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* Rows that are gone, and others that still refer to them: by the action that touched one of these last, or the import that added
 * it. Those that went one by one are in the journal; for those of an import every reference is looked at. */
static gboolean
none_is_left_behind (ExUndo *self, const Reference *r, GError **error)
{
  g_autoptr (ExJournalTable) child = ex_journal_table_load (self->store->db, r->child, error);
  g_autofree char *gone = NULL;
  g_autofree char *key = NULL;
  g_autofree char *sql = NULL;

  if (child == NULL)
    return FALSE;
  key = ex_journal_table_key_sql (child);
  if (!g_hash_table_contains (self->taken, r->parent))
    gone = g_strdup_printf (" AND %s || ']' IN (SELECT row_key FROM changes WHERE action = $1 AND table_name = '%s' AND after IS NULL)", r->key->str, r->parent);
  sql = g_strdup_printf ("WITH left_behind AS (SELECT %s AS row_key, %s AS import FROM %s WHERE %s%s"
                         " AND NOT EXISTS (SELECT 1 FROM %s p WHERE %s) LIMIT 1000)"
                         " SELECT max (coalesce ((SELECT max (action) FROM changes c WHERE c.table_name = '%s' AND c.row_key = l.row_key AND c.action < $1),"
                         " (SELECT min (action) FROM changes c WHERE c.table_name = 'imports' AND c.row_key = '[' || l.import || ']')))"
                         " FROM left_behind l HAVING count (*) > 0",
                         key, child->import >= 0 ? "import" : "NULL", r->child, r->given->str, gone != NULL ? gone : "", r->parent, r->same->str, r->child);
  return refuse_if_any (self, sql, error);
}

/* Rows that are back, and what they refer to is not there: by the action that removed that. */
static gboolean
none_hangs (ExUndo *self, const Reference *r, GError **error)
{
  static const char back[] = " JOIN changes d ON d.action = $1 AND d.table_name = '%s' AND d.after IS NOT NULL AND %s";
  g_autoptr (ExJournalTable) child = ex_journal_table_load (self->store->db, r->child, error);
  g_autofree char *join = NULL;
  g_autofree char *sql = NULL;

  if (child == NULL)
    return FALSE;
  if (!g_hash_table_contains (self->brought, r->child))
    {
      g_autofree char *same_key = ex_journal_table_key_join_sql (child, "d.row_key");

      join = g_strdup_printf (back, r->child, same_key);
    }
  sql = g_strdup_printf ("WITH hanging AS (SELECT %s || ']' AS parent FROM %s%s WHERE %s AND NOT EXISTS (SELECT 1 FROM %s p WHERE %s) LIMIT 1000)"
                         " SELECT (SELECT max (action) FROM changes c WHERE c.table_name = '%s' AND c.row_key = h.parent AND c.action < $1) AS later"
                         " FROM hanging h ORDER BY later DESC LIMIT 1",
                         r->key->str, r->child, join != NULL ? join : "", r->given->str, r->parent, r->same->str, r->parent);
  return refuse_if_any (self, sql, error);
}

/* Leaders that were set back may now report to themselves over others. */
static gboolean
no_circle (ExUndo *self, GError **error)
{
  return refuse_if_any (self,
                        "WITH RECURSIVE up (start, id) AS ("
                        " SELECT l.id, l.manager_id FROM changes c JOIN leaders l ON l.id = json_extract (c.row_key, '$[0]')"
                        "  WHERE c.action = $1 AND c.table_name = 'leaders' AND l.manager_id IS NOT NULL"
                        " UNION SELECT up.start, l.manager_id FROM up JOIN leaders l ON l.id = up.id WHERE l.manager_id IS NOT NULL)"
                        " SELECT max (c.action) FROM changes c WHERE c.table_name = 'leaders' AND c.action < $1 AND c.row_key IN"
                        "  (SELECT '[' || json_quote (u.id) || ']' FROM up u WHERE u.start = (SELECT start FROM up WHERE id = start LIMIT 1))"
                        " HAVING EXISTS (SELECT 1 FROM up WHERE id = start)",
                        error);
}

static gboolean
touched_lines (ExUndo *self)
{
  return g_hash_table_contains (self->restored, "leaders") || g_hash_table_contains (self->restored, "past_managers")
         || g_hash_table_contains (self->removed, "past_managers");
}

/* Whom they reported to before counts on days that have passed. */
static gboolean
no_circle_on_any_day (ExUndo *self, GError **error)
{
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (self->store, error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (leaders == NULL || !ex_lines_check (self->store->db, leaders, problems, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;
  g_set_error_literal (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED, g_ptr_array_index (problems, 0));
  return FALSE;
}

/* A period that is set back has to open with the closing before it. */
static gboolean
touched_movements (ExUndo *self)
{
  return g_hash_table_contains (self->restored, "movements") || g_hash_table_contains (self->removed, "movements")
         || g_hash_table_contains (self->taken, "movements") || g_hash_table_contains (self->brought, "movements");
}

gboolean
ex_undo_leaves_whole (ExUndo *self, GError **error)
{
  g_autoptr (GPtrArray) references = read_references (self->store->db, error);

  if (references == NULL)
    return FALSE;
  for (guint i = 0; i < references->len; i++)
    {
      const Reference *r = g_ptr_array_index (references, i);

      if ((g_hash_table_contains (self->removed, r->parent) || g_hash_table_contains (self->taken, r->parent)) && !none_is_left_behind (self, r, error))
        return FALSE;
      if ((g_hash_table_contains (self->restored, r->child) || g_hash_table_contains (self->brought, r->child)) && !none_hangs (self, r, error))
        return FALSE;
    }
  if (g_hash_table_contains (self->restored, "leaders") && !no_circle (self, error))
    return FALSE;
  if (touched_movements (self) && !ex_movements_are_whole (self->store, error))
    return FALSE;
  return !touched_lines (self) || no_circle_on_any_day (self, error);
}
