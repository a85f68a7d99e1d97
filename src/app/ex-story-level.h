/* The Overview itself, of the cycle or of one of its periods; and a part of the company: a unit, a level, a driver, a stage, a cell of the heatmap. */
#pragma once

#include "ex-level.h"

G_BEGIN_DECLS

#define EX_TYPE_STORY_LEVEL (ex_story_level_get_type ())
G_DECLARE_FINAL_TYPE (ExStoryLevel, ex_story_level, EX, STORY_LEVEL, ExLevel)

/* (nullable) what is looked at, as it was shown last; (transfer none) */
GtkWidget *ex_story_level_get_filters (ExStoryLevel *self);
/* Something is still on its way. */
gboolean   ex_story_level_is_busy     (ExStoryLevel *self);

G_END_DECLS
