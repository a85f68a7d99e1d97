#include "config.h"

#include "ex-manager-dialog.h"

#include "ex-alert.h"
#include "ex-day-entry.h"
#include "ex-form-rows.h"
#include "ex-leader-chooser.h"
#include "store/ex-store-reviews.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define EX_TYPE_MANAGER_DIALOG (ex_manager_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExManagerDialog, ex_manager_dialog, EX, MANAGER_DIALOG, AdwWindow)

struct _ExManagerDialog
{
  AdwWindow            parent_instance;

  ExSession           *session;
  char                *leader_id;
  char                *was;      /* the manager as it stands last; NULL: nobody */
  gboolean             saving;

  GtkWidget           *save;
  AdwPreferencesGroup *who;
  ExLeaderChooser     *manager;
  GtkCheckButton      *from_day;
  ExDayEntry          *day;
  GtkLabel            *hint;
};

G_DEFINE_FINAL_TYPE (ExManagerDialog, ex_manager_dialog, ADW_TYPE_WINDOW)

/* --- what is chosen ---------------------------------------------------------------------------------------------------------- */

/* A review that is agreed does not follow the line by itself. (transfer full) */
static char *
describe_review (ExManagerDialog *self)
{
  ExReviews *reviews = ex_session_get_reviews (self->session);
  int leader = reviews != NULL ? ex_company_find_leader (ex_reviews_get_company (reviews), self->leader_id) : -1;
  const char *cycle = reviews != NULL ? ex_reviews_get_cycle (reviews)->name : NULL;

  if (leader < 0 || !ex_reviews_takes_part (reviews, (guint) leader))
    return g_strdup ("");
  if (ex_reviews_get (reviews, (guint) leader)->state >= EX_REVIEW_AGREED)
    return g_strdup_printf (_("The review in %s is agreed with %s and stays there until you move it, on the Reviews page."), cycle,
                            ex_reviews_get_reviewer_name (reviews, (guint) leader));
  return g_strdup_printf (_("Whoever they report to on the day agrees the review in %s."), cycle);
}

/* What is wrong; NULL: nothing. */
static const char *
what_is_wrong (ExManagerDialog *self)
{
  if (gtk_check_button_get_active (self->from_day) && ex_day_entry_get_day (self->day) == EX_DAY_NONE)
    return _("Say from which day, like 2026-09-30.");
  return NULL;
}

static void
changed_cb (ExManagerDialog *self)
{
  const char *wrong;
  g_autofree char *review = NULL;

  if (self->session == NULL)
    return;
  wrong = what_is_wrong (self);
  review = describe_review (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->day), gtk_check_button_get_active (self->from_day));
  gtk_label_set_text (self->hint, wrong != NULL ? wrong : review);
  gtk_widget_set_sensitive (self->save, wrong == NULL && !self->saving && g_strcmp0 (ex_leader_chooser_get_id (self->manager), self->was) != 0);
}

/* --- saving --------------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  char *leader_id;
  char *manager_id;
  ExDay from;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->leader_id);
  g_free (change->manager_id);
  g_free (change);
}

static gpointer
change_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *change = data;

  return GINT_TO_POINTER (ex_store_change_manager (store, change->leader_id, change->manager_id, change->from, error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExManagerDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ex_session_call_finish (EX_SESSION (source), result, &error) != NULL;

  self->saving = FALSE;
  if (self->session == NULL)
    return;
  if (done)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  ex_alert_error (GTK_WIDGET (self), _("The manager could not be changed"), error);
  changed_cb (self);
}

static void
save_cb (ExManagerDialog *self)
{
  Change *change;

  if (self->saving || what_is_wrong (self) != NULL)
    return;
  change = g_new0 (Change, 1);
  change->leader_id = g_strdup (self->leader_id);
  change->manager_id = g_strdup (ex_leader_chooser_get_id (self->manager));
  change->from = gtk_check_button_get_active (self->from_day) ? ex_day_entry_get_day (self->day) : EX_DAY_NONE;
  self->saving = TRUE;
  changed_cb (self);
  ex_session_write_async (self->session, N_("Change a manager"), change_in_worker, change, change_free, NULL, NULL, saved_cb, g_object_ref (self));
}

/* --- the window -------------------------------------------------------------------------------------------------------------------- */

static void
ex_manager_dialog_dispose (GObject *object)
{
  ExManagerDialog *self = EX_MANAGER_DIALOG (object);

  G_OBJECT_CLASS (ex_manager_dialog_parent_class)->dispose (object);
  g_clear_object (&self->session);
  g_clear_pointer (&self->leader_id, g_free);
  g_clear_pointer (&self->was, g_free);
}

static void
ex_manager_dialog_class_init (ExManagerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_manager_dialog_dispose;
  g_type_ensure (EX_TYPE_DAY_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/manager-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExManagerDialog, save);
  gtk_widget_class_bind_template_child (widget_class, ExManagerDialog, who);
  gtk_widget_class_bind_template_child (widget_class, ExManagerDialog, from_day);
  gtk_widget_class_bind_template_child (widget_class, ExManagerDialog, day);
  gtk_widget_class_bind_template_child (widget_class, ExManagerDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ex_manager_dialog_init (ExManagerDialog *self)
{
  GtkWidget *chooser;

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_group_add (self->who, ex_form_leader_row_new (_("_Reports to"), _("Nobody"), &chooser));
  self->manager = EX_LEADER_CHOOSER (chooser);
  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (changed_cb), self);
}

void
ex_manager_dialog_present (GtkWidget *parent, ExSession *session, const char *leader_id, const char *manager_id)
{
  ExCompany *company = ex_session_get_company (session);
  int index = ex_company_find_leader (company, leader_id);
  ExManagerDialog *self;

  if (index < 0)
    return;
  self = g_object_new (EX_TYPE_MANAGER_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->leader_id = g_strdup (leader_id);
  self->was = g_strdup (manager_id);
  adw_preferences_group_set_title (self->who, ex_company_get_leader (company, (guint) index)->name);
  ex_leader_chooser_fill (self->manager, company, leader_id, manager_id);
  ex_day_entry_set_day (self->day, ex_day_today ());
  self->session = g_object_ref (session);
  changed_cb (self);
  ex_form_fit (GTK_WINDOW (self), parent);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->manager), GTK_DIR_TAB_FORWARD);
}
