#include "config.h"

#include "ex-asset-periods.h"

#include "company/ex-asset-growth.h"
#include "core/ex-format.h"
#include "ex-alert.h"
#include "ex-asset-table.h"
#include "ex-chart-view.h"
#include "ex-drop-down.h"
#include "ex-export-rows.h"
#include "ex-period-bar.h"
#include "ex-period-rows.h"
#include "ex-tab-leaves.h"
#include "store/ex-store-asset.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define SEGMENTS_LISTED 200 /* more are found under Segments */

struct _ExAssetPeriods
{
  GtkWidget           parent_instance;

  ExSession          *session;
  ExAsset            *asset;     /* that is shown */
  ExMeasure           measure;
  GCancellable       *reading;   /* of the spans at another grain, or of a segment */
  GPtrArray          *spans;     /* (element-type ExSpan) at the chosen grain, of the chosen segment or the company */
  ExGrain             grain;     /* chosen */
  int                 segment;   /* chosen: EX_EVERY_SEGMENT is the company */
  GArray             *grains;    /* (element-type ExGrain) as in the drop-down */
  gboolean            filling;   /* the drop-downs, not by the user's hand */
  guint               table_source;
  GtkSingleSelection *selection;
  gulong              selected;  /* handler on selection */
  ExPeriod            wanted;    /* to be selected when the table is there; grain 0: none */
  gboolean            focus;     /* then the keyboard goes to the bar */

  GtkWidget          *scroller;
  GtkLabel           *sentence;
  GtkLabel           *unit;
  GtkDropDown        *grain_choice;
  GtkWidget          *segment_box;
  GtkDropDown        *segment_choice;
  GtkWidget          *one_segment;
  GtkLabel           *segment_name;
  GtkWidget          *enter;
  ExChartView        *chart;
  ExPeriodBar        *bar;
  GtkColumnView      *table;
};

G_DEFINE_FINAL_TYPE (ExAssetPeriods, ex_asset_periods, GTK_TYPE_WIDGET)

enum { PERIOD_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
currency_of (ExAssetPeriods *self)
{
  return ex_company_get_info (ex_session_get_company (self->session))->currency;
}

/* --- chart and table --------------------------------------------------------------------------------------------------------- */

/* Of a segment there is no forecast. */
static void
show_chart (ExAssetPeriods *self)
{
  g_autoptr (ExAsset) plain = NULL;
  g_autoptr (ExChart) chart = NULL;

  if (self->segment == EX_EVERY_SEGMENT)
    chart = ex_asset_growth_chart_new (self->asset, self->spans, self->measure, currency_of (self));
  else
    {
      plain = ex_asset_new ();
      plain->kind = self->asset->kind;
      plain->grain = self->asset->grain;
      chart = ex_asset_growth_chart_new (plain, self->spans, self->measure, currency_of (self));
    }
  ex_chart_view_set_chart (self->chart, chart);
}

static void
show_bar (ExAssetPeriods *self)
{
  ExMovementRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row != NULL && self->session != NULL && ex_session_get_asset (self->session) != NULL)
    ex_period_bar_show (self->bar, self->session, row->period);
}

/* The period that another page, or the chart, led to. */
static void
select_wanted (ExAssetPeriods *self)
{
  for (guint i = 0; self->wanted.grain != 0 && i < self->spans->len; i++)
    {
      const ExSpan *span = g_ptr_array_index (self->spans, i);

      if (span->period.grain != self->wanted.grain || span->period.index != self->wanted.index)
        continue;
      gtk_single_selection_set_selected (self->selection, self->spans->len - 1 - i);
      self->wanted.grain = 0;
      if (self->focus)
        ex_period_bar_focus (self->bar);
      self->focus = FALSE;
    }
}

/* "9 of 23 months grew." (transfer full) */
static char *
sentence_words (ExAssetPeriods *self)
{
  guint n = 0, grew = 0;
  g_autofree char *all = NULL;
  g_autofree char *some = NULL;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const ExSpan *span = g_ptr_array_index (self->spans, i);
      const ExMovement *m = &span->movement;

      if (span->provisional || span->no_data || m->opening.customers == 0)
        continue;
      n++;
      grew += self->measure == EX_MEASURE_VALUE ? m->closing.value > m->opening.value : m->closing.customers > m->opening.customers;
    }
  all = ex_format_integer (n);
  some = ex_format_integer (grew);
  if (n == 0)
    return g_strdup (_("There is nothing to compare yet."));
  /* Translators: in how many of how many months, quarters or years there were more at the end than at the beginning */
  return self->measure == EX_MEASURE_VALUE
           ? g_strdup_printf (ngettext ("The customer asset grew in %s of %s period.", "The customer asset grew in %s of %s periods.", n), some, all)
           : g_strdup_printf (ngettext ("The number of customers grew in %s of %s period.", "The number of customers grew in %s of %s periods.", n), some, all);
}

static gboolean
fill_table (gpointer data)
{
  ExAssetPeriods *self = data;
  ExAssetTable table = self->segment == EX_EVERY_SEGMENT ? EX_ASSET_TABLE_PERIODS : EX_ASSET_TABLE_PERIODS_OF_SEGMENT;
  guint selected = gtk_single_selection_get_selected (self->selection);
  g_autoptr (GListModel) rows = ex_period_rows_new (self->spans, self->asset->marks);
  g_autofree char *sentence = sentence_words (self);
  /* Translators: a currency */
  g_autofree char *unit = g_strdup_printf (_("In %s"), currency_of (self));

  self->table_source = 0;
  gtk_label_set_text (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), self->measure == EX_MEASURE_VALUE);
  gtk_label_set_text (self->unit, unit);
  ex_asset_table_columns (self->table, table, self->measure, currency_of (self));
  g_signal_handler_block (self->selection, self->selected);
  /* Without an old row to look for: it would be looked for in every new one. */
  gtk_single_selection_set_model (self->selection, NULL);
  gtk_single_selection_set_model (self->selection, rows);
  gtk_single_selection_set_selected (self->selection, selected < self->spans->len ? selected : 0);
  g_signal_handler_unblock (self->selection, self->selected);
  select_wanted (self);
  show_bar (self);
  return G_SOURCE_REMOVE;
}

/* The chart comes first and the table in a turn of the main loop of its own, so that neither is long. */
static void
take_spans (ExAssetPeriods *self, GPtrArray *spans)
{
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  self->spans = spans;
  show_chart (self);
  if (self->table_source == 0)
    self->table_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_table, self, NULL);
}

/* --- another grain, or a segment: asked of the worker, for a ledger may be large ------------------------------------------------- */

typedef struct
{
  ExGrain grain;
  int     segment;
} SpanRequest;

static gpointer
read_spans (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const SpanRequest *request = data;
  int segment = request->segment == EX_EVERY_SEGMENT ? EX_COMPANY_ONLY : request->segment;
  g_autoptr (GPtrArray) spans = ex_store_read_spans (store, request->grain, segment, cancellable, error);

  if (spans != NULL && request->segment != EX_EVERY_SEGMENT)
    ex_period_rows_narrow (spans, request->segment);
  return g_steal_pointer (&spans);
}

static void
spans_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExAssetPeriods) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) spans = ex_session_call_finish (EX_SESSION (source), result, &error);

  /* Others were asked for while these were on their way, or the page is gone. */
  if (self->asset == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (spans != NULL)
    take_spans (self, g_steal_pointer (&spans));
  else
    ex_alert_error (GTK_WIDGET (self), _("The movements could not be added up"), error);
}

static void
update_spans (ExAssetPeriods *self)
{
  SpanRequest *request;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->asset == NULL)
    return;
  if (self->grain == self->asset->grain && self->segment == EX_EVERY_SEGMENT)
    {
      take_spans (self, g_ptr_array_ref (self->asset->spans));
      return;
    }
  self->reading = g_cancellable_new ();
  request = g_new0 (SpanRequest, 1);
  request->grain = self->grain;
  request->segment = self->segment;
  ex_session_read_async (self->session, read_spans, request, g_free, (GDestroyNotify) g_ptr_array_unref, self->reading, spans_read_cb,
                         g_object_ref (self));
}

/* --- drop-downs --------------------------------------------------------------------------------------------------------- */

static void
fill_grains (ExAssetPeriods *self)
{
  static const struct { ExGrain grain; const char *label; } all[] = {
    { EX_GRAIN_MONTH, N_("Month") }, { EX_GRAIN_QUARTER, N_("Quarter") }, { EX_GRAIN_YEAR, N_("Year") },
  };
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  if (self->grains->len > 0 && g_array_index (self->grains, ExGrain, 0) == self->asset->grain)
    return;
  g_array_set_size (self->grains, 0);
  self->grain = self->asset->grain;
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].grain >= self->asset->grain)
      {
        g_array_append_val (self->grains, all[i].grain);
        gtk_string_list_append (labels, _(all[i].label));
      }
  gtk_drop_down_set_model (self->grain_choice, G_LIST_MODEL (labels));
  gtk_widget_set_sensitive (GTK_WIDGET (self->grain_choice), self->grains->len > 1);
}

static void
fill_segments (ExAssetPeriods *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint n = g_strv_length (self->asset->segments);

  gtk_string_list_append (labels, _("All"));
  for (guint i = 0; i < n && n <= SEGMENTS_LISTED; i++)
    gtk_string_list_append (labels, self->asset->segments[i]);
  if (n <= SEGMENTS_LISTED)
    gtk_string_list_append (labels, ex_asset_segment_name (self->asset, -1));
  gtk_drop_down_set_model (self->segment_choice, G_LIST_MODEL (labels));
  gtk_widget_set_visible (self->segment_box, n > 0 && n <= SEGMENTS_LISTED);
}

/* Another import may have put a segment before it: it is known by its name. */
static int
find_segment (const ExAsset *asset, const char *name)
{
  for (int i = 0; asset->segments[i] != NULL; i++)
    if (g_str_equal (asset->segments[i], name))
      return i;
  return EX_EVERY_SEGMENT;
}

/* The drop-down has all of them, the named ones, then those without a name. */
static void
show_segment_choice (ExAssetPeriods *self)
{
  guint n = g_strv_length (self->asset->segments);
  guint place = self->segment == EX_EVERY_SEGMENT ? 0 : self->segment < 0 ? n + 1 : (guint) self->segment + 1;

  self->filling = TRUE;
  if (n <= SEGMENTS_LISTED)
    gtk_drop_down_set_selected (self->segment_choice, place);
  self->filling = FALSE;
  gtk_widget_set_visible (self->one_segment, self->segment != EX_EVERY_SEGMENT && n > SEGMENTS_LISTED);
  gtk_label_set_text (self->segment_name, self->segment != EX_EVERY_SEGMENT ? ex_asset_segment_name (self->asset, self->segment) : "");
}

static void
grain_changed_cb (ExAssetPeriods *self)
{
  guint selected = gtk_drop_down_get_selected (self->grain_choice);

  if (self->filling || selected >= self->grains->len)
    return;
  self->grain = g_array_index (self->grains, ExGrain, selected);
  update_spans (self);
}

static void
segment_changed_cb (ExAssetPeriods *self)
{
  guint selected = gtk_drop_down_get_selected (self->segment_choice);
  guint n;

  if (self->filling || self->asset == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  n = g_strv_length (self->asset->segments);
  self->segment = selected == 0 ? EX_EVERY_SEGMENT : selected > n ? -1 : (int) selected - 1;
  update_spans (self);
}

static void
all_segments_cb (ExAssetPeriods *self)
{
  ex_asset_periods_show_segment (self, EX_EVERY_SEGMENT);
}

/* --- what the user does ----------------------------------------------------------------------------------------------------- */

static void
row_activated_cb (ExAssetPeriods *self, guint position)
{
  g_autoptr (ExMovementRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    g_signal_emit (self, signals[PERIOD_ACTIVATED], 0, (int) row->period.grain, row->period.index);
}

/* --- the widget --------------------------------------------------------------------------------------------------------------- */

static void
ex_asset_periods_dispose (GObject *object)
{
  ExAssetPeriods *self = EX_ASSET_PERIODS (object);

  g_clear_handle_id (&self->table_source, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->session);
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  g_clear_pointer (&self->asset, ex_asset_unref);
  g_clear_pointer (&self->grains, g_array_unref);
  G_OBJECT_CLASS (ex_asset_periods_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/asset-periods.ui");
  gtk_widget_class_bind_template_child (widget_class, ExAssetPeriods, scroller);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPeriods, sentence);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPeriods, unit);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPeriods, grain_choice);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPeriods, segment_box);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPeriods, segment_choice);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPeriods, one_segment);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPeriods, segment_name);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPeriods, enter);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPeriods, chart);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPeriods, bar);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPeriods, table);
  gtk_widget_class_bind_template_callback (widget_class, grain_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, segment_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_segments_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ex_asset_periods_class_init (ExAssetPeriodsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_asset_periods_dispose;
  signals[PERIOD_ACTIVATED] = g_signal_new ("period-activated", EX_TYPE_ASSET_PERIODS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  g_type_ensure (EX_TYPE_CHART_VIEW);
  g_type_ensure (EX_TYPE_PERIOD_BAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
ex_asset_periods_init (ExAssetPeriods *self)
{
  self->grains = g_array_new (FALSE, FALSE, sizeof (ExGrain));
  self->segment = EX_EVERY_SEGMENT;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (NULL);
  self->selected = g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_bar), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  ex_tab_leaves (GTK_WIDGET (self->table));
  ex_drop_down_set_name (self->grain_choice, _("Length of a period"));
  ex_drop_down_set_name (self->segment_choice, _("Segment of customers"));
}

void
ex_asset_periods_show (ExAssetPeriods *self, ExSession *session, ExMeasure measure)
{
  ExAsset *asset = (ExAsset *) ex_session_get_asset (session);
  gboolean other = asset != self->asset;

  g_return_if_fail (EX_IS_ASSET_PERIODS (self));
  g_return_if_fail (asset != NULL);

  g_set_object (&self->session, session);
  self->measure = measure;
  if (other)
    {
      g_autofree char *chosen = self->asset != NULL && self->segment >= 0 ? g_strdup (ex_asset_segment_name (self->asset, self->segment)) : NULL;

      ex_asset_ref (asset);
      g_clear_pointer (&self->asset, ex_asset_unref);
      self->asset = asset;
      self->filling = TRUE;
      fill_grains (self);
      fill_segments (self);
      self->filling = FALSE;
      if (chosen != NULL)
        self->segment = find_segment (asset, chosen);
      show_segment_choice (self);
    }
  gtk_widget_set_visible (self->enter, asset->entered && g_str_equal (ex_session_get_actor (session), EX_STORE_HR));
  if (other || self->spans == NULL)
    update_spans (self);
  else
    take_spans (self, g_ptr_array_ref (self->spans));
}

void
ex_asset_periods_show_segment (ExAssetPeriods *self, int segment)
{
  g_return_if_fail (EX_IS_ASSET_PERIODS (self));
  g_return_if_fail (self->asset != NULL);

  self->segment = segment;
  show_segment_choice (self);
  update_spans (self);
}

void
ex_asset_periods_mark (ExAssetPeriods *self, ExPeriod period)
{
  g_return_if_fail (EX_IS_ASSET_PERIODS (self));

  self->wanted = period;
  self->focus = TRUE;
  for (guint i = 0; i < self->grains->len; i++)
    if (g_array_index (self->grains, ExGrain, i) == period.grain)
      gtk_drop_down_set_selected (self->grain_choice, i);
  update_spans (self);
}

ExExport *
ex_asset_periods_get_export (ExAssetPeriods *self)
{
  g_return_val_if_fail (EX_IS_ASSET_PERIODS (self), NULL);

  return self->spans != NULL ? ex_export_periods (_("Customer Asset"), self->asset, self->spans, self->segment, currency_of (self)) : NULL;
}
