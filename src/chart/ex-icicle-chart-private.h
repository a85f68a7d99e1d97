/* Private to the icicle: what is drawn (ex-icicle-chart.c), what hangs on what and how wide (ex-icicle-tree.c), the parts in pixels (ex-icicle-cells.c),
 * the words (ex-icicle-layout.c), and the drawing itself (ex-icicle-draw.c). */
#pragma once

#include "ex-chart-private.h"
#include "ex-icicle-chart.h"

G_BEGIN_DECLS

#define EX_N_TONES 4
#define EX_ICICLE_HIGHEST_ROW 9.0 /* in ems */

typedef struct
{
  char    *name;    /* all of them in strings */
  char    *detail;  /* (nullable) */
  char    *key;     /* (nullable) */
  int      parent;  /* -1: none */
  guint    level;
  double   weight;  /* > 0 and finite */
  ExTone   tone;
  gboolean loose;

  /* as arranged */
  guint    row;
  double   width;   /* what it weighs, or more: all that hangs on it */
  double   at;      /* where it begins, from the side where reading begins, in the same unit */
  guint    place;   /* its number in reading order: it, then all that hangs on it, then the next */
  guint    n_under; /* itself and all that hangs on it */
  guint    member;  /* its number in members */
} ExIcicleItem;

/* The part of the whole that is seen. */
typedef struct
{
  double left, right; /* weight; left < right */
  double top, bottom; /* rows; top < bottom */
} ExIcicleView;

/* What is drawn as one: an item, or several that are too narrow. */
typedef struct
{
  guint    first;    /* in members */
  guint    count;
  double   start;    /* pixels from the side where reading begins */
  double   width;
  double   tones[EX_N_TONES]; /* what each of them weighs here */
  gboolean loose;    /* all of it */
  gboolean last;     /* what follows hangs on something else */
} ExIcicleCell;

typedef struct
{
  ExRect   rect;
  ExTone   tone;
  gboolean loose;
} ExIcicleSwatch;

struct _ExIcicleChart
{
  ExChart      parent_instance;

  GArray      *items;      /* (element-type ExIcicleItem), a parent before what hangs on it */
  GStringChunk *strings;   /* of fifty thousand items, let go of at once */
  ExIcicleText detail_text; /* (nullable) of items without a detail */
  gpointer     detail_data;
  GDestroyNotify detail_destroy;
  char       **row_names;  /* (nullable) */
  char        *tone_names[EX_N_TONES]; /* (nullable) each */
  char        *loose_name; /* (nullable) */
  int          focus;      /* -1: everything */

  /* as arranged, by ex_icicle_arrange() */
  gboolean     arranged;
  guint       *order;      /* items by their place */
  guint       *members;    /* items row by row, in a row by where they begin */
  guint       *drawn_in;   /* by item: its cell, while cells are looked for */
  guint       *row_start;  /* n_rows + 1: where a row begins in members */
  guint        n_rows;
  double       whole;      /* what all weigh */
  ExIcicleView before;     /* while it is moved: where it comes from */
  gboolean     moved;

  /* as laid out */
  ExIcicleView view;
  ExRect       area;       /* of the rows */
  GArray      *cells;      /* (element-type ExIcicleCell) row by row */
  guint       *cell_start; /* n_rows + 1 */
  GArray      *swatches;   /* (element-type ExIcicleSwatch): the legend */
  GArray      *shapes;     /* (element-type ExIcicleSwatch): before names; rect is of the shape */
  GArray      *papers;     /* (element-type ExRect): behind words on hatching */
  guint        n_fixed;    /* labels before those in the cells */
};

#define ex_icicle_item(self, i) (&g_array_index ((self)->items, ExIcicleItem, (i)))
#define ex_icicle_cell(self, i) (&g_array_index ((self)->cells, ExIcicleCell, (i)))

/* ---- The tree ---- */

void         ex_icicle_arrange    (ExIcicleChart *self);
ExIcicleView ex_icicle_view_of    (ExIcicleChart *self, int focus); /* of an item and what hangs on it, -1: all */
/* The first of a row's members that ends behind @at; the row's end: none. */
guint        ex_icicle_member_at  (ExIcicleChart *self, guint row, double at);
guint        ex_icicle_n_visible  (ExIcicleChart *self);             /* marks */
guint        ex_icicle_mark_item  (ExIcicleChart *self, guint mark); /* its item */
int          ex_icicle_mark_of    (ExIcicleChart *self, guint item); /* -1: not in view */

/* ---- Cells ---- */

/* All cells of a view; @cell_start: as in the chart. */
void         ex_icicle_find_cells (ExIcicleChart *self, const ExIcicleView *view, GArray *cells, guint *cell_start);
double       ex_icicle_row_height (ExIcicleChart *self, const ExIcicleView *view);
ExRect       ex_icicle_cell_rect  (ExIcicleChart *self, const ExIcicleView *view, guint row, const ExIcicleCell *cell);
/* -1: none. */
int          ex_icicle_item_at    (ExIcicleChart *self, double x, double y);
/* The cell that an item is in; (transfer none). */
const ExIcicleCell *ex_icicle_cell_of (ExIcicleChart *self, const ExIcicleItem *item);

/* ---- The layout ---- */

void         ex_icicle_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);
double       ex_icicle_chart_natural_height (ExChart *chart, double width);

/* ---- The drawing ---- */

void         ex_icicle_chart_draw        (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);
void         ex_icicle_chart_draw_motion (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, double t);
gboolean     ex_icicle_is_hatched        (const ExPalette *palette, ExTone tone, gboolean loose);
/* What words on it are written in. */
ExInk        ex_icicle_ink               (const ExPalette *palette, ExTone tone, gboolean loose);

G_END_DECLS
