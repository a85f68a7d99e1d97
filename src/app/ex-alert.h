/* Messages that want an answer. The one bridge to AdwMessageDialog, which newer libadwaita replaces. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says in a window what went wrong and the way out. @heading: "The leader could not be changed". @body: sentences, of which
 * every line after the first is shown as a list of reasons; scrolls when it is long. */
void ex_alert_show   (GtkWidget *parent, const char *heading, const char *body);

/* An error, where it belongs: one short sentence as a toast of @parent's window, several as ex_alert_show(). Cancelled
 * (G_IO_ERROR_CANCELLED) says nothing. */
void ex_alert_error  (GtkWidget *parent, const char *heading, const GError *error);

typedef void (* ExAlertAnswer) (GtkWidget *parent, gpointer data);

/* Asks; calls @answer only for yes. @yes: label of the button, with mnemonic ("_Remove"). @destructive: it is red. For what Ctrl+Z
 * takes back, don't ask: do it. */
void ex_alert_ask    (GtkWidget *parent, const char *heading, const char *body, const char *yes, gboolean destructive,
                      ExAlertAnswer answer, gpointer data, GDestroyNotify destroy);

G_END_DECLS
