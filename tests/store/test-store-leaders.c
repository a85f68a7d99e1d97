#include "config.h"

#include "store-fixture.h"

static ExLeader *
full_leader (void)
{
  ExLeader *leader = make_leader ("e", "Éva “E” O'Neil; DROP", "b");

  leader->title = g_strdup ("Head of \"Care\"\nNorth");
  leader->unit = g_strdup ("خدمة العملاء");
  leader->email = g_strdup ("eva@example.org");
  leader->incentive_target = G_MAXINT64;
  leader->from = ex_day_new (2020, 2, 29);
  leader->to = ex_day_new (2026, 12, 31);
  return leader;
}

static const ExLeader *
find (GPtrArray *leaders, const char *id)
{
  for (guint i = 0; i < leaders->len; i++)
    if (g_str_equal (((ExLeader *) g_ptr_array_index (leaders, i))->id, id))
      return g_ptr_array_index (leaders, i);
  return NULL;
}

static GPtrArray *
list (ExStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *leaders = ex_store_list_leaders (store, &error);

  g_assert_no_error (error);
  return leaders;
}

static void
test_every_field_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExLeader) leader = full_leader ();
  g_autoptr (ExLeader) bare = ex_leader_new ("f", "Fay");
  g_autoptr (GPtrArray) leaders = NULL;

  g_assert_true (ex_store_save_leader (fixture->store, leader, &error));
  assert_last_action (fixture->store, "Add a leader: Éva “E” O'Neil; DROP");
  g_assert_true (ex_store_save_leader (fixture->store, bare, &error));
  fixture_open_again (fixture);
  leaders = list (fixture->store);
  g_assert_cmpuint (leaders->len, ==, 6);
  g_assert_true (ex_leader_equal (find (leaders, "e"), leader));
  g_assert_true (ex_leader_equal (find (leaders, "f"), bare));
  g_assert_null (find (leaders, "f")->title);
  g_assert_cmpint (find (leaders, "f")->incentive_target, ==, -1);
}

static void
test_list_is_in_id_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) leaders = NULL;

  save_leader (fixture->store, "Z", "Zoe", NULL);
  save_leader (fixture->store, "10", "Ten", NULL);
  leaders = list (fixture->store);
  for (guint i = 1; i < leaders->len; i++)
    g_assert_cmpstr (((ExLeader *) g_ptr_array_index (leaders, i - 1))->id, <, ((ExLeader *) g_ptr_array_index (leaders, i))->id);
}

static void
test_edit_changes_the_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExLeader) leader = make_leader ("c", "Cyril", "d");
  g_autoptr (GPtrArray) leaders = NULL;

  g_assert_true (ex_store_save_leader (fixture->store, leader, &error));
  assert_last_action (fixture->store, "Edit a leader: Cyril");
  leaders = list (fixture->store);
  g_assert_cmpuint (leaders->len, ==, 4);
  g_assert_true (ex_leader_equal (find (leaders, "c"), leader));
  g_assert_cmpstr (find (leaders, "b")->name, ==, "Bob");
  undo (fixture->store);
  g_ptr_array_unref (g_steal_pointer (&leaders));
  leaders = list (fixture->store);
  g_assert_cmpstr (find (leaders, "c")->name, ==, "Cy");
  g_assert_cmpstr (find (leaders, "c")->manager_id, ==, "b");
}

static void
test_saving_the_same_is_no_action (Fixture *fixture, gconstpointer data)
{
  gint64 before = n_actions (fixture->store);

  save_leader (fixture->store, "c", "Cy", "b");
  g_assert_cmpint (n_actions (fixture->store), ==, before);
}

static void
test_bad_leaders_are_refused (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *id, *name, *manager, *says; } cases[] = {
    { "", "Nobody", NULL, "needs an id" },
    { "x", "", NULL, "needs a name" },
    { "x", "Xi", "nobody", "“nobody”, is nobody here" },
    { "x", "Xi", "x", "their own manager" },
    { "a", "Ann", "c", "Ann" }, /* a loop of three, by name */
    { "b", "Bob", "c", "Cy" },
  };
  gint64 before = n_actions (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExLeader) leader = make_leader (cases[i].id, cases[i].name, cases[i].manager);
      g_autoptr (GError) error = NULL;

      g_assert_false (ex_store_save_leader (fixture->store, leader, &error));
      assert_refused (&error, cases[i].says);
    }
  g_assert_cmpint (n_actions (fixture->store), ==, before);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM leaders"), ==, 4);
}

static void
test_all_that_is_wrong_is_said (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLeader) leader = make_leader ("x", "", NULL);
  g_autoptr (GError) error = NULL;

  leader->from = ex_day_new (2026, 5, 2);
  leader->to = ex_day_new (2026, 5, 1);
  g_assert_false (ex_store_save_leader (fixture->store, leader, &error));
  g_assert_nonnull (strchr (error->message, '\n'));
  assert_refused (&error, "2026-05-02");
}

static void
test_remove_takes_objectives_and_moves_reports_up (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) leaders = NULL;
  g_autoptr (GPtrArray) objectives = NULL;

  save_objective (store, "oa", "a", "Of Ann", NULL);
  save_objective (store, "ob", "b", "Of Bob", "oa");
  save_objective (store, "oc", "c", "Of Cy", "ob");
  save_check_in (store, "ob", "2026-03-01", 81);
  save_check_in (store, "oc", "2026-03-01", 82);

  g_assert_true (ex_store_remove_leader (store, "b", &error));
  assert_last_action (store, "Remove a leader: Bob");
  leaders = list (store);
  g_assert_cmpuint (leaders->len, ==, 3);
  g_assert_cmpstr (find (leaders, "c")->manager_id, ==, "a");
  objectives = ex_store_list_objectives (store, NULL, &error);
  g_assert_cmpuint (objectives->len, ==, 2);
  g_assert_null (((ExObjective *) g_ptr_array_index (objectives, 1))->parent_id);
  g_assert_cmpint (count (store, "SELECT count(*) FROM check_ins"), ==, 1);
  assert_sound (store);

  undo (store);
  g_assert_cmpint (count (store, "SELECT count(*) FROM leaders WHERE manager_id = 'b'"), ==, 1);
  g_assert_cmpint (count (store, "SELECT count(*) FROM objectives WHERE parent_id = 'ob'"), ==, 1);
  g_assert_cmpint (count (store, "SELECT count(*) FROM check_ins WHERE objective_id = 'ob' AND value = 81"), ==, 1);
  assert_sound (store);
}

static void
test_remove_of_a_top_leaves_tops (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCycle) cycle = ex_store_find_cycle (fixture->store, "FY 2026", &error);

  g_strfreev (cycle->tops);
  cycle->tops = g_strsplit ("a b", " ", -1);
  g_assert_true (ex_store_save_cycle (fixture->store, cycle, &error));
  g_assert_true (ex_store_remove_leader (fixture->store, "a", &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM tops"), ==, 1);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM leaders WHERE manager_id IS NULL"), ==, 2);
}

static void
test_remove_of_nobody_says_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ex_store_remove_leader (fixture->store, "nobody", &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "nobody");
}

static void
test_several_saves_can_be_one_action (Fixture *fixture, gconstpointer data)
{
  ExStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  gint64 before = n_actions (store);

  g_assert_true (ex_store_begin (store, "Move a team", &error));
  save_leader (store, "c", "Cy", "a");
  save_leader (store, "d", "Dee", "b");
  g_assert_true (ex_store_commit (store, &error));
  g_assert_cmpint (n_actions (store), ==, before + 1);
  undo (store);
  g_assert_cmpint (count (store, "SELECT count(*) FROM leaders WHERE (id = 'c' AND manager_id = 'b') OR (id = 'd' AND manager_id = 'a')"), ==, 2);
}

#define add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up_company, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/leaders/every-field-comes-back", test_every_field_comes_back);
  add ("/store/leaders/list-is-in-id-order", test_list_is_in_id_order);
  add ("/store/leaders/edit-changes-the-one", test_edit_changes_the_one);
  add ("/store/leaders/saving-the-same-is-no-action", test_saving_the_same_is_no_action);
  add ("/store/leaders/bad-leaders-are-refused", test_bad_leaders_are_refused);
  add ("/store/leaders/all-that-is-wrong-is-said", test_all_that_is_wrong_is_said);
  add ("/store/leaders/remove-takes-objectives-and-moves-reports-up", test_remove_takes_objectives_and_moves_reports_up);
  add ("/store/leaders/remove-of-a-top-leaves-tops", test_remove_of_a_top_leaves_tops);
  add ("/store/leaders/remove-of-nobody-says-so", test_remove_of_nobody_says_so);
  add ("/store/leaders/several-saves-can-be-one-action", test_several_saves_can_be_one_action);
  return g_test_run ();
}
