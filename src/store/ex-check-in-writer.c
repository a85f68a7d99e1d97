#include "config.h"

#include "ex-check-in-writer.h"

#include "ex-column.h"

#define ROWS_AT_ONCE 32 /* in one INSERT: a statement's own cost is that of several rows */
#define COLUMNS      8  /* of a row, without the import */

struct _ExCheckInWriter
{
  ExImportRun        *run;
  ExStatement        *insert_many;
  ExStatement        *insert_one;
  char                today[EX_DAY_ISO_SIZE];
  const ExCheckInRow *waiting[ROWS_AT_ONCE];
  guint               n_waiting;
};

/* The days of a row as text, which stays until its statement has run. */
typedef struct
{
  char day[EX_DAY_ISO_SIZE];
  char recorded[EX_DAY_ISO_SIZE];
} RowDays;

/* $1 is the import; the rows' columns follow, row by row. */
static ExStatement *
prepare_insert (ExDatabase *database,
                int         n_rows,
                GError    **error)
{
  g_autoptr (GString) sql = g_string_new ("INSERT INTO check_ins (objective_id, day, value, recorded, confidence, note, next, evidence, import) VALUES");

  for (int row = 0; row < n_rows; row++)
    {
      g_string_append (sql, row > 0 ? ", (" : " (");
      for (int column = 0; column < COLUMNS; column++)
        g_string_append_printf (sql, "$%d, ", 2 + row * COLUMNS + column);
      g_string_append (sql, "$1)");
    }
  return ex_database_prepare (database, sql->str, error);
}

ExCheckInWriter *
ex_check_in_writer_new (ExImportRun *run,
                        GError     **error)
{
  ExCheckInWriter *self = g_new0 (ExCheckInWriter, 1);

  self->run = run;
  ex_day_write (ex_day_today (), self->today);
  self->insert_many = prepare_insert (run->store->db, ROWS_AT_ONCE, error);
  self->insert_one = self->insert_many != NULL ? prepare_insert (run->store->db, 1, error) : NULL;
  if (self->insert_one == NULL)
    {
      ex_check_in_writer_free (self);
      return NULL;
    }
  ex_statement_bind_int (self->insert_many, 1, run->number);
  ex_statement_bind_int (self->insert_one, 1, run->number);
  run->digest = ex_digest_new_background ();
  ex_digest_text (run->digest, "check_ins");
  return self;
}

void
ex_check_in_writer_free (ExCheckInWriter *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->insert_many, ex_statement_reset);
  g_clear_pointer (&self->insert_one, ex_statement_reset);
  g_free (self);
}

/* Its columns as the parameters from @first on. */
static void
bind_row (const ExCheckInWriter *self,
          ExStatement           *statement,
          int                    first,
          const ExCheckInRow    *row,
          RowDays               *days)
{
  ex_day_write (row->day, days->day);
  ex_day_write (row->recorded, days->recorded);
  ex_statement_bind_text_static (statement, first, row->objective_id, -1);
  ex_statement_bind_text_static (statement, first + 1, days->day, EX_DAY_ISO_SIZE - 1);
  ex_statement_bind_double (statement, first + 2, row->value);
  ex_statement_bind_text_static (statement, first + 3, row->recorded != EX_DAY_NONE ? days->recorded : self->today, EX_DAY_ISO_SIZE - 1);
  ex_bind_int_unless (statement, first + 4, row->confidence, 0);
  ex_bind_optional (statement, first + 5, row->note);
  ex_bind_optional (statement, first + 6, row->next);
  ex_bind_optional (statement, first + 7, row->evidence);
}

static void
digest_optional (ExDigest   *digest,
                 const char *text)
{
  ex_digest_text (digest, text == NULL || *text == '\0' ? NULL : text);
}

/* As ex_journal_digest_import() would read it back, column by column, but without the reading. */
static void
digest_row (const ExCheckInWriter *self,
            const ExCheckInRow    *row,
            const RowDays         *days)
{
  ExDigest *digest = self->run->digest;

  ex_digest_text (digest, row->objective_id);
  ex_digest_text (digest, days->day);
  ex_digest_double (digest, row->value + 0.0); /* SQLite keeps no -0.0 */
  ex_digest_text (digest, row->recorded != EX_DAY_NONE ? days->recorded : self->today);
  if (row->confidence == 0)
    ex_digest_null (digest);
  else
    ex_digest_int (digest, row->confidence);
  digest_optional (digest, row->note);
  digest_optional (digest, row->next);
  digest_optional (digest, row->evidence);
  ex_digest_int (digest, self->run->number);
}

static gboolean
insert_rows (ExCheckInWriter            *self,
             ExStatement                *statement,
             const ExCheckInRow * const *rows,
             int                         n,
             GError                    **error)
{
  RowDays days[ROWS_AT_ONCE];

  for (int i = 0; i < n; i++)
    {
      bind_row (self, statement, 2 + i * COLUMNS, rows[i], &days[i]);
      digest_row (self, rows[i], &days[i]);
    }
  return ex_statement_run (statement, error);
}

gboolean
ex_check_in_writer_insert (ExCheckInWriter    *self,
                           const ExCheckInRow *row,
                           GError            **error)
{
  self->run->counts.added++;
  self->run->rows++;
  self->run->total += row->value;
  self->waiting[self->n_waiting++] = row;
  if (self->n_waiting < ROWS_AT_ONCE)
    return TRUE;
  self->n_waiting = 0;
  return insert_rows (self, self->insert_many, self->waiting, ROWS_AT_ONCE, error);
}

gboolean
ex_check_in_writer_update (ExCheckInWriter    *self,
                           const ExCheckInRow *row,
                           GError            **error)
{
  g_autoptr (ExStatement) statement = NULL;
  RowDays days;

  statement = ex_database_prepare (self->run->store->db,
                                   "UPDATE check_ins SET value = $3, recorded = $4, confidence = $5, note = $6, next = $7, evidence = $8"
                                   " WHERE objective_id = $1 AND day = $2",
                                   error);
  if (statement == NULL)
    return FALSE;
  bind_row (self, statement, 1, row, &days);
  self->run->counts.changed++;
  return ex_statement_run (statement, error);
}

gboolean
ex_check_in_writer_end (ExCheckInWriter *self,
                        GError         **error)
{
  for (guint i = 0; i < self->n_waiting; i++)
    if (!insert_rows (self, self->insert_one, &self->waiting[i], 1, error))
      return FALSE;
  self->n_waiting = 0;
  return TRUE;
}
