/* How much larger than usual the person has set text to be: what holds words grows alike. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* 1 for text of 11 points or less, 1.5 for text half as large again. */
double ex_text_scale (GtkWidget *widget);

G_END_DECLS
