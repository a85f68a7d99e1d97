/* What an import added: the tables it adds to, the digest over its rows, and its progress. */
#include "config.h"

#include "ex-journal.h"

#include "ex-journal-table.h"

#include <string.h>

const char * const *
ex_journal_import_tables (const char *what)
{
  static const char * const objectives[] = { "objectives", "links", NULL };
  static const char * const ledger[] = { "ledger_layers", "ledger_columns", NULL };
  static const char * const leaders[] = { "leaders", NULL };
  static const char * const check_ins[] = { "check_ins", NULL };
  static const char * const movements[] = { "movements", NULL };
  static const char * const reasons[] = { "given_reasons", NULL };
  static const char * const * const all[] = { objectives, leaders, check_ins, movements, reasons };

  if (strcmp (what, "ledger") == 0)
    return ledger;
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (strcmp (what, all[i][0]) == 0)
      return all[i];
  return NULL;
}

static gboolean
digest_table (ExStore *self, const char *name, gint64 number, ExDigest *digest, GError **error)
{
  g_autoptr (ExJournalTable) table = ex_journal_table_load (self->db, name, error);
  g_autoptr (ExStatement) statement = table != NULL ? ex_journal_table_select_imported (table, self->db, number, error) : NULL;
  g_autoptr (GError) problem = NULL;

  if (statement == NULL)
    return FALSE;
  while (ex_statement_step (statement, &problem))
    ex_journal_table_digest_row (table, statement, 0, digest);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

char *
ex_journal_digest_import (ExStore *self, const char *what, gint64 number, GError **error)
{
  const char * const *tables = ex_journal_import_tables (what);
  g_autoptr (ExDigest) digest = ex_digest_new_background ();

  g_return_val_if_fail (tables != NULL, NULL);

  for (guint i = 0; tables[i] != NULL; i++)
    {
      ex_digest_text (digest, tables[i]);
      if (!digest_table (self, tables[i], number, digest, error))
        return NULL;
    }
  return ex_digest_end (digest);
}

gboolean
ex_import_info_step (const ExImportInfo *info, double fraction, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (info->cancellable, error))
    return FALSE;
  if (info->progress != NULL)
    info->progress (CLAMP (fraction, 0, 1), info->progress_data);
  return TRUE;
}
