#include "config.h"

#include "ex-check-in-dialog.h"

#include "core/ex-format.h"
#include "core/ex-todo.h"
#include "ex-alert.h"
#include "ex-day-entry.h"
#include "ex-evidence.h"
#include "ex-form-rows.h"
#include "ex-number-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define EX_TYPE_CHECK_IN_DIALOG (ex_check_in_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExCheckInDialog, ex_check_in_dialog, EX, CHECK_IN_DIALOG, AdwWindow)

struct _ExCheckInDialog
{
  AdwWindow            parent_instance;

  ExSession           *session;
  ExObjective         *objective;
  ExCycle             *cycle;
  ExDay                corrected; /* the day of the check-in that is corrected; EX_DAY_NONE: a new one */

  GtkWidget           *save;
  AdwPreferencesGroup *head;
  GtkLabel            *late;
  AdwEntryRow         *value;
  GtkWidget           *done_row;
  GtkSwitch           *done;
  ExDayEntry          *day;
  GtkSpinButton       *confidence;
  AdwEntryRow         *note;
  AdwEntryRow         *next;
  AdwEntryRow         *evidence;
  GtkLabel            *problem;
  GtkWidget           *remove;
};

G_DEFINE_FINAL_TYPE (ExCheckInDialog, ex_check_in_dialog, ADW_TYPE_WINDOW)

/* --- what is typed ------------------------------------------------------------------------------------------------------ */

static char *
text_of (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* NULL with @problem (transfer full) (nullable: nothing typed yet) where it is no check-in. */
static ExCheckIn *
typed (ExCheckInDialog *self, char **problem)
{
  g_autoptr (ExCheckIn) check_in = ex_check_in_new (self->objective->id, ex_day_entry_get_day (self->day), 0);
  g_autoptr (GPtrArray) problems = NULL;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->value));

  *problem = NULL;
  if (self->objective->kind == EX_KIND_MILESTONE)
    check_in->value = gtk_switch_get_active (self->done) ? 1 : 0;
  else if (*text == '\0')
    return NULL;
  else if (!ex_number_text_parse (text, &check_in->value))
    {
      *problem = g_strdup_printf (_("“%s” is not a number."), text);
      return NULL;
    }
  if (!ex_day_entry_is_valid (self->day) || check_in->day == EX_DAY_NONE)
    {
      *problem = g_strdup (_("Say the day that the value is true for."));
      return NULL;
    }
  check_in->recorded = ex_day_today ();
  check_in->confidence = gtk_spin_button_get_value_as_int (self->confidence);
  check_in->note = text_of (self->note);
  check_in->next = text_of (self->next);
  check_in->evidence = text_of (self->evidence);

  problems = ex_check_in_problems (check_in, self->objective, self->cycle);
  if (problems->len == 0)
    return g_steal_pointer (&check_in);
  *problem = g_strdup (g_ptr_array_index (problems, 0));
  return NULL;
}

static void
check_cb (ExCheckInDialog *self)
{
  g_autofree char *problem = NULL;
  g_autoptr (ExCheckIn) check_in = NULL;

  if (self->objective == NULL)
    return;
  check_in = typed (self, &problem);
  gtk_widget_set_sensitive (self->save, check_in != NULL);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

/* --- saving --------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExCheckIn *check_in;  /* NULL: only remove */
  char      *objective;
  ExDay      corrected;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_clear_pointer (&saving->check_in, ex_check_in_free);
  g_free (saving->objective);
  g_free (saving);
}

/* A correction that also moves the day takes the old day away, in the same action. */
static gpointer
save_check_in (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Saving *saving = data;
  gboolean moved = saving->check_in == NULL || (saving->corrected != EX_DAY_NONE && saving->corrected != saving->check_in->day);

  if (moved && !ex_store_remove_check_in (store, saving->objective, saving->corrected, error))
    return NULL;
  if (saving->check_in != NULL && !ex_store_save_check_in (store, saving->check_in, error))
    return NULL;
  return GINT_TO_POINTER (1);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExCheckInDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (ex_session_call_finish (EX_SESSION (source), result, &error) != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_widget_set_sensitive (self->save, TRUE);
  if (error != NULL)
    ex_alert_error (GTK_WIDGET (self), _("The check-in could not be saved"), error);
}

static void
write_check_in (ExCheckInDialog *self, const char *action, ExCheckIn *check_in)
{
  Saving *saving = g_new0 (Saving, 1);

  *saving = (Saving) { check_in, g_strdup (self->objective->id), self->corrected };
  gtk_widget_set_sensitive (self->save, FALSE);
  ex_session_write_async (self->session, action, save_check_in, saving, saving_free, NULL, NULL, saved_cb, g_object_ref (self));
}

static void
save_cb (ExCheckInDialog *self)
{
  g_autofree char *problem = NULL;
  ExCheckIn *check_in = typed (self, &problem);

  if (check_in != NULL)
    write_check_in (self, self->corrected != EX_DAY_NONE ? N_("Correct a check-in") : N_("Record a check-in"), check_in);
}

static void
remove_cb (ExCheckInDialog *self)
{
  write_check_in (self, N_("Remove a check-in"), NULL);
}

/* --- the window -------------------------------------------------------------------------------------------------------------- */

static void
ex_check_in_dialog_finalize (GObject *object)
{
  ExCheckInDialog *self = EX_CHECK_IN_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->objective, ex_objective_free);
  g_clear_pointer (&self->cycle, ex_cycle_free);
  G_OBJECT_CLASS (ex_check_in_dialog_parent_class)->finalize (object);
}

static void
ex_check_in_dialog_class_init (ExCheckInDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_check_in_dialog_finalize;
  g_type_ensure (EX_TYPE_DAY_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/check-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExCheckInDialog, save);
  gtk_widget_class_bind_template_child (widget_class, ExCheckInDialog, head);
  gtk_widget_class_bind_template_child (widget_class, ExCheckInDialog, late);
  gtk_widget_class_bind_template_child (widget_class, ExCheckInDialog, value);
  gtk_widget_class_bind_template_child (widget_class, ExCheckInDialog, done_row);
  gtk_widget_class_bind_template_child (widget_class, ExCheckInDialog, done);
  gtk_widget_class_bind_template_child (widget_class, ExCheckInDialog, day);
  gtk_widget_class_bind_template_child (widget_class, ExCheckInDialog, confidence);
  gtk_widget_class_bind_template_child (widget_class, ExCheckInDialog, note);
  gtk_widget_class_bind_template_child (widget_class, ExCheckInDialog, next);
  gtk_widget_class_bind_template_child (widget_class, ExCheckInDialog, evidence);
  gtk_widget_class_bind_template_child (widget_class, ExCheckInDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ExCheckInDialog, remove);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
ex_check_in_dialog_init (ExCheckInDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ex_evidence_attach (self->evidence, GTK_WIDGET (self));
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/* The unit is anybody's, and neither markup nor a mnemonic. */
static char *
value_title (const char *unit)
{
  g_autofree char *markup = unit != NULL ? g_markup_escape_text (unit, -1) : NULL;
  g_autoptr (GString) plain = g_string_new (markup);

  if (unit == NULL)
    return g_strdup (_("_Value"));
  g_string_replace (plain, "_", "__", 0);
  /* Translators: the unit of the value is in parentheses, "Value (%)" */
  return g_strdup_printf (_("_Value (%s)"), plain->str);
}

static void
fill_check_in (ExCheckInDialog *self, const ExCheckIn *check_in)
{
  g_autofree char *value = ex_number_text_format (check_in->value);
  gtk_window_set_title (GTK_WINDOW (self), _("Correct a Check-In"));
  gtk_button_set_label (GTK_BUTTON (self->save), _("_Save"));
  set_text (self->value, value);
  gtk_switch_set_active (self->done, check_in->value >= 0.5);
  gtk_spin_button_set_value (self->confidence, check_in->confidence);
  set_text (self->note, check_in->note);
  set_text (self->next, check_in->next);
  set_text (self->evidence, check_in->evidence);
  gtk_widget_set_visible (self->remove, TRUE);
}

/* What comes after the last day is late, and says so. */
static void
show_late (ExCheckInDialog *self)
{
  g_autofree char *last = ex_format_day (self->cycle->last);
  g_autofree char *words = g_strdup_printf (_("The cycle ended on %s: this check-in is marked as late, and needs a reason."), last);
  gboolean late = ex_day_today () > self->cycle->last;

  gtk_label_set_text (self->late, words);
  gtk_widget_set_visible (GTK_WIDGET (self->late), late);
  if (late)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note), _("_Note: why it comes after the cycle’s last day"));
}

/* Today; of a period that is over and has no check-in yet its last day, or it would be passed over. */
static ExDay
usual_day (ExCheckInDialog *self)
{
  ExCompany *company = ex_session_get_company (self->session);
  int index = ex_company_find_objective (company, self->objective->id);
  ExDay today = ex_day_today ();
  ExDay due = index >= 0 ? ex_check_in_due (self->objective, ex_company_get_reading (company, (guint) index), self->cycle, today) : EX_DAY_NONE;

  if (due != EX_DAY_NONE && due < today && self->objective->kind != EX_KIND_MILESTONE)
    return CLAMP (due, self->cycle->first, self->cycle->last);
  return CLAMP (today, self->cycle->first, self->cycle->last);
}

static void
fill (ExCheckInDialog *self, const ExCheckIn *check_in)
{
  gboolean milestone = self->objective->kind == EX_KIND_MILESTONE;
  g_autofree char *title = value_title (self->objective->unit);
  g_autofree char *markup = g_markup_escape_text (self->objective->title, -1);

  adw_preferences_group_set_title (self->head, markup);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->value), title);
  gtk_widget_set_visible (GTK_WIDGET (self->value), !milestone);
  gtk_widget_set_visible (self->done_row, milestone);
  ex_day_entry_set_label (self->day, _("Day that it is true for"));
  show_late (self);
  ex_day_entry_set_day (self->day, check_in != NULL ? check_in->day : usual_day (self));
  if (check_in != NULL)
    fill_check_in (self, check_in);
}

/* NULL: a check-in counts; else the sentence why none does any more. (transfer full) */
static char *
describe_shut (ExSession *session, const ExObjective *objective)
{
  ExReviews *reviews = ex_session_get_reviews (session);
  ExCompany *company = ex_session_get_company (session);
  int leader = ex_company_find_leader (company, objective->leader_id);
  const char *name = leader >= 0 ? ex_company_get_leader (company, (guint) leader)->name : "";

  if (ex_company_get_cycle (company)->phase == EX_PHASE_CLOSED)
    return g_strdup_printf (_("%s is closed: nothing in it changes any more."), ex_company_get_cycle (company)->name);
  if (reviews == NULL || leader < 0 || ex_reviews_get (reviews, (guint) leader)->state < EX_REVIEW_ASSESSED)
    return NULL;
  return g_strdup_printf (_("The review of %s is assessed: its figures are confirmed. A check-in counts again when the reviewer sends it back."),
                          name);
}

void
ex_check_in_dialog_present (GtkWidget *parent, ExSession *session, const ExObjective *objective, const ExCheckIn *check_in)
{
  const ExCycle *cycle = ex_company_get_cycle (ex_session_get_company (session));
  g_autofree char *shut = NULL;
  ExCheckInDialog *self;

  g_return_if_fail (cycle != NULL);

  shut = describe_shut (session, objective);
  if (shut != NULL)
    {
      ex_alert_show (parent, _("No check-ins any more"), shut);
      return;
    }
  self = g_object_new (EX_TYPE_CHECK_IN_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->session = g_object_ref (session);
  self->cycle = ex_cycle_copy (cycle);
  self->corrected = check_in != NULL ? check_in->day : EX_DAY_NONE;
  self->objective = ex_objective_copy (objective);
  fill (self, check_in);
  check_cb (self);
  ex_form_fit (GTK_WINDOW (self), parent);
  gtk_widget_grab_focus (self->objective->kind == EX_KIND_MILESTONE ? GTK_WIDGET (self->done) : GTK_WIDGET (self->value));
  gtk_window_present (GTK_WINDOW (self));
}
