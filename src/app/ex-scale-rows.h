/* The rating scale of a cycle, as rows of its editor: a word for each rating, from the lowest up. */
#pragma once

#include <adwaita.h>

#include "core/ex-cycle.h"

G_BEGIN_DECLS

typedef struct _ExScaleRows ExScaleRows;

/* Fills @group, whose header gets the button that adds. @changed on every change. */
ExScaleRows *ex_scale_rows_new  (AdwPreferencesGroup *group, void (* changed) (gpointer data), gpointer data);
void         ex_scale_rows_free (ExScaleRows *self);
void         ex_scale_rows_fill (ExScaleRows *self, const ExCycle *cycle);
/* Sets the scale of @cycle: NULL where it is the program's, word for word. */
void         ex_scale_rows_read (ExScaleRows *self, ExCycle *cycle);

G_END_DECLS
