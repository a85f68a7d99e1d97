/* The Customer Asset page's table: a row a period, the movements by name, the rates read from them. */
#pragma once

#include <gtk/gtk.h>

#include "company/ex-asset-chart.h"
#include "core/ex-movement.h"

G_BEGIN_DECLS

#define EX_TYPE_PERIOD_ROW (ex_period_row_get_type ())
G_DECLARE_FINAL_TYPE (ExPeriodRow, ex_period_row, EX, PERIOD_ROW, GObject)

ExPeriod          ex_period_row_get_period   (ExPeriodRow *self);
const ExMovement *ex_period_row_get_movement (ExPeriodRow *self);

#define EX_ALL_SEGMENTS -2 /* -1 is a segment: that of customers of whom none was said */

/* Rows of @spans (element-type ExSpan; kept), latest first. @segment: a number of the ledger's, or EX_ALL_SEGMENTS. (transfer full) */
GListModel *ex_period_rows_new     (GPtrArray *spans, int segment);

/* Columns for ExPeriodRow, those of customers or of value. @segmented shows moved in and moved out. */
void        ex_asset_table_columns (GtkColumnView *view, ExMeasure measure, gboolean segmented, const char *currency);

G_END_DECLS
