/* The last days of a cycle's phases, as rows of its editor. What is not typed holds as usual, and is shown dim. */
#pragma once

#include <adwaita.h>

#include "core/ex-cycle.h"

G_BEGIN_DECLS

typedef struct _ExPhaseRows ExPhaseRows;

/* Adds its rows to @group. @changed (swapped, with @data) on every change. */
ExPhaseRows *ex_phase_rows_new        (AdwPreferencesGroup *group, GCallback changed, gpointer data);
void         ex_phase_rows_free       (ExPhaseRows *self);
void         ex_phase_rows_fill       (ExPhaseRows *self, const ExCycle *cycle);
/* Sets the days of @cycle, and adds to @problems what is typed that is no day. */
void         ex_phase_rows_read       (ExPhaseRows *self, ExCycle *cycle, GPtrArray *problems);
/* What holds where nothing is typed, in a cycle as it is now. */
void         ex_phase_rows_show_usual (ExPhaseRows *self, const ExCycle *cycle);

G_END_DECLS
