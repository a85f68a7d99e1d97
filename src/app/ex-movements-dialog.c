#include "config.h"

#include "ex-movements-dialog.h"

#include "core/ex-format.h"
#include "ex-alert.h"
#include "ex-form-rows.h"
#include "ex-import-dialog.h"
#include "ex-movement-form.h"
#include "store/ex-store-asset.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define EX_TYPE_MOVEMENTS_DIALOG (ex_movements_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExMovementsDialog, ex_movements_dialog, EX, MOVEMENTS_DIALOG, AdwWindow)

struct _ExMovementsDialog
{
  AdwWindow       parent_instance;

  ExSession      *session;
  GtkWidget      *parent;  /* weak */
  ExAsset        *asset;   /* (nullable) that the list was made of */

  GtkStack       *stack;
  GtkWidget      *back;
  GtkWidget      *save;
  GtkWidget      *add;
  GtkWidget      *remove;
  GtkLabel       *heading;
  GtkListBox     *list;
  GtkLabel       *form_heading;
  ExMovementForm *form;
};

G_DEFINE_FINAL_TYPE (ExMovementsDialog, ex_movements_dialog, ADW_TYPE_WINDOW)

static guint
n_periods (ExMovementsDialog *self)
{
  return self->asset != NULL ? self->asset->spans->len : 0;
}

static const ExSpan *
span_of (ExMovementsDialog *self, guint i)
{
  return g_ptr_array_index (self->asset->spans, i);
}

/* --- the list, latest first ---------------------------------------------------------------------------------------------------- */

/* "1,204 → 1,180 customers, 3.2 M € → 3.1 M €" */
static char *
row_words (ExMovementsDialog *self, const ExMovement *m)
{
  const char *currency = ex_company_get_info (ex_session_get_company (self->session))->currency;
  g_autofree char *opening = ex_format_integer (m->opening.customers);
  g_autofree char *closing = ex_format_integer (m->closing.customers);
  g_autofree char *from = ex_format_money_short (m->opening.value, currency);
  g_autofree char *to = ex_format_money_short (m->closing.value, currency);

  /* Translators: customers and value at the beginning and at the end of a period */
  return g_strdup_printf (ngettext ("%s → %s customer, %s → %s", "%s → %s customers, %s → %s", (gulong) m->closing.customers), opening, closing, from, to);
}

static void
add_row (ExMovementsDialog *self, guint i)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *label = ex_period_to_label (span_of (self, i)->period, TRUE);
  g_autofree char *words = row_words (self, &span_of (self, i)->movement);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "span", GUINT_TO_POINTER (i));
  gtk_list_box_append (self->list, row);
}

static char *
next_label (ExMovementsDialog *self)
{
  ExPeriod next;

  if (n_periods (self) == 0)
    return g_strdup (_("_Add the First Period"));
  next = span_of (self, n_periods (self) - 1)->period;
  next.index++;
  {
    g_autofree char *label = ex_period_to_label (next, TRUE);

    return g_strdup_printf (_("_Add %s"), label);
  }
}

static void
show_buttons (ExMovementsDialog *self)
{
  g_autofree char *add = next_label (self);
  guint n = n_periods (self);

  gtk_button_set_label (GTK_BUTTON (self->add), add);
  gtk_widget_set_visible (self->remove, n > 0);
  if (n > 0)
    {
      g_autofree char *label = ex_period_to_label (span_of (self, n - 1)->period, TRUE);
      g_autofree char *remove = g_strdup_printf (_("_Remove %s"), label);

      gtk_button_set_label (GTK_BUTTON (self->remove), remove);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_label_set_text (self->heading, n > 0 ? _("Movements by period") : _("No movements yet"));
}

static void
show_list (ExMovementsDialog *self)
{
  ExAsset *asset = (ExAsset *) ex_session_get_asset (self->session);
  GtkListBoxRow *row;

  if (asset != NULL && (!asset->entered || asset->spans->len == 0))
    asset = NULL;
  g_clear_pointer (&self->asset, ex_asset_unref);
  self->asset = asset != NULL ? ex_asset_ref (asset) : NULL;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = n_periods (self); i > 0; i--)
    add_row (self, i - 1);
  show_buttons (self);
}

/* --- one period ------------------------------------------------------------------------------------------------------------------- */

static void
go_to (ExMovementsDialog *self, const char *name)
{
  gboolean form = g_str_equal (name, "form");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->back, form);
  gtk_widget_set_visible (self->save, form);
  gtk_window_set_default_widget (GTK_WINDOW (self), form ? self->save : NULL);
}

static void
form_changed_cb (ExMovementsDialog *self)
{
  ExEnteredMovement entered;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "movements.save", ex_movement_form_read (self->form, &entered));
}

/* @i: of the list; as many as there are: the next one. */
static void
edit (ExMovementsDialog *self, guint i)
{
  const char *currency = ex_company_get_info (ex_session_get_company (self->session))->currency;
  const ExMovement *previous = i > 0 ? &span_of (self, i - 1)->movement : NULL;
  const ExMovement *movement = i < n_periods (self) ? &span_of (self, i)->movement : NULL;
  ExPeriod period = { 0 };
  g_autofree char *label = NULL;

  if (movement != NULL)
    period = span_of (self, i)->period;
  else if (previous != NULL)
    period = (ExPeriod) { span_of (self, i - 1)->period.grain, span_of (self, i - 1)->period.index + 1 };
  label = period.grain != 0 ? ex_period_to_label (period, TRUE) : g_strdup (_("The first period"));
  gtk_label_set_text (self->form_heading, label);
  go_to (self, "form");
  ex_movement_form_fill (self->form, currency, period.grain != 0 ? &period : NULL, previous, movement);
}

static void
row_activated_cb (ExMovementsDialog *self, GtkListBoxRow *row)
{
  edit (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "span")));
}

/* --- writing ------------------------------------------------------------------------------------------------------------------------- */

static gpointer
save_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_save_movement (store, data, error));
}

static gpointer
remove_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_remove_movement (store, *(const ExPeriod *) data, error));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ExMovementsDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ex_session_call_finish (EX_SESSION (source), result, &error) != NULL;

  if (self->session == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  if (!done)
    {
      ex_alert_show (GTK_WIDGET (self), _("The movements could not be kept"), error->message);
      return;
    }
  show_list (self);
  go_to (self, "list");
  gtk_widget_grab_focus (self->add);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExMovementsDialog *self = EX_MOVEMENTS_DIALOG (widget);
  ExEnteredMovement entered;

  if (!ex_movement_form_read (self->form, &entered) || !gtk_widget_get_sensitive (GTK_WIDGET (self->stack)))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  ex_session_write_async (self->session, N_("Enter movements"), save_in_worker, g_memdup2 (&entered, sizeof entered), g_free, NULL, NULL,
                          written_cb, g_object_ref (self));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExMovementsDialog *self = EX_MOVEMENTS_DIALOG (widget);

  edit (self, n_periods (self));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExMovementsDialog *self = EX_MOVEMENTS_DIALOG (widget);
  guint n = n_periods (self);

  if (n == 0 || !gtk_widget_get_sensitive (GTK_WIDGET (self->stack)))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  ex_session_write_async (self->session, N_("Remove movements"), remove_in_worker, g_memdup2 (&span_of (self, n - 1)->period, sizeof (ExPeriod)), g_free,
                          NULL, NULL, written_cb, g_object_ref (self));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExMovementsDialog *self = EX_MOVEMENTS_DIALOG (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "form"))
    {
      go_to (self, "list");
      gtk_widget_grab_focus (self->add);
    }
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExMovementsDialog *self = EX_MOVEMENTS_DIALOG (widget);
  g_autoptr (GtkWidget) parent = self->parent != NULL ? g_object_ref (self->parent) : NULL;
  g_autoptr (ExSession) session = g_object_ref (self->session);

  gtk_window_destroy (GTK_WINDOW (self));
  if (parent != NULL)
    ex_import_dialog_present (parent, session, EX_IMPORT_MOVEMENTS, NULL);
}

/* --- the widget ------------------------------------------------------------------------------------------------------------------------- */

static void
ex_movements_dialog_dispose (GObject *object)
{
  ExMovementsDialog *self = EX_MOVEMENTS_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->parent);
  g_clear_pointer (&self->asset, ex_asset_unref);
  G_OBJECT_CLASS (ex_movements_dialog_parent_class)->dispose (object);
}

static void
ex_movements_dialog_class_init (ExMovementsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_movements_dialog_dispose;
  g_type_ensure (EX_TYPE_MOVEMENT_FORM);
  gtk_widget_class_install_action (widget_class, "movements.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "movements.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "movements.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "movements.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "movements.import", NULL, import_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/movements-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExMovementsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ExMovementsDialog, back);
  gtk_widget_class_bind_template_child (widget_class, ExMovementsDialog, save);
  gtk_widget_class_bind_template_child (widget_class, ExMovementsDialog, add);
  gtk_widget_class_bind_template_child (widget_class, ExMovementsDialog, remove);
  gtk_widget_class_bind_template_child (widget_class, ExMovementsDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, ExMovementsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ExMovementsDialog, form_heading);
  gtk_widget_class_bind_template_child (widget_class, ExMovementsDialog, form);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "movements.back", NULL);
}

static void
ex_movements_dialog_init (ExMovementsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ex_movements_dialog_present (GtkWidget *parent, ExSession *session)
{
  ExMovementsDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  self = g_object_new (EX_TYPE_MOVEMENTS_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->parent, parent);
  show_list (self);
  go_to (self, "list");
  ex_form_fit (GTK_WINDOW (self), parent);
  if (n_periods (self) == 0)
    edit (self, 0);
  gtk_window_present (GTK_WINDOW (self));
}
