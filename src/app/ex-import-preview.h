/* The import assistant's last step: how many rows come in, every problem by line and column, and the first records. */
#pragma once

#include <gtk/gtk.h>

#include "ex-import-draft.h"

G_BEGIN_DECLS

#define EX_TYPE_IMPORT_PREVIEW (ex_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (ExImportPreview, ex_import_preview, EX, IMPORT_PREVIEW, GtkWidget)

/* Emits "skip-bad" (gboolean) when the user wants bad rows left out or not, "read-again" () when the file was mended meanwhile. */
void  ex_import_preview_show       (ExImportPreview *self, ExImportDraft *draft);
/* What the trial has found. NULL: not known yet. */
void  ex_import_preview_show_tally (ExImportPreview *self, const ExImportTally *tally);

G_END_DECLS
