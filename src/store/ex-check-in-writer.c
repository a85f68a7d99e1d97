#include "config.h"

#include "ex-check-in-writer.h"

#include "ex-bulk-insert.h"
#include "ex-column.h"

#define COLUMNS   "objective_id, day, value, recorded, confidence, note, next, evidence"
#define N_COLUMNS 8

/* The days of a row as text, which stays until its statement has run. */
typedef struct
{
  char day[EX_DAY_ISO_SIZE];
  char recorded[EX_DAY_ISO_SIZE];
} RowDays;

struct _ExCheckInWriter
{
  ExImportRun  *run;
  ExBulkInsert *insert;
  char          today[EX_DAY_ISO_SIZE];
  RowDays       days[EX_BULK_ROWS];
};

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

static void
bind_new_row_cb (ExStatement  *statement,
                 int           first,
                 guint         slot,
                 gconstpointer row,
                 gpointer      data)
{
  ExCheckInWriter *self = data;

  bind_row (self, statement, first, row, &self->days[slot]);
  digest_row (self, row, &self->days[slot]);
}

ExCheckInWriter *
ex_check_in_writer_new (ExImportRun *run)
{
  ExCheckInWriter *self = g_new0 (ExCheckInWriter, 1);

  self->run = run;
  ex_day_write (ex_day_today (), self->today);
  self->insert = ex_bulk_insert_new (run->store->db, "check_ins", COLUMNS, N_COLUMNS, run->number, bind_new_row_cb, self);
  run->digest = ex_digest_new_background ();
  ex_digest_text (run->digest, "check_ins");
  return self;
}

void
ex_check_in_writer_free (ExCheckInWriter *self)
{
  if (self == NULL)
    return;
  ex_bulk_insert_free (self->insert);
  g_free (self);
}

gboolean
ex_check_in_writer_insert (ExCheckInWriter    *self,
                           const ExCheckInRow *row,
                           GError            **error)
{
  self->run->counts.added++;
  self->run->rows++;
  self->run->total += row->value;
  return ex_bulk_insert_add (self->insert, row, error);
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
  return ex_bulk_insert_end (self->insert, error);
}
