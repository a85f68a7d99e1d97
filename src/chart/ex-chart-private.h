/* Private to the floor and its tests: what a chart's subclass builds its layout with. */
#pragma once

#include "ex-chart.h"
#include "ex-label.h"

G_BEGIN_DECLS

/* How an axis writes a value: the caller's words, or plain numbers in the reader's locale. */
typedef struct
{
  ExValueText    func;
  gpointer       data;
  GDestroyNotify destroy;
} ExValueFormat;

void  ex_value_format_set   (ExValueFormat *self, ExValueText func, gpointer data, GDestroyNotify destroy);
void  ex_value_format_clear (ExValueFormat *self);
/* @step: how fine a difference has to show, 0: as it comes. (transfer full) */
char *ex_value_format_text  (const ExValueFormat *self, double value, double step);

/* Everything that a layout depends on besides the chart itself. */
typedef struct
{
  double   width, height; /* 0 before the first drawing */
  ExTheme  theme;
  gboolean background;
} ExFrame;

const ExFrame *ex_chart_get_frame (ExChart *self); /* of the last drawing */
void           ex_chart_set_frame (ExChart *self, const ExFrame *frame); /* as if that had been the last drawing */

/* The rest is for use inside the layout vfunc, and for drawing after it. */
const char   *ex_chart_get_empty_text (ExChart *self); /* (nullable) */
PangoContext *ex_chart_get_text_context (ExChart *self);
double        ex_chart_get_em    (ExChart *self);  /* the font's size in pixels */
gboolean      ex_chart_get_rtl   (ExChart *self);
double        ex_chart_measure   (const char *text, gpointer self); /* width of a text of an axis; an ExTextWidth */

#define EX_AXIS_TEXT_SCALE 0.9

double        ex_chart_measure_height (ExChart *self, const char *text, double scale); /* fonts differ; (nullable) text: figures */
/* Of names so wide (element-type double; sorted by it): as the widest, unless that is far beyond nearly all: one long name is shortened, the rest keeps its room. */
double        ex_chart_column_width (GArray *widths);

/* Everything that is written, in the order it was placed; the title and subtitle are the first. (transfer none) (element-type ExLabel) */
GPtrArray    *ex_chart_get_labels (ExChart *self);
guint         ex_chart_n_headings (ExChart *self); /* so many of them, from the first, are title and subtitle */
/* On a sheet of several, which writes its title for it: title and subtitle are only said, not drawn. */
void          ex_chart_set_bare   (ExChart *self, gboolean bare);
gboolean      ex_chart_is_free    (ExChart *self, const ExRect *rect); /* no label stands there, and it is inside the picture */
/* Puts the upper left corner of @label at a point; (transfer full) label. */
void          ex_chart_place      (ExChart *self, ExLabel *label, double x, double y);
/* The same if that room is free; else frees the label and is FALSE. */
gboolean      ex_chart_try_place  (ExChart *self, ExLabel *label, double x, double y);
/* The same with @gap of air at either side of it: in a line of words, two would read as one. */
gboolean      ex_chart_try_place_apart (ExChart *self, ExLabel *label, double x, double y, double gap);
/* The words for a chart without marks, at most @width wide: (nullable) (transfer full); or placed in the middle of @area. */
ExLabel      *ex_chart_empty_label (ExChart *self, double width);
void          ex_chart_place_empty (ExChart *self, const ExRect *area);

G_END_DECLS
