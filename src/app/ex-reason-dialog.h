/* Asks for the reason that a step needs: the button waits until there is one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @why: stripped, never empty. */
typedef void (* ExReasonChosen) (GtkWidget *parent, const char *why, gpointer data);

/* @heading: "Send the review back?". @body: (nullable) what will happen. @label: of the button, with mnemonic ("_Send Back"). @data is freed with
 * @destroy (nullable) when the dialog has gone, chosen or not. */
void ex_reason_dialog_present (GtkWidget *parent, const char *heading, const char *body, const char *label, ExReasonChosen chosen, gpointer data,
                               GDestroyNotify destroy);

G_END_DECLS
