/* The bar at the foot of the import assistant: what is being worked on, how far it is, and a way to stop it. Shown only when it takes
 * a moment. */
#pragma once

#include <gtk/gtk.h>

#include "ex-import-draft.h"

G_BEGIN_DECLS

#define EX_TYPE_IMPORT_WORK (ex_import_work_get_type ())
G_DECLARE_FINAL_TYPE (ExImportWork, ex_import_work, EX, IMPORT_WORK, GtkWidget)

/* @text: "Reading leaders.csv…". (transfer none) for the worker, until the next begin or end. Emits "stop" () when that is wanted. */
ExImportProgress *ex_import_work_begin (ExImportWork *self, const char *text);
void              ex_import_work_end   (ExImportWork *self);

G_END_DECLS
