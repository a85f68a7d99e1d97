/* The parts of a snapshot that are read in files of their own. */
#pragma once

#include "ex-snapshot.h"

G_BEGIN_DECLS

/* Whether @part differs from what it was in @previous (nullable). */
gboolean ex_snapshot_has_changed  (const ExSnapshot *self, const ExSnapshot *previous, ExStorePart part);

/* Customers, and what is claimed of them; the company must be there. */
gboolean ex_snapshot_read_asset   (ExSnapshot *self, ExStore *store, ExSnapshot *previous, GError **error);
/* What the cycle pays; reviews and asset must be there. */
gboolean ex_snapshot_read_rewards (ExSnapshot *self, ExStore *store, ExSnapshot *previous, GError **error);

G_END_DECLS
