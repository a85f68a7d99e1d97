/* Private to the floor: a text laid out by Pango, measured before it is placed. Labels never overlap: whoever places one asks
 * first whether the room is free, and otherwise wraps, shortens, moves or leaves out. */
#pragma once

#include <pango/pangocairo.h>

#include "ex-chart.h"

G_BEGIN_DECLS

typedef enum { EX_INK_TEXT, EX_INK_DIM, EX_INK_GAINED, EX_INK_LOST, EX_INK_STRONG, EX_INK_PAPER /* on a mark: the background's */ } ExInk;

typedef struct
{
  PangoLayout *layout;
  double       x_offset; /* from the layout's origin to the words themselves */
  ExRect       rect;     /* the words' box; width and height are known from the start, x and y once placed */
  ExInk        ink;
  gboolean     turned;   /* read from the bottom to the top */
  gboolean     haloed;   /* with a rim of the ground's colour: it may stand on a line */
} ExLabel;

/* A text @scale times the size of @context's font. (transfer full) */
ExLabel *ex_label_new   (PangoContext *context, const char *text, double scale, gboolean bold, ExInk ink);
void     ex_label_free  (ExLabel *self);
/* Wraps at @width pixels into at most @lines lines and shortens what is left over with an ellipsis. */
void     ex_label_wrap  (ExLabel *self, double width, int lines, PangoAlignment align);
void     ex_label_turn  (ExLabel *self); /* once, after wrapping */
void     ex_label_draw  (const ExLabel *self, cairo_t *cr, const ExPalette *palette);

/* The width of the widest single word: narrower than that, a text can only be broken inside a word. */
double   ex_text_longest_word (PangoContext *context, const char *text, double scale);
/* So that in @text no line ends between a number and its percent sign, and none begins with the dot between two phrases. (transfer full) */
PangoAttrList *ex_text_keep_together (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExLabel, ex_label_free)

gboolean ex_rect_overlaps (const ExRect *a, const ExRect *b, double gap); /* closer than @gap counts */
gboolean ex_rect_contains (const ExRect *self, double x, double y);
gboolean ex_rect_meets_line (const ExRect *self, double x0, double y0, double x1, double y1); /* any part of the line is inside */

/* Text for a cairo_t, at 96 pixels an inch whatever it draws on, without hinting, so that a layout is the same everywhere.
 * (transfer full) */
PangoContext *ex_text_context_new (cairo_t *cr, const char *family, double size, gboolean rtl);

G_END_DECLS
