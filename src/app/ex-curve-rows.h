/* The points of a reward curve as rows to type in: growth, payout, and a button that takes the point away. What cannot be is said beside the field. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-curve.h"

G_BEGIN_DECLS

#define EX_TYPE_CURVE_ROWS (ex_curve_rows_get_type ())
G_DECLARE_FINAL_TYPE (ExCurveRows, ex_curve_rows, EX, CURVE_ROWS, GtkBox)

/* (nullable) (element-type ExCurvePoint). Fields that say the same already are left as they are typed. */
void     ex_curve_rows_set_points   (ExCurveRows *self, const GArray *curve);
void     ex_curve_rows_set_editable (ExCurveRows *self, gboolean editable);
/* Everything that is typed is a curve. */
gboolean ex_curve_rows_are_valid    (ExCurveRows *self);
/* What is typed, (transfer full) (element-type ExCurvePoint); NULL: it is no curve. */
GArray  *ex_curve_rows_read         (ExCurveRows *self);
void     ex_curve_rows_focus        (ExCurveRows *self, guint index);

/* Signals: "changed" (): on every keystroke; "settled" (): Enter, or the focus goes; "remove" (guint index); "add" (). */

G_END_DECLS
