#include "config.h"

#include "ex-reason-dialog.h"

#include "ex-form-rows.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define EX_TYPE_REASON_DIALOG (ex_reason_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExReasonDialog, ex_reason_dialog, EX, REASON_DIALOG, AdwWindow)

struct _ExReasonDialog
{
  AdwWindow       parent_instance;

  GtkWidget      *choose;
  GtkLabel       *heading;
  GtkLabel       *body;
  GtkTextView    *text;

  GtkWidget      *parent;
  ExReasonChosen  chosen;
  gpointer        data;
  GDestroyNotify  destroy;
};

G_DEFINE_FINAL_TYPE (ExReasonDialog, ex_reason_dialog, ADW_TYPE_WINDOW)

/* (transfer full) */
static char *
typed (ExReasonDialog *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (self->text), &start, &end);
  return g_strstrip (gtk_text_iter_get_text (&start, &end));
}

static void
changed_cb (ExReasonDialog *self)
{
  g_autofree char *why = typed (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reason.choose", *why != '\0');
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ExReasonDialog *self = EX_REASON_DIALOG (widget);
  g_autoptr (ExReasonDialog) kept = g_object_ref (self);
  g_autofree char *why = typed (self);

  gtk_window_destroy (GTK_WINDOW (self));
  self->chosen (self->parent, why, self->data);
}

static void
ex_reason_dialog_finalize (GObject *object)
{
  ExReasonDialog *self = EX_REASON_DIALOG (object);

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_clear_object (&self->parent);
  G_OBJECT_CLASS (ex_reason_dialog_parent_class)->finalize (object);
}

static void
ex_reason_dialog_class_init (ExReasonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ex_reason_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "reason.choose", NULL, choose_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/exemplar/Exemplar/ui/reason-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExReasonDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, ExReasonDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, ExReasonDialog, body);
  gtk_widget_class_bind_template_child (widget_class, ExReasonDialog, text);
}

static void
ex_reason_dialog_init (ExReasonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

void
ex_reason_dialog_present (GtkWidget *parent, const char *heading, const char *body, const char *label, ExReasonChosen chosen, gpointer data,
                          GDestroyNotify destroy)
{
  ExReasonDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (heading != NULL && label != NULL && chosen != NULL);

  self = g_object_new (EX_TYPE_REASON_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->parent = g_object_ref (parent);
  self->chosen = chosen;
  self->data = data;
  self->destroy = destroy;
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->body, body != NULL ? body : "");
  gtk_widget_set_visible (GTK_WIDGET (self->body), body != NULL);
  gtk_button_set_label (GTK_BUTTON (self->choose), label);
  ex_form_fit (GTK_WINDOW (self), parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  gtk_window_present (GTK_WINDOW (self));
}
