#include "config.h"

#include "ex-journal-table.h"

#include "ex-json.h"

#include <string.h>

const char * const ex_journal_tables[] = {
  "company", "imports", "erasures", "leaders", "past_managers", "cycles", "cycle_plans", "scale_words", "tops", "cycle_steps", "objectives",
  "links", "check_ins", "review_steps", "ratings", "adjustments", "observers", "private_notes", "amendments", "amended_objectives",
  "templates", "movements", "final_periods", "asset_terms", "no_data_periods", "given_reasons", "spells", "reward_terms", "reward_runs",
  "reward_statements", NULL
};

/* --- the table ---------------------------------------------------------------------------------------------------------- */

static ExColumnType
parse_type (const char *type)
{
  if (g_strcmp0 (type, "INTEGER") == 0)
    return EX_COLUMN_INT;
  if (g_strcmp0 (type, "REAL") == 0)
    return EX_COLUMN_REAL;
  return g_strcmp0 (type, "BLOB") == 0 ? EX_COLUMN_BLOB : EX_COLUMN_TEXT;
}

static gboolean
came_later (const char *table, const char *column)
{
  static const struct { const char *table; const char *column; } those[] = {
    { "ledger_layers", "replaces" }, { "ledger_layers", "known" }, { "ledger_columns", "origins" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (those); i++)
    if (strcmp (those[i].table, table) == 0 && strcmp (those[i].column, column) == 0)
      return TRUE;
  return FALSE;
}

ExJournalTable *
ex_journal_table_load (ExDatabase *db, const char *name, GError **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (db, "SELECT name, type, pk FROM pragma_table_info ($1) ORDER BY cid", error);
  g_autoptr (ExJournalTable) self = g_new0 (ExJournalTable, 1);
  g_autoptr (GError) problem = NULL;

  if (statement == NULL)
    return NULL;
  self->name = g_strdup (name);
  self->import = -1;
  ex_statement_bind_text (statement, 1, name);
  while (ex_statement_step (statement, &problem))
    {
      ExJournalColumn *column;

      self->columns = g_renew (ExJournalColumn, self->columns, self->n + 1);
      column = &self->columns[self->n];
      column->name = g_strdup (ex_statement_text (statement, 0));
      column->type = parse_type (ex_statement_text (statement, 1));
      column->key = (int) ex_statement_int (statement, 2);
      column->later = came_later (name, column->name);
      self->n_key += column->key > 0;
      if (strcmp (column->name, "import") == 0)
        self->import = (int) self->n;
      self->n++;
    }
  if (problem == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

void
ex_journal_table_free (ExJournalTable *self)
{
  for (guint i = 0; i < self->n; i++)
    g_free (self->columns[i].name);
  g_free (self->columns);
  g_free (self->name);
  g_free (self);
}

static const ExJournalColumn *
key_column (const ExJournalTable *self, guint place)
{
  for (guint i = 0; i < self->n; i++)
    if (self->columns[i].key == (int) place)
      return &self->columns[i];
  g_assert_not_reached ();
}

char *
ex_journal_table_column_list (const ExJournalTable *self)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", self->columns[i].name);
  return g_string_free (list, FALSE);
}

char *
ex_journal_table_key_list (const ExJournalTable *self)
{
  GString *list = g_string_new (NULL);

  for (guint place = 1; place <= self->n_key; place++)
    g_string_append_printf (list, "%s%s", place > 1 ? ", " : "", key_column (self, place)->name);
  return g_string_free (list, FALSE);
}

ExStatement *
ex_journal_table_select_imported (const ExJournalTable *self, ExDatabase *db, gint64 import, GError **error)
{
  g_autofree char *columns = ex_journal_table_column_list (self);
  g_autofree char *key = ex_journal_table_key_list (self);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE import = $1 ORDER BY %s", columns, self->name, key);
  ExStatement *rows = ex_database_prepare (db, sql, error);

  if (rows != NULL)
    ex_statement_bind_int (rows, 1, import);
  return rows;
}

char *
ex_journal_table_json_sql (const ExJournalTable *self)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++)
    {
      const char *name = self->columns[i].name;

      g_string_append_printf (sql, "'%s\"%s\":' || ", i > 0 ? "," : "{", name);
      if (self->columns[i].type == EX_COLUMN_REAL)
        g_string_append_printf (sql, "CASE WHEN %s IS NULL THEN 'null' ELSE printf ('%%!.18g', %s) END || ", name, name);
      else
        g_string_append_printf (sql, "json_quote (%s) || ", name);
    }
  g_string_append (sql, "'}'");
  return g_string_free (sql, FALSE);
}

char *
ex_journal_table_key_sql (const ExJournalTable *self)
{
  GString *sql = g_string_new ("'[' || ");

  for (guint place = 1; place <= self->n_key; place++)
    g_string_append_printf (sql, "%sjson_quote (%s) || ", place > 1 ? "',' || " : "", key_column (self, place)->name);
  g_string_append (sql, "']'");
  return g_string_free (sql, FALSE);
}

char *
ex_journal_table_key_join_sql (const ExJournalTable *self, const char *row_key)
{
  GString *sql = g_string_new (NULL);

  for (guint place = 1; place <= self->n_key; place++)
    g_string_append_printf (sql, "%s%s.%s = json_extract (%s, '$[%u]')", place > 1 ? " AND " : "", self->name, key_column (self, place)->name,
                            row_key, place - 1);
  return g_string_free (sql, FALSE);
}

char *
ex_journal_table_insert_sql (const ExJournalTable *self)
{
  g_autofree char *columns = ex_journal_table_column_list (self);
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s (%s) VALUES (", self->name, columns);
  for (guint i = 0; i < self->n; i++)
    g_string_append_printf (sql, "%s$%u", i > 0 ? ", " : "", i + 1);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

/* --- rows --------------------------------------------------------------------------------------------------------------- */

void
ex_journal_table_digest_row (const ExJournalTable *self, ExStatement *row, int column, ExDigest *digest)
{
  const void *data;
  gsize length;

  for (guint i = 0; i < self->n; i++, column++)
    {
      if (self->columns[i].later && (ex_statement_is_null (row, column) || (self->columns[i].type == EX_COLUMN_INT && ex_statement_int (row, column) == 0)))
        continue;
      if (ex_statement_is_null (row, column))
        ex_digest_null (digest);
      else if (self->columns[i].type == EX_COLUMN_INT)
        ex_digest_int (digest, ex_statement_int (row, column));
      else if (self->columns[i].type == EX_COLUMN_REAL)
        ex_digest_double (digest, ex_statement_double (row, column));
      else if (self->columns[i].type == EX_COLUMN_TEXT)
        ex_digest_text (digest, ex_statement_text (row, column));
      else
        {
          data = ex_statement_blob (row, column, &length);
          ex_digest_blob (digest, data, length);
        }
    }
}

static gboolean
parse_value (ExColumnType type, const ExJsonReader *reader, ExValue *value)
{
  char *end = NULL;

  if (reader->type == EX_JSON_NULL)
    value->type = EX_VALUE_NULL;
  else if (reader->type == EX_JSON_STRING && type == EX_COLUMN_TEXT)
    {
      value->type = EX_VALUE_TEXT;
      value->text = g_strndup (reader->value->str, reader->value->len);
    }
  else if (reader->type == EX_JSON_NUMBER && type == EX_COLUMN_INT)
    {
      value->type = EX_VALUE_INT;
      value->integer = g_ascii_strtoll (reader->value->str, &end, 10);
    }
  else if (reader->type == EX_JSON_NUMBER && type == EX_COLUMN_REAL)
    {
      value->type = EX_VALUE_REAL;
      value->real = g_ascii_strtod (reader->value->str, &end);
    }
  else
    return FALSE;
  return end == NULL || *end == '\0';
}

void
ex_values_clear (ExValue *values, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_clear_pointer (&values[i].text, g_free);
      values[i].type = EX_VALUE_NULL;
    }
}

/* The journal writes every column, in order. */
gboolean
ex_journal_table_parse_row (const ExJournalTable *self, const char *json, ExValue *values)
{
  g_auto (ExJsonReader) reader = { 0 };
  guint i = 0;

  memset (values, 0, self->n * sizeof *values);
  ex_json_reader_init (&reader, json);
  while (i < self->n && ex_json_reader_next (&reader) && strcmp (reader.name->str, self->columns[i].name) == 0
         && parse_value (self->columns[i].type, &reader, &values[i]))
    i++;
  if (i == self->n && !ex_json_reader_next (&reader) && reader.at != NULL)
    return TRUE;
  ex_values_clear (values, self->n);
  return FALSE;
}

void
ex_values_digest (const ExValue *values, guint n, ExDigest *digest)
{
  for (guint i = 0; i < n; i++)
    {
      if (values[i].type == EX_VALUE_INT)
        ex_digest_int (digest, values[i].integer);
      else if (values[i].type == EX_VALUE_REAL)
        ex_digest_double (digest, values[i].real);
      else
        ex_digest_text (digest, values[i].text); /* NULL is null */
    }
}

void
ex_value_bind (const ExValue *value, ExStatement *statement, int parameter)
{
  switch (value->type)
    {
    case EX_VALUE_INT:
      ex_statement_bind_int (statement, parameter, value->integer);
      break;
    case EX_VALUE_REAL:
      ex_statement_bind_double (statement, parameter, value->real);
      break;
    case EX_VALUE_TEXT:
      ex_statement_bind_text (statement, parameter, value->text);
      break;
    case EX_VALUE_NULL:
    default:
      ex_statement_bind_null (statement, parameter);
      break;
    }
}
