#include "config.h"

#include "ex-reason-chart.h"

#include "core/ex-format.h"
#include "ex-amount.h"
#include "ex-target.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* From this share on, what is not known is the finding. */
#define MOSTLY_UNKNOWN 0.5
/* As many have a bar of their own: where reasons are free text, there may be one a customer. */
#define MOST_BARS 200

typedef struct
{
  ExMeasure   measure;
  const char *currency;
  double      whole;
} Drawing;

static const char *
name_of (const char *const *names, guint n_names, int reason)
{
  return reason >= 0 && (guint) reason < n_names ? names[reason] : _("Not known");
}

static double
whole_of (const GArray *reasons, ExMeasure measure)
{
  double whole = 0;

  for (guint i = 0; i < reasons->len; i++)
    whole += (double) ex_amount_of (&g_array_index (reasons, ExLostReason, i).lost, measure);

  return whole;
}

static double
share_of (const Drawing *self, const ExLostReason *reason)
{
  return self->whole > 0 ? (double) ex_amount_of (&reason->lost, self->measure) / self->whole : 0;
}

/* @n: of reasons that it stands for. */
static void
add_reason (const Drawing *self, ExChart *chart, const ExLostReason *reason, const char *name, guint n)
{
  gint64 amount = ex_amount_of (&reason->lost, self->measure);
  double size = ex_amount_to_size ((double) amount, self->measure, self->currency);
  g_autofree char *text = ex_amount_short (amount, self->measure, self->currency);
  g_autofree char *both = ex_amount_both (&reason->lost, self->currency);
  g_autofree char *share = ex_format_percent (share_of (self, reason));
  /* Translators: a reason, "1,869 customers, 139,130.85 €", and a percentage. */
  g_autofree char *detail = self->measure == EX_MEASURE_CUSTOMERS ? g_strdup_printf (_("%s: %s; %s of the customers lost"), name, both, share)
                                                                  : g_strdup_printf (_("%s: %s; %s of the value lost"), name, both, share);

  /* Several together are no one thing to look at. */
  g_autofree char *key = n > 1 ? NULL : ex_target_key (EX_TARGET_REASON, reason->reason < 0 ? "" : name, NULL);

  if (reason->reason < 0)
    ex_pareto_chart_set_unknown (EX_PARETO_CHART (chart), name, size, text, detail);
  else if (n > 1)
    ex_pareto_chart_set_rest (EX_PARETO_CHART (chart), n, name, size, text, detail);
  else
    ex_pareto_chart_add_bar (EX_PARETO_CHART (chart), name, size, text, detail);
  ex_pareto_chart_set_key (EX_PARETO_CHART (chart), key);
}

/* Puts @reason where it belongs in @largest (element-type ExLostReason, the largest first). */
static void
keep_largest (const Drawing *self, GArray *largest, const ExLostReason *reason)
{
  gint64 amount = ex_amount_of (&reason->lost, self->measure);
  guint place = largest->len;

  while (place > 0 && ex_amount_of (&g_array_index (largest, ExLostReason, place - 1).lost, self->measure) < amount)
    place--;
  g_array_insert_vals (largest, place, reason, 1);
}

static void
add_reasons (const Drawing *self, ExChart *chart, const GArray *reasons, const char *const *names, guint n_names)
{
  g_autoptr (GArray) largest = g_array_new (FALSE, FALSE, sizeof (ExLostReason));
  ExLostReason rest = { 0 };
  guint n_rest = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < reasons->len; i++)
    {
      const ExLostReason *reason = &g_array_index (reasons, ExLostReason, i);

      if (reason->lost.customers <= 0 && reason->lost.value <= 0)
        continue;
      if (reason->reason < 0)
        {
          add_reason (self, chart, reason, name_of (names, n_names, reason->reason), 1);
          continue;
        }
      keep_largest (self, largest, reason);
      if (largest->len <= MOST_BARS)
        continue;
      reason = &g_array_index (largest, ExLostReason, MOST_BARS);
      rest.lost = (ExCount) { rest.lost.customers + reason->lost.customers, rest.lost.value + reason->lost.value };
      rest.reason = reason->reason;
      n_rest++;
      g_array_set_size (largest, MOST_BARS);
    }
  for (guint i = 0; i < largest->len; i++)
    {
      const ExLostReason *reason = &g_array_index (largest, ExLostReason, i);

      add_reason (self, chart, reason, name_of (names, n_names, reason->reason), 1);
    }
  if (n_rest == 0)
    return;
  words = n_rest > 1 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other reason", "%u other reasons", n_rest), n_rest)
                     : g_strdup (name_of (names, n_names, rest.reason));
  add_reason (self, chart, &rest, words, n_rest);
}

/* The finding: what weighs most, or that it is not known. */
static char *
title_of (const Drawing *self, const GArray *reasons, const char *const *names, guint n_names)
{
  const ExLostReason *top = NULL;
  double unknown = 0;
  gboolean tied = FALSE; /* others weigh as much as the heaviest */
  g_autofree char *share = NULL;
  gboolean customers = self->measure == EX_MEASURE_CUSTOMERS;

  for (guint i = 0; i < reasons->len; i++)
    {
      const ExLostReason *reason = &g_array_index (reasons, ExLostReason, i);

      if (reason->reason < 0)
        unknown = share_of (self, reason);
      else if (top == NULL || share_of (self, reason) > share_of (self, top))
        {
          top = reason;
          tied = FALSE;
        }
      else if (share_of (self, reason) >= share_of (self, top))
        tied = TRUE;
    }
  if (self->whole <= 0)
    return NULL;
  if (top == NULL || share_of (self, top) == 0)
    return g_strdup (customers ? _("Nobody knows why customers left") : _("Nobody knows why value was lost"));
  if (unknown > MOSTLY_UNKNOWN)
    {
      share = ex_format_percent (1 - unknown);
      return g_strdup_printf (customers ? _("The reason is known for only %s of the customers lost") : _("The reason is known for only %s of the value lost"), share);
    }
  if (share_of (self, top) >= 1)
    return g_strdup_printf (customers ? _("“%s” is behind every customer lost") : _("“%s” is behind all of the value lost"), name_of (names, n_names, top->reason));
  share = ex_format_percent (share_of (self, top));
  if (tied)
    return g_strdup_printf (customers ? _("No reason stands out: none is behind more than %s of the customers lost")
                                      : _("No reason stands out: none is behind more than %s of the value lost"), share);

  /* Translators: a reason for leaving, and a percentage. */
  return g_strdup_printf (customers ? _("“%s” is behind %s of the customers lost") : _("“%s” is behind %s of the value lost"),
                          name_of (names, n_names, top->reason), share);
}

ExChart *
ex_reason_chart_new (const GArray *reasons, const char *const *names, ExMeasure measure, const char *currency, const char *span)
{
  ExChart *chart = ex_pareto_chart_new ();
  guint n_names = names != NULL ? g_strv_length ((char **) names) : 0;
  Drawing drawing = { measure, currency, reasons != NULL ? whole_of (reasons, measure) : 0 };
  /* Translators: %s is a span of time. */
  g_autofree char *subtitle = g_strdup_printf (measure == EX_MEASURE_CUSTOMERS ? _("Customers lost by reason, %s") : _("Value lost by reason, %s"), span);
  g_autofree char *title = reasons != NULL ? title_of (&drawing, reasons, names, n_names) : NULL;

  ex_chart_set_empty_text (chart, _("Nobody was lost"));
  ex_chart_set_title (chart, title, subtitle);
  ex_pareto_chart_set_value_text (EX_PARETO_CHART (chart), ex_amount_axis_text (measure), g_strdup (currency), g_free);
  if (reasons != NULL)
    add_reasons (&drawing, chart, reasons, names, n_names);

  return chart;
}
