#include "config.h"

#include "ex-asset-page.h"

#include "ex-alert.h"
#include "ex-asset-claims.h"
#include "ex-asset-export.h"
#include "ex-asset-header.h"
#include "ex-asset-look.h"
#include "ex-asset-periods.h"
#include "ex-asset-segments.h"
#include "ex-asset-summary.h"
#include "ex-drop-down.h"
#include "ex-import-dialog.h"
#include "ex-lifetime-dialog.h"
#include "ex-lost-dialog.h"
#include "ex-movements-dialog.h"
#include "ex-tiles.h"
#include "store/ex-store-asset.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _ExAssetPage
{
  GtkWidget        parent_instance;

  ExSession       *session;
  ExAsset         *asset;    /* that the list of spans was made of */
  ExAssetLook     *look;     /* NULL while the first one is being read */
  ExPeriod         period;   /* looked at; grain 0: the cycle */
  GArray          *periods;  /* (element-type ExPeriod) as in the drop-down; of grain 0: the cycle */
  GCancellable    *reading;
  gboolean         filling;  /* the drop-down, not by the user's hand */

  ExAssetHeader    *header;
  GtkStack         *stack;
  GtkWidget        *beginnings; /* buttons of the empty page */
  GtkStack         *views;
  GtkDropDown      *over;
  GtkToggleButton  *by_customers;
  AdwBin           *summary;  /* each filled when it comes into view first */
  AdwBin           *by_period;
  AdwBin           *segments;
  AdwBin           *claims;
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

/* --- the views ------------------------------------------------------------------------------------------------------------ */

static void
look_at (ExAssetPage *self, ExPeriod period)
{
  guint place = 0;

  for (guint i = 0; i < self->periods->len; i++)
    {
      const ExPeriod *candidate = &g_array_index (self->periods, ExPeriod, i);

      if (candidate->grain == period.grain && candidate->index == period.index)
        place = i;
    }
  if (place == 0 && period.grain != 0)
    {
      g_autofree char *label = ex_period_to_label (period, TRUE);

      /* A quarter or a year stands right behind the cycle once somebody looked at it. */
      place = 1;
      g_array_insert_val (self->periods, place, period);
      gtk_string_list_splice (GTK_STRING_LIST (gtk_drop_down_get_model (self->over)), place, 0, (const char *[]) { label, NULL });
    }
  gtk_drop_down_set_selected (self->over, place);
  gtk_stack_set_visible_child_name (self->views, "summary");
}

static void
period_activated_cb (ExAssetPage *self, int grain, int index)
{
  look_at (self, (ExPeriod) { grain, index });
}

static GtkWidget *
periods_view (ExAssetPage *self)
{
  GtkWidget *view = adw_bin_get_child (self->by_period);

  if (view == NULL)
    {
      view = g_object_new (EX_TYPE_ASSET_PERIODS, NULL);
      g_signal_connect_object (view, "period-activated", G_CALLBACK (period_activated_cb), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (self->by_period, view);
    }
  return view;
}

static void
show_periods (ExAssetPage *self)
{
  ex_asset_periods_show (EX_ASSET_PERIODS (periods_view (self)), self->session, measure_of (self));
}

static void
segment_activated_cb (ExAssetPage *self, int segment)
{
  show_periods (self);
  ex_asset_periods_show_segment (EX_ASSET_PERIODS (periods_view (self)), segment);
  gtk_stack_set_visible_child_name (self->views, "periods");
}

static void
show_segments (ExAssetPage *self)
{
  GtkWidget *view = adw_bin_get_child (self->segments);

  if (self->look == NULL)
    return;
  if (view == NULL)
    {
      view = g_object_new (EX_TYPE_ASSET_SEGMENTS, NULL);
      g_signal_connect_object (view, "segment-activated", G_CALLBACK (segment_activated_cb), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (self->segments, view);
    }
  ex_asset_segments_show (EX_ASSET_SEGMENTS (view), self->look, measure_of (self));
}

static void
show_summary (ExAssetPage *self)
{
  if (self->look == NULL)
    return;
  if (adw_bin_get_child (self->summary) == NULL)
    adw_bin_set_child (self->summary, g_object_new (EX_TYPE_ASSET_SUMMARY, NULL));
  ex_asset_summary_show (EX_ASSET_SUMMARY (adw_bin_get_child (self->summary)), self->session, self->look, measure_of (self));
}

static void
show_claims (ExAssetPage *self)
{
  if (adw_bin_get_child (self->claims) == NULL)
    adw_bin_set_child (self->claims, g_object_new (EX_TYPE_ASSET_CLAIMS, NULL));
  ex_asset_claims_show (EX_ASSET_CLAIMS (adw_bin_get_child (self->claims)), self->session, measure_of (self));
}

/* The one in view; the others when they come into view. */
static void
show_view (ExAssetPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->views);

  if (self->session == NULL || ex_session_get_asset (self->session) == NULL || name == NULL)
    return;
  if (g_str_equal (name, "summary"))
    show_summary (self);
  else if (g_str_equal (name, "periods"))
    show_periods (self);
  else if (g_str_equal (name, "segments"))
    show_segments (self);
  else
    show_claims (self);
  /* Periods and claims are of the whole ledger and of the cycle. */
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->over)), g_str_equal (name, "summary") || g_str_equal (name, "segments"));
}

/* --- what is looked at ------------------------------------------------------------------------------------------------------ */

/* Takes @look. */
static void
take_look (ExAssetPage *self, ExAssetLook *look)
{
  g_clear_pointer (&self->look, ex_asset_look_unref);
  self->look = look;
  show_view (self);
}

typedef struct
{
  ExPeriod period;
  int      first;
  int      last;
} LookRequest;

static gpointer
read_span (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const LookRequest *request = data;
  ExSpan *span = ex_store_read_span (store, request->first, request->last, EX_EVERY_SEGMENT, cancellable, error);

  if (span != NULL)
    span->period = request->period;
  return span;
}

static void
span_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExAssetPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExSpan) span = ex_session_call_finish (EX_SESSION (source), result, &error);

  /* Another one was asked for while this one was on its way, or the page is gone. */
  if (self->asset == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (span != NULL)
    take_look (self, ex_asset_look_new_period (self->asset, currency_of (self), span));
  else
    ex_alert_error (GTK_WIDGET (self), _("The movements could not be added up"), error);
}

/* Segments and reasons of a period are not kept: the ledger is asked for them. */
static void
update_look (ExAssetPage *self)
{
  LookRequest request = { .period = self->period };

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->period.grain == 0 && self->asset->cycle != NULL)
    {
      take_look (self, ex_asset_look_new_cycle (self->asset, currency_of (self)));
      return;
    }
  if (!ex_asset_look_range (self->asset, self->period, &request.first, &request.last))
    return;
  self->reading = g_cancellable_new ();
  ex_session_read_async (self->session, read_span, g_memdup2 (&request, sizeof request), g_free, (GDestroyNotify) ex_span_free, self->reading,
                         span_read_cb, g_object_ref (self));
}

static char *
cycle_label (ExAssetPage *self)
{
  const ExCycle *cycle = ex_company_get_cycle (ex_session_get_company (self->session));

  if (cycle == NULL || !self->asset->cycle->in_cycle)
    return g_strdup (_("The latest period"));
  /* Translators: a cycle's name */
  return self->asset->cycle->so_far ? g_strdup_printf (_("%s so far"), cycle->name) : g_strdup (cycle->name);
}

static void
fill_over (ExAssetPage *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  ExPeriod period = { 0 };
  guint selected = 0;

  g_array_set_size (self->periods, 0);
  if (self->asset->cycle != NULL)
    {
      g_autofree char *label = cycle_label (self);

      gtk_string_list_append (labels, label);
      g_array_append_val (self->periods, period);
    }
  for (guint i = self->asset->spans->len; i > 0; i--)
    {
      g_autofree char *label = NULL;

      period = ((ExSpan *) g_ptr_array_index (self->asset->spans, i - 1))->period;
      label = ex_period_to_label (period, TRUE);
      if (period.grain == self->period.grain && period.index == self->period.index)
        selected = self->periods->len;
      g_array_append_val (self->periods, period);
      gtk_string_list_append (labels, label);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->over, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->over, selected);
  self->filling = FALSE;
  self->period = self->periods->len > 0 ? g_array_index (self->periods, ExPeriod, selected) : (ExPeriod) { 0 };
}

static void
show_company (ExAssetPage *self)
{
  ExAsset *asset = (ExAsset *) ex_session_get_asset (self->session);
  gboolean empty = asset == NULL || asset->spans->len == 0;
  gboolean hr = g_str_equal (ex_session_get_actor (self->session), EX_STORE_HR);

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "content");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asset.say-why", hr);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asset.lifetime", hr);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asset.enter", hr);
  gtk_widget_set_visible (self->beginnings, hr);
  if (self->header != NULL)
    ex_asset_header_show (self->header, self->session);
  if (asset == self->asset)
    {
      show_view (self);
      return;
    }
  g_clear_pointer (&self->asset, ex_asset_unref);
  self->asset = empty ? NULL : ex_asset_ref (asset);
  if (empty)
    return;
  fill_over (self);
  update_look (self);
  show_view (self);
}

/* --- what the user does ---------------------------------------------------------------------------------------------------- */

static void
measure_toggled_cb (ExAssetPage *self)
{
  if (self->session != NULL)
    show_view (self);
}

static void
over_changed_cb (ExAssetPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->over);

  if (self->filling || self->asset == NULL || selected >= self->periods->len)
    return;
  self->period = g_array_index (self->periods, ExPeriod, selected);
  update_look (self);
}

static void
import (ExAssetPage *self, const char *what)
{
  ex_import_dialog_present (GTK_WIDGET (self), self->session, g_str_equal (what, "movements") ? EX_IMPORT_MOVEMENTS : EX_IMPORT_CUSTOMERS, NULL);
}

static void
import_customers_cb (ExAssetPage *self)
{
  import (self, "customers");
}

static void
say_why_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExAssetPage *self = EX_ASSET_PAGE (widget);

  if (self->look != NULL)
    ex_lost_dialog_present (widget, self->session, self->look);
}

static void
lifetime_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ex_lifetime_dialog_present (widget, EX_ASSET_PAGE (widget)->session);
}

static void
enter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ex_movements_dialog_present (widget, EX_ASSET_PAGE (widget)->session);
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
      self->header = EX_ASSET_HEADER (g_object_ref_sink (ex_asset_header_new ()));
      if (self->session != NULL)
        ex_asset_header_show (self->header, self->session);
    }
  return GTK_WIDGET (self->header);
}

/* @id: of the period whose figures are to be made final; "": the latest. */
static void
show_final (ExAssetPage *self, const char *id)
{
  ExPeriod period;

  if (self->asset == NULL)
    return;
  if (!ex_period_parse (id, &period))
    period = ((ExSpan *) g_ptr_array_index (self->asset->spans, self->asset->spans->len - 1))->period;
  gtk_stack_set_visible_child_name (self->views, "periods");
  show_periods (self);
  ex_asset_periods_mark (EX_ASSET_PERIODS (periods_view (self)), period);
}

static void
ex_asset_page_show (ExPage *page, const char *what, const char *id)
{
  ExAssetPage *self = EX_ASSET_PAGE (page);
  ExPeriod period;

  if (g_str_equal (what, "final"))
    show_final (self, id);
  else if (g_str_equal (what, "import"))
    import (self, id);
  else if (g_str_equal (what, "period") && self->asset != NULL)
    look_at (self, ex_period_parse (id, &period) ? period : (ExPeriod) { 0 });
  else if (g_str_equal (what, "enter"))
    ex_movements_dialog_present (GTK_WIDGET (self), self->session);
  else if (g_str_equal (what, "lifetime"))
    ex_lifetime_dialog_present (GTK_WIDGET (self), self->session);
  else if (g_str_equal (what, "say-why"))
    say_why_action (GTK_WIDGET (self), NULL, NULL);
  else if (g_str_equal (what, "summary") || g_str_equal (what, "periods") || g_str_equal (what, "segments") || g_str_equal (what, "claims"))
    gtk_stack_set_visible_child_name (self->views, what);
}

static ExExport *
ex_asset_page_get_export (ExPage *page)
{
  ExAssetPage *self = EX_ASSET_PAGE (page);
  GtkWidget *bin = gtk_stack_get_visible_child (self->views);

  return self->asset != NULL ? ex_asset_export_view (adw_bin_get_child (ADW_BIN (bin)), self->session, self->look) : NULL;
}

static void
page_iface_init (ExPageInterface *iface)
{
  iface->get_export = ex_asset_page_get_export;
  iface->set_session = ex_asset_page_set_session;
  iface->get_header = ex_asset_page_get_header;
  iface->show = ex_asset_page_show;
}

static void
ex_asset_page_dispose (GObject *object)
{
  ExAssetPage *self = EX_ASSET_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->session);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->header);
  g_clear_pointer (&self->look, ex_asset_look_unref);
  g_clear_pointer (&self->asset, ex_asset_unref);
  g_clear_pointer (&self->periods, g_array_unref);
  G_OBJECT_CLASS (ex_asset_page_parent_class)->dispose (object);
}

static void
ex_asset_page_class_init (ExAssetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_asset_page_dispose;
  g_type_ensure (EX_TYPE_TILES);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "asset.say-why", NULL, say_why_action);
  gtk_widget_class_install_action (widget_class, "asset.lifetime", NULL, lifetime_action);
  gtk_widget_class_install_action (widget_class, "asset.enter", NULL, enter_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/asset-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, beginnings);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, views);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, over);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, by_customers);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, summary);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, by_period);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, segments);
  gtk_widget_class_bind_template_child (widget_class, ExAssetPage, claims);
  gtk_widget_class_bind_template_callback (widget_class, show_view);
  gtk_widget_class_bind_template_callback (widget_class, import_customers_cb);
  gtk_widget_class_bind_template_callback (widget_class, measure_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, over_changed_cb);
}

static void
ex_asset_page_init (ExAssetPage *self)
{
  self->periods = g_array_new (FALSE, FALSE, sizeof (ExPeriod));
  gtk_widget_init_template (GTK_WIDGET (self));
  ex_drop_down_set_name (self->over, _("Span that is looked at"));
}
