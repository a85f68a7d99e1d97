/* The Customer Asset page's tables: a row a period or a segment, the movements by name, the rates read from them. */
#pragma once

#include <gtk/gtk.h>

#include "ex-movement-rows.h"

G_BEGIN_DECLS

typedef enum
{
  EX_ASSET_TABLE_PERIODS,
  EX_ASSET_TABLE_PERIODS_OF_SEGMENT, /* with what moved in and out */
  EX_ASSET_TABLE_SEGMENTS,           /* the same, and lifetime values; sorted by a click on a title */
} ExAssetTable;

/* Columns for ExMovementRow, those of customers or of value. */
void ex_asset_table_columns (GtkColumnView *view, ExAssetTable table, ExMeasure measure, const char *currency);

#define EX_ASSET_SORT_NAME 0 /* the column of names; other keys are for ex_asset_table_figure() */

/* What the column with the sort key @key says of a movement, as a number; EX_UNSET where it is undefined, and for names. @lifetime: its lifetime value. */
double ex_asset_table_figure (int key, ExMeasure measure, const ExMovement *movement, double lifetime);
/* The key of the closing, by which the largest come first unless somebody asks otherwise. */
int    ex_asset_table_closing_key (void);

G_END_DECLS
