#include "config.h"

#include "ex-asset-page.h"

#include "company/ex-asset-words.h"
#include "ex-alert.h"
#include "ex-asset-table.h"
#include "ex-chart-view.h"
#include "ex-drop-down.h"
#include "ex-final-bar.h"
#include "ex-import-dialog.h"
#include "ex-tab-leaves.h"
#include "ex-why-button.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _ExAssetPage
{
  GtkWidget           parent_instance;

  ExSession          *session;
  GCancellable       *reading;  /* of the spans at another grain */
  GPtrArray          *spans;    /* (element-type ExSpan) at the chosen grain */
  ExLedger           *ledger;   /* that the segments' drop-down lists; to see a change */
  GArray             *grains;   /* (element-type ExGrain) as in the drop-down */
  GArray             *segments; /* (element-type int) as in the drop-down */
  GtkSingleSelection *selection;
  gulong              selected; /* handler on selection */
  gboolean            filling;  /* the drop-downs, not by the user's hand */
  guint               table_source;
  char               *wanted;   /* period to be selected when the table is there */

  GtkWidget          *header;
  GtkStack           *stack;
  GtkLabel           *period;
  GtkLabel           *sentence;
  GtkLabel           *second_sentence;
  ExWhyButton        *why;
  ExFinalBar         *final_bar;
  ExChartView        *waterfall;
  GtkToggleButton    *by_customers;
  GtkDropDown        *grain;
  GtkDropDown        *segment;
  GtkWidget          *segment_child;
  GtkColumnView      *table;
};

static void page_iface_init (ExPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ExAssetPage, ex_asset_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EX_TYPE_PAGE, page_iface_init))

static const char *
currency_of (ExAssetPage *self)
{
  return ex_company_get_info (ex_session_get_company (self->session))->currency;
}

static ExMeasure
measure_of (ExAssetPage *self)
{
  return gtk_toggle_button_get_active (self->by_customers) ? EX_MEASURE_CUSTOMERS : EX_MEASURE_VALUE;
}

static ExGrain
grain_of (ExAssetPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->grain);

  return selected < self->grains->len ? g_array_index (self->grains, ExGrain, selected) : EX_GRAIN_MONTH;
}

static int
segment_of (ExAssetPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->segment);

  return selected < self->segments->len ? g_array_index (self->segments, int, selected) : EX_ALL_SEGMENTS;
}

/* Of the ledger, or of the movements that were entered. */
static ExGrain
finest_grain (ExAssetPage *self)
{
  return self->grains->len > 0 ? g_array_index (self->grains, ExGrain, 0) : EX_GRAIN_MONTH;
}

/* --- the selected period, above the table ------------------------------------------------------------------------------ */

static void
show_period (ExAssetPage *self)
{
  ExPeriodRow *row = gtk_single_selection_get_selected_item (self->selection);
  ExLedgerKind kind = self->ledger != NULL ? ex_ledger_get_kind (self->ledger) : EX_LEDGER_RECURRING;
  const ExMovement *movement;
  g_autofree char *span = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (ExChart) chart = NULL;
  g_autoptr (ExWorking) working = ex_working_new ();

  if (row == NULL)
    return;
  movement = ex_period_row_get_movement (row);
  span = ex_period_to_label (ex_period_row_get_period (row), TRUE);
  first = ex_asset_words_customers (movement);
  second = ex_asset_words_value (movement, currency_of (self), kind,
                                 self->ledger != NULL ? ex_ledger_get_grain (self->ledger) : ex_period_row_get_period (row).grain);
  chart = ex_asset_chart_new (movement, measure_of (self), currency_of (self), span);
  ex_movement_explain (movement, currency_of (self), working);

  gtk_label_set_text (self->period, span);
  gtk_label_set_text (self->sentence, first);
  gtk_label_set_text (self->second_sentence, second);
  ex_why_button_set_working (self->why, span, working);
  ex_chart_view_set_chart (self->waterfall, chart);
  ex_final_bar_show (self->final_bar, self->session, finest_grain (self), ex_period_row_get_period (row));
}

/* The period that another page led to. */
static void
select_wanted (ExAssetPage *self, GListModel *rows)
{
  ExPeriod wanted;
  g_autofree char *text = g_steal_pointer (&self->wanted);

  if (text == NULL || !ex_period_parse (text, &wanted))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (ExPeriodRow) row = g_list_model_get_item (rows, i);
      ExPeriod period = ex_period_row_get_period (row);

      if (period.grain == wanted.grain && period.index == wanted.index)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

static void
show_table (ExAssetPage *self)
{
  int segment = segment_of (self);
  g_autoptr (GListModel) rows = NULL;
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (self->spans == NULL)
    return;
  rows = ex_period_rows_new (self->spans, segment);
  ex_asset_table_columns (self->table, measure_of (self), segment != EX_ALL_SEGMENTS, currency_of (self));
  g_signal_handler_block (self->selection, self->selected);
  gtk_single_selection_set_model (self->selection, rows);
  gtk_single_selection_set_selected (self->selection, selected < g_list_model_get_n_items (rows) ? selected : 0);
  g_signal_handler_unblock (self->selection, self->selected);
  select_wanted (self, rows);
  show_period (self);
}

static gboolean
fill_table (gpointer data)
{
  ExAssetPage *self = data;

  self->table_source = 0;
  show_table (self);
  return G_SOURCE_REMOVE;
}

/* The page's words come first and the table in a turn of the main loop of its own, so that neither is long. */
static void
take_spans (ExAssetPage *self, GPtrArray *spans)
{
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  self->spans = spans;
  if (self->table_source == 0)
    self->table_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_table, self, NULL);
}

/* --- another grain: counted in the worker, for a ledger may be large ----------------------------------------------------- */

typedef struct
{
  ExLedger *ledger;
  ExGrain   grain;
} SpanRequest;

static void
span_request_free (gpointer data)
{
  SpanRequest *request = data;

  ex_ledger_unref (request->ledger);
  g_free (request);
}

static gpointer
read_spans (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  SpanRequest *request = data;

  return ex_ledger_movements (request->ledger, request->grain, EX_EVERY_SEGMENT, NULL, error);
}

static void
spans_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExAssetPage) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *spans = ex_session_call_finish (EX_SESSION (source), result, &error);

  if (spans != NULL && self->session != NULL)
    take_spans (self, spans);
  else if (error != NULL && self->session != NULL)
    ex_alert_error (GTK_WIDGET (self), _("The movements could not be added up"), error);
}

static void
update_spans (ExAssetPage *self)
{
  SpanRequest *request;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->ledger == NULL || grain_of (self) == ex_ledger_get_grain (self->ledger))
    {
      take_spans (self, g_ptr_array_ref (ex_session_get_spans (self->session)));
      return;
    }
  self->reading = g_cancellable_new ();
  request = g_new0 (SpanRequest, 1);
  request->ledger = ex_ledger_ref (self->ledger);
  request->grain = grain_of (self);
  ex_session_read_async (self->session, read_spans, request, span_request_free, (GDestroyNotify) g_ptr_array_unref,
                         self->reading, spans_read_cb, g_object_ref (self));
}

/* --- drop-downs --------------------------------------------------------------------------------------------------------- */

static void
fill_grains (ExAssetPage *self, ExGrain finest)
{
  static const struct { ExGrain grain; const char *label; } all[] = {
    { EX_GRAIN_MONTH, N_("Month") }, { EX_GRAIN_QUARTER, N_("Quarter") }, { EX_GRAIN_YEAR, N_("Year") },
  };
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  if (self->grains->len > 0 && g_array_index (self->grains, ExGrain, 0) == finest)
    return;
  g_array_set_size (self->grains, 0);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].grain >= finest)
      {
        g_array_append_val (self->grains, all[i].grain);
        gtk_string_list_append (labels, _(all[i].label));
      }
  gtk_drop_down_set_model (self->grain, G_LIST_MODEL (labels));
  gtk_widget_set_sensitive (GTK_WIDGET (self->grain), self->ledger != NULL && self->grains->len > 1);
}

static void
fill_segments (ExAssetPage *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  int number = EX_ALL_SEGMENTS;
  guint n = self->ledger != NULL ? ex_ledger_n_segments (self->ledger) : 0;

  g_array_set_size (self->segments, 0);
  g_array_append_val (self->segments, number);
  gtk_string_list_append (labels, _("All"));
  for (number = 0; number < (int) n; number++)
    {
      g_array_append_val (self->segments, number);
      gtk_string_list_append (labels, ex_ledger_get_segment (self->ledger, number));
    }
  gtk_drop_down_set_model (self->segment, G_LIST_MODEL (labels));
  gtk_widget_set_visible (self->segment_child, n > 0);
}

static void
show_company (ExAssetPage *self)
{
  GPtrArray *spans = ex_session_get_spans (self->session);
  ExLedger *ledger = ex_session_get_ledger (self->session);
  gboolean empty = spans == NULL || spans->len == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "content");
  if (empty)
    return;

  self->filling = TRUE;
  if (ledger != self->ledger || self->segments->len == 0)
    {
      g_clear_pointer (&self->ledger, ex_ledger_unref);
      self->ledger = ledger != NULL ? ex_ledger_ref (ledger) : NULL;
      fill_segments (self);
    }
  fill_grains (self, ledger != NULL ? ex_ledger_get_grain (ledger) : ((ExSpan *) g_ptr_array_index (spans, 0))->period.grain);
  self->filling = FALSE;
  update_spans (self);
}

/* --- what the user does ---------------------------------------------------------------------------------------------------- */

static void
measure_toggled_cb (ExAssetPage *self)
{
  show_table (self);
}

static void
grain_changed_cb (ExAssetPage *self)
{
  if (!self->filling && self->session != NULL)
    update_spans (self);
}

static void
segment_changed_cb (ExAssetPage *self)
{
  if (!self->filling && self->session != NULL)
    show_table (self);
}

static void
import_customers_cb (ExAssetPage *self)
{
  ex_import_dialog_present (GTK_WIDGET (self), self->session, EX_IMPORT_CUSTOMERS, NULL);
}

static void
import_movements_cb (ExAssetPage *self)
{
  ex_import_dialog_present (GTK_WIDGET (self), self->session, EX_IMPORT_MOVEMENTS, NULL);
}

/* --- ExPage ------------------------------------------------------------------------------------------------------------------ */

static void
ex_asset_page_set_session (ExPage *page, ExSession *session)
{
  ExAssetPage *self = EX_ASSET_PAGE (page);

  g_set_object (&self->session, session);
  ex_page_follow (GTK_WIDGET (self), session, (ExPageRefresh) show_company);
}

static GtkWidget *
ex_asset_page_get_header (ExPage *page)
{
  ExAssetPage *self = EX_ASSET_PAGE (page);

  if (self->header == NULL)
    {
      g_autoptr (GMenu) menu = g_menu_new ();

      g_menu_append (menu, _("_Customers…"), "win.show(('asset', 'import', 'customers'))");
      g_menu_append (menu, _("_Movements…"), "win.show(('asset', 'import', 'movements'))");
      self->header = gtk_menu_button_new ();
      gtk_menu_button_set_label (GTK_MENU_BUTTON (self->header), _("_Import"));
      gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (self->header), TRUE);
      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->header), G_MENU_MODEL (menu));
      gtk_widget_set_tooltip_text (self->header, _("Bring in customers or movements from a file"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Import"), -1);
      g_object_ref_sink (self->header);
    }
  return self->header;
}

/* @id: of the period whose figures are to be made final; "": the one in view. */
static void
show_final (ExAssetPage *self, const char *id)
{
  ExPeriod period;

  if (ex_period_parse (id, &period))
    {
      g_free (self->wanted);
      self->wanted = g_strdup (id);
      for (guint i = 0; i < self->grains->len; i++)
        if (g_array_index (self->grains, ExGrain, i) == period.grain)
          gtk_drop_down_set_selected (self->grain, i);
      update_spans (self);
    }
  ex_final_bar_focus (self->final_bar);
}

static void
ex_asset_page_show (ExPage *page, const char *what, const char *id)
{
  ExAssetPage *self = EX_ASSET_PAGE (page);

  if (g_str_equal (what, "final"))
    show_final (self, id);
  else if (g_str_equal (what, "import") && g_str_equal (id, "movements"))
    import_movements_cb (self);
  else if (g_str_equal (what, "import"))
    import_customers_cb (self);
}

static void
page_iface_init (ExPageInterface *iface)
{
  iface->set_session = ex_asset_page_set_session;
  iface->get_header = ex_asset_page_get_header;
  iface->show = ex_asset_page_show;
}

static void
ex_asset_page_dispose (GObject *object)
{
  ExAssetPage *self = EX_ASSET_PAGE (object);

  g_clear_handle_id (&self->table_source, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->header);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_object (&self->session);
  g_clear_pointer (&self->spans, g_ptr_array_unref);
  g_clear_pointer (&self->ledger, ex_ledger_unref);
  g_clear_pointer (&self->grains, g_array_unref);
  g_clear_pointer (&self->segments, g_array_unref);
  G_OBJECT_CLASS (ex_asset_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/asset-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, period);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, second_sentence);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, why);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, final_bar);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, waterfall);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, by_customers);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, grain);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, segment);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, segment_child);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, table);
  gtk_widget_class_bind_template_callback (widget_class, import_customers_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_movements_cb);
  gtk_widget_class_bind_template_callback (widget_class, measure_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, grain_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, segment_changed_cb);
}

static void
ex_asset_page_class_init (ExAssetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_asset_page_dispose;
  g_type_ensure (EX_TYPE_CHART_VIEW);
  g_type_ensure (EX_TYPE_FINAL_BAR);
  g_type_ensure (EX_TYPE_WHY_BUTTON);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
ex_asset_page_init (ExAssetPage *self)
{
  self->grains = g_array_new (FALSE, FALSE, sizeof (ExGrain));
  self->segments = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (NULL);
  self->selected = g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_period), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  ex_tab_leaves (GTK_WIDGET (self->table));
  ex_drop_down_set_name (self->grain, _("Length of a period"));
  ex_drop_down_set_name (self->segment, _("Segment of customers"));
}
