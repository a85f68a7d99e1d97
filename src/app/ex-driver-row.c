#include "config.h"

#include "ex-driver-row.h"

#include "company/ex-claims-words.h"
#include "ex-figure.h"
#include "ex-why-button.h"

#include <glib/gi18n.h>
#include <math.h>

enum { FIGURE_REALISED, FIGURE_CHANGE, FIGURE_PROVEN, N_FIGURES };

struct _ExDriverRow
{
  GtkListBoxRow parent_instance;

  ExDriver      driver;
  GtkLabel     *words;
  GtkLabel     *figures[N_FIGURES];
  ExWhyButton  *why;
};

G_DEFINE_FINAL_TYPE (ExDriverRow, ex_driver_row, GTK_TYPE_LIST_BOX_ROW)

static const char * const captions[N_FIGURES] = { N_("Realised claims"), N_("Ledger’s change"), N_("Proven") };

static GtkLabel *
label_new (float xalign, const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, xalign);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), style);
  return label;
}

static GtkWidget *
figure_new (const char *caption, GtkLabel **value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkLabel *name = label_new (1, "caption");

  gtk_label_set_text (name, _(caption));
  gtk_widget_add_css_class (GTK_WIDGET (name), "dim-label");
  *value = label_new (1, "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*value));
  return box;
}

/* Figures under each other from driver to driver. */
static GtkWidget *
figures_new (ExDriverRow *self, GtkSizeGroup **groups)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  for (guint i = 0; i < N_FIGURES; i++)
    {
      GtkWidget *figure = figure_new (captions[i], &self->figures[i]);

      gtk_size_group_add_widget (groups[i], figure);
      gtk_box_append (GTK_BOX (line), figure);
    }
  self->why = EX_WHY_BUTTON (ex_why_button_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->why), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->why), GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->why));
  return line;
}

static void
ex_driver_row_class_init (ExDriverRowClass *klass)
{
}

static void
ex_driver_row_init (ExDriverRow *self)
{
}

GtkWidget *
ex_driver_row_new (ExDriver driver, GtkSizeGroup **groups)
{
  ExDriverRow *self = g_object_new (EX_TYPE_DRIVER_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkLabel *name = label_new (0, "heading");

  self->driver = driver;
  gtk_label_set_text (name, ex_driver_label (driver));
  self->words = label_new (0, NULL);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (box, "driver");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), figures_new (self, groups));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}

static char *
amount_text (double amount, ExMeasure measure, const char *currency)
{
  return isnan (amount) ? g_strdup ("–") : ex_claims_words_amount (amount, measure, currency);
}

void
ex_driver_row_show (ExDriverRow *self, const ExClaims *claims, ExMeasure measure, const char *currency)
{
  const ExDriverClaims *driver = &claims->drivers[self->driver];
  const ExDriverProof *proof = &driver->proof[measure];
  g_autofree char *words = ex_claims_words (driver, measure, currency);
  g_autofree char *realised = amount_text (proof->realised, measure, currency);
  g_autofree char *change = amount_text (proof->change, measure, currency);
  g_autofree char *proven = ex_claims_words_proven (proof);
  /* Translators: a driver of the customer asset, and what is said of it */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), ex_driver_label (self->driver), words);
  g_autoptr (ExWorking) working = ex_working_new ();

  gtk_label_set_text (self->words, words);
  ex_figure_set_text (self->figures[FIGURE_REALISED], realised);
  ex_figure_set_text (self->figures[FIGURE_CHANGE], change);
  ex_figure_set_text (self->figures[FIGURE_PROVEN], proven);
  ex_claims_explain (claims, self->driver, measure, currency, working);
  ex_why_button_set_working (self->why, ex_driver_label (self->driver), working);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

ExDriver
ex_driver_row_get_driver (ExDriverRow *self)
{
  g_return_val_if_fail (EX_IS_DRIVER_ROW (self), EX_DRIVER_ACQUIRE);

  return self->driver;
}
