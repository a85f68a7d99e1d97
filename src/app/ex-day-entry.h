/* A day, typed (ISO or the locale's form) or picked from a calendar. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-day.h"

G_BEGIN_DECLS

#define EX_TYPE_DAY_ENTRY (ex_day_entry_get_type ())
G_DECLARE_FINAL_TYPE (ExDayEntry, ex_day_entry, EX, DAY_ENTRY, GtkBox)

/* Properties: day (uint, an ExDay; EX_DAY_NONE for an empty entry), label (for assistive technology). "notify::day" on every
 * change, also of whether what is typed is a day. */
GtkWidget *ex_day_entry_new       (void);
ExDay      ex_day_entry_get_day   (ExDayEntry *self);
void       ex_day_entry_set_day   (ExDayEntry *self, ExDay day);
void       ex_day_entry_set_label (ExDayEntry *self, const char *label);
/* What holds while nothing is typed, shown dim in the empty entry; EX_DAY_NONE: nothing does. */
void       ex_day_entry_set_usual (ExDayEntry *self, ExDay day);
/* FALSE: something is typed that is no day; get_day() then gives EX_DAY_NONE. */
gboolean   ex_day_entry_is_valid  (ExDayEntry *self);

G_END_DECLS
