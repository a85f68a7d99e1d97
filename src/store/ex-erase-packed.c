#include "config.h"

#include "ex-erase-packed.h"

#include "ex-column.h"
#include "ex-journal-pack.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse_damaged (const ExErasePacked *at, GError **error)
{
  g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_DAMAGED, _("What import %lld added to “%s”, and was taken back, cannot be read any more."),
               (long long) at->import, at->table->name);
  return FALSE;
}

static gboolean
walk_part (const ExErasePacked *at, ExStatement *part, ExErasePackedRow row, gpointer data, GError **error)
{
  g_autofree ExValue *values = g_new0 (ExValue, at->table->n);
  gboolean good = TRUE;
  gsize length;
  const guint8 *byte = ex_statement_blob (part, 3, &length);
  const guint8 *end = byte + length;

  while (good && byte < end)
    {
      byte = ex_unpack_row (at->table, byte, end, values);
      if (byte == NULL)
        return refuse_damaged (at, error);
      good = row (at, values, data, error);
      ex_values_clear (values, at->table->n);
    }
  return good;
}

gboolean
ex_erase_walk_packed (ExStore *store, ExErasePackedRow row, ExErasePackedPart end, gpointer data, GError **error)
{
  g_autoptr (ExStatement) parts = ex_database_prepare (store->db, "SELECT import, table_name, part, packed FROM taken_back ORDER BY import, table_name, part",
                                                       error);
  GError *problem = NULL;

  if (parts == NULL)
    return FALSE;
  while (problem == NULL && ex_statement_step (parts, &problem))
    {
      g_autoptr (ExJournalTable) table = ex_journal_table_load (store->db, ex_statement_text (parts, 1), &problem);
      const ExErasePacked at = { ex_statement_int (parts, 0), table, (int) ex_statement_int (parts, 2) };

      if (table == NULL || !walk_part (&at, parts, row, data, &problem) || (end != NULL && !end (&at, data, &problem)))
        break;
    }
  return ex_rows_ended (problem, error);
}
