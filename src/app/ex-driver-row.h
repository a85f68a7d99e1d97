/* A driver of the customer asset: the sentence of what is claimed of it, its figures, and why. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-claims.h"

G_BEGIN_DECLS

#define EX_TYPE_DRIVER_ROW (ex_driver_row_get_type ())
G_DECLARE_FINAL_TYPE (ExDriverRow, ex_driver_row, EX, DRIVER_ROW, GtkListBoxRow)

/* @groups: three, horizontal: rows made with the same ones are aligned. (transfer floating) */
GtkWidget *ex_driver_row_new  (ExDriver driver, GtkSizeGroup **groups);
void       ex_driver_row_show (ExDriverRow *self, const ExClaims *claims, ExMeasure measure, const char *currency);
ExDriver   ex_driver_row_get_driver (ExDriverRow *self);

G_END_DECLS
