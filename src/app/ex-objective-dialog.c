#include "config.h"

#include "ex-objective-dialog.h"

#include "ex-alert.h"
#include "ex-form-rows.h"
#include "ex-objective-form.h"

#include <glib/gi18n.h>

#define EX_TYPE_OBJECTIVE_DIALOG (ex_objective_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExObjectiveDialog, ex_objective_dialog, EX, OBJECTIVE_DIALOG, AdwWindow)

struct _ExObjectiveDialog
{
  AdwWindow            parent_instance;

  ExSession           *session;
  ExCycle             *cycle;
  ExObjectiveForm     *form;
  ExObjective         *saved;  /* what stands in the file; NULL: not added yet */
  gboolean             saving;
  gboolean             again;  /* something was typed while saving */

  GtkButton           *close;
  GtkWidget           *add;
  GtkLabel            *hint;
  AdwPreferencesGroup *what;
  AdwPreferencesGroup *measure;
  AdwPreferencesGroup *ladder;
  AdwPreferencesGroup *claim;
  AdwPreferencesGroup *cascade;
};

G_DEFINE_FINAL_TYPE (ExObjectiveDialog, ex_objective_dialog, ADW_TYPE_WINDOW)

static void save (ExObjectiveDialog *self);

/* --- what is typed, and what it still lacks ----------------------------------------------------------------------------------- */

static char *
join (GPtrArray *sentences)
{
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

/* (nullable): NULL with @hint (transfer full) where nothing can be saved; else @hint says what makes it not measurable. */
static ExObjective *
typed (ExObjectiveDialog *self, char **hint)
{
  g_autoptr (ExObjective) objective = ex_objective_form_read (self->form, hint);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) missing = NULL;

  if (objective == NULL)
    return NULL;
  problems = ex_objective_problems (objective, self->cycle);
  if (problems->len > 0)
    {
      *hint = join (problems);
      return NULL;
    }
  missing = ex_objective_missing (objective, self->cycle);
  *hint = missing->len > 0 ? join (missing) : NULL;
  return g_steal_pointer (&objective);
}

static void
typed_cb (gpointer data)
{
  ExObjectiveDialog *self = data;
  g_autofree char *hint = NULL;
  g_autoptr (ExObjective) objective = typed (self, &hint);
  g_autofree char *words = objective == NULL ? g_strdup (hint)
                           : hint == NULL ? g_strdup (_("Measurable: it can be agreed."))
                                          /* Translators: sentences that say what is missing */
                                          : g_strdup_printf (_("A draft, not measurable yet. %s"), hint);

  gtk_label_set_text (self->hint, words);
  gtk_widget_set_sensitive (self->add, objective != NULL);
  /* An empty form is nobody's mistake yet. */
  if (objective == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error");
}

static void
settled_cb (gpointer data)
{
  ExObjectiveDialog *self = data;

  if (self->saved != NULL)
    save (self);
}

/* --- saving --------------------------------------------------------------------------------------------------------------------- */

static gpointer
save_objective (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_save_objective (store, data, error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExObjectiveDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ex_session_call_finish (EX_SESSION (source), result, &error) != NULL;

  self->saving = FALSE;
  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->form == NULL)
    return;
  if (!done)
    {
      gtk_widget_set_sensitive (self->add, TRUE);
      ex_alert_error (GTK_WIDGET (self), _("The objective could not be saved"), error);
    }
  else if (self->saved == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (self->again)
    save (self);
}

/* Saves what differs from the file; one save at a time. */
static void
save (ExObjectiveDialog *self)
{
  g_autofree char *hint = NULL;
  g_autoptr (ExObjective) objective = typed (self, &hint);

  self->again = self->saving;
  if (objective == NULL || self->saving || (self->saved != NULL && ex_objective_equal (objective, self->saved)))
    return;
  if (self->saved == NULL)
    {
      g_free (objective->id);
      objective->id = ex_objective_make_id (self->cycle->id, objective->leader_id, objective->title);
      gtk_widget_set_sensitive (self->add, FALSE);
    }
  else
    {
      ex_objective_free (self->saved);
      self->saved = ex_objective_copy (objective);
    }
  self->saving = TRUE;
  ex_session_write_async (self->session, self->saved == NULL ? N_("Add an objective") : N_("Edit an objective"), save_objective,
                          g_steal_pointer (&objective), (GDestroyNotify) ex_objective_free, NULL, NULL, saved_cb, g_object_ref (self));
}

static void
add_cb (ExObjectiveDialog *self)
{
  save (self);
}

/* What is typed in the field that has the focus is saved too. */
static gboolean
ex_objective_dialog_close_request (GtkWindow *window)
{
  ExObjectiveDialog *self = EX_OBJECTIVE_DIALOG (window);

  if (self->saved != NULL)
    save (self);
  return GTK_WINDOW_CLASS (ex_objective_dialog_parent_class)->close_request (window);
}

/* --- the window --------------------------------------------------------------------------------------------------------------------- */

static void
ex_objective_dialog_dispose (GObject *object)
{
  ExObjectiveDialog *self = EX_OBJECTIVE_DIALOG (object);

  G_OBJECT_CLASS (ex_objective_dialog_parent_class)->dispose (object);
  g_clear_pointer (&self->form, ex_objective_form_free);
  g_clear_pointer (&self->saved, ex_objective_free);
  g_clear_pointer (&self->cycle, ex_cycle_free);
  g_clear_object (&self->session);
}

static void
ex_objective_dialog_class_init (ExObjectiveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_objective_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ex_objective_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/objective-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, close);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, add);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, what);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, measure);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, ladder);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, claim);
  gtk_widget_class_bind_template_child (widget_class, ExObjectiveDialog, cascade);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
ex_objective_dialog_init (ExObjectiveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static ExObjective *
new_objective (ExCompany *company, const char *leader_id)
{
  const ExTree *tree = ex_company_get_tree (company);
  const char *leader = leader_id != NULL ? leader_id : ex_company_get_leader (company, tree->order[0])->id;

  return ex_objective_new ("", ex_company_get_cycle (company)->id, leader, "", EX_KIND_NUMBER);
}

void
ex_objective_dialog_present (GtkWidget *parent, ExSession *session, const char *id, const char *leader_id)
{
  ExCompany *company = ex_session_get_company (session);
  int index = id != NULL ? ex_company_find_objective (company, id) : -1;
  g_autoptr (ExObjective) objective = NULL;
  ExObjectiveDialog *self;

  if (ex_company_get_cycle (company) == NULL || ex_company_n_leaders (company) == 0)
    {
      ex_alert_show (parent, _("An objective needs a leader and a cycle"),
                     _("Add or import leaders first, then make a cycle from the header bar."));
      return;
    }
  self = g_object_new (EX_TYPE_OBJECTIVE_DIALOG, "transient-for", gtk_widget_get_root (parent),
                       "title", index >= 0 ? _("Edit Objective") : _("New Objective"), NULL);
  AdwPreferencesGroup *groups[EX_FORM_GROUPS] = { self->what, self->measure, self->ladder, self->claim, self->cascade };
  self->session = g_object_ref (session);
  self->cycle = ex_cycle_copy (ex_company_get_cycle (company));
  self->form = ex_objective_form_new (groups, company, typed_cb, settled_cb, self);

  objective = index >= 0 ? ex_objective_copy (ex_company_get_objective (company, (guint) index)) : new_objective (company, leader_id);
  if (index >= 0)
    self->saved = ex_objective_copy (objective);
  gtk_button_set_label (self->close, index >= 0 ? _("_Done") : _("_Cancel"));
  gtk_widget_set_visible (self->add, index < 0);
  ex_objective_form_fill (self->form, objective);
  typed_cb (self);
  ex_form_fit (GTK_WINDOW (self), parent);
  gtk_window_present (GTK_WINDOW (self));
  ex_objective_form_focus (self->form);
}
