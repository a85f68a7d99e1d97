/* Rows of the table of periods. */
#pragma once

#include <gio/gio.h>

#include "ex-movement-rows.h"

G_BEGIN_DECLS

/* Rows of @spans (element-type ExSpan; kept), latest first, each with what is said of it in words. (transfer full) */
GListModel *ex_period_rows_new    (GPtrArray *spans, const ExLedgerMarks *marks);

/* Puts in place of the company's movement that of @segment, which the spans have; where nobody was in it nothing moved. */
void        ex_period_rows_narrow (GPtrArray *spans, int segment);

G_END_DECLS
