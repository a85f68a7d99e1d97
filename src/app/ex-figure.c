#include "config.h"

#include "ex-figure.h"

#include <string.h>

#define LEFT_TO_RIGHT_MARK "\xe2\x80\x8e"

static void
mark (GtkLabel *label, const char *text)
{
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (label)) == GTK_TEXT_DIR_RTL && *text != '\0';
  g_autofree char *marked = right_to_left ? g_strconcat (LEFT_TO_RIGHT_MARK, text, NULL) : NULL;

  gtk_label_set_text (label, marked != NULL ? marked : text);
}

static void
direction_changed_cb (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  g_autofree char *plain = g_strdup (g_str_has_prefix (text, LEFT_TO_RIGHT_MARK) ? text + strlen (LEFT_TO_RIGHT_MARK) : text);

  mark (label, plain);
}

void
ex_figure_set_text (GtkLabel *label, const char *text)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  if (g_signal_handler_find (label, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, direction_changed_cb, NULL) == 0)
    g_signal_connect (label, "direction-changed", G_CALLBACK (direction_changed_cb), NULL);
  mark (label, text != NULL ? text : "");
}
