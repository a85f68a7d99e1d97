/* The movements of one period, entered by hand: customers and value side by side, held to their identities while they are typed. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-movement.h"

G_BEGIN_DECLS

#define EX_TYPE_MOVEMENT_FORM (ex_movement_form_get_type ())
G_DECLARE_FINAL_TYPE (ExMovementForm, ex_movement_form, EX, MOVEMENT_FORM, GtkWidget)

GtkWidget *ex_movement_form_new  (void);
/* @period: NULL: to be said, of a company without any. @previous: (nullable) the period before: its closing is the opening. @movement: (nullable) what
 * stands and is to be changed. */
void       ex_movement_form_fill (ExMovementForm *self, const char *currency, const ExPeriod *period, const ExMovement *previous,
                                  const ExMovement *movement);
/* FALSE while something is wrong, which the form says. */
gboolean   ex_movement_form_read (ExMovementForm *self, ExEnteredMovement *entered);

/* Signal: "changed" (). */

G_END_DECLS
