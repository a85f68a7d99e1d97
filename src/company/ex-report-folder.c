#include "config.h"

#include "ex-report-folder.h"

/* Each has its own fonts and its own PDF: more threads than this wait for the disk. */
#define MOST_THREADS 8
/* Documents that wait, for each thread: enough that none is idle, few enough that memory stays flat. */
#define MOST_WAITING 3

struct _ExReportFolder
{
  char        *path;
  ExPaper      paper;
  GThreadPool *pool;
  guint        most;    /* that wait or are being written */

  GMutex       mutex;   /* of what follows */
  GCond        cond;    /* fewer wait */
  guint        waiting; /* or being written */
  guint        n;       /* written */
  GError      *error;   /* the first */
};

typedef struct
{
  ExDocument *document;
  char       *path;
} Sheet;

/* After an error the others are dropped. */
static void
write_sheet (gpointer data, gpointer user_data)
{
  ExReportFolder *self = user_data;
  Sheet *sheet = data;
  GError *error = NULL;
  gboolean stopped;

  g_mutex_lock (&self->mutex);
  stopped = self->error != NULL;
  g_mutex_unlock (&self->mutex);

  if (!stopped)
    ex_document_save (sheet->document, &self->paper, sheet->path, NULL, &error);

  g_mutex_lock (&self->mutex);
  self->waiting--;
  self->n += !stopped && error == NULL;
  if (self->error == NULL)
    self->error = g_steal_pointer (&error);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);

  g_clear_error (&error);
  ex_document_unref (sheet->document);
  g_free (sheet->path);
  g_free (sheet);
}

ExReportFolder *
ex_report_folder_new (const char *path, const ExPaper *paper)
{
  ExReportFolder *self = g_new0 (ExReportFolder, 1);
  guint threads = CLAMP (g_get_num_processors (), 1, MOST_THREADS);

  self->path = g_strdup (path);
  self->paper = *paper;
  self->most = threads * MOST_WAITING;
  self->pool = g_thread_pool_new (write_sheet, self, (int) threads, FALSE, NULL);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);

  return self;
}

/* TRUE when nothing went wrong so far. */
static gboolean
succeed (ExReportFolder *self, GError **error)
{
  if (self->error != NULL && error != NULL)
    *error = g_error_copy (self->error);

  return self->error == NULL;
}

gboolean
ex_report_folder_add (ExReportFolder *self, ExDocument *document, const char *name, GError **error)
{
  Sheet *sheet = g_new0 (Sheet, 1);
  gboolean fine;

  sheet->document = document;
  sheet->path = g_build_filename (self->path, name, NULL);

  g_mutex_lock (&self->mutex);
  while (self->waiting >= self->most)
    g_cond_wait (&self->cond, &self->mutex);
  self->waiting++;
  fine = succeed (self, error);
  g_mutex_unlock (&self->mutex);

  g_thread_pool_push (self->pool, sheet, NULL);

  return fine;
}

guint
ex_report_folder_n (ExReportFolder *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->n;
  g_mutex_unlock (&self->mutex);

  return n;
}

gboolean
ex_report_folder_end (ExReportFolder *self, guint *n, GError **error)
{
  gboolean fine;

  g_thread_pool_free (self->pool, FALSE, TRUE);
  fine = succeed (self, error);
  *n = self->n;

  g_clear_error (&self->error);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self->path);
  g_free (self);

  return fine;
}
