#include "config.h"

#include "ex-asset-chart.h"

#include "ex-amount.h"
#include "ex-target.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  const ExMovement *movement;
  ExMeasure         measure;
  const char       *currency;
  gboolean          so_far;
  ExWaterfallChart *chart;
} Drawing;

/* @movement: as keys name it; NULL: it leads nowhere. */
static void
add_bar (const Drawing *self, ExBarRole role, const char *label, const ExCount *count, const char *movement)
{
  gint64 amount = ex_amount_of (count, self->measure);
  g_autofree char *size = ex_amount_short (amount, self->measure, self->currency);
  g_autofree char *closer = ex_amount_both (count, self->currency);
  g_autofree char *detail = g_strdup_printf ("%s: %s", label, closer);
  g_autofree char *text = role == EX_BAR_TOTAL ? g_strdup (size) : g_strdup_printf (role == EX_BAR_GAIN ? "+%s" : "−%s", size);

  g_autofree char *key = movement != NULL ? ex_target_key (EX_TARGET_MOVEMENT, movement, NULL) : NULL;

  if (role != EX_BAR_TOTAL && amount <= 0)
    return;
  ex_waterfall_chart_add_bar (self->chart, role, label, ex_amount_to_size (amount, self->measure, self->currency), text, detail);
  ex_chart_set_mark_key (EX_CHART (self->chart), ex_chart_n_marks (EX_CHART (self->chart)) - 1, key);
}

static const char *
title_of_customers (const Drawing *self)
{
  gint64 gained = self->movement->fresh.customers + self->movement->won_back.customers, lost = self->movement->lost.customers;

  if (self->so_far)
    return gained > lost ? _("So far gains outrun losses") : gained < lost ? _("So far losses outrun gains") : _("So far gains and losses are even");

  return gained > lost ? _("Gains outran losses") : gained < lost ? _("Losses outran gains") : _("Gains and losses are even");
}

static const char *
title_of_value (const Drawing *self)
{
  gint64 opening = self->movement->opening.value, closing = self->movement->closing.value;

  if (self->so_far)
    return closing > opening ? _("So far the customer asset grew")
           : closing < opening ? _("So far the customer asset shrank") : _("So far the customer asset is unchanged");

  return closing > opening ? _("The customer asset grew")
         : closing < opening ? _("The customer asset shrank") : _("The customer asset is unchanged");
}

static void
add_bars (const Drawing *self)
{
  const ExMovement *movement = self->movement;

  add_bar (self, EX_BAR_TOTAL, _("Opening"), &movement->opening, "opening");
  add_bar (self, EX_BAR_GAIN, _("New"), &movement->fresh, "new");
  add_bar (self, EX_BAR_GAIN, C_("bar", "Won back"), &movement->won_back, "won_back");
  add_bar (self, EX_BAR_GAIN, _("Moved in"), &movement->moved_in, NULL); /* of a segment, from another one */
  if (self->measure == EX_MEASURE_VALUE)
    {
      add_bar (self, EX_BAR_GAIN, C_("bar", "Expanded"), &movement->expanded, "expanded");
      add_bar (self, EX_BAR_LOSS, C_("bar", "Contracted"), &movement->contracted, "contracted");
    }
  add_bar (self, EX_BAR_LOSS, _("Lost"), &movement->lost, "lost");
  add_bar (self, EX_BAR_LOSS, _("Moved out"), &movement->moved_out, NULL);
  add_bar (self, EX_BAR_TOTAL, self->so_far ? C_("bar", "So far") : _("Closing"), &movement->closing, "closing");
}

static ExChart *
draw (const ExMovement *movement, ExMeasure measure, const char *currency, const char *span, gboolean so_far)
{
  ExChart *chart = ex_waterfall_chart_new ();
  Drawing drawing = { movement, measure, currency, so_far, EX_WATERFALL_CHART (chart) };
  /* Translators: %s is a span of time */
  g_autofree char *subtitle = g_strdup_printf (measure == EX_MEASURE_CUSTOMERS ? _("Customers, %s") : _("Value of the customer asset, %s"), span);

  ex_chart_set_title (chart, measure == EX_MEASURE_CUSTOMERS ? title_of_customers (&drawing) : title_of_value (&drawing), subtitle);
  add_bars (&drawing);
  ex_waterfall_chart_set_provisional (EX_WATERFALL_CHART (chart), so_far);
  ex_waterfall_chart_set_value_text (EX_WATERFALL_CHART (chart), ex_amount_axis_text (measure), g_strdup (currency), g_free);

  return chart;
}

ExChart *
ex_asset_chart_new (const ExMovement *movement, ExMeasure measure, const char *currency, const char *span)
{
  return draw (movement, measure, currency, span, FALSE);
}

ExChart *
ex_asset_chart_new_so_far (const ExMovement *movement, ExMeasure measure, const char *currency, const char *span)
{
  return draw (movement, measure, currency, span, TRUE);
}

/* Which driver a movement is about: "expanded" is about expand, as "contracted" is; an opening and a closing are about none. */
static gboolean
is_of_driver (const char *movement, ExDriver driver)
{
  switch (driver)
    {
    case EX_DRIVER_ACQUIRE:
      return g_str_equal (movement, "new");
    case EX_DRIVER_RETAIN:
      return g_str_equal (movement, "lost");
    case EX_DRIVER_EXPAND:
      return g_str_equal (movement, "expanded") || g_str_equal (movement, "contracted");
    case EX_DRIVER_WIN_BACK:
    default:
      return g_str_equal (movement, "won_back");
    }
}

void
ex_asset_chart_fade (ExChart *chart, int driver)
{
  g_return_if_fail (EX_IS_WATERFALL_CHART (chart));

  for (guint mark = 0; mark < ex_chart_n_marks (chart); mark++)
    {
      ExTarget target;
      gboolean stays = driver == EX_ANY_DRIVER;

      if (ex_target_parse (ex_chart_mark_key (chart, mark), &target) && !stays)
        stays = g_str_equal (target.id, "opening") || g_str_equal (target.id, "closing") || is_of_driver (target.id, (ExDriver) driver);
      ex_target_clear (&target);
      ex_waterfall_chart_set_faded (EX_WATERFALL_CHART (chart), mark, !stays);
    }
}
