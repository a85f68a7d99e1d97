/* Bytes to rows: RFC 4180 CSV in UTF-8, UTF-16 or Windows-1252, separated by comma, semicolon or tab. */
#pragma once

#include <gio/gio.h>

#include "ex-csv-text.h"
#include "ex-problem.h"

G_BEGIN_DECLS

typedef struct _ExCsvReader ExCsvReader;

/* A field: UTF-8, not NUL-terminated, valid until the next row is read. */
typedef struct { const char *text; gsize length; } ExField;

/* @encoding: (nullable) an iconv name, NULL to find it out. Fails on bytes that are not text in @encoding, with the line. A file is read part by
 * part, so that its size costs no memory; of a pipe everything is read. */
ExCsvReader *ex_csv_reader_new        (GBytes *bytes, const char *encoding, GError **error);
ExCsvReader *ex_csv_reader_new_for_path (const char *path, const char *encoding, GError **error);
/* Of what is known to be text, or taken for it. */
ExCsvReader *ex_csv_reader_new_for_text (ExCsvSource *source, const ExCsvText *text);
/* A second reader of the same text, before its first row. */
ExCsvReader *ex_csv_reader_copy       (const ExCsvReader *self);
void         ex_csv_reader_free       (ExCsvReader *self);
const char  *ex_csv_reader_get_encoding (ExCsvReader *self);
/* The first line of text in UTF-8 that has single bytes of Windows-1252 in it, which were read as such; 0: there is none. */
guint        ex_csv_reader_get_mixed_line (ExCsvReader *self);
char         ex_csv_reader_get_separator (ExCsvReader *self);
/* After the last row: FALSE and @error when the file could not be read to its end, or was written to meanwhile. */
gboolean     ex_csv_reader_is_whole   (ExCsvReader *self, GError **error);
/* The next row that is not empty (one of blanks and separators only is); FALSE at the end. A quote that never ends is a problem with
 * its line, and so is text behind a closing quote. @problems: (nullable). */
gboolean     ex_csv_reader_next       (ExCsvReader *self, ExProblems *problems);
gboolean     ex_csv_reader_row_is_bad (ExCsvReader *self);     /* the row had such a problem */
gboolean     ex_csv_reader_is_broken  (ExCsvReader *self);     /* a quote that never ends was met: the rest is no rows */
guint        ex_csv_reader_get_line   (ExCsvReader *self);     /* where the row starts, 1-based */
guint        ex_csv_reader_n_fields   (ExCsvReader *self);
ExField      ex_csv_reader_get_field  (ExCsvReader *self, guint i);
const ExField *ex_csv_reader_get_fields (ExCsvReader *self, guint *n); /* all of the row */
double       ex_csv_reader_get_fraction (ExCsvReader *self);   /* read so far, 0 to 1 */
void         ex_csv_reader_rewind     (ExCsvReader *self);     /* to before the first row */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExCsvReader, ex_csv_reader_free)

G_END_DECLS
