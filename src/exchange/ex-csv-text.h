/* Bytes to text: which encoding they are in, and the same in UTF-8, part by part. Of this folder only. */
#pragma once

#include "ex-csv-source.h"

G_BEGIN_DECLS

typedef enum { EX_CSV_UTF8, EX_CSV_WINDOWS_1252, EX_CSV_MIXED /* UTF-8 with single bytes of Windows-1252 */, EX_CSV_NAMED } ExCsvForm;

typedef struct
{
  ExCsvForm   form;
  const char *encoding;   /* as a person would name it; interned */
  guint       mixed_line; /* of EX_CSV_MIXED: the first line with such a byte; else 0 */
} ExCsvText;

/* Looks through all of @source. @encoding: (nullable) an iconv name; NULL to find it out. @checksum: (nullable) gets every byte on the way. FALSE and
 * @error: it is no text in it, has a NUL byte, or cannot be read; or it was cancelled. */
gboolean ex_csv_text_survey (ExCsvSource *source, const char *encoding, GChecksum *checksum, GCancellable *cancellable, ExCsvText *text,
                             GError **error);
/* Whether its first part is plain UTF-8, as nearly always all of it is then. @text is then that. */
gboolean ex_csv_text_guess  (ExCsvSource *source, const char *encoding, ExCsvText *text);

/* The text, part by part. */
typedef struct _ExCsvDecoder ExCsvDecoder;

ExCsvDecoder *ex_csv_decoder_new  (ExCsvSource *source, const ExCsvText *text);
void          ex_csv_decoder_free (ExCsvDecoder *self);
/* Appends the next part to @to, UTF-8 without a byte-order mark. FALSE at the end, or on @error. */
gboolean      ex_csv_decoder_next (ExCsvDecoder *self, GString *to, GError **error);
guint64       ex_csv_decoder_tell (const ExCsvDecoder *self); /* bytes of the source read so far */

/* Line ends (LF, CR or CR LF) from @begin to @end. */
guint         ex_csv_text_count_lines (const char *begin, const char *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExCsvDecoder, ex_csv_decoder_free)

G_END_DECLS
