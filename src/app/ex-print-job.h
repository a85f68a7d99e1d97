/* Sends pages to a printer, by the desktop's own dialog. */
#pragma once

#include "exchange/ex-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* When it is over; @error NULL: it went to the printer, or the user thought better of it. */
typedef void (* ExPrintDone) (gpointer data, const GError *error);

/* In the main thread. @file (nullable): a PDF instead of the dialog, as a printer would get it. */
void ex_print_job_run (GtkWindow *parent, ExPages *pages, const char *title, const char *file, ExPrintDone done, gpointer data, GDestroyNotify destroy);

G_END_DECLS
