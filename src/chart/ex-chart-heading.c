/* The title and subtitle above the plot, and how high the whole should be with them. */
#include "config.h"

#include "ex-chart-base.h"

#include <math.h>

#define TITLE_SCALE 1.25
#define HEADING_LINES 3
#define HEADING_GAP 2.0
/* Below the subtitle, in ems. */
#define PLOT_GAP 0.6
/* Of the picture's height, at most; and a picture lower than so many ems needs the subtitle's room itself. Not where there is room for all. */
#define TITLE_SHARE 0.25
#define SUBTITLE_SHARE 0.16
#define ROOM_OF_SUBTITLE 13.0

/* Room around the drawing: on paper a margin, in a window none, so that its words stand in line with the page's. */
static double
frame_margin (double width, double height, gboolean background)
{
  return background ? CLAMP (0.03 * MIN (width, height), 6, 24) : 0;
}

static ExLabel *
heading_new (ExChart *self, const char *text, gboolean title)
{
  if (text == NULL || *text == '\0')
    return NULL;
  return ex_label_new (ex_chart_priv (self)->context, text, title ? TITLE_SCALE : 1, title, title ? EX_INK_TEXT : EX_INK_DIM);
}

/* Places one block of the heading at the plot's top unless it would take more than @most of the height; moves the top down. */
static void
place_heading (ExChart *self, const char *text, gboolean title, double most)
{
  ExChartPrivate *p = ex_chart_priv (self);
  ExLabel *label = heading_new (self, text, title);
  int lines = HEADING_LINES;

  if (label == NULL)
    return;
  for (; lines > 0; lines--)
    {
      ex_label_wrap (label, p->plot.width, lines, PANGO_ALIGN_LEFT);
      if (label->rect.height <= most)
        break;
    }
  if (lines == 0)
    {
      ex_label_free (label);
      return;
    }
  ex_chart_place (self, label, p->rtl ? p->plot.x + p->plot.width - label->rect.width : p->plot.x, p->plot.y);
  p->plot.y += label->rect.height + HEADING_GAP;
  p->plot.height -= label->rect.height + HEADING_GAP;
}

/* The whole has the room that it asks for, so that nothing of its heading has to give way. */
static gboolean
is_roomy (ExChart *self)
{
  const ExFrame *frame = &ex_chart_priv (self)->frame;
  double natural = ex_chart_natural_height (self, frame->width, frame->background);

  return natural > 0 && frame->height >= natural;
}

void
ex_chart_layout_headings (ExChart *self)
{
  ExChartPrivate *p = ex_chart_priv (self);
  double margin = frame_margin (p->frame.width, p->frame.height, p->frame.background);
  gboolean roomy = is_roomy (self);
  double gap = PLOT_GAP * ex_chart_get_em (self);

  p->plot = (ExRect) { margin, margin, p->frame.width - 2 * margin, p->frame.height - 2 * margin };
  p->n_headings = 0;
  if (p->bare)
    return;
  place_heading (self, p->title, TRUE, roomy ? INFINITY : TITLE_SHARE * p->frame.height);
  if (roomy || p->frame.height >= ROOM_OF_SUBTITLE * ex_chart_get_em (self))
    place_heading (self, p->subtitle, FALSE, roomy ? INFINITY : SUBTITLE_SHARE * p->frame.height);
  p->n_headings = p->labels->len;
  if (p->n_headings == 0)
    return;
  gap = roomy ? gap : MIN (gap, 0.04 * p->frame.height);
  p->plot.y += gap;
  p->plot.height -= gap;
}

void
ex_chart_set_bare (ExChart *self, gboolean bare)
{
  ex_chart_priv (self)->bare = bare;
  ex_chart_changed (self);
}

static double
heading_height (ExChart *self, const char *text, gboolean title, double width)
{
  g_autoptr (ExLabel) label = heading_new (self, text, title);

  if (label == NULL || ex_chart_priv (self)->bare)
    return 0;
  ex_label_wrap (label, width, HEADING_LINES, PANGO_ALIGN_LEFT);

  return label->rect.height + HEADING_GAP;
}

/* With margins of so much; 0: as high as there is room. */
static double
natural_height_within (ExChart *self, double width, double margin)
{
  ExChartPrivate *p = ex_chart_priv (self);
  double plot = EX_CHART_GET_CLASS (self)->natural_height (self, width - 2 * margin), headings;

  if (!(plot > 0))
    return 0;
  headings = heading_height (self, p->title, TRUE, width - 2 * margin) + heading_height (self, p->subtitle, FALSE, width - 2 * margin);

  return ceil (2 * margin + headings + (headings > 0 ? PLOT_GAP * ex_chart_get_em (self) : 0) + plot);
}

double
ex_chart_natural_height (ExChart *self, double width, gboolean background)
{
  double margin, less, height;

  g_return_val_if_fail (EX_IS_CHART (self), 0);

  margin = frame_margin (width, width, background); /* at most, whatever the height */
  if (EX_CHART_GET_CLASS (self)->natural_height == NULL || !(width > 2 * margin) || isinf (width))
    return 0;
  ex_chart_ensure_context (self);
  height = natural_height_within (self, width, margin);
  less = frame_margin (width, height, background);

  return height > 0 && less < margin - 1 ? natural_height_within (self, width, less) : height;
}
