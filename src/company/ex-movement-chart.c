#include "config.h"

#include "ex-movement-chart.h"

#include "chart/ex-growth-chart.h"
#include "chart/ex-pareto-chart.h"
#include "core/ex-format.h"
#include "ex-amount.h"
#include "ex-asset-words.h"
#include "ex-target.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_BARS 100

typedef struct
{
  const char *name;
  const char *label;
  gsize       offset;
  gboolean    loss;
} Kind;

static const Kind kinds[] = {
  { "opening", N_("Opening"), G_STRUCT_OFFSET (ExMovement, opening), FALSE },
  { "new", N_("New"), G_STRUCT_OFFSET (ExMovement, fresh), FALSE },
  { "won_back", NC_("bar", "Won back"), G_STRUCT_OFFSET (ExMovement, won_back), FALSE },
  { "expanded", NC_("bar", "Expanded"), G_STRUCT_OFFSET (ExMovement, expanded), FALSE },
  { "contracted", NC_("bar", "Contracted"), G_STRUCT_OFFSET (ExMovement, contracted), TRUE },
  { "lost", N_("Lost"), G_STRUCT_OFFSET (ExMovement, lost), TRUE },
  { "closing", N_("Closing"), G_STRUCT_OFFSET (ExMovement, closing), FALSE },
};

static const Kind *
find_kind (const char *movement)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, movement))
      return &kinds[i];
  return NULL;
}

const ExCount *
ex_movement_find (const ExMovement *m, const char *movement)
{
  const Kind *kind = find_kind (movement);

  return kind != NULL ? G_STRUCT_MEMBER_P (m, kind->offset) : NULL;
}

const char *
ex_movement_label (const char *movement)
{
  const Kind *kind = find_kind (movement);

  if (kind == NULL)
    return movement;
  return g_str_equal (movement, "won_back") || g_str_equal (movement, "expanded") || g_str_equal (movement, "contracted")
         ? g_dpgettext2 (GETTEXT_PACKAGE, "bar", kind->label) : _(kind->label);
}

/* --- period by period ------------------------------------------------------------------------------------------------------------------------ */

static void
add_period (ExChart *chart, const ExSpan *span, const Kind *kind, ExMeasure measure, const char *currency, guint place)
{
  const ExCount *count = G_STRUCT_MEMBER_P (&span->movement, kind->offset);
  double size = ex_amount_to_size ((double) ex_amount_of (count, measure), measure, currency);
  g_autofree char *label = ex_period_to_label (span->period, FALSE);
  g_autofree char *whole = ex_period_to_label (span->period, TRUE);
  g_autofree char *year = span->period.grain != EX_GRAIN_YEAR ? ex_period_to_label (ex_period_coarsen (span->period, EX_GRAIN_YEAR), TRUE) : NULL;
  g_autofree char *both = ex_amount_both (count, currency);
  g_autofree char *text = ex_amount_short (ex_amount_of (count, measure), measure, currency);
  g_autofree char *less = g_strconcat (size > 0 ? "−" : "", text, NULL); /* as the axis has it */
  /* Translators: a period, and what was counted in it: "Mar 2026: 12 customers, 1,204.00 €" */
  g_autofree char *detail = g_strdup_printf (_("%s: %s"), whole, both);
  g_autofree char *id = ex_period_to_string (span->period);
  g_autofree char *key = ex_target_key (EX_TARGET_PERIOD, id, NULL);
  const ExGrowthPeriod period = {
    .label = label, .context = year, .kind = span->no_data ? EX_GROWTH_NO_DATA : span->provisional ? EX_GROWTH_PROVISIONAL : EX_GROWTH_COMPLETE,
    .gained = kind->loss ? 0 : size, .lost = kind->loss ? size : 0, .low = NAN, .high = NAN,
    .gained_text = kind->loss ? NULL : text, .lost_text = kind->loss ? less : NULL, .detail = detail,
  };

  ex_growth_chart_add_period (EX_GROWTH_CHART (chart), &period);
  ex_chart_set_mark_key (chart, place, key);
}

static const ExSpan *
find_largest (const GPtrArray *spans, const Kind *kind, ExMeasure measure)
{
  const ExSpan *largest = NULL;
  gint64 most = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const ExSpan *span = g_ptr_array_index (spans, i);
      gint64 amount = ex_amount_of (G_STRUCT_MEMBER_P (&span->movement, kind->offset), measure);

      if (amount > most)
        {
          most = amount;
          largest = span;
        }
    }
  return largest;
}

static void
set_titles (ExChart *chart, const GPtrArray *spans, const Kind *kind, ExMeasure measure)
{
  const ExSpan *largest = find_largest (spans, kind, measure);
  const ExSpan *first = g_ptr_array_index (spans, 0), *last = g_ptr_array_index (spans, spans->len - 1);
  g_autofree char *when = largest != NULL ? ex_period_to_label (largest->period, TRUE) : NULL;
  g_autofree char *span = ex_asset_words_span (first->period, last->period);
  const char *label = ex_movement_label (kind->name);
  g_autofree char *title = when != NULL ? g_strdup_printf (_("%s: most in %s"), label, when) : g_strdup_printf (_("%s: none in this span"), label);
  g_autofree char *subtitle = measure == EX_MEASURE_CUSTOMERS ? g_strdup_printf (_("%s, customers by period, %s"), label, span)
                                                              : g_strdup_printf (_("%s, value by period, %s"), label, span);

  ex_chart_set_title (chart, title, subtitle);
}

ExChart *
ex_movement_chart_periods (const ExAsset *asset G_GNUC_UNUSED, const GPtrArray *spans, const char *movement, ExMeasure measure, const char *currency)
{
  const Kind *kind = find_kind (movement);
  ExChart *chart;

  if (kind == NULL || spans == NULL || spans->len == 0)
    return NULL;
  chart = ex_growth_chart_new ();
  for (guint i = 0; i < spans->len; i++)
    add_period (chart, g_ptr_array_index (spans, i), kind, measure, currency, i);
  set_titles (chart, spans, kind, measure);
  ex_growth_chart_set_only (EX_GROWTH_CHART (chart), ex_movement_label (movement));
  ex_growth_chart_set_value_text (EX_GROWTH_CHART (chart), ex_amount_axis_text (measure), g_strdup (currency), g_free);
  return chart;
}

/* --- segment by segment ---------------------------------------------------------------------------------------------------------------------- */

static void
add_segment (ExChart *chart, const char *name, const char *id, const ExCount *count, ExMeasure measure, const char *currency)
{
  gint64 amount = ex_amount_of (count, measure);
  g_autofree char *text = ex_amount_short (amount, measure, currency);
  g_autofree char *both = ex_amount_both (count, currency);
  g_autofree char *detail = g_strdup_printf (_("%s: %s"), name, both);
  g_autofree char *key = ex_target_key (EX_TARGET_SEGMENT, id, NULL);

  if (*id == '\0')
    ex_pareto_chart_set_unknown (EX_PARETO_CHART (chart), name, ex_amount_to_size ((double) amount, measure, currency), text, detail);
  else
    ex_pareto_chart_add_bar (EX_PARETO_CHART (chart), name, ex_amount_to_size ((double) amount, measure, currency), text, detail);
  ex_pareto_chart_set_key (EX_PARETO_CHART (chart), key);
}

static int
compare_counts (gconstpointer a, gconstpointer b, gpointer data)
{
  ExMeasure measure = GPOINTER_TO_INT (data);
  gint64 one = ex_amount_of (&((const ExSegmentCount *) a)->count, measure), other = ex_amount_of (&((const ExSegmentCount *) b)->count, measure);

  return (one < other) - (one > other);
}

ExChart *
ex_segment_counts_chart (const GArray *counts, ExMeasure measure, const char *currency, const char *title, const char *subtitle)
{
  g_autoptr (GArray) sorted = g_array_copy ((GArray *) counts);
  ExCount rest = { 0 };
  guint n_rest = 0;
  ExChart *chart;

  if (counts->len == 0)
    return NULL;
  g_array_sort_with_data (sorted, compare_counts, GINT_TO_POINTER (measure));
  chart = ex_pareto_chart_new ();
  for (guint i = 0; i < sorted->len; i++)
    {
      const ExSegmentCount *one = &g_array_index (sorted, ExSegmentCount, i);

      if (i < MOST_BARS || one->segment == NULL)
        add_segment (chart, one->segment != NULL ? one->segment : _("Without a segment"), one->segment != NULL ? one->segment : "", &one->count, measure, currency);
      else
        {
          rest = (ExCount) { rest.customers + one->count.customers, rest.value + one->count.value };
          n_rest++;
        }
    }
  if (n_rest > 0)
    {
      g_autofree char *name = g_strdup_printf (ngettext ("%u other segment", "%u other segments", n_rest), n_rest);

      ex_pareto_chart_set_rest (EX_PARETO_CHART (chart), n_rest, name, ex_amount_to_size ((double) ex_amount_of (&rest, measure), measure, currency), NULL, NULL);
    }
  ex_chart_set_title (chart, title, subtitle);
  ex_pareto_chart_set_value_text (EX_PARETO_CHART (chart), ex_amount_axis_text (measure), g_strdup (currency), g_free);
  return chart;
}

ExChart *
ex_movement_chart_segments (const ExAsset *asset, const GArray *segments, const char *movement, ExMeasure measure, const char *currency, const char *span)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (ExSegmentCount));
  const Kind *kind = find_kind (movement);
  const char *label = ex_movement_label (movement);
  const ExSegmentCount *largest = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  ExChart *chart;

  for (guint i = 0; kind != NULL && segments != NULL && i < segments->len; i++)
    {
      const ExSegmentMovement *segment = &g_array_index (segments, ExSegmentMovement, i);
      const ExCount *count = G_STRUCT_MEMBER_P (&segment->movement, kind->offset);
      const ExSegmentCount one = { segment->segment >= 0 ? (char *) ex_asset_segment_name (asset, segment->segment) : NULL, *count };

      if (ex_amount_of (count, measure) > 0)
        g_array_append_val (counts, one);
    }
  for (guint i = 0; i < counts->len; i++)
    if (largest == NULL || compare_counts (&g_array_index (counts, ExSegmentCount, i), largest, GINT_TO_POINTER (measure)) < 0)
      largest = &g_array_index (counts, ExSegmentCount, i);
  if (largest == NULL)
    return NULL;
  /* Translators: a movement of customers ("Lost"), then a segment */
  title = g_strdup_printf (_("%s: most in %s"), label, largest->segment != NULL ? largest->segment : _("Without a segment"));
  subtitle = measure == EX_MEASURE_CUSTOMERS ? g_strdup_printf (_("%s, customers by segment, %s"), label, span)
                                             : g_strdup_printf (_("%s, value by segment, %s"), label, span);
  chart = ex_segment_counts_chart (counts, measure, currency, title, subtitle);
  if (chart != NULL)
    ex_pareto_chart_set_gained (EX_PARETO_CHART (chart), !kind->loss);
  return chart;
}
