/* An objective in few words: what it is to reach, and where it is. */
#pragma once

#include "core/ex-score.h"

G_BEGIN_DECLS

/* "80 % → 88 %", "75 % to 85 %", "at least 75 %", "done by 30 Sep 2026". (transfer full) */
char *ex_objective_describe_aim    (const ExObjective *objective);
/* "84.1 %", "12 calls, as the whole cycle's", "done", "not done yet", "not measured yet". (transfer full) */
char *ex_objective_describe_actual (const ExObjective *objective, const ExReading *reading);
/* "51.3 %", "51.3 % so far"; "not measured, counts 0 %". (transfer full) */
char *ex_objective_describe_score  (const ExReading *reading);

G_END_DECLS
