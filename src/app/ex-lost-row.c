#include "config.h"

#include "ex-lost-row.h"

#include "core/ex-format.h"

#include <glib/gi18n.h>

#define REASONS_OFFERED 40

struct _ExLostRow
{
  GtkListBoxRow   parent_instance;

  char           *customer;
  ExPeriod        period;
  char           *kept;     /* "" while nothing is */
  GtkEditable    *entry;
  GtkLabel       *state;
};

G_DEFINE_FINAL_TYPE (ExLostRow, ex_lost_row, GTK_TYPE_LIST_BOX_ROW)

enum { SAID, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
settled_cb (ExLostRow *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  if (!g_str_equal (reason, self->kept))
    g_signal_emit (self, signals[SAID], 0, reason);
}

static void
changed_cb (ExLostRow *self)
{
  gtk_label_set_text (self->state, "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), FALSE);
}

/* --- reasons used before -------------------------------------------------------------------------------------------------- */

static void
choose_cb (GtkButton *button, ExLostRow *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  gtk_editable_set_text (self->entry, g_object_get_data (G_OBJECT (button), "reason"));
  gtk_popover_popdown (GTK_POPOVER (popover));
  settled_cb (self);
}

static GtkWidget *
choices_new (ExLostRow *self, const char * const *reasons)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; reasons[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (reasons[i]);
      GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data_full (G_OBJECT (button), "reason", g_strdup (reasons[i]), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (choose_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

/* Made when it is opened: there may be a hundred rows. */
static void
create_popover_cb (GtkMenuButton *button, gpointer data)
{
  ExLostRow *self = data;
  GtkWidget *popover, *scroller;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 300);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), choices_new (self, g_object_get_data (G_OBJECT (self), "reasons")));
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

/* Of many thousand only those that are offered are kept: a hundred rows do. (transfer full) */
static char **
copy_offered (const char * const *reasons)
{
  g_autoptr (GStrvBuilder) offered = g_strv_builder_new ();

  for (guint i = 0; reasons[i] != NULL && i < REASONS_OFFERED; i++)
    g_strv_builder_add (offered, reasons[i]);
  return g_strv_builder_end (offered);
}

static GtkWidget *
menu_new (ExLostRow *self, const char * const *reasons)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *name = g_strdup_printf (_("Choose a reason for %s"), self->customer);

  g_object_set_data_full (G_OBJECT (self), "reasons", copy_offered (reasons), (GDestroyNotify) g_strfreev);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popover_cb, self, NULL);
  gtk_widget_set_tooltip_text (button, _("Choose a reason that was given before"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (button, reasons[0] != NULL);
  return button;
}

/* --- the widget -------------------------------------------------------------------------------------------------------------- */

static void
ex_lost_row_finalize (GObject *object)
{
  ExLostRow *self = EX_LOST_ROW (object);

  g_free (self->customer);
  g_free (self->kept);
  G_OBJECT_CLASS (ex_lost_row_parent_class)->finalize (object);
}

static void
ex_lost_row_class_init (ExLostRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ex_lost_row_finalize;
  signals[SAID] = g_signal_new ("said", EX_TYPE_LOST_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ex_lost_row_init (ExLostRow *self)
{
  self->kept = g_strdup ("");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static GtkLabel *
label_new (const char *text, const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), style);
  return label;
}

/* "1,204.00 €, last active Aug 2026, Enterprise" */
static char *
facts_of (const ExLostCustomer *lost, const char *currency)
{
  g_autofree char *value = ex_format_money (lost->value, currency);
  g_autofree char *last = ex_period_to_label (lost->last, TRUE);

  /* Translators: what a lost customer was worth, when they were last there, and their segment */
  return lost->segment != NULL ? g_strdup_printf (_("%s, last there in %s, %s"), value, last, lost->segment)
                               : g_strdup_printf (_("%s, last there in %s"), value, last);
}

static GtkWidget *
entry_new (ExLostRow *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *name = g_strdup_printf (_("Why %s left"), self->customer);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Not known"));
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 28);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 16);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (settled_cb), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (settled_cb), self);
  gtk_widget_add_controller (entry, focus);
  self->entry = GTK_EDITABLE (entry);
  return entry;
}

/* Nothing can be typed, and why not stands beneath. */
static void
refuse (ExLostRow *self, GtkWidget *input, const char *words)
{
  gtk_widget_set_sensitive (input, FALSE);
  gtk_label_set_text (self->state, words);
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->state), TRUE);
}

GtkWidget *
ex_lost_row_new (const ExLostCustomer *lost, const char *currency, const char * const *reasons)
{
  ExLostRow *self = g_object_new (EX_TYPE_LOST_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *input = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *facts = facts_of (lost, currency);

  self->customer = g_strdup (lost->customer);
  self->period = lost->last;
  self->state = label_new ("", "caption");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (label_new (lost->customer, NULL)));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (label_new (facts, "caption")));
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "dim-label");
  gtk_label_set_ellipsize (self->state, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (self->state, TRUE);
  gtk_label_set_wrap_mode (self->state, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_visible (GTK_WIDGET (self->state), FALSE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (input, "linked");
  gtk_widget_set_valign (input, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (input), entry_new (self));
  gtk_box_append (GTK_BOX (input), menu_new (self, reasons));
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), input);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->state));
  gtk_widget_add_css_class (box, "lost-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  if (lost->refusal != NULL)
    refuse (self, input, lost->refusal);
  return GTK_WIDGET (self);
}

const char *
ex_lost_row_get_customer (ExLostRow *self)
{
  g_return_val_if_fail (EX_IS_LOST_ROW (self), NULL);

  return self->customer;
}

ExPeriod
ex_lost_row_get_period (ExLostRow *self)
{
  return self->period;
}

void
ex_lost_row_set_saved (ExLostRow *self, const char *reason, const char *error)
{
  g_return_if_fail (EX_IS_LOST_ROW (self));

  if (reason != NULL)
    {
      g_free (self->kept);
      self->kept = g_strdup (reason);
    }
  gtk_label_set_text (self->state, error != NULL ? error : *self->kept != '\0' ? _("✓ Saved") : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), *gtk_label_get_text (self->state) != '\0');
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "error");
}

void
ex_lost_row_take_back (ExLostRow *self)
{
  g_return_if_fail (EX_IS_LOST_ROW (self));

  if (*self->kept == '\0')
    return;
  g_free (self->kept);
  self->kept = g_strdup ("");
  gtk_editable_set_text (self->entry, "");
}
