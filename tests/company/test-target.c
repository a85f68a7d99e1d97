#include "config.h"

#include "company/ex-target.h"

static const char *const texts[] = {
  "L001", "", " ", "  two  blanks ", "100 %", "%", "%20", "%%41", "50% off", "Ärger & Überdruß", "客户", "مبيعات", "a\nb\tc", "😀", "/path?x=1#y", "leader", "cell",
};

static void
test_round_trips (void)
{
  for (ExTargetKind kind = EX_TARGET_LEADER; kind <= EX_TARGET_SEGMENT; kind++)
    for (gsize i = 0; kind != EX_TARGET_CELL && i < G_N_ELEMENTS (texts); i++)
      {
        const char *extra = kind == EX_TARGET_CHECK_IN ? texts[(i + 3) % G_N_ELEMENTS (texts)] : NULL;
        g_autofree char *key = ex_target_key (kind, texts[i], extra);
        ExTarget target;

        g_assert_true (ex_target_parse (key, &target));
        g_assert_cmpint (target.kind, ==, kind);
        g_assert_cmpstr (target.id, ==, texts[i]);
        g_assert_cmpstr (target.extra, ==, extra);
        ex_target_clear (&target);
        g_assert_cmpint (target.kind, ==, EX_TARGET_NOWHERE);
      }
}

static void
test_cells (void)
{
  const ExTargetKind kinds[] = { EX_TARGET_LEADER, EX_TARGET_UNIT, EX_TARGET_LEVEL };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (texts) * 6; k++)
      {
        const char *column = texts[k / 6];
        g_autofree char *key = ex_target_cell_key (kinds[k % 3], texts[i], k % 2 == 0, column);
        ExTarget target;

        g_assert_true (ex_target_parse (key, &target));
        g_assert_cmpint (target.kind, ==, EX_TARGET_CELL);
        g_assert_cmpint (target.row_kind, ==, kinds[k % 3]);
        g_assert_cmpint (target.by_stage, ==, k % 2 == 0);
        g_assert_cmpstr (target.id, ==, texts[i]);
        g_assert_cmpstr (target.extra, ==, column);
        ex_target_clear (&target);
      }
}

static void
test_as_they_are_written (void)
{
  g_autofree char *leader = ex_target_key (EX_TARGET_LEADER, "L 1%", NULL);
  g_autofree char *check_in = ex_target_key (EX_TARGET_CHECK_IN, "o1", "2026-03-31");
  g_autofree char *cell = ex_target_cell_key (EX_TARGET_UNIT, "", FALSE, "win back");
  g_autofree char *rewards = ex_target_key (EX_TARGET_REWARDS, NULL, NULL);

  g_assert_cmpstr (leader, ==, "leader L%201%25");
  g_assert_cmpstr (check_in, ==, "check-in o1 2026-03-31");
  g_assert_cmpstr (cell, ==, "cell unit  driver win%20back");
  g_assert_cmpstr (rewards, ==, "rewards");
}

static void
test_no_such_key (void)
{
  static const char *const keys[] = {
    "", " ", "leader", "nobody L001", "leader L001 more", "check-in o1", "rewards x", "cell leader L001 driver", "cell movement new driver retain",
    "cell leader L001 reason x", "leader %", "leader %2", "leader %zz", "leader %00", "leader L001 ", "Leader L001", "cell", "nowhere x",
  };
  ExTarget target;

  g_assert_false (ex_target_parse (NULL, &target));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_false (ex_target_parse (keys[i], &target));
      g_assert_cmpint (target.kind, ==, EX_TARGET_NOWHERE);
      g_assert_null (target.id);
      g_assert_null (target.extra);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/target/round-trips", test_round_trips);
  g_test_add_func ("/target/cells", test_cells);
  g_test_add_func ("/target/as-they-are-written", test_as_they_are_written);
  g_test_add_func ("/target/no-such-key", test_no_such_key);

  return g_test_run ();
}
