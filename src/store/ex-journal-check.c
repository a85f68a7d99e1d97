/* Whether the file is whole: as a database, as Exemplar made it, and as its history says. */
#include "config.h"

#include "ex-journal-check.h"

#include "ex-column.h"

#include "ex-store-migrate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PROBLEMS_KEPT 500

void
ex_check_add (ExCheck *self, const char *format, ...)
{
  va_list arguments;

  if (self->problems->len > PROBLEMS_KEPT)
    return;
  va_start (arguments, format);
  g_ptr_array_add (self->problems, self->problems->len < PROBLEMS_KEPT ? g_strdup_vprintf (format, arguments) : g_strdup (_("There is more; these are the first.")));
  va_end (arguments);
}

gboolean
ex_check_each_row (ExCheck *self, const char *sql, ExCheckTell tell, GError **error)
{
  g_autoptr (ExStatement) rows = ex_database_prepare (self->store->db, sql, error);
  GError *problem = NULL;

  if (rows == NULL)
    return FALSE;
  while (ex_statement_step (rows, &problem))
    tell (self, rows);
  return ex_rows_ended (problem, error);
}

const char *
ex_check_words (ExStatement *row, int column)
{
  return ex_statement_is_null (row, column) ? "?" : ex_statement_text (row, column);
}

gboolean
ex_check_step (ExCheck *self, double done, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->progress != NULL)
    self->progress (self->from + self->share * CLAMP (done, 0, 1), self->data);
  return TRUE;
}

/* --- the database --------------------------------------------------------------------------------------------------------- */

static gboolean
check_pages (ExCheck *self, GError **error)
{
  g_autoptr (ExStatement) rows = ex_database_prepare (self->store->db, "PRAGMA integrity_check(20)", error);
  g_autoptr (GError) problem = NULL;

  if (rows == NULL)
    return FALSE;
  while (ex_statement_step (rows, &problem))
    if (strcmp (ex_statement_text (rows, 0), "ok") != 0)
      ex_check_add (self, _("The file is damaged: %s."), ex_statement_text (rows, 0));
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
check_references (ExCheck *self, GError **error)
{
  g_autoptr (ExStatement) rows = ex_database_prepare (self->store->db, "SELECT \"table\", \"parent\", count (*) FROM pragma_foreign_key_check GROUP BY 1, 2", error);
  g_autoptr (GError) problem = NULL;

  if (rows == NULL)
    return FALSE;
  while (ex_statement_step (rows, &problem))
    ex_check_add (self, _("In “%s”, %lld records refer to a record of “%s” that is not there."), ex_statement_text (rows, 0),
                  (long long) ex_statement_int (rows, 2), ex_statement_text (rows, 1));
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* --- the schema ------------------------------------------------------------------------------------------------------------- */

/* "trigger leaders_insert" -> its SQL */
static GHashTable *
read_schema (ExDatabase *db, GError **error)
{
  g_autoptr (ExStatement) rows = ex_database_prepare (db, "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
                                                      error);
  g_autoptr (GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) problem = NULL;

  if (rows == NULL)
    return NULL;
  while (ex_statement_step (rows, &problem))
    g_hash_table_insert (schema, g_strdup_printf ("%s %s", ex_statement_text (rows, 0), ex_statement_text (rows, 1)), g_strdup (ex_statement_text (rows, 2)));
  if (problem == NULL)
    return g_steal_pointer (&schema);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

static GHashTable *
make_schema (GError **error)
{
  g_autoptr (ExDatabase) fresh = ex_database_open (":memory:", TRUE, error);
  const ExMigration *steps;
  guint n;

  if (fresh == NULL)
    return NULL;
  steps = ex_store_migrations (&n);
  return ex_store_migrate_new (fresh, steps, n, error) ? read_schema (fresh, error) : NULL;
}

static GList *
sorted_names (GHashTable *schema)
{
  return g_list_sort (g_hash_table_get_keys (schema), (GCompareFunc) g_strcmp0);
}

static void
compare_schemas (ExCheck *self, GHashTable *ours, GHashTable *there)
{
  g_autoptr (GList) our_names = sorted_names (ours);
  g_autoptr (GList) their_names = sorted_names (there);

  for (GList *at = our_names; at != NULL; at = at->next)
    {
      const char *sql = g_hash_table_lookup (there, at->data);

      if (!g_hash_table_contains (there, at->data))
        ex_check_add (self, _("The %s is missing from the file."), (const char *) at->data);
      else if (g_strcmp0 (sql, g_hash_table_lookup (ours, at->data)) != 0)
        ex_check_add (self, _("The %s is not as Exemplar made it."), (const char *) at->data);
    }
  for (GList *at = their_names; at != NULL; at = at->next)
    if (!g_hash_table_contains (ours, at->data))
      ex_check_add (self, _("The %s was put into the file by something else than Exemplar."), (const char *) at->data);
}

static gboolean
check_schema (ExCheck *self, GError **error)
{
  g_autoptr (GHashTable) ours = make_schema (error);
  g_autoptr (GHashTable) there = NULL;

  if (ours == NULL)
    return FALSE;
  there = read_schema (self->store->db, error);
  if (there == NULL)
    return FALSE;
  compare_schemas (self, ours, there);
  return TRUE;
}

/* --- all of it --------------------------------------------------------------------------------------------------------------- */

static const struct
{
  gboolean (* check) (ExCheck *self, GError **error);
  double   share; /* of the time that it takes */
} parts[] = {
  { check_pages, 0.3 },
  { check_references, 0.2 },
  { check_schema, 0.01 },
  { ex_check_chain, 0.09 },
  { ex_check_rows, 0.36 },
  { ex_check_reviews, 0.03 },
  { ex_check_asset, 0.01 },
};

/* What a part could not read is one thing more that is wrong, and the end of the check. */
static gboolean
run_part (ExCheck *self, guint i, gboolean *more, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (!ex_check_step (self, 0, error))
    return FALSE;
  if (parts[i].check (self, &problem))
    return TRUE;
  *more = FALSE;
  if (problem->domain != EX_STORE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  ex_check_add (self, "%s", problem->message);
  return TRUE;
}

static gboolean
run_parts (ExCheck *self, GError **error)
{
  gboolean more = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (parts) && more; i++)
    {
      self->share = parts[i].share;
      if (!run_part (self, i, &more, error))
        return FALSE;
      self->from += self->share;
    }
  self->from = 1;
  self->share = 0;
  return ex_check_step (self, 1, error);
}

GPtrArray *
ex_store_check (ExStore *self, ExProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  ExCheck check = { .store = self, .problems = problems, .progress = progress, .data = data, .cancellable = cancellable };
  gboolean good;

  g_return_val_if_fail (self != NULL && self->depth == 0, NULL);

  if (!ex_store_begin_read (self, error))
    return NULL;
  ex_database_set_cancellable (self->db, cancellable);
  good = run_parts (&check, error);
  ex_database_set_cancellable (self->db, NULL);
  ex_store_end_read (self);
  return good ? g_steal_pointer (&problems) : NULL;
}
