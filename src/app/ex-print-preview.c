#include "config.h"

#include "ex-print-preview.h"

#include "ex-alert.h"
#include "ex-drop-down.h"
#include "ex-file-dialog.h"
#include "ex-form-rows.h"
#include "ex-print-job.h"
#include "ex-print-pages.h"
#include "ex-print-save.h"
#include "ex-settings.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define EX_TYPE_PRINT_PREVIEW (ex_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (ExPrintPreview, ex_print_preview, EX, PRINT_PREVIEW, AdwWindow)

struct _ExPrintPreview
{
  AdwWindow       parent_instance;

  GtkWidget      *toasts;
  AdwWindowTitle *heading;
  GtkDropDown    *papers;
  GtkStack       *stack;
  ExPrintPages   *pages;
  GtkWidget      *work;     /* the bar of a running save */
  GtkProgressBar *progress;

  ExDocument     *document;
  ExPaper         paper;
  gboolean        laying_out; /* one at a time, for the document's charts are in it */
  gboolean        again;    /* another paper was chosen meanwhile */
  guint           printing; /* jobs; as while saving, the charts are being drawn: no other paper can be chosen */
  GCancellable   *saving;   /* (nullable) */
};

G_DEFINE_FINAL_TYPE (ExPrintPreview, ex_print_preview, ADW_TYPE_WINDOW)

static const char *const paper_nicks[] = { "a4", "letter" };

/* What outlives the window must not keep it: it would be disposed of after its parent. */
static GWeakRef *
watch (ExPrintPreview *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  return weak;
}

static void
watch_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* (transfer full) (nullable): it is closed */
static ExPrintPreview *
watched (GWeakRef *weak)
{
  g_autoptr (ExPrintPreview) self = g_weak_ref_get (weak);

  return self != NULL && self->document != NULL ? g_steal_pointer (&self) : NULL;
}

/* ---- Layout ---- */

typedef struct { ExDocument *document; ExPaper paper; } Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  ex_document_unref (order->document);
  g_free (order);
}

static void
lay_out_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;

  g_task_return_pointer (task, ex_pages_new (order->document, &order->paper), (GDestroyNotify) ex_pages_free);
}

static void lay_out (ExPrintPreview *self);

static void
update_heading (ExPrintPreview *self)
{
  ExPages *pages = ex_print_pages_get (self->pages);
  /* Translators: the page in view, and how many there are */
  g_autofree char *words = pages != NULL ? g_strdup_printf (_("%u of %u"), ex_print_pages_get_page (self->pages) + 1, ex_pages_n (pages)) : NULL;

  adw_window_title_set_subtitle (self->heading, words != NULL ? words : "");
}

static void
update_actions (ExPrintPreview *self)
{
  gboolean ready = ex_print_pages_get (self->pages) != NULL && !self->laying_out;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save", ready && self->saving == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->papers), self->printing == 0 && self->saving == NULL);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExPrintPreview) self = watched (data);
  g_autoptr (ExPages) pages = g_task_propagate_pointer (G_TASK (result), NULL);

  watch_free (data);
  if (self == NULL)
    return;
  self->laying_out = FALSE;
  if (self->again) /* these are on another paper than is wanted now */
    {
      lay_out (self);
      return;
    }
  ex_print_pages_set (self->pages, g_steal_pointer (&pages));
  gtk_stack_set_visible_child_name (self->stack, "pages");
  update_heading (self);
  update_actions (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->pages));
}

static void
lay_out (ExPrintPreview *self)
{
  g_autoptr (GTask) task = NULL;
  Order *order = NULL;

  self->again = self->laying_out;
  if (self->again)
    return;
  ex_print_pages_set (self->pages, NULL);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  order = g_new (Order, 1);
  *order = (Order) { ex_document_ref (self->document), self->paper };
  self->laying_out = TRUE;
  task = g_task_new (NULL, NULL, laid_out_cb, watch (self));
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, lay_out_thread);
  update_heading (self);
  update_actions (self);
}

static void
paper_chosen_cb (ExPrintPreview *self)
{
  guint chosen = gtk_drop_down_get_selected (self->papers);

  if (self->document == NULL || chosen >= G_N_ELEMENTS (paper_nicks) || g_strcmp0 (ex_paper_nick (&self->paper), paper_nicks[chosen]) == 0)
    return;
  ex_paper_parse (paper_nicks[chosen], &self->paper);
  ex_settings_set_paper (paper_nicks[chosen]);
  lay_out (self);
}

/* ---- Printing ---- */

static void
printed_cb (gpointer data, const GError *error)
{
  g_autoptr (ExPrintPreview) self = watched (data);

  if (self == NULL)
    return;
  self->printing--;
  update_actions (self);
  if (error != NULL)
    ex_alert_error (GTK_WIDGET (self), _("The document could not be printed"), error);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ExPrintPreview *self = EX_PRINT_PREVIEW (widget);

  self->printing++;
  update_actions (self);
  ex_print_job_run (GTK_WINDOW (self), ex_print_pages_get (self->pages), ex_document_get_title (self->document), NULL, printed_cb,
                    watch (self), watch_free);
}

/* ---- Saving ---- */

typedef struct { GWeakRef *preview; char *name; } Saving;

static void
progress_cb (double fraction, gpointer data)
{
  Saving *saving = data;
  g_autoptr (ExPrintPreview) self = watched (saving->preview);

  if (self == NULL)
    return;
  gtk_widget_set_visible (self->work, TRUE);
  gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
tell_saved (ExPrintPreview *self, const char *name)
{
  g_autofree char *words = g_strdup_printf (_("Saved as “%s”"), name);
  g_autofree char *markup = g_markup_escape_text (words, -1);

  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), adw_toast_new (markup));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (ExPrintPreview) self = watched (saving->preview);
  g_autoptr (GError) error = NULL;
  gboolean done = ex_print_save_finish (result, &error);

  if (self != NULL)
    {
      g_clear_object (&self->saving);
      gtk_widget_set_visible (self->work, FALSE);
      update_actions (self);
      if (done)
        tell_saved (self, saving->name);
      else
        ex_alert_error (GTK_WIDGET (self), _("The PDF could not be saved"), error);
    }
  watch_free (saving->preview);
  g_free (saving->name);
  g_free (saving);
}

static void
save_chosen_cb (GtkWidget *parent, GFile *file, gpointer data)
{
  ExPrintPreview *self = EX_PRINT_PREVIEW (parent);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  Saving *saving = NULL;

  if (file == NULL || self->saving != NULL || ex_print_pages_get (self->pages) == NULL)
    return;
  if (path == NULL)
    {
      ex_alert_show (parent, _("The PDF could not be saved"), _("The folder is not on this computer: choose one that is."));
      return;
    }
  saving = g_new (Saving, 1);
  *saving = (Saving) { watch (self), g_file_get_basename (file) };
  self->saving = g_cancellable_new ();
  update_actions (self);
  ex_print_save_async (ex_print_pages_get (self->pages), ex_document_get_title (self->document), path, self->saving, progress_cb, saved_cb, saving);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ExPrintPreview *self = EX_PRINT_PREVIEW (widget);
  const char *title = ex_document_get_title (self->document);
  g_autofree char *base = g_utf8_substring (title, 0, MIN (80, g_utf8_strlen (title, -1)));
  g_autofree char *name = g_strdup_printf ("%s.pdf", *base != '\0' ? g_strdelimit (base, "/\\:*?\"<>|\n\t", '-') : _("Document"));

  ex_file_dialog_save (widget, _("Save As PDF"), name, EX_FILES_ANY, save_chosen_cb, NULL, NULL);
}

static void
stop_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ExPrintPreview *self = EX_PRINT_PREVIEW (widget);

  if (self->saving != NULL)
    g_cancellable_cancel (self->saving);
}

/* ---- Pages, from wherever the focus is in the window ---- */

static void
go_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ExPrintPreview *self = EX_PRINT_PREVIEW (widget);
  ExPages *pages = ex_print_pages_get (self->pages);
  const char *where = g_variant_get_string (parameter, NULL);
  guint page = ex_print_pages_get_page (self->pages);

  if (pages == NULL)
    return;
  if (g_str_equal (where, "first"))
    page = 0;
  else if (g_str_equal (where, "last"))
    page = ex_pages_n (pages) - 1;
  else if (g_str_equal (where, "next"))
    page = MIN (page + 1, ex_pages_n (pages) - 1);
  else
    page = page > 0 ? page - 1 : 0;
  ex_print_pages_go (self->pages, page);
}

/* ---- The window ---- */

static void
ex_print_preview_dispose (GObject *object)
{
  ExPrintPreview *self = EX_PRINT_PREVIEW (object);

  if (self->saving != NULL)
    g_cancellable_cancel (self->saving);
  g_clear_object (&self->saving);
  g_clear_pointer (&self->document, ex_document_unref);
  G_OBJECT_CLASS (ex_print_preview_parent_class)->dispose (object);
}

static void
ex_print_preview_class_init (ExPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (EX_TYPE_PRINT_PAGES);
  G_OBJECT_CLASS (klass)->dispose = ex_print_preview_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, ExPrintPreview, toasts);
  gtk_widget_class_bind_template_child (widget_class, ExPrintPreview, heading);
  gtk_widget_class_bind_template_child (widget_class, ExPrintPreview, papers);
  gtk_widget_class_bind_template_child (widget_class, ExPrintPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, ExPrintPreview, pages);
  gtk_widget_class_bind_template_child (widget_class, ExPrintPreview, work);
  gtk_widget_class_bind_template_child (widget_class, ExPrintPreview, progress);
  gtk_widget_class_bind_template_callback (widget_class, update_heading);
  gtk_widget_class_bind_template_callback (widget_class, paper_chosen_cb);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "preview.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "preview.stop", NULL, stop_cb);
  gtk_widget_class_install_action (widget_class, "preview.go", "s", go_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "preview.go", "s", "previous");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "preview.go", "s", "next");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "preview.go", "s", "first");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, 0, "preview.go", "s", "last");
}

static void
ex_print_preview_init (ExPrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ex_drop_down_set_name (self->papers, _("Paper"));
  ex_settings_get_paper (&self->paper);
  for (guint i = 0; i < G_N_ELEMENTS (paper_nicks); i++)
    if (g_strcmp0 (ex_paper_nick (&self->paper), paper_nicks[i]) == 0)
      gtk_drop_down_set_selected (self->papers, i);
}

void
ex_print_preview_show (GtkWidget *parent, ExDocument *document)
{
  ExPrintPreview *self = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (document != NULL);

  self = g_object_new (EX_TYPE_PRINT_PREVIEW, "transient-for", gtk_widget_get_root (parent), NULL);
  self->document = ex_document_ref (document);
  adw_window_title_set_title (self->heading, ex_document_get_title (document));
  ex_form_fit (GTK_WINDOW (self), parent);
  lay_out (self);
  gtk_window_present (GTK_WINDOW (self));
}
