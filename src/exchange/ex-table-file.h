/* A table as a file: CSV for programs, a spreadsheet for people. It reaches its name only when it is complete; given up or cancelled, nothing
 * of it stays. */
#pragma once

#include "ex-table.h"

G_BEGIN_DECLS

typedef enum { EX_TABLE_CSV, EX_TABLE_XLSX } ExTableFormat;

typedef struct
{
  const char *title;    /* "Leaders": of the sheet and the document */
  const char *company;
  const char *currency; /* behind the headings of money */
} ExTableAbout;

/* By the ending of a name, or the ending alone: "csv", "out.XLSX". */
gboolean    ex_table_format_parse (const char *path, ExTableFormat *format);
const char *ex_table_format_nick  (ExTableFormat format); /* "csv" */

/* CSV is the same in every language (RFC 4180, UTF-8; text from data that a spreadsheet would run is guarded). A spreadsheet has headings and
 * words in the reader's, and every cell that is one as a number, a day or a truth value. @cancellable (nullable): looked at after every row.
 * NULL: the file cannot be written. */
ExTable    *ex_table_new_file     (const ExTableColumn *columns, const ExTableAbout *about, const char *path, ExTableFormat format,
                                   GCancellable *cancellable, GError **error);

/* The rows of CSV, for whoever writes them elsewhere. */
void        ex_table_append_csv_names (GString *csv, const ExTableColumn *columns, guint n_columns);
void        ex_table_append_csv_row   (GString *csv, const ExTableColumn *columns, const ExTableCell *cells, guint n_columns);

G_END_DECLS
