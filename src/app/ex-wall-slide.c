#include "config.h"

#include "ex-wall-slide.h"

#include "company/ex-amount.h"
#include "company/ex-asset-chart.h"
#include "company/ex-asset-words.h"
#include "company/ex-movement-chart.h"
#include "company/ex-objective-chart.h"
#include "core/ex-format.h"
#include "ex-overview-counts.h"
#include "ex-story-words.h"

#include <glib/gi18n.h>

ExWallSlide *
ex_wall_slide_new (const char *sentence, ExChart *chart)
{
  ExWallSlide *self = g_new0 (ExWallSlide, 1);

  self->sentence = g_strdup (sentence != NULL ? sentence : "");
  g_set_object (&self->chart, chart);
  if (chart != NULL)
    {
      g_autofree char *subtitle = g_strdup (ex_chart_get_subtitle (chart));

      ex_chart_set_title (chart, NULL, subtitle);
    }
  return self;
}

void
ex_wall_slide_free (ExWallSlide *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->chart);
  g_free (self->sentence);
  g_free (self->note);
  g_free (self);
}

/* Its title is said above it. Takes @chart (nullable). */
static ExWallSlide *
slide_of_chart (ExChart *chart)
{
  g_autoptr (ExChart) taken = chart;
  g_autofree char *title = chart != NULL ? g_strdup (ex_chart_get_title (chart)) : NULL;

  return chart != NULL ? ex_wall_slide_new (title, chart) : NULL;
}

/* --- what a mark is about, made in the worker ----------------------------------------------------------------------------------------------- */

typedef struct
{
  ExTarget         about;
  ExStoryAsk      *ask;
  ExOverviewFacts *facts;  /* (nullable) */
  guint            most;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  ex_target_clear (&request->about);
  ex_story_ask_free (request->ask);
  g_clear_pointer (&request->facts, ex_overview_facts_let_go);
  g_free (request);
}

static ExWallSlide *
make_leader (ExStore *store, const Request *request, GError **error)
{
  const ExOverviewFacts *facts = request->facts;
  int leader = ex_company_find_leader (facts->company, request->about.id);
  ExDay until = request->ask->period.grain != 0 ? ex_period_last_day (request->ask->period) : EX_DAY_NONE;
  g_autoptr (GHashTable) points = NULL;

  if (leader < 0 || facts->story.reviews == NULL)
    return NULL;
  points = ex_store_read_leader_points (store, facts->company, (guint) leader, until, error);
  return points != NULL ? slide_of_chart (ex_leader_multiples_new (facts->story.reviews, (guint) leader, points)) : NULL;
}

static GArray *
points_of (const GPtrArray *check_ins)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (ExPoint));

  for (guint i = 0; i < check_ins->len; i++)
    {
      const ExCheckIn *check_in = g_ptr_array_index (check_ins, i);
      const ExPoint point = { check_in->day, check_in->value };

      g_array_append_val (points, point);
    }
  return points;
}

static ExWallSlide *
make_objective (ExStore *store, const Request *request, GError **error)
{
  const ExCompany *company = request->facts->company;
  int index = ex_company_find_objective (company, request->about.id);
  const ExObjective *objective = index >= 0 ? ex_company_get_objective (company, (guint) index) : NULL;
  const ExCycle *cycle = ex_company_get_cycle (company);
  g_autoptr (GPtrArray) check_ins = objective != NULL ? ex_store_list_check_ins (store, objective->id, error) : NULL;
  g_autoptr (GArray) points = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (ExChart) chart = NULL;
  ExReading reading;
  ExForecast forecast;

  if (check_ins == NULL)
    return NULL;
  points = points_of (check_ins);
  reading = ex_objective_read (objective, cycle, (const ExPoint *) points->data, points->len, ex_company_get_today (company), NULL);
  forecast = ex_forecast (objective, cycle, (const ExPoint *) points->data, points->len, NULL);
  chart = ex_objective_chart_new (objective, cycle, (const ExPoint *) points->data, points->len, &reading, &forecast);
  /* Translators: the title of an objective, then what its line shows */
  sentence = g_strdup_printf (_("%s. %s"), objective->title, ex_chart_get_title (chart) != NULL ? ex_chart_get_title (chart) : "");
  return ex_wall_slide_new (sentence, chart);
}

static const ExCheckIn *
find_check_in (const GPtrArray *check_ins, ExDay day)
{
  for (guint i = 0; i < check_ins->len; i++)
    if (((const ExCheckIn *) g_ptr_array_index (check_ins, i))->day == day)
      return g_ptr_array_index (check_ins, i);
  return NULL;
}

/* Words only: what was measured, and what was said of it. */
static ExWallSlide *
make_check_in (ExStore *store, const Request *request, GError **error)
{
  const ExCompany *company = request->facts->company;
  int index = ex_company_find_objective (company, request->about.id);
  const ExObjective *objective = index >= 0 ? ex_company_get_objective (company, (guint) index) : NULL;
  g_autoptr (GPtrArray) check_ins = objective != NULL ? ex_store_list_check_ins (store, objective->id, error) : NULL;
  const ExCheckIn *check_in = check_ins != NULL ? find_check_in (check_ins, ex_day_parse (request->about.extra != NULL ? request->about.extra : "")) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *value = NULL;
  g_autofree char *sentence = NULL;
  ExWallSlide *slide;

  if (check_in == NULL)
    return NULL;
  day = ex_format_day (check_in->day);
  value = objective->kind != EX_KIND_MILESTONE ? ex_format_value (check_in->value, objective->decimals, objective->unit)
                                               : g_strdup (check_in->value >= 0.5 ? _("Done") : _("Not done"));
  /* Translators: the title of an objective, a day, and what was measured on it */
  sentence = g_strdup_printf (_("%s, %s: %s"), objective->title, day, value);
  slide = ex_wall_slide_new (sentence, NULL);
  slide->note = g_strdup (check_in->note != NULL ? check_in->note : _("Nothing was written about it."));
  return slide;
}

static ExWallSlide *
make_movement (const Request *request)
{
  const ExStoryFacts *story = &request->facts->story;
  const ExCount *count = story->movement != NULL ? ex_movement_find (story->movement, request->about.id) : NULL;
  g_autoptr (ExChart) chart = count != NULL ? ex_movement_chart_periods (story->asset, story->spans, request->about.id, request->ask->measure, story->currency) : NULL;
  g_autofree char *both = count != NULL ? ex_amount_both (count, story->currency) : NULL;
  g_autofree char *sentence = g_strdup_printf (_("%s: %s."), ex_movement_label (request->about.id), both);

  return chart != NULL ? ex_wall_slide_new (sentence, chart) : NULL;
}

/* A segment's own waterfall. */
static ExWallSlide *
make_segment (const Request *request)
{
  const ExOverviewFacts *facts = request->facts;
  const ExStoryFacts *story = &facts->story;

  for (guint i = 0; facts->segments != NULL && i < facts->segments->len; i++)
    {
      const ExSegmentMovement *segment = &g_array_index (facts->segments, ExSegmentMovement, i);
      const char *name = segment->segment >= 0 ? ex_asset_segment_name (story->asset, segment->segment) : "";

      if (g_strcmp0 (name, request->about.id) == 0)
        {
          g_autofree char *words = ex_asset_words_customers (&segment->movement);
          g_autofree char *sentence = g_strdup_printf ("%s: %s", ex_asset_segment_name (story->asset, segment->segment), words);
          g_autoptr (ExChart) chart = ex_asset_chart_new (&segment->movement, request->ask->measure, story->currency, facts->span);

          for (guint mark = 0; mark < ex_chart_n_marks (chart); mark++)
            ex_chart_set_mark_key (chart, mark, NULL);
          return ex_wall_slide_new (sentence, chart);
        }
    }
  return NULL;
}

/* When customers left: the reasons themselves are not kept by period. */
static ExWallSlide *
make_reason (const Request *request)
{
  const ExStoryFacts *story = &request->facts->story;

  if (story->movement == NULL)
    return NULL;
  return slide_of_chart (ex_movement_chart_segments (story->asset, request->facts->segments, "lost", request->ask->measure, story->currency, request->facts->span));
}

static ExWallSlide *
make_scope (const Request *request)
{
  g_autoptr (ExChart) chart = ex_story_make (EX_STORY_HEATMAP, &request->facts->story, request->ask);
  g_autofree char *name = ex_story_words_target (&request->about, request->facts->company);
  ExOverviewCounts *counts;
  ExWallSlide *slide;

  if (chart == NULL)
    return NULL;
  counts = ex_overview_counts_new (request->facts, request->ask->scope, &request->about);
  slide = ex_wall_slide_new (counts->words != NULL ? counts->words : name, chart);
  ex_overview_counts_free (counts);
  return slide;
}

static gpointer
make (ExStore *store, gpointer data, GCancellable *cancellable G_GNUC_UNUSED, GError **error)
{
  const Request *request = data;

  switch (request->about.kind)
    {
    case EX_TARGET_LEADER:
      return make_leader (store, request, error);
    case EX_TARGET_OBJECTIVE:
      return make_objective (store, request, error);
    case EX_TARGET_CHECK_IN:
      return make_check_in (store, request, error);
    case EX_TARGET_MOVEMENT:
      return make_movement (request);
    case EX_TARGET_SEGMENT:
      return make_segment (request);
    case EX_TARGET_REASON:
      return make_reason (request);
    case EX_TARGET_PERIOD:
      return slide_of_chart (ex_story_make (EX_STORY_WATERFALL, &request->facts->story, request->ask));
    case EX_TARGET_CELL:
    case EX_TARGET_UNIT:
    case EX_TARGET_LEVEL:
    case EX_TARGET_DRIVER:
    case EX_TARGET_STAGE:
      return make_scope (request);
    case EX_TARGET_NOWHERE:
    case EX_TARGET_REWARDS:
    default:
      return NULL;
    }
}

/* --- asking ---------------------------------------------------------------------------------------------------------------------------------- */

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  ExWallSlide *slide = ex_session_call_finish (EX_SESSION (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, slide, (GDestroyNotify) ex_wall_slide_free);
}

/* Takes @task. */
static void
start (ExSession *session, GTask *task)
{
  const Request *asked = g_task_get_task_data (task);
  Request *request = g_new0 (Request, 1);

  request->about = asked->about;
  request->about.id = g_strdup (asked->about.id);
  request->about.extra = g_strdup (asked->about.extra);
  request->ask = ex_story_ask_copy (asked->ask);
  request->most = asked->most;
  request->facts = ex_overview_facts_find (session, asked->ask, asked->most);
  if (request->facts == NULL)
    {
      request_free (request);
      g_task_return_pointer (task, NULL, NULL);
      g_object_unref (task);
      return;
    }
  ex_session_read_async (session, make, request, request_free, (GDestroyNotify) ex_wall_slide_free, g_task_get_cancellable (task), made_cb, task);
}

static void
past_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  GError *error = NULL;

  if (ex_overview_facts_read_finish (EX_SESSION (source), result, &error))
    {
      start (EX_SESSION (source), task);
      return;
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, NULL, NULL);
  g_object_unref (task);
}

static gboolean
is_there (ExSession *session, const Request *request)
{
  g_autoptr (ExOverviewFacts) facts = ex_overview_facts_find (session, request->ask, request->most);

  return facts != NULL;
}

void
ex_wall_slide_make_async (ExSession *session, const ExTarget *about, const ExStoryAsk *ask, guint most, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->about = *about;
  request->about.id = g_strdup (about->id);
  request->about.extra = g_strdup (about->extra);
  request->ask = ex_story_ask_copy (ask);
  request->most = most;
  ex_story_ask_narrow (request->ask, about);
  g_task_set_task_data (task, request, request_free);
  if (is_there (session, request))
    start (session, task);
  else
    ex_overview_facts_read_async (session, request->ask, cancellable, past_read_cb, task);
}

ExWallSlide *
ex_wall_slide_make_finish (GAsyncResult *result, ExStoryAsk **ask, GError **error)
{
  const Request *request = g_task_get_task_data (G_TASK (result));

  *ask = ex_story_ask_copy (request->ask);
  return g_task_propagate_pointer (G_TASK (result), error);
}
