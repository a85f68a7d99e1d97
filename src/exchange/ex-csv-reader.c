#include "config.h"

#include "ex-csv-reader.h"

#include "ex-csv-text.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define SAMPLE_ROWS 100             /* that the separator is found from */
#define LONGEST_ROW (4 * 1024 * 1024) /* bytes; what is longer is no row, but a quotation mark too few, or no table at all */

struct _ExCsvReader
{
  ExCsvSource  *source;
  ExCsvText     text;
  ExCsvDecoder *decoder;
  GString      *buffer;     /* the part of the text at hand */
  gsize         skip;       /* bytes before the first row */
  gboolean      ended;      /* no more text follows what is in the buffer */
  gboolean      too_long;   /* since a row was longer than any is */
  const char   *end;        /* of the buffer */
  const char   *at;         /* in it: the next row */
  guint         first_line; /* of the first row */
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
  gboolean      unescaping; /* there is something in unescaped */
  GStringChunk *unescaped;  /* fields of the row that had doubled quotes */
  GError       *failure;    /* the file could not be read to its end */
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

  self->unescaping = TRUE;
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

/* The row at hand, as far as it is in the buffer. Returns where the next one starts. */
static const char *
split_row (ExCsvReader *self, ExProblems *problems)
{
  const char *p = self->at;

  self->n_fields = 0;
  self->bad = FALSE;
  self->filled = FALSE;
  self->line = self->next_line;
  if (self->unescaping)
    g_string_chunk_clear (self->unescaped);
  self->unescaping = FALSE;

  for (p = read_field (self, p, problems); p < self->end && *p == self->separator;)
    p = read_field (self, p + 1, problems);

  if (p < self->end && *p == '\r')
    p++;
  if (p < self->end && *p == '\n')
    p++;

  return p;
}

/* More text behind the row at hand, which then stands at the start of the buffer. */
static void
fill (ExCsvReader *self)
{
  g_string_erase (self->buffer, 0, self->at - self->buffer->str);
  self->too_long = self->buffer->len > LONGEST_ROW;
  if (self->too_long || !ex_csv_decoder_next (self->decoder, self->buffer, &self->failure))
    self->ended = TRUE;
  self->at = self->buffer->str;
  self->end = self->at + self->buffer->len;
}

/* What ends with the buffer may go on in what follows, and is looked at again once that is there. */
static void
read_row (ExCsvReader *self, ExProblems *problems)
{
  guint line = self->next_line;
  const char *next = split_row (self, NULL);

  while (next == self->end && !self->ended)
    {
      fill (self);
      self->next_line = line;
      self->broken = FALSE;
      next = split_row (self, NULL);
    }
  if (self->bad && problems != NULL)
    {
      self->next_line = line;
      next = split_row (self, problems);
    }
  if (self->too_long && next == self->end && !self->broken)
    {
      complain (self, problems, _("The line goes on for more than %d MB, which no row of a table does. Is this the right file?"),
                LONGEST_ROW / (1024 * 1024));
      self->broken = TRUE;
    }
  self->at = next;
  self->next_line++;
}

gboolean
ex_csv_reader_next (ExCsvReader *self, ExProblems *problems)
{
  g_return_val_if_fail (self != NULL, FALSE);

  while (self->at < self->end || !self->ended)
    {
      if (self->at == self->end)
        {
          fill (self);
          continue;
        }
      read_row (self, problems);
      if (self->filled || self->bad)
        return TRUE;
    }

  return FALSE;
}

gboolean
ex_csv_reader_is_whole (ExCsvReader *self, GError **error)
{
  if (self->failure == NULL)
    return ex_csv_source_is_unchanged (self->source, error);

  g_propagate_error (error, g_error_copy (self->failure));

  return FALSE;
}

/* What Excel writes in front, where commas are decimal signs: sep=; */
static void
skip_separator_line (ExCsvReader *self)
{
  const char *p;

  ex_csv_reader_rewind (self);
  fill (self);
  p = self->at;
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
  self->skip = (gsize) (p - self->at);
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
reader_new (ExCsvSource *source, const ExCsvText *text)
{
  ExCsvReader *self = g_new0 (ExCsvReader, 1);

  self->source = ex_csv_source_ref (source);
  self->text = *text;
  self->buffer = g_string_new (NULL);
  self->first_line = 1;
  self->unescaped = g_string_chunk_new (1024);

  return self;
}

static ExCsvReader *
reader_new_for_source (ExCsvSource *source, const char *encoding, GCancellable *cancellable, GError **error)
{
  ExCsvReader *self;
  ExCsvText text;

  if (!ex_csv_text_survey (source, encoding, cancellable, &text, error))
    return NULL;

  self = reader_new (source, &text);
  skip_separator_line (self);
  if (self->separator == '\0')
    find_separator (self);
  ex_csv_reader_rewind (self);

  return self;
}

ExCsvReader *
ex_csv_reader_new (GBytes *bytes, const char *encoding, GError **error)
{
  g_autoptr (ExCsvSource) source = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  source = ex_csv_source_new_for_bytes (bytes);

  return reader_new_for_source (source, encoding, NULL, error);
}

ExCsvReader *
ex_csv_reader_new_for_path (const char *path, const char *encoding, GCancellable *cancellable, GError **error)
{
  g_autoptr (ExCsvSource) source = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  source = ex_csv_source_new_for_path (path, error);

  return source != NULL ? reader_new_for_source (source, encoding, cancellable, error) : NULL;
}

ExCsvReader *
ex_csv_reader_copy (const ExCsvReader *self)
{
  ExCsvReader *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = reader_new (self->source, &self->text);
  copy->skip = self->skip;
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

  g_clear_pointer (&self->decoder, ex_csv_decoder_free);
  ex_csv_source_unref (self->source);
  g_string_free (self->buffer, TRUE);
  g_free (self->fields);
  g_string_chunk_free (self->unescaped);
  g_clear_error (&self->failure);
  g_free (self);
}

const char *
ex_csv_reader_get_encoding (ExCsvReader *self)
{
  return self->text.encoding;
}

guint
ex_csv_reader_get_mixed_line (ExCsvReader *self)
{
  return self->text.mixed_line;
}

char
ex_csv_reader_get_separator (ExCsvReader *self)
{
  return self->separator;
}

char *
ex_csv_reader_get_digest (ExCsvReader *self)
{
  return ex_csv_source_digest (self->source, NULL);
}

ExCsvSource *
ex_csv_reader_get_source (ExCsvReader *self)
{
  return self->source;
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
  double size = (double) ex_csv_source_get_size (self->source), done = (double) ex_csv_decoder_tell (self->decoder) - (double) (self->end - self->at);

  return size > 0 && (self->at < self->end || !self->ended) ? CLAMP (done / size, 0, 1) : 1;
}

void
ex_csv_reader_rewind (ExCsvReader *self)
{
  g_clear_pointer (&self->decoder, ex_csv_decoder_free);
  self->decoder = ex_csv_decoder_new (self->source, &self->text);
  g_string_truncate (self->buffer, 0);
  self->at = self->end = self->buffer->str;
  self->ended = FALSE;
  self->too_long = FALSE;
  if (self->skip > 0)
    {
      fill (self);
      self->at += MIN (self->skip, self->buffer->len);
    }
  self->next_line = self->first_line;
  self->line = 0;
  self->n_fields = 0;
  self->bad = FALSE;
  self->broken = FALSE;
}
