#include "config.h"

#include "ex-lifetime-dialog.h"

#include "core/ex-quantity.h"
#include "ex-alert.h"
#include "ex-form-rows.h"
#include "ex-number-text.h"
#include "store/ex-store-asset.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define EX_TYPE_LIFETIME_DIALOG (ex_lifetime_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExLifetimeDialog, ex_lifetime_dialog, EX, LIFETIME_DIALOG, AdwWindow)

struct _ExLifetimeDialog
{
  AdwWindow            parent_instance;

  ExSession           *session;
  GtkWidget           *parent;   /* weak: where an error is said */

  AdwPreferencesGroup *rows;
  GtkLabel            *problem;
  GtkWidget           *margin;
  GtkWidget           *discount;
};

G_DEFINE_FINAL_TYPE (ExLifetimeDialog, ex_lifetime_dialog, ADW_TYPE_WINDOW)

/* Percent, up to two decimals, 0 to 100, as basis points; empty: -1. FALSE: none of it. */
static gboolean
read_percent (GtkWidget *row, int *basis_points)
{
  double percent;

  if (!ex_number_text_parse (gtk_editable_get_text (GTK_EDITABLE (row)), &percent))
    return FALSE;
  *basis_points = isnan (percent) ? -1 : (int) lround (CLAMP (percent, -1000, 1000) * 100);
  return isnan (percent) || (percent >= 0 && percent <= 100 && fabs (percent * 100 - *basis_points) < 1e-6);
}

/* (nullable) */
static const char *
find_problem (ExLifetimeDialog *self, int *margin, int *discount)
{
  if (!read_percent (self->margin, margin))
    return _("The margin is a percentage from 0 to 100 with at most two decimals.");
  if (!read_percent (self->discount, discount))
    return _("The discount is a percentage from 0 to 100 with at most two decimals.");
  if ((*margin < 0) != (*discount < 0))
    return _("A lifetime value needs both. Leave both empty to say none.");
  return NULL;
}

static void
changed_cb (ExLifetimeDialog *self)
{
  int margin, discount;
  const char *problem = find_problem (self, &margin, &discount);

  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  /* As high as what it says, also of what is wrong. */
  g_object_set (self, "default-height", -1, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lifetime.save", problem == NULL);
}

/* --- saving ---------------------------------------------------------------------------------------------------------------- */

typedef struct { int margin, discount; } Terms;

static gpointer
save_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Terms *terms = data;

  return GINT_TO_POINTER (ex_store_set_lifetime_terms (store, terms->margin, terms->discount, error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) parent = data;
  g_autoptr (GError) error = NULL;

  if (ex_session_call_finish (EX_SESSION (source), result, &error) == NULL)
    ex_alert_error (parent, _("The margin and the discount could not be set"), error);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExLifetimeDialog *self = EX_LIFETIME_DIALOG (widget);
  Terms terms;

  if (find_problem (self, &terms.margin, &terms.discount) != NULL)
    return;
  if (self->parent != NULL)
    ex_session_write_async (self->session, N_("Say what a customer is worth"), save_in_worker, g_memdup2 (&terms, sizeof terms), g_free, NULL, NULL,
                            saved_cb, g_object_ref (self->parent));
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the widget --------------------------------------------------------------------------------------------------------------- */

static void
ex_lifetime_dialog_dispose (GObject *object)
{
  ExLifetimeDialog *self = EX_LIFETIME_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->parent);
  G_OBJECT_CLASS (ex_lifetime_dialog_parent_class)->dispose (object);
}

static void
ex_lifetime_dialog_class_init (ExLifetimeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ex_lifetime_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "lifetime.save", NULL, save_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/lifetime-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExLifetimeDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, ExLifetimeDialog, problem);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ex_lifetime_dialog_init (ExLifetimeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->margin = ex_form_entry_row_new (_("_Margin: percent of the value that stays"), G_CALLBACK (changed_cb), G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (self->rows, self->margin);
}

static char *
percent_text (int basis_points)
{
  return ex_number_text_format (basis_points < 0 ? EX_UNSET : basis_points / 100.0);
}

/* The rate is of one period of the ledger. */
static void
add_discount (ExLifetimeDialog *self, ExGrain grain)
{
  const char *label = grain == EX_GRAIN_MONTH ? _("_Discount a month, percent")
                      : grain == EX_GRAIN_QUARTER ? _("_Discount a quarter, percent") : _("_Discount a year, percent");

  self->discount = ex_form_entry_row_new (label, G_CALLBACK (changed_cb), G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (self->rows, self->discount);
}

void
ex_lifetime_dialog_present (GtkWidget *parent, ExSession *session)
{
  const ExAsset *asset = ex_session_get_asset (session);
  g_autofree char *margin = NULL;
  g_autofree char *discount = NULL;
  ExLifetimeDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  if (asset == NULL)
    return;
  self = g_object_new (EX_TYPE_LIFETIME_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->parent, parent);
  add_discount (self, asset->grain);
  margin = percent_text (asset->margin);
  discount = percent_text (asset->discount);
  gtk_editable_set_text (GTK_EDITABLE (self->margin), margin);
  gtk_editable_set_text (GTK_EDITABLE (self->discount), discount);
  changed_cb (self);
  ex_form_fit (GTK_WINDOW (self), parent);
  gtk_widget_grab_focus (self->margin);
  gtk_window_present (GTK_WINDOW (self));
}
