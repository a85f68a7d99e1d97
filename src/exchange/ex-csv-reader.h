/* Bytes to rows: RFC 4180 CSV in UTF-8, UTF-16 or Windows-1252, separated by comma, semicolon or tab. */
#pragma once

#include <gio/gio.h>

#include "ex-problem.h"

G_BEGIN_DECLS

typedef struct _ExCsvReader ExCsvReader;

/* A field: UTF-8, not NUL-terminated, valid until the next row is read. */
typedef struct { const char *text; gsize length; } ExField;

/* @encoding: (nullable) an iconv name, NULL to find it out. Fails on bytes that are not text in @encoding, with the line. */
ExCsvReader *ex_csv_reader_new        (GBytes *bytes, const char *encoding, GError **error);
ExCsvReader *ex_csv_reader_new_for_path (const char *path, const char *encoding, GError **error); /* maps the file */
void         ex_csv_reader_free       (ExCsvReader *self);
const char  *ex_csv_reader_get_encoding (ExCsvReader *self);
char         ex_csv_reader_get_separator (ExCsvReader *self);
char        *ex_csv_reader_get_digest (ExCsvReader *self);     /* (transfer full) SHA-256 of the bytes, hex */
/* The next row that is not empty; FALSE at the end. A quote that never ends is a problem with its line. */
gboolean     ex_csv_reader_next       (ExCsvReader *self, ExProblems *problems);
guint        ex_csv_reader_get_line   (ExCsvReader *self);     /* where the row starts, 1-based */
guint        ex_csv_reader_n_fields   (ExCsvReader *self);
ExField      ex_csv_reader_get_field  (ExCsvReader *self, guint i);
double       ex_csv_reader_get_fraction (ExCsvReader *self);   /* read so far, 0 to 1 */
void         ex_csv_reader_rewind     (ExCsvReader *self);     /* to before the first row */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExCsvReader, ex_csv_reader_free)

G_END_DECLS
