#include "config.h"

#include "ex-asset-export.h"

#include "ex-asset-claims.h"
#include "ex-asset-periods.h"
#include "ex-asset-segments.h"
#include "ex-asset-table.h"
#include "ex-export-rows.h"

/* Of the summary: the company's movements, and the segments', the largest first. */
static ExExport *
export_summary (ExAssetLook *look)
{
  ExSegmentOrder order = { EX_MEASURE_VALUE, ex_asset_table_closing_key (), TRUE, NULL };

  return ex_export_segments (look, &order, TRUE);
}

ExExport *
ex_asset_export_view (GtkWidget *view, ExSession *session, ExAssetLook *look)
{
  if (EX_IS_ASSET_PERIODS (view))
    return ex_asset_periods_get_export (EX_ASSET_PERIODS (view));
  if (EX_IS_ASSET_SEGMENTS (view))
    return ex_asset_segments_get_export (EX_ASSET_SEGMENTS (view));
  if (EX_IS_ASSET_CLAIMS (view))
    return ex_export_claims (session);
  return look != NULL ? export_summary (look) : NULL;
}
