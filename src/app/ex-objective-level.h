/* One objective on the way down, under its own sentence. */
#pragma once

#include "ex-level.h"

G_BEGIN_DECLS

#define EX_TYPE_OBJECTIVE_LEVEL (ex_objective_level_get_type ())
G_DECLARE_FINAL_TYPE (ExObjectiveLevel, ex_objective_level, EX, OBJECTIVE_LEVEL, ExLevel)

G_END_DECLS
