#include "config.h"

#include "ex-erase.h"

#include "ex-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* When a word is theirs. */
typedef enum
{
  NAMED,      /* their name or address is in it: that goes, the rest stays */
  PERSON,     /* the leader's own row: a name, a title, an address */
  OBJECTIVE,  /* the row is about an objective of theirs */
  REVIEW,     /* ... about them */
  SAID,       /* ... or says by whom it is: column @by */
  WRITTEN,    /* they wrote it in an action of theirs */
  DIGEST,     /* it would tell whether a guess was right */
} When;

#define MAX_WHENS 3

typedef struct
{
  const char *table;
  const char *column;
  When        whens[MAX_WHENS]; /* any; what is left is NAMED */
  const char *by;
} Rule;

static const Rule rules[] = {
  { "leaders", "name", { PERSON }, NULL },
  { "leaders", "title", { PERSON }, NULL },
  { "leaders", "email", { PERSON }, NULL },
  { "leaders", "unit", { NAMED }, NULL },
  { "cycle_plans", "board", { NAMED }, NULL },
  { "cycle_steps", "why", { WRITTEN }, NULL },
  { "objectives", "title", { NAMED }, NULL },
  { "objectives", "description", { OBJECTIVE }, NULL },
  { "objectives", "local_reason", { OBJECTIVE }, NULL },
  { "objectives", "source", { NAMED }, NULL },
  { "check_ins", "note", { OBJECTIVE, WRITTEN }, NULL },
  { "check_ins", "next", { OBJECTIVE, WRITTEN }, NULL },
  { "check_ins", "evidence", { OBJECTIVE, WRITTEN }, NULL },
  { "review_steps", "why", { REVIEW, WRITTEN }, NULL },
  { "ratings", "comment", { OBJECTIVE, SAID }, "rater_id" },
  { "adjustments", "why", { OBJECTIVE, WRITTEN }, NULL },
  { "adjustments", "agreed_by", { NAMED }, NULL },
  { "private_notes", "note", { REVIEW, SAID }, "author_id" },
  { "amendments", "why", { REVIEW, SAID }, "proposed_by" },
  { "amendments", "answer", { REVIEW, SAID }, "decided_by" },
  { "templates", "title", { NAMED }, NULL },
  { "templates", "description", { NAMED }, NULL },
  { "templates", "source", { NAMED }, NULL },
  { "given_reasons", "reason", { NAMED }, NULL },
  { "imports", "file_name", { NAMED }, NULL },
  { "imports", "file_digest", { DIGEST }, NULL },
  { "imports", "digest", { DIGEST }, NULL },
};

const char * const ex_erase_tables[] = {
  "leaders", "cycle_plans", "cycle_steps", "objectives", "check_ins", "review_steps", "ratings", "adjustments", "private_notes", "amendments",
  "templates", "given_reasons", "imports", NULL
};

struct _ExEraseTable
{
  ExJournalTable     *table;
  const Rule **rules; /* one a column; NULL: no words */
  int          leader_id;
  int          objective_id; /* "id" of objectives themselves */
  int         *by;    /* one a column: the column that says by whom; -1: none */
};

gpointer
ex_erase_number (gint64 number)
{
  return GSIZE_TO_POINTER ((gsize) number);
}

/* --- tables ------------------------------------------------------------------------------------------------------------------ */

static int
find_column (const ExJournalTable *table, const char *name)
{
  for (guint i = 0; name != NULL && i < table->n; i++)
    if (strcmp (table->columns[i].name, name) == 0)
      return (int) i;
  return -1;
}

static const Rule *
find_rule (const char *table, const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].table, table) == 0 && strcmp (rules[i].column, column) == 0)
      return &rules[i];
  return NULL;
}

static ExEraseTable *
table_new (ExJournalTable *table)
{
  ExEraseTable *self = g_new0 (ExEraseTable, 1);

  self->table = table;
  self->rules = g_new0 (const Rule *, table->n);
  self->by = g_new0 (int, table->n);
  self->leader_id = find_column (table, "leader_id");
  self->objective_id = find_column (table, strcmp (table->name, "objectives") == 0 ? "id" : "objective_id");
  for (guint i = 0; i < table->n; i++)
    {
      self->rules[i] = find_rule (table->name, table->columns[i].name);
      self->by[i] = self->rules[i] != NULL ? find_column (table, self->rules[i]->by) : -1;
    }
  return self;
}

void
ex_erase_table_free (ExEraseTable *self)
{
  ex_journal_table_free (self->table);
  g_free (self->rules);
  g_free (self->by);
  g_free (self);
}

const ExJournalTable *
ex_erase_table_get (const ExEraseTable *self)
{
  return self->table;
}

gboolean
ex_erase_is_word (const ExEraseTable *self, guint column)
{
  return self->rules[column] != NULL;
}

const ExEraseTable *
ex_erase_find_table (ExErase *self, const char *name, GError **error)
{
  ExEraseTable *found = g_hash_table_lookup (self->tables, name);
  ExJournalTable *table;

  if (found != NULL || !g_strv_contains (ex_erase_tables, name))
    return found;
  table = ex_journal_table_load (self->store->db, name, error);
  if (table == NULL)
    return NULL;
  found = table_new (table);
  g_hash_table_insert (self->tables, table->name, found);
  return found;
}

char *
ex_erase_key (const ExEraseTable *table, const ExValue *values)
{
  GString *key = g_string_new ("[");

  for (guint place = 1; place <= table->table->n_key; place++)
    for (guint i = 0; i < table->table->n; i++)
      {
        if (table->table->columns[i].key != (int) place)
          continue;
        if (place > 1)
          g_string_append_c (key, ',');
        if (values[i].type == EX_VALUE_TEXT)
          ex_json_append_quoted (key, values[i].text);
        else
          g_string_append_printf (key, "%" G_GINT64_FORMAT, values[i].integer);
      }
  g_string_append_c (key, ']');
  return g_string_free (key, FALSE);
}

char *
ex_erase_where (const ExEraseTable *table)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < table->table->n; i++)
    if (table->rules[i] != NULL)
      g_string_append_printf (sql, "%s%s <> ''", sql->len > 0 ? " OR " : "", table->table->columns[i].name);
  return g_string_free (sql, FALSE);
}

/* --- a word --------------------------------------------------------------------------------------------------------------------- */

char *
ex_erase_written_key (const char *table, const char *row_key, const char *column, const char *text)
{
  return g_strjoin ("\x1f", table, row_key, column, text, NULL);
}

gboolean
ex_erase_is_written (const char *table, const char *column)
{
  const Rule *rule = find_rule (table, column);

  for (guint i = 0; rule != NULL && i < MAX_WHENS; i++)
    if (rule->whens[i] == WRITTEN)
      return TRUE;
  return FALSE;
}

static gboolean
is_text (const ExValue *values, int column, const char *text)
{
  return column >= 0 && values[column].type == EX_VALUE_TEXT && strcmp (values[column].text, text) == 0;
}

/* Written by them: what others wrote over it, or before, is not. */
static gboolean
is_written (ExErase *self, const ExEraseTable *table, const char *key, guint column, const char *text)
{
  g_autofree char *said = NULL;

  if (g_hash_table_size (self->written) == 0)
    return FALSE;
  said = ex_erase_written_key (table->table->name, key, table->table->columns[column].name, text);
  return g_hash_table_contains (self->written, said);
}

static gboolean
holds (ExErase *self, const ExEraseTable *table, const char *key, const ExValue *values, guint column, When when)
{
  int objective = table->objective_id;

  switch (when)
    {
    case OBJECTIVE:
      return objective >= 0 && values[objective].type == EX_VALUE_TEXT && g_hash_table_contains (self->objectives, values[objective].text);
    case REVIEW:
      return is_text (values, table->leader_id, self->leader_id);
    case SAID:
      return is_text (values, table->by[column], self->leader_id);
    case WRITTEN:
      return is_written (self, table, key, column, values[column].text);
    case DIGEST:
      return g_hash_table_contains (self->imports, ex_erase_number (values[0].integer));
    case NAMED:
    case PERSON:
    default:
      return FALSE;
    }
}

static gboolean
set_text (ExValue *value, const char *text)
{
  if (text != NULL && strcmp (value->text, text) == 0)
    return FALSE;
  g_free (value->text);
  value->text = g_strdup (text);
  value->type = text != NULL ? EX_VALUE_TEXT : EX_VALUE_NULL;
  return TRUE;
}

/* Of the person's own row; of others' neither name nor address is touched, whatever they are called. */
static gboolean
erase_of_person (ExErase *self, const ExEraseTable *table, ExValue *values, guint column)
{
  const char *name = table->table->columns[column].name;
  g_autofree char *left = NULL;

  if (is_text (values, 0, self->leader_id))
    return set_text (&values[column], strcmp (name, "name") == 0 ? self->words.name : NULL);
  if (strcmp (name, "title") == 0)
    left = ex_erase_words_take_out (&self->words, values[column].text, FALSE);
  return left != NULL && set_text (&values[column], left);
}

static gboolean
erase_word (ExErase *self, const ExEraseTable *table, const char *key, ExValue *values, guint column)
{
  const Rule *rule = table->rules[column];
  g_autofree char *left = NULL;

  if (rule->whens[0] == PERSON)
    return erase_of_person (self, table, values, column);
  for (guint i = 0; i < MAX_WHENS; i++)
    if (holds (self, table, key, values, column, rule->whens[i]))
      return set_text (&values[column], rule->whens[i] == DIGEST ? "" : self->words.nothing);
  if (rule->whens[0] != DIGEST)
    left = ex_erase_words_take_out (&self->words, values[column].text, FALSE);
  return left != NULL && set_text (&values[column], left);
}

/* --- a row ------------------------------------------------------------------------------------------------------------------------ */

gboolean
ex_erase_row (ExErase *self, const ExEraseTable *table, const char *key, ExValue *values)
{
  int import = table->table->import;
  gboolean erased = FALSE;

  for (guint i = 0; i < table->table->n; i++)
    if (table->rules[i] != NULL && values[i].type == EX_VALUE_TEXT && *values[i].text != '\0')
      erased |= erase_word (self, table, key, values, i);
  if (erased && import >= 0 && values[import].type == EX_VALUE_INT)
    g_hash_table_add (self->imports, ex_erase_number (values[import].integer));
  return erased;
}

/* What is no word stands as it stood, to the digit. (transfer full) */
static char *
write_json (const ExEraseTable *table, const char *json, const ExValue *values)
{
  g_auto (ExJsonReader) reader = { 0 };
  GString *row = g_string_new ("{");

  ex_json_reader_init (&reader, json);
  for (guint i = 0; ex_json_reader_next (&reader); i++)
    {
      g_string_append_printf (row, "%s\"%s\":", i > 0 ? "," : "", reader.name->str);
      if (values[i].type == EX_VALUE_TEXT)
        ex_json_append_quoted (row, values[i].text);
      else
        g_string_append (row, values[i].type == EX_VALUE_NULL ? "null" : reader.value->str);
    }
  g_string_append_c (row, '}');
  return g_string_free (row, FALSE);
}

gboolean
ex_erase_json (ExErase *self, const ExEraseTable *table, const char *key, const char *json, char **erased, GError **error)
{
  g_autofree ExValue *values = g_new0 (ExValue, table->table->n);

  *erased = NULL;
  if (json == NULL)
    return TRUE;
  if (!ex_journal_table_parse_row (table->table, json, values))
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_DAMAGED,
                   _("The history has a record of “%s” that cannot be read, so that nobody can say whether all was erased. Check the file first."),
                   table->table->name);
      return FALSE;
    }
  if (ex_erase_row (self, table, key, values))
    *erased = write_json (table, json, values);
  ex_values_clear (values, table->table->n);
  return TRUE;
}
