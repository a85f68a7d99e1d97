/* A company in one cycle as read at one moment: leaders, their objectives with readings, leader and team scores.
 * Built once (by the store, in a thread of its own if need be), immutable afterwards, counted references. */
#pragma once

#include "ex-leader.h"
#include "ex-score.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *currency;   /* ISO 4217 */
  int   exponent;   /* of the currency */
} ExCompanyInfo;

ExCompanyInfo *ex_company_info_new  (const char *name, const char *currency);
ExCompanyInfo *ex_company_info_copy (const ExCompanyInfo *self);
void           ex_company_info_free (ExCompanyInfo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExCompanyInfo, ex_company_info_free)

typedef struct
{
  guint  objectives;   /* own objectives in the cycle */
  guint  measured;     /* of them, with a check-in */
  int    weight;       /* their weights together, basis points; anything but 10000 is flagged */
  double score;        /* sum of weight x score; EX_UNSET without objectives */
  double team_score;   /* mean over all leaders below that have objectives; EX_UNSET when there is none */
  guint  below;        /* leaders below, at any depth */
  guint  status[4];    /* own objectives by ExStatus */
} ExStanding;

typedef struct _ExCompany ExCompany;

/* Takes all. @cycle: (nullable) (transfer full) NULL: the company has none yet. @leaders: (transfer full) (element-type ExLeader);
 * @objectives: (transfer full) (element-type ExObjective), sorted by nothing in particular;
 * @readings: (transfer full) (element-type ExReading) parallel to @objectives. Computes the standings. */
ExCompany *ex_company_new (ExCompanyInfo *info, ExCycle *cycle, ExDay today, GPtrArray *leaders, GPtrArray *objectives, GArray *readings, GError **error);
/* The same leaders and objectives, shared, with other @readings (transfer full). Computes the standings. */
ExCompany *ex_company_new_with_readings (const ExCompany *before, GArray *readings);
ExCompany *ex_company_ref   (ExCompany *self);
void       ex_company_unref (ExCompany *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExCompany, ex_company_unref)

const ExCompanyInfo *ex_company_get_info       (const ExCompany *self);
const ExCycle       *ex_company_get_cycle      (const ExCompany *self); /* (nullable) */
ExDay                ex_company_get_today      (const ExCompany *self);
const ExTree        *ex_company_get_tree       (const ExCompany *self);
guint                ex_company_n_leaders      (const ExCompany *self);
const ExLeader      *ex_company_get_leader     (const ExCompany *self, guint index);
const ExStanding    *ex_company_get_standing   (const ExCompany *self, guint index);
int                  ex_company_find_leader    (const ExCompany *self, const char *id); /* -1 */
guint                ex_company_n_objectives   (const ExCompany *self);
const ExObjective   *ex_company_get_objective  (const ExCompany *self, guint index);
const ExReading     *ex_company_get_reading    (const ExCompany *self, guint index);
int                  ex_company_find_objective (const ExCompany *self, const char *id); /* -1 */
/* Indexes of a leader's objectives, in the order given. (transfer none); @n: how many */
const guint         *ex_company_leader_objectives (const ExCompany *self, guint leader_index, guint *n);

/* The lines behind a leader's score ("Why this number?"). */
void                 ex_company_explain_score  (const ExCompany *self, guint leader_index, ExWorking *working);
void                 ex_company_explain_team_score (const ExCompany *self, guint leader_index, ExWorking *working);

G_END_DECLS
