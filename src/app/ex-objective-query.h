/* What objectives are found, filtered and sorted by. */
#pragma once

#include "ex-query.h"

G_BEGIN_DECLS

typedef enum
{
  EX_OBJECTIVE_BY_ID, /* the company's own order */
  EX_OBJECTIVE_BY_TITLE,
  EX_OBJECTIVE_BY_LEADER,
  EX_OBJECTIVE_BY_STATUS,   /* worst first */
  EX_OBJECTIVE_BY_SCORE,    /* those not measured last, either way */
  EX_OBJECTIVE_BY_WEIGHT,
  EX_OBJECTIVE_BY_LAST_DAY, /* those not measured last, either way */
} ExObjectiveOrder;

extern const ExQueryKind ex_objective_query;

G_END_DECLS
