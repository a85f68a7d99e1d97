/* Where the rungs of a ladder stand, with their names and values underneath and their scores above. */
#include "config.h"

#include "ex-ladder-chart-private.h"
#include "ex-spread.h"

#include <math.h>

/* The curve goes on flat on both sides: so many ems, which a score has room over, but not more than this share of the width. */
#define FLAT_EMS 2.3
#define FLAT_SHARE 0.14
/* A value further out than this share of the ladder is drawn there: its words say where it really is. */
#define BEYOND_SHARE 0.4
#define WORD_GAP 4.0
#define SMALL_SCALE 0.8
/* From a dot to its score. */
#define SCORE_GAP 5.0
/* Under the ground, for the lower half of a dot. */
#define DOT_ROOM 7.0

static double
highest_score (ExLadderChart *self)
{
  double highest = 1;

  for (guint i = 0; i < self->rungs->len; i++)
    highest = MAX (highest, ex_ladder_rung (self, i)->score);

  return highest;
}

double
ex_ladder_y (ExLadderChart *self, double score)
{
  double highest = highest_score (self);

  return self->area.y + self->area.height * (1 - MIN (score, highest) / highest);
}

static double
share_of (ExLadderChart *self, double value)
{
  double first = ex_ladder_rung (self, 0)->value;
  double last = ex_ladder_rung (self, self->rungs->len - 1)->value;

  return CLAMP ((value - first) / (last - first), -BEYOND_SHARE, 1 + BEYOND_SHARE);
}

double
ex_ladder_x (ExLadderChart *self, double value)
{
  double actual = self->has_actual && isfinite (self->actual.value) ? share_of (self, self->actual.value) : 0;
  double low = MIN (0, actual), high = MAX (1, actual);
  double flat = MIN (FLAT_SHARE, FLAT_EMS * ex_chart_get_em (EX_CHART (self)) / self->area.width);
  double place = flat + (1 - 2 * flat) * (share_of (self, value) - low) / (high - low);

  return self->area.x + self->area.width * (ex_chart_get_rtl (EX_CHART (self)) ? 1 - place : place);
}

/* ---- The words ---- */

static ExLabel *
name_label (ExLadderChart *self, const ExLadderMark *mark, double scale)
{
  g_autofree char *text = g_strconcat (mark->label, "\n", mark->value_text, NULL);
  ExLabel *label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), text, scale, mark->actual, mark->actual ? EX_INK_STRONG : EX_INK_TEXT);
  double widest = MAX (8 * ex_chart_get_em (EX_CHART (self)), self->area.width / self->marks->len);

  ex_label_wrap (label, MIN (ceil (label->rect.width) + 1, widest), 1, PANGO_ALIGN_CENTER);
  return label;
}

/* Where there is no room for all: first the value itself, the target, where it starts, where it ends. */
static int
priority_of (ExLadderChart *self, guint i)
{
  const ExLadderMark *mark = ex_ladder_mark (self, i);

  if (mark->actual)
    return 5;
  if (mark->before <= 1 && mark->score == 1)
    return 4;

  return i == 0 ? 3 : i + 1 == self->marks->len ? 2 : 1;
}

/* How many would have to go at this size. */
static guint
spread_names (ExLadderChart *self, double scale, ExSpreadItem *items)
{
  guint dropped = 0;

  for (guint i = 0; i < self->marks->len; i++)
    {
      g_autoptr (ExLabel) label = name_label (self, ex_ladder_mark (self, i), scale);

      items[i] = (ExSpreadItem) { .want = ex_ladder_mark (self, i)->x, .size = label->rect.width + 2 * WORD_GAP, .priority = priority_of (self, i) };
    }
  ex_spread (items, self->marks->len, self->area.x, self->area.x + self->area.width);
  for (guint i = 0; i < self->marks->len; i++)
    dropped += items[i].shown ? 0 : 1;

  return dropped;
}

static void
place_names (ExLadderChart *self, double y, double scale)
{
  g_autofree ExSpreadItem *items = g_new0 (ExSpreadItem, self->marks->len);

  if (spread_names (self, scale, items) > 0 && scale > SMALL_SCALE)
    {
      scale = SMALL_SCALE;
      spread_names (self, scale, items);
    }
  for (guint i = 0; i < self->marks->len; i++)
    if (items[i].shown)
      {
        ExLabel *label = name_label (self, ex_ladder_mark (self, i), scale);

        ex_chart_try_place (EX_CHART (self), label, items[i].at - label->rect.width / 2, y);
      }
}

/* Over the dot, on the side where the curve does not come: left where it rises, right where it falls toward the dot. */
static void
place_score (ExLadderChart *self, guint i)
{
  const ExLadderMark *mark = ex_ladder_mark (self, i);
  ExLabel *label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), mark->score_text, EX_AXIS_TEXT_SCALE, mark->actual,
                                 mark->actual ? EX_INK_STRONG : EX_INK_DIM);
  gboolean falls = i > 0 && ex_ladder_mark (self, i - 1)->score > mark->score;
  gboolean right = falls != ex_chart_get_rtl (EX_CHART (self));
  double x = right ? mark->x - 3 : mark->x - label->rect.width + 3;
  double low = self->area.x, high = self->area.x + self->area.width - label->rect.width;

  ex_chart_try_place (EX_CHART (self), label, CLAMP (x, low, MAX (low, high)), mark->y - SCORE_GAP - label->rect.height);
}

static void
place_scores (ExLadderChart *self)
{
  for (int priority = 5; priority > 0; priority--)
    for (guint i = 0; i < self->marks->len; i++)
      if (priority_of (self, i) == priority)
        place_score (self, i);
}

static void
place_dots (ExLadderChart *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      ExLadderMark *mark = ex_ladder_mark (self, i);

      mark->x = ex_ladder_x (self, mark->value);
      mark->y = ex_ladder_y (self, mark->score);
    }
}

void
ex_ladder_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExLadderChart *self = EX_LADDER_CHART (chart);
  double em = ex_chart_get_em (chart);
  double line = 1.45 * em;
  gboolean named = plot->height > 3.5 * line;
  double names = named ? 2 * line * EX_AXIS_TEXT_SCALE + WORD_GAP : MIN (DOT_ROOM, plot->height / 6);
  double scores = plot->height > 5 * line ? line : MIN (line, plot->height / 5);

  self->area = *plot;
  if (self->marks->len == 0)
    {
      ex_chart_place_empty (chart, plot);
      return;
    }

  self->area.y += scores;
  self->area.height = MAX (1, self->area.height - scores - names);
  place_dots (self);
  if (named)
    place_names (self, self->area.y + self->area.height + WORD_GAP, EX_AXIS_TEXT_SCALE);
  place_scores (self);
}
