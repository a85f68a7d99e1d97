/* The weights of a leader's other objectives, so that a change of one can be made up for in the same amendment. */
#pragma once

#include <adwaita.h>

#include "core/ex-company.h"

G_BEGIN_DECLS

typedef struct _ExWeightRows ExWeightRows;

/* Adds a row to @group for each of the leader's objectives but @except. @changed (swapped) on every keystroke. @company: kept. */
ExWeightRows *ex_weight_rows_new   (AdwPreferencesGroup *group, ExCompany *company, const char *leader_id, const char *except,
                                    GCallback changed, gpointer data);
void          ex_weight_rows_free  (ExWeightRows *self);
/* All of them together, basis points; FALSE with @problem (transfer full) where one is no weight. */
gboolean      ex_weight_rows_total (ExWeightRows *self, int *total, char **problem);
/* Copies of the objectives, with the weights typed: all of them, or those that differ from what stands. (transfer full) (element-type
 * ExObjective) */
GPtrArray    *ex_weight_rows_list  (ExWeightRows *self, gboolean changed);

G_END_DECLS
