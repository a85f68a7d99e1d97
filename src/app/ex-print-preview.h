/* A document's pages as they will be printed: paper chosen, printed, or saved as a PDF. */
#pragma once

#include "exchange/ex-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps a reference on @document, which must not change from here on, nor its charts be used by another thread. Pages are laid out by a worker thread, which uses the
 * charts only where a height was left to them. */
void ex_print_preview_show       (GtkWidget *parent, ExDocument *document);
/* One chart on a page of its own, on its side, and its figures as a table behind. */
void ex_print_preview_show_chart (GtkWidget *parent, ExChart *chart);

G_END_DECLS
