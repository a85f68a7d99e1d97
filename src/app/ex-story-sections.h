/* The charts of the Overview on a page, under their questions, with what can be chosen of how each is shown. */
#pragma once

#include "ex-level.h"
#include "ex-overview-work.h"

G_BEGIN_DECLS

typedef struct _ExStorySections ExStorySections;

/* How a chart is shown was chosen anew, in the ask: these are to be made again. */
typedef void (* ExStoryAgain) (const guint *parts, guint n_parts, gpointer data);

#define EX_STORY_ALL 0xffffffffu

/* Appends them to @level. @shown: bits of ExStoryPart; its @ask is changed by what is chosen. Free before the level is gone. */
ExStorySections *ex_story_sections_new  (ExLevel *level, guint shown, ExStoryAgain again, gpointer data);
void             ex_story_sections_free (ExStorySections *self);
/* What to ask for, in the order of the page. (transfer none) */
const guint     *ex_story_sections_get_parts (ExStorySections *self, guint *n);
/* Something was made. @part, @made: as in ExOverviewMade. */
void             ex_story_sections_show (ExStorySections *self, guint part, gpointer made, const ExOverviewFacts *facts);

G_END_DECLS
