#include "config.h"

#include "ex-document.h"

#include "ex-document-private.h"

#include <math.h>
#include <string.h>

static void
block_free (ExBlock *self)
{
  g_free (self->text);
  for (guint i = 0; i < self->n_words; i++)
    g_free (self->words[i]);
  g_free (self->words);
  for (guint i = 0; self->columns != NULL && i < self->n_columns; i++)
    g_free ((char *) self->columns[i].title);
  g_free (self->columns);
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  g_free (self);
}

/* Text is text: what is not UTF-8 is made so, and what only steers a printer (form feeds, tabs) is a space. */
static char *
clean (const char *text)
{
  char *copy = g_utf8_make_valid (text != NULL ? text : "", -1);

  for (char *p = copy; *p != '\0'; p++)
    {
      if (p[0] == '\r' && p[1] == '\n')
        *p = ' ';
      else if (*p == '\r')
        *p = '\n';
      else if ((guchar) *p < 0x20 && *p != '\n')
        *p = ' ';
    }

  return g_strchomp (copy);
}

ExDocument *
ex_document_new (const char *title, const char *company, const char *dated, const char *language)
{
  ExDocument *self = g_new0 (ExDocument, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->title = clean (title);
  self->company = clean (company);
  self->dated = clean (dated);
  self->language = g_strdup (language);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);

  return self;
}

ExDocument *
ex_document_ref (ExDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ex_document_unref (ExDocument *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->title);
  g_free (self->company);
  g_free (self->dated);
  g_free (self->language);
  g_free (self->foot);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

const char *
ex_document_get_title (const ExDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

void
ex_document_set_foot (ExDocument *self, const char *text)
{
  g_return_if_fail (self != NULL);

  g_free (self->foot);
  self->foot = text != NULL ? clean (text) : NULL;
}

void
ex_document_set_rtl (ExDocument *self, gboolean rtl)
{
  g_return_if_fail (self != NULL);

  self->rtl = rtl;
}

void
ex_document_set_landscape (ExDocument *self, gboolean landscape)
{
  g_return_if_fail (self != NULL);

  self->landscape = landscape;
}

static ExBlock *
add_block (ExDocument *self, ExBlockKind kind)
{
  ExBlock *block = g_new0 (ExBlock, 1);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);
  return block;
}

void
ex_document_add_heading (ExDocument *self, guint level, const char *text)
{
  ExBlock *block = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (level >= 1 && level <= 3);

  block = add_block (self, EX_BLOCK_HEADING);
  block->level = level;
  block->text = clean (text);
}

void
ex_document_add_text (ExDocument *self, ExTextStyle style, const char *text)
{
  ExBlock *block = NULL;

  g_return_if_fail (self != NULL);

  block = add_block (self, EX_BLOCK_TEXT);
  block->style = style;
  block->text = clean (text);
}

void
ex_document_add_facts (ExDocument *self, const char *const *pairs)
{
  ExBlock *block = NULL;
  guint n = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (pairs != NULL);

  n = g_strv_length ((char **) pairs);
  g_return_if_fail (n % 2 == 0);
  block = add_block (self, EX_BLOCK_FACTS);
  block->n_words = n;
  block->words = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    block->words[i] = clean (pairs[i]);
}

void
ex_document_add_chart (ExDocument *self, ExChart *chart, double height)
{
  ex_document_add_charts (self, &chart, 1, 1, height);
}

void
ex_document_add_charts (ExDocument *self, ExChart *const *charts, guint n, guint columns, double height)
{
  ExBlock *block = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (n == 0 || charts != NULL);
  g_return_if_fail (columns > 0);
  g_return_if_fail (height >= 0 && isfinite (height));

  block = add_block (self, EX_BLOCK_CHARTS);
  block->charts = g_ptr_array_new_full (n, g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (block->charts, g_object_ref (charts[i]));
  block->n_columns = columns;
  block->height = height;
}

void
ex_document_add_table (ExDocument *self, const ExDocumentColumn *columns, guint n_columns, const char *const *cells, guint n_rows,
                       gboolean bold_last)
{
  ExBlock *block = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (columns != NULL && n_columns > 0);
  g_return_if_fail (n_rows == 0 || cells != NULL);

  block = add_block (self, EX_BLOCK_TABLE);
  block->n_columns = n_columns;
  block->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  for (guint i = 0; i < n_columns; i++)
    block->columns[i].title = clean (columns[i].title);
  block->n_words = n_columns * n_rows;
  block->words = g_new0 (char *, (gsize) block->n_words + 1);
  for (guint i = 0; i < block->n_words; i++)
    block->words[i] = clean (cells[i]);
  block->bold_last = bold_last;
}

void
ex_document_add_signatures (ExDocument *self, const char *const *names, const char *const *notes, guint n)
{
  ExBlock *block = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (n == 0 || names != NULL);

  block = add_block (self, EX_BLOCK_SIGNATURES);
  block->n_words = 2 * n;
  block->words = g_new0 (char *, 2 * n + 1);
  for (guint i = 0; i < n; i++)
    {
      block->words[2 * i] = clean (names[i]);
      block->words[2 * i + 1] = clean (notes != NULL ? notes[i] : NULL);
    }
}

void
ex_document_add_page_break (ExDocument *self)
{
  g_return_if_fail (self != NULL);

  add_block (self, EX_BLOCK_PAGE_BREAK);
}
