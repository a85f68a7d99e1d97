/* The sentences over the Overview and over the parts of the company that it leads to. */
#pragma once

#include "ex-level.h"
#include "ex-overview-counts.h"

G_BEGIN_DECLS

/* Over the whole: what became of the customers. */
void  ex_story_words_show_asset (ExLevel *level, const ExOverviewFacts *facts);
/* The first sentence of it; there is a movement. (transfer full) */
char *ex_story_words_first      (const ExStoryFacts *story);
/* Over a unit, a level, a driver, a stage or a cell: how it stands. */
void  ex_story_words_show_scope (ExLevel *level, const ExOverviewFacts *facts, const ExOverviewCounts *counts);
/* What filters and period take, in words; NULL: everything. (transfer full) */
char *ex_story_words_asked      (const ExOverviewFacts *facts, const ExOverviewCounts *counts);
/* What a target is called: "Ana Okafor", "Level 2". (transfer full) @company: for names. */
char *ex_story_words_target     (const ExTarget *target, const ExCompany *company);

G_END_DECLS
