/* Rows of amendments and of the objectives that they change, to records and back. Nothing here opens an action. */
#pragma once

#include "core/ex-review.h"
#include "ex-store-private.h"

G_BEGIN_DECLS

/* (element-type ExAmendment) newest first. (transfer full) */
GPtrArray *ex_amendment_rows_list   (ExDatabase *database, const char *cycle_id, const char *leader_id, GError **error);
/* With its objectives, before and after. */
gboolean   ex_amendment_rows_insert (ExDatabase *database, const ExAmendment *amendment, GError **error);
/* What was decided; nothing else of it changes. */
gboolean   ex_amendment_rows_decide (ExDatabase *database, const ExAmendment *amendment, GError **error);

/* @objective with what an amendment changes as @as has it. */
void       ex_objective_amend       (ExObjective *objective, const ExObjective *as);

G_END_DECLS
