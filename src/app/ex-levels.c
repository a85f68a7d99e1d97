#include "config.h"

#include "ex-levels.h"

#include "ex-check-in-level.h"
#include "ex-leader-level.h"
#include "ex-movement-level.h"
#include "ex-objective-level.h"
#include "ex-story-level.h"

GtkWidget *
ex_levels_make (const ExTarget *target)
{
  switch (target->kind)
    {
    case EX_TARGET_CELL:
    case EX_TARGET_UNIT:
    case EX_TARGET_LEVEL:
    case EX_TARGET_DRIVER:
    case EX_TARGET_STAGE:
    case EX_TARGET_PERIOD:
      return g_object_new (EX_TYPE_STORY_LEVEL, NULL);
    case EX_TARGET_MOVEMENT:
    case EX_TARGET_REASON:
    case EX_TARGET_SEGMENT:
      return g_object_new (EX_TYPE_MOVEMENT_LEVEL, NULL);
    case EX_TARGET_LEADER:
      return g_object_new (EX_TYPE_LEADER_LEVEL, NULL);
    case EX_TARGET_OBJECTIVE:
      return g_object_new (EX_TYPE_OBJECTIVE_LEVEL, NULL);
    case EX_TARGET_CHECK_IN:
      return g_object_new (EX_TYPE_CHECK_IN_LEVEL, NULL);
    case EX_TARGET_NOWHERE:
    case EX_TARGET_REWARDS:
    default:
      return NULL;
    }
}
