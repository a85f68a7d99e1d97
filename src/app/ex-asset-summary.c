#include "config.h"

#include "ex-asset-summary.h"

#include "company/ex-asset-chart.h"
#include "company/ex-asset-growth.h"
#include "company/ex-asset-words.h"
#include "company/ex-reason-chart.h"
#include "core/ex-format.h"
#include "ex-asset-figures.h"
#include "ex-chart-view.h"
#include "ex-why-button.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _ExAssetSummary
{
  GtkWidget     parent_instance;

  ExSession    *session;
  ExAssetLook  *look;
  ExMeasure     measure;
  guint         source;    /* shows the next step of what is below the sentences */
  guint         step;

  GtkWidget    *scroller;
  GtkLabel     *span;
  GtkLabel     *sentence;
  GtkLabel     *second_sentence;
  ExWhyButton  *why;
  GtkLabel     *forecast;
  GtkLabel     *note;
  ExChartView  *waterfall;
  GtkWidget    *reasons_section;
  ExChartView  *reasons;
  GtkLabel     *known;
  GtkWidget    *say_why;
  ExTiles      *figures;
  ExChartView  *growth;
};

G_DEFINE_FINAL_TYPE (ExAssetSummary, ex_asset_summary, GTK_TYPE_WIDGET)

/* --- sentences ---------------------------------------------------------------------------------------------------------- */

/* "FY 2026, Oct 2025 to Jun 2026": what the sentences are about. (transfer full) */
static char *
span_words (ExAssetSummary *self)
{
  const ExCycle *cycle = ex_company_get_cycle (ex_session_get_company (self->session));
  const ExAssetLook *look = self->look;

  if (cycle == NULL || !look->is_cycle)
    return g_strdup (look->words);
  /* Translators: a cycle's name and the span it covers, "FY 2026, Oct 2025 to Sep 2026" */
  return look->asset->cycle->in_cycle ? g_strdup_printf (_("%s, %s"), cycle->name, look->words)
                                      : g_strdup_printf (_("%s, the latest period in the ledger: there is none in %s"), look->words, cycle->name);
}

static void
show_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* What is to be known of the figures before they are believed. (transfer full) (nullable) */
static char *
note_words (const ExAssetLook *look)
{
  if (look->no_data)
    return g_strdup_printf (_("There is no data for %s: it is passed over."), look->words);
  if (look->empty)
    return g_strdup_printf (_("The ledger has no rows for %s, so it counts as nobody active. If there is only no data, say so under Periods."), look->words);
  if (look->provisional && !look->is_cycle)
    return g_strdup_printf (_("%s is not complete in the ledger yet: these figures are provisional, and no growth is said of them."), look->words);
  return NULL;
}

static char *
first_words (const ExAssetLook *look)
{
  return look->provisional ? ex_asset_words_customers_so_far (&look->movement) : ex_asset_words_customers (&look->movement);
}

static char *
second_words (const ExAssetLook *look)
{
  ExLedgerKind kind = look->asset->kind;
  ExGrain grain = look->asset->grain;

  if (look->provisional && !look->is_cycle)
    return NULL;
  return look->provisional ? ex_asset_words_value_so_far (&look->movement, look->currency, kind, grain)
                           : ex_asset_words_value (&look->movement, look->currency, kind, grain);
}

static void
show_sentences (ExAssetSummary *self)
{
  const ExAssetLook *look = self->look;
  g_autofree char *span = span_words (self);
  g_autofree char *first = look->no_data ? g_strdup (_("There is no data for this period.")) : first_words (look);
  g_autofree char *second = look->no_data ? NULL : second_words (look);
  g_autofree char *forecast = look->is_cycle ? ex_asset_words_forecast (look->asset->cycle, self->measure, look->currency, look->asset->kind) : NULL;
  g_autofree char *note = note_words (look);
  g_autoptr (ExWorking) working = ex_working_new ();

  gtk_label_set_text (self->span, span);
  gtk_label_set_text (self->sentence, first);
  show_label (self->second_sentence, second);
  show_label (self->forecast, forecast);
  show_label (self->note, note);
  ex_movement_explain (&look->movement, look->currency, working);
  ex_why_button_set_working (self->why, span, second != NULL ? working : NULL);
}

/* --- what is below them, a step a turn of the main loop -------------------------------------------------------------------- */

static void
show_waterfall (ExAssetSummary *self)
{
  const ExAssetLook *look = self->look;
  g_autoptr (ExChart) chart = look->provisional ? ex_asset_chart_new_so_far (&look->movement, self->measure, look->currency, look->words)
                                                : ex_asset_chart_new (&look->movement, self->measure, look->currency, look->words);

  ex_chart_view_set_chart (self->waterfall, chart);
}

/* It is HR's to say, where there is something left to say. */
static gboolean
can_say_why (ExAssetSummary *self)
{
  gboolean known = TRUE;

  for (guint i = 0; i < self->look->reasons->len; i++)
    known &= g_array_index (self->look->reasons, ExLostReason, i).reason >= 0;
  return !known && g_str_equal (ex_session_get_actor (self->session), EX_STORE_HR);
}

static void
show_reasons (ExAssetSummary *self)
{
  const ExAssetLook *look = self->look;
  const char * const *names = (const char * const *) look->asset->reasons;
  g_autofree char *known = ex_asset_words_known (look->reasons, self->measure);
  g_autoptr (ExChart) chart = NULL;

  gtk_widget_set_visible (self->reasons_section, look->reasons->len > 0);
  if (look->reasons->len == 0)
    return;
  chart = ex_reason_chart_new (look->reasons, names, self->measure, look->currency, look->words);
  ex_chart_view_set_chart (self->reasons, chart);
  show_label (self->known, known);
  gtk_widget_set_visible (self->say_why, can_say_why (self));
}

static void
show_figures (ExAssetSummary *self)
{
  ex_asset_figures_show (self->figures, self->look, self->measure);
}

static void
show_growth (ExAssetSummary *self)
{
  g_autoptr (ExChart) chart = ex_asset_growth_chart_new (self->look->asset, NULL, self->measure, self->look->currency);

  ex_chart_view_set_chart (self->growth, chart);
}

static gboolean
step_cb (gpointer data)
{
  static void (* const steps[]) (ExAssetSummary *self) = { show_waterfall, show_reasons, show_figures, show_growth };
  ExAssetSummary *self = data;

  steps[self->step++] (self);
  if (self->step < G_N_ELEMENTS (steps))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

/* --- the widget -------------------------------------------------------------------------------------------------------------- */

static void
ex_asset_summary_dispose (GObject *object)
{
  ExAssetSummary *self = EX_ASSET_SUMMARY (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->look, ex_asset_look_unref);
  G_OBJECT_CLASS (ex_asset_summary_parent_class)->dispose (object);
}

static void
ex_asset_summary_class_init (ExAssetSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_asset_summary_dispose;
  g_type_ensure (EX_TYPE_CHART_VIEW);
  g_type_ensure (EX_TYPE_TILES);
  g_type_ensure (EX_TYPE_WHY_BUTTON);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/asset-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, ExAssetSummary, scroller);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSummary, span);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSummary, sentence);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSummary, second_sentence);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSummary, why);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSummary, forecast);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSummary, note);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSummary, waterfall);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSummary, reasons_section);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSummary, reasons);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSummary, known);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSummary, say_why);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSummary, figures);
  gtk_widget_class_bind_template_child (widget_class, ExAssetSummary, growth);
}

static void
ex_asset_summary_init (ExAssetSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ex_asset_summary_show (ExAssetSummary *self, ExSession *session, ExAssetLook *look, ExMeasure measure)
{
  g_return_if_fail (EX_IS_ASSET_SUMMARY (self));
  g_return_if_fail (look != NULL);

  g_set_object (&self->session, session);
  ex_asset_look_ref (look);
  g_clear_pointer (&self->look, ex_asset_look_unref);
  self->look = look;
  self->measure = measure;
  show_sentences (self);
  self->step = 0;
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, step_cb, self, NULL);
}
