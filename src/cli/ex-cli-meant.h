/* Who or what was probably meant, when a leader or a cycle is not there. */
#pragma once

#include "store/ex-store.h"

G_BEGIN_DECLS

/* Whether one of @leaders (element-type ExLeader) has this very id. */
gboolean ex_cli_knows_leader      (const GPtrArray *leaders, const char *id);
/* A line to standard error, "Did you mean “ana” (Ana Okafor)?", where somebody has an id or a name much like @id; else none. */
void     ex_cli_tell_leader_meant (ExStore *store, const char *id);
void     ex_cli_tell_leader_meant_of (const ExCompany *company, const char *id);
/* The same of a cycle; all of them when there are few. */
void     ex_cli_tell_cycle_meant  (ExStore *store, const char *name);

G_END_DECLS
