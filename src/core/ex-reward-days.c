/* Days in role: spells that may touch or overlap, each day counted once. */
#include "config.h"

#include "ex-reward.h"

static int
compare_spells (gconstpointer a, gconstpointer b)
{
  const ExSpell *first = a, *second = b;

  return first->from < second->from ? -1 : first->from > second->from;
}

/* What of @spell lies in @first..@last; an open end reaches as far as asked. */
static void
add_part (GArray *parts, ExSpell spell, ExDay first, ExDay last)
{
  ExSpell part = { MAX (spell.from, first), spell.to == EX_DAY_NONE ? last : MIN (spell.to, last) };

  if (part.from <= part.to)
    g_array_append_val (parts, part);
}

int
ex_days_in_role (const ExLeader *leader, const GArray *spells, ExDay first, ExDay last)
{
  g_autoptr (GArray) parts = NULL;
  ExDay counted_to = first - 1;
  int days = 0;

  g_return_val_if_fail (leader != NULL && first != EX_DAY_NONE && first <= last, 0);

  parts = g_array_new (FALSE, FALSE, sizeof (ExSpell));
  add_part (parts, (ExSpell) { leader->from, leader->to }, first, last);
  for (guint i = 0; spells != NULL && i < spells->len; i++)
    add_part (parts, g_array_index (spells, ExSpell, i), first, last);
  g_array_sort (parts, compare_spells);

  for (guint i = 0; i < parts->len; i++)
    {
      const ExSpell *part = &g_array_index (parts, ExSpell, i);
      ExDay from = MAX (part->from, counted_to + 1);

      if (part->to < from)
        continue;
      days += (int) (part->to - from) + 1;
      counted_to = part->to;
    }

  return days;
}
