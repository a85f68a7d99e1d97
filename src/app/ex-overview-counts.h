/* How what is looked at stands, counted. */
#pragma once

#include "company/ex-target.h"
#include "ex-overview-facts.h"

G_BEGIN_DECLS

typedef struct
{
  guint   leaders;
  guint   objectives;
  guint   measured;
  guint   status[4];   /* objectives, by ExStatus */
  GArray *members;     /* (element-type guint) the leaders, managers first */
  GArray *in_it;       /* (element-type guint) their objectives, those that are behind first */
  char   *scope;       /* (nullable) what is asked for, in words */
  char   *words;       /* (nullable) how it stands, in a sentence */

  ExGridCell cell;     /* of what it is about, a unit, a level or a cell of the heatmap; score EX_UNSET where it has none */
  ExWorking *working;  /* of its score; empty without */
} ExOverviewCounts;

/* @about: of which kind ever. Any thread. (transfer full) */
ExOverviewCounts *ex_overview_counts_new  (const ExOverviewFacts *facts, const ExScope *scope, const ExTarget *about);
void              ex_overview_counts_free (ExOverviewCounts *self);

G_END_DECLS
