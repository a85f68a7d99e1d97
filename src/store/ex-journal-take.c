#include "config.h"

#include "ex-journal-take.h"

#include "ex-journal-pack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PART_SIZE (1024 * 1024) /* bytes, about */

/* The entry, as far as it is needed here. */
typedef struct
{
  ExStore *store;
  gint64   number;
  char    *what;
  char    *file_name;
  char    *digest;
} Entry;

static void
entry_clear (Entry *self)
{
  g_free (self->what);
  g_free (self->file_name);
  g_free (self->digest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, entry_clear)

static gboolean
read_entry (Entry *self, GError **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (self->store->db, "SELECT what, file_name, " EX_IMPORT_DIGEST " FROM imports i WHERE number = $1",
                                                    error);

  if (row == NULL)
    return FALSE;
  ex_statement_bind_int (row, 1, self->number);
  if (!ex_statement_step (row, error))
    return FALSE;
  self->what = g_strdup (ex_statement_text (row, 0));
  self->file_name = g_strdup (ex_statement_text (row, 1));
  self->digest = g_strdup (ex_statement_text (row, 2));
  return TRUE;
}

/* The live rows are what the import added, neither more nor less. */
static gboolean
rows_are_as_imported (Entry *self, GError **error)
{
  g_autofree char *digest = ex_journal_digest_import (self->store, self->what, self->number, error);

  if (digest == NULL)
    return FALSE;
  if (strcmp (digest, self->digest) == 0)
    return TRUE;
  g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_CONFLICT, _("What “%s” added is not any more as it was imported."), self->file_name);
  return FALSE;
}

static gboolean
set_undone (Entry *self, gboolean undone, GError **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (self->store->db, "UPDATE imports SET undone = $1 WHERE number = $2", error);

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_int (statement, 1, undone);
  ex_statement_bind_int (statement, 2, self->number);
  return ex_statement_run (statement, error);
}

/* --- away ------------------------------------------------------------------------------------------------------------------ */

static gboolean
write_part (Entry *self, const char *table, int part, GByteArray *bytes, GError **error)
{
  g_autoptr (ExStatement) statement = NULL;

  if (bytes->len == 0)
    return TRUE;
  statement = ex_database_prepare (self->store->db, "INSERT INTO taken_back (import, table_name, part, packed) VALUES ($1, $2, $3, $4)", error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_int (statement, 1, self->number);
  ex_statement_bind_text (statement, 2, table);
  ex_statement_bind_int (statement, 3, part);
  ex_statement_bind_blob_static (statement, 4, bytes->data, bytes->len);
  if (!ex_statement_run (statement, error))
    return FALSE;
  g_byte_array_set_size (bytes, 0);
  return TRUE;
}

static gboolean
pack_rows (Entry *self, const ExJournalTable *table, ExStatement *rows, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (PART_SIZE + 4096);
  g_autoptr (GError) problem = NULL;
  gboolean good = TRUE;
  int part = 1;

  while (good && ex_statement_step (rows, &problem))
    {
      ex_pack_row (table, rows, bytes);
      if (bytes->len >= PART_SIZE)
        good = write_part (self, table->name, part++, bytes, &problem);
    }
  if (problem == NULL)
    return write_part (self, table->name, part, bytes, error);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
pack_table (Entry *self, const char *name, GError **error)
{
  g_autoptr (ExJournalTable) table = ex_journal_table_load (self->store->db, name, error);
  g_autoptr (ExStatement) rows = table != NULL ? ex_journal_table_select_imported (table, self->store->db, self->number, error) : NULL;

  return rows != NULL && pack_rows (self, table, rows, error);
}

static gboolean
run_with_number (Entry *self, const char *sql, GError **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (self->store->db, sql, error);

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_int (statement, 1, self->number);
  return ex_statement_run (statement, error);
}

static gboolean
take_tables (Entry *self, GError **error)
{
  const char * const *tables = ex_journal_import_tables (self->what);

  if (!rows_are_as_imported (self, error))
    return FALSE;
  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE import = $1", tables[i]);

      if (!pack_table (self, tables[i], error) || !run_with_number (self, sql, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ex_journal_take_back (ExStore *self, gint64 number, GError **error)
{
  g_auto (Entry) entry = { .store = self, .number = number };

  return read_entry (&entry, error) && ex_journal_set_import (self, number, error)
         && (strcmp (entry.what, "ledger") == 0 || take_tables (&entry, error))
         && set_undone (&entry, TRUE, error) && ex_journal_set_import (self, 0, error);
}

/* --- and back -------------------------------------------------------------------------------------------------------------- */

typedef gboolean (* UseRow) (const ExJournalTable *table, const ExValue *values, gpointer data, GError **error);

static gboolean
use_part (const ExJournalTable *table, ExStatement *row, UseRow use, gpointer data, GError **error)
{
  g_autofree ExValue *values = g_new0 (ExValue, table->n);
  gsize length;
  const guint8 *at = ex_statement_blob (row, 0, &length);
  const guint8 *end = at + length;
  gboolean good = TRUE;

  while (good && at != NULL && at < end)
    {
      at = ex_unpack_row (table, at, end, values);
      good = at != NULL && use (table, values, data, error);
      ex_values_clear (values, table->n);
    }
  return good;
}

/* FALSE without @error: what is packed cannot be read. */
static gboolean
use_packed (ExStore *self, const char *name, gint64 number, UseRow use, gpointer data, GError **error)
{
  g_autoptr (ExJournalTable) table = ex_journal_table_load (self->db, name, error);
  g_autoptr (ExStatement) parts = NULL;
  g_autoptr (GError) problem = NULL;
  gboolean good = TRUE;

  if (table == NULL)
    return FALSE;
  parts = ex_database_prepare (self->db, "SELECT packed FROM taken_back WHERE import = $1 AND table_name = $2 ORDER BY part", error);
  if (parts == NULL)
    return FALSE;
  ex_statement_bind_int (parts, 1, number);
  ex_statement_bind_text (parts, 2, name);
  while (good && ex_statement_step (parts, &problem))
    good = use_part (table, parts, use, data, &problem);
  if (problem == NULL)
    return good;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
insert_cb (const ExJournalTable *table, const ExValue *values, gpointer data, GError **error)
{
  ExStatement *insert = data;

  for (guint i = 0; i < table->n; i++)
    ex_value_bind (&values[i], insert, (int) i + 1);
  return ex_statement_run (insert, error);
}

static gboolean
unpack_table (Entry *self, const char *name, GError **error)
{
  g_autoptr (ExJournalTable) table = ex_journal_table_load (self->store->db, name, error);
  g_autoptr (ExStatement) insert = NULL;
  g_autofree char *sql = NULL;

  if (table == NULL)
    return FALSE;
  sql = ex_journal_table_insert_sql (table);
  insert = ex_database_prepare (self->store->db, sql, error);
  return insert != NULL && use_packed (self->store, name, self->number, insert_cb, insert, error);
}

static gboolean
bring_tables (Entry *self, GError **error)
{
  const char * const *tables = ex_journal_import_tables (self->what);
  g_autoptr (GError) problem = NULL;

  for (guint i = 0; tables[i] != NULL && problem == NULL; i++)
    if (!unpack_table (self, tables[i], &problem) && problem == NULL)
      g_set_error (&problem, EX_STORE_ERROR, EX_STORE_ERROR_DAMAGED, _("What “%s” added cannot be read any more."), self->file_name);
  if (problem == NULL)
    return rows_are_as_imported (self, error) && run_with_number (self, "DELETE FROM taken_back WHERE import = $1", error);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
ex_journal_bring_back (ExStore *self, gint64 number, GError **error)
{
  g_auto (Entry) entry = { .store = self, .number = number };

  return read_entry (&entry, error) && ex_journal_set_import (self, number, error)
         && (strcmp (entry.what, "ledger") == 0 || bring_tables (&entry, error))
         && set_undone (&entry, FALSE, error) && ex_journal_set_import (self, 0, error);
}

static gboolean
digest_cb (const ExJournalTable *table, const ExValue *values, gpointer data, GError **error)
{
  ex_values_digest (values, table->n, data);
  return TRUE;
}

gboolean
ex_journal_digest_taken (ExStore *self, const char *table, gint64 number, ExDigest *digest, GError **error)
{
  return use_packed (self, table, number, digest_cb, digest, error);
}
