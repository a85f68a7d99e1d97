/* Rows of customers that fall into final periods: they may be there, as long as they change nothing. They are kept apart while the file is
 * read, added up as all rows are, and held against the ledger at the end. Of this folder only. */
#pragma once

#include "core/ex-ledger-column.h"
#include "ex-import-run.h"

G_BEGIN_DECLS

typedef struct _ExHeldRows ExHeldRows;

/* @final: (element-type ExPeriod); @standing: (nullable) as it was imported. Both must outlive the rows. */
ExHeldRows *ex_held_rows_new   (ExLedgerKind kind, ExGrain grain, const GArray *final, const ExLedger *standing, ExOver over);
void        ex_held_rows_free  (ExHeldRows *self);
/* Whether a period, by its index in the ledger's grain, is final. */
gboolean    ex_held_rows_cover (ExHeldRows *self, int index);
/* As ex_ledger_builder_add(). FALSE when the sum overflows. */
gboolean    ex_held_rows_add   (ExHeldRows *self, guint line, ExField customer, int index, ExDay day, gint64 value, ExField segment, ExField reason);
/* Refuses every row of a cell that would change; where whole periods are replaced, also what is missing. FALSE and @error: what stands cannot be
 * read. */
gboolean    ex_held_rows_check (ExHeldRows *self, ExImportRun *run, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExHeldRows, ex_held_rows_free)

G_END_DECLS
