/* The picture of an objective's ladder: what each value would score, and where it stands. */
#pragma once

#include "chart/ex-ladder-chart.h"
#include "core/ex-score.h"

G_BEGIN_DECLS

/* @reading: (nullable) where it stands. A ladder that is not whole yet says in words what it lacks; there is no title. (transfer full) */
ExChart *ex_objective_ladder_new (const ExObjective *objective, const ExReading *reading, const ExCycle *cycle);

G_END_DECLS
