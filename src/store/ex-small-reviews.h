/* The reviews around one leader: a company of a handful, read quickly whatever the size of the whole. The gates answer as they
 * would over all of it, for this one leader. */
#pragma once

#include "core/ex-gate.h"
#include "ex-store-private.h"

G_BEGIN_DECLS

/* The leader and everybody above, by manager and by review; who has a part in the review (assessed it, observes it); @others (nullable,
 * NULL-terminated ids) with whom is above them, as far as there is somebody of that id. NOT_FOUND: no such cycle or leader. */
ExReviews *ex_small_reviews_read   (ExStore *self, const char *cycle_id, const char *leader_id, const char * const *others, GError **error);

/* Who acts, as an index of @reviews' company; EX_NOBODY: HR. FALSE and @error: nobody there has the actor's id. */
gboolean   ex_small_reviews_find_actor (ExStore *self, const ExReviews *reviews, int *actor, GError **error);

/* TRUE when nothing stands in the way; else EX_STORE_ERROR_REFUSED with the sentences, a line each. */
gboolean   ex_store_accept_missing (GPtrArray *missing, GError **error);  /* (transfer full) (element-type ExMissing) */
gboolean   ex_store_accept_actor   (char *forbidden, GError **error);     /* (transfer full) (nullable) */
gboolean   ex_store_refuse_because (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3); /* always FALSE */
/* What only HR does. */
gboolean   ex_store_accept_hr      (ExStore *self, GError **error);
/* Who reports to whom, and from when to when somebody is in role, is HR's to change. @before: (nullable) a new leader. */
gboolean   ex_store_accept_lines   (ExStore *self, const ExLeader *before, const ExLeader *leader, GError **error);
/* What a trigger of the file refused, though the rules did not: a race, or another program's rows. Always FALSE. */
gboolean   ex_store_explain_trigger (GError *failure, GError **error);    /* @failure: (transfer full) */

G_END_DECLS
