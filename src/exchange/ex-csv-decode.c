#include "config.h"

#include "ex-csv-decode.h"

#include <errno.h>
#include <string.h>

/* Windows-1252 from 0x80 to 0x9f; 0 where it has nothing. The rest is Latin-1. Own, because not every system has a converter for it. */
static const guint16 windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
  0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

gsize
ex_csv_part_of (ExCsvSource *source)
{
  return (gsize) MIN (ex_csv_source_get_size (source) + 1, EX_CSV_PART);
}

gunichar
ex_csv_from_windows_1252 (guint8 byte)
{
  return byte < 0x80 || byte >= 0xa0 ? byte : windows_1252[byte - 0x80];
}

/* Eight bytes at a time: most files are ASCII. */
const char *
ex_csv_skip_ascii (const char *p, const char *end)
{
  while (end - p >= 8)
    {
      guint64 word;

      memcpy (&word, p, 8);
      if (word & G_GUINT64_CONSTANT (0x8080808080808080))
        break;
      p += 8;
    }
  while (p < end && (guchar) *p < 0x80)
    p++;

  return p;
}

gsize
ex_csv_sequence_length (const char *p, const char *end)
{
  gunichar c = g_utf8_get_char_validated (p, end - p);

  return c == (gunichar) -1 || c == (gunichar) -2 ? 0 : (gsize) g_unichar_to_utf8 (c, NULL);
}

/* With @mixed, UTF-8 sequences stay as they are: files glued together from several sources have both. */
static gsize
decode_windows_1252 (const char *data, gsize size, gboolean mixed, gboolean last, GString *to)
{
  const char *end = data + size, *p = data;

  while (p < end)
    {
      const char *run = ex_csv_skip_ascii (p, end);
      gsize length;

      g_string_append_len (to, p, run - p);
      p = run;
      if (p == end || (mixed && !last && end - p < EX_CSV_LONGEST))
        break;

      length = mixed ? ex_csv_sequence_length (p, end) : 0;
      if (length > 0)
        g_string_append_len (to, p, (gssize) length);
      else
        g_string_append_unichar (to, ex_csv_from_windows_1252 ((guint8) *p));
      p += MAX (length, 1);
    }

  return (gsize) (p - data);
}

gboolean
ex_csv_decode_named (GIConv converter, const char *data, gsize size, gboolean last, GString *to, gsize *used)
{
  char *in = (char *) data;
  gsize left = size;
  gboolean good = TRUE;

  while (left > 0 && good)
    {
      char buffer[16384];
      char *out = buffer;
      gsize room = sizeof buffer;

      errno = 0;
      good = g_iconv (converter, &in, &left, &out, &room) != (gsize) -1 || errno == E2BIG;
      g_string_append_len (to, buffer, out - buffer);
    }
  *used = size - left;

  return good || (errno == EINVAL && !last); /* the rest of a character is in the next part */
}

struct _ExCsvDecoder
{
  ExCsvSource *source;
  ExCsvText    text;
  GIConv       converter;
  guint64      offset; /* of what is read next */
  char        *part;
  gsize        have;   /* bytes in it that are still to be decoded */
  gboolean     begun;
};

ExCsvDecoder *
ex_csv_decoder_new (ExCsvSource *source, const ExCsvText *text)
{
  ExCsvDecoder *self = g_new0 (ExCsvDecoder, 1);

  self->source = ex_csv_source_ref (source);
  self->text = *text;
  self->converter = text->form == EX_CSV_NAMED ? g_iconv_open ("UTF-8", text->encoding) : (GIConv) -1;
  if (text->form != EX_CSV_UTF8)
    self->part = g_malloc (ex_csv_part_of (source) + EX_CSV_LONGEST);

  return self;
}

void
ex_csv_decoder_free (ExCsvDecoder *self)
{
  if (self == NULL)
    return;

  if (self->converter != (GIConv) -1)
    g_iconv_close (self->converter);
  ex_csv_source_unref (self->source);
  g_free (self->part);
  g_free (self);
}

guint64
ex_csv_decoder_tell (const ExCsvDecoder *self)
{
  return self->offset;
}

/* Most files need no decoding: the bytes are read to where they are wanted. */
static gboolean
append_as_it_is (ExCsvDecoder *self, GString *to, GError **error)
{
  gsize at = to->len, part = ex_csv_part_of (self->source);
  gssize n;

  g_string_set_size (to, at + part);
  n = ex_csv_source_read (self->source, self->offset, to->str + at, part, error);
  g_string_set_size (to, at + (gsize) MAX (n, 0));
  self->offset += (guint64) MAX (n, 0);

  return n > 0;
}

static gboolean
append_decoded (ExCsvDecoder *self, GString *to, GError **error)
{
  gssize n = ex_csv_source_read (self->source, self->offset, self->part + self->have, ex_csv_part_of (self->source), error);
  gsize size = self->have + (gsize) MAX (n, 0), used = size;
  gboolean last;

  if (n < 0 || size == 0)
    return FALSE;

  self->offset += (guint64) n;
  last = n == 0 || self->offset >= ex_csv_source_get_size (self->source);
  if (self->text.form == EX_CSV_NAMED)
    ex_csv_decode_named (self->converter, self->part, size, last, to, &used);
  else
    used = decode_windows_1252 (self->part, size, self->text.form == EX_CSV_MIXED, last, to);

  /* What cannot be decoded was found by the survey; what comes in between since then, by whether the file has changed. */
  self->have = last || size - used > EX_CSV_LONGEST ? 0 : size - used;
  memmove (self->part, self->part + used, self->have);

  return TRUE;
}

gboolean
ex_csv_decoder_next (ExCsvDecoder *self, GString *to, GError **error)
{
  gsize at = to->len;
  gboolean more = self->text.form == EX_CSV_UTF8 ? append_as_it_is (self, to, error) : append_decoded (self, to, error);

  if (!self->begun && to->len - at >= 3 && memcmp (to->str + at, "\xef\xbb\xbf", 3) == 0)
    g_string_erase (to, (gssize) at, 3);
  self->begun = TRUE;

  return more;
}
