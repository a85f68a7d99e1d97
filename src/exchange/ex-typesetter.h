/* Private to the floor: the document's type. A few sizes, each with its own leading, so that lines stand on even distances whatever script
 * they are in. Lengths are points. */
#pragma once

#include <pango/pangocairo.h>

#include "ex-document.h"

G_BEGIN_DECLS

typedef enum
{
  EX_TYPE_TITLE,      /* headings of level 1, 2, 3 */
  EX_TYPE_HEADING,
  EX_TYPE_SUBHEADING,
  EX_TYPE_BODY,
  EX_TYPE_LEAD,
  EX_TYPE_NOTE,       /* dim text */
  EX_TYPE_NAME,       /* of a fact */
  EX_TYPE_CELL,
  EX_TYPE_CELL_HEAD,
  EX_TYPE_CELL_TOTAL,
  EX_TYPE_RUNNING,    /* head and foot of the page */
  EX_TYPE_FINE,       /* the foot's small print */
  EX_N_TYPES,
} ExType;

typedef enum { EX_PAPER_INK, EX_PAPER_DIM, EX_PAPER_RULE, EX_PAPER_FAINT } ExPaperInk;

/* Words that were given a width and so have lines. @text belongs to the document. */
typedef struct
{
  const char  *text;
  PangoLayout *layout;  /* (nullable) made again when it is drawn */
  double       width;
  guint        n_lines;
  guint8       type;    /* ExType */
  guint8       align;   /* ExAlign */
} ExSetText;

void        ex_set_text_clear (ExSetText *self);

typedef struct _ExTypesetter ExTypesetter;

/* @fonts: (nullable) of this thread; NULL: its own, to be used by one thread now and by another later. */
ExTypesetter *ex_typesetter_new      (PangoFontMap *fonts);
void          ex_typesetter_free     (ExTypesetter *self);
void          ex_typesetter_speak    (ExTypesetter *self, const char *language, gboolean rtl);
const char   *ex_typesetter_family   (void);

double        ex_type_leading        (ExType type);
double        ex_type_size           (ExType type);
/* How wide the words are on one line. */
double        ex_typesetter_measure  (ExTypesetter *self, ExType type, ExAlign align, const char *text);
/* Breaks @text into lines at a width. @keep: the lines are kept for the drawing, else made again then, which takes less memory. */
void          ex_typesetter_set      (ExTypesetter *self, ExSetText *set, const char *text, ExType type, ExAlign align, double width, gboolean keep);
/* Of a text whose lines were kept: makes it one line, with an ellipsis where it has more; how wide the first is. */
void          ex_typesetter_shorten  (ExSetText *set);
double        ex_typesetter_first_width (const ExSetText *set);
/* Draws lines from @first on, the upper left corner of the first at a point. */
void          ex_typesetter_draw     (ExTypesetter *self, ExSetText *set, guint first, guint n, cairo_t *cr, double x, double y);

/* A line from its baseline's left end on, so that its words are found again in a PDF, whatever their script. */
void          ex_show_line           (cairo_t *cr, PangoLayoutLine *line, double x, double y);
void          ex_paper_ink           (cairo_t *cr, ExPaperInk ink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExTypesetter, ex_typesetter_free)

G_END_DECLS
