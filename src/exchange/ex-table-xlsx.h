/* The spreadsheet behind ex_table_new_file(). */
#pragma once

#include "ex-table-file.h"

G_BEGIN_DECLS

ExTable *ex_table_new_xlsx (const ExTableColumn *columns, const ExTableAbout *about, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
