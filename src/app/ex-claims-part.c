#include "config.h"

#include "ex-claims-part.h"

#include "company/ex-claims-words.h"
#include "core/ex-scope.h"
#include "ex-why-button.h"

#include <glib/gi18n.h>

ExClaimsSaid *
ex_claims_said_new (const ExClaims *claims, int driver, ExMeasure measure, const char *currency)
{
  ExClaimsSaid *self = g_new0 (ExClaimsSaid, 1);

  for (guint i = 0; claims != NULL && i < EX_N_DRIVERS; i++)
    if ((driver == EX_ANY_DRIVER || driver == (int) i) && claims->drivers[i].order[measure]->len > 0)
      {
        self->words[i] = ex_claims_words (&claims->drivers[i], measure, currency);
        self->working[i] = ex_working_new ();
        ex_claims_explain (claims, i, measure, currency, self->working[i]);
      }
  return self;
}

void
ex_claims_said_free (ExClaimsSaid *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < EX_N_DRIVERS; i++)
    {
      g_free (self->words[i]);
      g_clear_pointer (&self->working[i], ex_working_free);
    }
  g_free (self);
}

GtkWidget *
ex_claims_part_new (void)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  return part;
}

static void
add_words (GtkWidget *part, const char *words, const char *style_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (part), label);
}

static void
add_driver (GtkWidget *part, const ExClaimsSaid *said, ExDriver driver)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *why = ex_why_button_new ();
  /* Translators: %s is a driver of the customer asset, "retain" */
  g_autofree char *of = g_strdup_printf (_("Claims for %s"), ex_driver_label (driver));

  add_words (text, ex_driver_label (driver), "heading");
  add_words (text, said->words[driver], NULL);
  gtk_widget_set_hexpand (text, TRUE);
  ex_why_button_set_working (EX_WHY_BUTTON (why), of, said->working[driver]);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (line), why);
  gtk_box_append (GTK_BOX (part), line);
}

static void
add_button (GtkWidget *part)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Cl_aims…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Every claim, held against the ledger"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", "asset", "claims", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show");
  gtk_box_append (GTK_BOX (part), button);
}

void
ex_claims_part_show (GtkWidget *part, const ExClaimsSaid *said)
{
  GtkWidget *child;
  guint shown = 0;

  while ((child = gtk_widget_get_first_child (part)) != NULL)
    gtk_box_remove (GTK_BOX (part), child);
  for (guint i = 0; i < EX_N_DRIVERS; i++)
    if (said->words[i] != NULL)
      {
        add_driver (part, said, i);
        shown++;
      }
  if (shown == 0)
    add_words (part, _("No objective claims a figure for the customers yet. Once one does, this says how much of it the ledger shows."), "dim-label");
  else
    add_button (part);
}
