/* The plan, written. What is left of an entry of the history is digested under a new salt and that digest written down before the words go;
 * so the triggers ask for it, and the chain of the erasing action holds it. */
#include "config.h"

#include "ex-erase.h"

#include "ex-column.h"
#include "ex-digest.h"
#include "ex-journal-check-imports.h"
#include "ex-journal-pack.h"

#include <string.h>

static gboolean
write_erasure (ExErase *self, const char *what, gint64 number, const char *digest, GError **error)
{
  g_autoptr (ExStatement) insert = NULL;

  insert = ex_database_prepare (self->store->db, "INSERT INTO erasures (erased_in, what, number, digest) VALUES ($1, $2, $3, $4)", error);
  if (insert == NULL)
    return FALSE;
  ex_statement_bind_int (insert, 1, self->store->action);
  ex_statement_bind_text (insert, 2, what);
  ex_statement_bind_int (insert, 3, number);
  ex_statement_bind_text (insert, 4, digest);
  return ex_statement_run (insert, error);
}

/* --- the history ------------------------------------------------------------------------------------------------------------------- */

/* The action as it will be. (transfer full) */
static ExActionRow *
read_action (ExErase *self, const ExEraseAction *planned, GError **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (self->store->db, "SELECT " EX_ACTION_ROW " FROM actions WHERE number = $1", error);
  ExActionRow *action;

  if (row == NULL)
    return NULL;
  ex_statement_bind_int (row, 1, planned->number);
  if (!ex_statement_step (row, error))
    return NULL;
  action = ex_action_row_read (row, 0);
  g_free (action->subject);
  g_free (action->system_user);
  g_free (action->salt);
  action->subject = g_strdup (planned->subject);
  action->system_user = g_strdup (planned->system_user);
  action->salt = ex_journal_make_salt ();
  return action;
}

/* @first: of the changes that are planned, the first that may be of the action; moved on behind its last. (transfer full) NULL on @error. */
static char *
digest_action (ExErase *self, const ExActionRow *action, guint *first, GError **error)
{
  g_autoptr (ExDigest) digest = ex_journal_digest_begin (action);
  g_autoptr (ExStatement) rows = NULL;
  GError *problem = NULL;

  rows = ex_database_prepare (self->store->db, "SELECT number, table_name, row_key, before, after FROM changes WHERE action = $1 ORDER BY number", error);
  if (rows == NULL)
    return NULL;
  ex_statement_bind_int (rows, 1, action->number);
  while (ex_statement_step (rows, &problem))
    {
      const ExEraseChange *change = *first < self->changes->len ? g_ptr_array_index (self->changes, *first) : NULL;
      gboolean planned = change != NULL && change->number == ex_statement_int (rows, 0);

      ex_digest_text (digest, ex_statement_text (rows, 1));
      ex_digest_text (digest, ex_statement_text (rows, 2));
      ex_digest_text (digest, planned ? change->before : ex_statement_text (rows, 3));
      ex_digest_text (digest, planned ? change->after : ex_statement_text (rows, 4));
      *first += planned;
    }
  return ex_rows_ended (problem, error) ? ex_digest_end (digest) : NULL;
}

static gboolean
update_action (ExErase *self, const ExActionRow *action, GError **error)
{
  g_autoptr (ExStatement) update = NULL;

  update = ex_database_prepare (self->store->db, "UPDATE actions SET subject = $1, system_user = $2, salt = $3 WHERE number = $4", error);
  if (update == NULL)
    return FALSE;
  ex_statement_bind_text (update, 1, action->subject);
  ex_statement_bind_text (update, 2, action->system_user);
  ex_statement_bind_text (update, 3, action->salt);
  ex_statement_bind_int (update, 4, action->number);
  return ex_statement_run (update, error);
}

static gboolean
update_change (ExErase *self, gint64 number, const char *before, const char *after, GError **error)
{
  g_autoptr (ExStatement) update = ex_database_prepare (self->store->db, "UPDATE changes SET before = $1, after = $2 WHERE number = $3", error);

  if (update == NULL)
    return FALSE;
  ex_statement_bind_text (update, 1, before);
  ex_statement_bind_text (update, 2, after);
  ex_statement_bind_int (update, 3, number);
  return ex_statement_run (update, error);
}

static gboolean
write_history (ExErase *self, GError **error)
{
  guint first = 0, last = 0;

  for (guint i = 0; i < self->actions->len; i++)
    {
      g_autoptr (ExActionRow) action = read_action (self, g_ptr_array_index (self->actions, i), error);
      g_autofree char *digest = action != NULL ? digest_action (self, action, &last, error) : NULL;

      if (digest == NULL || !write_erasure (self, "action", action->number, digest, error) || !update_action (self, action, error))
        return FALSE;
      for (; first < last; first++)
        {
          const ExEraseChange *change = g_ptr_array_index (self->changes, first);

          if (!update_change (self, change->number, change->before, change->after, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* --- the rows that are there --------------------------------------------------------------------------------------------------------- */

/* Its words, each under the number of its column. (transfer full) */
static char *
update_sql (const ExEraseTable *words)
{
  const ExJournalTable *table = ex_erase_table_get (words);
  GString *sql = g_string_new (NULL);
  g_autoptr (GString) where = g_string_new (NULL);

  g_string_printf (sql, "UPDATE %s SET", table->name);
  for (guint i = 0; i < table->n; i++)
    if (table->columns[i].key > 0)
      g_string_append_printf (where, "%s%s = $%u", where->len > 0 ? " AND " : "", table->columns[i].name, i + 1);
    else if (ex_erase_is_word (words, i))
      g_string_append_printf (sql, "%s %s = $%u", g_str_has_suffix (sql->str, "SET") ? "" : ",", table->columns[i].name, i + 1);
  g_string_append_printf (sql, " WHERE %s", where->str);
  return g_string_free (sql, FALSE);
}

static gboolean
write_row (ExErase *self, const ExEraseRow *row, GError **error)
{
  const ExJournalTable *table = ex_erase_table_get (row->table);
  g_autofree char *sql = update_sql (row->table);
  g_autoptr (ExStatement) update = ex_database_prepare (self->store->db, sql, error);

  if (update == NULL)
    return FALSE;
  for (guint i = 0; i < table->n; i++)
    if (table->columns[i].key > 0 || ex_erase_is_word (row->table, i))
      ex_value_bind (&row->values[i], update, (int) i + 1);
  return ex_statement_run (update, error);
}

/* The triggers wrote down what stood there before; and what else was done in this action is no more to be read. */
static gboolean
clean_own_changes (ExErase *self, GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  GError *problem = NULL;

  rows = ex_database_prepare (self->store->db, "SELECT number, table_name, row_key, before, after FROM changes WHERE action = $1", error);
  if (rows == NULL)
    return FALSE;
  ex_statement_bind_int (rows, 1, self->store->action);
  while (problem == NULL && ex_statement_step (rows, &problem))
    {
      const ExEraseTable *table = ex_erase_find_table (self, ex_statement_text (rows, 1), &problem);
      const char *key = ex_statement_text (rows, 2);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (table == NULL || !ex_erase_json (self, table, key, ex_statement_text (rows, 3), &before, &problem)
          || !ex_erase_json (self, table, key, ex_statement_text (rows, 4), &after, &problem))
        continue;
      if (before != NULL || after != NULL)
        update_change (self, ex_statement_int (rows, 0), before != NULL ? before : ex_statement_text (rows, 3),
                       after != NULL ? after : ex_statement_text (rows, 4), &problem);
    }
  return ex_rows_ended (problem, error);
}

static gboolean
write_rows (ExErase *self, GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (!write_row (self, g_ptr_array_index (self->rows, i), error))
      return FALSE;
  return clean_own_changes (self, error);
}

/* --- what is packed away --------------------------------------------------------------------------------------------------------------- */

static const ExErasePart *
find_part (ExErase *self, gint64 import, const char *table, int number)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const ExErasePart *part = g_ptr_array_index (self->parts, i);

      if (part->import == import && part->part == number && strcmp (part->table, table) == 0)
        return part;
    }
  return NULL;
}

static void
digest_bytes (const ExJournalTable *table, const guint8 *at, gsize length, ExDigest *digest)
{
  g_autofree ExValue *values = g_new0 (ExValue, table->n);
  const guint8 *end = at + length;

  while (at != NULL && at < end)
    {
      at = ex_unpack_row (table, at, end, values);
      if (at != NULL)
        ex_values_digest (values, table->n, digest);
      ex_values_clear (values, table->n);
    }
}

static gboolean
digest_packed_table (ExErase *self, gint64 import, const char *name, ExDigest *digest, GError **error)
{
  g_autoptr (ExJournalTable) table = ex_journal_table_load (self->store->db, name, error);
  g_autoptr (ExStatement) rows = NULL;
  GError *problem = NULL;

  if (table == NULL)
    return FALSE;
  rows = ex_database_prepare (self->store->db, "SELECT part, packed FROM taken_back WHERE import = $1 AND table_name = $2 ORDER BY part", error);
  if (rows == NULL)
    return FALSE;
  ex_statement_bind_int (rows, 1, import);
  ex_statement_bind_text (rows, 2, name);
  while (ex_statement_step (rows, &problem))
    {
      const ExErasePart *part = find_part (self, import, name, (int) ex_statement_int (rows, 0));
      gsize length;
      const guint8 *bytes = ex_statement_blob (rows, 1, &length);

      if (part != NULL)
        digest_bytes (table, part->packed->data, part->packed->len, digest);
      else
        digest_bytes (table, bytes, length, digest);
    }
  return ex_rows_ended (problem, error);
}

static char *
digest_packed (ExErase *self, gint64 import, const char *what, GError **error)
{
  const char * const *tables = ex_journal_import_tables (what);
  g_autoptr (ExDigest) digest = ex_digest_new ();

  for (guint i = 0; tables[i] != NULL; i++)
    {
      ex_digest_text (digest, tables[i]);
      if (!digest_packed_table (self, import, tables[i], digest, error))
        return NULL;
    }
  return ex_digest_end (digest);
}

static gboolean
write_part (ExErase *self, const ExErasePart *part, GError **error)
{
  g_autoptr (ExStatement) update = NULL;

  update = ex_database_prepare (self->store->db, "UPDATE taken_back SET packed = $1 WHERE import = $2 AND table_name = $3 AND part = $4", error);
  if (update == NULL)
    return FALSE;
  ex_statement_bind_blob_static (update, 1, part->packed->data, part->packed->len);
  ex_statement_bind_int (update, 2, part->import);
  ex_statement_bind_text (update, 3, part->table);
  ex_statement_bind_int (update, 4, part->part);
  return ex_statement_run (update, error);
}

/* --- imports ---------------------------------------------------------------------------------------------------------------------------- */

/* Those that are undone lie packed away; what the others added is among the rows and in the history. */
static gboolean
write_imports (ExErase *self, GError **error)
{
  g_autoptr (ExStatement) rows = ex_database_prepare (self->store->db, "SELECT number, what, undone FROM imports ORDER BY number", error);
  g_autoptr (GHashTable) digests = NULL;
  GError *problem = NULL;

  if (rows == NULL)
    return FALSE;
  digests = g_hash_table_size (self->imports) > 0 ? ex_import_check_digest (self->store, self->imports, error) : NULL;
  if (digests == NULL)
    return g_hash_table_size (self->imports) == 0;
  while (problem == NULL && ex_statement_step (rows, &problem))
    {
      gint64 number = ex_statement_int (rows, 0);
      const char *what = ex_statement_text (rows, 1);
      g_autofree char *digest = NULL;

      if (!g_hash_table_contains (self->imports, ex_erase_number (number)) || strcmp (what, "ledger") == 0)
        continue;
      digest = ex_statement_int (rows, 2) != 0 ? digest_packed (self, number, what, &problem)
                                               : g_strdup (g_hash_table_lookup (digests, ex_erase_number (number)));
      if (digest != NULL)
        write_erasure (self, "import", number, digest, &problem);
    }
  if (!ex_rows_ended (problem, error))
    return FALSE;
  for (guint i = 0; i < self->parts->len; i++)
    if (!write_part (self, g_ptr_array_index (self->parts, i), error))
      return FALSE;
  return TRUE;
}

gboolean
ex_erase_write (ExErase *self, GError **error)
{
  return write_history (self, error) && write_rows (self, error) && write_imports (self, error);
}
