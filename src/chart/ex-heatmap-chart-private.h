/* Private to the heatmap: what is drawn (ex-heatmap-chart.c), in what order (ex-heatmap-order.c), where it stands (ex-heatmap-layout.c,
 * ex-heatmap-legend.c), in what colours (ex-heatmap-tone.c), how it is painted (ex-heatmap-draw.c, ex-heatmap-hatch.c) and said
 * (ex-heatmap-words.c).
 *
 * A row has its number, as it was added, and its place, from the top. Marks go place by place: the row's name, then its cells that are not empty. */
#pragma once

#include "ex-chart-private.h"
#include "ex-heatmap-chart.h"

G_BEGIN_DECLS

/* So many tones at either side of the middle: few enough to be told apart, and to be all explained. */
#define EX_HEATMAP_STEPS 3
#define EX_HEATMAP_TONES (2 * EX_HEATMAP_STEPS + 1)

typedef struct
{
  ExColor fill, ink; /* ink: what is written on it */
} ExHeatmapTone;

typedef struct
{
  ExCellKind kind;
  double     value;
  char      *text;   /* (nullable) the value as it is written, once it was asked for */
  char      *detail; /* (nullable) */
  char      *key;    /* (nullable) */
} ExHeatmapCell;

typedef struct
{
  char    *name;
  char    *key;     /* (nullable) */
  char    *collate; /* by which names are in the reader's alphabet */
  guint    depth;
  double   width;   /* of the name in the font whose hash is measured_in */
  guint    measured_in;
  guint    place;
  guint    before;  /* its place before it moved */
  ExLabel *label;   /* (nullable) the chart's, as laid out */
} ExHeatmapRow;

/* What has no width is not shown. */
typedef struct
{
  ExRect   blocks[EX_HEATMAP_TONES]; /* one a tone */
  ExLabel *texts[EX_HEATMAP_TONES];  /* (nullable) the values at the ends and in the middle */
  ExRect   hatched; /* what is not measured */
  ExRect   partly;
} ExHeatmapLegend;

struct _ExHeatmapChart
{
  ExChart        parent_instance;

  char         **columns;
  guint          n_columns;
  int            total;
  double         low, middle, high;
  char          *heading; /* (nullable) */
  ExValueFormat  format;
  ExValueFormat  scale_format; /* of the legend; without a function: as format has it */
  GArray        *rows;    /* (element-type ExHeatmapRow) by number */
  GArray        *cells;   /* (element-type ExHeatmapCell) row by row */
  ExHeatmapOrder order;
  int            order_column;
  gboolean       moved;   /* since the last motion ended */

  gboolean       sorted;  /* the three below are up to date */
  GArray        *places;  /* (element-type guint) row numbers from the top */
  GArray        *marks;   /* (element-type guint) place * (columns + 1) + (0: the name, else 1 + column) */
  GArray        *spots;   /* (element-type int) the mark, by the same; -1: none */

  /* as laid out */
  ExRect         area;    /* names and cells; rows begin at its top */
  double         names;   /* the names' width, with the gap behind them */
  double         row;     /* a row's height */
  double         column;  /* a column's width */
  double         apart;   /* around the total column */
  double         figures; /* the scale of the figures' words; 0: they find no room */
  gboolean       thinned; /* not every row's name found room */
  GHashTable    *written; /* (element-type utf8 ExLabel) figures, by their words */
  ExHeatmapLegend legend;
};

#define ex_heatmap_row(self, i) (&g_array_index ((self)->rows, ExHeatmapRow, (i)))
#define ex_heatmap_cell(self, i, column) (&g_array_index ((self)->cells, ExHeatmapCell, (gsize) (i) * (self)->n_columns + (column)))
/* The row at a place. */
#define ex_heatmap_at(self, place) (g_array_index ((self)->places, guint, (place)))

/* ---- What it is ---- */
gboolean    ex_heatmap_has_value   (const ExHeatmapCell *cell);
const char *ex_heatmap_cell_text   (ExHeatmapChart *self, ExHeatmapCell *cell); /* of one that has a value */

/* ---- The order ---- */
void     ex_heatmap_sort           (ExHeatmapChart *self); /* unless it is sorted */
void     ex_heatmap_remember       (ExHeatmapChart *self); /* where the rows are, before another order */
void     ex_heatmap_find_moved     (ExHeatmapChart *self);
gboolean ex_heatmap_mark_spot      (ExHeatmapChart *self, guint mark, guint *place, int *column); /* column -1: the name; FALSE: no such mark */
int      ex_heatmap_chart_neighbour(ExChart *chart, guint mark, ExWay way);

/* ---- Where it stands ---- */
void     ex_heatmap_chart_layout   (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);
double   ex_heatmap_chart_natural_height (ExChart *chart, double width);
/* From where reading begins. */
double   ex_heatmap_column_offset  (ExHeatmapChart *self, guint column);
/* Of a cell (column -1: of the name), on its way from its place before. */
ExRect   ex_heatmap_rect           (ExHeatmapChart *self, double place, int column);
ExLabel *ex_heatmap_figure         (ExHeatmapChart *self, const char *text); /* (transfer none) */

/* Of its line with the gap below it; 0: there is nothing to explain. */
double   ex_heatmap_legend_height  (ExHeatmapChart *self);
void     ex_heatmap_legend_place   (ExHeatmapChart *self, const ExRect *area); /* at its top */
void     ex_heatmap_legend_draw    (ExHeatmapChart *self, cairo_t *cr, const ExPalette *palette);
void     ex_heatmap_legend_clear   (ExHeatmapLegend *self);

/* ---- Colours ---- */
/* -EX_HEATMAP_STEPS: at or below the low end; 0: the middle. */
int      ex_heatmap_step           (ExHeatmapChart *self, double value);
/* EX_HEATMAP_TONES of them, the lowest first. @contrast: what is written on one has to stand out by. */
void     ex_heatmap_tones          (const ExPalette *palette, double contrast, ExHeatmapTone *tones);
double   ex_heatmap_contrast       (ExChart *chart); /* that the theme asks for */
/* Colour alone does not tell, and there are no figures: what is behind is hatched. */
gboolean ex_heatmap_is_hatched     (ExHeatmapChart *self, const ExPalette *palette);
/* How close lines on a tone behind stand, 0: none. */
double   ex_heatmap_hatch_of       (int step);

/* ---- Drawing ---- */
void     ex_heatmap_chart_draw        (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);
void     ex_heatmap_chart_draw_motion (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, double t);
void     ex_heatmap_chart_draw_hover  (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark);
void     ex_heatmap_paint_unmeasured  (cairo_t *cr, const GArray *rects, const ExPalette *palette); /* (element-type ExRect) */
void     ex_heatmap_paint_partly      (cairo_t *cr, const ExRect *rect, gboolean rtl, const ExColor *ink);
void     ex_heatmap_paint_lines       (cairo_t *cr, const GArray *rects, double step, double width, const ExColor *color);

/* ---- Words ---- */
char      *ex_heatmap_chart_mark_text (ExChart *chart, guint mark);
GPtrArray *ex_heatmap_chart_table     (ExChart *chart);
char      *ex_heatmap_chart_describe  (ExChart *chart);

G_END_DECLS
