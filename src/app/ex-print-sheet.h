/* One page of a document, as wide as it is given room, drawn only while it is in view. */
#pragma once

#include "exchange/ex-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EX_TYPE_PRINT_SHEET (ex_print_sheet_get_type ())
G_DECLARE_FINAL_TYPE (ExPrintSheet, ex_print_sheet, EX, PRINT_SHEET, GtkWidget)

GtkWidget *ex_print_sheet_new         (ExPages *pages, guint page);
void       ex_print_sheet_set_in_view (ExPrintSheet *self, gboolean in_view);
gboolean   ex_print_sheet_is_drawn    (ExPrintSheet *self); /* it has been since it came into view */

G_END_DECLS
