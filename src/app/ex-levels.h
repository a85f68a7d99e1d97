/* Which level a target of a chart leads to. */
#pragma once

#include "ex-level.h"

G_BEGIN_DECLS

/* (transfer floating) (nullable): it leads to no level. Begin it with ex_level_begin(). */
GtkWidget *ex_levels_make (const ExTarget *target);

G_END_DECLS
