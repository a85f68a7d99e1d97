/* What every import does alike: one action, one import number, counts, progress, and nothing left of it when it fails. */
#pragma once

#include "ex-digest.h"
#include "ex-store-private.h"

G_BEGIN_DECLS

typedef struct
{
  ExStore            *store;
  const ExImportInfo *info;
  ExImportCounts      counts;
  gint64              number;  /* that added rows carry */
  guint64             rows;    /* that carry it, in the file's words; 0: none, and the import leaves no entry */
  double              total;   /* over the figures of the added rows */
  ExDigest           *digest;  /* (nullable) over the added rows, of an import that digests them as it writes them; owned */
} ExImportRun;

/* Reads, checks and writes everything. */
typedef gboolean (* ExImportFill) (ExImportRun *run, gpointer data, GError **error);

/* @name: of the action. @what: as in the table imports. @counts: (nullable) set when it went well. */
gboolean ex_import_run      (ExStore *store, const char *name, const char *what, const ExImportInfo *info, ExImportFill fill, gpointer data,
                             ExImportCounts *counts, GError **error);
/* For the loop over the rows: FALSE when it was cancelled. Looks every few thousand rows only. */
gboolean ex_import_run_step (ExImportRun *run, guint64 done, guint64 all, GError **error);

/* The same elements, borrowed, in order. (transfer container) */
GPtrArray *ex_import_sorted (const GPtrArray *given, GCompareFunc compare);

G_END_DECLS
