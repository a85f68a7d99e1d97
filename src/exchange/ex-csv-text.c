#include "config.h"

#include "ex-csv-text.h"

#include "core/ex-error.h"

#include <glib/gi18n-lib.h>

#include <errno.h>
#include <string.h>

#define BOM "\xef\xbb\xbf"

/* Windows-1252 from 0x80 to 0x9f; 0 where it has nothing. The rest is Latin-1. Own, because not every system has a converter for it. */
static const guint16 windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
  0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

guint
ex_csv_text_count_lines (const char *begin, const char *end)
{
  guint n = 0;

  for (const char *p = begin; p < end; p++)
    if (*p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n')))
      n++;

  return n;
}

/* Files that are no text at all, by their first bytes, so that the message can say what to do. */
static const char *
name_other_format (const char *data, gsize size)
{
  static const struct { const char *magic; gsize length; const char *what; } formats[] = {
    { "PK\003\004", 4, N_("a workbook or a ZIP archive") },
    { "\xd0\xcf\x11\xe0", 4, N_("an old workbook") },
    { "%PDF", 4, N_("a PDF document") },
    { "\x1f\x8b", 2, N_("compressed by gzip") },
    { "SQLite format 3", 15, N_("a database") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (size >= formats[i].length && memcmp (data, formats[i].magic, formats[i].length) == 0)
      return formats[i].what;

  return NULL;
}

/* UTF-16 without a mark: nearly all text has many characters below 256, whose upper byte is 0. */
static const char *
find_utf16 (const guint8 *data, gsize size)
{
  gsize zeros[2] = { 0, 0 };
  gsize sample = MIN (size, 4096) & ~(gsize) 1;

  for (gsize i = 0; i < sample; i++)
    if (data[i] == 0)
      zeros[i & 1]++;

  if (zeros[1] * 8 >= sample && zeros[1] > zeros[0] * 4)
    return "UTF-16LE";
  if (zeros[0] * 8 >= sample && zeros[0] > zeros[1] * 4)
    return "UTF-16BE";

  return NULL;
}

static const char *
find_wide (const char *data, gsize size)
{
  if (size >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    return "UTF-16LE";
  if (size >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    return "UTF-16BE";

  return find_utf16 ((const guint8 *) data, size);
}

/* Eight bytes at a time: most files are ASCII. */
static const char *
skip_ascii (const char *p, const char *end)
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

/* Length of the UTF-8 sequence of more than one byte at @p, 0: none. */
static gsize
sequence_length (const char *p, const char *end)
{
  gunichar c = g_utf8_get_char_validated (p, end - p);

  return c == (gunichar) -1 || c == (gunichar) -2 ? 0 : (gsize) g_unichar_to_utf8 (c, NULL);
}

typedef struct
{
  gsize       sequences; /* of more than one byte */
  gsize       strays;    /* bytes that are not UTF-8 */
  const char *stray;     /* the first */
} Census;

static Census
take_census (const char *begin, const char *end)
{
  Census census = { 0, 0, NULL };

  for (const char *p = skip_ascii (begin, end); p < end; p = skip_ascii (p, end))
    {
      gsize length = sequence_length (p, end);

      if (length > 0)
        census.sequences++;
      else if (census.strays++ == 0)
        census.stray = p;
      p += MAX (length, 1);
    }

  return census;
}

static void
set_bad_byte (GError **error, guint line, guint8 byte, const char *encoding)
{
  g_set_error (error, EX_ERROR, EX_ERROR_INVALID,
               _("Line %u has a byte (0x%02X) that is no text in %s. Save the file as UTF-8, or say which encoding it is in."),
               line, byte, encoding);
}

/* With @mixed, UTF-8 sequences stay as they are: files glued together from several sources have both. */
static GBytes *
from_windows_1252 (const char *begin, const char *end, gboolean mixed, GError **error)
{
  g_autoptr (GString) text = g_string_sized_new ((gsize) (end - begin) + (gsize) (end - begin) / 8);
  gsize length;

  for (const char *p = begin; p < end;)
    {
      const char *run = skip_ascii (p, end);

      g_string_append_len (text, p, run - p);
      p = run;
      if (p == end)
        break;

      length = mixed ? sequence_length (p, end) : 0;
      if (length > 0)
        g_string_append_len (text, p, (gssize) length);
      else
        {
          guint8 byte = (guint8) *p;
          gunichar c = byte < 0xa0 ? windows_1252[byte - 0x80] : byte;

          if (c == 0)
            {
              set_bad_byte (error, ex_csv_text_count_lines (begin, p) + 1, byte, "Windows-1252");
              return NULL;
            }
          g_string_append_unichar (text, c);
        }
      p += MAX (length, 1);
    }

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* By iconv, which says where it stopped. */
static GBytes *
from_named (const char *data, gsize size, const char *encoding, GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (size + size / 8);
  GIConv converter = g_iconv_open ("UTF-8", encoding);
  char *in = (char *) data;
  gsize left = size;
  gboolean good = TRUE;

  if (converter == (GIConv) -1)
    {
      g_set_error (error, EX_ERROR, EX_ERROR_INVALID,
                   _("There is no encoding “%s”. Known are, among others, UTF-8, UTF-16, Windows-1252, ISO-8859-1 and MacRoman."), encoding);
      return NULL;
    }

  while (left > 0 && good)
    {
      char buffer[16384];
      char *out = buffer;
      gsize room = sizeof buffer;

      good = g_iconv (converter, &in, &left, &out, &room) != (gsize) -1 || errno == E2BIG;
      g_string_append_len (text, buffer, out - buffer);
    }
  g_iconv_close (converter);

  if (!good)
    {
      set_bad_byte (error, ex_csv_text_count_lines (text->str, text->str + text->len) + 1, (guint8) *in, encoding);
      return NULL;
    }

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static GBytes *
find_and_decode (GBytes *bytes, ExCsvText *out, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *wide = find_wide (data, size);
  Census census;

  if (wide != NULL)
    {
      out->encoding = wide;
      return from_named (data, size, wide, error);
    }

  census = take_census (data, data + size);
  out->encoding = census.strays > 0 && census.sequences == 0 ? "Windows-1252" : "UTF-8";
  if (census.strays == 0)
    return g_bytes_ref (bytes);

  if (census.sequences > 0)
    out->mixed_line = ex_csv_text_count_lines (data, census.stray) + 1;

  return from_windows_1252 (data, data + size, census.sequences > 0, error);
}

static GBytes *
decode_as (GBytes *bytes, const char *encoding, ExCsvText *out, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *bad;

  out->encoding = g_intern_string (encoding);
  if (g_ascii_strcasecmp (encoding, "windows-1252") == 0 || g_ascii_strcasecmp (encoding, "cp1252") == 0)
    return from_windows_1252 (data, data + size, FALSE, error);
  if (g_ascii_strcasecmp (encoding, "utf-8") != 0 && g_ascii_strcasecmp (encoding, "utf8") != 0)
    return from_named (data, size, encoding, error);

  bad = take_census (data, data + size).stray;
  if (bad == NULL)
    return g_bytes_ref (bytes);
  set_bad_byte (error, ex_csv_text_count_lines (data, bad) + 1, (guint8) *bad, "UTF-8");

  return NULL;
}

/* Without the byte-order mark; and refuses NUL, which no CSV has and most databases cut text at. */
static gboolean
finish (ExCsvText *out, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (out->text, &size);
  const char *nul = size > 0 ? memchr (text, '\0', size) : NULL;

  if (nul != NULL)
    {
      g_set_error (error, EX_ERROR, EX_ERROR_INVALID,
                   _("Line %u has a NUL byte, which no text has. Save the file again as CSV in UTF-8."),
                   ex_csv_text_count_lines (text, nul) + 1);
      return FALSE;
    }

  if (size >= 3 && memcmp (text, BOM, 3) == 0)
    {
      GBytes *rest = g_bytes_new_from_bytes (out->text, 3, size - 3);

      g_bytes_unref (out->text);
      out->text = rest;
    }

  return TRUE;
}

gboolean
ex_csv_text_decode (GBytes *bytes, const char *encoding, ExCsvText *out, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *format = name_other_format (data, size);

  *out = (ExCsvText) { NULL, NULL, 0 };
  if (format != NULL)
    {
      g_set_error (error, EX_ERROR, EX_ERROR_INVALID, _("This is no CSV file: it is %s. Save it as CSV."), _(format));
      return FALSE;
    }

  out->text = encoding != NULL ? decode_as (bytes, encoding, out, error) : find_and_decode (bytes, out, error);
  if (out->text == NULL)
    return FALSE;
  if (!finish (out, error))
    {
      g_clear_pointer (&out->text, g_bytes_unref);
      return FALSE;
    }

  return TRUE;
}
