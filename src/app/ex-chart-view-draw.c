/* How the view draws its chart: kept for as long as it holds, and while marks move, frame by frame. */
#include "config.h"

#include "ex-chart-view-private.h"

#include <adwaita.h>

/* Microseconds: long enough for the eye to follow a row, too short to wait for. */
#define MOTION 250000
/* Pixels. */
#define BAND 1024
/* Around a mark, where its ring may reach. */
#define AROUND 64

void
ex_chart_view_forget_drawing (ExChartView *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- Motion ---- */

static double
progress (ExChartView *self)
{
  gint64 now = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));

  return self->motion_start > 0 ? (double) (now - self->motion_start) / MOTION : 0;
}

void
ex_chart_view_stop_motion (ExChartView *self)
{
  if (self->motion_id > 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->motion_id);
  self->motion_id = 0;
  if (self->chart != NULL)
    ex_chart_end_motion (self->chart);
  ex_chart_view_forget_drawing (self);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ExChartView *self = EX_CHART_VIEW (widget);

  if (self->motion_start == 0)
    self->motion_start = gdk_frame_clock_get_frame_time (clock);
  if (progress (self) < 1)
    {
      gtk_widget_queue_draw (widget);
      return G_SOURCE_CONTINUE;
    }
  self->motion_id = 0;
  ex_chart_view_stop_motion (self);

  return G_SOURCE_REMOVE;
}

void
ex_chart_view_move (ExChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (!ex_chart_has_motion (self->chart))
    return;
  if (self->table != NULL || !gtk_widget_get_mapped (widget) || !adw_get_enable_animations (widget))
    {
      ex_chart_view_stop_motion (self);
      return;
    }
  self->motion_start = 0;
  self->hovered = -1; /* what the pointer was over has gone */
  ex_chart_view_update_current (self);
  if (self->motion_id == 0)
    self->motion_id = gtk_widget_add_tick_callback (widget, tick_cb, NULL, NULL);
}

/* ---- Drawing ---- */

static void
draw_band (ExChartView *self, GtkSnapshot *snapshot, int width, int height, int top, int bottom)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, top, width, bottom - top));

  cairo_scale (cr, self->scale, self->scale);
  if (self->motion_id > 0)
    ex_chart_draw_motion (self->chart, cr, width / self->scale, height / self->scale, self->theme,
                          adw_easing_ease (ADW_EASE_IN_OUT_CUBIC, MIN (progress (self), 1)));
  else
    ex_chart_draw (self->chart, cr, width / self->scale, height / self->scale, self->theme, FALSE);
  cairo_destroy (cr);
}

/* A chart of many rows is one of many bands: no picture that has to be kept becomes too large for the screen's memory. */
static GskRenderNode *
render (ExChartView *self, int width, int height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  for (int top = 0; top < height; top += BAND)
    draw_band (self, snapshot, width, height, top, MIN (top + BAND, height));

  return gtk_snapshot_free_to_node (snapshot);
}

static void
draw_hover (ExChartView *self, GtkSnapshot *snapshot, int mark, int width, int height)
{
  ExRect rect = { 0, 0, width, height };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  cairo_t *cr = NULL;

  if (height > BAND && ex_chart_view_mark_rect (self, mark, &rect))
    graphene_rect_intersection (&bounds, &GRAPHENE_RECT_INIT (0, (float) (rect.y - AROUND * self->scale), width, (float) (rect.height + 2 * AROUND * self->scale)), &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, self->scale, self->scale);
  ex_chart_draw_hover (self->chart, cr, width / self->scale, height / self->scale, self->theme, mark);
  cairo_destroy (cr);
}

static void
forget_other_size (ExChartView *self, int width, int height)
{
  graphene_rect_t bounds;

  if (self->node == NULL)
    return;
  gsk_render_node_get_bounds (self->node, &bounds);
  if (self->motion_id > 0 || (int) bounds.size.width != width || (int) bounds.size.height != height)
    g_clear_pointer (&self->node, gsk_render_node_unref);
}

void
ex_chart_view_draw (ExChartView *self, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  int current = ex_chart_view_get_mark (self);

  if (!ex_chart_view_sync (self))
    return;
  forget_other_size (self, width, height);
  if (self->node == NULL)
    self->node = render (self, width, height);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  if (current >= 0 && self->motion_id == 0)
    draw_hover (self, snapshot, current, width, height);
}
