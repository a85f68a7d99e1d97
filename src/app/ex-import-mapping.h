/* The import assistant's second step: which column of the file each field is read from, and how the file is to be taken. */
#pragma once

#include <gtk/gtk.h>

#include "ex-import-draft.h"

G_BEGIN_DECLS

#define EX_TYPE_IMPORT_MAPPING (ex_import_mapping_get_type ())
G_DECLARE_FINAL_TYPE (ExImportMapping, ex_import_mapping, EX, IMPORT_MAPPING, GtkWidget)

/* Makes the rows, once. @choices: borrowed, edited in place; then "changed" () is emitted, and "choose-file" () when another file is wanted. */
void ex_import_mapping_begin (ExImportMapping *self, ExImportChoices *choices, ExSession *session);

/* Shows what was taken for what. */
void ex_import_mapping_show  (ExImportMapping *self, ExImportDraft *draft);

G_END_DECLS
