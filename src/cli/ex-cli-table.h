/* An answer of rows and columns on standard output: aligned for people, or CSV or JSON for programs (stable, in English, with a point). */
#pragma once

#include "ex-cli.h"
#include "exchange/ex-table.h"

G_BEGIN_DECLS

typedef enum { EX_CLI_TEXT, EX_CLI_CSV, EX_CLI_JSON, EX_CLI_SHEET /* a spreadsheet: never on standard output */ } ExCliFormat;

gboolean ex_cli_format_parse (const char *nick, ExCliFormat *format); /* "text", "csv", "json"; NULL: text */

/* From here on everything is said in English where programs read it: sentences in cells, too. */
void     ex_cli_format_speak (ExCliFormat format);

/* Rows are printed as they come; as text, whose columns are as wide as the widest of all, when the table ends. Nothing is printed of one that
 * is freed before its first rows are. */
ExTable    *ex_cli_table_new    (const ExTableColumn *columns, ExCliFormat format);
/* Ends it; refused where it is a file that could not be written, which is said. */
ExCliStatus ex_cli_table_answer (ExTable *table);

G_END_DECLS
