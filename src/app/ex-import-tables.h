/* The two tables of the import assistant's preview. */
#pragma once

#include <gtk/gtk.h>

#include "ex-import-items.h"

G_BEGIN_DECLS

/* Columns for ex_import_problems_new(): how bad, line, column, words. */
void  ex_import_problem_columns_append (GtkColumnView *view);

/* Columns for ex_import_records_new() of @draft, in place of those that were there. */
void  ex_import_record_columns_set     (GtkColumnView *view, ExImportDraft *draft);

/* "Line 12, Manager: …" of every problem that @selection has selected, a line each. (transfer full) */
char *ex_import_problems_selected_text (GtkSelectionModel *selection);

G_END_DECLS
