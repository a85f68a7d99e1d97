#include "config.h"

#include "ex-overview-work.h"

/* What the work is about: counted references, for a thread may outlive the work. */
typedef struct
{
  ExTarget target;
} About;

/* A batch: parts to be made from the same facts. Shared by the work, its threads and what is on its way to the main thread. */
typedef struct
{
  ExOverviewWork  *work;      /* NULL once nobody waits for it; only touched in the main thread */
  ExOverviewFacts *facts;
  ExStoryAsk      *ask;
  About           *about;
  GArray          *parts;     /* (element-type guint) */
  guint            left;      /* of them, to be delivered; only touched in the main thread */
  int              next;      /* atomic: the first that no thread has taken yet */
  int              cancelled; /* atomic */
} Batch;

/* Something made, on its way. */
typedef struct
{
  Batch   *batch;
  guint    part;
  gpointer made;
} Parcel;

struct _ExOverviewWork
{
  ExOverviewBegun  begun;
  ExOverviewMade   made;
  ExOverviewFailed failed;
  gpointer         data;

  ExSession       *session;
  ExStoryAsk      *ask;      /* (nullable) while its period is being read */
  guint            most;
  About           *about;
  GArray          *parts;
  GCancellable    *reading;
  ExOverviewFacts *facts;    /* (nullable) */
  GPtrArray       *batches;  /* those under way, borrowed */
};

/* Whoever is done takes the next: the largest chart takes as long as all others together. */
#define N_THREADS 2

static guint n_busy;

/* --- making --------------------------------------------------------------------------------------------------------------------------- */

/* Those of the whole company as it is now have been added up with it. (nullable) */
static const ExClaims *
claims_of_all (const Batch *batch)
{
  const ExOverviewFacts *facts = batch->facts;
  const GPtrArray *claims = facts->snapshot->claims;
  gboolean same = facts->past == NULL && facts->story.asset == facts->snapshot->asset && ex_scope_is_all (batch->ask->scope);

  return same && claims->len > 0 ? g_ptr_array_index (claims, 0) : NULL;
}

static ExClaimsSaid *
make_claims (const Batch *batch)
{
  const ExClaims *all = claims_of_all (batch);
  g_autoptr (ExClaims) claims = all == NULL ? ex_story_claims (&batch->facts->story, batch->ask) : NULL;

  return ex_claims_said_new (all != NULL ? all : claims, batch->ask->scope->driver, batch->ask->measure, batch->facts->story.currency);
}

/* Many marks are put in order when they are first asked for: that is here, too. */
static ExChart *
make_chart (const Batch *batch, ExStoryPart part)
{
  ExChart *chart = ex_story_make (part, &batch->facts->story, batch->ask);

  if (chart != NULL)
    g_free (ex_chart_describe (chart));
  return chart;
}

static gpointer
make_part (const Batch *batch, guint part)
{
  switch (part)
    {
    case EX_OVERVIEW_COUNTS:
      return ex_overview_counts_new (batch->facts, batch->ask->scope, &batch->about->target);
    case EX_OVERVIEW_CLAIMS:
      return make_claims (batch);
    default:
      return make_chart (batch, part);
    }
}

static void
free_made (guint part, gpointer made)
{
  if (made == NULL)
    return;
  if (part == EX_OVERVIEW_COUNTS)
    ex_overview_counts_free (made);
  else if (part == EX_OVERVIEW_CLAIMS)
    ex_claims_said_free (made);
  else
    g_object_unref (made);
}

static void
about_clear (gpointer data)
{
  ex_target_clear (&((About *) data)->target);
}

static void
about_unref (About *self)
{
  g_atomic_rc_box_release_full (self, about_clear);
}

/* --- batches ---------------------------------------------------------------------------------------------------------------------------- */

static void
batch_clear (gpointer data)
{
  Batch *self = data;

  g_clear_pointer (&self->facts, ex_overview_facts_let_go);
  g_clear_pointer (&self->ask, ex_story_ask_free);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->about, about_unref);
}

static void
batch_unref (Batch *self)
{
  g_atomic_rc_box_release_full (self, batch_clear);
}

static void
batch_end (Batch *self)
{
  if (self->work == NULL)
    return;
  g_ptr_array_remove (self->work->batches, self);
  self->work = NULL;
  n_busy--;
}

static gboolean
deliver_cb (gpointer data)
{
  Parcel *parcel = data;
  Batch *batch = parcel->batch;
  ExOverviewWork *work = batch->work;

  /* Ended first: whoever is told may ask anew. */
  if (--batch->left == 0)
    batch_end (batch);
  if (work != NULL)
    work->made (parcel->part, parcel->made, work->data);
  return G_SOURCE_REMOVE;
}

static void
parcel_free (gpointer data)
{
  Parcel *parcel = data;

  free_made (parcel->part, parcel->made);
  batch_unref (parcel->batch);
  g_free (parcel);
}

/* After what is being drawn. A turn of the main loop takes all that is ready of one priority: each has its own, so that it is a chart a turn and the window answers
 * in between. */
static void
send (Batch *batch, guint place, gpointer made)
{
  Parcel *parcel = g_new0 (Parcel, 1);

  parcel->batch = g_atomic_rc_box_acquire (batch);
  parcel->part = g_array_index (batch->parts, guint, place);
  parcel->made = made;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE + (int) place, deliver_cb, parcel, parcel_free);
}

static void
run_batch (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable G_GNUC_UNUSED)
{
  Batch *batch = data;
  guint i;

  while (!g_atomic_int_get (&batch->cancelled) && (i = (guint) g_atomic_int_add (&batch->next, 1)) < batch->parts->len)
    send (batch, i, make_part (batch, g_array_index (batch->parts, guint, i)));
  g_task_return_boolean (task, TRUE);
}

static void
start (ExOverviewWork *self, const ExStoryAsk *ask, const GArray *parts)
{
  Batch *batch = g_atomic_rc_box_new0 (Batch);

  batch->work = self;
  batch->facts = ex_overview_facts_ref (self->facts);
  batch->ask = ex_story_ask_copy (ask);
  batch->parts = g_array_copy ((GArray *) parts);
  batch->left = parts->len;
  batch->about = g_atomic_rc_box_acquire (self->about);
  g_ptr_array_add (self->batches, batch);
  n_busy++;
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      g_task_set_task_data (task, g_atomic_rc_box_acquire (batch), (GDestroyNotify) batch_unref);
      g_task_run_in_thread (task, run_batch);
    }
  batch_unref (batch);
}

static void
cancel (ExOverviewWork *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->ask != NULL)
    n_busy--;
  g_clear_pointer (&self->ask, ex_story_ask_free);
  while (self->batches->len > 0)
    {
      Batch *batch = g_ptr_array_index (self->batches, 0);

      g_atomic_int_set (&batch->cancelled, TRUE);
      batch_end (batch);
    }
}

/* --- asking ------------------------------------------------------------------------------------------------------------------------------ */

/* Takes @facts. */
static void
begin (ExOverviewWork *self, ExOverviewFacts *facts, const GArray *parts)
{
  gboolean any = parts->len > 0;

  g_clear_pointer (&self->facts, ex_overview_facts_let_go);
  self->facts = facts;
  self->begun (facts, self->data);
  /* Who only wanted the facts may have found that there is nothing, and be gone with all of this. */
  if (any)
    start (self, facts->ask, parts);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ExSession *session = EX_SESSION (source);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  ExOverviewWork *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStoryAsk) ask = NULL;
  gboolean read = ex_overview_facts_read_finish (session, result, &error);
  ExOverviewFacts *facts;

  /* Another was asked for meanwhile, or nobody waits any more: @self may be gone. */
  if (g_cancellable_is_cancelled (cancellable))
    return;
  g_clear_object (&self->reading);
  ask = g_steal_pointer (&self->ask);
  n_busy--;
  facts = read ? ex_overview_facts_find (session, ask, self->most) : NULL;
  if (facts != NULL)
    begin (self, facts, self->parts);
  else if (error != NULL)
    self->failed (error, self->data);
}

void
ex_overview_work_ask (ExOverviewWork *self, ExSession *session, const ExStoryAsk *ask, guint most, const guint *parts, guint n_parts)
{
  ExOverviewFacts *facts;

  g_return_if_fail (self != NULL);

  cancel (self);
  g_set_object (&self->session, session);
  self->most = most;
  g_array_set_size (self->parts, 0);
  g_array_append_vals (self->parts, parts, n_parts);
  facts = ex_overview_facts_find (session, ask, most);
  if (facts != NULL)
    {
      begin (self, facts, self->parts);
      return;
    }
  self->ask = ex_story_ask_copy (ask);
  n_busy++;
  self->reading = g_cancellable_new ();
  ex_overview_facts_read_async (session, ask, self->reading, read_cb, self);
}

void
ex_overview_work_again (ExOverviewWork *self, const ExStoryAsk *ask, const guint *parts, guint n_parts)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_if_fail (self != NULL);

  if (self->facts == NULL || self->ask != NULL || n_parts == 0)
    return;
  g_array_append_vals (wanted, parts, n_parts);
  start (self, ask, wanted);
}

ExOverviewFacts *
ex_overview_work_get_facts (ExOverviewWork *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->facts;
}

gboolean
ex_overview_work_is_busy (ExOverviewWork *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->ask != NULL || self->batches->len > 0;
}

gboolean
ex_overview_work_all_idle (void)
{
  return n_busy == 0;
}

ExOverviewWork *
ex_overview_work_new (ExOverviewBegun begun, ExOverviewMade made, ExOverviewFailed failed, gpointer data)
{
  ExOverviewWork *self = g_new0 (ExOverviewWork, 1);

  self->begun = begun;
  self->made = made;
  self->failed = failed;
  self->data = data;
  self->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->batches = g_ptr_array_new ();
  self->about = g_atomic_rc_box_new0 (About);
  return self;
}

void
ex_overview_work_set_about (ExOverviewWork *self, const ExTarget *about)
{
  g_return_if_fail (self != NULL && about != NULL);

  about_unref (self->about);
  self->about = g_atomic_rc_box_new0 (About);
  self->about->target = *about;
  self->about->target.id = g_strdup (about->id);
  self->about->target.extra = g_strdup (about->extra);
}

void
ex_overview_work_free (ExOverviewWork *self)
{
  if (self == NULL)
    return;
  cancel (self);
  g_clear_pointer (&self->facts, ex_overview_facts_let_go);
  g_clear_object (&self->session);
  about_unref (self->about);
  g_array_unref (self->parts);
  g_ptr_array_unref (self->batches);
  g_free (self);
}
