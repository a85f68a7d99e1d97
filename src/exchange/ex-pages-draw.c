#include "config.h"

#include "ex-document.h"

#include "ex-pages-private.h"

#include <glib/gi18n-lib.h>

#define HEAD_Y 36.0  /* of the running head's upper side */
#define FOOT_ROOM 22.0
#define FOOT_BOTTOM 42.0

static void
draw_piece (ExPages *self, const ExPiece *piece, cairo_t *cr, double y)
{
  double x = self->paper.left + piece->x;

  y += piece->y;
  switch ((ExPieceKind) piece->kind)
    {
    case EX_PIECE_LINES:
      ex_typesetter_draw (self->setter, &g_array_index (self->texts, ExSetText, piece->text), piece->first, piece->n, cr, x, y);
      break;
    case EX_PIECE_RULE:
    case EX_PIECE_BAR:
      ex_paper_ink (cr, piece->ink);
      cairo_rectangle (cr, x, y, piece->width, piece->height);
      cairo_fill (cr);
      break;
    case EX_PIECE_CHART:
    default:
      cairo_save (cr);
      cairo_translate (cr, x, y);
      ex_chart_draw_on_paper (piece->chart, cr, piece->width, piece->height, ex_typesetter_family (), EX_CHART_TYPE);
      cairo_restore (cr);
    }
}

static void
draw_slab (ExPages *self, const ExSlab *slab, cairo_t *cr, double y)
{
  for (guint i = slab->first; i < slab->first + slab->n; i++)
    draw_piece (self, &g_array_index (self->pieces, ExPiece, i), cr, self->paper.top + y);
}

/* Words that stand on every page, at the start or the end of a line, of which they may take a share. */
static void
draw_running (ExPages *self, const char *text, ExType type, gboolean end, double share, cairo_t *cr, double y)
{
  double width, x;
  ExSetText set;

  if (text == NULL || *text == '\0')
    return;
  ex_typesetter_set (self->setter, &set, text, type, EX_ALIGN_START, self->width * share, TRUE);
  ex_typesetter_shorten (&set);
  set.width = width = ex_typesetter_first_width (&set);
  x = end != self->document->rtl ? self->paper.left + self->width - width : self->paper.left;
  ex_typesetter_draw (self->setter, &set, 0, 1, cr, x, y);
  ex_set_text_clear (&set);
}

void
ex_pages_draw_frame (ExPages *self, guint page, cairo_t *cr)
{
  const ExDocument *document = self->document;
  double foot = self->paper.height - FOOT_BOTTOM;
  /* Translators: at the foot of a printed page. */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, self->pages->len);

  draw_running (self, document->company, EX_TYPE_RUNNING, FALSE, 0.48, cr, HEAD_Y);
  draw_running (self, document->title, EX_TYPE_RUNNING, TRUE, 0.48, cr, HEAD_Y);
  ex_paper_ink (cr, EX_PAPER_FAINT);
  cairo_rectangle (cr, self->paper.left, HEAD_Y + 15, self->width, 0.4);
  cairo_rectangle (cr, self->paper.left, foot - (document->foot != NULL ? 13 : 4), self->width, 0.4);
  cairo_fill (cr);
  draw_running (self, document->foot, EX_TYPE_FINE, FALSE, 1, cr, foot - 9);
  draw_running (self, document->dated, EX_TYPE_RUNNING, FALSE, 0.7, cr, foot);
  draw_running (self, number, EX_TYPE_RUNNING, TRUE, 0.28, cr, foot);
}

void
ex_pages_draw (ExPages *self, guint page, cairo_t *cr)
{
  const ExPage *sheet = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (page < self->pages->len);
  g_return_if_fail (cr != NULL);

  sheet = &g_array_index (self->pages, ExPage, page);
  cairo_save (cr);
  ex_pages_draw_frame (self, page, cr);
  if (sheet->head >= 0)
    draw_slab (self, &g_array_index (self->slabs, ExSlab, sheet->head), cr, 0);
  for (guint i = sheet->first; i < sheet->first + sheet->n; i++)
    draw_slab (self, &g_array_index (self->slabs, ExSlab, i), cr, g_array_index (self->slabs, ExSlab, i).y);
  cairo_restore (cr);
}
