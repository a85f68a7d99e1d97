#include "config.h"

#include "ex-csv-reader.h"

#include "core/ex-error.h"
#include "ex-csv-text.h"

#include <glib/gi18n-lib.h>

#include <errno.h>
#include <string.h>

#define SAMPLE_ROWS 100 /* that the separator is found from */

struct _ExCsvReader
{
  GBytes       *bytes;      /* as they came, for the digest */
  ExCsvText     decoded;
  const char   *begin;      /* of the first row */
  const char   *end;
  const char   *at;
  guint         first_line; /* of the row at begin */
  guint         next_line;
  guint         line;       /* of the row read last */
  char          separator;
  gboolean      stops[256]; /* bytes that end a bare field */
  ExField      *fields;
  guint         n_fields;
  guint         allocated;
  gboolean      bad;        /* the row read last has a problem */
  gboolean      filled;     /* it has something in it */
  gboolean      broken;     /* a quote never ends */
  gboolean      sampling;   /* a separator is only being tried */
  GStringChunk *unescaped;  /* fields of the row that had doubled quotes */
};

static void
set_separator (ExCsvReader *self, char separator)
{
  memset (self->stops, 0, sizeof self->stops);
  self->stops[(guchar) separator] = TRUE;
  self->stops['\r'] = TRUE;
  self->stops['\n'] = TRUE;
  self->separator = separator;
}

static gboolean
is_blank (const ExCsvReader *self, char c)
{
  return c == ' ' || (c == '\t' && self->separator != '\t');
}

static const char *
skip_blanks (const ExCsvReader *self, const char *p)
{
  while (p < self->end && is_blank (self, *p))
    p++;

  return p;
}

static const char *
skip_bare (const ExCsvReader *self, const char *p)
{
  while (p < self->end && !self->stops[(guchar) *p])
    p++;

  return p;
}

static void
add_field (ExCsvReader *self, const char *text, gsize length)
{
  if (self->n_fields == self->allocated)
    {
      self->allocated = MAX (self->allocated * 2, 32);
      self->fields = g_renew (ExField, self->fields, self->allocated);
    }
  self->fields[self->n_fields++] = (ExField) { text, length };

  for (gsize i = 0; i < length && !self->filled; i++)
    self->filled = (guchar) text[i] > ' ';
}

/* "a ""b"" c" without the outer quotes to a "b" c. */
static void
add_unescaped (ExCsvReader *self, const char *text, gsize length)
{
  g_autofree char *plain = g_malloc (length + 1);
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      plain[n++] = text[i];
      if (text[i] == '"')
        i++;
    }

  add_field (self, g_string_chunk_insert_len (self->unescaped, plain, (gssize) n), n);
}

G_GNUC_PRINTF (3, 4) static void
complain (ExCsvReader *self, ExProblems *problems, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  self->bad = TRUE;
  if (problems == NULL)
    return;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ex_problems_add (problems, self->line, self->n_fields + 1, "%s", text);
}

/* @open: the opening quote. Returns what stands behind the field. */
static const char *
read_quoted (ExCsvReader *self, const char *open, ExProblems *problems)
{
  const char *close = open + 1;
  gboolean doubled = FALSE;
  const char *rest;

  while ((close = memchr (close, '"', (gsize) (self->end - close))) != NULL && close + 1 < self->end && close[1] == '"')
    {
      doubled = TRUE;
      close += 2;
    }

  if (close == NULL)
    {
      complain (self, problems, _("A quotation mark that opens on line %u is never closed; put a closing one behind the field."),
                self->next_line);
      self->broken = TRUE;
      add_field (self, open + 1, (gsize) (self->end - open - 1));
      return self->end;
    }

  rest = skip_blanks (self, close + 1);
  if (rest < self->end && !self->stops[(guchar) *rest])
    {
      complain (self, problems, _("Text stands behind the closing quotation mark; inside a quoted field, write a quotation mark twice."));
      rest = skip_bare (self, rest);
    }

  if (doubled)
    add_unescaped (self, open + 1, (gsize) (close - open - 1));
  else
    add_field (self, open + 1, (gsize) (close - open - 1));
  self->next_line += ex_csv_text_count_lines (open, close);

  return rest;
}

static const char *
read_field (ExCsvReader *self, const char *p, ExProblems *problems)
{
  const char *start = p;

  if (p < self->end && *p != '"' && is_blank (self, *p))
    p = skip_blanks (self, p);
  if (p < self->end && *p == '"')
    return read_quoted (self, p, problems);

  p = skip_bare (self, start);
  add_field (self, start, (gsize) (p - start));
  /* A quotation mark in the middle is most likely one that another separator would find at the start. */
  if (self->sampling && memchr (start, '"', (gsize) (p - start)) != NULL)
    self->bad = TRUE;

  return p;
}

static void
read_row (ExCsvReader *self, ExProblems *problems)
{
  const char *p = self->at;

  self->n_fields = 0;
  self->bad = FALSE;
  self->filled = FALSE;
  self->line = self->next_line;
  g_string_chunk_clear (self->unescaped);

  for (p = read_field (self, p, problems); p < self->end && *p == self->separator;)
    p = read_field (self, p + 1, problems);

  if (p < self->end && *p == '\r')
    p++;
  if (p < self->end && *p == '\n')
    p++;
  self->at = p;
  self->next_line++;
}

gboolean
ex_csv_reader_next (ExCsvReader *self, ExProblems *problems)
{
  g_return_val_if_fail (self != NULL, FALSE);

  while (self->at < self->end)
    {
      read_row (self, problems);
      if (self->filled || self->bad)
        return TRUE;
    }

  return FALSE;
}

/* What Excel writes in front, where commas are decimal signs: sep=; */
static void
skip_separator_line (ExCsvReader *self)
{
  const char *p = self->begin;

  if (self->end - p < 5 || g_ascii_strncasecmp (p, "sep=", 4) != 0)
    return;
  if (strchr (",;\t", p[4]) == NULL || (self->end - p > 5 && p[5] != '\r' && p[5] != '\n'))
    return;

  set_separator (self, p[4]);
  p += 5;
  if (p < self->end && *p == '\r')
    p++;
  if (p < self->end && *p == '\n')
    p++;
  self->begin = p;
  self->first_line = 2;
}

/* The share of the first rows that have as many fields as the heading; 0 when this does not separate anything. */
static double
try_separator (ExCsvReader *self, char separator, guint *n_columns)
{
  guint rows = 0, fitting = 0;

  set_separator (self, separator);
  ex_csv_reader_rewind (self);
  *n_columns = 0;
  while (rows < SAMPLE_ROWS && ex_csv_reader_next (self, NULL))
    {
      if (rows++ == 0)
        *n_columns = self->n_fields;
      if (self->n_fields == *n_columns && !self->bad)
        fitting++;
    }

  return *n_columns < 2 ? 0 : (double) fitting / rows;
}

static void
find_separator (ExCsvReader *self)
{
  double best = 0;
  guint most = 0;
  char found = ',';

  self->sampling = TRUE;
  for (const char *candidate = ",;\t"; *candidate != '\0'; candidate++)
    {
      guint n_columns;
      double share = try_separator (self, *candidate, &n_columns);

      if (share > best || (share > 0 && share == best && n_columns > most))
        {
          best = share;
          most = n_columns;
          found = *candidate;
        }
    }

  set_separator (self, found);
  self->sampling = FALSE;
}

static ExCsvReader *
reader_new (GBytes *bytes, GBytes *text)
{
  ExCsvReader *self = g_new0 (ExCsvReader, 1);
  gsize size;

  self->bytes = g_bytes_ref (bytes);
  self->decoded.text = g_bytes_ref (text);
  self->begin = g_bytes_get_data (text, &size);
  if (size == 0)
    self->begin = "";
  self->end = self->begin + size;
  self->first_line = 1;
  self->unescaped = g_string_chunk_new (1024);

  return self;
}

ExCsvReader *
ex_csv_reader_new (GBytes *bytes, const char *encoding, GError **error)
{
  ExCsvReader *self;
  ExCsvText decoded;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!ex_csv_text_decode (bytes, encoding, &decoded, error))
    return NULL;

  self = reader_new (bytes, decoded.text);
  self->decoded.encoding = decoded.encoding;
  self->decoded.mixed_line = decoded.mixed_line;
  g_bytes_unref (decoded.text);

  skip_separator_line (self);
  if (self->separator == '\0')
    find_separator (self);
  ex_csv_reader_rewind (self);

  return self;
}

ExCsvReader *
ex_csv_reader_new_for_path (const char *path, const char *encoding, GError **error)
{
  g_autoptr (GBytes) bytes = ex_csv_read_file (path, error);

  return bytes != NULL ? ex_csv_reader_new (bytes, encoding, error) : NULL;
}

GBytes *
ex_csv_read_file (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  char *data;
  gsize size;

  g_return_val_if_fail (path != NULL, NULL);

  /* Read, not mapped: a file that is saved again meanwhile would take a mapped reader down with it. */
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR, _("“%s” is a folder, not a file."), path);
      return NULL;
    }
  if (!g_file_get_contents (path, &data, &size, &cause))
    {
      g_set_error (error, cause->domain, cause->code, _("The file cannot be read. %s."), cause->message);
      return NULL;
    }

  return g_bytes_new_take (data, size);
}

ExCsvReader *
ex_csv_reader_copy (const ExCsvReader *self)
{
  ExCsvReader *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = reader_new (self->bytes, self->decoded.text);
  copy->decoded.encoding = self->decoded.encoding;
  copy->decoded.mixed_line = self->decoded.mixed_line;
  copy->begin = self->begin;
  copy->first_line = self->first_line;
  set_separator (copy, self->separator);
  ex_csv_reader_rewind (copy);

  return copy;
}

void
ex_csv_reader_free (ExCsvReader *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->bytes);
  g_bytes_unref (self->decoded.text);
  g_free (self->fields);
  g_string_chunk_free (self->unescaped);
  g_free (self);
}

const char *
ex_csv_reader_get_encoding (ExCsvReader *self)
{
  return self->decoded.encoding;
}

guint
ex_csv_reader_get_mixed_line (ExCsvReader *self)
{
  return self->decoded.mixed_line;
}

char
ex_csv_reader_get_separator (ExCsvReader *self)
{
  return self->separator;
}

char *
ex_csv_reader_get_digest (ExCsvReader *self)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);
}

guint
ex_csv_reader_get_line (ExCsvReader *self)
{
  return self->line;
}

guint
ex_csv_reader_n_fields (ExCsvReader *self)
{
  return self->n_fields;
}

ExField
ex_csv_reader_get_field (ExCsvReader *self, guint i)
{
  g_return_val_if_fail (i < self->n_fields, ((ExField) { "", 0 }));

  return self->fields[i];
}

gboolean
ex_csv_reader_row_is_bad (ExCsvReader *self)
{
  return self->bad;
}

gboolean
ex_csv_reader_is_broken (ExCsvReader *self)
{
  return self->broken;
}

double
ex_csv_reader_get_fraction (ExCsvReader *self)
{
  return self->end > self->begin ? (double) (self->at - self->begin) / (double) (self->end - self->begin) : 1;
}

void
ex_csv_reader_rewind (ExCsvReader *self)
{
  self->at = self->begin;
  self->next_line = self->first_line;
  self->line = 0;
  self->n_fields = 0;
  self->bad = FALSE;
  self->broken = FALSE;
}
