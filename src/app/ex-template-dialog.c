#include "config.h"

#include "ex-template-dialog.h"

#include "ex-alert.h"
#include "ex-form-rows.h"
#include "store/ex-store-reviews.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define N_DRIVERS 4

#define EX_TYPE_TEMPLATE_DIALOG (ex_template_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExTemplateDialog, ex_template_dialog, EX, TEMPLATE_DIALOG, AdwWindow)

typedef enum { TITLE, DESCRIPTION, DRIVER, KIND, UNIT, DECIMALS, AGGREGATE, FALLS, SOURCE, CADENCE, STAGE, N_FIELDS } Field;

struct _ExTemplateDialog
{
  AdwWindow            parent_instance;

  ExSession           *session;
  ExTemplate          *base;             /* as it was; keeps the id */
  gboolean             filling;
  GtkWidget           *rows[N_FIELDS];
  GtkWidget           *inputs[N_FIELDS]; /* AdwEntryRow, GtkDropDown or GtkSwitch */

  AdwPreferencesGroup *what;
  AdwPreferencesGroup *measure;
  GtkLabel            *problem;
};

G_DEFINE_FINAL_TYPE (ExTemplateDialog, ex_template_dialog, ADW_TYPE_WINDOW)

/* --- reading --------------------------------------------------------------------------------------------------------------------------------- */

/* (transfer full) (nullable) */
static char *
text (ExTemplateDialog *self, Field field)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->inputs[field]))));

  return *typed != '\0' ? g_steal_pointer (&typed) : NULL;
}

static guint
choice (ExTemplateDialog *self, Field field)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->inputs[field]));

  return selected == GTK_INVALID_LIST_POSITION ? 0 : selected;
}

/* (transfer full) */
static ExTemplate *
typed (ExTemplateDialog *self)
{
  g_autofree char *title = text (self, TITLE);
  ExTemplate *template = ex_template_new (self->base->id, title != NULL ? title : "");
  guint driver = choice (self, DRIVER);

  template->description = text (self, DESCRIPTION);
  template->has_driver = driver > 0;
  template->driver = driver > 0 ? (ExDriver) (driver - 1) : EX_DRIVER_ACQUIRE;
  template->kind = (ExKind) choice (self, KIND);
  template->source = text (self, SOURCE);
  template->cadence = (ExCadence) choice (self, CADENCE);
  template->stage = text (self, STAGE);
  template->own = TRUE;
  if (template->kind == EX_KIND_MILESTONE)
    return template;
  template->unit = text (self, UNIT);
  template->decimals = (int) choice (self, DECIMALS);
  template->aggregate = (ExAggregate) choice (self, AGGREGATE);
  template->falls = template->kind == EX_KIND_NUMBER && gtk_switch_get_active (GTK_SWITCH (self->inputs[FALLS]));
  return template;
}

static void
check_cb (ExTemplateDialog *self)
{
  g_autoptr (ExTemplate) template = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  const char *problem;

  if (self->filling)
    return;
  template = typed (self);
  problems = ex_template_problems (template);
  problem = problems->len > 0 ? g_ptr_array_index (problems, 0) : "";
  gtk_label_set_text (self->problem, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problems->len > 0);
  gtk_widget_set_visible (self->rows[UNIT], template->kind != EX_KIND_MILESTONE);
  gtk_widget_set_visible (self->rows[DECIMALS], template->kind != EX_KIND_MILESTONE);
  gtk_widget_set_visible (self->rows[AGGREGATE], template->kind != EX_KIND_MILESTONE);
  gtk_widget_set_visible (self->rows[FALLS], template->kind == EX_KIND_NUMBER);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.save", problems->len == 0);
}

/* --- saving ------------------------------------------------------------------------------------------------------------------------------------ */

static gpointer
save_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_save_template (store, data, error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExTemplateDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (ex_session_call_finish (EX_SESSION (source), result, &error) != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.save", TRUE);
  if (error != NULL)
    ex_alert_error (GTK_WIDGET (self), _("The template could not be saved"), error);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExTemplateDialog *self = EX_TEMPLATE_DIALOG (widget);

  gtk_widget_action_set_enabled (widget, "template.save", FALSE);
  ex_session_write_async (self->session, N_("Save a template"), save_in_worker, typed (self), (GDestroyNotify) ex_template_free, NULL, NULL,
                          saved_cb, g_object_ref (self));
}

static void
settled_cb (ExTemplateDialog *self)
{
}

/* --- the rows ------------------------------------------------------------------------------------------------------------------------------------ */

static void
add_text (ExTemplateDialog *self, AdwPreferencesGroup *group, Field field, const char *label, const char *value)
{
  self->rows[field] = self->inputs[field] = ex_form_entry_row_new (label, G_CALLBACK (check_cb), G_CALLBACK (settled_cb), self);
  gtk_editable_set_text (GTK_EDITABLE (self->inputs[field]), value != NULL ? value : "");
  adw_preferences_group_add (group, self->rows[field]);
}

/* Takes @words. */
static void
add_choice (ExTemplateDialog *self, AdwPreferencesGroup *group, Field field, const char *label, GPtrArray *words, guint selected)
{
  self->rows[field] = ex_form_choice_row_new (label, FALSE, &self->inputs[field]);
  ex_form_set_choices (self->inputs[field], words, selected);
  g_signal_connect_object (self->inputs[field], "notify::selected", G_CALLBACK (check_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, self->rows[field]);
  g_ptr_array_unref (words);
}

static void
add_switch (ExTemplateDialog *self, AdwPreferencesGroup *group, Field field, const char *label, gboolean active)
{
  g_autofree char *plain = ex_form_plain_label (label);

  self->rows[field] = adw_action_row_new ();
  self->inputs[field] = gtk_switch_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[field]), label);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->rows[field]), TRUE);
  gtk_switch_set_active (GTK_SWITCH (self->inputs[field]), active);
  gtk_widget_set_valign (self->inputs[field], GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->inputs[field]), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
  g_signal_connect_object (self->inputs[field], "notify::active", G_CALLBACK (check_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->rows[field]), self->inputs[field]);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->rows[field]), self->inputs[field]);
  adw_preferences_group_add (group, self->rows[field]);
}

static GPtrArray *
drivers (void)
{
  GPtrArray *words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) _("none"));
  for (guint i = 0; i < N_DRIVERS; i++)
    g_ptr_array_add (words, (gpointer) ex_driver_label (i));
  return words;
}

static GPtrArray *
labels (guint n, const char *(* label) (guint i))
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (words, (gpointer) label (i));
  return words;
}

static const char *
decimals_label (guint i)
{
  static const char *const digits[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" };

  return digits[i];
}

static const char *
kind_label (guint i)
{
  return ex_kind_label (i);
}

static const char *
aggregate_label (guint i)
{
  return ex_aggregate_label (i);
}

static const char *
cadence_label (guint i)
{
  return i == EX_CADENCE_NONE ? _("not said") : ex_cadence_label (i);
}

static void
build (ExTemplateDialog *self)
{
  const ExTemplate *base = self->base;

  self->filling = TRUE;
  add_text (self, self->what, TITLE, _("_Title"), base->title);
  add_text (self, self->what, DESCRIPTION, _("_Description"), base->description);
  add_choice (self, self->what, DRIVER, _("D_river"), drivers (), base->has_driver ? (guint) base->driver + 1 : 0);
  add_choice (self, self->measure, KIND, _("_Kind"), labels (EX_KIND_MILESTONE + 1, kind_label), base->kind);
  add_text (self, self->measure, UNIT, _("_Unit"), base->unit);
  add_choice (self, self->measure, DECIMALS, _("Deci_mals"), labels (10, decimals_label), (guint) base->decimals);
  add_choice (self, self->measure, AGGREGATE, _("Check-ins _give"), labels (EX_AGGREGATE_MAXIMUM + 1, aggregate_label), base->aggregate);
  add_switch (self, self->measure, FALLS, _("_Lower is better"), base->falls);
  add_text (self, self->measure, SOURCE, _("S_ource of the data"), base->source);
  add_choice (self, self->measure, CADENCE, _("C_hecked"), labels (EX_CADENCE_QUARTERLY + 1, cadence_label), base->cadence);
  add_text (self, self->measure, STAGE, _("_Journey stage"), base->stage);
  self->filling = FALSE;
  check_cb (self);
}

/* --- the window ------------------------------------------------------------------------------------------------------------------------------------ */

static void
ex_template_dialog_finalize (GObject *object)
{
  ExTemplateDialog *self = EX_TEMPLATE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->base, ex_template_free);
  G_OBJECT_CLASS (ex_template_dialog_parent_class)->finalize (object);
}

static void
ex_template_dialog_class_init (ExTemplateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_template_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "template.save", NULL, save_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/template-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExTemplateDialog, what);
  gtk_widget_class_bind_template_child (widget_class, ExTemplateDialog, measure);
  gtk_widget_class_bind_template_child (widget_class, ExTemplateDialog, problem);
}

static void
ex_template_dialog_init (ExTemplateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ex_template_dialog_present (GtkWidget *parent, ExSession *session, const ExTemplate *template)
{
  ExTemplateDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && EX_IS_SESSION (session));

  self = g_object_new (EX_TYPE_TEMPLATE_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->session = g_object_ref (session);
  self->base = template != NULL ? ex_template_copy (template) : ex_template_new (NULL, "");
  if (self->base->id == NULL)
    self->base->id = g_uuid_string_random ();
  build (self);
  ex_form_fit (GTK_WINDOW (self), parent);
  gtk_widget_grab_focus (self->inputs[TITLE]);
  gtk_window_present (GTK_WINDOW (self));
}
