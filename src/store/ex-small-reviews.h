/* The reviews around one leader: a company of a handful, read quickly whatever the size of the whole. The gates answer as they
 * would over all of it, for this one leader. */
#pragma once

#include "core/ex-gate.h"
#include "ex-store-private.h"

G_BEGIN_DECLS

/* The leader and everybody above, by manager and by review; who has a part in the review (assessed it, observes it); @others (nullable,
 * NULL-terminated ids) with whom is above them, as far as there is somebody of that id. NOT_FOUND: no such cycle or leader. */
ExReviews *ex_small_reviews_read   (ExStore *self, const char *cycle_id, const char *leader_id, const char * const *others, GError **error);

G_END_DECLS
