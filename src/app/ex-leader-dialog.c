#include "config.h"

#include "ex-leader-dialog.h"

#include "ex-alert.h"
#include "ex-form-rows.h"
#include "ex-leader-form.h"
#include "ex-manager-rows.h"
#include "ex-reward-columns.h"
#include "ex-spell-rows.h"

#include <glib/gi18n.h>

#define EX_TYPE_LEADER_DIALOG (ex_leader_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExLeaderDialog, ex_leader_dialog, EX, LEADER_DIALOG, AdwWindow)

struct _ExLeaderDialog
{
  AdwWindow            parent_instance;

  GtkWidget           *parent;  /* weak; hears of a failure when this is closed already */
  ExSession           *session;
  ExLeaderForm        *form;
  ExLeader            *saved;   /* what stands in the file; NULL: not added yet */
  gboolean             touched; /* something was typed: then what is missing is worth red */
  gboolean             saving;
  gboolean             again;   /* something was typed while saving */

  GtkButton           *close;
  GtkWidget           *add;
  GtkRevealer         *hint_revealer;
  GtkLabel            *hint;
  AdwPreferencesGroup *who;
  AdwPreferencesGroup *role;
  AdwPreferencesGroup *earlier;
  ExSpellRows         *spells;   /* of one who stands; else NULL */
  AdwPreferencesGroup *lines;
  ExManagerRows       *managers; /* of one who stands; else NULL */
};

G_DEFINE_FINAL_TYPE (ExLeaderDialog, ex_leader_dialog, ADW_TYPE_WINDOW)

static void save (ExLeaderDialog *self);

/* --- what is typed ------------------------------------------------------------------------------------------------------------- */

static void
show_problem (ExLeaderDialog *self)
{
  g_autofree char *problem = NULL;
  g_autoptr (ExLeader) leader = ex_leader_form_read (self->form, &problem);

  gtk_widget_set_sensitive (self->add, leader != NULL && !self->saving);
  if (leader != NULL && self->spells != NULL)
    ex_spell_rows_set_own (self->spells, leader->from);
  if (problem != NULL)
    gtk_label_set_text (self->hint, problem);
  gtk_revealer_set_reveal_child (self->hint_revealer, problem != NULL && self->touched);
}

static void
typed_cb (gpointer data)
{
  ExLeaderDialog *self = data;

  self->touched = TRUE;
  show_problem (self);
}

static void
spells_cb (GArray *spells, gpointer data)
{
  ex_leader_form_set_spells (((ExLeaderDialog *) data)->form, spells);
}

static void
settled_cb (gpointer data)
{
  ExLeaderDialog *self = data;

  if (self->saved != NULL)
    save (self);
}

/* --- saving --------------------------------------------------------------------------------------------------------------------- */

static gpointer
add_leader (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_save_leader (store, data, error));
}

/* Whom they report to is changed from a day on, by itself: here the file's word holds, which may be of another day than the window's. */
static gpointer
edit_leader (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) leaders = ex_store_list_leaders (store, error);
  ExLeader *leader = data;

  if (leaders == NULL)
    return NULL;
  for (guint i = 0; i < leaders->len; i++)
    {
      const ExLeader *stored = g_ptr_array_index (leaders, i);

      if (!g_str_equal (stored->id, leader->id))
        continue;
      g_free (leader->manager_id);
      leader->manager_id = g_strdup (stored->manager_id);
    }
  return GINT_TO_POINTER (ex_store_save_leader (store, leader, error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExLeaderDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ex_session_call_finish (EX_SESSION (source), result, &error) != NULL;

  self->saving = FALSE;
  if (self->form == NULL)
    {
      if (!done && self->parent != NULL)
        ex_alert_error (self->parent, _("The leader could not be saved"), error);
      return;
    }
  if (!done)
    {
      ex_alert_error (GTK_WIDGET (self), _("The leader could not be saved"), error);
      show_problem (self);
    }
  else if (self->saved == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (self->again)
    save (self);
}

/* Saves what differs from the file; one save at a time. */
static void
save (ExLeaderDialog *self)
{
  g_autofree char *problem = NULL;
  g_autoptr (ExLeader) leader = ex_leader_form_read (self->form, &problem);

  self->again = self->saving;
  if (leader == NULL || self->saving || (self->saved != NULL && ex_leader_equal (leader, self->saved)))
    return;
  self->saving = TRUE;
  if (self->saved == NULL)
    gtk_widget_set_sensitive (self->add, FALSE);
  else
    {
      ex_leader_free (self->saved);
      self->saved = ex_leader_copy (leader);
    }
  ex_session_write_async (self->session, self->saved == NULL ? N_("Add a leader") : N_("Edit a leader"),
                          self->saved == NULL ? add_leader : edit_leader,
                          g_steal_pointer (&leader), (GDestroyNotify) ex_leader_free, NULL, NULL, saved_cb, g_object_ref (self));
}

static void
add_cb (ExLeaderDialog *self)
{
  save (self);
}

/* What is typed in the field that has the focus is saved too. */
static gboolean
ex_leader_dialog_close_request (GtkWindow *window)
{
  ExLeaderDialog *self = EX_LEADER_DIALOG (window);

  if (self->saved != NULL)
    save (self);
  return GTK_WINDOW_CLASS (ex_leader_dialog_parent_class)->close_request (window);
}

/* --- the window --------------------------------------------------------------------------------------------------------------------- */

static void
ex_leader_dialog_dispose (GObject *object)
{
  ExLeaderDialog *self = EX_LEADER_DIALOG (object);

  G_OBJECT_CLASS (ex_leader_dialog_parent_class)->dispose (object);
  g_clear_pointer (&self->form, ex_leader_form_free);
  g_clear_pointer (&self->managers, ex_manager_rows_free);
  g_clear_pointer (&self->spells, ex_spell_rows_free);
  g_clear_pointer (&self->saved, ex_leader_free);
  g_clear_object (&self->session);
}

static void
ex_leader_dialog_finalize (GObject *object)
{
  g_clear_weak_pointer (&EX_LEADER_DIALOG (object)->parent);
  G_OBJECT_CLASS (ex_leader_dialog_parent_class)->finalize (object);
}

static void
ex_leader_dialog_class_init (ExLeaderDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_leader_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ex_leader_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ex_leader_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/leader-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExLeaderDialog, close);
  gtk_widget_class_bind_template_child (widget_class, ExLeaderDialog, add);
  gtk_widget_class_bind_template_child (widget_class, ExLeaderDialog, hint_revealer);
  gtk_widget_class_bind_template_child (widget_class, ExLeaderDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, ExLeaderDialog, who);
  gtk_widget_class_bind_template_child (widget_class, ExLeaderDialog, role);
  gtk_widget_class_bind_template_child (widget_class, ExLeaderDialog, earlier);
  gtk_widget_class_bind_template_child (widget_class, ExLeaderDialog, lines);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
ex_leader_dialog_init (ExLeaderDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static ExLeader *
new_leader (ExCompany *company, const char *manager_id)
{
  g_autofree char *id = ex_leader_form_propose_id (company);
  ExLeader *leader = ex_leader_new (id, "");

  leader->manager_id = g_strdup (manager_id);
  return leader;
}

void
ex_leader_dialog_present (GtkWidget *parent, ExSession *session, const char *id, const char *manager_id)
{
  ExCompany *company = ex_session_get_company (session);
  int index = id != NULL ? ex_company_find_leader (company, id) : -1;
  g_autoptr (ExLeader) leader = NULL;
  ExLeaderDialog *self;

  self = g_object_new (EX_TYPE_LEADER_DIALOG, "transient-for", gtk_widget_get_root (parent),
                       "title", index >= 0 ? _("Edit Leader") : _("New Leader"), NULL);
  g_set_weak_pointer (&self->parent, parent);
  self->session = g_object_ref (session);
  self->form = ex_leader_form_new (self->who, self->role, company, index < 0, typed_cb, settled_cb, self);
  leader = index >= 0 ? ex_leader_copy (ex_company_get_leader (company, (guint) index)) : new_leader (company, manager_id);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), index >= 0);
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), index >= 0);
  if (index >= 0)
    {
      self->saved = ex_leader_copy (leader);
      self->managers = ex_manager_rows_new (self->lines, session, id);
      self->spells = ex_spell_rows_new (self->earlier, session, id, spells_cb, self);
    }
  if (index >= 0 && !ex_reward_sees_pay (session, (guint) index))
    ex_leader_form_hide_pay (self->form);
  gtk_button_set_label (self->close, index >= 0 ? _("_Done") : _("_Cancel"));
  gtk_widget_set_visible (self->add, index < 0);
  ex_leader_form_fill (self->form, leader);
  show_problem (self);
  ex_form_fit (GTK_WINDOW (self), parent);
  gtk_window_present (GTK_WINDOW (self));
  ex_leader_form_focus (self->form);
}
