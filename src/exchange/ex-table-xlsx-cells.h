/* Cells of a spreadsheet: numbers as numbers, days as days, text never as anything else. */
#pragma once

#include "ex-table.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

typedef struct _ExXlsxCells ExXlsxCells;

/* The formats are made once, the widths of the columns are found on the way. */
ExXlsxCells *ex_xlsx_cells_new       (lxw_workbook *book, guint n_columns);
void         ex_xlsx_cells_free      (ExXlsxCells *self);

void         ex_xlsx_cells_heading   (ExXlsxCells *self, lxw_worksheet *sheet, lxw_col_t column, const char *heading, gboolean right);
/* In a locale with a point as decimal sign. */
void         ex_xlsx_cells_write     (ExXlsxCells *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const ExTableCell *cell);

/* In characters. */
double       ex_xlsx_width           (const char *text);
void         ex_xlsx_cells_widen     (ExXlsxCells *self, lxw_col_t column, double width);
double       ex_xlsx_cells_get_width (const ExXlsxCells *self, lxw_col_t column);

G_END_DECLS
