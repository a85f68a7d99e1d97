/* Figures on screen. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows @text, which begins with a figure. "80.2 %" has no letter that tells its direction, and would be "% 80.2" where the window
 * runs from right to left. */
void ex_figure_set_text (GtkLabel *label, const char *text);

G_END_DECLS
