#include "config.h"

#include "ex-month-entry.h"

#include "ex-drop-down.h"

#include <glib/gi18n.h>

#define FIRST_YEAR 1900
#define LAST_YEAR  2999

struct _ExMonthEntry
{
  GtkBox         parent_instance;

  GtkDropDown   *month;
  GtkSpinButton *year;
  gboolean       filling; /* not by the user's hand */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExMonthEntry, ex_month_entry, GTK_TYPE_BOX)

static void
changed_cb (ExMonthEntry *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* The months as the reader's language has them where no day stands beside. */
static GListModel *
month_names (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) day = g_date_time_new_utc (2001, month, 1, 0, 0, 0);
      g_autofree char *name = g_date_time_format (day, "%OB");

      gtk_string_list_append (names, name);
    }
  return G_LIST_MODEL (names);
}

static void
ex_month_entry_class_init (ExMonthEntryClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", EX_TYPE_MONTH_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ex_month_entry_init (ExMonthEntry *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->month = GTK_DROP_DOWN (gtk_drop_down_new (month_names (), NULL));
  self->year = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (FIRST_YEAR, LAST_YEAR, 1));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->year), 4);
  g_signal_connect_object (self->month, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->year, "value-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->month));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->year));
}

GtkWidget *
ex_month_entry_new (const char *label)
{
  ExMonthEntry *self = g_object_new (EX_TYPE_MONTH_ENTRY, NULL);
  /* Translators: for screen readers: the year of "First month", "Last month" */
  g_autofree char *year = g_strdup_printf (_("%s, year"), label);

  ex_drop_down_set_name (self->month, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->year), GTK_ACCESSIBLE_PROPERTY_LABEL, year, -1);
  return GTK_WIDGET (self);
}

void
ex_month_entry_set_day (ExMonthEntry *self, ExDay day)
{
  int year, month;

  g_return_if_fail (EX_IS_MONTH_ENTRY (self));
  g_return_if_fail (day != EX_DAY_NONE);

  ex_day_split (day, &year, &month, NULL);
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->month, (guint) month - 1);
  gtk_spin_button_set_value (self->year, year);
  self->filling = FALSE;
}

ExDay
ex_month_entry_get_first (ExMonthEntry *self)
{
  g_return_val_if_fail (EX_IS_MONTH_ENTRY (self), EX_DAY_NONE);

  return ex_day_new (gtk_spin_button_get_value_as_int (self->year), (int) gtk_drop_down_get_selected (self->month) + 1, 1);
}

ExDay
ex_month_entry_get_last (ExMonthEntry *self)
{
  int year, month;

  g_return_val_if_fail (EX_IS_MONTH_ENTRY (self), EX_DAY_NONE);

  ex_day_split (ex_month_entry_get_first (self), &year, &month, NULL);
  return ex_day_new (year + month / 12, month % 12 + 1, 1) - 1;
}
