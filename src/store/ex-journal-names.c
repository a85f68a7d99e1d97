#include "config.h"

#include "ex-journal-names.h"

#include "ex-column.h"
#include "ex-json.h"

#include <string.h>

/* A kind of thing that rows refer to. */
typedef struct
{
  const char *column; /* by this column */
  const char *table;
  const char *name;   /* the column of the table that people know it by */
  gsize       offset; /* in ExChange */
} Kind;

static const Kind kinds[] = {
  { "cycle_id", "cycles", "name", G_STRUCT_OFFSET (ExChange, cycle) },
  { "leader_id", "leaders", "name", G_STRUCT_OFFSET (ExChange, leader) },
  { "objective_id", "objectives", "title", G_STRUCT_OFFSET (ExChange, objective) },
};

struct _ExRowNames
{
  ExStore    *store;
  GHashTable *known[G_N_ELEMENTS (kinds)]; /* id -> name, "" for none */
};

ExRowNames *
ex_row_names_new (ExStore *store)
{
  ExRowNames *self = g_new0 (ExRowNames, 1);

  self->store = store;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    self->known[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
ex_row_names_free (ExRowNames *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_hash_table_unref (self->known[i]);
  g_free (self);
}

/* As it is, or as it was when it went. (transfer full) (nullable) */
static char *
read_name (ExRowNames *self, const Kind *kind, const char *id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = $1"
                                          " UNION ALL SELECT * FROM (SELECT json_extract (before, '$.%s') FROM changes"
                                          "  WHERE table_name = '%s' AND row_key = $2 AND after IS NULL ORDER BY number DESC LIMIT 1) LIMIT 1",
                                          kind->name, kind->table, kind->name, kind->table);
  g_autoptr (ExStatement) row = ex_database_prepare (self->store->db, sql, error);
  g_autoptr (GString) key = g_string_new ("[");

  if (row == NULL)
    return NULL;
  ex_json_append_quoted (key, id);
  g_string_append_c (key, ']');
  ex_statement_bind_text (row, 1, id);
  ex_statement_bind_text (row, 2, key->str);
  return ex_row_find (row, error) > 0 ? g_strdup (ex_statement_text (row, 0)) : NULL;
}

static gboolean
fill_name (ExRowNames *self, guint i, const char *id, ExChange *change, GError **error)
{
  char **place = (char **) G_STRUCT_MEMBER_P (change, kinds[i].offset);
  const char *name = g_hash_table_lookup (self->known[i], id);
  g_autoptr (GError) problem = NULL;

  if (name == NULL)
    {
      char *found = read_name (self, &kinds[i], id, &problem);

      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      name = found != NULL ? found : g_strdup ("");
      g_hash_table_insert (self->known[i], g_strdup (id), (char *) name);
    }
  g_free (*place);
  *place = *name != '\0' ? g_strdup (name) : NULL;
  return TRUE;
}

/* The key of the step before the one of @row; NULL: that is the first. (transfer full) */
static char *
key_before (const char *row)
{
  g_auto (ExJsonReader) reader = { 0 };
  GString *key = g_string_new ("[");
  gint64 number = 0;

  ex_json_reader_init (&reader, row);
  while (number == 0 && ex_json_reader_next (&reader))
    if (strcmp (reader.name->str, "number") == 0)
      number = g_ascii_strtoll (reader.value->str, NULL, 10);
    else
      {
        ex_json_append_quoted (key, reader.value->str);
        g_string_append_c (key, ',');
      }
  g_string_append_printf (key, "%" G_GINT64_FORMAT "]", number - 1);
  return g_string_free (key, number <= 1);
}

/* The step before, which the history has, for steps are only added: as far as it was there before @number. */
static gboolean
fill_step (ExRowNames *self, ExChange *change, gint64 number, GError **error)
{
  g_autofree char *key = key_before (change->after != NULL ? change->after : change->before);
  g_autoptr (ExStatement) row = NULL;
  int found;

  if (key == NULL)
    return TRUE;
  row = ex_database_prepare (self->store->db,
                             "SELECT after FROM changes WHERE table_name = $1 AND row_key = $2 AND action <= $3 AND after IS NOT NULL"
                             " ORDER BY number DESC LIMIT 1", error);
  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, change->table);
  ex_statement_bind_text (row, 2, key);
  ex_statement_bind_int (row, 3, number);
  found = ex_row_find (row, error);
  if (found > 0)
    change->earlier = g_strdup (ex_statement_text (row, 0));
  return found >= 0;
}

/* What the reviewer had said last before it was calibrated. */
static gboolean
fill_first_rating (ExRowNames *self, ExChange *change, gint64 number, GError **error)
{
  g_autoptr (ExStatement) row = NULL;
  g_autoptr (GString) from = g_string_new ("[");
  g_autofree char *to = NULL;
  int found;

  row = ex_database_prepare (self->store->db,
                             "SELECT json_extract (after, '$.rating') FROM changes WHERE table_name = 'ratings' AND row_key >= $1 AND row_key < $2"
                             " AND action < $3 AND after IS NOT NULL ORDER BY number DESC LIMIT 1", error);
  if (row == NULL)
    return FALSE;
  ex_json_append_quoted (from, change->key);
  to = g_strconcat (from->str, ",\"manager\"-", NULL);
  g_string_append (from, ",\"manager\",");
  ex_statement_bind_text (row, 1, from->str);
  ex_statement_bind_text (row, 2, to);
  ex_statement_bind_int (row, 3, number);
  found = ex_row_find (row, error);
  if (found > 0 && !ex_statement_is_null (row, 0))
    change->earlier = g_strdup_printf ("{\"rating\":%" G_GINT64_FORMAT "}", ex_statement_int (row, 0));
  return found >= 0;
}

gboolean
ex_row_names_fill (ExRowNames *self, ExChange *change, gint64 number, GError **error)
{
  const char *row = change->after != NULL ? change->after : change->before;
  g_auto (ExJsonReader) reader = { 0 };

  ex_json_reader_init (&reader, row);
  while (ex_json_reader_next (&reader))
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (reader.type == EX_JSON_STRING && strcmp (reader.name->str, kinds[i].column) == 0
          && !fill_name (self, i, reader.value->str, change, error))
        return FALSE;
  if (strcmp (change->table, "review_steps") == 0 || strcmp (change->table, "cycle_steps") == 0)
    return fill_step (self, change, number, error);
  if (strcmp (change->table, "adjustments") == 0 && change->hidden == EX_SHOWN)
    return fill_first_rating (self, change, number, error);
  return TRUE;
}
