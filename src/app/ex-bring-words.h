/* What becomes of an objective in the next cycle, in words. */
#pragma once

#include "core/ex-template.h"

G_BEGIN_DECLS

/* "84.1 % were reached: the new baseline. The target stays 88 %." (transfer full) */
char *ex_bring_describe  (const ExObjective *objective, const ExReading *reading, const ExCycle *from, const ExCycle *to);

/* Why the objectives of @leader cannot come along into @to; NULL: they can. (transfer full) */
char *ex_bring_forbidden (const ExLeader *leader, const ExCycle *to);

G_END_DECLS
