#include "config.h"

#include "ex-leader-days.h"

#include "core/ex-format.h"
#include "core/ex-reward.h"

#include <glib/gi18n.h>

/* --- the role in the cycle ---------------------------------------------------------------------------------------------- */

int
ex_leader_days_in_cycle (const ExCycle *cycle, const ExLeader *leader)
{
  ExDay first = MAX (cycle->first, leader->from);
  ExDay last = leader->to != EX_DAY_NONE ? MIN (cycle->last, leader->to) : cycle->last;

  return first <= last ? (int) (last - first) + 1 : 0;
}

static char *
describe_share (const ExCycle *cycle, const ExLeader *leader, const GArray *spells)
{
  int days = ex_days_in_role (leader, spells, cycle->first, cycle->last), all = ex_cycle_days (cycle);

  if (days == all)
    return g_strdup_printf (_("In the role on every day of %s."), cycle->name);
  if (days == 0)
    return g_strdup_printf (_("Not in the role on any day of %s, and takes no part in it."), cycle->name);
  /* Translators: days, days in all, and the name of a cycle */
  return g_strdup_printf (ngettext ("In the role on %d of %d days of %s.", "In the role on %d of %d days of %s.", (gulong) days), days, all, cycle->name);
}

static guint
count_reports (const ExCompany *company, const ExLeader *leader)
{
  const ExTree *tree = ex_company_get_tree (company);
  int index = ex_company_find_leader (company, leader->id);
  guint n = 0;

  for (int child = index >= 0 ? tree->first_child[index] : -1; child >= 0; child = tree->next_sibling[child])
    n++;
  return n;
}

char *
ex_leader_days_describe (const ExCompany *company, const ExLeader *leader, const GArray *spells)
{
  const ExCycle *cycle = ex_company_get_cycle (company);
  guint reports = leader->to != EX_DAY_NONE ? count_reports (company, leader) : 0;
  g_autofree char *share = NULL;
  g_autofree char *number = NULL;
  g_autofree char *after = NULL;

  if (cycle == NULL)
    return NULL;
  share = describe_share (cycle, leader, spells);
  if (reports == 0)
    return g_steal_pointer (&share);
  number = ex_format_integer (reports);
  after = g_strdup_printf (ngettext ("After the last day %s report goes to the next above, until you move them.",
                                     "After the last day %s reports go to the next above, until you move them.", reports), number);
  return g_strdup_printf ("%s %s", share, after);
}

/* --- who reported to whom ------------------------------------------------------------------------------------------------ */

static void
line_free (gpointer data)
{
  ExLine *line = data;

  g_free (line->manager_id);
  g_free (line);
}

static void
add_line (GPtrArray *lines, const char *manager_id, ExDay from, ExDay until)
{
  ExLine *line = g_new0 (ExLine, 1);

  line->manager_id = g_strdup (manager_id);
  line->from = from;
  line->until = until;
  g_ptr_array_insert (lines, 0, line);
}

GPtrArray *
ex_lines_new (const ExLeader *stored, const GPtrArray *past)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  ExDay from = stored->from;

  for (guint i = 0; i < past->len; i++)
    {
      const ExPastManager *one = g_ptr_array_index (past, i);

      add_line (lines, one->manager_id, from, one->until);
      from = one->until + 1;
    }
  add_line (lines, stored->manager_id, from, EX_DAY_NONE);
  return lines;
}

char *
ex_line_describe (const ExLine *line, ExDay today)
{
  g_autofree char *from = ex_format_day (line->from);
  g_autofree char *until = ex_format_day (line->until);

  if (line->from == EX_DAY_NONE && line->until == EX_DAY_NONE)
    return g_strdup (_("always"));
  if (line->until == EX_DAY_NONE && line->from > today)
    /* Translators: a day to come, from which on somebody reports to somebody */
    return g_strdup_printf (_("from %s"), from);
  if (line->until == EX_DAY_NONE)
    return g_strdup_printf (_("since %s"), from);
  if (line->from == EX_DAY_NONE)
    return g_strdup_printf (_("until %s"), until);
  return g_strdup_printf (_("%s to %s"), from, until);
}
