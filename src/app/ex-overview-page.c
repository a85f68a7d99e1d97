#include "config.h"

#include "ex-overview-page.h"

#include "company/ex-asset-chart.h"
#include "company/ex-asset-words.h"
#include "company/ex-claims-words.h"
#include "ex-chart-view.h"
#include "ex-overview-rows.h"
#include "ex-status-badge.h"
#include "ex-tab-leaves.h"
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
  GtkWidget      *claims_box;
  GtkLabel       *claims;
  GtkWidget      *leaders_section;
  GtkWidget      *counts;
  GtkListBox     *leaders;
  GtkWidget      *leaders_heading;
};

static void page_iface_init (ExPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ExOverviewPage, ex_overview_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (EX_TYPE_PAGE, page_iface_init))

static const char *
currency_of (ExOverviewPage *self)
{
  return ex_company_get_info (ex_session_get_company (self->session))->currency;
}

/* (nullable) over the cycle in view */
static const ExCycleAsset *
cycle_asset (ExOverviewPage *self)
{
  const ExAsset *asset = ex_session_get_asset (self->session);

  return asset != NULL ? asset->cycle : NULL;
}

static void
show_waterfall (ExOverviewPage *self)
{
  const ExCycleAsset *asset = cycle_asset (self);
  ExMeasure measure = gtk_toggle_button_get_active (self->by_customers) ? EX_MEASURE_CUSTOMERS : EX_MEASURE_VALUE;
  g_autofree char *span = NULL;
  g_autoptr (ExChart) chart = NULL;

  if (asset == NULL)
    return;
  span = ex_asset_words_span (asset->first, asset->last);
  chart = asset->so_far ? ex_asset_chart_new_so_far (&asset->movement, measure, currency_of (self), span)
                        : ex_asset_chart_new (&asset->movement, measure, currency_of (self), span);
  ex_chart_view_set_chart (self->waterfall, chart);
}

static void
measure_toggled_cb (ExOverviewPage *self)
{
  show_waterfall (self);
}

/* From a bar to the page that has its figures, period by period. */
static void
bar_activated_cb (ExOverviewPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "asset");
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

/* The most customers first, as the bars are drawn. */
static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const ExLostReason *one = a, *other = b;

  return one->lost.customers != other->lost.customers ? (one->lost.customers < other->lost.customers ? 1 : -1)
                                                       : one->reason - other->reason;
}

static void
append_reason (ExOverviewPage *self, const char *words, const ExCount *lost, GtkSizeGroup **groups)
{
  gint64 all = cycle_asset (self)->movement.lost.customers;
  double share = all > 0 ? (double) lost->customers / (double) all : 0;

  gtk_list_box_append (self->reasons, ex_overview_reason_row_new (words, lost, share, currency_of (self), groups));
}

/* All who left are in the list: what has no row of its own is in one with others, and whoever said nothing in the last. */
static void
append_reasons (ExOverviewPage *self, const ExCycleAsset *asset, GtkSizeGroup **groups)
{
  const ExAsset *names = ex_session_get_asset (self->session);
  g_autoptr (GArray) reasons = g_array_copy (asset->reasons);
  ExCount others = { 0 }, unknown = { 0 };
  guint known = 0;

  g_array_sort (reasons, compare_reasons);
  for (guint i = 0; i < reasons->len; i++)
    known += g_array_index (reasons, ExLostReason, i).reason >= 0;
  for (guint i = 0, place = 0; i < reasons->len; i++)
    {
      const ExLostReason *reason = &g_array_index (reasons, ExLostReason, i);
      ExCount *sum = reason->reason < 0 ? &unknown : &others;

      if (reason->reason >= 0 && (place++ < REASONS_SHOWN - 1 || known <= REASONS_SHOWN))
        append_reason (self, ex_asset_reason_name (names, reason->reason), &reason->lost, groups);
      else
        *sum = (ExCount) { sum->customers + reason->lost.customers, sum->value + reason->lost.value };
    }
  if (known > REASONS_SHOWN)
    {
      guint n = known - (REASONS_SHOWN - 1);
      g_autofree char *words = g_strdup_printf (ngettext ("%u other reason", "%u other reasons", n), n);

      append_reason (self, words, &others, groups);
    }
  if (unknown.customers > 0)
    append_reason (self, NULL, &unknown, groups);
}

static void
show_reasons (ExOverviewPage *self, const ExCycleAsset *asset)
{
  gboolean any = asset != NULL && asset->reasons->len > 0;
  GtkSizeGroup *groups[EX_OVERVIEW_COLUMNS];

  clear_list (self->reasons);
  gtk_widget_set_visible (self->reasons_section, any);
  if (!any)
    return;
  make_groups (groups);
  append_reasons (self, asset, groups);
  drop_groups (groups);
}

/* "FY 2026, Oct 2025 to Sep 2026": what the sentences are about. (transfer full) */
static char *
span_words (const ExCycle *cycle, const ExCycleAsset *asset)
{
  g_autofree char *span = ex_asset_words_span (asset->first, asset->last);

  if (cycle == NULL)
    return g_steal_pointer (&span);
  /* Translators: a cycle's name and the span it covers, "FY 2026, Oct 2025 to Sep 2026" */
  return asset->in_cycle ? g_strdup_printf (_("%s, %s"), cycle->name, span)
                         : g_strdup_printf (_("%s, the latest period in the ledger: there is none in %s"), span, cycle->name);
}

static void
show_sentences (ExOverviewPage *self, const ExCycleAsset *asset)
{
  ExLedgerKind kind = ex_session_get_asset (self->session)->kind;
  const ExMovement *movement = &asset->movement;
  g_autofree char *first = asset->so_far ? ex_asset_words_customers_so_far (movement) : ex_asset_words_customers (movement);
  g_autofree char *second = asset->so_far ? ex_asset_words_value_so_far (movement, currency_of (self), kind, asset->last.grain)
                                          : ex_asset_words_value (movement, currency_of (self), kind, asset->last.grain);
  g_autofree char *where = span_words (ex_company_get_cycle (ex_session_get_company (self->session)), asset);
  g_autoptr (ExWorking) working = ex_working_new ();

  gtk_label_set_text (self->span, where);
  gtk_label_set_text (self->sentence, first);
  gtk_label_set_text (self->second_sentence, second);
  ex_movement_explain (movement, currency_of (self), working);
  ex_why_button_set_working (self->why, _("Growth of the customer asset"), working);
}

/* What falls shortest of what is claimed of it: NULL when nothing does. */
static const ExDriverClaims *
least_proven (const ExClaims *claims)
{
  const ExDriverClaims *least = NULL;
  double shortest = 0;

  for (guint i = 0; i < EX_N_DRIVERS; i++)
    {
      const ExDriverProof *proof = &claims->drivers[i].proof[EX_MEASURE_VALUE];
      gboolean known = proof->proof == EX_PROOF_SHARE || proof->proof == EX_PROOF_OTHER_WAY;

      if (known && proof->realised - proof->change > shortest)
        {
          shortest = proof->realised - proof->change;
          least = &claims->drivers[i];
        }
    }
  return least;
}

static void
show_claims (ExOverviewPage *self)
{
  const ExClaims *claims = ex_session_get_claims (self->session);
  const ExDriverClaims *least = claims != NULL ? least_proven (claims) : NULL;
  g_autofree char *words = least != NULL ? ex_claims_words (least, EX_MEASURE_VALUE, currency_of (self)) : NULL;

  gtk_widget_set_visible (self->claims_box, words != NULL);
  gtk_label_set_text (self->claims, words != NULL ? words : "");
}

static void
show_asset (ExOverviewPage *self)
{
  const ExCycleAsset *asset = cycle_asset (self);

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
  show_claims (self);
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

/* The heading is above the first row and no row itself: the keyboard would stop at it. */
static void
leader_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  ExOverviewPage *self = data;

  if (before == NULL && gtk_list_box_row_get_header (row) == NULL)
    gtk_list_box_row_set_header (row, self->leaders_heading);
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
  g_clear_object (&self->leaders_heading);
  self->leaders_heading = g_object_ref_sink (ex_overview_leader_heading_new (groups));
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
  gboolean empty = ex_company_n_leaders (company) == 0 && cycle_asset (self) == NULL;

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
  g_clear_object (&self->leaders_heading);
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
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, claims_box);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, claims);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, leaders_section);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, counts);
  gtk_widget_class_bind_template_child (widget_class, ExOverviewPage, leaders);
  gtk_widget_class_bind_template_callback (widget_class, measure_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, bar_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, leader_activated_cb);
}

static void
ex_overview_page_init (ExOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->leaders, leader_header_cb, self, NULL);
  ex_tab_leaves (GTK_WIDGET (self->reasons));
  ex_tab_leaves (GTK_WIDGET (self->leaders));
}
