/* A movement of the customers, a reason why they left, or a segment: by period, by segment, with the figures. */
#pragma once

#include "ex-level.h"

G_BEGIN_DECLS

#define EX_TYPE_MOVEMENT_LEVEL (ex_movement_level_get_type ())
G_DECLARE_FINAL_TYPE (ExMovementLevel, ex_movement_level, EX, MOVEMENT_LEVEL, ExLevel)

G_END_DECLS
