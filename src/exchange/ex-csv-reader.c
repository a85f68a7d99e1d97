#include "config.h"

#include "ex-csv-reader.h"

#include "ex-csv-row.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define SAMPLE_ROWS 100             /* that the separator is found from */
#define LONGEST_ROW (4 * 1024 * 1024) /* bytes; what is longer is no row, but a quotation mark too few, or no table at all */

static void
set_separator (ExCsvReader *self, char separator)
{
  memset (self->stops, 0, sizeof self->stops);
  self->stops[(guchar) separator] = 1;
  self->stops['\r'] = 1;
  self->stops['\n'] = 1;
  self->separator = separator;
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
  const char *next = ex_csv_split_row (self, NULL);

  while (next == self->end && !self->ended)
    {
      fill (self);
      self->next_line = line;
      self->broken = FALSE;
      next = ex_csv_split_row (self, NULL);
    }
  if (self->bad && problems != NULL)
    {
      self->next_line = line;
      next = ex_csv_split_row (self, problems);
    }
  if (self->too_long && next == self->end && !self->broken)
    {
      ex_csv_complain (self, problems, _("The line goes on for more than %d MB, which no row of a table does. Is this the right file?"),
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

ExCsvReader *
ex_csv_reader_new_for_text (ExCsvSource *source, const ExCsvText *text)
{
  ExCsvReader *self = reader_new (source, text);

  skip_separator_line (self);
  if (self->separator == '\0')
    find_separator (self);
  ex_csv_reader_rewind (self);

  return self;
}

static ExCsvReader *
reader_new_for_source (ExCsvSource *source, const char *encoding, GError **error)
{
  ExCsvText text;

  return ex_csv_text_survey (source, encoding, NULL, NULL, &text, error) ? ex_csv_reader_new_for_text (source, &text) : NULL;
}

ExCsvReader *
ex_csv_reader_new (GBytes *bytes, const char *encoding, GError **error)
{
  g_autoptr (ExCsvSource) source = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  source = ex_csv_source_new_for_bytes (bytes);

  return reader_new_for_source (source, encoding, error);
}

ExCsvReader *
ex_csv_reader_new_for_path (const char *path, const char *encoding, GError **error)
{
  g_autoptr (ExCsvSource) source = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  source = ex_csv_source_new_for_path (path, error);

  return source != NULL ? reader_new_for_source (source, encoding, error) : NULL;
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

const ExField *
ex_csv_reader_get_fields (ExCsvReader *self, guint *n)
{
  *n = self->n_fields;

  return self->fields;
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
