/* A journaled table as the database describes it, and its rows as values, whether live or out of the journal's JSON. */
#pragma once

#include "ex-database.h"
#include "ex-digest.h"

G_BEGIN_DECLS

typedef enum { EX_VALUE_NULL, EX_VALUE_INT, EX_VALUE_REAL, EX_VALUE_TEXT } ExValueType;

typedef struct
{
  ExValueType type;
  gint64      integer;
  double      real;
  char       *text; /* owned */
} ExValue;

typedef enum { EX_COLUMN_INT, EX_COLUMN_REAL, EX_COLUMN_TEXT, EX_COLUMN_BLOB } ExColumnType;

typedef struct
{
  char        *name;
  ExColumnType type;
  int          key; /* its place in the primary key, from 1; 0: no part of it */
  gboolean     later; /* it came in a later version: 0 or null is not digested, so that older digests hold */
} ExJournalColumn;

typedef struct
{
  char            *name;
  guint            n;
  ExJournalColumn *columns;
  guint            n_key;
  int              import; /* index of the column import, -1: none */
} ExJournalTable;

/* All that the journal keeps, each after the ones it refers to. NULL-terminated. */
extern const char * const ex_journal_tables[];

ExJournalTable *ex_journal_table_load (ExDatabase *db, const char *name, GError **error);
void     ex_journal_table_free (ExJournalTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExJournalTable, ex_journal_table_free)

/* "a, b, c" of all columns; of the key. (transfer full) */
char    *ex_journal_table_column_list (const ExJournalTable *self);
char    *ex_journal_table_key_list    (const ExJournalTable *self);
/* The rows that an import added and that are there, all columns, by key; ready to be stepped. NULL on @error. */
ExStatement *ex_journal_table_select_imported (const ExJournalTable *self, ExDatabase *db, gint64 import, GError **error);
/* SQL for the row's JSON and its key's, the same text that the triggers write. (transfer full) */
char    *ex_journal_table_json_sql    (const ExJournalTable *self);
char    *ex_journal_table_key_sql     (const ExJournalTable *self);
/* "INSERT INTO t (a, b) VALUES ($1, $2)" of all columns. (transfer full) */
char    *ex_journal_table_insert_sql  (const ExJournalTable *self);
/* SQL that the row's key is the one in the JSON @row_key. (transfer full) */
char    *ex_journal_table_key_join_sql (const ExJournalTable *self, const char *row_key);

/* A row of a statement that selects ex_journal_table_column_list() from @column on, into a digest. */
void     ex_journal_table_digest_row  (const ExJournalTable *self, ExStatement *row, int column, ExDigest *digest);

/* The values, one a column, of a row out of the journal. FALSE when @json is no row of this table. */
gboolean ex_journal_table_parse_row   (const ExJournalTable *self, const char *json, ExValue *values);
void     ex_values_clear      (ExValue *values, guint n);
void     ex_values_digest     (const ExValue *values, guint n, ExDigest *digest);
void     ex_value_bind        (const ExValue *value, ExStatement *statement, int parameter);

G_END_DECLS
