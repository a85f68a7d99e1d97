/* What the days of a leader's role mean for the cycle in view, and when somebody reported to whom, in words. */
#pragma once

#include "core/ex-company.h"
#include "store/ex-store-reviews.h"

G_BEGIN_DECLS

/* @spells: (nullable) (element-type ExSpell) earlier times in the role, which count too. "In the role on 243 of 365 days of FY 2026. After the last day 4 reports are reviewed by the next above, until they are moved." @leader need not be of
 * @company, but has its id there when it is. (transfer full) (nullable): NULL without a cycle. */
char *ex_leader_days_describe (const ExCompany *company, const ExLeader *leader, const GArray *spells);

/* Days of the cycle in the role, by their own days alone; first and last count. */
int   ex_leader_days_in_cycle (const ExCycle *cycle, const ExLeader *leader);

/* A reporting line with the days on which it holds; EX_DAY_NONE: without a beginning, without an end. */
typedef struct
{
  char *manager_id; /* NULL: nobody */
  ExDay from;
  ExDay until;
} ExLine;

/* @stored: with the latest manager. @past: (element-type ExPastManager) of that leader, by day. (transfer full) (element-type ExLine) latest first */
GPtrArray *ex_lines_new      (const ExLeader *stored, const GPtrArray *past);
/* "since 1 Mar 2026", "from 1 Dec 2026", "until 28 Feb 2026", "1 Jan 2026 to 28 Feb 2026", "always". (transfer full) */
char      *ex_line_describe  (const ExLine *line, ExDay today);

G_END_DECLS
