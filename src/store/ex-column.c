#include "config.h"

#include "ex-column.h"

char *
ex_column_dup_text (ExStatement *row,
                    int          column)
{
  return g_strdup (ex_statement_text (row, column));
}

ExDay
ex_column_day (ExStatement *row,
               int          column)
{
  const char *iso = ex_statement_text (row, column);

  return iso != NULL ? ex_day_parse (iso) : EX_DAY_NONE;
}

gint64
ex_column_int_or (ExStatement *row,
                  int          column,
                  gint64       otherwise)
{
  return ex_statement_is_null (row, column) ? otherwise : ex_statement_int (row, column);
}

void
ex_bind_optional (ExStatement *statement,
                  int          parameter,
                  const char  *text)
{
  if (text == NULL || *text == '\0')
    ex_statement_bind_null (statement, parameter);
  else
    ex_statement_bind_text_static (statement, parameter, text, -1);
}

void
ex_bind_day (ExStatement *statement,
             int          parameter,
             ExDay        day)
{
  char iso[EX_DAY_ISO_SIZE];

  if (day == EX_DAY_NONE)
    {
      ex_statement_bind_null (statement, parameter);
      return;
    }
  ex_day_write (day, iso);
  ex_statement_bind_text (statement, parameter, iso);
}

void
ex_bind_int_unless (ExStatement *statement,
                    int          parameter,
                    gint64       value,
                    gint64       none)
{
  if (value == none)
    ex_statement_bind_null (statement, parameter);
  else
    ex_statement_bind_int (statement, parameter, value);
}

gboolean
ex_rows_ended (GError  *failure,
               GError **error)
{
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

int
ex_row_find (ExStatement *statement,
             GError     **error)
{
  GError *failure = NULL;

  if (ex_statement_step (statement, &failure))
    return 1;
  return ex_rows_ended (failure, error) ? 0 : -1;
}

gboolean
ex_run_with_text (ExDatabase *database,
                  const char *sql,
                  const char *text,
                  GError    **error)
{
  g_autoptr (ExStatement) statement = ex_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, text);
  return ex_statement_run (statement, error);
}
