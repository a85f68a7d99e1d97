#include "config.h"

#include "ex-story-level.h"

#include "ex-alert.h"
#include "ex-overview-filters.h"
#include "ex-overview-work.h"
#include "ex-story-lists.h"
#include "ex-story-sections.h"
#include "ex-story-words.h"

#include <glib/gi18n.h>

#define ROWS_OF_A_CHART 24 /* as many as a person reads; the table behind a chart and the Leaders page have more */

/* Of a part of the company: how it stands. */
#define SCOPE_PARTS (1u << EX_STORY_HEATMAP | 1u << EX_STORY_SPREAD | 1u << EX_STORY_TALK_WALK | 1u << EX_STORY_COVERAGE)

struct _ExStoryLevel
{
  ExLevel            parent_instance;

  ExStorySections   *sections;
  ExOverviewWork    *work;
  ExOverviewFilters *filters;    /* (nullable) of the Overview itself */
  guint64            filled;     /* serial of the snapshot that they were filled from */
  GtkWidget         *leaders;    /* (nullable) of a part */
  GtkWidget         *objectives; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (ExStoryLevel, ex_story_level, EX_TYPE_LEVEL)

static gboolean
is_part (ExStoryLevel *self)
{
  ExTargetKind kind = ex_level_get_about (EX_LEVEL (self))->kind;

  return kind != EX_TARGET_NOWHERE && kind != EX_TARGET_PERIOD;
}

/* --- what was made ----------------------------------------------------------------------------------------------------------------------- */

static void
begun_cb (ExOverviewFacts *facts, gpointer data)
{
  ExStoryLevel *self = data;

  if (!is_part (self))
    ex_story_words_show_asset (EX_LEVEL (self), facts);
}

static void
show_counts (ExStoryLevel *self, const ExOverviewFacts *facts, const ExOverviewCounts *counts)
{
  g_autofree char *asked = ex_story_words_asked (facts, counts);

  if (self->filters != NULL)
    ex_overview_filters_set_words (self->filters, asked);
  if (!is_part (self))
    return;
  ex_story_words_show_scope (EX_LEVEL (self), facts, counts);
  ex_story_list_show (self->leaders, facts->company, counts->members);
  ex_story_list_show (self->objectives, facts->company, counts->in_it);
}

static void
made_cb (guint part, gpointer made, gpointer data)
{
  ExStoryLevel *self = data;
  ExOverviewFacts *facts = ex_overview_work_get_facts (self->work);

  ex_story_sections_show (self->sections, part, made, facts);
  if (part == EX_OVERVIEW_COUNTS)
    show_counts (self, facts, made);
}

static void
failed_cb (const GError *error, gpointer data)
{
  ex_alert_error (GTK_WIDGET (data), _("This period could not be read"), error);
}

/* --- asking ------------------------------------------------------------------------------------------------------------------------------- */

static void
ask (ExStoryLevel *self)
{
  guint n;
  const guint *parts = ex_story_sections_get_parts (self->sections, &n);

  ex_overview_work_ask (self->work, ex_level_get_session (EX_LEVEL (self)), ex_level_get_ask (EX_LEVEL (self)), ROWS_OF_A_CHART, parts, n);
}

static void
again_cb (const guint *parts, guint n, gpointer data)
{
  ExStoryLevel *self = data;

  ex_overview_work_again (self->work, ex_level_get_ask (EX_LEVEL (self)), parts, n);
}

static void
filtered_cb (ExStoryLevel *self)
{
  ex_overview_filters_apply (self->filters, ex_level_get_ask (EX_LEVEL (self)));
  ask (self);
}

/* --- the widget --------------------------------------------------------------------------------------------------------------------------- */

static void
make_filters (ExStoryLevel *self)
{
  self->filters = EX_OVERVIEW_FILTERS (ex_overview_filters_new ());
  ex_level_append (EX_LEVEL (self), GTK_WIDGET (self->filters));
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (filtered_cb), self, G_CONNECT_SWAPPED);
}

static void
build (ExStoryLevel *self)
{
  ExLevel *level = EX_LEVEL (self);
  const ExTarget *about = ex_level_get_about (level);

  if (about->kind == EX_TARGET_NOWHERE)
    make_filters (self);
  else
    ex_story_ask_narrow (ex_level_get_ask (level), about);
  ex_overview_work_set_about (self->work, about);
  self->sections = ex_story_sections_new (level, is_part (self) ? SCOPE_PARTS : EX_STORY_ALL, again_cb, self);
  if (!is_part (self))
    return;
  self->leaders = ex_story_list_new (EX_STORY_LEADERS, _("The leaders in it"));
  self->objectives = ex_story_list_new (EX_STORY_OBJECTIVES, _("Their objectives, those behind first"));
  ex_level_append (level, self->objectives);
  ex_level_append (level, self->leaders);
}

/* What was chosen and is there no more is not asked for any more. */
static void
fill_filters (ExStoryLevel *self)
{
  g_autoptr (ExSnapshot) snapshot = ex_session_ref_snapshot (ex_level_get_session (EX_LEVEL (self)));

  if (self->filled == snapshot->serial)
    return;
  self->filled = snapshot->serial;
  ex_overview_filters_fill (self->filters, snapshot->reviews, snapshot->asset);
  ex_overview_filters_apply (self->filters, ex_level_get_ask (EX_LEVEL (self)));
}

static void
ex_story_level_show (ExLevel *level)
{
  ExStoryLevel *self = EX_STORY_LEVEL (level);

  if (self->sections == NULL)
    build (self);
  if (self->filters != NULL)
    fill_filters (self);
  ask (self);
}

static void
ex_story_level_dispose (GObject *object)
{
  ExStoryLevel *self = EX_STORY_LEVEL (object);

  g_clear_pointer (&self->work, ex_overview_work_free);
  G_OBJECT_CLASS (ex_story_level_parent_class)->dispose (object);
  g_clear_pointer (&self->sections, ex_story_sections_free);
}

static void
ex_story_level_class_init (ExStoryLevelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_story_level_dispose;
  EX_LEVEL_CLASS (klass)->show = ex_story_level_show;
}

static void
ex_story_level_init (ExStoryLevel *self)
{
  self->work = ex_overview_work_new (begun_cb, made_cb, failed_cb, self);
}
