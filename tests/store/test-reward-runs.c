/* What a close pays is computed once, frozen with its working, and stands. */
#include "config.h"

#include "reward-fixture.h"

/* Ready to close, with terms. */
static void
bring_near (ExStore *store, ExMeasure measure, gint64 pool)
{
  import_growth (store);
  save_terms (store, measure, pool);
  bring_to_sign (store);
  make_final (store, "2026");
}

/* --- freezing ------------------------------------------------------------------------------------------------------------------- */

static void
assert_frozen_as_computed (Fixture *fixture, gint64 pool)
{
  ExStore *store = fixture->store;
  g_autoptr (ExRewards) computed = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  const ExRewards *frozen;
  gint64 actions;

  bring_near (store, EX_MEASURE_VALUE, pool);
  computed = compute (store);
  actions = n_actions (store);
  must_close (store);
  g_assert_cmpint (n_actions (store), ==, actions + 1);
  assert_last_action (store, "Close a cycle: FY 2026");
  fixture_open_again (fixture);
  store = fixture->store;
  runs = list_runs (store, "HR");
  g_assert_cmpuint (runs->len, ==, 1);
  frozen = g_ptr_array_index (runs, 0);
  g_assert_cmpuint (frozen->version, ==, 1);
  g_assert_cmpint (frozen->day, ==, ex_day_parse ("2026-01-15"));
  g_assert_true (ex_reward_terms_equal (frozen->terms, computed->terms));
  assert_same_rewards (computed, frozen);
  g_assert_cmpint (count (store, "SELECT step FROM reward_runs"), ==, count (store, "SELECT number FROM cycle_steps WHERE step = 'close'"));
  g_assert_cmpint (count (store, "SELECT count(*) FROM reward_statements WHERE target IS NULL AND unrounded IS NULL AND reward IS NULL"), ==, 1);
  assert_sound (store);
}

static void
test_frozen_as_computed (Fixture *fixture, gconstpointer data)
{
  assert_frozen_as_computed (fixture, -1);
}

static void
test_frozen_with_its_cut (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) runs = NULL;
  const ExRewards *frozen;

  assert_frozen_as_computed (fixture, 10000001);
  runs = list_runs (fixture->store, "HR");
  frozen = g_ptr_array_index (runs, 0);
  g_assert_cmpint (frozen->total, ==, 10000001);
  g_assert_cmpfloat (frozen->cut, <, 1);
}

/* Without terms there is nothing to freeze, and nothing in the way. */
static void
test_a_cycle_that_pays_nothing (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) runs = NULL;

  import_growth (store);
  bring_to_sign (store);
  make_final (store, "2026");
  must_close (store);
  runs = list_runs (store, "HR");
  g_assert_cmpuint (runs->len, ==, 0);
  g_assert_null (ex_rewards_find_paid (runs));
  assert_sound (store);
}

/* The names are those of today, the figures those of then. */
static void
test_figures_of_then (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (ExLeader) leader = NULL;

  bring_near (store, EX_MEASURE_CUSTOMERS, -1);
  must_close (store);
  before = list_runs (store, "HR");
  g_assert_cmpint (((ExRewards *) g_ptr_array_index (before, 0))->closing, ==, 2);
  set_target (store, "b", 99, NULL);
  g_assert_true (ex_leader_find (store->db, "b", &leader, NULL));
  g_free (leader->name);
  leader->name = g_strdup ("Robert");
  g_assert_true (ex_store_save_leader (store, leader, NULL));
  after = list_runs (store, "HR");
  g_assert_cmpint (reward_of (g_ptr_array_index (after, 0), "b"), ==, reward_of (g_ptr_array_index (before, 0), "b"));
  g_assert_cmpint (ex_rewards_find (g_ptr_array_index (after, 0), "b")->target, ==, 4000000);
  g_assert_cmpstr (ex_rewards_find (g_ptr_array_index (after, 0), "b")->name, ==, "Robert");
}

/* --- versions --------------------------------------------------------------------------------------------------------------------- */

static void
must_not_undo (ExStore *store, gint64 action, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExAction) undone = ex_store_undo (store, action, &error);

  g_assert_null (undone);
  assert_error_says (&error, EX_STORE_ERROR_CONFLICT, words);
}

static void
test_version_after_version (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (ExRewards) computed = NULL;

  bring_near (store, EX_MEASURE_VALUE, -1);
  must_close (store);
  first = list_runs (store, "HR");
  must_not_undo (store, n_actions (store), "What is closed stands");
  must_reopen (store);
  must_not_undo (store, n_actions (store), "closed again the usual way");
  must_not_undo (store, n_actions (store) - 1, "What is closed stands");
  save_terms (store, EX_MEASURE_CUSTOMERS, 5000000);
  computed = compute (store);
  must_close (store);
  both = list_runs (store, "HR");
  g_assert_cmpuint (both->len, ==, 2);
  assert_same_rewards (g_ptr_array_index (first, 0), g_ptr_array_index (both, 0));
  assert_same_rewards (computed, g_ptr_array_index (both, 1));
  g_assert_cmpuint (((ExRewards *) g_ptr_array_index (both, 0))->version, ==, 1);
  g_assert_cmpuint (((ExRewards *) g_ptr_array_index (both, 1))->version, ==, 2);
  g_assert_cmpint (((ExRewards *) g_ptr_array_index (both, 1))->total, ==, 5000000);
  g_assert_true (ex_rewards_find_paid (first) == g_ptr_array_index (first, 0));
  g_assert_true (ex_rewards_find_paid (both) == g_ptr_array_index (both, 1));
  assert_sound (store);
}

/* Whatever is tried to undo after a close: it is refused with a sentence, or was none of the cycle's; what was paid stays. */
static void
test_undo_after_a_close (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  bring_near (store, EX_MEASURE_VALUE, -1);
  must_close (store);
  before = list_runs (store, "HR");
  for (gint64 action = n_actions (store); action > 0; action--)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ExAction) undone = ex_store_undo (store, action, &error);

      if (undone != NULL)
        g_assert_cmpstr (undone->name, ==, "Edit a leader");
      else
        g_assert_true (g_str_has_suffix (error->message, "."));
    }
  after = list_runs (store, "HR");
  g_assert_cmpuint (after->len, ==, 1);
  assert_same_rewards (g_ptr_array_index (before, 0), g_ptr_array_index (after, 0));
  assert_sound (store);
}

static void
test_no_terms_any_more (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GError) error = NULL;

  bring_near (store, EX_MEASURE_VALUE, -1);
  must_close (store);
  must_reopen (store);
  g_assert_true (ex_store_remove_reward_terms (store, "fy26", &error));
  must_close (store);
  runs = list_runs (store, "HR");
  g_assert_cmpuint (runs->len, ==, 1);
  g_assert_null (ex_rewards_find_paid (runs));
  assert_sound (store);
  must_reopen (store);
  save_terms (store, EX_MEASURE_VALUE, 5000000);
  must_close (store);
  g_clear_pointer (&runs, g_ptr_array_unref);
  runs = list_runs (store, "HR");
  g_assert_cmpuint (runs->len, ==, 2);
  g_assert_true (ex_rewards_find_paid (runs) == g_ptr_array_index (runs, 1));
}

/* --- refusals ---------------------------------------------------------------------------------------------------------------------- */

static void
must_not_close (ExStore *store, const char * const *words)
{
  g_autoptr (GError) error = NULL;
  gint64 actions = n_actions (store);

  act_as (store, "HR");
  g_assert_false (ex_store_close_cycle (store, "fy26", &error));
  g_assert_error (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED);
  for (; *words != NULL; words++)
    if (strstr (error->message, *words) == NULL)
      g_error ("“%s” is not in: %s", *words, error->message);
  g_assert_cmpint (n_actions (store), ==, actions);
  g_assert_cmpint (count (store, "SELECT count(*) FROM reward_runs"), ==, 0);
  g_assert_cmpint (count (store, "SELECT count(*) FROM reward_statements"), ==, 0);
}

/* Everything at once: a review, open periods, provisional ones. */
static void
test_everything_missing_is_said (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  import_growth (store);
  save_terms (store, EX_MEASURE_VALUE, -1);
  bring_to_sign (store);
  must_take (store, "HR", "c", EX_STEP_REOPEN, "A mistake");
  make_final (store, "2026-Q1");
  g_assert_true (ex_store_set_complete_to (store, ex_day_parse ("2026-10-31"), &error));
  g_assert_no_error (error);
  must_not_close (store, (const char * const []) { "Cy is neither signed nor excused", "Apr 2026 are not final", "Oct 2026 are not final",
                                                   "Nov 2026 are still provisional", "Dec 2026 are still provisional", NULL });
}

/* Movements without a value: growth by value is not defined, by customers it is. */
static void
test_growth_of_the_terms (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GArray) movements = g_array_new (FALSE, TRUE, sizeof (ExEnteredMovement));
  ExEnteredMovement year = { .period = { EX_GRAIN_YEAR, 2026 } };
  ExImportInfo info = { .file_name = "movements.csv", .digest = "d" };
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GError) error = NULL;

  year.movement.opening.customers = 100;
  year.movement.fresh.customers = 3;
  year.movement.closing.customers = 103;
  g_array_append_val (movements, year);
  g_assert_true (ex_store_import_movements (store, movements, &info, NULL, &error));
  g_assert_no_error (error);
  save_terms (store, EX_MEASURE_VALUE, -1);
  bring_to_sign (store);
  make_final (store, "2026");
  must_not_close (store, (const char * const []) { "Growth by value is not defined, and the rewards hang on it", NULL });
  save_terms (store, EX_MEASURE_CUSTOMERS, -1);
  must_close (store);
  runs = list_runs (store, "HR");
  g_assert_cmpint (reward_of (g_ptr_array_index (runs, 0), "b"), ==, 2933333);
}

/* What no sum can hold is refused, not wrapped around. */
static void
test_sums_that_cannot_be_counted (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;

  set_target (store, "a", G_MAXINT64 - 1, NULL);
  set_target (store, "b", G_MAXINT64 - 1, NULL);
  bring_near (store, EX_MEASURE_VALUE, -1);
  must_not_close (store, (const char * const []) { "too large to be added up", NULL });
  set_target (store, "b", 1, NULL);
  must_close (store);
}

/* A curve that another program wrote: closing says so, and so does whoever reads the terms. */
static void
test_a_curve_that_cannot_be_read (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  bring_near (store, EX_MEASURE_VALUE, -1);
  g_assert_true (ex_store_begin (store, "Cheat", NULL));
  g_assert_true (ex_database_execute (store->db, "UPDATE reward_terms SET curve = 'plenty'", NULL));
  g_assert_true (ex_store_commit (store, NULL));
  g_assert_false (ex_store_close_cycle (store, "fy26", &error));
  assert_error_says (&error, EX_STORE_ERROR_DAMAGED, "What a cycle pays by cannot be read");
  g_assert_null (ex_store_read_reward_terms (store, "fy26", &error));
  assert_error_says (&error, EX_STORE_ERROR_DAMAGED, "What a cycle pays by cannot be read");
  save_terms (store, EX_MEASURE_VALUE, -1); /* set anew, it is well again */
  must_close (store);
}

/* Past the program: the file itself asks for the rewards of a cycle that pays. */
static void
test_cheating_by_sql (Fixture *fixture, gconstpointer data)
{
  static const char close[] = "INSERT INTO cycle_steps (cycle_id, number, step, phase, day, opening_customers, closing_customers, opening_value, closing_value)"
                              " VALUES ('fy26', 5, 'close', 'closed', '2026-01-15', 1, 2, 100000, 103000);";
  static const char run[] = "INSERT INTO reward_runs SELECT 'fy26', 1, 5, '2026-01-15', curve, measure, gate, pool, company_share, cap, '2026-01', '2026-12',"
                            " 100000, 103000, 0.66, 600, 600 FROM reward_terms;";
  static const char statements[] = "INSERT INTO reward_statements SELECT 'fy26', 1, id, 1, NULL, 1, 'score', 1, 365, 100, 100 FROM leaders;";
  static const struct { const char *parts[3]; const char *words; } cheats[] = {
    { { close }, "closed with its rewards" },
    { { close, run }, "a statement for everybody" },
    { { run }, "written down by the close" },
    { { close, "INSERT INTO reward_statements SELECT 'fy26', 1, 'a', 1, NULL, 1, 'score', 1, 365, 100, 100;" }, "written down by the close" },
  };
  ExStore *store = fixture->store;

  bring_near (store, EX_MEASURE_VALUE, 1000);
  for (gsize i = 0; i < G_N_ELEMENTS (cheats); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean good;

      g_assert_true (ex_store_begin (store, "Cheat", NULL));
      good = TRUE;
      for (guint j = 0; j < 3 && good && cheats[i].parts[j] != NULL; j++)
        good = ex_database_execute (store->db, cheats[i].parts[j], &error);
      if (good && ex_store_commit (store, &error))
        g_error ("cheat %u went through", (guint) i);
      else if (!good)
        ex_store_rollback (store);
      assert_refused (&error, cheats[i].words);
      g_assert_cmpint (count (store, "SELECT count(*) FROM reward_runs"), ==, 0);
    }
  g_assert_true (ex_store_begin (store, "All of it", NULL));
  g_assert_true (ex_database_execute (store->db, close, NULL) && ex_database_execute (store->db, run, NULL));
  g_assert_true (ex_database_execute (store->db, statements, NULL));
  g_assert_true (ex_store_commit (store, NULL));
}

/* What was paid stands, whoever writes. */
static void
test_stands (Fixture *fixture, gconstpointer data)
{
  static const char * const writes[] = {
    "UPDATE reward_statements SET reward = reward + 1 WHERE leader_id = 'a'", "DELETE FROM reward_statements", "UPDATE reward_runs SET total = 1",
    "DELETE FROM reward_runs", "DELETE FROM reward_terms", "UPDATE reward_terms SET cap = 0",
    "INSERT INTO reward_statements SELECT cycle_id, 2, leader_id, target, own_score, own_factor, own_from, days_in_role, days, unrounded, reward"
    " FROM reward_statements",
    "REPLACE INTO reward_statements SELECT * FROM reward_statements", "REPLACE INTO reward_runs SELECT * FROM reward_runs",
  };
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  bring_near (store, EX_MEASURE_VALUE, -1);
  must_close (store);
  before = list_runs (store, "HR");
  for (gsize i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (ex_store_begin (store, "Cheat", NULL));
      if (ex_database_execute (store->db, writes[i], &error))
        g_error ("went through: %s", writes[i]);
      g_assert_error (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED);
      ex_store_rollback (store);
    }
  after = list_runs (store, "HR");
  assert_same_rewards (g_ptr_array_index (before, 0), g_ptr_array_index (after, 0));
  assert_sound (store);
}

/* --- who sees it --------------------------------------------------------------------------------------------------------------------- */

static void
test_who_sees_what (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) hr = NULL;
  g_autoptr (GPtrArray) top = NULL;
  g_autoptr (GPtrArray) own = NULL;

  bring_near (store, EX_MEASURE_VALUE, 10000000);
  must_close (store);
  hr = list_runs (store, "HR");
  top = list_runs (store, "a");
  own = list_runs (store, "b");
  assert_same_rewards (g_ptr_array_index (hr, 0), g_ptr_array_index (top, 0));
  g_assert_cmpuint (((ExRewards *) g_ptr_array_index (own, 0))->rewards->len, ==, 1);
  g_assert_cmpint (reward_of (g_ptr_array_index (own, 0), "b"), ==, reward_of (g_ptr_array_index (hr, 0), "b"));
  g_assert_cmpfloat (((ExRewards *) g_ptr_array_index (own, 0))->cut, ==, ((ExRewards *) g_ptr_array_index (hr, 0))->cut);
}

/* Whether anything that @viewer may read in the history has the words. */
static gboolean
reads (ExStore *store, const char *viewer, const char *words)
{
  g_autoptr (GPtrArray) actions = NULL;
  gboolean found = FALSE;

  act_as (store, viewer);
  actions = ex_store_list_actions (store, NULL, 0, 10000, NULL);
  for (guint i = 0; i < actions->len; i++)
    {
      g_autoptr (GPtrArray) changes = ex_store_list_changes (store, ((ExAction *) g_ptr_array_index (actions, i))->number, NULL);

      for (guint j = 0; j < changes->len; j++)
        {
          const ExChange *change = g_ptr_array_index (changes, j);

          found |= (change->before != NULL && strstr (change->before, words) != NULL) || (change->after != NULL && strstr (change->after, words) != NULL)
                   || (strcmp (change->table, "reward_statements") == 0 && strstr (change->key, words) != NULL);
        }
    }
  act_as (store, "HR");
  return found;
}

static void
test_history_keeps_pay_to_itself (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *words; const char *seen; } secrets[] = { /* by HR, a (the top), b, c, e */
    { "\"reward\":6483333", "11000" }, /* Ann's */
    { "\"reward\":2933333", "11100" }, /* Bob's */
    { "\"reward\":396712", "11001" },  /* Eve's */
    { "\"uncut\":", "11000" },
    { "\"incentive_target\":4000000", "11100" },
    { "\"factor\":0.6666", "11111" },
    { "2:50,5:100,8:150", "11111" },
    { "fy26, 1, d", "11000" },         /* nor that there is one of Dee */
  };
  static const char * const viewers[] = { "HR", "a", "b", "c", "e" };
  ExStore *store = fixture->store;

  bring_near (store, EX_MEASURE_VALUE, -1);
  must_close (store);
  for (gsize i = 0; i < G_N_ELEMENTS (secrets); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (viewers); j++)
      if (reads (store, viewers[j], secrets[i].words) != (secrets[i].seen[j] == '1'))
        g_error ("%s %s %s", viewers[j], secrets[i].seen[j] == '1' ? "does not read" : "reads", secrets[i].words);
}

/* Asked for what is about Bob, or on the page Rewards, the close is found by who may know. */
static void
test_found_in_history (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *viewer; guint n; } cases[] = { { "HR", 1 }, { "a", 1 }, { "b", 1 }, { "c", 0 } };
  const ExHistoryFilter about = { .leader = "b", .page = "rewards" };
  const ExHistoryFilter page = { .page = "rewards" };
  ExStore *store = fixture->store;

  bring_near (store, EX_MEASURE_VALUE, -1);
  must_close (store);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) about_bob = NULL;
      g_autoptr (GPtrArray) on_page = NULL;

      act_as (store, cases[i].viewer);
      about_bob = ex_store_list_actions (store, &about, 0, 100, NULL);
      on_page = ex_store_list_actions (store, &page, 0, 100, NULL);
      g_assert_cmpuint (about_bob->len, ==, cases[i].n);
      g_assert_cmpuint (on_page->len, ==, 2);
    }
}

/* A name goes, what was paid stays. */
static void
test_erased (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  const ExReward *was, *is;

  bring_near (store, EX_MEASURE_VALUE, -1);
  must_close (store);
  before = list_runs (store, "HR");
  was = ex_rewards_find (g_ptr_array_index (before, 0), "e");
  g_assert_cmpint (was->reward, >, 0);
  set_target (store, "e", 1200000, "2026-01-10"); /* so that she is gone today */
  ex_store_erase_leader (store, "e", &error);
  g_assert_no_error (error);
  after = list_runs (store, "HR");
  is = ex_rewards_find (g_ptr_array_index (after, 0), "e");
  g_assert_cmpint (is->reward, ==, was->reward);
  g_assert_cmpint (is->target, ==, was->target);
  g_assert_cmpint (is->days_in_role, ==, was->days_in_role);
  g_assert_cmpstr (is->name, !=, was->name);
  assert_sound (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_reward_test ("/store/reward-runs/frozen as computed", test_frozen_as_computed);
  add_reward_test ("/store/reward-runs/frozen with its cut to the pool", test_frozen_with_its_cut);
  add_reward_test ("/store/reward-runs/a cycle that pays nothing freezes nothing", test_a_cycle_that_pays_nothing);
  add_reward_test ("/store/reward-runs/figures of then, names of now", test_figures_of_then);
  add_reward_test ("/store/reward-runs/version after version", test_version_after_version);
  add_reward_test ("/store/reward-runs/nothing of it is undone after a close", test_undo_after_a_close);
  add_reward_test ("/store/reward-runs/re-opened, and no terms any more", test_no_terms_any_more);
  add_reward_test ("/store/reward-runs/everything that is missing is said", test_everything_missing_is_said);
  add_reward_test ("/store/reward-runs/growth of what the terms hang on", test_growth_of_the_terms);
  add_reward_test ("/store/reward-runs/sums that cannot be counted", test_sums_that_cannot_be_counted);
  add_reward_test ("/store/reward-runs/a curve that cannot be read", test_a_curve_that_cannot_be_read);
  add_reward_test ("/store/reward-runs/cheating by SQL", test_cheating_by_sql);
  add_reward_test ("/store/reward-runs/what was paid stands", test_stands);
  add_reward_test ("/store/reward-runs/who sees what", test_who_sees_what);
  add_reward_test ("/store/reward-runs/history keeps pay to itself", test_history_keeps_pay_to_itself);
  add_reward_test ("/store/reward-runs/found in history by who may know", test_found_in_history);
  add_reward_test ("/store/reward-runs/a name goes, what was paid stays", test_erased);
  return g_test_run ();
}
