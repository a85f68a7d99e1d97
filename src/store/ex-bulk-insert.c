#include "config.h"

#include "ex-bulk-insert.h"

#include <string.h>

#define PARAMETERS_AT_ONCE 300 /* what a statement may have, and some room */

struct _ExBulkInsert
{
  ExDatabase   *database;
  char         *table;
  char         *columns;
  int           n_columns;
  gint64        import;
  ExBulkBind    bind;
  gpointer      data;
  guint         at_once;
  ExStatement  *statement; /* for @at_once rows */
  guint         n_waiting;
  gconstpointer waiting[EX_BULK_ROWS];
};

ExBulkInsert *
ex_bulk_insert_new (ExDatabase *database,
                    const char *table,
                    const char *columns,
                    int         n_columns,
                    gint64      import,
                    ExBulkBind  bind,
                    gpointer    data)
{
  ExBulkInsert *self = g_new0 (ExBulkInsert, 1);

  self->database = database;
  self->table = g_strdup (table);
  self->columns = g_strdup (columns);
  self->n_columns = n_columns;
  self->import = import;
  self->bind = bind;
  self->data = data;
  self->at_once = (guint) CLAMP (PARAMETERS_AT_ONCE / n_columns, 1, EX_BULK_ROWS);
  return self;
}

void
ex_bulk_insert_free (ExBulkInsert *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->statement, ex_statement_reset);
  g_free (self->table);
  g_free (self->columns);
  g_free (self);
}

/* $1 is the import; the rows' columns follow, row by row. */
static ExStatement *
prepare (ExBulkInsert *self,
         guint         n_rows,
         GError      **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  ExStatement *statement;

  g_string_printf (sql, "INSERT INTO %s (import, %s) VALUES", self->table, self->columns);
  for (guint row = 0; row < n_rows; row++)
    {
      g_string_append (sql, row > 0 ? ", ($1" : " ($1");
      for (int column = 0; column < self->n_columns; column++)
        g_string_append_printf (sql, ", $%d", 2 + (int) row * self->n_columns + column);
      g_string_append_c (sql, ')');
    }
  statement = ex_database_prepare (self->database, sql->str, error);
  if (statement != NULL)
    ex_statement_bind_int (statement, 1, self->import);
  return statement;
}

/* Bindings stay when a statement has run, so the import need not be bound again. */
static gboolean
write_waiting (ExBulkInsert *self,
               ExStatement  *statement,
               GError      **error)
{
  for (guint i = 0; i < self->n_waiting; i++)
    self->bind (statement, 2 + (int) i * self->n_columns, i, self->waiting[i], self->data);
  self->n_waiting = 0;
  return ex_statement_run (statement, error);
}

gboolean
ex_bulk_insert_add (ExBulkInsert *self,
                    gconstpointer row,
                    GError      **error)
{
  self->waiting[self->n_waiting++] = row;
  if (self->n_waiting < self->at_once)
    return TRUE;
  if (self->statement == NULL)
    self->statement = prepare (self, self->at_once, error);
  return self->statement != NULL && write_waiting (self, self->statement, error);
}

gboolean
ex_bulk_insert_end (ExBulkInsert *self,
                    GError      **error)
{
  g_autoptr (ExStatement) statement = NULL;

  if (self->n_waiting == 0)
    return TRUE;
  statement = prepare (self, self->n_waiting, error);
  return statement != NULL && write_waiting (self, statement, error);
}
