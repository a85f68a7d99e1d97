#include "config.h"

#include "ex-story-sections.h"

#include "ex-chart-part.h"
#include "ex-claims-part.h"
#include "ex-drop-down.h"
#include "ex-question.h"
#include "ex-status-badge.h"
#include "ex-tiles.h"
#include "ex-wrap.h"

#include <glib/gi18n.h>

#define HEIGHT 320
#define LEAST_COLUMN 430 /* narrower, and they stand below each other */

struct _ExStorySections
{
  ExLevel     *level;
  guint        shown;
  ExStoryAgain again;
  gpointer     data;

  GArray      *parts;  /* (element-type guint) */
  ExChartPart *charts[EX_N_STORY_PARTS];
  GtkWidget   *counts;
  GtkWidget   *claims;
};

static ExStoryAsk *
ask_of (ExStorySections *self)
{
  return ex_level_get_ask (self->level);
}

static gboolean
is_shown (ExStorySections *self, ExStoryPart part)
{
  return (self->shown & (1u << part)) != 0;
}

/* --- what is chosen ------------------------------------------------------------------------------------------------------------------- */

static void
make_again (ExStorySections *self, const guint *wanted, guint n)
{
  guint parts[EX_N_STORY_PARTS + 2];
  guint shown = 0;

  for (guint i = 0; i < n; i++)
    if (wanted[i] >= EX_N_STORY_PARTS || is_shown (self, wanted[i]))
      parts[shown++] = wanted[i];
  self->again (parts, shown, self->data);
}

static void
measure_cb (GtkWidget *choice, gpointer data)
{
  static const guint wanted[] = { EX_STORY_WATERFALL, EX_STORY_GROWTH, EX_STORY_REASONS, EX_OVERVIEW_CLAIMS };
  ExStorySections *self = data;

  ask_of (self)->measure = ex_question_choice_get (choice) == 0 ? EX_MEASURE_CUSTOMERS : EX_MEASURE_VALUE;
  make_again (self, wanted, G_N_ELEMENTS (wanted));
}

static void
rows_cb (GtkWidget *choice, gpointer data)
{
  static const guint wanted[] = { EX_STORY_HEATMAP };
  ExStorySections *self = data;

  ask_of (self)->rows = ex_question_choice_get (choice);
  make_again (self, wanted, 1);
}

static void
columns_cb (GtkWidget *choice, gpointer data)
{
  static const guint wanted[] = { EX_STORY_HEATMAP };
  ExStorySections *self = data;

  ask_of (self)->columns = ex_question_choice_get (choice);
  make_again (self, wanted, 1);
}

/* The rows are there: they only move. */
static void
order_cb (GtkDropDown *drop_down, GParamSpec *pspec G_GNUC_UNUSED, ExStorySections *self)
{
  ExChart *chart = ex_chart_view_get_chart (ex_chart_part_get_view (self->charts[EX_STORY_HEATMAP]));

  ask_of (self)->order = gtk_drop_down_get_selected (drop_down);
  if (chart != NULL)
    ex_heatmap_chart_set_order (EX_HEATMAP_CHART (chart), ask_of (self)->order, -1);
}

static void
of_cb (GtkWidget *choice, gpointer data)
{
  static const guint wanted[] = { EX_STORY_SPREAD };
  ExStorySections *self = data;

  ask_of (self)->of = ex_question_choice_get (choice);
  make_again (self, wanted, 1);
}

static void
by_cb (GtkDropDown *drop_down, GParamSpec *pspec G_GNUC_UNUSED, ExStorySections *self)
{
  static const guint wanted[] = { EX_STORY_SPREAD };

  ask_of (self)->by = gtk_drop_down_get_selected (drop_down);
  make_again (self, wanted, 1);
}

/* --- the page ------------------------------------------------------------------------------------------------------------------------- */

static ExChartPart *
chart_new (ExStorySections *self, ExStoryPart part)
{
  self->charts[part] = EX_CHART_PART (ex_chart_part_new (HEIGHT));
  g_array_append_vals (self->parts, &(guint) { part }, 1);
  return self->charts[part];
}

static GtkWidget *
tiles_new (void)
{
  return g_object_new (EX_TYPE_TILES, "least-width", LEAST_COLUMN, "columns", 2, "spacing", 24, NULL);
}

static GtkWidget *
drop_down_new (const char *name, const char *const *labels, guint chosen, GCallback changed, ExStorySections *self)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (labels);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), chosen);
  ex_drop_down_set_name (GTK_DROP_DOWN (drop_down), name);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  g_signal_connect (drop_down, "notify::selected", changed, self);
  return drop_down;
}

static void
add_asset (ExStorySections *self)
{
  const char * const measures[] = { _("_Customers"), _("_Value"), NULL };
  GtkWidget *question, *tiles;

  if (!is_shown (self, EX_STORY_WATERFALL))
    return;
  question = ex_question_new (ex_story_question (EX_STORY_WATERFALL));
  tiles = tiles_new ();
  ex_question_add_control (EX_QUESTION (question), ex_question_choice_new (_("Counted in"), measures, ask_of (self)->measure, G_CALLBACK (measure_cb), self));
  ex_tiles_append (EX_TILES (tiles), GTK_WIDGET (chart_new (self, EX_STORY_WATERFALL)));
  ex_tiles_append (EX_TILES (tiles), GTK_WIDGET (chart_new (self, EX_STORY_GROWTH)));
  ex_question_append (EX_QUESTION (question), tiles);
  ex_level_append (self->level, question);

  question = ex_question_new (ex_story_question (EX_STORY_REASONS));
  ex_question_append (EX_QUESTION (question), GTK_WIDGET (chart_new (self, EX_STORY_REASONS)));
  ex_level_append (self->level, question);
}

static void
add_counts (ExStorySections *self, GtkWidget *question)
{
  self->counts = ex_wrap_new (18);
  g_array_append_vals (self->parts, &(guint) { EX_OVERVIEW_COUNTS }, 1);
  ex_question_append (EX_QUESTION (question), self->counts);
}

static void
add_stand (ExStorySections *self)
{
  const char * const rows[] = { _("_Leaders"), _("_Units"), _("Le_vels"), NULL };
  const char * const columns[] = { _("_Drivers"), _("_Stages"), NULL };
  const char * const orders[] = { _("By the tree"), _("By name"), _("By score"), NULL };
  GtkWidget *question = ex_question_new (ex_story_question (EX_STORY_HEATMAP));
  ExStoryAsk *ask = ask_of (self);

  ex_question_add_control (EX_QUESTION (question), ex_question_choice_new (_("Rows"), rows, ask->rows, G_CALLBACK (rows_cb), self));
  ex_question_add_control (EX_QUESTION (question), ex_question_choice_new (_("Columns"), columns, ask->columns, G_CALLBACK (columns_cb), self));
  ex_question_add_control (EX_QUESTION (question), drop_down_new (_("Order of the rows"), orders, ask->order, G_CALLBACK (order_cb), self));
  add_counts (self, question);
  ex_question_append (EX_QUESTION (question), GTK_WIDGET (chart_new (self, EX_STORY_HEATMAP)));
  ex_level_append (self->level, question);
}

static void
add_spread (ExStorySections *self)
{
  const char * const of[] = { _("Sco_res"), _("Ra_tings"), NULL };
  const char * const by[] = { _("By level"), _("By unit"), _("All together"), NULL };
  GtkWidget *question = ex_question_new (ex_story_question (EX_STORY_SPREAD));
  ExStoryAsk *ask = ask_of (self);

  ex_question_add_control (EX_QUESTION (question), ex_question_choice_new (_("Spread of"), of, ask->of, G_CALLBACK (of_cb), self));
  ex_question_add_control (EX_QUESTION (question), drop_down_new (_("Groups"), by, ask->by, G_CALLBACK (by_cb), self));
  ex_question_append (EX_QUESTION (question), GTK_WIDGET (chart_new (self, EX_STORY_SPREAD)));
  ex_level_append (self->level, question);
}

static GtkWidget *
question_with (ExStorySections *self, ExStoryPart part)
{
  GtkWidget *question = ex_question_new (ex_story_question (part));

  ex_question_append (EX_QUESTION (question), GTK_WIDGET (chart_new (self, part)));
  return question;
}

static void
add_people (ExStorySections *self)
{
  GtkWidget *tiles = tiles_new ();

  ex_tiles_append (EX_TILES (tiles), question_with (self, EX_STORY_TALK_WALK));
  ex_tiles_append (EX_TILES (tiles), question_with (self, EX_STORY_COVERAGE));
  ex_level_append (self->level, tiles);
}

static void
add_end (ExStorySections *self)
{
  GtkWidget *question;

  if (is_shown (self, EX_STORY_CASCADE))
    ex_level_append (self->level, question_with (self, EX_STORY_CASCADE));
  if (!is_shown (self, EX_STORY_REWARD))
    return;
  question = ex_question_new (ex_story_question (EX_STORY_REWARD));
  self->claims = ex_claims_part_new ();
  g_array_append_vals (self->parts, &(guint) { EX_OVERVIEW_CLAIMS }, 1);
  ex_question_append (EX_QUESTION (question), self->claims);
  ex_question_append (EX_QUESTION (question), GTK_WIDGET (chart_new (self, EX_STORY_REWARD)));
  ex_level_append (self->level, question);
}

ExStorySections *
ex_story_sections_new (ExLevel *level, guint shown, ExStoryAgain again, gpointer data)
{
  ExStorySections *self = g_new0 (ExStorySections, 1);

  self->level = level;
  self->shown = shown;
  self->again = again;
  self->data = data;
  self->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  add_asset (self);
  add_stand (self);
  add_spread (self);
  add_people (self);
  add_end (self);
  return self;
}

void
ex_story_sections_free (ExStorySections *self)
{
  g_array_unref (self->parts);
  g_free (self);
}

const guint *
ex_story_sections_get_parts (ExStorySections *self, guint *n)
{
  *n = self->parts->len;
  return (const guint *) self->parts->data;
}

/* --- what was made -------------------------------------------------------------------------------------------------------------------- */

static void
show_counts (ExStorySections *self, const ExOverviewCounts *counts)
{
  static const ExStatus order[] = { EX_STATUS_ON_TRACK, EX_STATUS_AT_RISK, EX_STATUS_OFF_TRACK, EX_STATUS_NO_DATA };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->counts)) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < G_N_ELEMENTS (order) && counts->objectives > 0; i++)
    {
      GtkWidget *badge = ex_status_badge_new ();

      ex_status_badge_set_status (EX_STATUS_BADGE (badge), order[i]);
      ex_status_badge_set_count (EX_STATUS_BADGE (badge), (int) counts->status[order[i]]);
      ex_wrap_append (EX_WRAP (self->counts), badge);
    }
}

/* Where there is nothing to draw, the one thing to do about it. */
static void
show_nothing (ExStorySections *self, ExStoryPart part, const ExOverviewFacts *facts)
{
  const char *words = ex_story_nothing (part, &facts->story, facts->ask);
  ExChartPart *chart = self->charts[part];

  if (!ex_story_is_scoped (part) && part != EX_STORY_REWARD && facts->story.asset == NULL)
    ex_chart_part_set_nothing (chart, words, part == EX_STORY_WATERFALL ? _("Import _Customers…") : NULL, "win.show", g_variant_new ("(sss)", "asset", "import", ""));
  else if (part == EX_STORY_REWARD)
    ex_chart_part_set_nothing (chart, words, _("_Rewards"), "win.page", g_variant_new ("s", "rewards"));
  else if (part == EX_STORY_HEATMAP && facts->story.now == NULL)
    ex_chart_part_set_nothing (chart, words, _("_New Cycle…"), "win.new-cycle", NULL);
  else
    ex_chart_part_set_nothing (chart, words, NULL, NULL, NULL);
}

static const char *
note_for (ExStoryPart part, const ExOverviewFacts *facts)
{
  if (ex_story_is_scoped (part) || ex_scope_is_all (facts->ask->scope))
    return NULL;
  if (part == EX_STORY_REWARD)
    return _("Everybody’s reward hangs on the same growth: this is the whole company’s.");
  return _("The customer ledger knows no units, levels, drivers or stages: this is the whole company’s.");
}

/* Whether there may be something when something else is chosen. */
static gboolean
can_be_chosen (ExStorySections *self, ExStoryPart part)
{
  const ExStoryAsk *ask = ask_of (self);

  return (part == EX_STORY_SPREAD && ask->of != EX_SPREAD_SCORES) || (part == EX_STORY_HEATMAP && (ask->rows != EX_GRID_BY_LEADER || ask->columns != EX_GRID_BY_DRIVER))
         || (part == EX_STORY_WATERFALL && ask->measure != EX_MEASURE_CUSTOMERS);
}

static void
show_chart (ExStorySections *self, ExStoryPart part, ExChart *chart, const ExOverviewFacts *facts)
{
  GtkWidget *question = gtk_widget_get_ancestor (GTK_WIDGET (self->charts[part]), EX_TYPE_QUESTION);

  if (chart != NULL)
    ex_chart_part_set_chart (self->charts[part], chart);
  else
    show_nothing (self, part, facts);
  /* Nothing can be shown in another way. */
  if (part != EX_STORY_GROWTH)
    ex_question_show_controls (EX_QUESTION (question), chart != NULL || can_be_chosen (self, part));
  ex_chart_part_set_note (self->charts[part], chart != NULL ? note_for (part, facts) : NULL);
}

void
ex_story_sections_show (ExStorySections *self, guint part, gpointer made, const ExOverviewFacts *facts)
{
  if (part == EX_OVERVIEW_COUNTS)
    show_counts (self, made);
  else if (part == EX_OVERVIEW_CLAIMS && self->claims != NULL)
    ex_claims_part_show (self->claims, made);
  else if (part < EX_N_STORY_PARTS && self->charts[part] != NULL)
    show_chart (self, part, made, facts);
}
