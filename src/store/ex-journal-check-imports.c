/* What imports added, against the digests of their entries. */
#include "config.h"

#include "ex-journal-check-imports.h"

#include "ex-journal-take.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An import, its digest growing as the tables go by. */
typedef struct
{
  gint64    number;
  gint64    action;    /* that added it */
  gint64    turned;    /* the last that took it back or brought it back, else the same */
  char     *what;
  char     *file_name;
  char     *said;
  gboolean  undone;    /* then its rows wait in taken_back */
  ExDigest *digest;
} Import;

/* What a row was when an import had added it, from the journal. */
typedef struct
{
  gint64 change;
  gint64 import;
  gsize  length;
  char   key[]; /* its texts, with NULs between: sorts by memcmp() as the database sorts the key */
} First;

struct _ExImportCheck
{
  ExCheck       *check;
  const ExJournalTable *table;
  GHashTable    *imports; /* number -> Import */
  GPtrArray     *firsts;  /* (element-type First) by key */
  guint          at;      /* in firsts: up to here they are in their digests */
  GArray        *seen;    /* numbers of imports that the journal's row at hand was met with already */
  GString       *key;     /* as in First */
  ExValue       *values;
};

static gpointer
as_pointer (gint64 number)
{
  return GSIZE_TO_POINTER ((gsize) number);
}

static void
import_free (gpointer data)
{
  Import *self = data;

  g_free (self->what);
  g_free (self->file_name);
  g_free (self->said);
  ex_digest_free (self->digest);
  g_free (self);
}

static gboolean
ended (GError *problem, GError **error)
{
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, problem);
  return FALSE;
}

/* --- the entries --------------------------------------------------------------------------------------------------------- */

static GHashTable *
read_imports (ExCheck *check, GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  g_autoptr (GHashTable) imports = g_hash_table_new_full (NULL, NULL, NULL, import_free);
  GError *problem = NULL;

  rows = ex_database_prepare (check->store->db,
                              "SELECT i.number, i.what, i.file_name, " EX_IMPORT_DIGEST ", i.undone,"
                              " (SELECT min (c.action) FROM changes c WHERE c.table_name = 'imports' AND c.row_key = '[' || i.number || ']'),"
                              " (SELECT max (c.action) FROM changes c WHERE c.table_name = 'imports' AND c.row_key = '[' || i.number || ']'"
                              "    AND json_extract (c.before, '$.undone') IS NOT json_extract (c.after, '$.undone'))"
                              " FROM imports i", error);
  if (rows == NULL)
    return NULL;
  while (ex_statement_step (rows, &problem))
    {
      Import *import = g_new0 (Import, 1);

      import->number = ex_statement_int (rows, 0);
      import->what = g_strdup (ex_statement_text (rows, 1));
      import->file_name = g_strdup (ex_statement_text (rows, 2));
      import->said = g_strdup (ex_statement_text (rows, 3));
      import->undone = ex_statement_int (rows, 4) != 0 && strcmp (import->what, "ledger") != 0;
      import->action = ex_statement_int (rows, 5);
      import->turned = ex_statement_int (rows, 6);
      import->digest = ex_digest_new ();
      g_hash_table_insert (imports, as_pointer (import->number), import);
    }
  return ended (problem, error) ? g_steal_pointer (&imports) : NULL;
}

ExImportCheck *
ex_import_check_new (ExCheck *check, GError **error)
{
  g_autoptr (GHashTable) imports = read_imports (check, error);
  ExImportCheck *self;

  if (imports == NULL)
    return NULL;
  self = g_new0 (ExImportCheck, 1);
  self->check = check;
  self->imports = g_steal_pointer (&imports);
  self->firsts = g_ptr_array_new_with_free_func (g_free);
  self->seen = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->key = g_string_new (NULL);
  return self;
}

void
ex_import_check_free (ExImportCheck *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->imports);
  g_ptr_array_unref (self->firsts);
  g_array_unref (self->seen);
  g_string_free (self->key, TRUE);
  g_free (self->values);
  g_free (self);
}

gint64
ex_import_check_turned_by (ExImportCheck *self, gint64 number)
{
  Import *import = g_hash_table_lookup (self->imports, as_pointer (number));

  return import != NULL ? import->turned : 0;
}

gboolean
ex_import_check_is_undone (ExImportCheck *self, const char *row)
{
  gboolean undone = FALSE;
  Import *import;

  if (self->table->import < 0 || row == NULL || !ex_journal_table_parse_row (self->table, row, self->values))
    return FALSE;
  import = g_hash_table_lookup (self->imports, as_pointer (self->values[self->table->import].integer));
  undone = import != NULL && import->undone;
  ex_values_clear (self->values, self->table->n);
  return undone;
}

static gboolean
begin_digest (ExImportCheck *self, Import *import, GError **error)
{
  g_autoptr (GError) problem = NULL;

  ex_digest_text (import->digest, self->table->name);
  if (!import->undone || ex_journal_digest_taken (self->check->store, self->table->name, import->number, import->digest, &problem))
    return TRUE;
  if (problem == NULL)
    return TRUE; /* cannot be read: the digest will say so */
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

gboolean
ex_import_check_begin_table (ExImportCheck *self, const ExJournalTable *table, GError **error)
{
  GHashTableIter iter;
  gpointer value;

  self->table = table;
  self->at = 0;
  g_ptr_array_set_size (self->firsts, 0);
  g_free (self->values);
  self->values = g_new0 (ExValue, MAX (table->n, 1));
  g_hash_table_iter_init (&iter, self->imports);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Import *import = value;
      const char * const *tables = ex_journal_import_tables (import->what);

      if (tables != NULL && g_strv_contains (tables, table->name) && !begin_digest (self, import, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_imports (gconstpointer a, gconstpointer b)
{
  const Import *first = a, *second = b;

  return (first->number > second->number) - (first->number < second->number);
}

void
ex_import_check_compare (ExImportCheck *self)
{
  g_autoptr (GList) all = g_list_sort (g_hash_table_get_values (self->imports), compare_imports);

  for (GList *at = all; at != NULL; at = at->next)
    {
      Import *import = at->data;
      g_autofree char *digest = ex_digest_end (import->digest);

      if (strcmp (digest, import->said) != 0)
        ex_check_add (self->check, _("What “%s” (action %lld) added to “%s” is not any more as it was imported, and no action changed it."),
                      import->file_name, (long long) import->action, import->what);
    }
}

gboolean
ex_import_check_adds_to (ExImportCheck *self, GHashTable *numbers, const char *table)
{
  GHashTableIter iter;
  gpointer number;

  g_hash_table_iter_init (&iter, numbers);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    {
      const Import *import = g_hash_table_lookup (self->imports, number);
      const char * const *tables = import != NULL ? ex_journal_import_tables (import->what) : NULL;

      if (tables != NULL && g_strv_contains (tables, table))
        return TRUE;
    }
  return FALSE;
}

GHashTable *
ex_import_check_end (ExImportCheck *self)
{
  GHashTable *digests = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GHashTableIter iter;
  gpointer number, import;

  g_hash_table_iter_init (&iter, self->imports);
  while (g_hash_table_iter_next (&iter, &number, &import))
    g_hash_table_insert (digests, number, ex_digest_end (((Import *) import)->digest));
  return digests;
}

/* --- rows that changed since ------------------------------------------------------------------------------------------------ */

static void
append_key_part (GString *key, const char *text)
{
  g_string_append_c (key, '\0');
  g_string_append (key, text != NULL ? text : "");
}

static void
add_first (ExImportCheck *self, gint64 change, gint64 import)
{
  First *first;

  g_string_truncate (self->key, 0);
  for (guint place = 1; place <= self->table->n_key; place++)
    for (guint i = 0; i < self->table->n; i++)
      if (self->table->columns[i].key == (int) place)
        append_key_part (self->key, self->values[i].text);
  first = g_malloc (sizeof *first + self->key->len);
  first->change = change;
  first->import = import;
  first->length = self->key->len;
  memcpy (first->key, self->key->str, self->key->len);
  g_ptr_array_add (self->firsts, first);
}

void
ex_import_check_next_row (ExImportCheck *self)
{
  g_array_set_size (self->seen, 0);
}

void
ex_import_check_note (ExImportCheck *self, const char *before, gint64 change, gint64 action)
{
  gint64 import;

  if (before == NULL || self->table->import < 0 || strstr (before, "\"import\":null") != NULL)
    return;
  if (!ex_journal_table_parse_row (self->table, before, self->values))
    {
      ex_check_add (self->check, _("Action %lld has a record of “%s” that cannot be read."), (long long) action, self->table->name);
      return;
    }
  import = self->values[self->table->import].integer;
  for (guint i = 0; import != 0 && i < self->seen->len; i++)
    if (g_array_index (self->seen, gint64, i) == import)
      import = 0;
  if (import != 0)
    {
      g_array_append_val (self->seen, import);
      add_first (self, change, import);
    }
  ex_values_clear (self->values, self->table->n);
}

static int
compare_bytes (const char *a, gsize a_length, const char *b, gsize b_length)
{
  int order = memcmp (a, b, MIN (a_length, b_length));

  return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

static int
compare_firsts (gconstpointer a, gconstpointer b)
{
  const First *first = *(const First * const *) a, *second = *(const First * const *) b;

  return compare_bytes (first->key, first->length, second->key, second->length);
}

void
ex_import_check_sort (ExImportCheck *self)
{
  g_ptr_array_sort (self->firsts, compare_firsts);
}

/* --- live rows ------------------------------------------------------------------------------------------------------------------ */

static gboolean
digest_first (ExImportCheck *self, const First *first, GError **error)
{
  Import *import = g_hash_table_lookup (self->imports, as_pointer (first->import));
  g_autoptr (ExStatement) row = NULL;

  if (import == NULL || import->undone)
    return TRUE;
  row = ex_database_prepare (self->check->store->db, "SELECT before FROM changes WHERE number = $1", error);
  if (row == NULL)
    return FALSE;
  ex_statement_bind_int (row, 1, first->change);
  if (!ex_statement_step (row, error) || !ex_journal_table_parse_row (self->table, ex_statement_text (row, 0), self->values))
    return FALSE;
  ex_values_digest (self->values, self->table->n, import->digest);
  ex_values_clear (self->values, self->table->n);
  return TRUE;
}

/* Those that come before the live row, and its own. @covered: one of them is what @import added. */
static gboolean
digest_firsts (ExImportCheck *self, gint64 import, gboolean *covered, GError **error)
{
  for (; self->at < self->firsts->len; self->at++)
    {
      const First *first = g_ptr_array_index (self->firsts, self->at);
      int order = compare_bytes (first->key, first->length, self->key->str, self->key->len);

      if (order > 0)
        break;
      if (order == 0 && first->import == import)
        *covered = TRUE;
      if (!digest_first (self, first, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ex_import_check_live (ExImportCheck *self, ExStatement *row, gint64 number, GError **error)
{
  Import *import = number != 0 ? g_hash_table_lookup (self->imports, as_pointer (number)) : NULL;
  gboolean covered = FALSE;

  if (self->firsts->len > 0)
    {
      g_string_truncate (self->key, 0);
      for (guint place = 1; place <= self->table->n_key; place++)
        for (guint i = 0; i < self->table->n; i++)
          if (self->table->columns[i].key == (int) place)
            append_key_part (self->key, ex_statement_text (row, (int) i));
      if (!digest_firsts (self, number, &covered, error))
        return FALSE;
    }
  if (import != NULL && !covered)
    ex_journal_table_digest_row (self->table, row, 0, import->digest);
  return TRUE;
}

gboolean
ex_import_check_end_table (ExImportCheck *self, GError **error)
{
  for (; self->at < self->firsts->len; self->at++)
    if (!digest_first (self, g_ptr_array_index (self->firsts, self->at), error))
      return FALSE;
  return TRUE;
}
