/* Makes what the Overview shows, in threads, the first asked for first; each comes to the main thread as soon as it is made. What is asked for anew is all that still
 * comes. */
#pragma once

#include "ex-claims-part.h"
#include "ex-overview-counts.h"

G_BEGIN_DECLS

/* Beside the charts (ExStoryPart), by which number they are asked for: */
typedef enum
{
  EX_OVERVIEW_COUNTS = EX_N_STORY_PARTS, /* an ExOverviewCounts */
  EX_OVERVIEW_CLAIMS,                    /* an ExClaimsSaid, of what is asked for */
} ExOverviewExtra;

/* In the main thread. @facts: of what was asked last. */
typedef void (* ExOverviewBegun)  (ExOverviewFacts *facts, gpointer data);
/* @part as above; @made: an ExChart (nullable: there is nothing to draw) or one of the structs above; (transfer none). */
typedef void (* ExOverviewMade)   (guint part, gpointer made, gpointer data);
typedef void (* ExOverviewFailed) (const GError *error, gpointer data);

typedef struct _ExOverviewWork ExOverviewWork;

ExOverviewWork  *ex_overview_work_new   (ExOverviewBegun begun, ExOverviewMade made, ExOverviewFailed failed, gpointer data);
/* What the cell of the counts is of: a unit, a level, or a cell of the heatmap. */
void             ex_overview_work_set_about (ExOverviewWork *self, const ExTarget *about);
/* Nothing is called any more. */
void             ex_overview_work_free  (ExOverviewWork *self);
/* @parts: what to make, in this order; those that come into view first, first. */
void             ex_overview_work_ask   (ExOverviewWork *self, ExSession *session, const ExStoryAsk *ask, guint most, const guint *parts, guint n_parts);
/* Some of it once more, from the same facts. */
void             ex_overview_work_again (ExOverviewWork *self, const ExStoryAsk *ask, const guint *parts, guint n_parts);
ExOverviewFacts *ex_overview_work_get_facts (ExOverviewWork *self); /* (nullable) (transfer none) */
gboolean         ex_overview_work_is_busy   (ExOverviewWork *self);
/* Of all that there are: nobody waits for anything. */
gboolean         ex_overview_work_all_idle  (void);

G_END_DECLS
