/* Where the bars of a waterfall stand, and the words at them. From the outside in: the words of the axis, the words under the
 * bars, the bars, and last the values at the bars, which take what room is left. */
#include "config.h"

#include "ex-waterfall-chart-private.h"

#include <math.h>

/* A bar takes this share of its slot; the rest is for the connector. */
#define BAR_SHARE 0.66
/* Wider bars would be walls, and wider slots would tear a few bars apart. In pixels, with words of the usual size. */
#define WIDEST_BAR 110.0
#define WIDEST_SLOT 250.0
#define USUAL_EM 13.0
#define WORD_GAP 4.0
#define LEAST_GAP 1.0
/* From a bar to its value: a ring around the bar goes between. */
#define VALUE_GAP 4.0
#define SMALL_SCALE 0.8

char *
ex_waterfall_value_text (ExWaterfallChart *self, const ExWaterfallBar *bar)
{
  g_autofree char *size = NULL;

  if (bar->value_text != NULL)
    return g_strdup (bar->value_text);
  if (!bar->known)
    return g_strdup ("–");
  size = ex_value_format_text (&self->format, bar->value, 0);
  if (bar->role == EX_BAR_TOTAL || bar->value == 0)
    return g_steal_pointer (&size);

  return g_strconcat (bar->role == EX_BAR_GAIN ? "+" : "−", size, NULL);
}

static double
slot_middle (ExWaterfallChart *self, guint i)
{
  guint place = ex_chart_get_rtl (EX_CHART (self)) ? self->bars->len - 1 - i : i;

  return self->start + (place + 0.5) * self->slot;
}

/* ---- The axis ---- */

static void
layout_axis (ExWaterfallChart *self)
{
  ExExtent extent = EX_EXTENT_INIT;
  gboolean zeros = FALSE;

  for (guint i = 0; i < self->bars->len; i++)
    {
      ex_extent_add (&extent, ex_waterfall_bar (self, i)->from);
      ex_extent_add (&extent, ex_waterfall_bar (self, i)->to);
    }
  ex_extent_add (&extent, 0);
  zeros = extent.low == 0 && extent.high == 0;
  if (zeros)
    extent.high = 1; /* they stand on the base line all the same */
  ex_value_axis_init (&self->axis, EX_CHART (self), &extent, 0, zeros ? 0 : self->area.height, &self->format);
  if (zeros)
    ex_value_axis_keep_first (&self->axis);
}

/* Room beside the bars for the words of the axis. In a narrow chart the values at the bars must do. */
static gboolean
reserve_axis (ExWaterfallChart *self)
{
  return ex_value_axis_reserve (&self->axis, EX_CHART (self), 26, 0.2, &self->area);
}

static void
layout_slots (ExWaterfallChart *self)
{
  guint n = MAX (self->bars->len, 1);

  self->slot = MIN (self->area.width / n, WIDEST_SLOT * MAX (1, ex_chart_get_em (EX_CHART (self)) / USUAL_EM));
  self->start = self->area.x + (self->area.width - self->slot * n) / 2;
}

/* ---- The words under the bars ---- */

typedef struct
{
  double scale;
  guint  step;  /* every so manieth bar has its label */
  int    lines;
  double gap;   /* between two labels */
} LabelPlan;

static double
longest_word (ExWaterfallChart *self, double scale)
{
  PangoContext *context = ex_chart_get_text_context (EX_CHART (self));
  double longest = 0;

  for (guint i = 0; i < MIN (self->bars->len, 100); i++)
    longest = MAX (longest, ex_text_longest_word (context, ex_waterfall_bar (self, i)->label, scale));

  return longest;
}

static LabelPlan
plan_labels (ExWaterfallChart *self)
{
  double em = ex_chart_get_em (EX_CHART (self));
  LabelPlan plan = { EX_AXIS_TEXT_SCALE, 1, self->area.height < 5.5 * em ? 1 : 2, WORD_GAP };
  double longest = longest_word (self, plan.scale);

  if (longest + WORD_GAP <= self->slot)
    return plan;

  plan.scale = SMALL_SCALE;
  longest = longest_word (self, plan.scale);
  /* Rather closer together than a word broken before its last letter. */
  if (longest + LEAST_GAP <= self->slot)
    plan.gap = MIN (WORD_GAP, self->slot - longest);
  /* A few bars are each named, if need be in broken words; of many, some. */
  if (self->slot < 2.5 * em)
    plan.step = (guint) ceil ((MIN (longest, 5 * em) + WORD_GAP) / self->slot);

  return plan;
}

static ExLabel *
bar_label (ExWaterfallChart *self, guint i, const LabelPlan *plan)
{
  ExLabel *label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), ex_waterfall_bar (self, i)->label, plan->scale,
                                 FALSE, EX_INK_TEXT);

  ex_label_wrap (label, self->slot * plan->step - plan->gap, plan->lines, PANGO_ALIGN_CENTER);
  return label;
}

static double
labels_height (ExWaterfallChart *self, const LabelPlan *plan)
{
  double height = 0;

  for (guint i = 0; i < self->bars->len; i += plan->step)
    {
      g_autoptr (ExLabel) label = bar_label (self, i, plan);

      height = MAX (height, label->rect.height);
    }

  return height;
}

static void
place_bar_label (ExWaterfallChart *self, guint i, const LabelPlan *plan, double y)
{
  ExLabel *label = bar_label (self, i, plan);
  double low = self->area.x;
  double high = self->area.x + self->area.width - label->rect.width;

  ex_chart_try_place (EX_CHART (self), label, CLAMP (slot_middle (self, i) - label->rect.width / 2, low, MAX (low, high)), y);
}

/* Under the bars; the area loses their height. The last bar, the closing, is named before those that may have to go. */
static void
layout_labels (ExWaterfallChart *self)
{
  LabelPlan plan = plan_labels (self);
  double height = labels_height (self, &plan) + WORD_GAP;
  double y = self->area.y + self->area.height - height + WORD_GAP;

  if (height > 0.5 * self->area.height)
    return;
  self->area.height -= height;
  if (self->bars->len > 1)
    place_bar_label (self, self->bars->len - 1, &plan, y);
  for (guint i = 0; i < self->bars->len; i += plan.step)
    if (i == 0 || i + 1 < self->bars->len)
      place_bar_label (self, i, &plan, y);
}

/* ---- The bars ---- */

static void
layout_bars (ExWaterfallChart *self)
{
  double em = ex_chart_get_em (EX_CHART (self));
  double width = CLAMP (self->slot * BAR_SHARE, 1, WIDEST_BAR * MAX (1, em / USUAL_EM));
  double line = 1.5 * em + WORD_GAP;

  self->axis.top = self->area.y + MIN (line, self->area.height / 2);
  self->axis.bottom = self->area.y + self->area.height - (self->axis.axis.low < 0 ? MIN (line, self->area.height / 4) : 0);

  for (guint i = 0; i < self->bars->len; i++)
    {
      ExWaterfallBar *bar = ex_waterfall_bar (self, i);
      double a = ex_value_axis_y (&self->axis, bar->from);
      double b = ex_value_axis_y (&self->axis, bar->to);

      bar->rect = (ExRect) { slot_middle (self, i) - width / 2, MIN (a, b), width, fabs (a - b) };
    }
}

/* ---- The values at the bars ---- */

static gboolean
covers_a_bar (ExWaterfallChart *self, const ExRect *rect, double base)
{
  if (rect->y < base && rect->y + rect->height > base)
    return TRUE;
  for (guint i = 0; i < self->bars->len; i++)
    if (ex_rect_overlaps (&ex_waterfall_bar (self, i)->rect, rect, 1))
      return TRUE;

  return FALSE;
}

static ExInk
value_ink (const ExWaterfallBar *bar)
{
  return bar->role == EX_BAR_GAIN ? EX_INK_GAINED : bar->role == EX_BAR_LOSS ? EX_INK_LOST : EX_INK_TEXT;
}

/* Just above whatever bars words at @rect would cover. */
static double
above_all (ExWaterfallChart *self, const ExRect *rect)
{
  double top = G_MAXDOUBLE;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const ExRect *bar = &ex_waterfall_bar (self, i)->rect;

      if (bar->x < rect->x + rect->width + 1 && rect->x < bar->x + bar->width + 1)
        top = MIN (top, bar->y);
    }

  return top - VALUE_GAP - rect->height;
}

/* A gain's value stands above its bar, a loss's below: where the bar leads to. If that room is taken, on the other side, and
 * at last higher up. */
static gboolean
place_value (ExWaterfallChart *self, guint i, double scale)
{
  const ExWaterfallBar *bar = ex_waterfall_bar (self, i);
  g_autofree char *text = ex_waterfall_value_text (self, bar);
  g_autoptr (ExLabel) label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), text, scale, TRUE, value_ink (bar));
  double base = ex_value_axis_y (&self->axis, 0);
  gboolean down = bar->to < bar->from;

  label->rect.x = CLAMP (slot_middle (self, i) - label->rect.width / 2, self->area.x,
                         MAX (self->area.x, self->area.x + self->area.width - label->rect.width));
  /* Among bars so thin, nobody could tell whose value it is. */
  if (bar->role != EX_BAR_TOTAL && label->rect.width > 1.6 * self->slot)
    return FALSE;
  for (guint attempt = 0; attempt < 3; attempt++, down = !down)
    {
      label->rect.y = attempt == 2 ? above_all (self, &label->rect)
                      : down       ? bar->rect.y + bar->rect.height + VALUE_GAP
                                   : bar->rect.y - VALUE_GAP - label->rect.height;
      if (covers_a_bar (self, &label->rect, base) || !ex_chart_is_free (EX_CHART (self), &label->rect))
        continue;
      ex_chart_place (EX_CHART (self), label, label->rect.x, label->rect.y);
      g_steal_pointer (&label);
      return TRUE;
    }

  return FALSE;
}

/* How many values found no room. Totals choose first. */
static guint
place_values (ExWaterfallChart *self, double scale)
{
  guint failures = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->bars->len; i++)
      if ((ex_waterfall_bar (self, i)->role == EX_BAR_TOTAL) == (pass == 0))
        failures += place_value (self, i, scale) ? 0 : 1;

  return failures;
}

/* All in one size: a smaller one for all before any is left out. */
static void
layout_values (ExWaterfallChart *self)
{
  static const double scales[] = { 1, 0.9, SMALL_SCALE };
  GPtrArray *labels = ex_chart_get_labels (EX_CHART (self));
  guint before = labels->len;

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_ptr_array_set_size (labels, (int) before);
      if (place_values (self, scales[i]) == 0)
        return;
    }
}

void
ex_waterfall_chart_layout (ExChart *chart, cairo_t *cr, const ExRect *plot, const ExPalette *palette)
{
  ExWaterfallChart *self = EX_WATERFALL_CHART (chart);
  gboolean axis = FALSE;

  self->area = *plot;
  layout_axis (self);
  if (self->bars->len == 0)
    {
      ex_chart_place_empty (chart, plot);
      return;
    }

  axis = reserve_axis (self);
  layout_slots (self);
  layout_labels (self);
  layout_bars (self);
  if (axis)
    ex_value_axis_place (&self->axis, chart,
                         ex_chart_get_rtl (chart) ? self->area.x + self->area.width + WORD_GAP : self->area.x - WORD_GAP,
                         !ex_chart_get_rtl (chart));
  layout_values (self);
}
