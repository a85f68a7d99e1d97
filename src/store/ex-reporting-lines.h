/* Whom a leader reports to on a day. leaders.manager_id is the line from the day after the last of past_managers on; a company is read with
 * the lines of one day, so that nobody above needs to know of the others. Nothing here opens an action. */
#pragma once

#include "core/ex-leader.h"
#include "ex-store-private.h"

G_BEGIN_DECLS

/* The day of which the lines count in a cycle (nullable) today: inside it. */
ExDay      ex_lines_day      (const ExCycle *cycle, ExDay today);
/* Those of @leaders (element-type ExLeader), as listed, with the managers of @day. Where these lines would close a circle, which
 * only a file that was tampered with has, they are left as they are. */
gboolean   ex_lines_apply    (ExDatabase *database, GPtrArray *leaders, ExDay day, GError **error);
/* A leader with the manager of @day (EX_DAY_NONE: the latest); *@leader stays NULL when there is none of that id. FALSE only on @error. */
gboolean   ex_lines_find     (ExDatabase *database, const char *id, ExDay day, ExLeader **leader, GError **error);
/* Adds a sentence when the lines of some day close a circle; @leaders (element-type ExLeader) have the latest ones. FALSE only on @error. */
gboolean   ex_lines_check    (ExDatabase *database, const GPtrArray *leaders, GPtrArray *problems, GError **error);

G_END_DECLS
