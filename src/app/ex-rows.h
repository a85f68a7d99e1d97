/* Rows of a table over an ExCompany: a list of indexes, each made into an item only when it is looked at, so that fifty thousand
 * objectives scroll as well as fifty. */
#pragma once

#include <gio/gio.h>

#include "core/ex-company.h"

G_BEGIN_DECLS

#define EX_TYPE_ROW (ex_row_get_type ())
G_DECLARE_FINAL_TYPE (ExRow, ex_row, EX, ROW, GObject)

ExCompany *ex_row_get_company (ExRow *self);
guint      ex_row_get_index   (ExRow *self); /* of a leader or an objective of the company */

#define EX_TYPE_ROWS (ex_rows_get_type ())
G_DECLARE_FINAL_TYPE (ExRows, ex_rows, EX, ROWS, GObject)

ExRows    *ex_rows_new (void);
/* @indexes: (transfer full) (element-type guint) (nullable) with none the list is empty. */
void       ex_rows_set (ExRows *self, ExCompany *company, GArray *indexes);

/* Takes a reference away in a thread: a big company takes a while to free, and whoever shows rows of it may hold the last one. */
void       ex_rows_let_go (ExCompany *company);

G_END_DECLS
