/* One leader on the way down: the lines of all their objectives, what they say of themselves and what others say, their score and why. */
#pragma once

#include "ex-level.h"

G_BEGIN_DECLS

#define EX_TYPE_LEADER_LEVEL (ex_leader_level_get_type ())
G_DECLARE_FINAL_TYPE (ExLeaderLevel, ex_leader_level, EX, LEADER_LEVEL, ExLevel)

G_END_DECLS
