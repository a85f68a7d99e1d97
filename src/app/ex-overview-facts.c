#include "config.h"

#include "ex-overview-facts.h"

#include "company/ex-asset-words.h"
#include "ex-asset-look.h"
#include "ex-review-words.h"
#include "store/ex-store-asset.h"
#include "store/ex-store-reviews.h"

/* How things stood at the end of a period, as far as they have a past. */
struct _ExOverviewPast
{
  guint64    base;    /* serial of the snapshot that it was read beside */
  ExPeriod   period;
  ExCompany *company; /* (nullable) */
  ExReviews *reviews; /* (nullable) */
  ExSpan    *span;    /* (nullable) of the customers */
};

#define PASTS_KEPT 8

/* --- a past ------------------------------------------------------------------------------------------------------------------------------ */

static void
past_clear (gpointer data)
{
  ExOverviewPast *self = data;

  g_clear_pointer (&self->reviews, ex_reviews_unref);
  g_clear_pointer (&self->company, ex_company_unref);
  g_clear_pointer (&self->span, ex_span_free);
}

static void
past_unref (ExOverviewPast *self)
{
  g_atomic_rc_box_release_full (self, past_clear);
}

/* Those that were read, the latest last. */
static GPtrArray *
pasts_of (ExSession *session)
{
  GPtrArray *pasts = g_object_get_data (G_OBJECT (session), "ex-overview-pasts");

  if (pasts == NULL)
    {
      pasts = g_ptr_array_new_with_free_func ((GDestroyNotify) past_unref);
      g_object_set_data_full (G_OBJECT (session), "ex-overview-pasts", pasts, (GDestroyNotify) g_ptr_array_unref);
    }
  return pasts;
}

static ExOverviewPast *
find_past (ExSession *session, const ExSnapshot *snapshot, ExPeriod period)
{
  GPtrArray *pasts = pasts_of (session);

  for (guint i = 0; i < pasts->len; i++)
    {
      ExOverviewPast *past = g_ptr_array_index (pasts, i);

      if (past->base == snapshot->serial && past->period.grain == period.grain && past->period.index == period.index)
        return past;
    }
  return NULL;
}

/* Takes @past. */
static void
keep_past (ExSession *session, ExOverviewPast *past)
{
  GPtrArray *pasts = pasts_of (session);

  while (pasts->len > 0 && (pasts->len >= PASTS_KEPT || ((ExOverviewPast *) g_ptr_array_index (pasts, 0))->base != past->base))
    g_ptr_array_remove_index (pasts, 0);
  g_ptr_array_add (pasts, past);
}

typedef struct
{
  ExSnapshot *snapshot;
  ExPeriod    period;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  ex_snapshot_unref (request->snapshot);
  g_free (request);
}

static gboolean
read_span (ExOverviewPast *past, ExStore *store, const ExAsset *asset, GCancellable *cancellable, GError **error)
{
  int first, last;

  if (asset == NULL || !ex_asset_look_range (asset, past->period, &first, &last))
    return TRUE;
  past->span = ex_store_read_span (store, first, last, EX_EVERY_SEGMENT, cancellable, error);
  return past->span != NULL;
}

static gboolean
read_company (ExOverviewPast *past, ExStore *store, const ExSnapshot *snapshot, GError **error)
{
  const ExCycle *cycle = ex_company_get_cycle (snapshot->company);

  if (cycle == NULL)
    return TRUE;
  past->company = ex_store_read_company_as_of (store, cycle->name, ex_period_last_day (past->period), error);
  if (past->company != NULL)
    past->reviews = ex_store_read_reviews (store, past->company, error);
  return past->reviews != NULL;
}

static gpointer
read_past (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  ExOverviewPast *past = g_atomic_rc_box_new0 (ExOverviewPast);

  past->base = request->snapshot->serial;
  past->period = request->period;
  if (read_span (past, store, request->snapshot->asset, cancellable, error) && read_company (past, store, request->snapshot, error))
    return past;
  past_unref (past);
  return NULL;
}

void
ex_overview_facts_read_async (ExSession *session, const ExStoryAsk *ask, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->snapshot = ex_session_ref_snapshot (session);
  request->period = ask->period;
  ex_session_read_async (session, read_past, request, request_free, (GDestroyNotify) past_unref, cancellable, callback, user_data);
}

gboolean
ex_overview_facts_read_finish (ExSession *session, GAsyncResult *result, GError **error)
{
  ExOverviewPast *past = ex_session_call_finish (session, result, error);

  if (past != NULL)
    keep_past (session, past);
  return past != NULL;
}

/* --- facts ------------------------------------------------------------------------------------------------------------------------------- */

static void
take_spans (ExOverviewFacts *self, const ExAsset *asset)
{
  self->spans = g_ptr_array_new ();
  for (guint i = 0; i < asset->spans->len; i++)
    {
      ExSpan *span = g_ptr_array_index (asset->spans, i);

      if (span->period.index >= self->first.index && span->period.index <= self->last.index)
        g_ptr_array_add (self->spans, span);
    }
  self->story.spans = self->spans;
}

static void
take_cycle_asset (ExOverviewFacts *self, const ExCycleAsset *cycle)
{
  self->first = cycle->first;
  self->last = cycle->last;
  self->story.movement = &cycle->movement;
  self->story.reasons = cycle->reasons;
  self->story.so_far = cycle->so_far;
  self->segments = cycle->segments;
  self->span = ex_asset_words_span (cycle->first, cycle->last);
}

static void
take_past_asset (ExOverviewFacts *self, const ExAsset *asset, const ExSpan *span, ExPeriod period)
{
  int first = 0, last = 0;

  ex_asset_look_range (asset, period, &first, &last);
  self->first = (ExPeriod) { asset->grain, first };
  self->last = (ExPeriod) { asset->grain, last };
  self->story.movement = &span->movement;
  self->story.reasons = span->reasons;
  self->story.so_far = span->provisional;
  self->segments = span->segments;
  self->span = ex_period_to_label (period, TRUE);
}

static void
take_asset (ExOverviewFacts *self, const ExAsset *asset, ExPeriod period)
{
  if (asset == NULL || asset->spans == NULL || asset->spans->len == 0)
    return;
  self->story.asset = asset;
  if (self->past != NULL && self->past->span != NULL)
    take_past_asset (self, asset, self->past->span, period);
  else if (self->past == NULL && asset->cycle != NULL)
    take_cycle_asset (self, asset->cycle);
  else
    return;
  take_spans (self, asset);
  self->story.span = self->span;
}

ExOverviewFacts *
ex_overview_facts_find (ExSession *session, const ExStoryAsk *ask, guint most)
{
  g_autoptr (ExSnapshot) snapshot = ex_session_ref_snapshot (session);
  ExOverviewPast *past = ask->period.grain != 0 ? find_past (session, snapshot, ask->period) : NULL;
  ExOverviewFacts *self;

  if (ask->period.grain != 0 && past == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (ExOverviewFacts);
  self->ask = ex_story_ask_copy (ask);
  self->past = past != NULL ? g_atomic_rc_box_acquire (past) : NULL;
  self->company = ex_company_ref (past != NULL && past->company != NULL ? past->company : snapshot->company);
  self->story.reviews = past != NULL ? past->reviews : snapshot->reviews;
  self->story.now = snapshot->reviews;
  self->story.terms = snapshot->terms->len > 0 ? g_ptr_array_index (snapshot->terms, 0) : NULL;
  self->story.currency = ex_company_get_info (snapshot->company)->currency;
  self->story.viewer = ex_review_viewer (session);
  self->story.most = most;
  take_asset (self, snapshot->asset, ask->period);
  self->snapshot = g_steal_pointer (&snapshot);
  return self;
}

ExOverviewFacts *
ex_overview_facts_ref (ExOverviewFacts *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
facts_clear (gpointer data)
{
  ExOverviewFacts *self = data;

  g_clear_pointer (&self->spans, g_ptr_array_unref);
  g_clear_pointer (&self->company, ex_company_unref);
  g_clear_pointer (&self->past, past_unref);
  g_clear_pointer (&self->snapshot, ex_snapshot_unref);
  g_clear_pointer (&self->ask, ex_story_ask_free);
  g_free (self->span);
}

void
ex_overview_facts_unref (ExOverviewFacts *self)
{
  g_atomic_rc_box_release_full (self, facts_clear);
}

static void
let_go_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED, GCancellable *cancellable G_GNUC_UNUSED)
{
  ex_overview_facts_unref (g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

void
ex_overview_facts_let_go (ExOverviewFacts *self)
{
  g_autoptr (GTask) task = NULL;

  if (self == NULL)
    return;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, let_go_in_thread);
}
