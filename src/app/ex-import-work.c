#include "config.h"

#include "ex-import-work.h"

#include "core/ex-format.h"

#include <glib/gi18n.h>

#define SHOW_AFTER_MS 300 /* what is quicker needs no bar */
#define TICK_MS 100
#define LEFT_AFTER_S 2     /* and the time left is not guessed before */
#define LEFT_FROM 0.03

struct _ExImportWork
{
  GtkWidget         parent_instance;

  ExImportProgress *progress; /* NULL: nothing is done */
  gint64            began;    /* monotonic time */
  guint             ticking;  /* source */

  char             *text;     /* what is done */

  GtkWidget        *revealer;
  GtkLabel         *label;
  GtkProgressBar   *bar;
};

enum { STOP, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExImportWork, ex_import_work, GTK_TYPE_WIDGET)

/* "about 20 seconds left", in steps that do not flicker. (transfer full) (nullable) */
static char *
left_words (double fraction, double seconds)
{
  double left = fraction > 0 ? seconds * (1 - fraction) / fraction : 0;
  guint shown = left > 20 ? (guint) (left / 5 + 0.5) * 5 : (guint) (left + 0.5);

  if (fraction < LEFT_FROM || seconds < LEFT_AFTER_S || shown == 0)
    return NULL;
  if (shown < 90)
    return g_strdup_printf (ngettext ("about %u second left", "about %u seconds left", shown), shown);
  shown = (guint) (left / 60 + 0.5);
  return g_strdup_printf (ngettext ("about %u minute left", "about %u minutes left", shown), shown);
}

/* "Reading customers.csv… 3,200,000 rows, about 20 seconds left" */
static void
show_words (ExImportWork *self, double fraction)
{
  gsize rows = ex_import_progress_get_rows (self->progress);
  g_autofree char *left = left_words (fraction, (double) (g_get_monotonic_time () - self->began) / G_USEC_PER_SEC);
  g_autofree char *number = ex_format_integer ((gint64) rows);
  g_autofree char *read = rows > 0 ? g_strdup_printf (ngettext ("%s row", "%s rows", (gulong) rows), number) : NULL;
  g_autoptr (GString) words = g_string_new (self->text);

  if (read != NULL)
    g_string_append_printf (words, " %s", read);
  if (left != NULL)
    g_string_append_printf (words, "%s%s", read != NULL ? ", " : " ", left);
  gtk_label_set_text (self->label, words->str);
}

static gboolean
tick_cb (gpointer data)
{
  ExImportWork *self = data;
  double fraction = ex_import_progress_get (self->progress);

  if (g_get_monotonic_time () - self->began < SHOW_AFTER_MS * 1000)
    return G_SOURCE_CONTINUE;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  show_words (self, fraction);
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
  g_free (self->text);
  self->text = g_strdup (text);
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
  g_clear_pointer (&self->text, g_free);
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
