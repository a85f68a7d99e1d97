/* A chart draws numbers on any cairo_t: the same drawing serves the window, SVG, PNG, PDF and print. It knows no domain
 * type: words come ready from the caller, and so do keys, by which the caller knows its marks again. */
#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "ex-palette.h"

G_BEGIN_DECLS

#define EX_TYPE_CHART (ex_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (ExChart, ex_chart, EX, CHART, GObject)

typedef struct { double x, y, width, height; } ExRect;

/* Where an arrow key leads. */
typedef enum { EX_WAY_LEFT, EX_WAY_RIGHT, EX_WAY_UP, EX_WAY_DOWN } ExWay;

struct _ExChartClass
{
  GObjectClass parent_class;

  void   (* layout) (ExChart *self, cairo_t *cr, const ExRect *plot, const ExPalette *palette);   /* computed once for a size */
  void   (* draw)   (ExChart *self, cairo_t *cr, const ExRect *plot, const ExPalette *palette);   /* everything but hover and title */
  void   (* draw_hover) (ExChart *self, cairo_t *cr, const ExRect *plot, const ExPalette *palette, int mark);
  int    (* hit)    (ExChart *self, double x, double y);  /* mark at a point, -1: none */
  guint  (* n_marks)(ExChart *self);
  char * (* mark_text) (ExChart *self, guint mark);       /* "Lost: 1,869 customers, 139,130.85 €" */
  gboolean (* mark_rect) (ExChart *self, guint mark, ExRect *rect);
  GPtrArray * (* table) (ExChart *self);                  /* (element-type GStrv) rows of text, the first is the heading */
  char * (* describe)    (ExChart *self);                 /* what is drawn, without title and subtitle */
  gboolean (* mirrored)  (ExChart *self);                 /* whether the first mark stands at the right end */

  /* The rest may be NULL. */
  const char * (* mark_key) (ExChart *self, guint mark);  /* as the caller named it; (nullable) */
  int      (* neighbour)  (ExChart *self, guint mark, ExWay way); /* -1: none; without it left and right go to the one before and after */
  double   (* natural_height) (ExChart *self, double width); /* of the plot, for charts of rows, which otherwise stand too close */
  gboolean (* has_motion) (ExChart *self);                /* its marks have moved since the arrangement before, in a way worth seeing */
  void     (* draw_motion) (ExChart *self, cairo_t *cr, const ExRect *plot, const ExPalette *palette, double t); /* 0: before, 1: now; all but title and subtitle */
  void     (* end_motion) (ExChart *self);                /* where the marks are is where they were */
};

/* How an axis writes a value. (transfer full) result. */
typedef char * (* ExValueText) (double value, gpointer data);

/* Title: the finding in words; subtitle: what is drawn and in what unit. Either may be NULL (the page says it already). */
void       ex_chart_set_title    (ExChart *self, const char *title, const char *subtitle);
const char *ex_chart_get_title   (ExChart *self);
const char *ex_chart_get_subtitle(ExChart *self);
/* What an empty chart says in place of its marks ("No check-ins yet"); NULL: nothing. */
void       ex_chart_set_empty_text (ExChart *self, const char *text);
/* Text size in points and family, so that large text enlarges the chart's words too. Default "Cantarell, sans-serif", 10. */
void       ex_chart_set_font     (ExChart *self, const char *family, double size);
void       ex_chart_set_rtl      (ExChart *self, gboolean rtl); /* right-to-left: time still runs left to right, labels turn */

/* Lays out without drawing: from here on marks are found as for a drawing of that size. */
void       ex_chart_layout       (ExChart *self, double width, double height, ExTheme theme, gboolean background);
void       ex_chart_draw         (ExChart *self, cairo_t *cr, double width, double height, ExTheme theme, gboolean background);
void       ex_chart_draw_hover   (ExChart *self, cairo_t *cr, double width, double height, ExTheme theme, int mark);
int        ex_chart_hit          (ExChart *self, double x, double y); /* of the last drawn size; -1: nothing */
guint      ex_chart_n_marks      (ExChart *self);
char      *ex_chart_mark_text    (ExChart *self, guint mark);         /* (transfer full) */
gboolean   ex_chart_mark_rect    (ExChart *self, guint mark, ExRect *rect);
/* How many words and other marks a card at @rect would cover. */
guint      ex_chart_n_covered    (ExChart *self, const ExRect *rect);
gboolean   ex_chart_is_mirrored  (ExChart *self);                     /* marks run from right to left, and so do the arrow keys */
char      *ex_chart_describe     (ExChart *self);                     /* (transfer full): what a screen reader says of the whole */
GPtrArray *ex_chart_table        (ExChart *self);                     /* (transfer full) (element-type GStrv) */
/* What the caller called a mark, to go where it leads; (nullable) (transfer none): it leads nowhere. */
const char *ex_chart_mark_key        (ExChart *self, guint mark);
/* Names a mark of a chart whose functions take no key. Marks count in the order that they were added in, which is that of ex_chart_table(); a
 * Pareto chart sorts its bars: see ex_pareto_chart_set_key(). No drawing depends on it: "changed" is not emitted. */
void       ex_chart_set_mark_key     (ExChart *self, guint mark, const char *key);
/* The mark that an arrow key leads to, -1: none that way. */
int        ex_chart_neighbour        (ExChart *self, guint mark, ExWay way);
/* How high the whole should be at a width, with its title; 0: as high as there is room. */
double     ex_chart_natural_height   (ExChart *self, double width, gboolean background);
/* Whether its marks have moved (rows in another order) since ex_chart_end_motion(): then the way from there to here can be drawn, t from 0 to 1. */
gboolean   ex_chart_has_motion       (ExChart *self);
void       ex_chart_draw_motion      (ExChart *self, cairo_t *cr, double width, double height, ExTheme theme, double t);
/* The way has been shown, or there is nobody to see it: from here on the marks are where they are. A drawing does not end it. */
void       ex_chart_end_motion       (ExChart *self);
/* For paper: in points, in print colours, without background, with the paper's type. A chart that is on a screen too stays there as it was, and "changed" is
 * not emitted; the height is 0 when it takes what room there is. */
void       ex_chart_draw_on_paper   (ExChart *self, cairo_t *cr, double width, double height, const char *family, double size);
double     ex_chart_height_on_paper (ExChart *self, double width, const char *family, double size);
/* Something the drawing depends on has changed. Emits "changed". */
void       ex_chart_changed      (ExChart *self);

typedef enum { EX_FORMAT_SVG, EX_FORMAT_PNG, EX_FORMAT_PDF } ExFormat;

gboolean   ex_format_parse       (const char *nick, ExFormat *format); /* "svg", "png", "pdf", or a file name's ending */
/* What such a file holds, for the clipboard. Size in pixels (points for PDF). (transfer full) */
GBytes    *ex_chart_render       (ExChart *self, ExFormat format, double width, double height, ExTheme theme, GError **error);
/* Writes to a temporary file beside @path and renames it; an error names the path. Size in pixels (points for PDF). */
gboolean   ex_chart_save         (ExChart *self, const char *path, ExFormat format, double width, double height, ExTheme theme, GError **error);

G_END_DECLS
