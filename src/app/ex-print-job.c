#include "config.h"

#include "ex-print-job.h"

#include <glib/gi18n.h>

typedef struct
{
  ExPages        *pages;
  ExPrintDone     done;
  gpointer        data;
  GDestroyNotify  destroy;
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  if (job->destroy != NULL)
    job->destroy (job->data);
  ex_pages_free (job->pages);
  g_free (job);
}

/* A sheet as large as the document's, without margins of the printer's: the pages have their own. */
static GtkPageSetup *
setup_new (const ExPaper *paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  const char *nick = ex_paper_nick (paper);
  GtkPaperSize *size = gtk_paper_size_new (g_strcmp0 (nick, "letter") == 0 ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, paper->width > paper->height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);
  return setup;
}

/* On the paper that is in the printer after all: smaller where it must be, in the middle. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  const ExPaper *paper = ex_pages_get_paper (job->pages);
  double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context);
  double scale = MIN (MIN (width / paper->width, height / paper->height), 1);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_save (cr);
  cairo_translate (cr, (width - scale * paper->width) / 2, (height - scale * paper->height) / 2);
  cairo_scale (cr, scale, scale);
  ex_pages_draw (job->pages, (guint) page, cr);
  cairo_restore (cr);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  job->done (job->data, error);
}

void
ex_print_job_run (GtkWindow *parent, ExPages *pages, const char *title, const char *file, ExPrintDone done, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = NULL;
  Job *job = NULL;

  g_return_if_fail (pages != NULL);
  g_return_if_fail (done != NULL);

  job = g_new (Job, 1);
  *job = (Job) { ex_pages_ref (pages), done, data, destroy };
  setup = setup_new (ex_pages_get_paper (pages));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_n_pages (operation, (int) ex_pages_n (pages));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), job, job_free, 0);
  if (file != NULL)
    gtk_print_operation_set_export_filename (operation, file);
  gtk_print_operation_run (operation, file != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
