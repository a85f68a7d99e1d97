/* Where the parts of the view stand: the focus on its mark, the card with a mark's words beside it, the menu button, and in
 * table mode the table. */
#include "config.h"

#include "ex-chart-view-private.h"

#include <math.h>

#define LEAST_WIDTH 240
#define LEAST_HEIGHT 120
#define NATURAL_WIDTH 480
#define NATURAL_HEIGHT 270
#define GAP 6
#define CARD_GAP 8

/* ---- Room ---- */

/* 0: as high as there is room. */
static int
height_of_rows (ExChartView *self, int width)
{
  if (self->chart == NULL || !self->natural)
    return 0;
  ex_chart_view_sync_font (self);

  return (int) ceil (self->scale * ex_chart_natural_height (self->chart, width / self->scale, FALSE));
}

GtkSizeRequestMode
ex_chart_view_get_request_mode (GtkWidget *widget)
{
  ExChartView *self = EX_CHART_VIEW (widget);

  return self->chart != NULL && self->natural && EX_CHART_GET_CLASS (self->chart)->natural_height != NULL ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                                                                                         : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

void
ex_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                       int *natural_baseline)
{
  int rows = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  rows = height_of_rows (EX_CHART_VIEW (widget), for_size > 0 ? for_size : NATURAL_WIDTH);
  *minimum = rows > 0 ? rows : LEAST_HEIGHT;
  *natural = rows > 0 ? rows : NATURAL_HEIGHT;
}

/* ---- Places ---- */

typedef struct
{
  int x, y, width, height;
} Box;

static gboolean
overlaps (const Box *a, const Box *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
put (GtkWidget *child, const Box *box)
{
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (box->x, box->y));

  gtk_widget_allocate (child, box->width, box->height, -1, transform);
}

static Box
natural_box (GtkWidget *child, int most)
{
  Box box = { 0 };
  int least = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &box.width, NULL, NULL);
  box.width = MAX (least, MIN (box.width, most));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, box.width, NULL, &box.height, NULL, NULL);

  return box;
}

gboolean
ex_chart_view_mark_rect (ExChartView *self, int mark, ExRect *rect)
{
  if (mark < 0 || self->chart == NULL || !ex_chart_mark_rect (self->chart, (guint) mark, rect))
    return FALSE;
  *rect = (ExRect) { rect->x * self->scale, rect->y * self->scale, rect->width * self->scale, rect->height * self->scale };

  return TRUE;
}

static Box
mark_box (ExChartView *self, int mark, int width, int height)
{
  ExRect rect;

  if (!ex_chart_view_mark_rect (self, mark, &rect))
    return (Box) { 0, 0, width, height };

  return (Box) { (int) floor (rect.x), (int) floor (rect.y), (int) ceil (rect.width) + 1, (int) ceil (rect.height) + 1 };
}

/* What the page that scrolls shows of the view. */
static Box
seen_box (ExChartView *self, int width, int height)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  Box whole = { 0, 0, width, height };
  graphene_rect_t seen, all = GRAPHENE_RECT_INIT (0, 0, width, height);

  if (viewport == NULL || !gtk_widget_compute_bounds (viewport, GTK_WIDGET (self), &seen) || !graphene_rect_intersection (&seen, &all, &seen))
    return whole;

  return (Box) { (int) ceil (seen.origin.x), (int) ceil (seen.origin.y), (int) floor (seen.size.width), (int) floor (seen.size.height) };
}

/* Next to the mark: above, below, at its right, at its left, and higher or lower there; pushed into what is seen of the view, never onto the mark, and
 * where it covers the least. */
static Box
card_box (ExChartView *self, const Box *mark, int width, int height)
{
  const Box seen = seen_box (self, width, height);
  const Box card = natural_box (self->card, width);
  const int middle = mark->x + (mark->width - card.width) / 2, halfway = mark->y + (mark->height - card.height) / 2;
  const int right = mark->x + mark->width + CARD_GAP, left = mark->x - card.width - CARD_GAP;
  const int above = mark->y - card.height - CARD_GAP, below = mark->y + mark->height + CARD_GAP;
  const int places[][2] = {
    { middle, above }, { middle, below }, { right, halfway }, { left, halfway },  { right, mark->y },
    { left, mark->y }, { right, above },  { left, above },    { right, below },   { left, below },
  };
  Box best = { middle, above, card.width, card.height }; /* no room inside: out over the upper edge */
  guint least = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (places) && least > 0; i++)
    {
      Box box = { CLAMP (places[i][0], seen.x, MAX (seen.x, seen.x + seen.width - card.width)),
                  CLAMP (places[i][1], seen.y, MAX (seen.y, seen.y + seen.height - card.height)), card.width, card.height };
      ExRect room = { box.x / self->scale, box.y / self->scale, box.width / self->scale, box.height / self->scale };
      guint covered = ex_chart_n_covered (self->chart, &room);

      if (overlaps (&box, mark) || covered >= least)
        continue;
      best = box;
      least = covered;
    }

  return best;
}

static void
allocate_table (ExChartView *self, const Box *more, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int head = more->height + GAP;

  put (self->heading, &(Box) { rtl ? more->width + GAP : 0, 0, MAX (width - more->width - GAP, 1), more->height });
  put (self->table, &(Box) { 0, head, width, MAX (height - head, 1) });
}

void
ex_chart_view_allocate (ExChartView *self, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int current = ex_chart_view_get_mark (self);
  Box more = natural_box (self->more, width);
  Box mark = mark_box (self, self->walked, width, height);

  more.x = rtl ? 0 : width - more.width;
  put (self->more, &more);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->table != NULL)
    allocate_table (self, &more, width, height);

  gtk_widget_set_child_visible (self->mark, self->table == NULL);
  if (self->table == NULL)
    put (self->mark, &mark);

  gtk_widget_set_child_visible (self->card, self->table == NULL && current >= 0);
  if (self->table == NULL && current >= 0)
    {
      Box card;

      mark = mark_box (self, current, width, height);
      card = card_box (self, &mark, width, height);
      put (self->card, &card);
    }
}
