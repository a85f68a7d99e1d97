/* Columns of a row as the records of core want them, and back: optional text is NULL and never "", days are ISO text. */
#pragma once

#include "core/ex-day.h"
#include "ex-database.h"

G_BEGIN_DECLS

char    *ex_column_dup_text (ExStatement *row, int column); /* NULL for NULL. (transfer full) */
ExDay    ex_column_day      (ExStatement *row, int column); /* EX_DAY_NONE for NULL */
gint64   ex_column_int_or   (ExStatement *row, int column, gint64 otherwise);

void     ex_bind_optional   (ExStatement *statement, int parameter, const char *text); /* NULL and "" bind NULL. Static until the step */
void     ex_bind_day        (ExStatement *statement, int parameter, ExDay day);        /* EX_DAY_NONE binds NULL */
void     ex_bind_int_unless (ExStatement *statement, int parameter, gint64 value, gint64 none); /* @none binds NULL */

/* After the last step: TRUE when the rows came to their end, FALSE with @error when it was @failure (taken) that ended them. */
gboolean ex_rows_ended      (GError *failure, GError **error);

/* Steps a statement that gives one row at most: 1 with a row, 0 without, -1 and @error. */
int      ex_row_find        (ExStatement *statement, GError **error);

/* Prepares @sql, binds @text to $1 (NULL: null) and runs it. */
gboolean ex_run_with_text   (ExDatabase *database, const char *sql, const char *text, GError **error);

G_END_DECLS
