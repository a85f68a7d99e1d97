/* Bytes to UTF-8: finds the encoding of a text file. Of this folder only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GBytes     *text;       /* UTF-8 without a byte-order mark and without NUL */
  const char *encoding;   /* as a person would name it; interned */
  guint       mixed_line; /* text in UTF-8 that has bytes of Windows-1252 in it: the first line with such; 0: none */
} ExCsvText;

/* @encoding: (nullable) an iconv name; NULL to find it out. On success @out holds a reference to its text. */
gboolean ex_csv_text_decode (GBytes *bytes, const char *encoding, ExCsvText *out, GError **error);

/* Line ends (LF, CR or CR LF) from @begin to @end. */
guint    ex_csv_text_count_lines (const char *begin, const char *end);

G_END_DECLS
