/* What every implementation of ExDatabase shares: what can be asked in SQL, and its errors in sentences. */
#include "config.h"

#include "ex-database.h"

#include "ex-trigger-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (ex-store-error-quark, ex_store_error)

gboolean
ex_database_begin (ExDatabase *self, GError **error)
{
  return ex_database_execute (self, "BEGIN IMMEDIATE", error);
}

gboolean
ex_database_begin_read (ExDatabase *self, GError **error)
{
  return ex_database_execute (self, "BEGIN", error);
}

gboolean
ex_database_commit (ExDatabase *self, GError **error)
{
  return ex_database_execute (self, "COMMIT", error);
}

gint64
ex_database_data_version (ExDatabase *self)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (self, "PRAGMA data_version", NULL);

  return statement != NULL && ex_statement_step (statement, NULL) ? ex_statement_int (statement, 0) : 0;
}

/* The quick check reads everything: not for a large file. A truncated one is found by SQLite when it reads the schema. */
gboolean
ex_database_is_sound (ExDatabase *self, const char *path, gboolean thorough, GError **error)
{
  g_autoptr (ExStatement) check = NULL;
  g_autoptr (GError) problem = NULL;

  check = ex_database_prepare (self, thorough ? "PRAGMA quick_check(1)" : "SELECT coalesce(max('ok'), 'ok') FROM sqlite_schema", error);
  if (check == NULL)
    return FALSE;
  if (ex_statement_step (check, &problem) && strcmp (ex_statement_text (check, 0), "ok") == 0)
    return TRUE;
  if (problem == NULL)
    ex_database_set_error (&problem, EX_STORE_ERROR_DAMAGED, path, ex_statement_text (check, 0));
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

void
ex_database_set_error (GError **error, ExStoreError code, const char *path, const char *said)
{
  g_autofree char *name = g_path_get_basename (path);

  switch (code)
    {
    case EX_STORE_ERROR_FULL:
      g_set_error (error, EX_STORE_ERROR, code, _("The disk is full: nothing of the change was written to “%s”. Make room and try again."), name);
      break;
    case EX_STORE_ERROR_LOCKED:
      g_set_error (error, EX_STORE_ERROR, code,
                   _("“%s” is in use by another program that has held it for more than five seconds. Try again when that program is done."), name);
      break;
    case EX_STORE_ERROR_READ_ONLY:
      g_set_error (error, EX_STORE_ERROR, code, _("“%s” cannot be written: it, or the folder it is in, is read-only."), name);
      break;
    case EX_STORE_ERROR_DAMAGED:
      g_set_error (error, EX_STORE_ERROR, code, _("“%s” is damaged (%s). Go back to a backup of it."), name, said);
      break;
    case EX_STORE_ERROR_REFUSED:
      g_set_error_literal (error, EX_STORE_ERROR, code, said);
      break;
    default:
      g_set_error (error, EX_STORE_ERROR, code, _("The database of “%s” failed: %s."), name, said);
      break;
    }
}

/* "cycles.name, cycles.id" -> "name, id" */
static char *
field_names (const char *where)
{
  g_auto (GStrv) fields = g_strsplit (where, ", ", -1);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      const char *dot = strrchr (fields[i], '.');

      if (dot != NULL)
        memmove (fields[i], dot + 1, strlen (dot));
    }
  return g_strjoinv (", ", fields);
}

char *
ex_database_describe_constraint (ExConstraint constraint, const char *said)
{
  const char *failed = strstr (said, "failed: ");
  const char *where = failed != NULL ? failed + strlen ("failed: ") : said;
  g_autofree char *fields = field_names (where);

  switch (constraint)
    {
    case EX_CONSTRAINT_TRIGGER:
      return g_strdup (ex_trigger_words (said) != NULL ? ex_trigger_words (said) : said);
    case EX_CONSTRAINT_UNIQUE:
      return g_strdup_printf (_("There is already a record with the same %s."), fields);
    case EX_CONSTRAINT_NOT_NULL:
      return g_strdup_printf (_("The %s is missing; it has to be given."), fields);
    case EX_CONSTRAINT_REFERENCE:
      return g_strdup (_("The change would leave a record that refers to another one that is not there."));
    case EX_CONSTRAINT_CHECK:
      return g_strdup_printf (_("A value is outside of what is allowed: %s."), where);
    case EX_CONSTRAINT_OTHER:
    default:
      return g_strdup_printf (_("A rule of the file refuses the change: %s."), said);
    }
}

/* --- no trace --------------------------------------------------------------------------------------------------------- */

gboolean
ex_database_keep_no_trace (ExDatabase *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return ex_database_execute (self, "PRAGMA secure_delete = ON", error);
}

/* The log holds pages as they were, until all who read the file have seen newer ones. */
gboolean
ex_database_clean (ExDatabase *self, GError **error)
{
  g_autoptr (ExStatement) log = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!ex_database_execute (self, "VACUUM", error))
    return FALSE;
  log = ex_database_prepare (self, "PRAGMA wal_checkpoint (TRUNCATE)", error);
  if (log == NULL || !ex_statement_step (log, error))
    return FALSE;
  if (ex_statement_int (log, 0) == 0)
    return TRUE;
  g_set_error_literal (error, EX_STORE_ERROR, EX_STORE_ERROR_LOCKED, _("Another program is reading the file."));
  return FALSE;
}
