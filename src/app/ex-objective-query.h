/* Which objectives a table shows, and in what order. Small companies are answered at once, large ones in a thread. */
#pragma once

#include <gio/gio.h>

#include "core/ex-company.h"

G_BEGIN_DECLS

typedef enum
{
  EX_OBJECTIVE_BY_ID,
  EX_OBJECTIVE_BY_TITLE,
  EX_OBJECTIVE_BY_LEADER,
  EX_OBJECTIVE_BY_STATUS, /* worst first */
  EX_OBJECTIVE_BY_SCORE,
  EX_OBJECTIVE_BY_PROGRESS,
  EX_OBJECTIVE_BY_WEIGHT,
  EX_OBJECTIVE_BY_LAST_DAY,
} ExObjectiveOrder;

typedef struct
{
  char            *text;       /* found in title, leader's name, unit of the company or id; "" or NULL: all */
  int              status;     /* ExStatus, -1: any */
  char            *leader_id;  /* NULL: any */
  ExObjectiveOrder order;
  gboolean         descending;
} ExObjectiveQuery;

ExObjectiveQuery *ex_objective_query_copy (const ExObjectiveQuery *self);
void              ex_objective_query_free (ExObjectiveQuery *self);

/* (transfer full) (element-type guint) indexes into @company's objectives. */
GArray           *ex_objective_query_run        (const ExObjectiveQuery *self, const ExCompany *company);
/* In a thread of its own; the result of a cancelled one is not handed out. */
void              ex_objective_query_run_async  (const ExObjectiveQuery *self, ExCompany *company, GCancellable *cancellable,
                                                 GAsyncReadyCallback callback, gpointer user_data);
GArray           *ex_objective_query_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
