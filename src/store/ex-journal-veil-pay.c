#include "config.h"

#include "ex-journal-veil-pay.h"

#include "ex-column.h"
#include "ex-json.h"
#include "ex-reward-rows.h"

#include <string.h>

struct _ExPayVeil
{
  ExStore    *store;
  GHashTable *seen; /* cycle id -> whether everybody's pay in it is seen, as a pointer */
};

/* Where pay is written down, and what of it is nobody else's business. */
static const struct { const char *table; const char *columns[3]; } kept[] = {
  { "leaders", { "incentive_target" } },
  { "reward_runs", { "uncut", "total" } },
  { "reward_statements", { NULL } }, /* all of it */
};

ExPayVeil *
ex_pay_veil_new (ExStore *store)
{
  ExPayVeil *self = g_new0 (ExPayVeil, 1);

  self->store = store;
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
ex_pay_veil_free (ExPayVeil *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->seen);
  g_free (self);
}

static gboolean
sees_all (ExPayVeil *self, const char *cycle_id, gboolean *all, GError **error)
{
  gpointer known;

  if (g_hash_table_lookup_extended (self->seen, cycle_id, NULL, &known))
    {
      *all = GPOINTER_TO_INT (known);
      return TRUE;
    }
  if (!ex_store_sees_all_pay (self->store, cycle_id, all, error))
    return FALSE;
  g_hash_table_insert (self->seen, g_strdup (cycle_id), GINT_TO_POINTER (*all));
  return TRUE;
}

/* A leader's target is of no cycle: the tops of the latest one see it. */
static gboolean
sees_targets (ExPayVeil *self, gboolean *all, GError **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (self->store->db, "SELECT id FROM cycles ORDER BY first_day DESC, id DESC LIMIT 1", error);
  g_autofree char *cycle_id = NULL;
  int found;

  *all = strcmp (self->store->actor, EX_STORE_HR) == 0;
  if (*all)
    return TRUE;
  if (row == NULL)
    return FALSE;
  found = ex_row_find (row, error);
  if (found <= 0)
    return found == 0;
  cycle_id = ex_column_dup_text (row, 0);
  return sees_all (self, cycle_id, all, error);
}

gboolean
ex_pay_veil_hides (ExPayVeil *self, const char *table, GStrv key, gboolean *hides, GError **error)
{
  const char *whose = NULL;
  gboolean all = TRUE;

  *hides = FALSE;
  if (strcmp (table, "leaders") == 0)
    {
      whose = key[0];
      if (!sees_targets (self, &all, error))
        return FALSE;
    }
  else if (key[0] != NULL && (strcmp (table, "reward_runs") == 0 || strcmp (table, "reward_statements") == 0))
    {
      whose = g_strv_length (key) == 3 ? key[2] : NULL;
      if (!sees_all (self, key[0], &all, error))
        return FALSE;
    }
  *hides = !all && g_strcmp0 (whose, self->store->actor) != 0;
  return TRUE;
}

/* --- what is left of it ------------------------------------------------------------------------------------------------------------ */

static gboolean
is_kept_back (const char * const *columns, const char *name)
{
  for (; *columns != NULL; columns++)
    if (strcmp (*columns, name) == 0)
      return TRUE;
  return FALSE;
}

static void
append_member (GString *json, const ExJsonReader *reader)
{
  if (json->len > 1)
    g_string_append_c (json, ',');
  ex_json_append_quoted (json, reader->name->str);
  g_string_append_c (json, ':');
  if (reader->type == EX_JSON_STRING)
    ex_json_append_quoted (json, reader->value->str);
  else
    g_string_append (json, reader->type == EX_JSON_NUMBER ? reader->value->str : "null");
}

static char *
without (const char *row, const char * const *columns)
{
  g_auto (ExJsonReader) reader = { 0 };
  GString *json = g_string_new ("{");

  ex_json_reader_init (&reader, row);
  while (ex_json_reader_next (&reader))
    if (!is_kept_back (columns, reader.name->str))
      append_member (json, &reader);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

char *
ex_pay_veil_cover (const char *table, const char *row)
{
  for (guint i = 0; row != NULL && i < G_N_ELEMENTS (kept); i++)
    if (strcmp (kept[i].table, table) == 0 && kept[i].columns[0] != NULL)
      return without (row, kept[i].columns);
  return NULL;
}
