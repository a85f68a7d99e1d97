#include "config.h"

#include "ex-bad-lines.h"

#include <string.h>

struct _ExBadLines
{
  GByteArray *bits;
  guint       n;
  GHashTable *words; /* line -> GString; NULL: they are not kept */
};

static void
free_string (gpointer data)
{
  g_string_free (data, TRUE);
}

ExBadLines *
ex_bad_lines_new (gboolean with_words)
{
  ExBadLines *self = g_new0 (ExBadLines, 1);

  self->bits = g_byte_array_new ();
  if (with_words)
    self->words = g_hash_table_new_full (NULL, NULL, NULL, free_string);

  return self;
}

void
ex_bad_lines_free (ExBadLines *self)
{
  if (self == NULL)
    return;

  g_byte_array_unref (self->bits);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_free (self);
}

static void
set_bit (ExBadLines *self, guint line)
{
  guint byte = line / 8, before = self->bits->len;

  if (ex_bad_lines_contains (self, line))
    return;

  if (byte >= before)
    {
      g_byte_array_set_size (self->bits, byte + 1);
      memset (self->bits->data + before, 0, byte + 1 - before);
    }
  self->bits->data[byte] |= (guint8) (1 << line % 8);
  self->n++;
}

void
ex_bad_lines_add (ExBadLines *self, guint line, const char *why)
{
  GString *words;

  set_bit (self, line);
  if (self->words == NULL || why == NULL)
    return;

  words = g_hash_table_lookup (self->words, GUINT_TO_POINTER (line));
  if (words == NULL)
    g_hash_table_insert (self->words, GUINT_TO_POINTER (line), words = g_string_new (NULL));
  g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", why);
}

gboolean
ex_bad_lines_contains (const ExBadLines *self, guint line)
{
  return line / 8 < self->bits->len && (self->bits->data[line / 8] >> line % 8 & 1) != 0;
}

guint
ex_bad_lines_length (const ExBadLines *self)
{
  return self->n;
}

const char *
ex_bad_lines_get_why (const ExBadLines *self, guint line)
{
  const GString *words = self->words != NULL ? g_hash_table_lookup (self->words, GUINT_TO_POINTER (line)) : NULL;

  return words != NULL ? words->str : NULL;
}
