/* Private to the dots: what they are (ex-dot-chart.c), what is said of them (ex-dot-words.c), how they are stacked (ex-dot-stack.c), where they and
 * the words stand (ex-dot-layout.c), and how they are drawn (ex-dot-draw.c). */
#pragma once

#include "ex-chart-private.h"
#include "ex-dot-chart.h"
#include "ex-value-axis.h"

G_BEGIN_DECLS

typedef struct
{
  double value;  /* NaN: none */
  char  *name;   /* all of them in strings */
  char  *detail; /* (nullable) */
  char  *key;    /* (nullable) */
} ExDot;

/* Dots over each other, from the bottom up. */
typedef struct
{
  guint  first;  /* of the group's dots */
  guint  count;
  double along;  /* its middle, counted from the beginning of the axis */
} ExDotStack;

typedef struct
{
  char    *name;
  char    *key;      /* (nullable) */
  GArray  *dots;     /* (element-type ExDot); once arranged by value, those without one last */
  guint    n_values; /* once arranged, so many have a value, */
  double   median;   /* and NaN of none, */
  guint    first;    /* and the number of the mark of its name; its dots follow */

  /* as laid out */
  GArray  *stacks;   /* (element-type ExDotStack) of those with a value */
  guint    highest;  /* dots in a stack */
  double   y, height; /* its row */
  double   base;     /* where its stacks stand */
  double   name_y, name_height; /* of its name and median, inside the row */
} ExDotGroup;

typedef struct
{
  double value;
  char  *label; /* (nullable) */
  double top;   /* as laid out: where its line begins */
} ExDotLevel;

struct _ExDotChart
{
  ExChart       parent_instance;

  ExValueFormat format;
  ExValueFormat ticks;  /* of the axis; without a function: as format has it */
  GPtrArray    *groups;  /* (element-type ExDotGroup) */
  GStringChunk *strings; /* of ten thousand dots, let go of at once */
  GArray       *levels;  /* (element-type ExDotLevel) */
  double        low, high; /* NaN: as far as the values */
  char         *none_name;
  char         *groups_heading, *dots_heading; /* (nullable) */
  gboolean      arranged;
  guint         n_dots;
  guint         n_none;  /* of these, without a value; once arranged */

  /* as laid out */
  ExRect        area;    /* of the rows, from the names to those without a value */
  double        names;   /* widths of the columns */
  double        medians; /* 0: none */
  double        nones;   /* 0: none */
  double        from, width; /* the axis, counted from the beginning of the area; */
  double        pad;     /* there is so much room at its ends */
  ExValueAxis   axis;
  double        size;    /* of a dot, with the gap to the next */
  double        step;    /* from one to the one over it; less than their size where they have to share places */
  double        over, under; /* free room in a row over its highest stack and under its base */
  guint         none_columns; /* side by side */
  ExRect        median_key; /* beside the heading, upright; no height: none */
};

/* So many that they are drawn as a few pixels each. */
#define EX_DOTS_MANY 1500

#define ex_dot_group(self, i) ((ExDotGroup *) g_ptr_array_index ((self)->groups, (i)))
#define ex_dot(group, i) (&g_array_index ((group)->dots, ExDot, (i)))
#define ex_dot_stack(group, i) (&g_array_index ((group)->stacks, ExDotStack, (i)))
#define ex_dot_level(self, i) (&g_array_index ((self)->levels, ExDotLevel, (i)))

/* Sorts, numbers, and finds the medians, if anything was added since. */
void        ex_dot_chart_arrange   (ExDotChart *self);
/* The group of a mark; its dot in @dot, -1: it is the group's name. */
ExDotGroup *ex_dot_chart_find      (ExDotChart *self, guint mark, int *dot);

/* Stacks the dots: as large as lets all rows find room in @height. @least: the height of the lowest row. */
void        ex_dot_chart_stack     (ExDotChart *self, double height, double least);
double      ex_dot_chart_along     (const ExDotChart *self, double value); /* from the beginning of the axis */
/* The highest of a group's rows of dots, at the size and step as they are. */
double      ex_dot_chart_row_height (const ExDotChart *self, const ExDotGroup *group, double least);
/* So many of those without a value stand over each other. */
guint       ex_dot_chart_none_rows (const ExDotChart *self, const ExDotGroup *group);

/* A rectangle that begins @x after the beginning of the area. */
ExRect      ex_dot_chart_rect_at   (ExDotChart *self, double x, double y, double width, double height);
ExRect      ex_dot_chart_dot_rect  (ExDotChart *self, const ExDotGroup *group, guint dot);

const char *ex_dot_chart_none_name (ExDotChart *self);
char       *ex_dot_chart_mark_text (ExChart *chart, guint mark);
GPtrArray  *ex_dot_chart_table     (ExChart *chart);
char       *ex_dot_chart_describe  (ExChart *chart);

void        ex_dot_chart_layout    (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);
void        ex_dot_chart_draw_hover (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark);
void        ex_dot_chart_draw      (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette);

G_END_DECLS
