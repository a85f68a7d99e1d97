/* Erasing one who took part in reviews: what they said and what was said of them goes, signed or closed as it may be; nothing else moves. */
#include "config.h"

#include "erase-fixture.h"

/* Cy's, as far as signed, with words of everybody in it; then the year is over, and he and Bob have left. */
static void
set_up_signed (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  static const char * const ids[] = { "a", "b", "c" };

  for (guint i = 0; i < 3; i++)
    bring_to (store, ids[i], EX_REVIEW_AGREED);
  must_take (store, "b", "c", EX_STEP_SEND_BACK, "Bob says: not yet");
  must_take (store, "b", "c", EX_STEP_AGREE, NULL);
  advance_to (store, EX_PHASE_ASSESS);
  for (guint i = 0; i < 3; i++)
    {
      must_rate_all (store, ids[i], ids[i], EX_ROLE_SELF, ids[i], 4);
      must_take (store, ids[i], ids[i], EX_STEP_SELF_ASSESS, NULL);
    }
  for (guint i = 0; i < 3; i++)
    {
      must_rate_all (store, actor_for (reviewer_of (ids[i])), ids[i], EX_ROLE_MANAGER, reviewer_of (ids[i]), 3);
      must_take (store, actor_for (reviewer_of (ids[i])), ids[i], EX_STEP_ASSESS, NULL);
    }
  act_as (store, "b");
  ex_store_save_note (store, "fy26", "c", "Bob keeps: careful", &error);
  g_assert_no_error (error);
  advance_to (store, EX_PHASE_SIGN);
  must_take (store, "HR", "a", EX_STEP_SIGN, NULL);
  must_take (store, "a", "a", EX_STEP_SIGN, NULL);
  must_take (store, "a", "b", EX_STEP_SIGN, NULL);
  must_take (store, "b", "b", EX_STEP_SIGN, NULL);
  must_take (store, "b", "c", EX_STEP_SIGN, NULL);
  must_take (store, "c", "c", EX_STEP_DISSENT, "Cy objects: not so");
  must_take (store, "c", "c", EX_STEP_SIGN, NULL);
  act_as (store, "HR");
  for (guint i = 1; i < 3; i++)
    {
      g_autoptr (ExLeader) leader = make_leader (ids[i], i == 1 ? "Bob Quillfeather" : "Cy Inkwell", i == 1 ? "a" : "b");

      leader->to = ex_day_parse ("2026-12-31");
      ex_store_save_leader (store, leader, &error);
      g_assert_no_error (error);
    }
  set_today ("2027-01-15");
}

static char *
figures (Fixture *fixture)
{
  return ask (fixture,
              "SELECT (SELECT group_concat (objective_id || role || rater_id || rating || confirmed || coalesce (actual, '-')) FROM (SELECT * FROM ratings ORDER BY 1, 2, 3))"
              " || (SELECT group_concat (cycle_id || leader_id || number || step || day || state || coalesce (reviewer_id, '-') || coalesce (leader_signed, '-')) FROM review_steps)"
              " || (SELECT group_concat (id || title || target || weight) FROM objectives)");
}

static void
test_signed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_up_signed (fixture, data);
  before = figures (fixture);
  ex_store_erase_leader (fixture->store, "c", &error);
  g_assert_no_error (error);
  assert_check (fixture, NULL);
  g_assert_false (is_written (fixture, "Inkwell"));
  g_assert_false (is_written (fixture, "Cy objects"));
  g_assert_false (is_written (fixture, "Bob keeps"));
  g_assert_false (is_written (fixture, "Bob says"));
  assert_answer (fixture, "SELECT count (*) FROM ratings WHERE comment = '(erased)'", "6");
  assert_answer (fixture, "SELECT count (*) FROM ratings WHERE comment <> '(erased)' AND objective_id NOT LIKE 'c%'", "12");
  after = figures (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* Fourteen months of one customer, of which the cycle's are final. */
static void
import_ledger (ExStore *store)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);
  ExImportInfo info = { .file_name = "customers.csv", .digest = "d" };
  g_autoptr (ExLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;

  for (int month = -2; month < 12; month++)
    g_assert_true (ex_ledger_builder_add (builder, "Inkwell & Sons", 14, 2026 * 12 + month, EX_DAY_NONE, 1000 + month, NULL, 0, NULL, 0));
  ledger = ex_ledger_builder_end (builder);
  g_assert_true (ex_store_import_ledger (store, ledger, FALSE, &info, NULL, &error));
  g_assert_no_error (error);
  ex_store_set_final (store, (ExPeriod) { EX_GRAIN_YEAR, 2026 }, TRUE, &error);
  g_assert_no_error (error);
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  static const char ledger[] = "SELECT group_concat (import || period || hex (customers) || hex (amounts)) || (SELECT group_concat (hex (customers)) FROM ledger_layers)"
                               " || (SELECT group_concat (number || digest) FROM imports) FROM ledger_columns";
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  act_as (fixture->store, "HR");
  import_ledger (fixture->store);
  set_up_signed (fixture, data);
  must_take (fixture->store, "HR", "d", EX_STEP_EXCUSE, "Long ill");
  ex_store_close_cycle (fixture->store, "fy26", &error);
  g_assert_no_error (error);
  before = ask (fixture, ledger);
  ex_store_erase_leader (fixture->store, "c", &error);
  g_assert_no_error (error);
  assert_check (fixture, NULL);
  after = ask (fixture, ledger);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (is_written (fixture, "Cy Inkwell"));
}

/* Of a reviewer goes what they said of others, and nothing that others said. */
static void
test_reviewer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_up_signed (fixture, data);
  ex_store_erase_leader (fixture->store, "b", &error);
  g_assert_no_error (error);
  assert_check (fixture, NULL);
  g_assert_false (is_written (fixture, "Quillfeather"));
  g_assert_false (is_written (fixture, "Bob keeps"));
  g_assert_false (is_written (fixture, "Bob says"));
  g_assert_true (is_written (fixture, "Cy objects"));
  assert_answer (fixture, "SELECT group_concat (role || ' ' || comment) FROM (SELECT * FROM ratings WHERE objective_id = 'c1' ORDER BY role)",
                 "manager (erased),self As I see it");
  assert_answer (fixture, "SELECT why FROM review_steps WHERE leader_id = 'c' AND step = 'send-back'", "(erased)");
  assert_answer (fixture, "SELECT why FROM review_steps WHERE leader_id = 'c' AND step = 'dissent'", "Cy objects: not so");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_review_test ("/store/erase/reviews/of a signed review", test_signed);
  add_review_test ("/store/erase/reviews/of a closed cycle, and the ledger stays", test_closed);
  add_review_test ("/store/erase/reviews/of a reviewer", test_reviewer);

  return g_test_run ();
}
