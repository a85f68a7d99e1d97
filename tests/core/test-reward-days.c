/* Days in role: first and last count, spells add up, overlaps count once. */
#include "config.h"

#include "core/ex-reward.h"

#include <string.h>

#define SPELLS 4

typedef struct
{
  const char *name;
  const char *from, *to;                 /* the leader's own; "" is open */
  const char *spells[SPELLS][2];
  const char *first, *last;              /* of the cycle */
  int         days;
} Case;

static const Case cases[] = {
  { "always", "", "", { { NULL, NULL } }, "2026-01-01", "2026-12-31", 365 },
  { "a leap year", "", "", { { NULL, NULL } }, "2028-01-01", "2028-12-31", 366 },
  { "a leap day alone", "2028-02-29", "2028-02-29", { { NULL, NULL } }, "2028-01-01", "2028-12-31", 1 },
  { "over a leap day", "2028-02-28", "2028-03-01", { { NULL, NULL } }, "2028-01-01", "2028-12-31", 3 },
  { "no leap day in 2100", "2100-02-28", "2100-03-01", { { NULL, NULL } }, "2100-01-01", "2100-12-31", 2 },
  { "first and last count", "2026-03-01", "2026-03-31", { { NULL, NULL } }, "2026-01-01", "2026-12-31", 31 },
  { "the first day only", "", "2026-01-01", { { NULL, NULL } }, "2026-01-01", "2026-12-31", 1 },
  { "the last day only", "2026-12-31", "", { { NULL, NULL } }, "2026-01-01", "2026-12-31", 1 },
  { "a cycle of a day", "", "", { { NULL, NULL } }, "2026-05-05", "2026-05-05", 1 },
  { "gone before", "", "2025-12-31", { { NULL, NULL } }, "2026-01-01", "2026-12-31", 0 },
  { "comes after", "2027-01-01", "", { { NULL, NULL } }, "2026-01-01", "2026-12-31", 0 },
  { "joins in July", "2026-07-01", "", { { NULL, NULL } }, "2026-01-01", "2026-12-31", 184 },
  { "an earlier spell", "2026-07-01", "", { { "2026-01-01", "2026-01-31" } }, "2026-01-01", "2026-12-31", 184 + 31 },
  { "a spell outside", "2026-07-01", "", { { "2025-01-01", "2025-12-31" } }, "2026-01-01", "2026-12-31", 184 },
  { "a spell across the start", "2026-07-01", "", { { "2025-12-01", "2026-01-10" } }, "2026-01-01", "2026-12-31", 184 + 10 },
  { "touching", "2026-02-01", "2026-02-28", { { "2026-01-01", "2026-01-31" } }, "2026-01-01", "2026-12-31", 59 },
  { "overlapping by a day", "2026-01-31", "2026-02-28", { { "2026-01-01", "2026-01-31" } }, "2026-01-01", "2026-12-31", 59 },
  { "one inside the other", "2026-01-01", "2026-12-31", { { "2026-03-01", "2026-03-31" }, { "2026-03-10", "2026-05-01" } }, "2026-01-01", "2026-12-31", 365 },
  { "the same twice", "2026-01-01", "2026-01-10", { { "2026-01-01", "2026-01-10" } }, "2026-01-01", "2026-12-31", 10 },
  { "in no order", "2026-01-01", "2026-01-10", { { "2026-06-01", "2026-06-10" }, { "2026-03-01", "2026-03-10" } }, "2026-01-01", "2026-12-31", 30 },
  { "only by a spell", "2027-01-01", "", { { "2026-04-01", "2026-04-30" } }, "2026-01-01", "2026-12-31", 30 },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (ExLeader) leader = ex_leader_new ("a", "A");
  g_autoptr (GArray) spells = g_array_new (FALSE, FALSE, sizeof (ExSpell));

  leader->from = ex_day_parse (one->from);
  leader->to = ex_day_parse (one->to);
  for (int i = 0; i < SPELLS && one->spells[i][0] != NULL; i++)
    {
      ExSpell spell = { ex_day_parse (one->spells[i][0]), ex_day_parse (one->spells[i][1]) };

      g_array_append_val (spells, spell);
    }

  g_assert_cmpint (ex_days_in_role (leader, spells, ex_day_parse (one->first), ex_day_parse (one->last)), ==, one->days);
  if (spells->len == 0)
    g_assert_cmpint (ex_days_in_role (leader, NULL, ex_day_parse (one->first), ex_day_parse (one->last)), ==, one->days);
}

/* Against a calendar that is ticked day by day. */
static void
test_random_spells (void)
{
  const ExDay start = ex_day_new (2027, 1, 1);

  for (int round = 0; round < 5000; round++)
    {
      g_autoptr (ExLeader) leader = ex_leader_new ("a", "A");
      g_autoptr (GArray) spells = g_array_new (FALSE, FALSE, sizeof (ExSpell));
      gboolean ticked[800] = { FALSE };
      ExDay first = start + (ExDay) g_test_rand_int_range (0, 400);
      ExDay last = first + (ExDay) g_test_rand_int_range (0, 400);
      int length = g_test_rand_int_range (0, 300); /* not inside MIN(), which would draw twice */
      int expected = 0;

      leader->from = start + (ExDay) g_test_rand_int_range (0, 700);
      leader->to = MIN (leader->from + (ExDay) length, start + 799);
      for (int k = g_test_rand_int_range (0, 5); k >= 0; k--)
        {
          ExSpell spell = { start + (ExDay) g_test_rand_int_range (0, 700), 0 };

          length = g_test_rand_int_range (0, 200);
          spell.to = MIN (spell.from + (ExDay) length, start + 799);
          g_array_append_val (spells, spell);
          for (ExDay day = spell.from; day <= spell.to; day++)
            ticked[day - start] = TRUE;
        }
      for (ExDay day = leader->from; day <= leader->to; day++)
        ticked[day - start] = TRUE;
      for (ExDay day = first; day <= last; day++)
        expected += day - start < 800 && ticked[day - start] ? 1 : 0;

      g_assert_cmpint (ex_days_in_role (leader, spells, first, last), ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdelimit (g_strdup_printf ("/days-in-role/%s", cases[i].name), " ", '-');

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/days-in-role/as-a-calendar-counts", test_random_spells);

  return g_test_run ();
}
