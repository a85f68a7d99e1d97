#include "config.h"

#include "ex-session-private.h"

enum { PROP_CAN_UNDO = 1, PROP_CAN_REDO, PROP_BUSY, N_PROPS };
enum { CHANGED, WRITTEN, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExSession, ex_session, G_TYPE_OBJECT)

/* --- jobs ------------------------------------------------------------------------------------------------------------- */

static void
set_pending (ExSession *self, guint pending)
{
  gboolean was_busy = self->pending > 0;
  GApplication *application = g_application_get_default ();

  /* What was asked for is still done when the last window closes meanwhile. */
  if (application != NULL && pending > self->pending)
    g_application_hold (application);
  else if (application != NULL)
    g_application_release (application);

  self->pending = pending;
  if (was_busy != (pending > 0))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

/* Somebody waits for it, or looks at what it changes. */
static gboolean
is_awaited (const ExJob *job)
{
  return job->task != NULL || job->kind == EX_JOB_ACTOR || job->kind == EX_JOB_CYCLE;
}

static void
push (ExSession *self, ExJob *job)
{
  if (job->task != NULL)
    g_task_set_check_cancellable (job->task, FALSE);
  if (is_awaited (job))
    set_pending (self, self->pending + 1);
  ex_worker_push (self->worker, job);
}

/* A big company takes a while to free: the worker lets the last reference go. */
static void
drop_snapshot (ExSession *self, ExSnapshot *snapshot)
{
  ExJob *job = ex_job_new (EX_JOB_DROP, NULL);

  job->data = snapshot;
  job->destroy = (GDestroyNotify) ex_snapshot_unref;
  ex_worker_push (self->worker, job);
}

static gint64
action_number (const ExAction *action)
{
  return action != NULL ? action->number : 0;
}

/* The action that @job wrote: the one that Ctrl+Z would take now, if it is a new one. */
static const ExAction *
written_action (ExSession *self, const ExJob *job, gint64 undo_before)
{
  const ExAction *undo = self->snapshot->undo;

  if (job->kind != EX_JOB_WRITE || job->quiet || job->error != NULL || action_number (undo) <= undo_before)
    return NULL;
  return undo;
}

static void
install_snapshot (ExSession *self, ExJob *job)
{
  ExSnapshot *old = self->snapshot;
  gint64 undo_before = old != NULL ? action_number (old->undo) : 0;

  self->snapshot = g_steal_pointer (&job->snapshot);
  if (old == NULL)
    return;

  g_signal_emit (self, signals[CHANGED], 0);
  if ((old->undo == NULL) != (self->snapshot->undo == NULL))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
  if ((old->redo == NULL) != (self->snapshot->redo == NULL))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);
  drop_snapshot (self, old);

  if (written_action (self, job, undo_before) != NULL)
    g_signal_emit (self, signals[WRITTEN], 0, self->snapshot->undo);
}

static void
answer (ExSession *self, ExJob *job)
{
  gboolean awaited = is_awaited (job);

  if (job->snapshot != NULL)
    install_snapshot (self, job);

  if (job->task != NULL)
    {
      GTask *task = job->task;

      if (job->error != NULL)
        g_task_return_error (task, g_steal_pointer (&job->error));
      else
        g_task_return_pointer (task, g_steal_pointer (&job->result), job->free_result);
    }
  else if (job->error != NULL)
    {
      g_debug ("%s", job->error->message);
      if (job->kind == EX_JOB_ACTOR)
        ex_session_set_actor (self, EX_STORE_HR); /* that leader is gone */
    }
  if (awaited)
    set_pending (self, self->pending - 1);
  ex_job_free (job);
}

/* --- the object ------------------------------------------------------------------------------------------------------- */

static void
ex_session_finalize (GObject *object)
{
  ExSession *self = EX_SESSION (object);

  g_clear_pointer (&self->worker, ex_worker_free);
  g_clear_pointer (&self->snapshot, ex_snapshot_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->actor, g_free);

  G_OBJECT_CLASS (ex_session_parent_class)->finalize (object);
}

static void
ex_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ExSession *self = EX_SESSION (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, ex_session_get_undo (self) != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, ex_session_get_redo (self) != NULL);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, ex_session_is_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ex_session_class_init (ExSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ex_session_finalize;
  object_class->get_property = ex_session_get_property;

  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", EX_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WRITTEN] = g_signal_new ("written", EX_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ex_session_init (ExSession *self)
{
  self->worker = ex_worker_new (self, answer);
  self->actor = g_strdup (EX_STORE_HR);
}

/* --- open ------------------------------------------------------------------------------------------------------------- */

static void
open_with (ExJobKind kind, const char *path, const ExCompanyInfo *info, gboolean sample, GCancellable *cancellable,
           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (ExSession) self = g_object_new (EX_TYPE_SESSION, NULL);
  ExJob *job = ex_job_new (kind, g_task_new (self, cancellable, callback, user_data));

  self->path = g_strdup (path);
  job->name = g_strdup (path);
  job->info = info != NULL ? ex_company_info_copy (info) : NULL;
  job->sample = sample;
  push (self, job);
}

void
ex_session_open_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (path != NULL);

  open_with (EX_JOB_OPEN, path, NULL, FALSE, cancellable, callback, user_data);
}

void
ex_session_create_async (const char *path, const ExCompanyInfo *info, gboolean sample, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (path != NULL);
  g_return_if_fail (info != NULL);

  open_with (EX_JOB_CREATE, path, info, sample, cancellable, callback, user_data);
}

ExSession *
ex_session_open_finish (GAsyncResult *result, GError **error)
{
  ExSession *self;

  g_return_val_if_fail (G_IS_TASK (result), NULL);

  g_task_propagate_pointer (G_TASK (result), error);
  self = g_task_get_source_object (G_TASK (result));
  return self->snapshot != NULL ? g_object_ref (self) : NULL;
}

/* --- who looks, at which cycle ------------------------------------------------------------------------------------------ */

gboolean
ex_session_is_busy (ExSession *self)
{
  g_return_val_if_fail (EX_IS_SESSION (self), FALSE);

  return self->pending > 0;
}

const char *
ex_session_get_actor (ExSession *self)
{
  g_return_val_if_fail (EX_IS_SESSION (self), NULL);

  return self->actor;
}

void
ex_session_set_actor (ExSession *self, const char *actor)
{
  ExJob *job;

  g_return_if_fail (EX_IS_SESSION (self));
  g_return_if_fail (actor != NULL);

  if (g_str_equal (self->actor, actor))
    return;
  g_free (self->actor);
  self->actor = g_strdup (actor);
  job = ex_job_new (EX_JOB_ACTOR, NULL);
  job->name = g_strdup (actor);
  push (self, job);
}

void
ex_session_set_cycle (ExSession *self, const char *name)
{
  ExJob *job;

  g_return_if_fail (EX_IS_SESSION (self));

  job = ex_job_new (EX_JOB_CYCLE, NULL);
  job->name = g_strdup (name);
  push (self, job);
}

/* --- reads and writes ------------------------------------------------------------------------------------------------- */

static ExJob *
call_new (ExSession *self, ExJobKind kind, const char *name, ExSessionFunc func, gpointer data, GDestroyNotify destroy,
          GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  ExJob *job = ex_job_new (kind, task);

  /* The task's, so that it lives until the callback has run, whenever that is. */
  g_task_set_task_data (task, data, destroy);
  job->name = g_strdup (name);
  job->func = func;
  job->data = data;
  job->free_result = free_result;
  return job;
}

void
ex_session_read_async (ExSession *self, ExSessionFunc func, gpointer data, GDestroyNotify destroy, GDestroyNotify free_result,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (EX_IS_SESSION (self));
  g_return_if_fail (func != NULL);

  push (self, call_new (self, EX_JOB_READ, NULL, func, data, destroy, free_result, cancellable, callback, user_data));
}

void
ex_session_write_async (ExSession *self, const char *name, ExSessionFunc func, gpointer data, GDestroyNotify destroy,
                        GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (EX_IS_SESSION (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (func != NULL);

  push (self, call_new (self, EX_JOB_WRITE, name, func, data, destroy, free_result, cancellable, callback, user_data));
}

void
ex_session_write_quietly_async (ExSession *self, const char *name, ExSessionFunc func, gpointer data, GDestroyNotify destroy,
                                GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  ExJob *job;

  g_return_if_fail (EX_IS_SESSION (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (func != NULL);

  job = call_new (self, EX_JOB_WRITE, name, func, data, destroy, free_result, cancellable, callback, user_data);
  job->quiet = TRUE;
  push (self, job);
}

gpointer
ex_session_call_finish (ExSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
take_back (ExSession *self, ExJobKind kind, gint64 action, GAsyncReadyCallback callback, gpointer user_data)
{
  ExJob *job = ex_job_new (kind, g_task_new (self, NULL, callback, user_data));

  job->action = action;
  job->free_result = (GDestroyNotify) ex_action_free;
  push (self, job);
}

void
ex_session_undo_async (ExSession *self, gint64 action, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (EX_IS_SESSION (self));

  take_back (self, EX_JOB_UNDO, action, callback, user_data);
}

void
ex_session_redo_async (ExSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (EX_IS_SESSION (self));

  take_back (self, EX_JOB_REDO, 0, callback, user_data);
}

ExAction *
ex_session_undo_finish (ExSession *self, GAsyncResult *result, GError **error)
{
  return ex_session_call_finish (self, result, error);
}
