/* The thread that owns a company's store, and the jobs that go to it and come back. Private to ex-session.c. */
#pragma once

#include "ex-session.h"
#include "ex-snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  EX_JOB_OPEN,    /* @name: the path */
  EX_JOB_CREATE,  /* @name: the path; @info, @sample */
  EX_JOB_READ,    /* @func, @data */
  EX_JOB_WRITE,   /* @func, @data, @name: of the action */
  EX_JOB_UNDO,    /* @action */
  EX_JOB_REDO,
  EX_JOB_ACTOR,   /* @name: who acts from here on */
  EX_JOB_CYCLE,   /* @name: of the cycle to read from here on */
  EX_JOB_DROP,    /* frees @data by @destroy, away from the main loop */
  EX_JOB_REFRESH, /* sent by the worker itself when another program wrote */
  EX_JOB_QUIT,
} ExJobKind;

/* Goes to the worker, comes back to the main thread with its last three fields filled. */
typedef struct
{
  ExJobKind       kind;
  GTask          *task;        /* (nullable) of whoever asked; only touched in the main thread */
  GCancellable   *cancellable;
  char           *name;
  ExCompanyInfo  *info;
  gboolean        sample;
  gboolean        quiet;       /* of a write: nobody is told that it went through */
  gint64          action;
  ExSessionFunc   func;
  gpointer        data;
  GDestroyNotify  destroy;     /* of data */
  GDestroyNotify  free_result;

  gpointer        result;
  GError         *error;
  ExSnapshot     *snapshot;    /* (nullable) what stands now, when it may differ */
} ExJob;

ExJob *ex_job_new  (ExJobKind kind, GTask *task);  /* takes @task */
void   ex_job_free (ExJob *self);

/* Called in the main thread, in the order of the jobs; takes @job. */
typedef void (* ExWorkerAnswer) (ExSession *session, ExJob *job);

typedef struct _ExWorker ExWorker;

/* Answers go to the calling thread's main context, while @session lives. */
ExWorker *ex_worker_new  (ExSession *session, ExWorkerAnswer answer);
void      ex_worker_push (ExWorker *self, ExJob *job); /* takes @job */
/* Waits for the jobs that were pushed, closes the store, frees. */
void      ex_worker_free (ExWorker *self);

G_END_DECLS
