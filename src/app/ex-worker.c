#include "config.h"

#include "ex-worker.h"

#include "company/ex-sample.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* How soon another program's change is noticed. */
#define TICK_SECONDS 2

typedef struct
{
  GMainContext  *context;
  GAsyncQueue   *queue;
  GWeakRef       session;
  ExWorkerAnswer answer;

  /* Of the worker's thread alone. */
  ExStore       *store;
  ExSnapshot    *snapshot;
  char          *cycle;
} Shared;

struct _ExWorker
{
  GThread *thread;
  Shared  *shared; /* counted: answers under way outlive the worker */
};

ExJob *
ex_job_new (ExJobKind kind, GTask *task)
{
  ExJob *self = g_new0 (ExJob, 1);

  self->kind = kind;
  self->task = task;
  if (task != NULL)
    g_set_object (&self->cancellable, g_task_get_cancellable (task));
  return self;
}

void
ex_job_free (ExJob *self)
{
  if (self->result != NULL && self->free_result != NULL)
    self->free_result (self->result);
  if (self->data != NULL && self->destroy != NULL)
    self->destroy (self->data);
  g_clear_object (&self->task);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->info, ex_company_info_free);
  g_clear_pointer (&self->snapshot, ex_snapshot_unref);
  g_clear_error (&self->error);
  g_free (self->name);
  g_free (self);
}

static void
shared_clear (gpointer data)
{
  Shared *shared = data;

  g_assert (shared->store == NULL);
  g_weak_ref_clear (&shared->session);
  g_async_queue_unref (shared->queue);
  g_main_context_unref (shared->context);
}

static void
shared_unref (gpointer shared)
{
  g_atomic_rc_box_release_full (shared, shared_clear);
}

/* --- in the main thread ----------------------------------------------------------------------------------------------- */

typedef struct
{
  Shared *shared;
  ExJob  *job;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->job, ex_job_free);
  shared_unref (answer->shared);
  g_free (answer);
}

static gboolean
answer_cb (gpointer data)
{
  Answer *answer = data;
  g_autoptr (ExSession) session = g_weak_ref_get (&answer->shared->session);

  if (session != NULL)
    answer->shared->answer (session, g_steal_pointer (&answer->job));
  return G_SOURCE_REMOVE;
}

/* --- in the worker's thread ------------------------------------------------------------------------------------------- */

/* Not g_main_context_invoke(), which would call at once, in this thread, while nobody runs the main loop. */
static void
send_answer (Shared *shared, ExJob *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Answer *answer = g_new0 (Answer, 1);

  answer->shared = g_atomic_rc_box_acquire (shared);
  answer->job = job;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, answer_cb, answer, answer_free);
  g_source_attach (source, shared->context);
}

static gboolean
take_snapshot (Shared *shared, ExJob *job, GError **error)
{
  ExSnapshot *now = ex_snapshot_read (shared->store, shared->cycle, shared->snapshot, error);

  if (now == NULL)
    return FALSE;
  g_free (shared->cycle);
  shared->cycle = g_strdup (now->cycle);
  g_clear_pointer (&shared->snapshot, ex_snapshot_unref);
  shared->snapshot = ex_snapshot_ref (now);
  job->snapshot = now;
  return TRUE;
}

static void
remove_unfinished (const char *path)
{
  static const char * const ends[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (path, ends[i], NULL);
      g_unlink (name);
    }
}

static gboolean
create_store (Shared *shared, ExJob *job)
{
  shared->store = ex_store_create (job->name, job->info, &job->error);
  if (shared->store == NULL)
    return FALSE;
  if (!job->sample || ex_sample_fill (shared->store, &job->error))
    return TRUE;

  /* Half a sample helps nobody, and would stand in the way of the next try. */
  g_clear_pointer (&shared->store, ex_store_close);
  remove_unfinished (job->name);
  return FALSE;
}

static void
run_open (Shared *shared, ExJob *job)
{
  g_assert (shared->store == NULL);

  if (job->kind == EX_JOB_CREATE)
    create_store (shared, job);
  else
    shared->store = ex_store_open (job->name, &job->error);
  if (shared->store != NULL && !take_snapshot (shared, job, &job->error))
    g_clear_pointer (&shared->store, ex_store_close);
}

static void
run_read (Shared *shared, ExJob *job)
{
  job->result = job->func (shared->store, job->data, job->cancellable, &job->error);
}

static void
run_write (Shared *shared, ExJob *job)
{
  if (!ex_store_begin (shared->store, job->name, &job->error))
    return;

  job->result = job->func (shared->store, job->data, job->cancellable, &job->error);
  if (job->result == NULL || job->error != NULL)
    ex_store_rollback (shared->store);
  else if (!ex_store_commit (shared->store, &job->error))
    ex_store_rollback (shared->store);
  if (job->error == NULL && job->result == NULL)
    g_set_error_literal (&job->error, EX_STORE_ERROR, EX_STORE_ERROR_FAILED, _("Nothing was changed."));
}

/* What was written stays written, even when what stands now cannot be read: that is said by the next refresh. */
static void
refresh_after (Shared *shared, ExJob *job)
{
  g_autoptr (GError) error = NULL;

  if (!take_snapshot (shared, job, &error))
    {
      if (job->error == NULL && job->kind != EX_JOB_REFRESH)
        g_debug ("Reading the company anew: %s", error->message);
      else if (job->error == NULL)
        job->error = g_steal_pointer (&error);
    }
}

static gboolean
is_cancelled (ExJob *job)
{
  return job->kind != EX_JOB_DROP && g_cancellable_set_error_if_cancelled (job->cancellable, &job->error);
}

static void
run_job (Shared *shared, ExJob *job)
{
  if (is_cancelled (job))
    return;

  switch (job->kind)
    {
    case EX_JOB_OPEN:
    case EX_JOB_CREATE:
      run_open (shared, job);
      return;
    case EX_JOB_READ:
      run_read (shared, job);
      return;
    case EX_JOB_WRITE:
      run_write (shared, job);
      break;
    case EX_JOB_UNDO:
      job->result = ex_store_undo (shared->store, job->action, &job->error);
      break;
    case EX_JOB_REDO:
      job->result = ex_store_redo (shared->store, &job->error);
      break;
    case EX_JOB_ACTOR:
      ex_store_set_actor (shared->store, job->name, &job->error);
      break;
    case EX_JOB_CYCLE:
      g_free (shared->cycle);
      shared->cycle = g_strdup (job->name);
      break;
    case EX_JOB_REFRESH:
      break;
    case EX_JOB_DROP:
    case EX_JOB_QUIT:
    default:
      g_assert_not_reached ();
    }
  refresh_after (shared, job);
}

static void
look_for_changes (Shared *shared)
{
  gboolean changed;

  if (shared->store == NULL)
    return;
  changed = ex_store_get_version (shared->store) != shared->snapshot->version
            || ex_company_get_today (shared->snapshot->company) != ex_day_today ();
  if (changed)
    {
      ExJob *job = ex_job_new (EX_JOB_REFRESH, NULL);

      run_job (shared, job);
      send_answer (shared, job);
    }
}

static gpointer
worker_main (gpointer data)
{
  Shared *shared = data;

  for (;;)
    {
      ExJob *job = g_async_queue_timeout_pop (shared->queue, TICK_SECONDS * G_USEC_PER_SEC);

      if (job == NULL)
        look_for_changes (shared);
      else if (job->kind == EX_JOB_QUIT)
        {
          ex_job_free (job);
          break;
        }
      else if (job->kind == EX_JOB_DROP)
        ex_job_free (job);
      else
        {
          run_job (shared, job);
          send_answer (shared, job);
        }
    }

  g_clear_pointer (&shared->snapshot, ex_snapshot_unref);
  g_clear_pointer (&shared->store, ex_store_close);
  g_clear_pointer (&shared->cycle, g_free);
  shared_unref (shared);
  return NULL;
}

/* --- doors ------------------------------------------------------------------------------------------------------------ */

ExWorker *
ex_worker_new (ExSession *session, ExWorkerAnswer answer)
{
  ExWorker *self = g_new0 (ExWorker, 1);

  self->shared = g_atomic_rc_box_new0 (Shared);
  self->shared->context = g_main_context_ref_thread_default ();
  self->shared->queue = g_async_queue_new_full ((GDestroyNotify) ex_job_free);
  self->shared->answer = answer;
  g_weak_ref_init (&self->shared->session, session);
  self->thread = g_thread_new ("exemplar-store", worker_main, g_atomic_rc_box_acquire (self->shared));
  return self;
}

void
ex_worker_push (ExWorker *self, ExJob *job)
{
  g_async_queue_push (self->shared->queue, job);
}

void
ex_worker_free (ExWorker *self)
{
  ex_worker_push (self, ex_job_new (EX_JOB_QUIT, NULL));
  g_thread_join (self->thread);
  shared_unref (self->shared);
  g_free (self);
}
