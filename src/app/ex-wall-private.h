/* What the files of the wall share: its slides (ex-wall.c), its keyboard and pointer (ex-wall-keys.c). */
#pragma once

#include "ex-chart-view.h"
#include "ex-overview-work.h"
#include "ex-wall-slide.h"
#include "ex-wall.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _ExWall
{
  GtkWindow       parent_instance;

  ExSession      *session;
  ExStoryAsk     *ask;
  ExOverviewWork *work;
  GPtrArray      *slides;   /* (element-type ExWallSlide) by ExStoryPart; NULL: not made yet, or nothing to draw */
  guint           place;    /* ExStoryPart of the one in view */
  GPtrArray      *below;    /* (element-type ExWallSlide) down from it; the last is in view */
  GPtrArray      *asks;     /* (element-type ExStoryAsk) of those */
  GCancellable   *making;
  char           *filter;   /* (nullable) in words */
  char           *letters;  /* (nullable) the class that has their size */
  double          scale;    /* of charts beside them; 0: not known yet */
  guint           resize_id;
  guint           rest_id;

  GtkWidget      *stage;
  GtkLabel       *sentence;
  GtkLabel       *note;
  AdwBin         *chart_bin;
  ExChartView    *view;
  GtkWidget      *edge;
  GtkLabel       *count;
  GtkLabel       *about;
};

/* From slide to slide; back up, FALSE: it is not down; out of the chart. */
void     ex_wall_step        (ExWall *self, int by);
void     ex_wall_go_to_end   (ExWall *self, gboolean last);
gboolean ex_wall_go_up       (ExWall *self);
void     ex_wall_leave_chart (ExWall *self);

/* Somebody is there: the pointer and the edge are seen again, for a while. */
void     ex_wall_wake        (ExWall *self);
void     ex_wall_add_controllers (ExWall *self);

G_END_DECLS
