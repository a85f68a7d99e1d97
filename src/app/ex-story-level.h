/* The Overview itself, of the cycle or of one of its periods; and a part of the company: a unit, a level, a driver, a stage, a cell of the heatmap. */
#pragma once

#include "ex-level.h"

G_BEGIN_DECLS

#define EX_TYPE_STORY_LEVEL (ex_story_level_get_type ())
G_DECLARE_FINAL_TYPE (ExStoryLevel, ex_story_level, EX, STORY_LEVEL, ExLevel)

G_END_DECLS
