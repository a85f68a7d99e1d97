/* A button that chooses the objective above: those of the leaders above, nearest first, with a search. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-company.h"

G_BEGIN_DECLS

#define EX_TYPE_PARENT_CHOOSER (ex_parent_chooser_get_type ())
G_DECLARE_FINAL_TYPE (ExParentChooser, ex_parent_chooser, EX, PARENT_CHOOSER, GtkWidget)

/* @label: what it chooses, for screen readers. Emits "chosen" () when the user has. */
GtkWidget  *ex_parent_chooser_new    (const char *label);

/* What @leader_id (nullable) may have as a parent. @chosen: (nullable) an objective's id. */
void        ex_parent_chooser_fill   (ExParentChooser *self, ExCompany *company, const char *leader_id, const char *chosen);
const char *ex_parent_chooser_get_id (ExParentChooser *self); /* (nullable) */
void        ex_parent_chooser_choose (ExParentChooser *self, const char *id); /* as the user does; NULL: none */
guint       ex_parent_chooser_n      (ExParentChooser *self); /* how many there are to choose from */

G_END_DECLS
