#include "config.h"

#include "ex-report-save.h"

#include "company/ex-report.h"
#include "core/ex-format.h"
#include "ex-alert.h"
#include "ex-file-dialog.h"
#include "ex-review-words.h"
#include "ex-reviews-save-dialog.h"
#include "ex-window-private.h"
#include "ex-work.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *parent;
  ExSession *session;
  char     **leaders; /* NULL: everybody */
  char      *cycle;
  ExPaper    paper;
  char      *path;
  ExWork    *work;
  guint      n;       /* written */
} Saving;

static Saving *
saving_new (GtkWidget *parent, ExSession *session, const char *const *leaders)
{
  Saving *self = g_new0 (Saving, 1);
  const ExCycle *cycle = ex_company_get_cycle (ex_session_get_company (session));

  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  self->leaders = g_strdupv ((char **) leaders);
  self->cycle = g_strdup (cycle != NULL ? cycle->name : NULL);
  self->paper = *ex_paper_default ();

  return self;
}

static void
saving_free (Saving *self)
{
  g_clear_object (&self->parent);
  g_clear_object (&self->session);
  g_strfreev (self->leaders);
  g_free (self->cycle);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* --- writing ----------------------------------------------------------------------------------------------------------------- */

static gpointer
save_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Saving *self = data;
  g_autoptr (ExReportFacts) facts = ex_report_facts_read (store, self->cycle, ex_day_today (), error);

  if (facts == NULL)
    return NULL;

  return GINT_TO_POINTER (ex_report_save_reviews (store, facts, (const char *const *) self->leaders, &self->paper, self->path, ex_work_progress,
                                                  self->work, cancellable, &self->n, error));
}

/* Whether the window still shows the company that was saved from: it may have been closed meanwhile. */
static gboolean
is_there (Saving *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (self->parent, EX_TYPE_WINDOW);

  return window != NULL && EX_WINDOW (window)->session == self->session;
}

/* With a button that leads to what was written. */
static void
say_done (Saving *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (self->parent, EX_TYPE_WINDOW);
  g_autofree char *number = ex_format_integer (self->n);
  g_autofree char *words = g_strdup_printf (ngettext ("%s review saved", "%s reviews saved", self->n), number);
  g_autofree char *folder = g_file_test (self->path, G_FILE_TEST_IS_DIR) ? g_strdup (self->path) : g_path_get_dirname (self->path);
  AdwToast *toast;

  toast = adw_toast_new (words);
  adw_toast_set_button_label (toast, _("Open Folder"));
  adw_toast_set_action_target_value (toast, g_variant_new_bytestring (folder));
  adw_toast_set_action_name (toast, "win.open-folder");
  adw_toast_set_timeout (toast, 10);
  ex_window_show_toast (EX_WINDOW (window), toast);
}

static void
say_cancelled (Saving *self)
{
  g_autofree char *number = ex_format_integer (self->n);
  g_autofree char *words = NULL;

  if (self->n > 0 && g_file_test (self->path, G_FILE_TEST_IS_DIR))
    words = g_strdup_printf (ngettext ("Cancelled: %s review is saved, the others are not", "Cancelled: %s reviews are saved, the others are not", self->n),
                             number);
  else
    words = g_strdup (_("Cancelled: nothing was saved"));
  ex_window_toast (self->parent, words);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ex_session_call_finish (EX_SESSION (source), result, &error) != NULL;

  g_clear_pointer (&self->work, ex_work_end);
  if (!is_there (self))
    return;
  if (done)
    say_done (self);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_cancelled (self);
  else
    ex_alert_error (self->parent, _("The reviews could not be saved"), error);
}

/* Takes @self. Whoever closes the window can no longer cancel, nor see what comes of it: nothing is written behind their back. */
static void
write_reviews (Saving *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GtkWidget *window = gtk_widget_get_ancestor (self->parent, EX_TYPE_WINDOW);

  if (window != NULL) /* not "destroy", for the work itself keeps the window */
    g_signal_connect_object (window, "unrealize", G_CALLBACK (g_cancellable_cancel), cancellable, G_CONNECT_SWAPPED);
  self->work = ex_work_start (self->parent, _("Saving reviews as PDF…"), cancellable);
  ex_session_read_async (self->session, save_in_worker, self, NULL, NULL, cancellable, saved_cb, self);
}

void
ex_report_save_reviews_to (GtkWidget *parent, ExSession *session, const char *const *leaders, const ExPaper *paper, const char *path)
{
  Saving *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (EX_IS_SESSION (session));
  g_return_if_fail (paper != NULL && path != NULL);

  self = saving_new (parent, session, leaders);
  self->paper = *paper;
  self->path = g_strdup (path);
  write_reviews (self);
}

/* --- asking ---------------------------------------------------------------------------------------------------------------------- */

static void
place_chosen_cb (GtkWidget *parent, GFile *file, gpointer data)
{
  Saving *self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && is_there (self))
    ex_report_save_reviews_to (parent, self->session, (const char *const *) self->leaders, &self->paper, path);
}

static Saving *
saving_copy (const Saving *self, const ExPaper *paper)
{
  Saving *copy = saving_new (self->parent, self->session, (const char *const *) self->leaders);

  copy->paper = *paper;

  return copy;
}

static void
manner_chosen_cb (GtkWidget *parent, gboolean each, const ExPaper *paper, gpointer data)
{
  Saving *self = data;
  /* Translators: name of a file; %s is a cycle */
  g_autofree char *name = g_strdup_printf (_("Reviews %s.pdf"), self->cycle != NULL ? self->cycle : "");

  g_strdelimit (name, "/\\:", '-');
  if (each)
    ex_file_dialog_choose_folder (parent, _("Save Reviews in a Folder"), place_chosen_cb, saving_copy (self, paper), (GDestroyNotify) saving_free);
  else
    ex_file_dialog_save (parent, _("Save Reviews as PDF"), name, EX_FILES_PDF, place_chosen_cb, saving_copy (self, paper), (GDestroyNotify) saving_free);
}

static guint
count_all (ExSession *session)
{
  ExReviews *reviews = ex_session_get_reviews (session);
  int viewer = ex_review_viewer (session);
  guint n = 0;

  for (guint i = 0; reviews != NULL && i < ex_company_n_leaders (ex_session_get_company (session)); i++)
    n += ex_reviews_takes_part (reviews, i) && viewer != EX_NO_ONE && ex_report_may_read (reviews, viewer, i);

  return n;
}

void
ex_report_save_ask (GtkWidget *parent, ExSession *session, const char *const *leaders)
{
  guint n;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (EX_IS_SESSION (session));

  n = leaders != NULL ? g_strv_length ((char **) leaders) : count_all (session);
  if (n == 0)
    ex_window_toast (parent, _("There is no review to save"));
  else
    ex_reviews_save_dialog_present (parent, n, manner_chosen_cb, saving_new (parent, session, leaders), (GDestroyNotify) saving_free);
}
