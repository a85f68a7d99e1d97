/* Many rows a statement: what a statement costs by itself is as much as several rows cost. */
#pragma once

#include "ex-database.h"

G_BEGIN_DECLS

typedef struct _ExBulkInsert ExBulkInsert;

/* Binds the columns of @row to the parameters from @first on. @slot: 0 to EX_BULK_ROWS - 1, another for each row that is bound at
 * the same time: for text that has to stay until the statement has run. */
typedef void (* ExBulkBind) (ExStatement *statement, int first, guint slot, gconstpointer row, gpointer data);

#define EX_BULK_ROWS 32

/* @columns: @n_columns of them, separated by ", "; the column import is added, with @import. */
ExBulkInsert *ex_bulk_insert_new  (ExDatabase *database, const char *table, const char *columns, int n_columns, gint64 import, ExBulkBind bind,
                                   gpointer data);
void          ex_bulk_insert_free (ExBulkInsert *self);
/* @row must stay until the end: rows are written when enough of them wait. */
gboolean      ex_bulk_insert_add  (ExBulkInsert *self, gconstpointer row, GError **error);
/* Writes those that wait. */
gboolean      ex_bulk_insert_end  (ExBulkInsert *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExBulkInsert, ex_bulk_insert_free)

G_END_DECLS
