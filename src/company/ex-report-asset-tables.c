/* The tables of the report of the customer asset: by period, by reason, by segment. */
#include "config.h"

#include "ex-report-asset.h"

#include "core/ex-format.h"
#include "core/ex-money.h"
#include "core/ex-quantity.h"
#include "ex-asset-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DASH "–"
/* More are told by their number: reasons and segments may be free text. */
#define MOST_ROWS 100

/* --- money in cells ---------------------------------------------------------------------------------------------------------------- */

/* How money is written in a table, so that eight columns of it fit: the heading says it once. */
typedef struct
{
  const char *currency;
  gint64      unit;   /* minor units that one is; 0: to the minor unit */
} Money;

static gint64
largest_of (const ExMovement *m)
{
  return MAX (MAX (ABS (m->opening.value), ABS (m->closing.value)), MAX (ABS (m->expanded.value), ABS (m->lost.value)));
}

/* @largest: amount that has to fit. */
static Money
money_for (const char *currency, gint64 largest)
{
  static const gint64 scales[] = { 1, 10, 100, 1000 };
  gint64 major = scales[CLAMP (ex_currency_exponent (currency), 0, 3)];

  return (Money) { currency, largest < 100000 * major ? 0 : largest < 10000000 * major ? major : 1000 * major };
}

static char *
money_text (const Money *self, gint64 minor)
{
  g_autofree char *plain = NULL;

  if (self->unit > 0)
    return ex_format_integer ((gint64) ex_round_half_away ((double) minor / (double) self->unit, 0));

  plain = ex_money_to_string (minor, ex_currency_exponent (self->currency));

  return ex_format_decimal (plain);
}

static gboolean
is_in_thousands (const Money *self)
{
  static const gint64 scales[] = { 1, 10, 100, 1000 };

  return self->unit > scales[CLAMP (ex_currency_exponent (self->currency), 0, 3)];
}

/* --- by period ------------------------------------------------------------------------------------------------------------------------ */

typedef enum { BY_CUSTOMERS, BY_VALUE, BY_RATES } Of;

static const char *
state_of (const ExAsset *asset, const ExSpan *span)
{
  if (span->no_data)
    return _("no data");
  if (span->empty)
    return _("no row");
  if (span->provisional)
    return _("provisional");

  return ex_ledger_marks_is_final (asset->marks, span->period) ? _("final") : "";
}

/* What of a movement stands in a table: counts of customers or value, or rates. */
typedef struct
{
  const char *title;
  gsize       count;  /* offset of the ExCount in ExMovement; of a rate 0 */
  ExRate      rate;
  guint       tables; /* bits of Of */
} Column;

#define COUNT(member) G_STRUCT_OFFSET (ExMovement, member), 0
#define RATE(rate)    G_MAXSIZE, rate
#define IN(of)        (1u << (of))

static const Column columns[] = {
  { N_("Opening"), COUNT (opening), IN (BY_CUSTOMERS) | IN (BY_VALUE) },
  { N_("New"), COUNT (fresh), IN (BY_CUSTOMERS) | IN (BY_VALUE) },
  { N_("Won back"), COUNT (won_back), IN (BY_CUSTOMERS) | IN (BY_VALUE) },
  { N_("Expanded"), COUNT (expanded), IN (BY_VALUE) },
  { N_("Contracted"), COUNT (contracted), IN (BY_VALUE) },
  { N_("Lost"), COUNT (lost), IN (BY_CUSTOMERS) | IN (BY_VALUE) },
  { N_("Closing"), COUNT (closing), IN (BY_CUSTOMERS) | IN (BY_VALUE) },
  { N_("Growth"), RATE (EX_RATE_GROWTH_CUSTOMERS), IN (BY_CUSTOMERS) },
  { N_("Retention"), RATE (EX_RATE_LOGO_RETENTION), IN (BY_CUSTOMERS) },
  { N_("Growth"), RATE (EX_RATE_GROWTH_VALUE), IN (BY_RATES) },
  { N_("Net retention"), RATE (EX_RATE_NRR), IN (BY_RATES) },
  { N_("Gross retention"), RATE (EX_RATE_GRR), IN (BY_RATES) },
  { N_("Quick ratio"), RATE (EX_RATE_QUICK_RATIO), IN (BY_RATES) },
};

static void
add_columns (ExReportTable *table, Of of)
{
  ex_report_table_column (table, _("Period"), 1, EX_ALIGN_START);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].tables & IN (of))
      ex_report_table_column (table, _(columns[i].title), 0, EX_ALIGN_END);
  if (of == BY_CUSTOMERS)
    ex_report_table_column (table, _("State"), 0, EX_ALIGN_START);
}

static char *
cell_of (const Column *column, const ExMovement *m, Of of, const Money *money)
{
  const ExCount *count;

  if (column->count == G_MAXSIZE)
    return ex_movement_rate_text (m, column->rate);

  count = G_STRUCT_MEMBER_P (m, column->count);

  return of == BY_VALUE ? money_text (money, count->value) : ex_format_integer (count->customers);
}

/* @m: NULL: there is no data. @grows: FALSE: it is not complete, and no growth is said of it. */
static void
add_cells (ExReportTable *table, const ExMovement *m, gboolean grows, Of of, const Money *money)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      gboolean growth = columns[i].count == G_MAXSIZE && (columns[i].rate == EX_RATE_GROWTH_CUSTOMERS || columns[i].rate == EX_RATE_GROWTH_VALUE);

      if (columns[i].tables & IN (of))
        ex_report_table_take (table, m == NULL || (growth && !grows) ? g_strdup (DASH) : cell_of (&columns[i], m, of, money));
    }
}

static void
add_span (ExReportTable *table, const ExAsset *asset, const ExSpan *span, Of of, const Money *money)
{
  ex_report_table_take (table, ex_period_to_label (span->period, TRUE));
  add_cells (table, span->no_data ? NULL : &span->movement, !span->provisional, of, money);
  if (of == BY_CUSTOMERS)
    ex_report_table_add (table, state_of (asset, span));
}

/* The cycle's own movement: of what moved within its periods and came back, nothing is left in it. */
static void
add_cycle (ExReportTable *table, const ExAsset *asset, Of of, const Money *money)
{
  const ExCycleAsset *cycle = asset->cycle;

  ex_report_table_take (table, ex_asset_words_span (cycle->first, cycle->last));
  add_cells (table, &cycle->movement, !cycle->provisional, of, money);
  if (of == BY_CUSTOMERS)
    ex_report_table_add (table, cycle->so_far ? _("so far") : "");
}

static void
add_table (ExDocument *document, const ExReportFacts *facts, const GPtrArray *spans, Of of, const Money *money)
{
  g_autoptr (ExReportTable) table = ex_report_table_new ();

  add_columns (table, of);
  for (guint i = 0; i < spans->len; i++)
    add_span (table, facts->asset, g_ptr_array_index (spans, i), of, money);
  add_cycle (table, facts->asset, of, money);
  ex_report_table_end (table, document, TRUE);
}

void
ex_report_add_periods (ExDocument *document, const ExReportFacts *facts, const GPtrArray *spans)
{
  gint64 largest = largest_of (&facts->asset->cycle->movement);
  Money money;
  g_autofree char *heading = NULL;

  for (guint i = 0; i < spans->len; i++)
    largest = MAX (largest, largest_of (&((const ExSpan *) g_ptr_array_index (spans, i))->movement));
  money = money_for (ex_report_currency (facts), largest);
  /* Translators: %s is a currency */
  heading = g_strdup_printf (is_in_thousands (&money) ? _("Value by period, in thousands of %s") : _("Value by period, in %s"), money.currency);

  ex_document_add_heading (document, 3, _("Customers by period"));
  add_table (document, facts, spans, BY_CUSTOMERS, &money);
  ex_document_add_heading (document, 3, heading);
  add_table (document, facts, spans, BY_VALUE, &money);
  ex_document_add_heading (document, 3, _("Growth and retention of value by period"));
  add_table (document, facts, spans, BY_RATES, &money);
  ex_document_add_text (document, EX_TEXT_DIM,
                        _("The last line is the whole span, from its opening to its closing: who came and left within it moved in a period, but not in the span."));
}

/* --- by reason --------------------------------------------------------------------------------------------------------------------------- */

static void
add_reason (ExReportTable *table, const char *name, const ExCount *lost, const ExCount *all, const char *currency)
{
  ex_report_table_add (table, name);
  ex_report_table_take (table, ex_format_integer (lost->customers));
  ex_report_table_take (table, ex_format_percent (all->customers > 0 ? (double) lost->customers / (double) all->customers : EX_UNSET));
  ex_report_table_take (table, ex_format_money (lost->value, currency));
  ex_report_table_take (table, ex_format_percent (all->value > 0 ? (double) lost->value / (double) all->value : EX_UNSET));
}

static void
add_reason_rows (ExReportTable *table, const ExReportFacts *facts, const GArray *reasons, const ExCount *all)
{
  ExCount rest = { 0, 0 };
  guint n_rest = 0;

  for (guint i = 0; i < reasons->len; i++)
    {
      const ExLostReason *reason = &g_array_index (reasons, ExLostReason, i);

      if (i < MOST_ROWS || reason->reason < 0)
        add_reason (table, ex_asset_reason_name (facts->asset, reason->reason), &reason->lost, all, ex_report_currency (facts));
      else
        {
          n_rest++;
          rest = (ExCount) { rest.customers + reason->lost.customers, rest.value + reason->lost.value };
        }
    }
  if (n_rest > 0)
    {
      g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other reason", "%u other reasons", n_rest), n_rest);

      add_reason (table, words, &rest, all, ex_report_currency (facts));
    }
  add_reason (table, _("All lost"), all, all, ex_report_currency (facts));
}

void
ex_report_add_reasons (ExDocument *document, const ExReportFacts *facts)
{
  const GArray *reasons = facts->asset->cycle->reasons;
  g_autoptr (ExReportTable) table = ex_report_table_new ();
  const ExCount *all = &facts->asset->cycle->movement.lost;

  ex_document_add_heading (document, 2, _("Why customers left"));
  if (facts->asset->entered)
    {
      ex_document_add_text (document, EX_TEXT_BODY, _("Movements are entered period by period here, and movements have no reasons."));
      return;
    }
  if (reasons == NULL || reasons->len == 0)
    {
      ex_document_add_text (document, EX_TEXT_BODY, _("Nobody was lost."));
      return;
    }

  ex_report_take_text (document, EX_TEXT_BODY, ex_asset_words_known (reasons, EX_MEASURE_CUSTOMERS));
  ex_report_take_chart (document, facts, ex_report_reasons_new (facts, EX_MEASURE_CUSTOMERS), 0);
  ex_report_table_column (table, _("Reason"), 1, EX_ALIGN_START);
  ex_report_table_column (table, _("Customers"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Share"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Value"), 0, EX_ALIGN_END);
  ex_report_table_column (table, _("Share"), 0, EX_ALIGN_END);
  add_reason_rows (table, facts, reasons, all);
  ex_report_table_end (table, document, TRUE);
}

/* --- by segment ---------------------------------------------------------------------------------------------------------------------------- */

static int
compare_closing (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *segments = data;
  const ExMovement *first = &g_array_index (segments, ExSegmentMovement, *(const guint *) a).movement;
  const ExMovement *second = &g_array_index (segments, ExSegmentMovement, *(const guint *) b).movement;

  if (first->closing.value != second->closing.value)
    return first->closing.value < second->closing.value ? 1 : -1;

  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

static void
add_segment (ExReportTable *table, const char *name, const ExMovement *m, const Money *money)
{
  const ExCount *counts[] = { &m->opening, &m->fresh, &m->won_back, &m->lost, &m->moved_in, &m->moved_out, &m->closing };

  ex_report_table_add (table, name);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    ex_report_table_take (table, ex_format_integer (counts[i]->customers));
  ex_report_table_take (table, money_text (money, m->closing.value));
  ex_report_table_take (table, ex_movement_rate_text (m, EX_RATE_LOGO_RETENTION));
}

static void
add_segment_columns (ExReportTable *table)
{
  static const char *const titles[] = { N_("Opening"), N_("New"), N_("Won back"), N_("Lost"), N_("Moved in"), N_("Moved out"), N_("Closing"),
                                        N_("Value"), N_("Retention") };

  ex_report_table_column (table, _("Segment"), 1, EX_ALIGN_START);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    ex_report_table_column (table, _(titles[i]), 0, EX_ALIGN_END);
}

static void
add_segment_table (ExDocument *document, const ExReportFacts *facts, const GArray *segments, const Money *money)
{
  g_autofree guint *order = g_new (guint, segments->len);
  g_autoptr (ExReportTable) table = ex_report_table_new ();

  for (guint i = 0; i < segments->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) segments->len, sizeof *order, compare_closing, (gpointer) segments);
  add_segment_columns (table);
  for (guint i = 0; i < MIN (segments->len, MOST_ROWS); i++)
    {
      const ExSegmentMovement *segment = &g_array_index (segments, ExSegmentMovement, order[i]);

      add_segment (table, ex_asset_segment_name (facts->asset, segment->segment), &segment->movement, money);
    }
  add_segment (table, _("All customers"), &facts->asset->cycle->movement, money);
  ex_report_table_end (table, document, TRUE);
}

void
ex_report_add_segments (ExDocument *document, const ExReportFacts *facts)
{
  const GArray *segments = facts->asset->cycle->segments;
  Money money = money_for (ex_report_currency (facts), largest_of (&facts->asset->cycle->movement));
  g_autofree char *unit = NULL;

  ex_document_add_heading (document, 2, _("Segments of customers"));
  if (segments == NULL || segments->len == 0)
    {
      ex_document_add_text (document, EX_TEXT_BODY, _("No customer has a segment here."));
      return;
    }

  add_segment_table (document, facts, segments, &money);
  unit = g_strdup_printf (is_in_thousands (&money)
                            ? _("All in customers, but the value at the closing: in thousands of %s. A customer that changes segment is neither lost nor new.")
                            : _("All in customers, but the value at the closing: in %s. A customer that changes segment is neither lost nor new."),
                          money.currency);
  ex_document_add_text (document, EX_TEXT_DIM, unit);
  if (segments->len > MOST_ROWS)
    {
      g_autofree char *all = ex_format_integer (segments->len);

      ex_report_take_text (document, EX_TEXT_DIM, g_strdup_printf (_("These are the %d largest of %s segments."), MOST_ROWS, all));
    }
}
