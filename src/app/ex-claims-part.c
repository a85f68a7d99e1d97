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

/* --- the widget: its parts stay, so that a change of words is only that ------------------------------------------------------------- */

/* Narrower than this no line is; GTK would measure a wrapped one letter by letter. */
#define LEAST_CHARS 20

typedef struct
{
  GtkWidget *lines[EX_N_DRIVERS];
  GtkWidget *words[EX_N_DRIVERS];
  GtkWidget *whys[EX_N_DRIVERS];
  GtkWidget *none;
  GtkWidget *button;
} Parts;

static GtkWidget *
add_words (GtkWidget *box, const char *words, const char *style_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_driver (GtkWidget *part, Parts *parts, ExDriver driver)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_words (text, ex_driver_label (driver), "heading");
  parts->words[driver] = add_words (text, NULL, NULL);
  parts->whys[driver] = ex_why_button_new ();
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (line), parts->whys[driver]);
  gtk_widget_set_visible (line, FALSE);
  gtk_box_append (GTK_BOX (part), line);
  parts->lines[driver] = line;
}

static GtkWidget *
add_button (GtkWidget *part)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Cl_aims…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Every claim, held against the ledger"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)", "asset", "claims", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show");
  gtk_widget_set_visible (button, FALSE);
  gtk_box_append (GTK_BOX (part), button);
  return button;
}

GtkWidget *
ex_claims_part_new (void)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Parts *parts = g_new0 (Parts, 1);

  g_object_set_data_full (G_OBJECT (part), "parts", parts, g_free);
  for (guint i = 0; i < EX_N_DRIVERS; i++)
    add_driver (part, parts, i);
  parts->none = add_words (part, _("No objective claims a figure for the customers yet. Once one does, this says how much of it the ledger shows."), "dim-label");
  gtk_widget_set_visible (parts->none, FALSE);
  parts->button = add_button (part);
  return part;
}

static void
show_driver (const Parts *parts, const ExClaimsSaid *said, ExDriver driver)
{
  /* Translators: %s is a driver of the customer asset, "retain" */
  g_autofree char *of = g_strdup_printf (_("Claims for %s"), ex_driver_label (driver));

  gtk_label_set_text (GTK_LABEL (parts->words[driver]), said->words[driver]);
  ex_why_button_set_working (EX_WHY_BUTTON (parts->whys[driver]), of, said->working[driver]);
}

void
ex_claims_part_show (GtkWidget *part, const ExClaimsSaid *said)
{
  const Parts *parts = g_object_get_data (G_OBJECT (part), "parts");
  gboolean any = FALSE;

  for (guint i = 0; i < EX_N_DRIVERS; i++)
    {
      gtk_widget_set_visible (parts->lines[i], said->words[i] != NULL);
      if (said->words[i] != NULL)
        show_driver (parts, said, i);
      any = any || said->words[i] != NULL;
    }
  gtk_widget_set_visible (parts->none, !any);
  gtk_widget_set_visible (parts->button, any);
}
