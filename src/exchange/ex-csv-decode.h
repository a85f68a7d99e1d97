/* The ways from bytes to UTF-8, for the survey and the decoder. Of this folder only. */
#pragma once

#include "ex-csv-text.h"

G_BEGIN_DECLS

#define EX_CSV_PART    (256 * 1024) /* bytes that are read at once */
#define EX_CSV_LONGEST 16           /* no character of any encoding has more bytes */

gsize       ex_csv_part_of           (ExCsvSource *source); /* the same, of a small one less */
/* 0: it has none for this byte. */
gunichar    ex_csv_from_windows_1252 (guint8 byte);
const char *ex_csv_skip_ascii        (const char *p, const char *end);
/* Length of the UTF-8 sequence of more than one byte at @p, 0: none. */
gsize       ex_csv_sequence_length   (const char *p, const char *end);
/* Appends what @size bytes are in UTF-8; *@used: how many were taken. @last: no more follow. FALSE: the byte behind those is no text. */
gboolean    ex_csv_decode_named      (GIConv converter, const char *data, gsize size, gboolean last, GString *to, gsize *used);

G_END_DECLS
