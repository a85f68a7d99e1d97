#include "config.h"

#include "ex-store-migrate.h"

#include "ex-store-file.h"
#include "ex-store-private.h"
#include "ex-store-sql.h"

#include <glib/gi18n-lib.h>

#define FOLDER "/org/exemplar/Exemplar/sql/"

static void
sort_names (GStrv names)
{
  for (guint i = 1; names[0] != NULL && names[i] != NULL; i++)
    for (guint j = i; j > 0 && g_strcmp0 (names[j - 1], names[j]) > 0; j--)
      {
        char *name = names[j];

        names[j] = names[j - 1];
        names[j - 1] = name;
      }
}

/* 0001-company.sql, 0001-journal.sql, 0002-....sql, by name: the scripts of a version run in that order. What has no number is a query. */
static GArray *
read_migrations (void)
{
  GResource *resource = ex_store_sql_get_resource ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (ExMigration));

  g_assert (names != NULL);
  sort_names (names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      g_autoptr (GBytes) bytes = NULL;
      ExMigration step = { (int) g_ascii_strtoll (names[i], NULL, 10), NULL };

      if (step.version == 0)
        continue;
      bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      step.script = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_array_append_val (steps, step);
    }
  return steps;
}

const ExMigration *
ex_store_migrations (guint *n)
{
  static GArray *steps;

  if (g_once_init_enter (&steps))
    g_once_init_leave (&steps, read_migrations ());
  *n = steps->len;
  return (const ExMigration *) (gpointer) steps->data;
}

gint64
ex_store_read_version (ExDatabase *db)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (db, "PRAGMA user_version", NULL);

  return statement != NULL && ex_statement_step (statement, NULL) ? ex_statement_int (statement, 0) : 0;
}

/* References are checked at the end, for a table may have to be rebuilt. */
static gboolean
references_hold (ExDatabase *db, int version, GError **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (db, "PRAGMA foreign_key_check", error);
  g_autoptr (GError) problem = NULL;

  if (statement == NULL)
    return FALSE;
  if (ex_statement_step (statement, &problem))
    g_set_error (&problem, EX_STORE_ERROR, EX_STORE_ERROR_DAMAGED,
                 _("a record of “%s” refers to one of “%s” that is not there after the step to version %d"),
                 ex_statement_text (statement, 0), ex_statement_text (statement, 2), version);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* All scripts of one version, from steps[*i] on, in one transaction. */
static gboolean
make_version (ExDatabase *db, const ExMigration *steps, guint n, guint *i, GError **error)
{
  int version = steps[*i].version;
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d", EX_STORE_APPLICATION_ID, version);
  gboolean good;

  good = ex_database_begin (db, error);
  for (; good && *i < n && steps[*i].version == version; (*i)++)
    good = ex_database_execute (db, steps[*i].script, error);
  good = good && references_hold (db, version, error) && ex_database_execute (db, mark, error) && ex_database_commit (db, error);
  if (!good)
    ex_database_rollback (db);
  return good;
}

static gboolean
make_versions (ExDatabase *db, const ExMigration *steps, guint n, GError **error)
{
  gint64 have = ex_store_read_version (db);
  gboolean good;
  guint i = 0;

  while (i < n && steps[i].version <= have)
    i++;
  good = ex_database_execute (db, "PRAGMA foreign_keys = OFF", error);
  while (good && i < n)
    good = make_version (db, steps, n, &i, error);
  return ex_database_execute (db, "PRAGMA foreign_keys = ON", good ? error : NULL) && good;
}

gboolean
ex_store_migrate_new (ExDatabase *db, const ExMigration *steps, guint n, GError **error)
{
  return make_versions (db, steps, n, error);
}

static gboolean
copy_cb (const char *temporary, gpointer data, GError **error)
{
  return ex_database_copy_to (data, temporary, error);
}

/* "Acme before version 2.exemplar", or "... 2 (2).exemplar" when there is one. (transfer full) its path */
static char *
back_up (ExDatabase *db, const char *path, int version, GError **error)
{
  g_autofree char *stem = g_str_has_suffix (path, ".exemplar") ? g_strndup (path, strlen (path) - strlen (".exemplar")) : g_strdup (path);
  g_autofree char *copy = g_strdup_printf (_("%s before version %d.exemplar"), stem, version);

  for (int i = 2; g_file_test (copy, G_FILE_TEST_EXISTS); i++)
    {
      g_free (copy);
      copy = g_strdup_printf (_("%s before version %d (%d).exemplar"), stem, version, i);
    }
  return ex_store_file_make (copy, copy_cb, db, error) ? g_steal_pointer (&copy) : NULL;
}

gboolean
ex_store_migrate_file (ExDatabase *db, const char *path, const ExMigration *steps, guint n, GError **error)
{
  g_autofree char *copy = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *copy_name = NULL;
  int newest;

  g_return_val_if_fail (n > 0, FALSE);

  newest = steps[n - 1].version;
  if (ex_store_read_version (db) >= newest)
    return TRUE;
  copy = back_up (db, path, newest, error);
  if (copy == NULL)
    {
      g_prefix_error (error, _("“%s” is of an older version, and no copy of it could be made before bringing it up to date: "), name);
      return FALSE;
    }
  if (make_versions (db, steps, n, error))
    return TRUE;

  copy_name = g_path_get_basename (copy);
  if (ex_database_copy_from (db, copy, NULL))
    g_prefix_error (error, _("“%s” could not be brought to version %d and was left as it was: "), name, newest);
  else
    g_prefix_error (error, _("“%s” could not be brought to version %d; as it was before, it is in “%s”: "), name, newest, copy_name);
  return FALSE;
}
