/* Private to the floor: a document becomes slabs, from top to bottom, that are never broken; the pages are cut between them. What a slab shows are
 * pieces. A slab may hold on to the next (a heading to its text, a table's heading to two rows, the last line of a paragraph to the one before). */
#pragma once

#include "ex-document-private.h"
#include "ex-typesetter.h"

G_BEGIN_DECLS

#define EX_CHART_TYPE 8.5 /* size of the words in charts */

typedef enum { EX_PIECE_LINES, EX_PIECE_RULE, EX_PIECE_BAR, EX_PIECE_CHART } ExPieceKind;

typedef struct
{
  guint8  kind;        /* ExPieceKind */
  guint8  ink;         /* ExPaperInk, of rules and bars */
  guint16 n;           /* lines */
  guint   first;       /* line */
  union { guint text; ExChart *chart; }; /* an index into texts; (transfer none) */
  float   x, y;        /* from the text area's left side and the slab's top */
  float   width, height;
} ExPiece;

typedef struct
{
  guint    first, n;   /* pieces */
  float    before;     /* room above, unless it is the first of a page */
  float    inset;      /* room above instead, below a repeated head */
  float    height;
  float    y;          /* from the top of the text area, once it is on a page */
  gint     head;       /* the slab to repeat on top of a page that begins with this one, -1: none */
  gint     heading;    /* index of the heading's block for the outline, -1: none */
  guint    hold : 1;   /* stays with the next */
  guint    must : 1;   /* begins a page */
} ExSlab;

typedef struct
{
  guint first, n;      /* slabs */
  gint  head;          /* repeated above them, -1: none */
} ExPage;

struct _ExPages
{
  gatomicrefcount ref_count;
  ExDocument   *document;
  ExPaper       paper;
  ExTypesetter *setter;
  gboolean      own_setter;
  double        width, height; /* of the text area */
  GArray       *texts;         /* (element-type ExSetText) */
  GArray       *pieces;        /* (element-type ExPiece) */
  GArray       *slabs;         /* (element-type ExSlab) */
  GArray       *pages;         /* (element-type ExPage) */
};

/* Lays out with a typesetter of the caller's, who uses it for nothing else meanwhile. */
ExPages *ex_pages_new_with   (ExDocument *document, const ExPaper *paper, ExTypesetter *setter);

/* ---- For building: slabs are opened one after the other, pieces go into the last ---- */

/* Above that many texts, their lines are made again when they are drawn. */
gboolean ex_pages_keeps      (const ExPages *self);
ExSlab  *ex_pages_slab       (ExPages *self, double before, double height, gboolean hold);
guint    ex_pages_set        (ExPages *self, const char *text, ExType type, ExAlign align, double width);
guint    ex_pages_n_lines    (const ExPages *self, guint text);
/* @x: from where the reader begins; mirrored by itself. */
void     ex_pages_put_lines  (ExPages *self, guint text, guint first, guint n, double x, double y);
void     ex_pages_put_rule   (ExPages *self, ExPaperInk ink, double x, double y, double width, double thickness);
void     ex_pages_put_bar    (ExPages *self, ExPaperInk ink, double x, double y, double height, double thickness);
void     ex_pages_put_chart  (ExPages *self, ExChart *chart, double x, double y, double width, double height);

/* Cells beside each other. Higher than a page, it is broken between its lines. */
typedef struct
{
  guint         n;
  const guint  *texts;
  const double *xs;
  double        leading;
  double        before;      /* room above, unless a page begins with it */
  double        top, bottom; /* room inside */
  double        rule;        /* thickness of the line below, 0: none */
  ExPaperInk    ink;
  gint          head;        /* slab to repeat when a page begins with it, -1: none */
  gboolean      hold;
  gboolean      low;         /* cells with fewer lines stand at the bottom */
  gboolean      total;       /* a line above */
} ExRow;

void     ex_pages_add_row    (ExPages *self, const ExRow *row);

void     ex_pages_add_block  (ExPages *self, const ExBlock *block, gint index, double before);
void     ex_pages_add_table  (ExPages *self, const ExBlock *block, double before);
/* (transfer full): each column's share of the text area's width, gaps left out. */
double  *ex_pages_columns    (ExPages *self, const ExBlock *table, double gap);

/* A head and a foot on every page. */
void     ex_pages_draw_frame (ExPages *self, guint page, cairo_t *cr);

G_END_DECLS
