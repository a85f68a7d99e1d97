#include "config.h"

#include "ex-figure.h"

#define LEFT_TO_RIGHT_MARK "\xe2\x80\x8e"

void
ex_figure_set_text (GtkLabel *label, const char *text)
{
  g_autofree char *marked = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));

  if (text != NULL && *text != '\0' && gtk_widget_get_direction (GTK_WIDGET (label)) == GTK_TEXT_DIR_RTL)
    marked = g_strconcat (LEFT_TO_RIGHT_MARK, text, NULL);
  gtk_label_set_text (label, marked != NULL ? marked : text != NULL ? text : "");
}
