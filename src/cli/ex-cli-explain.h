/* "Why this number?" on the command line: working to people as it comes, to programs as rows. */
#pragma once

#include "core/ex-company.h"
#include "ex-cli-table.h"
#include "store/ex-store.h"

G_BEGIN_DECLS

/* Rows of leader, objective, what, how, result. */
extern const ExTableColumn ex_cli_explain_columns[];

/* @table NULL: to standard output, for people, under @heading. @leader, @objective: ids, nullable. */
void        ex_cli_explain            (ExTable *table, const char *heading, const char *leader, const char *objective, const ExWorking *working);

/* The working of one objective, from its check-ins. FALSE: it was said why not. */
gboolean    ex_cli_explain_objective  (ExTable *table, ExStore *store, const ExCompany *company, const ExObjective *objective);

/* An objective's check-ins as the rules take them. NULL: it was said why not. (transfer full) (element-type ExPoint) */
GArray     *ex_cli_read_points        (ExStore *store, const char *objective_id);

G_END_DECLS
