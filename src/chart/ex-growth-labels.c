/* The words around a growth chart: the key over it, the periods under it. */
#include "config.h"

#include "ex-growth-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WORD_GAP 4.0
/* From one period's word to the next, in ems. */
#define PERIOD_GAP 0.5
/* As many as a year has months. */
#define PERIODS_MEASURED 12

/* ---- The key ---- */

static const char *
key_word (ExGrowthKey key)
{
  static const char *const words[] = { N_("Gained"), N_("Lost"), N_("Net"), N_("Not complete yet"), N_("Forecast") };

  return _(words[key]);
}

static gboolean
is_keyed (ExGrowthChart *self, ExGrowthKey key)
{
  return key <= EX_GROWTH_KEY_NET || (key == EX_GROWTH_KEY_PROVISIONAL && ex_growth_has_kind (self, EX_GROWTH_PROVISIONAL))
         || (key == EX_GROWTH_KEY_FORECAST && ex_growth_has_kind (self, EX_GROWTH_FORECAST));
}

static ExLabel *
key_label (ExGrowthChart *self, ExGrowthKey key)
{
  static const ExInk inks[] = { EX_INK_GAINED, EX_INK_LOST, EX_INK_TEXT, EX_INK_DIM, EX_INK_DIM };

  return ex_label_new (ex_chart_get_text_context (EX_CHART (self)), key_word (key), EX_AXIS_TEXT_SCALE, key <= EX_GROWTH_KEY_NET, inks[key]);
}

/* A line and a hatch need room to be known by. */
static double
swatch_width (ExGrowthChart *self, ExGrowthKey key)
{
  return (key >= EX_GROWTH_KEY_NET ? 1.5 : 0.75) * ex_chart_get_em (EX_CHART (self));
}

/* The swatch, then its word; the x behind both. */
static double
place_key (ExGrowthChart *self, ExGrowthKey key, double x)
{
  double em = ex_chart_get_em (EX_CHART (self));
  gboolean rtl = ex_chart_get_rtl (EX_CHART (self));
  double size = swatch_width (self, key);
  ExLabel *label = key_label (self, key);
  double width = label->rect.width, height = label->rect.height;

  self->swatches[key] = (ExRect) { rtl ? x - size : x, self->area.y + (height - 0.75 * em) / 2, size, 0.75 * em };
  ex_chart_try_place (EX_CHART (self), label, rtl ? x - size - WORD_GAP - width : x + size + WORD_GAP, self->area.y);

  return rtl ? x - size - WORD_GAP - width - 1.3 * em : x + size + WORD_GAP + width + 1.3 * em;
}

/* In one line, or not at all: then hover and table say which is which. */
void
ex_growth_place_key (ExGrowthChart *self)
{
  double em = ex_chart_get_em (EX_CHART (self));
  double x = ex_chart_get_rtl (EX_CHART (self)) ? self->area.x + self->area.width : self->area.x;
  double used = 0, height = 0;

  for (guint key = 0; key < EX_GROWTH_N_KEYS; key++)
    if (is_keyed (self, key))
      {
        g_autoptr (ExLabel) label = key_label (self, key);

        used += swatch_width (self, key) + WORD_GAP + label->rect.width + (key > 0 ? 1.3 * em : 0);
        height = MAX (height, label->rect.height);
      }
  if (used > self->area.width || self->area.height < 9 * em || self->only != NULL)
    return;
  for (guint key = 0; key < EX_GROWTH_N_KEYS; key++)
    if (is_keyed (self, key))
      x = place_key (self, key, x);
  self->area.y += height + 0.5 * em;
  self->area.height -= height + 0.5 * em;
}

/* ---- The periods ---- */

/* Which of the periods are written, and how. */
typedef struct
{
  guint    step;
  guint    offset;    /* the first one written */
  gboolean contexts;  /* the context stands for the period: only years are written */
  gboolean two_lines; /* the context stands under the period */
} PeriodPlan;

/* How many periods share a context, and where the first whole one begins; 0: there are none, or only one. */
static guint
find_rhythm (ExGrowthChart *self, guint *start)
{
  guint first = 0;

  for (guint i = 1; i < self->columns->len; i++)
    {
      if (g_strcmp0 (ex_growth_column (self, i)->context, ex_growth_column (self, i - 1)->context) == 0)
        continue;
      if (first > 0)
        {
          *start = first;
          return i - first;
        }
      first = i;
    }
  *start = first;

  return first > 0 ? MAX (first, self->columns->len - first) : 0;
}

static double
widest_word (ExGrowthChart *self, gboolean contexts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  double widest = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const ExGrowthColumn *column = ex_growth_column (self, i);
      const char *text = contexts ? column->context : column->label;

      if (text != NULL && g_hash_table_add (seen, (gpointer) text))
        widest = MAX (widest, ex_chart_measure (text, self));
    }

  return widest;
}

/* Whether every @step-th period keeps the rhythm: each year the same months, or only years. */
static gboolean
keeps_rhythm (guint step, guint rhythm)
{
  return rhythm == 0 ? TRUE : step <= rhythm ? rhythm % step == 0 : step % rhythm == 0;
}

static PeriodPlan
plan_periods (ExGrowthChart *self)
{
  guint start, rhythm = find_rhythm (self, &start);
  double gap = PERIOD_GAP * ex_chart_get_em (EX_CHART (self));
  double labels = widest_word (self, FALSE) + gap, contexts = widest_word (self, TRUE) + gap;
  PeriodPlan plan = { .step = 1 };

  for (; plan.step < self->columns->len; plan.step++)
    {
      plan.contexts = rhythm > 0 && plan.step % rhythm == 0 && rhythm > 1;
      if (keeps_rhythm (plan.step, rhythm) && (plan.contexts ? contexts : labels) <= plan.step * self->slot)
        break;
    }
  plan.offset = rhythm == 0 ? 0 : start % (plan.contexts ? rhythm : plan.step);
  plan.two_lines = !plan.contexts && contexts > gap;

  return plan;
}

static ExLabel *
period_label (ExGrowthChart *self, const char *text, ExInk ink)
{
  ExLabel *label = ex_label_new (ex_chart_get_text_context (EX_CHART (self)), text, EX_AXIS_TEXT_SCALE, FALSE, ink);

  ex_label_wrap (label, MIN (ceil (label->rect.width) + 1, self->area.width), 1, PANGO_ALIGN_CENTER);
  return label;
}

/* The height of a line of periods: of the words that are in it, for their font may not be the figures'. */
static double
period_line (ExGrowthChart *self)
{
  double height = 0;

  for (guint i = 0; i < MIN (self->columns->len, PERIODS_MEASURED); i++)
    {
      const ExGrowthColumn *column = ex_growth_column (self, i);

      height = MAX (height, ex_chart_measure_height (EX_CHART (self), column->label, EX_AXIS_TEXT_SCALE));
      height = MAX (height, ex_chart_measure_height (EX_CHART (self), column->context, EX_AXIS_TEXT_SCALE));
    }

  return height + 1;
}

double
ex_growth_periods_height (ExGrowthChart *self)
{
  double line = period_line (self);
  PeriodPlan plan = plan_periods (self);
  double height = (plan.two_lines ? 2 : 1) * line + WORD_GAP;

  return height <= 0.4 * self->area.height ? height : line + WORD_GAP <= 0.4 * self->area.height ? line + WORD_GAP : 0;
}

static void
place_period (ExGrowthChart *self, const char *text, guint i, double y, ExInk ink)
{
  ExLabel *label = period_label (self, text, ink);
  double low = self->area.x, high = self->area.x + self->area.width - label->rect.width;
  double middle = self->start + (i + 0.5) * self->slot;

  ex_chart_try_place_apart (EX_CHART (self), label, CLAMP (middle - label->rect.width / 2, low, MAX (low, high)), y,
                            PERIOD_GAP * ex_chart_get_em (EX_CHART (self)));
}

void
ex_growth_place_periods (ExGrowthChart *self, double y)
{
  double line = period_line (self);
  PeriodPlan plan = plan_periods (self);
  const char *before = NULL;

  for (guint i = plan.offset; i < self->columns->len; i += plan.step)
    {
      const ExGrowthColumn *column = ex_growth_column (self, i);
      gboolean firm = column->kind == EX_GROWTH_COMPLETE;

      place_period (self, plan.contexts && column->context != NULL ? column->context : column->label, i, y, firm ? EX_INK_TEXT : EX_INK_DIM);
      if (plan.two_lines && column->context != NULL && g_strcmp0 (column->context, before) != 0
          && y + 2 * line <= ex_chart_get_frame (EX_CHART (self))->height)
        place_period (self, column->context, i, y + line, EX_INK_DIM);
      before = column->context;
    }
}
