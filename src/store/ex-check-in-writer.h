/* Writes the check-ins of an import, digested as they go by. */
#pragma once

#include "core/ex-objective.h"
#include "ex-import-run.h"

G_BEGIN_DECLS

typedef struct _ExCheckInWriter ExCheckInWriter;

/* @run gets the counts, and the digest. */
ExCheckInWriter *ex_check_in_writer_new    (ExImportRun *run);
void             ex_check_in_writer_free   (ExCheckInWriter *self);
/* In the order of the table's key. @row must stay until the end. */
gboolean         ex_check_in_writer_insert (ExCheckInWriter *self, const ExCheckInRow *row, GError **error);
gboolean         ex_check_in_writer_update (ExCheckInWriter *self, const ExCheckInRow *row, GError **error);
/* Writes what waits. */
gboolean         ex_check_in_writer_end    (ExCheckInWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExCheckInWriter, ex_check_in_writer_free)

G_END_DECLS
