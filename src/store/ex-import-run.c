#include "config.h"

#include "ex-import-run.h"
#include "ex-store-tables.h"

#define ROWS_BETWEEN_LOOKS 4096

gboolean
ex_import_run_step (ExImportRun *run,
                    guint64      done,
                    guint64      all,
                    GError     **error)
{
  if (done % ROWS_BETWEEN_LOOKS != 0 || all == 0)
    return TRUE;
  return ex_import_info_step (run->info, (double) done / (double) all, error);
}

static gboolean
close_import (ExImportRun *run,
              const char  *what,
              GError     **error)
{
  g_autofree char *digest = NULL;
  char total[G_ASCII_DTOSTR_BUF_SIZE];

  if (run->rows == 0)
    return ex_store_leave_import (run->store, error);
  g_ascii_formatd (total, sizeof total, "%.17g", run->total);
  if (run->digest != NULL)
    digest = ex_digest_end (run->digest);
  return ex_store_close_import (run->store, what, run->info, run->rows, total, digest, error);
}

static gboolean
fill_import (ExImportRun *run,
             const char  *what,
             ExImportFill fill,
             gpointer     data,
             GError     **error)
{
  run->number = ex_store_open_import (run->store, error);
  return run->number != 0 && ex_import_info_step (run->info, 0, error) && fill (run, data, error) && close_import (run, what, error)
         && ex_import_info_step (run->info, 1, error);
}

gboolean
ex_import_run (ExStore            *store,
               const char         *name,
               const char         *what,
               const ExImportInfo *info,
               ExImportFill        fill,
               gpointer            data,
               ExImportCounts     *counts,
               GError            **error)
{
  ExImportRun run = { .store = store, .info = info };
  gboolean filled;

  if (!ex_store_begin_about (store, name, info->file_name, error))
    return FALSE;
  filled = fill_import (&run, what, fill, data, error);
  g_clear_pointer (&run.digest, ex_digest_free);
  if (!filled)
    {
      ex_store_rollback (store);
      return FALSE;
    }
  if (!ex_store_commit (store, error))
    return FALSE;
  if (counts != NULL)
    *counts = run.counts;
  return TRUE;
}

GPtrArray *
ex_import_sorted (const GPtrArray *given,
                  GCompareFunc     compare)
{
  GPtrArray *sorted = g_ptr_array_sized_new (given->len);

  for (guint i = 0; i < given->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (given, i));
  g_ptr_array_sort (sorted, compare);
  return sorted;
}
