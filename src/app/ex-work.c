#include "config.h"

#include "ex-work.h"

#include "ex-window-private.h"

#include <glib/gi18n.h>

#define SHOW_AFTER_MS 330
#define UPDATE_EVERY_MS 100

struct _ExWork
{
  ExWindow     *window;      /* weak */
  GtkWidget    *bar;         /* NULL until shown; weak */
  GtkWidget    *progress;
  GCancellable *cancellable;
  char         *label;
  int           permille;    /* atomic: set by any thread */
  guint         timeout_id;
};

static void
cancel_cb (GtkButton *button, gpointer data)
{
  ExWork *self = data;

  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  g_cancellable_cancel (self->cancellable);
}

static gboolean
update_cb (gpointer data)
{
  ExWork *self = data;
  int permille = g_atomic_int_get (&self->permille);

  if (self->bar == NULL)
    return G_SOURCE_CONTINUE;
  if (permille > 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), permille / 1000.0);
  else
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress));
  return G_SOURCE_CONTINUE;
}

static GtkWidget *
label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
build_bar (ExWork *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  gtk_widget_add_css_class (bar, "work-bar");
  gtk_box_append (GTK_BOX (bar), label_new (self->label));
  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_hexpand (self->progress, TRUE);
  gtk_widget_set_valign (self->progress, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
  gtk_box_append (GTK_BOX (bar), self->progress);
  gtk_widget_set_visible (cancel, self->cancellable != NULL);
  g_signal_connect (cancel, "clicked", G_CALLBACK (cancel_cb), self);
  gtk_box_append (GTK_BOX (bar), cancel);
  g_set_weak_pointer (&self->bar, bar);
  ex_window_add_work_bar (self->window, bar);
}

static gboolean
show_cb (gpointer data)
{
  ExWork *self = data;

  self->timeout_id = 0;
  if (self->window != NULL)
    {
      build_bar (self);
      self->timeout_id = g_timeout_add (UPDATE_EVERY_MS, update_cb, self);
    }
  return G_SOURCE_REMOVE;
}

ExWork *
ex_work_start (GtkWidget *widget, const char *label, GCancellable *cancellable)
{
  ExWork *self = g_new0 (ExWork, 1);
  GtkWidget *window;

  g_return_val_if_fail (label != NULL, self);

  window = widget != NULL ? gtk_widget_get_ancestor (widget, EX_TYPE_WINDOW) : NULL;
  g_set_weak_pointer (&self->window, EX_WINDOW (window));
  g_set_object (&self->cancellable, cancellable);
  self->label = g_strdup (label);
  self->timeout_id = g_timeout_add (SHOW_AFTER_MS, show_cb, self);
  return self;
}

void
ex_work_progress (double fraction, gpointer work)
{
  ExWork *self = work;

  g_return_if_fail (work != NULL);

  g_atomic_int_set (&self->permille, (int) (CLAMP (fraction, 0, 1) * 1000));
}

void
ex_work_end (ExWork *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->bar != NULL && gtk_widget_get_parent (self->bar) != NULL)
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->bar)), self->bar);
  g_clear_weak_pointer (&self->bar);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->cancellable);
  g_free (self->label);
  g_free (self);
}
