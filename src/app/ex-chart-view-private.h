/* Private to the view: its state, shared with its actions (ex-chart-view-actions.c), its keyboard and pointer (ex-chart-view-walk.c),
 * how it is drawn and moves (ex-chart-view-draw.c) and where its parts stand (ex-chart-view-layout.c). */
#pragma once

#include "ex-chart-view.h"

G_BEGIN_DECLS

struct _ExChartView
{
  GtkWidget      parent_instance;

  ExChart       *chart;      /* (nullable) */
  gulong         changed_id;
  GskRenderNode *node;       /* (nullable) the drawing, for the size, style and font that it was made with */
  ExTheme        theme;
  gboolean       syncing;    /* the chart's "changed" is our own doing */
  double         scale;      /* pixels to one of the chart's */
  gboolean       natural;    /* a chart of rows asks for the height that it needs */
  guint          motion_id;  /* of the tick while the marks are moving; 0: they stand */
  gint64         motion_start; /* frame time, microseconds; 0: at the next frame */
  guint          refresh_id; /* the words for screen readers are old */

  int            walked;     /* the mark that the arrow keys reached; -1: the whole chart */
  int            hovered;    /* the mark under the pointer; -1: none */
  gboolean       inside;     /* the pointer is over the chart */

  GtkWidget     *mark;       /* ExChartMark */
  GtkWidget     *card;       /* the current mark's words */
  GtkWidget     *more;
  GtkWidget     *menu;       /* (nullable) the context menu */
  gboolean       menu_of_table; /* the menus offer the chart again */
  GtkWidget     *heading;    /* (nullable) above the table */
  GtkWidget     *table;      /* (nullable) shown in place of the drawing */
};

/* Brings font, direction and size of the chart up to the widget's. FALSE: there is nothing to draw. */
gboolean ex_chart_view_sync           (ExChartView *self);
/* The words of the whole and of the walked mark, for screen readers; those of the current mark on its card; the button. */
void     ex_chart_view_update_words   (ExChartView *self);
void     ex_chart_view_update_current (ExChartView *self);
void     ex_chart_view_update_more    (ExChartView *self);
gboolean ex_chart_view_has_focus_inside (ExChartView *self);
/* Where a mark is in the view. */
gboolean ex_chart_view_mark_rect      (ExChartView *self, int mark, ExRect *rect);
/* Whether a mark can be gone to, and somebody goes. */
gboolean ex_chart_view_leads          (ExChartView *self, int mark);
void     ex_chart_view_add_controllers (ExChartView *self);
void     ex_chart_view_sync_font      (ExChartView *self);
void     ex_chart_view_forget_drawing (ExChartView *self);
void     ex_chart_view_draw           (ExChartView *self, GtkSnapshot *snapshot);
/* Shows how the marks come to where they are, if they have moved and the desktop wants to see it. */
void     ex_chart_view_move           (ExChartView *self);
void     ex_chart_view_stop_motion    (ExChartView *self);
GtkSizeRequestMode ex_chart_view_get_request_mode (GtkWidget *widget);
void     ex_chart_view_measure        (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                                       int *natural_baseline);
void     ex_chart_view_allocate       (ExChartView *self, int width, int height);
void     ex_chart_view_install_actions (GtkWidgetClass *widget_class);
void     ex_chart_view_update_menu    (ExChartView *self);
void     ex_chart_view_popup_menu     (ExChartView *self, double x, double y);

G_END_DECLS
