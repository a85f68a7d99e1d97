/* What leaders are found and sorted by. */
#pragma once

#include "ex-query.h"

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

extern const ExQueryKind ex_leader_query;

/* What any list of leaders is searched by: the fields of ExQueryKind. */
void ex_leader_query_fields (const ExCompany *company, guint index, const char *fields[EX_QUERY_FIELDS]);

G_END_DECLS
