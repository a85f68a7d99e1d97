/* Rows of the import assistant's tables: the problems of a draft, or the first records that it would bring. */
#pragma once

#include "ex-import-draft.h"

G_BEGIN_DECLS

#define EX_TYPE_IMPORT_ITEM (ex_import_item_get_type ())
G_DECLARE_FINAL_TYPE (ExImportItem, ex_import_item, EX, IMPORT_ITEM, GObject)

const ExProblem    *ex_import_item_get_problem (ExImportItem *self); /* of a list of problems */
/* What of the file the problem is in: the heading of its column. (nullable) */
const char         *ex_import_item_get_heading (ExImportItem *self);
const char * const *ex_import_item_get_cells   (ExImportItem *self); /* of a list of records */

/* GListModels of ExImportItem. (transfer full) */
GListModel         *ex_import_problems_new     (ExImportDraft *draft);
GListModel         *ex_import_records_new      (ExImportDraft *draft);

G_END_DECLS
