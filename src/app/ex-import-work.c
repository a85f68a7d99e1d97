#include "config.h"

#include "ex-import-work.h"

#include <glib/gi18n.h>

#define SHOW_AFTER_MS 300 /* what is quicker needs no bar */
#define TICK_MS 100

struct _ExImportWork
{
  GtkWidget         parent_instance;

  ExImportProgress *progress; /* NULL: nothing is done */
  gint64            began;    /* monotonic time */
  guint             ticking;  /* source */

  GtkWidget        *revealer;
  GtkLabel         *label;
  GtkProgressBar   *bar;
};

enum { STOP, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExImportWork, ex_import_work, GTK_TYPE_WIDGET)

static gboolean
tick_cb (gpointer data)
{
  ExImportWork *self = data;
  double fraction = ex_import_progress_get (self->progress);

  if (g_get_monotonic_time () - self->began < SHOW_AFTER_MS * 1000)
    return G_SOURCE_CONTINUE;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  if (fraction > 0)
    gtk_progress_bar_set_fraction (self->bar, fraction);
  else
    gtk_progress_bar_pulse (self->bar);
  return G_SOURCE_CONTINUE;
}

static void
stop_cb (ExImportWork *self)
{
  g_signal_emit (self, signals[STOP], 0);
}

ExImportProgress *
ex_import_work_begin (ExImportWork *self, const char *text)
{
  g_return_val_if_fail (EX_IS_IMPORT_WORK (self), NULL);

  g_clear_pointer (&self->progress, ex_import_progress_unref);
  self->progress = ex_import_progress_new ();
  self->began = g_get_monotonic_time ();
  gtk_label_set_text (self->label, text);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (self->ticking == 0)
    self->ticking = g_timeout_add (TICK_MS, tick_cb, self);
  return self->progress;
}

void
ex_import_work_end (ExImportWork *self)
{
  g_return_if_fail (EX_IS_IMPORT_WORK (self));

  g_clear_handle_id (&self->ticking, g_source_remove);
  g_clear_pointer (&self->progress, ex_import_progress_unref);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}

static void
ex_import_work_dispose (GObject *object)
{
  ExImportWork *self = EX_IMPORT_WORK (object);

  g_clear_handle_id (&self->ticking, g_source_remove);
  g_clear_pointer (&self->progress, ex_import_progress_unref);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (ex_import_work_parent_class)->dispose (object);
}

static void
ex_import_work_class_init (ExImportWorkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ex_import_work_dispose;
  signals[STOP] = g_signal_new ("stop", EX_TYPE_IMPORT_WORK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ex_import_work_init (ExImportWork *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *stop = gtk_button_new_with_mnemonic (_("_Stop"));

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_MIDDLE);
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->bar), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->bar), GTK_ALIGN_CENTER);
  g_signal_connect_object (stop, "clicked", G_CALLBACK (stop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "work-bar");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), stop);

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}
