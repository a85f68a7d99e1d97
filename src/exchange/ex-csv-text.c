#include "config.h"

#include "ex-csv-text.h"

#include "core/ex-error.h"
#include "ex-csv-decode.h"

#include <glib/gi18n-lib.h>

#include <string.h>

guint
ex_csv_text_count_lines (const char *begin, const char *end)
{
  guint n = 0;

  for (const char *p = begin; p < end; p++)
    if (*p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n')))
      n++;

  return n;
}

/* --- what it is ------------------------------------------------------------------------------------------------------------------- */

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

/* --- part by part ------------------------------------------------------------------------------------------------------------------- */

/* What a look through all of the bytes finds. */
typedef struct
{
  guint64 at;        /* of the part at hand */
  guint   lines;     /* ends of lines so far, of what was looked at closely */
  gsize   sequences; /* of UTF-8, of more than one byte */
  gsize   strays;    /* bytes that are not UTF-8 */
  guint64 stray;     /* where the first is */
  guint8  stray_byte;
  guint64 unknown;   /* where the first byte is that Windows-1252 has not; G_MAXUINT64: nowhere */
  guint8  unknown_byte;
  guint64 nul;       /* where the first NUL is; G_MAXUINT64: nowhere */
  gboolean single;   /* every byte is a character */
  GIConv  converter;
  GString *decoded;  /* scratch */
  GChecksum *checksum; /* (nullable) */
} Survey;

/* Looks at a part, and returns how many of its bytes are done with; -1: no more need be looked at. */
typedef gssize (* Look) (Survey *self, const char *data, gsize size, gboolean last);

static gboolean
look_through (ExCsvSource *source, GCancellable *cancellable, Survey *self, Look look, GError **error)
{
  g_autofree char *part = g_malloc (ex_csv_part_of (source) + EX_CSV_LONGEST);
  guint64 offset = 0;
  gsize have = 0;
  gssize n, used = 0;

  while (used >= 0 && (n = ex_csv_source_read (source, offset, part + have, ex_csv_part_of (source), error)) != 0)
    {
      if (n < 0 || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (self->checksum != NULL)
        g_checksum_update (self->checksum, (const guchar *) part + have, n);
      offset += (guint64) n;
      have += (gsize) n;
      used = look (self, part, have, offset >= ex_csv_source_get_size (source));
      if (used < 0)
        break;
      self->at += (guint64) used;
      have = MIN (have - (gsize) used, EX_CSV_LONGEST);
      memmove (part, part + used, have);
    }

  return TRUE;
}

static void
note_stray (Survey *self, guint64 at, guint8 byte)
{
  if (self->strays++ == 0)
    {
      self->stray = at;
      self->stray_byte = byte;
    }
  if (self->unknown == G_MAXUINT64 && ex_csv_from_windows_1252 (byte) == 0)
    {
      self->unknown = at;
      self->unknown_byte = byte;
    }
}

/* Bytes that may be UTF-8, or Windows-1252, or both. */
static gssize
look_at_bytes (Survey *self, const char *data, gsize size, gboolean last)
{
  const char *end = data + size, *p = ex_csv_skip_ascii (data, end);
  const char *nul = memchr (data, '\0', size);

  if (nul != NULL)
    {
      self->nul = self->at + (guint64) (nul - data);
      return -1;
    }
  for (; p < end && (last || end - p >= EX_CSV_LONGEST); p = ex_csv_skip_ascii (p, end))
    {
      gsize length = self->single ? 0 : ex_csv_sequence_length (p, end);

      if (length > 0)
        self->sequences++;
      else
        note_stray (self, self->at + (guint64) (p - data), (guint8) *p);
      p += MAX (length, 1);
    }

  return p - data;
}

/* A named encoding, by converting it. */
static gssize
look_at_named (Survey *self, const char *data, gsize size, gboolean last)
{
  gsize used;
  gboolean good;
  const char *nul, *text;

  g_string_truncate (self->decoded, 0);
  good = ex_csv_decode_named (self->converter, data, size, last, self->decoded, &used);
  text = self->decoded->str;
  nul = memchr (text, '\0', self->decoded->len);
  self->lines += ex_csv_text_count_lines (text, nul != NULL ? nul : text + self->decoded->len);
  if (nul != NULL)
    self->nul = 0;
  else if (!good)
    {
      self->strays = 1;
      self->stray_byte = (guint8) data[used];
    }

  return nul != NULL || !good ? -1 : (gssize) used;
}

/* --- what is wrong with it -------------------------------------------------------------------------------------------------------------- */

static guint
line_of (ExCsvSource *source, guint64 at)
{
  g_autofree char *part = g_malloc (EX_CSV_PART);
  guint64 offset = 0;
  guint lines = 1;
  char before = '\0';
  gssize n;

  while (offset < at && (n = ex_csv_source_read (source, offset, part, (gsize) MIN (EX_CSV_PART, at - offset), NULL)) > 0)
    {
      for (gssize i = 0; i < n; before = part[i++])
        lines += part[i] == '\r' || (part[i] == '\n' && before != '\r');
      offset += (guint64) n;
    }

  return lines;
}

static gboolean
set_bad_byte (GError **error, guint line, guint8 byte, const char *encoding)
{
  g_set_error (error, EX_ERROR, EX_ERROR_INVALID,
               _("Line %u has a byte (0x%02X) that is no text in %s. Save the file as UTF-8, or say which encoding it is in."),
               line, byte, encoding);

  return FALSE;
}

/* NUL, which no CSV has and most databases cut text at. */
static gboolean
set_nul (GError **error, guint line)
{
  g_set_error (error, EX_ERROR, EX_ERROR_INVALID, _("Line %u has a NUL byte, which no text has. Save the file again as CSV in UTF-8."), line);

  return FALSE;
}

static gboolean
survey_named (ExCsvSource *source, GChecksum *checksum, GCancellable *cancellable, ExCsvText *text, GError **error)
{
  g_autoptr (GString) decoded = g_string_new (NULL);
  Survey survey = { .nul = G_MAXUINT64, .decoded = decoded, .checksum = checksum };
  gboolean done;

  text->form = EX_CSV_NAMED;
  survey.converter = g_iconv_open ("UTF-8", text->encoding);
  if (survey.converter == (GIConv) -1)
    {
      g_set_error (error, EX_ERROR, EX_ERROR_INVALID,
                   _("There is no encoding “%s”. Known are, among others, UTF-8, UTF-16, Windows-1252, ISO-8859-1 and MacRoman."), text->encoding);
      return FALSE;
    }
  done = look_through (source, cancellable, &survey, look_at_named, error);
  g_iconv_close (survey.converter);
  if (done && survey.nul != G_MAXUINT64)
    return set_nul (error, survey.lines + 1);
  if (done && survey.strays > 0)
    return set_bad_byte (error, survey.lines + 1, survey.stray_byte, text->encoding);

  return done;
}

/* @form: what the bytes are said to be, -1: not said. */
static gboolean
survey_bytes (ExCsvSource *source, int form, GChecksum *checksum, GCancellable *cancellable, ExCsvText *text, GError **error)
{
  Survey survey = { .nul = G_MAXUINT64, .unknown = G_MAXUINT64, .single = form == EX_CSV_WINDOWS_1252, .checksum = checksum };

  if (!look_through (source, cancellable, &survey, look_at_bytes, error))
    return FALSE;
  if (survey.nul != G_MAXUINT64)
    return set_nul (error, line_of (source, survey.nul));

  if (form == -1 && survey.strays == 0)
    form = EX_CSV_UTF8;
  else if (form == -1)
    form = survey.sequences > 0 ? EX_CSV_MIXED : EX_CSV_WINDOWS_1252;
  text->form = (ExCsvForm) form;
  if (text->encoding == NULL)
    text->encoding = form == EX_CSV_WINDOWS_1252 ? "Windows-1252" : "UTF-8";
  if (form == EX_CSV_UTF8 && survey.strays > 0)
    return set_bad_byte (error, line_of (source, survey.stray), survey.stray_byte, "UTF-8");
  if (form == EX_CSV_MIXED)
    text->mixed_line = line_of (source, survey.stray);
  if (form != EX_CSV_UTF8 && survey.unknown != G_MAXUINT64)
    return set_bad_byte (error, line_of (source, survey.unknown), survey.unknown_byte, "Windows-1252");

  return TRUE;
}

static gboolean
is_named (const char *encoding, const char *one, const char *other)
{
  return encoding != NULL && (g_ascii_strcasecmp (encoding, one) == 0 || g_ascii_strcasecmp (encoding, other) == 0);
}

gboolean
ex_csv_text_guess (ExCsvSource *source, const char *encoding, ExCsvText *text)
{
  g_autofree char *part = g_malloc (EX_CSV_PART);
  gssize size = ex_csv_source_read (source, 0, part, EX_CSV_PART, NULL);
  Survey survey = { .nul = G_MAXUINT64, .unknown = G_MAXUINT64 };

  if (size <= 0 || (encoding != NULL && !is_named (encoding, "utf-8", "utf8")))
    return FALSE;
  if (name_other_format (part, (gsize) size) != NULL || find_wide (part, (gsize) size) != NULL)
    return FALSE;

  look_at_bytes (&survey, part, (gsize) size, FALSE);
  *text = (ExCsvText) { EX_CSV_UTF8, encoding != NULL ? g_intern_string (encoding) : "UTF-8", 0 };

  return survey.nul == G_MAXUINT64 && survey.strays == 0;
}

gboolean
ex_csv_text_survey (ExCsvSource *source, const char *encoding, GChecksum *checksum, GCancellable *cancellable, ExCsvText *text, GError **error)
{
  char head[4096];
  gssize size = ex_csv_source_read (source, 0, head, sizeof head, error);
  const char *format, *wide;

  *text = (ExCsvText) { .encoding = encoding != NULL ? g_intern_string (encoding) : NULL };
  if (size < 0)
    return FALSE;
  format = name_other_format (head, (gsize) size);
  if (format != NULL)
    {
      g_set_error (error, EX_ERROR, EX_ERROR_INVALID, _("This is no CSV file: it is %s. Save it as CSV."), _(format));
      return FALSE;
    }

  if (is_named (encoding, "windows-1252", "cp1252"))
    return survey_bytes (source, EX_CSV_WINDOWS_1252, checksum, cancellable, text, error);
  if (is_named (encoding, "utf-8", "utf8"))
    return survey_bytes (source, EX_CSV_UTF8, checksum, cancellable, text, error);
  wide = encoding == NULL ? find_wide (head, (gsize) size) : NULL;
  if (encoding == NULL && wide == NULL)
    return survey_bytes (source, -1, checksum, cancellable, text, error);
  if (wide != NULL)
    text->encoding = wide;

  return survey_named (source, checksum, cancellable, text, error);
}
