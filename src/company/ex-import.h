/* A file into a company: what stands is read from the store, the plan is made, and what is good is applied as one action.
 * Here the exchange and the store are brought together, for the window and the command line alike. All of it runs in the thread
 * that owns the store. */
#pragma once

#include "exchange/ex-import-plan.h"
#include "store/ex-store-import.h"

G_BEGIN_DECLS

/* In rows of the file; read = added + changed + unchanged + refused. Rows that add up to one cell of the ledger share its fate. */
typedef struct
{
  guint64 read;
  guint64 added;
  guint64 changed;
  guint64 unchanged;
  guint64 refused;
} ExImportTally;

/* The plan alone, for a preview: nothing is written. @cycle: the name of the one that objectives go into, NULL for the latest.
 * Options' cancellable and progress are called from this thread. NULL and @error: the file cannot be read, there is no such
 * cycle, or it was cancelled. (transfer full) */
ExImportPlan *ex_import_prepare (ExStore *store, ExImportWhat what, const char *path, const char *cycle, const ExImportOptions *options, GError **error);

/* The same from bytes that were read already; @name: as the problems name the file. */
ExImportPlan *ex_import_prepare_bytes (ExStore *store, ExImportWhat what, const char *name, GBytes *bytes, const char *cycle,
                                       const ExImportOptions *options, GError **error);

/* Applies a plan that is good (ex_import_plan_is_good()), all or nothing. @path: the file's, for History. With @dry_run everything is
 * tried and taken back, so that the tally is exact. @tally: (nullable). */
gboolean      ex_import_apply   (ExStore *store, ExImportPlan *plan, const char *path, const ExImportOptions *options, gboolean dry_run,
                                 ExImportTally *tally, GError **error);

/* Both. TRUE: done, or tried with @dry_run. FALSE with @error: failed; FALSE without: the plan has problems, and nothing was
 * imported. @plan: (out) (transfer full), set unless the file could not be read. @tally: (nullable), filled in either case. */
gboolean      ex_import_file    (ExStore *store, ExImportWhat what, const char *path, const char *cycle, const ExImportOptions *options, gboolean dry_run,
                                 ExImportPlan **plan, ExImportTally *tally, GError **error);

/* The bad rows of a plan that was made with skip_bad, as CSV with a last column that says why. */
gboolean      ex_import_write_rejects (const ExImportPlan *plan, const char *path, GError **error);

/* "12 rows read: 10 added, 1 changed, 1 unchanged, 0 refused", translated. (transfer full) */
char         *ex_import_tally_to_text (const ExImportTally *tally);

G_END_DECLS
