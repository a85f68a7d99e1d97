#include "config.h"

#include "ex-movement-level.h"

#include "company/ex-amount.h"
#include "company/ex-asset-chart.h"
#include "company/ex-movement-chart.h"
#include "core/ex-format.h"
#include "ex-alert.h"
#include "ex-chart-part.h"
#include "ex-lost-list.h"
#include "ex-overview-work.h"
#include "ex-question.h"
#include "store/ex-store.h"

#include <glib/gi18n.h>
#include <math.h>

#define HEIGHT 320

struct _ExMovementLevel
{
  ExLevel         parent_instance;

  ExOverviewWork *work;
  ExChartPart    *first;   /* NULL until built: by period, of a segment its waterfall */
  ExChartPart    *segments;/* (nullable) */
  GtkWidget      *lost;    /* (nullable) of a reason: ExLostList */
  GtkWidget      *measure;
};

G_DEFINE_FINAL_TYPE (ExMovementLevel, ex_movement_level, EX_TYPE_LEVEL)

/* --- the head -------------------------------------------------------------------------------------------------------------------------------- */

static void
show_movement_head (ExLevel *level, const ExOverviewFacts *facts, const ExCount *count)
{
  const ExStoryFacts *story = &facts->story;
  const char *label = ex_movement_label (ex_level_get_about (level)->id);
  g_autofree char *both = ex_amount_both (count, story->currency);
  /* Translators: a movement of customers, then how many: "Lost: 1,869 customers, 139,130.85 €." */
  g_autofree char *sentence = g_strdup_printf (_("%s: %s."), label, both);
  g_autofree char *share = ex_format_percent (story->movement->opening.customers > 0 ? (double) count->customers / (double) story->movement->opening.customers : NAN);
  g_autofree char *second = g_strdup_printf (_("That is %s of the customers at the opening."), share);
  gboolean is_end = count == &story->movement->opening || story->movement->opening.customers <= 0;
  g_autoptr (ExWorking) working = ex_working_new ();

  ex_movement_explain (story->movement, story->currency, working);
  ex_level_set_head (level, facts->span, sentence, is_end ? NULL : second, label, working);
}

static const ExLostReason *
find_reason (const ExStoryFacts *story, const char *name)
{
  for (guint i = 0; story->reasons != NULL && i < story->reasons->len; i++)
    {
      const ExLostReason *reason = &g_array_index (story->reasons, ExLostReason, i);

      if (g_strcmp0 (reason->reason >= 0 ? ex_asset_reason_name (story->asset, reason->reason) : "", name) == 0)
        return reason;
    }
  return NULL;
}

/* "Competitor: 841 customers, 64,000.00 €." and what share of all that is. */
static void
show_reason_head (ExLevel *level, const ExOverviewFacts *facts, const ExLostReason *reason)
{
  const ExStoryFacts *story = &facts->story;
  const ExCount *all = &story->movement->lost;
  const char *name = reason->reason >= 0 ? ex_asset_reason_name (story->asset, reason->reason) : _("Not known");
  g_autofree char *both = ex_amount_both (&reason->lost, story->currency);
  g_autofree char *sentence = g_strdup_printf (_("%s: %s lost."), name, both);
  g_autofree char *share = ex_format_percent (all->customers > 0 ? (double) reason->lost.customers / (double) all->customers : NAN);
  g_autofree char *value_share = ex_format_percent (all->value > 0 ? (double) reason->lost.value / (double) all->value : NAN);
  g_autofree char *second = g_strdup_printf (_("That is %s of the customers lost, and %s of their value."), share, value_share);
  g_autofree char *part = ex_format_integer (reason->lost.customers);
  g_autofree char *whole = ex_format_integer (all->customers);
  g_autofree char *part_value = ex_format_money (reason->lost.value, story->currency);
  g_autofree char *whole_value = ex_format_money (all->value, story->currency);
  g_autoptr (ExWorking) working = ex_working_new ();

  ex_working_add (working, _("Share of the customers lost"), share, "%s ÷ %s", part, whole);
  ex_working_add (working, _("Share of their value"), value_share, "%s ÷ %s", part_value, whole_value);
  ex_level_set_head (level, facts->span, sentence, second, name, working);
}

static const ExSegmentMovement *
find_segment (const ExOverviewFacts *facts, const char *name)
{
  for (guint i = 0; facts->segments != NULL && i < facts->segments->len; i++)
    {
      const ExSegmentMovement *segment = &g_array_index (facts->segments, ExSegmentMovement, i);

      if (g_strcmp0 (segment->segment >= 0 ? ex_asset_segment_name (facts->story.asset, segment->segment) : "", name) == 0)
        return segment;
    }
  return NULL;
}

static void
show_segment_head (ExLevel *level, const ExOverviewFacts *facts, const ExSegmentMovement *segment)
{
  const ExMovement *m = &segment->movement;
  const char *name = ex_asset_segment_name (facts->story.asset, segment->segment);
  g_autofree char *gained = ex_format_integer (m->fresh.customers + m->won_back.customers);
  g_autofree char *lost = ex_format_integer (m->lost.customers);
  g_autofree char *sentence = g_strdup_printf (_("%s: %s customers gained, %s lost."), name, gained, lost);
  g_autofree char *growth = ex_format_percent_change (ex_movement_growth_value (m));
  g_autofree char *second = isnan (ex_movement_growth_value (m)) ? NULL : g_strdup_printf (_("The value of the segment changed by %s."), growth);
  g_autoptr (ExWorking) working = ex_working_new ();

  ex_movement_explain (m, facts->story.currency, working);
  ex_level_set_head (level, facts->span, sentence, second, name, working);
}

/* --- what is below it ------------------------------------------------------------------------------------------------------------------------ */

static void
set_or_say (ExChartPart *part, ExChart *chart, const char *words)
{
  if (chart != NULL)
    ex_chart_part_set_chart (part, chart);
  else
    ex_chart_part_set_nothing (part, words, NULL, NULL, NULL);
}

static void
show_movement (ExMovementLevel *self, const ExOverviewFacts *facts, const ExCount *count)
{
  const char *id = ex_level_get_about (EX_LEVEL (self))->id;
  ExMeasure measure = ex_level_get_ask (EX_LEVEL (self))->measure;
  const ExStoryFacts *story = &facts->story;
  g_autoptr (ExChart) periods = ex_movement_chart_periods (story->asset, story->spans, id, measure, story->currency);
  g_autoptr (ExChart) segments = ex_movement_chart_segments (story->asset, facts->segments, id, measure, story->currency, facts->span);

  show_movement_head (EX_LEVEL (self), facts, count);
  set_or_say (self->first, periods, _("There are no periods in this span."));
  set_or_say (self->segments, segments, _("The ledger names no segments of these customers."));
}

static void
show_segment (ExMovementLevel *self, const ExOverviewFacts *facts, const ExSegmentMovement *segment)
{
  ExMeasure measure = ex_level_get_ask (EX_LEVEL (self))->measure;
  const ExStoryFacts *story = &facts->story;
  g_autoptr (ExChart) chart = story->so_far ? ex_asset_chart_new_so_far (&segment->movement, measure, story->currency, facts->span)
                                            : ex_asset_chart_new (&segment->movement, measure, story->currency, facts->span);

  show_segment_head (EX_LEVEL (self), facts, segment);
  for (guint i = 0; i < ex_chart_n_marks (chart); i++)
    ex_chart_set_mark_key (chart, i, NULL); /* they would lead to the whole company's movements */
  ex_chart_part_set_chart (self->first, chart);
}

static void
show_reason (ExMovementLevel *self, const ExOverviewFacts *facts, const ExLostReason *reason)
{
  show_reason_head (EX_LEVEL (self), facts, reason);
  ex_lost_list_show (EX_LOST_LIST (self->lost), ex_level_get_session (EX_LEVEL (self)), facts, ex_level_get_about (EX_LEVEL (self))->id,
                     ex_level_get_ask (EX_LEVEL (self))->measure);
}

static void
begun_cb (ExOverviewFacts *facts, gpointer data)
{
  ExMovementLevel *self = data;
  const ExTarget *about = ex_level_get_about (EX_LEVEL (self));
  const ExCount *count = facts->story.movement != NULL && about->kind == EX_TARGET_MOVEMENT ? ex_movement_find (facts->story.movement, about->id) : NULL;
  const ExLostReason *reason = about->kind == EX_TARGET_REASON ? find_reason (&facts->story, about->id) : NULL;
  const ExSegmentMovement *segment = about->kind == EX_TARGET_SEGMENT ? find_segment (facts, about->id) : NULL;

  if (count != NULL)
    show_movement (self, facts, count);
  else if (reason != NULL)
    show_reason (self, facts, reason);
  else if (segment != NULL)
    show_segment (self, facts, segment);
  else
    ex_level_gone (EX_LEVEL (self));
}

static void
made_cb (guint part G_GNUC_UNUSED, gpointer made G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
}

static void
failed_cb (const GError *error, gpointer data)
{
  ex_alert_error (GTK_WIDGET (data), _("This period could not be read"), error);
}

/* --- the widget ------------------------------------------------------------------------------------------------------------------------------ */

static void
measure_cb (GtkWidget *choice, gpointer data)
{
  ExMovementLevel *self = data;

  ex_level_get_ask (EX_LEVEL (self))->measure = ex_question_choice_get (choice) == 0 ? EX_MEASURE_CUSTOMERS : EX_MEASURE_VALUE;
  if (ex_overview_work_get_facts (self->work) != NULL)
    begun_cb (ex_overview_work_get_facts (self->work), self);
}

static GtkWidget *
question_new (ExMovementLevel *self, const char *words, GtkWidget *child)
{
  GtkWidget *question = ex_question_new (words);

  ex_question_append (EX_QUESTION (question), child);
  ex_level_append (EX_LEVEL (self), question);
  return question;
}

static GtkWidget *
link_new (const char *label, const char *what)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", "asset", what, "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show");
  return button;
}

static void
build (ExMovementLevel *self)
{
  const char * const measures[] = { _("_Customers"), _("_Value"), NULL };
  ExTargetKind kind = ex_level_get_about (EX_LEVEL (self))->kind;
  GtkWidget *question;

  self->first = EX_CHART_PART (ex_chart_part_new (HEIGHT));
  self->measure = ex_question_choice_new (_("Counted in"), measures, ex_level_get_ask (EX_LEVEL (self))->measure, G_CALLBACK (measure_cb), self);
  if (kind == EX_TARGET_REASON)
    {
      self->lost = ex_lost_list_new (self->first);
      question = question_new (self, _("Which customers left for this reason"), self->lost);
      ex_question_add_control (EX_QUESTION (question), self->measure);
      if (g_str_equal (ex_session_get_actor (ex_level_get_session (EX_LEVEL (self))), EX_STORE_HR)) /* it is HR's to say */
        ex_question_add_control (EX_QUESTION (question), link_new (_("Say _Why Others Left…"), "say-why"));
      return;
    }
  question = question_new (self, kind == EX_TARGET_SEGMENT ? _("How it came about") : _("When it happened"), GTK_WIDGET (self->first));
  ex_question_add_control (EX_QUESTION (question), self->measure);
  ex_question_add_control (EX_QUESTION (question), link_new (_("Customer _Asset"), kind == EX_TARGET_SEGMENT ? "segments" : "periods"));
  if (kind == EX_TARGET_SEGMENT)
    return;
  self->segments = EX_CHART_PART (ex_chart_part_new (HEIGHT));
  question_new (self, _("In which segments"), GTK_WIDGET (self->segments));
}

static void
ex_movement_level_show (ExLevel *level)
{
  ExMovementLevel *self = EX_MOVEMENT_LEVEL (level);

  if (self->first == NULL)
    build (self);
  ex_overview_work_ask (self->work, ex_level_get_session (level), ex_level_get_ask (level), 0, NULL, 0);
}

static void
ex_movement_level_dispose (GObject *object)
{
  g_clear_pointer (&EX_MOVEMENT_LEVEL (object)->work, ex_overview_work_free);
  G_OBJECT_CLASS (ex_movement_level_parent_class)->dispose (object);
}

static void
ex_movement_level_class_init (ExMovementLevelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_movement_level_dispose;
  EX_LEVEL_CLASS (klass)->show = ex_movement_level_show;
}

static void
ex_movement_level_init (ExMovementLevel *self)
{
  self->work = ex_overview_work_new (begun_cb, made_cb, failed_cb, self);
}
