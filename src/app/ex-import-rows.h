/* The first records of a plan in words: how the rows of a file will come in. */
#pragma once

#include "core/ex-company.h"
#include "exchange/ex-import-plan.h"

G_BEGIN_DECLS

/* (transfer full) (element-type GStrv), at most @limit; @titles: (out) (transfer full) (element-type utf8), one a cell. Columns that no shown
 * record has anything in are left out. */
GPtrArray *ex_import_rows (const ExImportPlan *plan, const ExCompanyInfo *info, guint limit, GPtrArray **titles);

G_END_DECLS
