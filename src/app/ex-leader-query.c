#include "config.h"

#include "ex-leader-query.h"

void
ex_leader_query_fields (const ExCompany *company, guint index, const char *fields[EX_QUERY_FIELDS])
{
  const ExLeader *leader = ex_company_get_leader (company, index);

  fields[0] = leader->name;
  fields[1] = leader->title;
  fields[2] = leader->unit;
  fields[3] = leader->email;
  fields[4] = leader->id;
}

static void
leader_key (const ExQuery *query, const ExCompany *company, guint index, ExQueryKey *key)
{
  const ExLeader *leader = ex_company_get_leader (company, index);
  const ExStanding *standing = ex_company_get_standing (company, index);

  switch ((ExLeaderOrder) query->order)
    {
    case EX_LEADERS_BY_ID:
      break;
    case EX_LEADERS_BY_NAME:
      ex_query_key_set_text (key, leader->name);
      break;
    case EX_LEADERS_BY_TITLE:
      ex_query_key_set_text (key, leader->title);
      break;
    case EX_LEADERS_BY_UNIT:
      ex_query_key_set_text (key, leader->unit);
      break;
    case EX_LEADERS_BY_OBJECTIVES:
      ex_query_key_set_number (key, standing->objectives + standing->measured / (standing->objectives + 1.0));
      break;
    case EX_LEADERS_BY_SCORE:
      ex_query_key_set_number (key, standing->score);
      break;
    case EX_LEADERS_BY_TEAM_SCORE:
      ex_query_key_set_number (key, standing->team_score);
      break;
    default:
      g_assert_not_reached ();
    }
}

const ExQueryKind ex_leader_query = { ex_company_n_leaders, NULL, ex_leader_query_fields, leader_key };
