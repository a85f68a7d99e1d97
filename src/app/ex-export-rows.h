/* The tables of the pages, for export: the same rows in the same order, as far as who is looking may see them. All but what is named is copied or
 * counted, so that the page may go on meanwhile. (transfer full) of all. */
#pragma once

#include "ex-asset-look.h"
#include "ex-export.h"
#include "ex-query.h"
#include "ex-segment-order.h"

G_BEGIN_DECLS

/* @tree: from the top down, whom the query finds; siblings in its order. */
ExExport *ex_export_leaders    (ExSession *session, const ExQuery *query, gboolean tree);
ExExport *ex_export_objectives (ExSession *session, const ExQuery *query);
ExExport *ex_export_check_ins  (ExSession *session, const char *objective_id); /* NULL: there is no such objective */
/* @query: with reviews and parents. */
ExExport *ex_export_reviews    (ExSession *session, const char *title, const ExQuery *query, gboolean tree);

/* @segment: of which the spans are, EX_EVERY_SEGMENT: of the company; the latest first. */
ExExport *ex_export_periods    (const char *title, ExAsset *asset, GPtrArray *spans, int segment, const char *currency);
/* @whole: after the company. */
ExExport *ex_export_segments   (ExAssetLook *look, const ExSegmentOrder *order, gboolean whole);
ExExport *ex_export_claims     (ExSession *session);

ExExport *ex_export_rewards    (ExSession *session, ExRewards *rewards, const char *text, int order, gboolean descending);
ExExport *ex_export_history    (const ExHistoryFilter *filter);

G_END_DECLS
