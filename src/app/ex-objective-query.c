#include "config.h"

#include "ex-objective-query.h"

#include <math.h>

static gboolean
objective_fits (const ExQuery *query, const ExCompany *company, guint index)
{
  if (query->status >= 0 && (int) ex_company_get_reading (company, index)->status != query->status)
    return FALSE;
  return query->leader_id == NULL || g_str_equal (query->leader_id, ex_company_get_objective (company, index)->leader_id);
}

static const ExLeader *
leader_of (const ExCompany *company, guint index)
{
  int leader = ex_company_find_leader (company, ex_company_get_objective (company, index)->leader_id);

  return leader >= 0 ? ex_company_get_leader (company, (guint) leader) : NULL;
}

static void
objective_fields (const ExCompany *company, guint index, const char *fields[EX_QUERY_FIELDS])
{
  const ExObjective *objective = ex_company_get_objective (company, index);
  const ExLeader *leader = leader_of (company, index);

  fields[0] = objective->title;
  fields[1] = objective->id;
  fields[2] = leader != NULL ? leader->name : objective->leader_id;
  fields[3] = leader != NULL ? leader->unit : NULL;
}

static double
status_rank (ExStatus status)
{
  static const double ranks[] = {
    [EX_STATUS_OFF_TRACK] = 0, [EX_STATUS_AT_RISK] = 1, [EX_STATUS_NO_DATA] = 2, [EX_STATUS_ON_TRACK] = 3,
  };
  return ranks[status];
}

static void
objective_key (const ExQuery *query, const ExCompany *company, guint index, ExQueryKey *key)
{
  const ExObjective *objective = ex_company_get_objective (company, index);
  const ExReading *reading = ex_company_get_reading (company, index);
  const ExLeader *leader;

  switch ((ExObjectiveOrder) query->order)
    {
    case EX_OBJECTIVE_BY_ID:
      break;
    case EX_OBJECTIVE_BY_TITLE:
      ex_query_key_set_text (key, objective->title);
      break;
    case EX_OBJECTIVE_BY_LEADER:
      leader = leader_of (company, index);
      ex_query_key_set_text (key, leader != NULL ? leader->name : objective->leader_id);
      break;
    case EX_OBJECTIVE_BY_STATUS:
      ex_query_key_set_number (key, status_rank (reading->status));
      break;
    case EX_OBJECTIVE_BY_SCORE:
      ex_query_key_set_number (key, reading->measured ? reading->score : NAN);
      break;
    case EX_OBJECTIVE_BY_WEIGHT:
      ex_query_key_set_number (key, objective->weight);
      break;
    case EX_OBJECTIVE_BY_LAST_DAY:
      ex_query_key_set_number (key, reading->last_day != EX_DAY_NONE ? reading->last_day : NAN);
      break;
    default:
      g_assert_not_reached ();
    }
}

const ExQueryKind ex_objective_query = { ex_company_n_objectives, objective_fits, objective_fields, objective_key };
