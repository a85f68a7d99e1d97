/* The import assistant: a file, what its columns mean, a preview with every problem by line, and then all of it or nothing. */
#pragma once

#include <gtk/gtk.h>

#include "exchange/ex-import-plan.h"
#include "ex-session.h"

G_BEGIN_DECLS

/* @file: (nullable) asks for one first. */
void ex_import_dialog_present (GtkWidget *parent, ExSession *session, ExImportWhat what, GFile *file);

G_END_DECLS
