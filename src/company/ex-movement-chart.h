/* One movement of the customers by itself, lost ones for instance: period by period, and segment by segment. */
#pragma once

#include "chart/ex-chart.h"
#include "core/ex-asset.h"

G_BEGIN_DECLS

/* @movement: as targets name it (ex-target.h): "opening", "new", "won_back", "expanded", "contracted", "lost", "closing". NULL: there is no such movement. (transfer none) */
const ExCount *ex_movement_find         (const ExMovement *m, const char *movement);
const char    *ex_movement_label        (const char *movement); /* translated: "New" */

/* @spans: (element-type ExSpan) of one grain. NULL: there is nothing to draw. (transfer full) */
ExChart       *ex_movement_chart_periods  (const ExAsset *asset, const GPtrArray *spans, const char *movement, ExMeasure measure, const char *currency);
/* @segments: (element-type ExSegmentMovement) of the span that is called @span. (transfer full) (nullable) */
ExChart       *ex_movement_chart_segments (const ExAsset *asset, const GArray *segments, const char *movement, ExMeasure measure, const char *currency,
                                           const char *span);

/* What customers of one segment came to. */
typedef struct
{
  char   *segment; /* (nullable) not said */
  ExCount count;
} ExSegmentCount;

/* @counts: (element-type ExSegmentCount). @title: the finding; @subtitle: what is counted. (transfer full) (nullable) */
ExChart       *ex_segment_counts_chart    (const GArray *counts, ExMeasure measure, const char *currency, const char *title, const char *subtitle);

G_END_DECLS
