#include "config.h"

#include "ex-form-rows.h"

#include "ex-day-entry.h"
#include "ex-drop-down.h"
#include "ex-leader-chooser.h"
#include "ex-number-text.h"
#include "ex-parent-chooser.h"

#include <glib/gi18n.h>
#include <math.h>

char *
ex_form_plain_label (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", 2);

  return g_strjoinv ("", parts);
}

void
ex_form_fit (GtkWindow *dialog, GtkWidget *parent)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (parent));
  int width, height;

  gtk_window_get_default_size (dialog, &width, &height);
  if (window != NULL && gtk_widget_get_width (window) > 0)
    gtk_window_set_default_size (dialog, MIN (width, gtk_widget_get_width (window)), MIN (height, gtk_widget_get_height (window)));
}

GtkWidget *
ex_form_entry_row_new (const char *label, GCallback changed, GCallback settled, gpointer data)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "activates-default", TRUE, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  g_signal_connect_swapped (row, "changed", changed, data);
  g_signal_connect_swapped (row, "entry-activated", settled, data);
  g_signal_connect_swapped (focus, "leave", settled, data);
  gtk_widget_add_controller (row, focus);
  return row;
}

static GtkWidget *
row_around (const char *label, GtkWidget *input)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  gtk_widget_set_valign (input, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), input);
  return row;
}

/* A chosen parent or leader may have a long name: the button shows what fits, the list all of it. */
static void
setup_button_label_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_list_item_set_child (item, label);
}

static void
bind_button_label_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
bind_list_label_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  bind_button_label_cb (factory, item);
  gtk_widget_set_tooltip_text (label, gtk_label_get_text (GTK_LABEL (label)));
}

static GtkListItemFactory *
label_factory (GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_button_label_cb), NULL);
  g_signal_connect (factory, "bind", bind, NULL);
  return factory;
}

GtkWidget *
ex_form_choice_row_new (const char *label, gboolean search, GtkWidget **drop_down)
{
  GtkExpression *words = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *input = gtk_drop_down_new (NULL, words);
  g_autoptr (GtkListItemFactory) button = label_factory (G_CALLBACK (bind_button_label_cb));
  g_autoptr (GtkListItemFactory) list = label_factory (G_CALLBACK (bind_list_label_cb));
  g_autofree char *plain = ex_form_plain_label (label);
  GtkWidget *row = row_around (label, input);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (input), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (input), list);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (input), search);
  ex_drop_down_set_name (GTK_DROP_DOWN (input), plain);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), input);
  *drop_down = input;
  return row;
}

GtkWidget *
ex_form_leader_row_new (const char *label, const char *none, GtkWidget **chooser)
{
  g_autofree char *plain = ex_form_plain_label (label);

  *chooser = ex_leader_chooser_new (plain, none);
  return row_around (label, *chooser);
}

GtkWidget *
ex_form_parent_row_new (const char *label, GtkWidget **chooser)
{
  g_autofree char *plain = ex_form_plain_label (label);

  *chooser = ex_parent_chooser_new (plain);
  return row_around (label, *chooser);
}

GtkWidget *
ex_form_day_row_new (const char *label, GtkWidget **entry)
{
  g_autofree char *plain = ex_form_plain_label (label);

  *entry = ex_day_entry_new ();
  ex_day_entry_set_label (EX_DAY_ENTRY (*entry), plain);
  return row_around (label, *entry);
}

void
ex_form_set_words (GtkWidget *drop_down, const char * const *words)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (words);

  gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (model));
}

void
ex_form_set_choices (GtkWidget *drop_down, GPtrArray *labels, guint selected)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    gtk_string_list_append (model, g_ptr_array_index (labels, i));
  gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (model));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
}

/* --- links --------------------------------------------------------------------------------------------------------------------- */

struct _ExLinkRow
{
  ExDriver   driver;
  int        exponent;
  GtkWidget *expander;
  GtkWidget *value;
  GtkWidget *customers;
};

/* The switch is inside of libadwaita's row, which names it after its type. */
static void
name_switch (GtkWidget *widget, const char *name)
{
  if (GTK_IS_SWITCH (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_switch (child, name);
}

ExLinkRow *
ex_link_row_new (ExDriver driver, const ExCompanyInfo *info, GCallback changed, GCallback settled, gpointer data)
{
  ExLinkRow *self = g_new0 (ExLinkRow, 1);
  g_autofree char *label = g_strdup_printf (_("Claimed value a year, in %s"), info->currency);

  self->driver = driver;
  self->exponent = info->exponent;
  self->expander = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander), ex_driver_label (driver));
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (self->expander), TRUE);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self->expander), FALSE);
  name_switch (self->expander, ex_driver_label (driver));
  self->value = ex_form_entry_row_new (label, changed, settled, data);
  self->customers = ex_form_entry_row_new (_("Claimed customers a year"), changed, settled, data);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->value), FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->expander), self->value);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->expander), self->customers);
  g_signal_connect_swapped (self->expander, "notify::enable-expansion", changed, data);
  g_signal_connect_swapped (self->expander, "notify::enable-expansion", settled, data);
  return self;
}

void
ex_link_row_free (ExLinkRow *self)
{
  g_free (self);
}

GtkWidget *
ex_link_row_get_widget (ExLinkRow *self)
{
  return self->expander;
}

gboolean
ex_link_row_is_linked (ExLinkRow *self)
{
  return adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self->expander));
}

gboolean
ex_link_row_read (ExLinkRow *self, ExLink *link, char **problem)
{
  const char *value = gtk_editable_get_text (GTK_EDITABLE (self->value));
  const char *customers = gtk_editable_get_text (GTK_EDITABLE (self->customers));
  g_autoptr (GError) error = NULL;
  double number;

  if (*value != '\0' && !ex_money_text_parse (value, self->exponent, &link->value, &error))
    {
      *problem = g_strdup (error != NULL ? error->message : _("The claimed value is an amount of money."));
      return FALSE;
    }
  if (!ex_number_text_parse (customers, &number) || (!isnan (number) && (number != floor (number) || fabs (number) > 1e12)))
    {
      *problem = g_strdup_printf (_("“%s” is not a whole number of customers."), customers);
      return FALSE;
    }
  if (!isnan (number))
    link->customers = (gint64) number;
  return TRUE;
}

void
ex_link_row_fill (ExLinkRow *self, const GArray *links)
{
  const ExLink *found = NULL;
  g_autofree char *value = NULL;
  g_autofree char *customers = NULL;

  for (guint i = 0; i < links->len; i++)
    if (g_array_index (links, ExLink, i).driver == self->driver)
      found = &g_array_index (links, ExLink, i);

  value = found != NULL && found->value != EX_CLAIM_NONE ? ex_money_text_format (found->value, self->exponent) : g_strdup ("");
  customers = found != NULL && found->customers != EX_CLAIM_NONE ? ex_number_text_format ((double) found->customers) : g_strdup ("");
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self->expander), found != NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->expander), found != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->value), value);
  gtk_editable_set_text (GTK_EDITABLE (self->customers), customers);
}
