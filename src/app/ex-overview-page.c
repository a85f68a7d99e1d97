#include "config.h"

#include "ex-overview-page.h"

#include "company/ex-asset-chart.h"
#include "company/ex-asset-words.h"
#include "ex-chart-view.h"
#include "ex-overview-rows.h"
#include "ex-status-badge.h"
#include "ex-why-button.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define LEVELS_SHOWN 2
#define LEADERS_SHOWN 40 /* a company with more on two levels has the Leaders page */
#define REASONS_SHOWN 6

struct _ExOverviewPage
{
  GtkWidget       parent_instance;

  ExSession      *session;

  GtkStack       *stack;
  GtkLabel       *span;
  GtkLabel       *sentence;
  GtkLabel       *second_sentence;
  ExWhyButton    *why;
  GtkWidget      *import_customers;
  GtkWidget      *asset_section;
  GtkToggleButton *by_customers;
  ExChartView    *waterfall;
  GtkWidget      *reasons_section;
  GtkListBox     *reasons;
  GtkWidget      *leaders_section;
  GtkWidget      *counts;
  GtkListBox     *leaders;
};

static void page_iface_init (ExPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ExOverviewPage, ex_overview_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EX_TYPE_PAGE, page_iface_init))

static const char *
currency_of (ExOverviewPage *self)
{
  return ex_company_get_info (ex_session_get_company (self->session))->currency;
}

static void
show_waterfall (ExOverviewPage *self)
{
  const ExCycleAsset *asset = ex_session_get_asset (self->session);
  ExMeasure measure = gtk_toggle_button_get_active (self->by_customers) ? EX_MEASURE_CUSTOMERS : EX_MEASURE_VALUE;
  g_autofree char *span = NULL;
  g_autoptr (ExChart) chart = NULL;

  if (asset == NULL)
    return;
  span = ex_asset_words_span (asset->first, asset->last);
  chart = ex_asset_chart_new (&asset->movement, measure, currency_of (self), span);
  ex_chart_view_set_chart (self->waterfall, chart);
}

static void
measure_toggled_cb (ExOverviewPage *self)
{
  show_waterfall (self);
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
make_groups (GtkSizeGroup **groups)
{
  for (guint i = 0; i < EX_OVERVIEW_COLUMNS; i++)
    groups[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

static void
drop_groups (GtkSizeGroup **groups)
{
  for (guint i = 0; i < EX_OVERVIEW_COLUMNS; i++)
    g_object_unref (groups[i]);
}

static void
show_reasons (ExOverviewPage *self, const ExCycleAsset *asset)
{
  ExLedger *ledger = ex_session_get_ledger (self->session);
  guint shown = asset != NULL && ledger != NULL ? MIN (asset->reasons->len, REASONS_SHOWN) : 0;
  GtkSizeGroup *groups[EX_OVERVIEW_COLUMNS];

  clear_list (self->reasons);
  gtk_widget_set_visible (self->reasons_section, shown > 0);
  make_groups (groups);
  for (guint i = 0; i < shown; i++)
    {
      const ExLostReason *reason = &g_array_index (asset->reasons, ExLostReason, i);
      const char *words = reason->reason >= 0 ? ex_ledger_get_reason (ledger, reason->reason) : NULL;
      double share = (double) reason->lost.customers / asset->movement.lost.customers;

      gtk_list_box_append (self->reasons, ex_overview_reason_row_new (words, &reason->lost, share, currency_of (self), groups));
    }
  drop_groups (groups);
}

static void
show_sentences (ExOverviewPage *self, const ExCycleAsset *asset)
{
  const ExCycle *cycle = ex_company_get_cycle (ex_session_get_company (self->session));
  ExLedger *ledger = ex_session_get_ledger (self->session);
  ExLedgerKind kind = ledger != NULL ? ex_ledger_get_kind (ledger) : EX_LEDGER_RECURRING;
  g_autofree char *first = ex_asset_words_customers (&asset->movement);
  g_autofree char *second = ex_asset_words_value (&asset->movement, currency_of (self), kind, asset->last.grain);
  g_autofree char *span = ex_asset_words_span (asset->first, asset->last);
  /* Translators: a cycle's name and the span it covers, "FY 2026, Oct 2025 to Sep 2026" */
  g_autofree char *where = cycle != NULL && asset->in_cycle ? g_strdup_printf (_("%s, %s"), cycle->name, span)
                           : cycle != NULL ? g_strdup_printf (_("%s, the latest period in the ledger: there is none in %s"), span, cycle->name)
                                           : g_strdup (span);
  g_autoptr (ExWorking) working = ex_working_new ();

  gtk_label_set_text (self->span, where);
  gtk_label_set_text (self->sentence, first);
  gtk_label_set_text (self->second_sentence, second);
  ex_movement_explain (&asset->movement, currency_of (self), working);
  ex_why_button_set_working (self->why, _("Growth of the customer asset"), working);
}

static void
show_asset (ExOverviewPage *self)
{
  const ExCycleAsset *asset = ex_session_get_asset (self->session);

  gtk_widget_set_visible (GTK_WIDGET (self->span), asset != NULL);
  gtk_widget_set_visible (self->asset_section, asset != NULL);
  gtk_widget_set_visible (self->import_customers, asset == NULL);
  if (asset == NULL)
    {
      gtk_label_set_text (self->sentence, _("No customers here yet."));
      gtk_label_set_text (self->second_sentence, _("Bring in the customer ledger, and this page says what was gained and lost."));
      ex_why_button_set_working (self->why, "", NULL);
    }
  else
    show_sentences (self, asset);
  show_waterfall (self);
  show_reasons (self, asset);
}

static void
show_counts (ExOverviewPage *self, ExCompany *company)
{
  static const ExStatus order[] = { EX_STATUS_ON_TRACK, EX_STATUS_AT_RISK, EX_STATUS_OFF_TRACK, EX_STATUS_NO_DATA };
  guint counts[4] = { 0 };
  GtkWidget *child;

  for (guint i = 0; i < ex_company_n_objectives (company); i++)
    counts[ex_company_get_reading (company, i)->status]++;
  while ((child = gtk_widget_get_first_child (self->counts)) != NULL)
    gtk_box_remove (GTK_BOX (self->counts), child);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *badge = ex_status_badge_new ();

      ex_status_badge_set_status (EX_STATUS_BADGE (badge), order[i]);
      ex_status_badge_set_count (EX_STATUS_BADGE (badge), counts[order[i]]);
      gtk_box_append (GTK_BOX (self->counts), badge);
    }
}

static void
show_leaders (ExOverviewPage *self, ExCompany *company)
{
  const ExTree *tree = ex_company_get_tree (company);
  GtkSizeGroup *groups[EX_OVERVIEW_COLUMNS];
  guint shown = 0;

  clear_list (self->leaders);
  gtk_widget_set_visible (self->leaders_section, tree->n > 0);
  if (tree->n == 0)
    return;
  make_groups (groups);
  gtk_list_box_append (self->leaders, ex_overview_leader_heading_new (groups));
  for (guint i = 0; i < tree->n && shown < LEADERS_SHOWN; i++)
    if (tree->level[tree->order[i]] < LEVELS_SHOWN)
      {
        gtk_list_box_append (self->leaders, ex_overview_leader_row_new (company, tree->order[i], groups));
        shown++;
      }
  drop_groups (groups);
}

static void
show_company (ExOverviewPage *self)
{
  ExCompany *company = ex_session_get_company (self->session);
  gboolean empty = ex_company_n_leaders (company) == 0 && ex_session_get_asset (self->session) == NULL;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "content");
  show_asset (self);
  show_counts (self, company);
  show_leaders (self, company);
}

static void
leader_activated_cb (ExOverviewPage *self, GtkListBoxRow *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "leader");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "(sss)", "leaders", "leader", id);
}

static void
ex_overview_page_set_session (ExPage *page, ExSession *session)
{
  ExOverviewPage *self = EX_OVERVIEW_PAGE (page);

  g_set_object (&self->session, session);
  ex_page_follow (GTK_WIDGET (self), session, (ExPageRefresh) show_company);
}

static void
page_iface_init (ExPageInterface *iface)
{
  iface->set_session = ex_overview_page_set_session;
}

static void
ex_overview_page_dispose (GObject *object)
{
  ExOverviewPage *self = EX_OVERVIEW_PAGE (object);

  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ex_overview_page_parent_class)->dispose (object);
}

static void
ex_overview_page_class_init (ExOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_overview_page_dispose;
  g_type_ensure (EX_TYPE_CHART_VIEW);
  g_type_ensure (EX_TYPE_WHY_BUTTON);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, span);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, second_sentence);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, why);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, import_customers);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, asset_section);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, by_customers);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, waterfall);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, reasons_section);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, reasons);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, leaders_section);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, counts);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, leaders);
  gtk_widget_class_bind_template_callback (widget_class, measure_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, leader_activated_cb);
}

static void
ex_overview_page_init (ExOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
