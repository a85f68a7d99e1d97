/* The pages of a document below each other, each as wide as there is room. Page Up and Page Down, Home and End go from page to page. */
#pragma once

#include "exchange/ex-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EX_TYPE_PRINT_PAGES (ex_print_pages_get_type ())
G_DECLARE_FINAL_TYPE (ExPrintPages, ex_print_pages, EX, PRINT_PAGES, GtkWidget)

/* Signal "page-changed": another page is the one in view. */
void       ex_print_pages_set      (ExPrintPages *self, ExPages *pages); /* (transfer full) (nullable) */
ExPages   *ex_print_pages_get      (ExPrintPages *self);                 /* (transfer none) (nullable) */
guint      ex_print_pages_get_page (ExPrintPages *self);                 /* the one in view, from 0 */
void       ex_print_pages_go       (ExPrintPages *self, guint page);

G_END_DECLS
