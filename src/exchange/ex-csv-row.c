#include "config.h"

#include "ex-csv-row.h"

#include <glib/gi18n-lib.h>

#include <string.h>

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

static inline const char *
skip_bare (const ExCsvReader *self, const char *p)
{
  const char *end = self->end;
  const guint8 *stops = self->stops;

  while (p < end && !stops[(guchar) *p])
    p++;

  return p;
}

static inline void
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

void
ex_csv_complain (ExCsvReader *self, ExProblems *problems, const char *format, ...)
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
      ex_csv_complain (self, problems, _("A quotation mark that opens on line %u is never closed; put a closing one behind the field."),
                self->next_line);
      self->broken = TRUE;
      add_field (self, open + 1, (gsize) (self->end - open - 1));
      return self->end;
    }

  rest = skip_blanks (self, close + 1);
  if (rest < self->end && !self->stops[(guchar) *rest])
    {
      ex_csv_complain (self, problems, _("Text stands behind the closing quotation mark; inside a quoted field, write a quotation mark twice."));
      rest = skip_bare (self, rest);
    }

  if (doubled)
    add_unescaped (self, open + 1, (gsize) (close - open - 1));
  else
    add_field (self, open + 1, (gsize) (close - open - 1));
  self->next_line += ex_csv_text_count_lines (open, close);

  return rest;
}

static inline const char *
read_field (ExCsvReader *self, const char *p, ExProblems *problems)
{
  const char *start = p;

  if (p < self->end && is_blank (self, *p))
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

const char *
ex_csv_split_row (ExCsvReader *self, ExProblems *problems)
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
