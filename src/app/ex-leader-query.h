/* Which leaders a table shows, and in what order. Small companies are answered at once, large ones in a thread. */
#pragma once

#include <gio/gio.h>

#include "core/ex-company.h"

G_BEGIN_DECLS

typedef enum
{
  EX_LEADERS_BY_ID, /* the company's own order */
  EX_LEADERS_BY_NAME,
  EX_LEADERS_BY_TITLE,
  EX_LEADERS_BY_UNIT,
  EX_LEADERS_BY_OBJECTIVES, /* how many, then how many of them are measured */
  EX_LEADERS_BY_SCORE,      /* those without one last, either way */
  EX_LEADERS_BY_TEAM_SCORE,
} ExLeaderOrder;

typedef struct
{
  char         *text; /* every word of it is found in name, title, unit, e-mail or id; "" or NULL: all */
  ExLeaderOrder order;
  gboolean      descending;
} ExLeaderQuery;

ExLeaderQuery *ex_leader_query_copy (const ExLeaderQuery *self);
void           ex_leader_query_free (ExLeaderQuery *self);

/* (transfer full) (element-type guint) indexes into @company's leaders. */
GArray        *ex_leader_query_run        (const ExLeaderQuery *self, const ExCompany *company);
/* In a thread of its own; the result of a cancelled one is not handed out. */
void           ex_leader_query_run_async  (const ExLeaderQuery *self, ExCompany *company, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
GArray        *ex_leader_query_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
