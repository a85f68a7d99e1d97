/* In which order segments stand, and which are found: small companies are answered at once, a hundred thousand segments in a thread. */
#pragma once

#include <gio/gio.h>

#include "ex-asset-look.h"

G_BEGIN_DECLS

typedef struct
{
  ExMeasure measure;
  int       key;        /* of ex_asset_table_figure(), or EX_ASSET_SORT_NAME */
  gboolean  descending; /* what is undefined stands last either way */
  char     *text;       /* every word of it is found in the name; "" or NULL: all */
} ExSegmentOrder;

/* (transfer full) (element-type guint) indexes into the segments of @look. */
GArray *ex_segment_order_run        (const ExSegmentOrder *self, const ExAssetLook *look);
void    ex_segment_order_run_async  (const ExSegmentOrder *self, ExAssetLook *look, GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data);
GArray *ex_segment_order_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
