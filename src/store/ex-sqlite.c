/* ExDatabase on SQLite: the only file that includes sqlite3.h. */
#include "config.h"

#include "ex-database.h"

#include "ex-json.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#include <errno.h>
#include <math.h>
#include <string.h>

#define BUSY_TIMEOUT_MS 5000
#define MAX_PARAMETERS  320
#define LOOKASIDE_SLOT  16384 /* bytes: holds the registers of a trigger, which runs for every row */
#define LOOKASIDE_SLOTS 64
#define STEPS_BETWEEN_LOOKS 10000 /* of SQLite's machine, before it looks whether it was cancelled */

struct _ExStatement
{
  ExDatabase   *database;
  sqlite3_stmt *stmt;
  gboolean      in_use;
  gboolean      spare; /* a second one of the same SQL while the first is in use: not cached */
  int           index[MAX_PARAMETERS + 1]; /* SQLite's index of $1, $2, ...; 0: no such parameter */
};

struct _ExDatabase
{
  sqlite3      *db;
  char         *path;
  GHashTable   *statements; /* SQL -> ExStatement */
  GCancellable *cancellable;
};

/* --- errors ---------------------------------------------------------------------------------------------------------- */

static ExConstraint
kind_of_constraint (int extended)
{
  switch (extended)
    {
    case SQLITE_CONSTRAINT_TRIGGER:
      return EX_CONSTRAINT_TRIGGER;
    case SQLITE_CONSTRAINT_UNIQUE: case SQLITE_CONSTRAINT_PRIMARYKEY: case SQLITE_CONSTRAINT_ROWID:
      return EX_CONSTRAINT_UNIQUE;
    case SQLITE_CONSTRAINT_NOTNULL:
      return EX_CONSTRAINT_NOT_NULL;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return EX_CONSTRAINT_REFERENCE;
    case SQLITE_CONSTRAINT_CHECK:
      return EX_CONSTRAINT_CHECK;
    default:
      return EX_CONSTRAINT_OTHER;
    }
}

static ExStoreError
kind_of_failure (ExDatabase *self, int code)
{
  int number = self->db != NULL ? sqlite3_system_errno (self->db) : 0;

  switch (code)
    {
    case SQLITE_FULL:
      return EX_STORE_ERROR_FULL;
    case SQLITE_IOERR:
      return number == ENOSPC || number == EDQUOT ? EX_STORE_ERROR_FULL : EX_STORE_ERROR_FAILED;
    case SQLITE_BUSY: case SQLITE_LOCKED:
      return EX_STORE_ERROR_LOCKED;
    case SQLITE_READONLY: case SQLITE_PERM:
      return EX_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT: case SQLITE_NOTADB:
      return EX_STORE_ERROR_DAMAGED;
    case SQLITE_CONSTRAINT:
      return EX_STORE_ERROR_REFUSED;
    default:
      return EX_STORE_ERROR_FAILED;
    }
}

/* Says what the database said last. Always returns FALSE. */
static gboolean
fail (ExDatabase *self, int extended, GError **error)
{
  const char *said = self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (extended);
  int code = extended & 0xff;
  g_autofree char *reason = NULL;

  if (code == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The work was cancelled."));
      return FALSE;
    }
  if (code == SQLITE_CONSTRAINT)
    reason = ex_database_describe_constraint (kind_of_constraint (extended), said);
  ex_database_set_error (error, kind_of_failure (self, code), self->path, reason != NULL ? reason : said);
  return FALSE;
}

/* --- opening ---------------------------------------------------------------------------------------------------------- */

gboolean
ex_database_execute (ExDatabase *self, const char *script, GError **error)
{
  int rc;

  g_return_val_if_fail (self != NULL, FALSE);

  rc = sqlite3_exec (self->db, script, NULL, NULL, NULL);
  return rc == SQLITE_OK || fail (self, rc, error);
}

/* SQLite 3.40 does not trust its own JSON functions in a trigger when trusted_schema is off; the same one, from us, it does. */
static void
json_quote_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  GString *json;

  if (sqlite3_value_type (values[0]) != SQLITE_TEXT)
    {
      const char *text = (const char *) sqlite3_value_text (values[0]);

      sqlite3_result_text (context, text != NULL ? text : "null", -1, SQLITE_TRANSIENT);
      return;
    }
  json = g_string_sized_new (64);
  ex_json_append_quoted (json, (const char *) sqlite3_value_text (values[0]));
  sqlite3_result_text64 (context, json->str, json->len, g_free, SQLITE_UTF8);
  g_string_free (json, FALSE);
}

/* The one place where a connection gets its settings. */
static gboolean
configure (ExDatabase *self, GError **error)
{
  static const char settings[] =
    "PRAGMA trusted_schema = OFF;"    /* a file from elsewhere runs no function of ours that has effects */
    "PRAGMA cell_size_check = ON;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA recursive_triggers = ON;" /* a row replaced is a row deleted: the journal must see it */
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA cache_size = -65536;"     /* KiB, at most; taken as it is used */
    "PRAGMA journal_mode = WAL;"
    "PRAGMA journal_size_limit = 16777216;" /* what a large import leaves of its log */
    "PRAGMA synchronous = FULL;";     /* what was acknowledged survives a power cut */

  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
  sqlite3_create_function (self->db, "json_quote", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, json_quote_cb, NULL, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_LOOKASIDE, NULL, LOOKASIDE_SLOT, LOOKASIDE_SLOTS);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  return ex_database_execute (self, settings, error);
}

static void
statement_free (gpointer data)
{
  ExStatement *self = data;

  sqlite3_finalize (self->stmt);
  g_free (self);
}

/* Before the first connection. Counting every allocation takes a lock for each, which costs an import a tenth of its time. */
static void
set_up_library (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  g_once_init_leave (&done, 1);
}

static ExDatabase *
database_new (const char *path, const char *name, int flags, GError **error)
{
  ExDatabase *self = g_new0 (ExDatabase, 1);
  int rc;

  set_up_library ();
  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, statement_free);
  rc = sqlite3_open_v2 (name, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (rc != SQLITE_OK)
    {
      fail (self, rc, error);
      g_clear_pointer (&self, ex_database_close);
    }
  return self;
}

ExDatabase *
ex_database_open (const char *path, gboolean create, GError **error)
{
  g_autoptr (ExDatabase) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = database_new (path, path, SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0), error);
  if (self == NULL || !configure (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ex_database_close (ExDatabase *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->db);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

void
ex_database_leave_log (ExDatabase *self)
{
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

gboolean
ex_database_probe (const char *path, gboolean thorough, GError **error)
{
  g_autofree char *absolute = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *name = NULL;
  g_autoptr (ExDatabase) self = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  absolute = g_canonicalize_filename (path, NULL);
  uri = g_filename_to_uri (absolute, NULL, error);
  if (uri == NULL)
    return FALSE;
  name = g_strconcat (uri, "?immutable=1", NULL);
  self = database_new (path, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
  return self != NULL && ex_database_is_sound (self, path, thorough, error);
}

/* --- transactions ----------------------------------------------------------------------------------------------------- */

/* A full disk or a damaged page may have rolled back already. */
void
ex_database_rollback (ExDatabase *self)
{
  g_return_if_fail (self != NULL);
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

static int
look_whether_cancelled_cb (gpointer data)
{
  ExDatabase *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

void
ex_database_set_cancellable (ExDatabase *self, GCancellable *cancellable)
{
  g_return_if_fail (self != NULL);
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->db, STEPS_BETWEEN_LOOKS, cancellable != NULL ? look_whether_cancelled_cb : NULL, self);
}

/* --- copies ----------------------------------------------------------------------------------------------------------- */

/* In one step, so that it is one moment's. */
static gboolean
copy_pages (ExDatabase *from, ExDatabase *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->db, "main", from->db, "main");
  int rc;

  if (backup == NULL)
    return fail (to, sqlite3_extended_errcode (to->db), error);
  rc = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  if (rc == SQLITE_DONE)
    return TRUE;
  if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED)
    return fail (from, rc, error);
  return fail (to, rc, error);
}

gboolean
ex_database_copy_to (ExDatabase *self, const char *path, GError **error)
{
  g_autoptr (ExDatabase) copy = database_new (path, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  return copy != NULL && copy_pages (self, copy, error);
}

gboolean
ex_database_copy_from (ExDatabase *self, const char *path, GError **error)
{
  g_autoptr (ExDatabase) copy = database_new (path, path, SQLITE_OPEN_READWRITE, error);

  return copy != NULL && copy_pages (copy, self, error);
}

/* --- statements ------------------------------------------------------------------------------------------------------- */

static ExStatement *
statement_new (ExDatabase *database, const char *sql, GError **error)
{
  ExStatement *self;
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v3 (database->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);

  if (rc != SQLITE_OK)
    {
      fail (database, rc, error);
      return NULL;
    }
  self = g_new0 (ExStatement, 1);
  self->database = database;
  self->stmt = stmt;
  for (int i = 1; i <= sqlite3_bind_parameter_count (stmt); i++)
    {
      const char *name = sqlite3_bind_parameter_name (stmt, i);
      guint64 number = name != NULL ? g_ascii_strtoull (name + 1, NULL, 10) : 0;

      g_assert (number >= 1 && number <= MAX_PARAMETERS);
      self->index[number] = i;
    }
  return self;
}

ExStatement *
ex_database_prepare (ExDatabase *self, const char *sql, GError **error)
{
  ExStatement *statement;
  gboolean spare;

  g_return_val_if_fail (self != NULL && sql != NULL, NULL);

  statement = g_hash_table_lookup (self->statements, sql);
  spare = statement != NULL && statement->in_use;
  if (statement == NULL || spare)
    {
      statement = statement_new (self, sql, error);
      if (statement == NULL)
        return NULL;
      statement->spare = spare;
      if (!spare)
        g_hash_table_insert (self->statements, g_strdup (sql), statement);
    }
  statement->in_use = TRUE;
  return statement;
}

void
ex_statement_reset (ExStatement *self)
{
  if (self == NULL)
    return;
  if (self->spare)
    {
      statement_free (self);
      return;
    }
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->in_use = FALSE;
}

static int
parameter_index (ExStatement *self, int parameter)
{
  g_assert (parameter >= 1 && parameter <= MAX_PARAMETERS);
  g_assert (self->index[parameter] > 0);
  return self->index[parameter];
}

void
ex_statement_bind_int (ExStatement *self, int parameter, gint64 value)
{
  sqlite3_bind_int64 (self->stmt, parameter_index (self, parameter), value);
}

void
ex_statement_bind_double (ExStatement *self, int parameter, double value)
{
  sqlite3_bind_double (self->stmt, parameter_index (self, parameter), value);
}

void
ex_statement_bind_text (ExStatement *self, int parameter, const char *text)
{
  sqlite3_bind_text (self->stmt, parameter_index (self, parameter), text, -1, SQLITE_TRANSIENT);
}

void
ex_statement_bind_text_static (ExStatement *self, int parameter, const char *text, gssize length)
{
  sqlite3_bind_text (self->stmt, parameter_index (self, parameter), text, (int) length, SQLITE_STATIC);
}

/* A blob without bytes is not NULL. */
void
ex_statement_bind_blob_static (ExStatement *self, int parameter, const void *data, gsize length)
{
  sqlite3_bind_blob64 (self->stmt, parameter_index (self, parameter), length > 0 ? data : "", length, SQLITE_STATIC);
}

void
ex_statement_bind_null (ExStatement *self, int parameter)
{
  sqlite3_bind_null (self->stmt, parameter_index (self, parameter));
}

gboolean
ex_statement_step (ExStatement *self, GError **error)
{
  int rc;

  g_return_val_if_fail (self != NULL, FALSE);

  rc = sqlite3_step (self->stmt);
  if (rc == SQLITE_ROW)
    return TRUE;
  if (rc != SQLITE_DONE)
    fail (self->database, rc, error);
  sqlite3_reset (self->stmt);
  return FALSE;
}

gboolean
ex_statement_run (ExStatement *self, GError **error)
{
  g_autoptr (GError) problem = NULL;

  while (ex_statement_step (self, &problem))
    continue;
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

int
ex_statement_n_columns (ExStatement *self)
{
  return sqlite3_column_count (self->stmt);
}

gboolean
ex_statement_is_null (ExStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

gint64
ex_statement_int (ExStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

double
ex_statement_double (ExStatement *self, int column)
{
  return ex_statement_is_null (self, column) ? NAN : sqlite3_column_double (self->stmt, column);
}

const char *
ex_statement_text (ExStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

const void *
ex_statement_blob (ExStatement *self, int column, gsize *length)
{
  const void *data = sqlite3_column_blob (self->stmt, column);

  *length = sqlite3_column_bytes (self->stmt, column);
  return data;
}

void
ex_database_shed (ExDatabase *self)
{
  sqlite3_db_release_memory (self->db);
}
