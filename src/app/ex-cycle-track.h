/* The phases of a cycle as a line: how far it is, until when each lasts, and where today is. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-cycle.h"

G_BEGIN_DECLS

#define EX_TYPE_CYCLE_TRACK (ex_cycle_track_get_type ())
G_DECLARE_FINAL_TYPE (ExCycleTrack, ex_cycle_track, EX, CYCLE_TRACK, GtkWidget)

GtkWidget *ex_cycle_track_new (const ExCycle *cycle, ExDay today);

/* "Assess until 21 Oct 2026, in 12 days." (transfer full) */
char      *ex_cycle_track_describe (const ExCycle *cycle, ExDay today);

G_END_DECLS
