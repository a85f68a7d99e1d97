/* A month: chosen from a list, and the year beside it. A cycle begins and ends with one, and cannot be given any other days here. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-day.h"

G_BEGIN_DECLS

#define EX_TYPE_MONTH_ENTRY (ex_month_entry_get_type ())
G_DECLARE_FINAL_TYPE (ExMonthEntry, ex_month_entry, EX, MONTH_ENTRY, GtkBox)

/* Emits "changed" () when the user has chosen another month. @label: what the month is of, for assistive technology. */
GtkWidget *ex_month_entry_new       (const char *label);
void       ex_month_entry_set_day   (ExMonthEntry *self, ExDay day); /* any day of the month */
ExDay      ex_month_entry_get_first (ExMonthEntry *self);
ExDay      ex_month_entry_get_last  (ExMonthEntry *self);

G_END_DECLS
