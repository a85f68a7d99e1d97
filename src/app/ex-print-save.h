/* Pages that are in view already, as a PDF: one a turn of the main loop, since their charts are drawn by the main thread; the file is finished by another. */
#pragma once

#include "exchange/ex-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef void (* ExPrintProgress) (double fraction, gpointer data);

/* Cancelled or failed, nothing is left at @path. @progress is called in the main thread, until @callback is. */
void     ex_print_save_async  (ExPages *pages, const char *title, const char *path, GCancellable *cancellable, ExPrintProgress progress,
                               GAsyncReadyCallback callback, gpointer data);
gboolean ex_print_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
