/* The status of an objective, judged from its reading ("Status and forecast" in the rules). Of this folder only. */
#pragma once

#include "ex-score.h"

G_BEGIN_DECLS

/* @reading: all but its status. @done: of a milestone. @working: (nullable) gets one line. */
ExStatus ex_status_judge (const ExObjective *objective, const ExCycle *cycle, const ExReading *reading,
                          ExDay done, ExWorking *working);

G_END_DECLS
