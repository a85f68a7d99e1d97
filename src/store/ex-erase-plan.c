/* Everything that will change, found before anything does: the digests of what will be left come first. */
#include "config.h"

#include "ex-erase.h"

#include "ex-column.h"
#include "ex-erase-packed.h"
#include "ex-journal-pack.h"

#include <string.h>

/* --- rows that are there ---------------------------------------------------------------------------------------------------------- */

static ExValue *
read_values (const ExJournalTable *table, ExStatement *row)
{
  ExValue *values = g_new0 (ExValue, table->n);

  for (guint i = 0; i < table->n; i++)
    {
      int column = (int) i;

      if (ex_statement_is_null (row, column))
        continue;
      if (table->columns[i].type == EX_COLUMN_TEXT)
        values[i] = (ExValue) { .type = EX_VALUE_TEXT, .text = g_strdup (ex_statement_text (row, column)) };
      else if (table->columns[i].type == EX_COLUMN_REAL)
        values[i] = (ExValue) { .type = EX_VALUE_REAL, .real = ex_statement_double (row, column) };
      else
        values[i] = (ExValue) { .type = EX_VALUE_INT, .integer = ex_statement_int (row, column) };
    }
  return values;
}

static void
plan_row (ExErase *self, const ExEraseTable *table, ExStatement *row)
{
  ExValue *values = read_values (ex_erase_table_get (table), row);
  g_autofree char *key = ex_erase_key (table, values);
  ExEraseRow *planned;

  if (!ex_erase_row (self, table, key, values))
    {
      ex_values_clear (values, ex_erase_table_get (table)->n);
      g_free (values);
      return;
    }
  planned = g_new (ExEraseRow, 1);
  *planned = (ExEraseRow) { table, values };
  g_ptr_array_add (self->rows, planned);
}

static gboolean
plan_table (ExErase *self, const ExEraseTable *table, GError **error)
{
  g_autofree char *columns = ex_journal_table_column_list (ex_erase_table_get (table));
  g_autofree char *where = ex_erase_where (table);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s", columns, ex_erase_table_get (table)->name, where);
  g_autoptr (ExStatement) rows = ex_database_prepare (self->store->db, sql, error);
  GError *problem = NULL;

  if (rows == NULL)
    return FALSE;
  while (ex_statement_step (rows, &problem))
    plan_row (self, table, rows);
  return ex_rows_ended (problem, error);
}

/* --- rows that are packed away ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExErase    *erase;
  GByteArray *packed; /* of the part, so far */
  gboolean    erased;
} Packing;

static gboolean
pack_row_cb (const ExErasePacked *at, ExValue *values, gpointer data, GError **error)
{
  Packing *packing = data;
  GError *problem = NULL;
  const ExEraseTable *table = ex_erase_find_table (packing->erase, at->table->name, &problem);

  if (table != NULL)
    {
      g_autofree char *key = ex_erase_key (table, values);

      packing->erased |= ex_erase_row (packing->erase, table, key, values);
    }
  ex_pack_values (at->table, values, packing->packed);
  return ex_rows_ended (problem, error);
}

static gboolean
end_part_cb (const ExErasePacked *at, gpointer data, GError **error)
{
  Packing *packing = data;
  ExErasePart *part;

  if (!packing->erased)
    {
      g_byte_array_set_size (packing->packed, 0);
      return TRUE;
    }
  part = g_new (ExErasePart, 1);
  *part = (ExErasePart) { at->import, g_strdup (at->table->name), at->part, g_steal_pointer (&packing->packed) };
  g_ptr_array_add (packing->erase->parts, part);
  g_hash_table_add (packing->erase->imports, ex_erase_number (at->import));
  packing->packed = g_byte_array_new ();
  packing->erased = FALSE;
  return TRUE;
}

static gboolean
plan_packed (ExErase *self, GError **error)
{
  Packing packing = { .erase = self, .packed = g_byte_array_new () };
  gboolean good = ex_erase_walk_packed (self->store, pack_row_cb, end_part_cb, &packing, error);

  g_byte_array_unref (packing.packed);
  return good;
}

/* --- the history ------------------------------------------------------------------------------------------------------------------ */

static gboolean
plan_change (ExErase *self, const ExEraseTable *table, ExStatement *row, GError **error)
{
  const char *key = ex_statement_text (row, 2);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  ExEraseChange *change;

  if (!ex_erase_json (self, table, key, ex_statement_text (row, 3), &before, error)
      || !ex_erase_json (self, table, key, ex_statement_text (row, 4), &after, error))
    return FALSE;
  if (before == NULL && after == NULL)
    return TRUE;
  change = g_new (ExEraseChange, 1);
  change->number = ex_statement_int (row, 0);
  change->action = ex_statement_int (row, 1);
  change->before = before != NULL ? g_steal_pointer (&before) : g_strdup (ex_statement_text (row, 3));
  change->after = after != NULL ? g_steal_pointer (&after) : g_strdup (ex_statement_text (row, 4));
  g_ptr_array_add (self->changes, change);
  return TRUE;
}

/* All of it as it lies in the file, which is far quicker than table by table; @sql gives the table's name behind the rest. */
static gboolean
plan_changes (ExErase *self, const char *sql, GError **error)
{
  g_autoptr (ExStatement) rows = ex_database_prepare (self->store->db, sql, error);
  GError *problem = NULL;

  if (rows == NULL)
    return FALSE;
  while (problem == NULL && ex_statement_step (rows, &problem))
    {
      const ExEraseTable *table = ex_erase_find_table (self, ex_statement_text (rows, 5), &problem);

      if (table != NULL)
        plan_change (self, table, rows, &problem);
    }
  return ex_rows_ended (problem, error);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const ExEraseChange *first = *(const ExEraseChange * const *) a, *second = *(const ExEraseChange * const *) b;

  return (first->number > second->number) - (first->number < second->number);
}

static gboolean
is_changed (ExErase *self, gint64 action)
{
  guint low = 0, high = self->changes->len;

  /* Changes are numbered in the order of their actions. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const ExEraseChange *change = g_ptr_array_index (self->changes, middle);

      if (change->action == action)
        return TRUE;
      if (change->action < action)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

/* Those of whose changes some change, or that say their name, or on which computer they worked. */
static gboolean
plan_actions (ExErase *self, GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  GError *problem = NULL;

  rows = ex_database_prepare (self->store->db, "SELECT number, subject, system_user, actor FROM actions WHERE digest IS NOT NULL ORDER BY number", error);
  if (rows == NULL)
    return FALSE;
  while (ex_statement_step (rows, &problem))
    {
      gint64 number = ex_statement_int (rows, 0);
      const char *user = ex_statement_text (rows, 2);
      gboolean is_theirs = strcmp (ex_statement_text (rows, 3), self->leader_id) == 0;
      gboolean is_about = is_theirs || g_hash_table_contains (self->about, ex_erase_number (number));
      g_autofree char *subject = ex_erase_words_take_out (&self->words, ex_statement_text (rows, 1), is_about);
      ExEraseAction *action;

      if (subject == NULL && !(is_theirs && strcmp (user, self->words.nothing) != 0) && !is_changed (self, number))
        continue;
      action = g_new (ExEraseAction, 1);
      action->number = number;
      action->subject = subject != NULL ? g_steal_pointer (&subject) : g_strdup (ex_statement_text (rows, 1));
      action->system_user = g_strdup (is_theirs ? self->words.nothing : user);
      g_ptr_array_add (self->actions, action);
    }
  return ex_rows_ended (problem, error);
}

/* @imports: the entries of imports, and nothing else; or all else. */
static gboolean
plan_tables (ExErase *self, gboolean imports, GError **error)
{
  for (guint i = 0; ex_erase_tables[i] != NULL; i++)
    {
      const ExEraseTable *table = ex_erase_find_table (self, ex_erase_tables[i], error);

      if (table == NULL || ((strcmp (ex_erase_tables[i], "imports") == 0) == imports && !plan_table (self, table, error)))
        return FALSE;
    }
  return TRUE;
}

/* The entries of the imports last: only then is it known of which some rows are erased. */
gboolean
ex_erase_plan (ExErase *self, GError **error)
{
  if (!plan_tables (self, FALSE, error) || !plan_packed (self, error)
      || !plan_changes (self, "SELECT number, action, row_key, before, after, table_name FROM changes WHERE +table_name <> 'imports'", error)
      || !plan_tables (self, TRUE, error)
      || !plan_changes (self, "SELECT number, action, row_key, before, after, table_name FROM changes WHERE table_name = 'imports'", error))
    return FALSE;
  g_ptr_array_sort (self->changes, compare_changes);
  return plan_actions (self, error);
}
