/* Cuts the slabs into pages: as late as possible, and never behind one that holds on to the next, unless a page were empty then. */
#include "config.h"

#include "ex-document.h"

#include "ex-pages-private.h"

#define INTRODUCTION 3 /* lines below a heading that stay with what they introduce */
#define KEPT_TEXTS 4096 /* lines of a longer document are made again when they are drawn */

/* ---- Building ---- */

gboolean
ex_pages_keeps (const ExPages *self)
{
  return self->texts->len < KEPT_TEXTS;
}

ExSlab *
ex_pages_slab (ExPages *self, double before, double height, gboolean hold)
{
  ExSlab slab = { .first = self->pieces->len, .before = before, .height = height, .head = -1, .heading = -1, .hold = hold };

  g_array_append_val (self->slabs, slab);
  return &g_array_index (self->slabs, ExSlab, self->slabs->len - 1);
}

guint
ex_pages_set (ExPages *self, const char *text, ExType type, ExAlign align, double width)
{
  ExSetText set = { 0 };

  ex_typesetter_set (self->setter, &set, text, type, align, width, ex_pages_keeps (self));
  g_array_append_val (self->texts, set);
  return self->texts->len - 1;
}

guint
ex_pages_n_lines (const ExPages *self, guint text)
{
  return g_array_index (self->texts, ExSetText, text).n_lines;
}

static void
put (ExPages *self, ExPiece *piece)
{
  if (self->document->rtl)
    piece->x = self->width - piece->x - piece->width;
  g_array_append_val (self->pieces, *piece);
  g_array_index (self->slabs, ExSlab, self->slabs->len - 1).n++;
}

void
ex_pages_put_lines (ExPages *self, guint text, guint first, guint n, double x, double y)
{
  ExPiece piece = { .kind = EX_PIECE_LINES, .first = first, .n = MIN (n, G_MAXUINT16), .text = text, .x = x, .y = y };

  piece.width = g_array_index (self->texts, ExSetText, text).width;
  put (self, &piece);
}

void
ex_pages_put_rule (ExPages *self, ExPaperInk ink, double x, double y, double width, double thickness)
{
  put (self, &(ExPiece) { .kind = EX_PIECE_RULE, .ink = ink, .x = x, .y = y, .width = width, .height = thickness });
}

void
ex_pages_put_bar (ExPages *self, ExPaperInk ink, double x, double y, double height, double thickness)
{
  put (self, &(ExPiece) { .kind = EX_PIECE_BAR, .ink = ink, .x = x, .y = y, .width = thickness, .height = height });
}

void
ex_pages_put_chart (ExPages *self, ExChart *chart, double x, double y, double width, double height)
{
  put (self, &(ExPiece) { .kind = EX_PIECE_CHART, .chart = chart, .x = x, .y = y, .width = width, .height = height });
}

/* Room between two blocks: that of the one which wants more. */
static double
room_between (const ExBlock *above, const ExBlock *below)
{
  static const double headings[] = { 0, 27, 22, 15 };

  if (above == NULL)
    return 0;
  if (below->kind == EX_BLOCK_HEADING)
    return above->kind == EX_BLOCK_HEADING ? 10 : headings[below->level];
  if (above->kind == EX_BLOCK_HEADING)
    return above->level == 1 ? 7 : 5;
  if (below->kind == EX_BLOCK_SIGNATURES)
    return 20;
  if (above->kind == EX_BLOCK_TEXT && below->kind == EX_BLOCK_TEXT)
    return 6.75; /* half a line */

  return 12;
}

static gboolean
is_figure (const ExBlock *block)
{
  return block->kind == EX_BLOCK_TABLE || block->kind == EX_BLOCK_CHARTS;
}

/* What a block holds on to beyond its own: a note to the table or picture that it is about, a few introducing lines below a heading to what they introduce.
 * @first: the block's first slab. */
static void
hold_on (ExPages *self, const ExBlock *above, const ExBlock *block, guint first)
{
  guint n = self->slabs->len;

  if (block->kind != EX_BLOCK_TEXT || above == NULL)
    return;
  if (block->style == EX_TEXT_DIM && is_figure (above) && first > 0)
    g_array_index (self->slabs, ExSlab, first - 1).hold = TRUE;
  if (above->kind == EX_BLOCK_HEADING && n - first <= INTRODUCTION)
    g_array_index (self->slabs, ExSlab, n - 1).hold = TRUE;
}

static void
build (ExPages *self)
{
  const ExBlock *above = NULL;
  gboolean must = FALSE;

  for (guint i = 0; i < self->document->blocks->len; i++)
    {
      const ExBlock *block = g_ptr_array_index (self->document->blocks, i);
      guint before = self->slabs->len;

      if (block->kind == EX_BLOCK_PAGE_BREAK)
        {
          must = self->slabs->len > 0;
          continue;
        }
      ex_pages_add_block (self, block, (gint) i, room_between (above, block));
      if (self->slabs->len == before)
        continue;
      if (must)
        g_array_index (self->slabs, ExSlab, before).must = TRUE;
      else
        hold_on (self, above, block, before);
      must = FALSE;
      above = block;
    }
}

/* ---- Cutting ---- */

/* The slab behind the last of a page that begins with @first, when all until @end would fit. */
static guint
break_before (ExPages *self, guint first, guint end)
{
  for (guint i = end; i > first; i--)
    if (!g_array_index (self->slabs, ExSlab, i - 1).hold)
      return i;

  return MAX (end, first + 1);
}

/* Places as many slabs as fit from @first on; gives the first that does not. */
static guint
fill_page (ExPages *self, guint first, double y)
{
  guint i = first;

  for (; i < self->slabs->len; i++)
    {
      ExSlab *slab = &g_array_index (self->slabs, ExSlab, i);

      if (i > first && slab->must)
        return i;
      if (i > first)
        y += slab->before;
      if (y + slab->height > self->height + 0.01)
        return break_before (self, first, i);
      slab->y = y;
      y += slab->height;
    }

  return i;
}

static void
cut (ExPages *self)
{
  for (guint first = 0; first < self->slabs->len;)
    {
      ExSlab *slab = &g_array_index (self->slabs, ExSlab, first);
      ExPage page = { .first = first, .head = slab->head };
      double top = page.head < 0 ? 0 : g_array_index (self->slabs, ExSlab, page.head).height + slab->inset;

      slab->y = top; /* higher than a page it may be, but never nowhere */
      page.n = fill_page (self, first, top) - first;
      g_array_append_val (self->pages, page);
      first += page.n;
    }
  if (self->pages->len == 0)
    g_array_append_val (self->pages, ((ExPage) { .head = -1 }));
}

/* ---- Public functions ---- */

ExPages *
ex_pages_new_with (ExDocument *document, const ExPaper *paper, ExTypesetter *setter)
{
  ExPages *self = g_new0 (ExPages, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->document = ex_document_ref (document);
  self->paper = *paper;
  if (document->landscape && paper->width < paper->height)
    ex_paper_turn (&self->paper);
  self->setter = setter;
  self->width = MAX (self->paper.width - paper->left - paper->right, 72);
  self->height = MAX (self->paper.height - paper->top - paper->bottom, 72);
  self->texts = g_array_new (FALSE, FALSE, sizeof (ExSetText));
  g_array_set_clear_func (self->texts, (GDestroyNotify) ex_set_text_clear);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (ExPiece));
  self->slabs = g_array_new (FALSE, FALSE, sizeof (ExSlab));
  self->pages = g_array_new (FALSE, FALSE, sizeof (ExPage));
  ex_typesetter_speak (setter, document->language, document->rtl);
  build (self);
  cut (self);

  return self;
}

ExPages *
ex_pages_new (ExDocument *document, const ExPaper *paper)
{
  ExPages *self = NULL;

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (paper != NULL, NULL);

  /* Fonts of its own: made here, drawn perhaps by another thread, while this one goes on with something else. */
  self = ex_pages_new_with (document, paper, ex_typesetter_new (NULL));
  self->own_setter = TRUE;
  return self;
}

ExPages *
ex_pages_ref (ExPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ex_pages_free (ExPages *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->texts);
  g_array_unref (self->pieces);
  g_array_unref (self->slabs);
  g_array_unref (self->pages);
  if (self->own_setter)
    ex_typesetter_free (self->setter);
  ex_document_unref (self->document);
  g_free (self);
}

guint
ex_pages_n (const ExPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

const ExPaper *
ex_pages_get_paper (const ExPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->paper;
}

/* ---- What is written ---- */

static void
append_piece (ExPages *self, const ExPiece *piece, GString *text)
{
  if (piece->kind == EX_PIECE_CHART)
    {
      g_autofree char *words = ex_chart_describe (piece->chart);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
    }
  /* A paragraph is said once, with its first line. */
  if (piece->kind == EX_PIECE_LINES && piece->first == 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", g_array_index (self->texts, ExSetText, piece->text).text);
}

char *
ex_pages_get_text (ExPages *self, guint page)
{
  GString *text = g_string_new (NULL);
  const ExPage *sheet = NULL;

  g_return_val_if_fail (self != NULL && page < self->pages->len, g_string_free (text, FALSE));

  sheet = &g_array_index (self->pages, ExPage, page);
  for (guint i = sheet->first; i < sheet->first + sheet->n; i++)
    {
      const ExSlab *slab = &g_array_index (self->slabs, ExSlab, i);

      for (guint k = slab->first; k < slab->first + slab->n; k++)
        append_piece (self, &g_array_index (self->pieces, ExPiece, k), text);
    }

  return g_string_free (text, FALSE);
}
