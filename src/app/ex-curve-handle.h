/* A point of a reward curve that can be taken hold of: a round place over the chart, which draws the point. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-curve.h"

G_BEGIN_DECLS

#define EX_TYPE_CURVE_HANDLE (ex_curve_handle_get_type ())
G_DECLARE_FINAL_TYPE (ExCurveHandle, ex_curve_handle, EX, CURVE_HANDLE, GtkWidget)

#define EX_CURVE_HANDLE_SIZE 28

GtkWidget *ex_curve_handle_new   (void);
/* Says, for a screen reader, which point of @curve it is now. */
void       ex_curve_handle_show  (ExCurveHandle *self, const GArray *curve, guint index);
/* "Point 2 of 3: growth 5 %, pays 100 %". (transfer full) */
char      *ex_curve_handle_words (const GArray *curve, guint index);

G_END_DECLS
