#include "config.h"

#include "ex-import-dialog.h"

#include "ex-alert.h"
#include "ex-file-dialog.h"
#include "ex-form-rows.h"
#include "ex-import-mapping.h"
#include "ex-import-preview.h"
#include "ex-import-told.h"
#include "ex-import-words.h"
#include "ex-import-work.h"
#include "ex-window.h"

#include <glib/gi18n.h>

#define SETTLE_MS 200 /* after a choice, before the file is planned anew */

#define EX_TYPE_IMPORT_DIALOG (ex_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExImportDialog, ex_import_dialog, EX, IMPORT_DIALOG, AdwWindow)

typedef enum { STEP_FILE, STEP_COLUMNS, STEP_PREVIEW } Step;

struct _ExImportDialog
{
  AdwWindow         parent_instance;

  GtkWidget        *parent;      /* weak: where the toast is shown */
  ExSession        *session;     /* NULL once closed */
  ExImportChoices  *choices;
  Step              step;
  ExImportDraft    *draft;       /* of the choices; NULL: none yet, or it is being made */
  guint             settling;    /* source */
  GCancellable     *planning;    /* (nullable) */
  GCancellable     *counting;    /* (nullable) */
  GCancellable     *applying;    /* (nullable) */

  GtkButton        *back;
  GtkButton        *next;
  AdwWindowTitle   *title;
  GtkStack         *steps;
  AdwStatusPage    *file_page;
  GtkLabel         *file_error;
  GtkWidget        *choose;
  ExImportMapping  *mapping;
  ExImportPreview  *preview;
  ExImportWork     *work;
};

G_DEFINE_FINAL_TYPE (ExImportDialog, ex_import_dialog, ADW_TYPE_WINDOW)

static void plan (ExImportDialog *self);

/* --- what can be done now ----------------------------------------------------------------------------------------------------- */

/* What is worked on: its file's name. (transfer full) */
static char *
file_name (ExImportDialog *self)
{
  return self->choices->path != NULL ? g_path_get_basename (self->choices->path) : g_strdup ("");
}

static gboolean
can_go_on (ExImportDialog *self)
{
  if (self->draft == NULL || self->applying != NULL)
    return FALSE;
  if (self->step == STEP_COLUMNS)
    return ex_import_draft_is_mapped (self->draft);
  return self->step == STEP_PREVIEW && ex_import_plan_is_good (self->draft->plan);
}

static void
update_buttons (ExImportDialog *self)
{
  g_autofree char *name = self->step != STEP_FILE ? file_name (self) : NULL;

  gtk_button_set_label (self->back, self->step == STEP_FILE ? _("_Cancel") : _("_Back"));
  gtk_button_set_label (self->next, self->step == STEP_PREVIEW ? _("_Import") : _("_Next"));
  gtk_widget_set_visible (GTK_WIDGET (self->next), self->step != STEP_FILE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), can_go_on (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->back), self->applying == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->steps), self->applying == NULL);
  adw_window_title_set_subtitle (self->title, name != NULL ? name : "");
}

/* The thing to do next has the focus, so that Enter goes on. */
static void
focus_next (ExImportDialog *self)
{
  if (self->step == STEP_FILE)
    gtk_widget_grab_focus (self->choose);
  else if (gtk_widget_get_sensitive (GTK_WIDGET (self->next)))
    gtk_widget_grab_focus (GTK_WIDGET (self->next));
}

static void
go_to (ExImportDialog *self, Step step)
{
  static const char * const names[] = { "file", "columns", "preview" };

  self->step = step;
  gtk_stack_set_visible_child_name (self->steps, names[step]);
  update_buttons (self);
  focus_next (self);
}

/* --- counting: what a good plan would do -------------------------------------------------------------------------------------- */

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExImportDialog) self = data;
  ExImportTally tally;

  /* Only a preview: when it fails, importing will say why. */
  if (ex_import_draft_tally_finish (EX_SESSION (source), result, &tally, NULL) && self->session != NULL && self->draft != NULL
      && self->counting != NULL && g_task_get_cancellable (G_TASK (result)) == self->counting)
    ex_import_preview_show_tally (self->preview, &tally);
}

static void
stop (GCancellable **work)
{
  g_cancellable_cancel (*work);
  g_clear_object (work);
}

static void
count (ExImportDialog *self)
{
  stop (&self->counting);
  if (!ex_import_plan_is_good (self->draft->plan))
    return;
  self->counting = g_cancellable_new ();
  ex_import_draft_count_async (self->draft, self->session, self->counting, counted_cb, g_object_ref (self));
}

/* --- planning ------------------------------------------------------------------------------------------------------------------ */

static void
show_draft (ExImportDialog *self)
{
  gboolean readable = self->draft->plan->columns != NULL;

  ex_import_mapping_show (self->mapping, self->draft);
  ex_import_preview_show (self->preview, self->draft);
  if (self->step == STEP_FILE)
    go_to (self, readable ? STEP_COLUMNS : STEP_PREVIEW);
  update_buttons (self);
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    focus_next (self);
  if (self->step == STEP_PREVIEW)
    count (self);
}

static void
show_unreadable (ExImportDialog *self, const char *why)
{
  gtk_label_set_text (self->file_error, why);
  gtk_widget_set_visible (GTK_WIDGET (self->file_error), TRUE);
  go_to (self, STEP_FILE);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExImportDraft) draft = ex_import_draft_make_finish (EX_SESSION (source), result, &error);

  /* Something else was chosen meanwhile, or the window is gone. */
  if (self->session == NULL || self->planning == NULL || g_task_get_cancellable (G_TASK (result)) != self->planning)
    return;
  g_clear_object (&self->planning);
  ex_import_work_end (self->work);
  if (draft != NULL)
    {
      self->draft = g_steal_pointer (&draft);
      show_draft (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_unreadable (self, error->message);
}

static void
stop_planning (ExImportDialog *self)
{
  g_clear_handle_id (&self->settling, g_source_remove);
  if (self->planning != NULL)
    ex_import_work_end (self->work);
  stop (&self->planning);
}

static void
plan (ExImportDialog *self)
{
  g_autofree char *name = file_name (self);
  g_autofree char *text = g_strdup_printf (_("Reading %s…"), name);

  stop_planning (self);
  stop (&self->counting);
  g_clear_pointer (&self->draft, ex_import_draft_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->file_error), FALSE);
  update_buttons (self);
  self->planning = g_cancellable_new ();
  ex_import_draft_make_async (self->session, self->choices, ex_import_work_begin (self->work, text), self->planning, planned_cb,
                              g_object_ref (self));
}

static gboolean
settled_cb (gpointer data)
{
  ExImportDialog *self = data;

  self->settling = 0;
  plan (self);
  return G_SOURCE_REMOVE;
}

static void
choices_changed_cb (ExImportDialog *self)
{
  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_timeout_add (SETTLE_MS, settled_cb, self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), FALSE);
}

static void
skip_bad_cb (ExImportDialog *self, gboolean skip_bad)
{
  self->choices->skip_bad = skip_bad;
  plan (self);
}

/* --- the file -------------------------------------------------------------------------------------------------------------------- */

/* Another file has other columns: what was chosen for those of the last one is forgotten. */
static void
take_file (ExImportDialog *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      show_unreadable (self, _("That is not a file on this computer. Copy it here first."));
      return;
    }
  if (g_strcmp0 (path, self->choices->path) != 0)
    g_hash_table_remove_all (self->choices->map);
  g_free (self->choices->path);
  self->choices->path = g_steal_pointer (&path);
  plan (self);
}

static void
file_chosen_cb (GtkWidget *parent, GFile *file, gpointer data)
{
  ExImportDialog *self = EX_IMPORT_DIALOG (parent);

  if (file != NULL && self->session != NULL)
    take_file (self, file);
}

static void
choose_file_cb (ExImportDialog *self)
{
  ex_file_dialog_open (GTK_WIDGET (self), ex_import_title (self->choices->what), EX_FILES_TABLE, file_chosen_cb, NULL, NULL);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, ExImportDialog *self)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL || self->applying != NULL)
    return FALSE;
  go_to (self, STEP_FILE);
  take_file (self, files->data);
  return TRUE;
}

/* --- importing -------------------------------------------------------------------------------------------------------------------- */

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  ExImportTally tally;
  gboolean done = ex_import_draft_tally_finish (EX_SESSION (source), result, &tally, &error);

  g_clear_object (&self->applying);
  if (self->session == NULL)
    return; /* the window is gone */
  ex_import_work_end (self->work);
  if (done)
    {
      if (self->parent != NULL)
        ex_import_tell (self->parent, self->draft->plan, &tally);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  update_buttons (self);
  focus_next (self);
  ex_alert_error (GTK_WIDGET (self), _("Nothing was imported"), error);
}

/* @rejects: (nullable) where bad rows go. */
static void
apply (ExImportDialog *self, const char *rejects)
{
  g_autofree char *text = g_strdup_printf (_("Importing %s…"), self->draft->name);

  stop (&self->counting);
  self->applying = g_cancellable_new ();
  update_buttons (self);
  ex_import_draft_apply_async (self->draft, self->session, rejects, ex_import_work_begin (self->work, text), self->applying, applied_cb,
                               g_object_ref (self));
}

static void
rejects_chosen_cb (GtkWidget *parent, GFile *file, gpointer data)
{
  ExImportDialog *self = EX_IMPORT_DIALOG (parent);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->session != NULL && can_go_on (self))
    apply (self, path);
}

static void
import (ExImportDialog *self)
{
  g_autofree char *name = NULL;

  if (self->draft->plan->rejects == NULL || self->draft->plan->rows_refused == 0)
    {
      apply (self, NULL);
      return;
    }
  /* Translators: name of a file with the rows of another one that were left out; %s is that other one */
  name = g_strdup_printf (_("left out of %s"), self->draft->name);
  ex_file_dialog_save (GTK_WIDGET (self), _("Save the Bad Rows"), name, EX_FILES_TABLE, rejects_chosen_cb, NULL, NULL);
}

/* --- buttons ----------------------------------------------------------------------------------------------------------------------- */

static void
next_cb (ExImportDialog *self)
{
  if (!can_go_on (self) || self->settling != 0)
    return;
  if (self->step == STEP_PREVIEW)
    {
      import (self);
      return;
    }
  go_to (self, STEP_PREVIEW);
  count (self);
}

static void
back_cb (ExImportDialog *self)
{
  stop (&self->counting);
  if (self->step == STEP_FILE)
    gtk_window_close (GTK_WINDOW (self));
  else if (self->step == STEP_PREVIEW && (self->draft == NULL || self->draft->plan->columns != NULL))
    go_to (self, STEP_COLUMNS);
  else
    go_to (self, STEP_FILE);
}

static void
cancel_work_cb (ExImportDialog *self)
{
  if (self->applying != NULL)
    g_cancellable_cancel (self->applying);
  else if (self->planning != NULL)
    {
      stop_planning (self);
      go_to (self, STEP_FILE);
    }
}

/* Escape closes; while something is being imported it stops that first. */
static gboolean
ex_import_dialog_close_request (GtkWindow *window)
{
  ExImportDialog *self = EX_IMPORT_DIALOG (window);

  if (self->applying != NULL)
    {
      g_cancellable_cancel (self->applying);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (ex_import_dialog_parent_class)->close_request (window);
}

/* --- the window --------------------------------------------------------------------------------------------------------------------- */

static void
ex_import_dialog_dispose (GObject *object)
{
  ExImportDialog *self = EX_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->settling, g_source_remove);
  stop (&self->planning);
  stop (&self->counting);
  stop (&self->applying);
  G_OBJECT_CLASS (ex_import_dialog_parent_class)->dispose (object);
  g_clear_pointer (&self->draft, ex_import_draft_unref);
  g_clear_object (&self->session);
}

static void
ex_import_dialog_finalize (GObject *object)
{
  ExImportDialog *self = EX_IMPORT_DIALOG (object);

  g_clear_pointer (&self->choices, ex_import_choices_free);
  g_clear_weak_pointer (&self->parent);
  G_OBJECT_CLASS (ex_import_dialog_parent_class)->finalize (object);
}

static void
ex_import_dialog_class_init (ExImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ex_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ex_import_dialog_close_request;
  g_type_ensure (EX_TYPE_IMPORT_MAPPING);
  g_type_ensure (EX_TYPE_IMPORT_PREVIEW);
  g_type_ensure (EX_TYPE_IMPORT_WORK);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExImportDialog, back);
  gtk_widget_class_bind_template_child (widget_class, ExImportDialog, next);
  gtk_widget_class_bind_template_child (widget_class, ExImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ExImportDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, ExImportDialog, file_page);
  gtk_widget_class_bind_template_child (widget_class, ExImportDialog, file_error);
  gtk_widget_class_bind_template_child (widget_class, ExImportDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, ExImportDialog, mapping);
  gtk_widget_class_bind_template_child (widget_class, ExImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, ExImportDialog, work);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_file_cb);
  gtk_widget_class_bind_template_callback (widget_class, choices_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_bad_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan);
  gtk_widget_class_bind_template_callback (widget_class, cancel_work_cb);
}

static void
ex_import_dialog_init (ExImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
ex_import_dialog_present (GtkWidget *parent, ExSession *session, ExImportWhat what, GFile *file)
{
  const ExCycle *cycle = ex_company_get_cycle (ex_session_get_company (session));
  g_autofree char *description = ex_import_describe (what);
  ExImportDialog *self = g_object_new (EX_TYPE_IMPORT_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);

  g_set_weak_pointer (&self->parent, parent);
  self->session = g_object_ref (session);
  self->choices = ex_import_choices_new (what);
  if (what == EX_IMPORT_OBJECTIVES && cycle != NULL)
    self->choices->cycle = g_strdup (cycle->name);
  gtk_window_set_title (GTK_WINDOW (self), ex_import_title (what));
  adw_window_title_set_title (self->title, ex_import_title (what));
  adw_status_page_set_title (self->file_page, ex_import_ask (what));
  adw_status_page_set_description (self->file_page, description);
  ex_import_mapping_begin (self->mapping, self->choices, session);
  go_to (self, STEP_FILE);
  ex_form_fit (GTK_WINDOW (self), parent);
  gtk_window_present (GTK_WINDOW (self));
  if (file != NULL)
    take_file (self, file);
}
