/* "Why?": a button beside a figure that opens its working. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-working.h"

G_BEGIN_DECLS

#define EX_TYPE_WHY_BUTTON (ex_why_button_get_type ())
G_DECLARE_FINAL_TYPE (ExWhyButton, ex_why_button, EX, WHY_BUTTON, GtkWidget)

GtkWidget *ex_why_button_new         (void);
/* @of: what the figure is, for screen readers ("Score of Ana Okafor"). @working is copied; NULL or empty hides the button. */
void       ex_why_button_set_working (ExWhyButton *self, const char *of, const ExWorking *working);

/* The table of a working by itself, for pages that show it in full. (transfer floating) */
GtkWidget *ex_working_grid_new       (const ExWorking *working);

G_END_DECLS
