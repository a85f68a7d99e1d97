#include "config.h"

#include "report-words.h"

#include "exchange/ex-document-private.h"

#include <string.h>

static void
append_block (GString *text, const ExBlock *block)
{
  if (block->text != NULL)
    g_string_append_printf (text, "%s%s\n", block->kind == EX_BLOCK_HEADING ? "# " : "", block->text);
  for (guint i = 0; i < block->n_columns && block->columns != NULL; i++)
    g_string_append_printf (text, "%s\n", block->columns[i].title);
  for (guint i = 0; i < block->n_words; i++)
    g_string_append_printf (text, "%s\n", block->words[i]);
  for (guint i = 0; block->charts != NULL && i < block->charts->len; i++)
    {
      const char *title = ex_chart_get_title (g_ptr_array_index (block->charts, i));

      if (title != NULL)
        g_string_append_printf (text, "%s\n", title);
    }
}

char *
words_of (const ExDocument *document)
{
  GString *text = g_string_new (document->title);

  g_string_append_c (text, '\n');
  for (guint i = 0; i < document->blocks->len; i++)
    append_block (text, g_ptr_array_index (document->blocks, i));
  if (document->foot != NULL)
    g_string_append_printf (text, "%s\n", document->foot);

  return g_string_free (text, FALSE);
}

gboolean
says (const ExDocument *document, const char *words)
{
  g_autofree char *text = words_of (document);

  return strstr (text, words) != NULL;
}

guint
count_charts (const ExDocument *document)
{
  guint n = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const ExBlock *block = g_ptr_array_index (document->blocks, i);

      n += block->charts != NULL ? block->charts->len : 0;
    }

  return n;
}

guint
count_rows (const ExDocument *document)
{
  guint n = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const ExBlock *block = g_ptr_array_index (document->blocks, i);

      if (block->kind == EX_BLOCK_TABLE)
        n += block->n_words / block->n_columns;
    }

  return n;
}
