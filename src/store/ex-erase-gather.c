/* What there is to know of a person before anything of it goes: from the rows that are there, from the history, and from what undone
 * imports packed away. */
#include "config.h"

#include "ex-erase.h"

#include "ex-column.h"
#include "ex-erase-packed.h"
#include "ex-history-walk.h"
#include "ex-json.h"

#include <string.h>

/* "["L1"]" (transfer full) */
static char *
make_key (const char *id)
{
  GString *key = g_string_new ("[");

  ex_json_append_quoted (key, id);
  g_string_append_c (key, ']');
  return g_string_free (key, FALSE);
}

/* The rows of @sql with $1 the leader's id and $2 their key in the history, as far as it asks for them. */
static ExStatement *
prepare (ExErase *self, const char *sql, GError **error)
{
  ExStatement *rows = ex_database_prepare (self->store->db, sql, error);
  g_autofree char *key = make_key (self->leader_id);

  if (rows == NULL)
    return NULL;
  if (strstr (sql, "$1") != NULL)
    ex_statement_bind_text (rows, 1, self->leader_id);
  if (strstr (sql, "$2") != NULL)
    ex_statement_bind_text (rows, 2, key);
  return rows;
}

/* --- names --------------------------------------------------------------------------------------------------------------------- */

static gboolean
gather_names (ExErase *self, GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  GError *problem = NULL;

  rows = prepare (self,
                  "SELECT name, email FROM leaders WHERE id = $1"
                  " UNION SELECT json_extract (before, '$.name'), json_extract (before, '$.email') FROM changes"
                  "  WHERE table_name = 'leaders' AND row_key = $2 AND before IS NOT NULL"
                  " UNION SELECT json_extract (after, '$.name'), json_extract (after, '$.email') FROM changes"
                  "  WHERE table_name = 'leaders' AND row_key = $2 AND after IS NOT NULL", error);
  if (rows == NULL)
    return FALSE;
  while (ex_statement_step (rows, &problem))
    ex_erase_words_add (&self->words, ex_statement_text (rows, 0), ex_statement_text (rows, 1));
  return ex_rows_ended (problem, error);
}

static gboolean
gather_namesakes (ExErase *self, GError **error)
{
  g_autoptr (ExStatement) rows = prepare (self, "SELECT name FROM leaders WHERE id <> $1", error);
  GError *problem = NULL;

  if (rows == NULL)
    return FALSE;
  while (!self->words.namesake && ex_statement_step (rows, &problem))
    self->words.namesake = g_ptr_array_find_with_equal_func (self->words.names, ex_statement_text (rows, 0), g_str_equal, NULL);
  return ex_rows_ended (problem, error);
}

/* --- objectives ------------------------------------------------------------------------------------------------------------------ */

static gboolean
gather_objectives (ExErase *self, GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  GError *problem = NULL;

  rows = prepare (self,
                  "SELECT id FROM objectives WHERE leader_id = $1"
                  " UNION SELECT json_extract (row_key, '$[0]') FROM changes WHERE table_name = 'objectives'"
                  "  AND (json_extract (before, '$.leader_id') = $1 OR json_extract (after, '$.leader_id') = $1)", error);
  if (rows == NULL)
    return FALSE;
  while (ex_statement_step (rows, &problem))
    g_hash_table_add (self->objectives, g_strdup (ex_statement_text (rows, 0)));
  return ex_rows_ended (problem, error);
}

/* Of an import that was undone: leaders, whose columns begin with id and name, and objectives, with id, cycle and leader. */
static gboolean
gather_packed_cb (const ExErasePacked *at, ExValue *values, gpointer data, GError **error)
{
  ExErase *self = data;

  if (strcmp (at->table->name, "leaders") == 0 && strcmp (values[0].text, self->leader_id) == 0)
    ex_erase_words_add (&self->words, values[1].text, values[4].text);
  if (strcmp (at->table->name, "objectives") == 0 && strcmp (values[2].text, self->leader_id) == 0)
    g_hash_table_add (self->objectives, g_strdup (values[0].text));
  return TRUE;
}

/* --- what they wrote --------------------------------------------------------------------------------------------------------------- */

static void
note_written (ExErase *self, const char *table, const char *key, const ExChange *change)
{
  g_autoptr (GPtrArray) fields = ex_change_list_fields (change);

  for (guint i = 0; i < fields->len; i++)
    {
      const ExFieldChange *field = g_ptr_array_index (fields, i);

      if (field->after != NULL && ex_erase_is_written (table, field->name))
        g_hash_table_add (self->written, ex_erase_written_key (table, key, field->name, field->after));
    }
}

static gboolean
gather_written (ExErase *self, GError **error)
{
  g_autoptr (ExStatement) rows = NULL;
  GError *problem = NULL;

  rows = prepare (self,
                  "SELECT c.table_name, c.row_key, c.before, c.after FROM actions a CROSS JOIN changes c ON c.action = a.number" /* in this order */
                  " WHERE a.actor = $1 AND a.undoes IS NULL AND c.after IS NOT NULL"
                  "   AND +c.table_name IN ('cycle_steps', 'check_ins', 'review_steps', 'adjustments')", error);
  if (rows == NULL)
    return FALSE;
  while (ex_statement_step (rows, &problem))
    {
      const ExChange change = { .before = (char *) ex_statement_text (rows, 2), .after = (char *) ex_statement_text (rows, 3) };

      note_written (self, ex_statement_text (rows, 0), ex_statement_text (rows, 1), &change);
    }
  return ex_rows_ended (problem, error);
}

static gboolean
gather_about (ExErase *self, GError **error)
{
  g_autoptr (GArray) numbers = ex_history_read_about (self->store, self->leader_id, NULL, error);

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    g_hash_table_add (self->about, ex_erase_number (g_array_index (numbers, gint64, i)));
  return numbers != NULL;
}

gboolean
ex_erase_gather (ExErase *self, GError **error)
{
  return gather_names (self, error) && gather_objectives (self, error) && ex_erase_walk_packed (self->store, gather_packed_cb, NULL, self, error)
         && gather_namesakes (self, error) && gather_written (self, error) && gather_about (self, error);
}
