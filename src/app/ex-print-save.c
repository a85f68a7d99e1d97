#include "config.h"

#include "ex-print-save.h"

typedef struct
{
  ExPages         *pages;
  ExPdf           *pdf;      /* NULL: closed */
  guint            page;     /* the next */
  ExPrintProgress  progress;
  gpointer         data;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  ex_pdf_abandon (save->pdf);
  ex_pages_free (save->pages);
  g_free (save);
}

static void
close_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (ex_pdf_close (g_steal_pointer (&save->pdf), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
draw_cb (gpointer data)
{
  GTask *task = data;
  Save *save = g_task_get_task_data (task);
  GError *error = NULL;
  guint n = ex_pages_n (save->pages);

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  if (!ex_pdf_add_page (save->pdf, save->pages, save->page, NULL, &error))
    {
      g_task_return_error (task, error);
      return G_SOURCE_REMOVE;
    }
  save->page++;
  if (save->progress != NULL)
    save->progress ((double) save->page / n, save->data);
  if (save->page < n)
    return G_SOURCE_CONTINUE;
  g_task_run_in_thread (task, close_thread);
  return G_SOURCE_REMOVE;
}

void
ex_print_save_async (ExPages *pages, const char *title, const char *path, GCancellable *cancellable, ExPrintProgress progress,
                     GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Save *save = NULL;
  GError *error = NULL;
  ExPdf *pdf = NULL;

  g_return_if_fail (pages != NULL);
  g_return_if_fail (path != NULL);

  pdf = ex_pdf_open (path, ex_pages_get_paper (pages), title, &error);
  if (pdf == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  save = g_new0 (Save, 1);
  *save = (Save) { .pages = ex_pages_ref (pages), .pdf = pdf, .progress = progress, .data = data };
  g_task_set_task_data (task, save, save_free);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, draw_cb, g_steal_pointer (&task), g_object_unref);
}

gboolean
ex_print_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
