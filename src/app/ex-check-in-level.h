/* One check-in: its value, what was written, who recorded it when, and what it was before. */
#pragma once

#include "ex-level.h"

G_BEGIN_DECLS

#define EX_TYPE_CHECK_IN_LEVEL (ex_check_in_level_get_type ())
G_DECLARE_FINAL_TYPE (ExCheckInLevel, ex_check_in_level, EX, CHECK_IN_LEVEL, ExLevel)

G_END_DECLS
