/* Looking into the history: what each filter finds, alone and together. */
#include "config.h"

#include "history-fixture.h"

/* --- finding ------------------------------------------------------------------------------------------------------------------- */

/* "Edit a leader Cy, Add a leader Cy": newest first. (transfer full) */
static char *
found (ExStore *store, const ExHistoryFilter *filter)
{
  g_autoptr (GPtrArray) actions = list_actions (store, filter, 0, 1000);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < actions->len; i++)
    {
      const ExAction *action = g_ptr_array_index (actions, i);

      g_string_append_printf (words, "%s%s %s", i > 0 ? ", " : "", action->name, action->subject != NULL ? action->subject : "-");
    }
  return g_string_free (words, FALSE);
}

#define assert_found(store, words, ...)                                                                        \
  G_STMT_START {                                                                                               \
    const ExHistoryFilter filter_ = { __VA_ARGS__ };                                                           \
    g_autofree char *found_ = found (store, &filter_);                                                         \
    g_assert_cmpstr (found_, ==, words);                                                                       \
  } G_STMT_END

static void
test_leader (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  save_objective (fixture->store, "O1", "c", "Calls", NULL);
  save_objective (fixture->store, "O2", "b", "Letters", NULL);
  save_check_in (fixture->store, "O1", "2026-02-01", 81);
  save_check_in (fixture->store, "O2", "2026-02-01", 82);
  ex_store_remove_check_in (fixture->store, "O1", ex_day_parse ("2026-02-01"), &error);
  ex_store_remove_objective (fixture->store, "O1", &error);
  save_leader (fixture->store, "c", "Cyril", "b");
  g_assert_no_error (error);

  assert_found (fixture->store,
                "Edit a leader Cyril, Remove an objective Calls, Remove a check-in Calls, Record a check-in Calls, Add an objective Calls, Add a leader Cy",
                .leader = "c");
  assert_found (fixture->store, "Record a check-in Letters, Add an objective Letters, Add a leader Bob", .leader = "b");
  assert_found (fixture->store, "Remove a check-in Calls, Record a check-in Calls", .leader = "c", .page = "my-review");
  assert_found (fixture->store, "", .leader = "nobody");
}

/* An objective that went from one to another was both's. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  save_objective (fixture->store, "O1", "c", "Calls", NULL);
  save_objective (fixture->store, "O1", "d", "Calls", NULL);
  save_check_in (fixture->store, "O1", "2026-02-01", 81);
  assert_found (fixture->store, "Record a check-in Calls, Edit an objective Calls, Add an objective Calls, Add a leader Cy", .leader = "c");
  assert_found (fixture->store, "Record a check-in Calls, Edit an objective Calls, Add an objective Calls, Add a leader Dee", .leader = "d");
}

static void
test_imported (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  const ExImportInfo info = { .file_name = "people.csv", .digest = "0123" };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (leaders, make_leader ("n1", "Nora", "b"));
  ex_store_import_leaders (fixture->store, leaders, &info, NULL, &error);
  g_assert_no_error (error);
  save_leader (fixture->store, "n1", "Nora B.", "b");
  assert_found (fixture->store, "Edit a leader Nora B., Import leaders people.csv", .leader = "n1");
  assert_found (fixture->store, "Edit a leader Nora B., Import leaders people.csv", .leader = "n1", .page = "leaders", .person = "HR", .to = ex_day_today () + 40000);
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  save_objective (fixture->store, "O1", "c", "Calls", NULL);
  save_check_in (fixture->store, "O1", "2026-02-01", 81);
  assert_found (fixture->store, "New company Test & Co", .page = "overview");
  assert_found (fixture->store, "Add a leader Dee, Add a leader Cy, Add a leader Bob, Add a leader Ann", .page = "leaders");
  assert_found (fixture->store, "New cycle FY 2026", .page = "cycle");
  assert_found (fixture->store, "Add an objective Calls", .page = "objectives");
  assert_found (fixture->store, "Record a check-in Calls", .page = "my-review");
  assert_found (fixture->store, "", .page = "reviews");
  assert_found (fixture->store, "", .page = "asset");
  assert_found (fixture->store, "", .page = "rewards");
  g_assert_cmpuint (g_strv_length ((char **) ex_history_pages ()), ==, 8);
}

static void
test_person (Fixture *fixture, gconstpointer data)
{
  save_objective (fixture->store, "O1", "c", "Calls", NULL);
  act_as (fixture->store, "b");
  save_check_in (fixture->store, "O1", "2026-02-01", 81);
  act_as (fixture->store, "c");
  save_check_in (fixture->store, "O1", "2026-03-01", 82);
  assert_found (fixture->store, "Record a check-in Calls", .person = "b");
  assert_found (fixture->store, "Record a check-in Calls", .person = "c", .page = "my-review", .leader = "c");
  assert_found (fixture->store, "", .person = "c", .page = "leaders");
  assert_found (fixture->store, "Add an objective Calls", .person = "HR", .page = "objectives");
}

/* As if it was done at noon of @day; EX_DAY_NONE: now. */
static void
save_on (Fixture *fixture, const char *day, const char *name)
{
  g_autoptr (GDateTime) noon = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *time = g_strconcat (day, "T12:00:00", NULL);
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  g_autofree char *sql = NULL;

  noon = g_date_time_new_from_iso8601 (time, here);
  ex_store_begin (fixture->store, "Edit a leader", &error);
  g_assert_no_error (error);
  sql = g_strdup_printf ("UPDATE actions SET at = %lld WHERE number = %lld", (long long) g_date_time_to_unix (noon), (long long) fixture->store->action);
  ex_database_execute (fixture->store->db, sql, &error);
  g_assert_no_error (error);
  save_leader (fixture->store, "c", name, "b");
  ex_store_commit (fixture->store, &error);
  g_assert_no_error (error);
}

static void
test_days (Fixture *fixture, gconstpointer data)
{
  save_on (fixture, "2001-03-01", "One");
  save_on (fixture, "2001-03-02", "Two");
  save_on (fixture, "2001-02-27", "Back"); /* a clock that was wrong */
  save_on (fixture, "2001-03-03", "Three");
  assert_found (fixture->store, "Edit a leader Three, Edit a leader Two, Edit a leader One", .from = ex_day_parse ("2001-03-01"), .to = ex_day_parse ("2001-03-03"));
  assert_found (fixture->store, "Edit a leader Two", .from = ex_day_parse ("2001-03-02"), .to = ex_day_parse ("2001-03-02"));
  assert_found (fixture->store, "Edit a leader Back, Edit a leader One", .to = ex_day_parse ("2001-03-01"));
  assert_found (fixture->store, "", .from = ex_day_parse ("2001-04-01"), .to = ex_day_parse ("2001-05-01"));
  assert_found (fixture->store, "Edit a leader Two", .from = ex_day_parse ("2001-03-02"), .to = ex_day_parse ("2001-03-02"), .leader = "c",
                .page = "leaders", .person = "HR");
}

/* Two filters find what both find, and page after page finds what one look does. */
static void
test_together (Fixture *fixture, gconstpointer data)
{
  static const char * const people[] = { NULL, "HR", "b", "c" };
  static const char * const leaders[] = { NULL, "a", "b", "c" };
  static const char * const pages[] = { NULL, "leaders", "objectives", "my-review", "cycle" };

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("Name %d", i);
      g_autofree char *id = g_strdup_printf ("O%d", g_test_rand_int_range (0, 6));

      act_as (fixture->store, people[g_test_rand_int_range (1, 4)]);
      if (g_test_rand_bit ())
        {
          int who = g_test_rand_int_range (2, 4);

          save_leader (fixture->store, leaders[who], name, leaders[who - 1]); /* who reports to whom only HR changes */
        }
      else
        save_objective (fixture->store, id, leaders[g_test_rand_int_range (1, 4)], id, NULL);
    }
  act_as (fixture->store, "HR");
  for (guint i = 0; i < 4 * 4 * 5; i++)
    {
      const ExHistoryFilter all = { .person = people[i % 4], .leader = leaders[i / 4 % 4], .page = pages[i / 16] };
      const ExHistoryFilter one[] = { { .person = all.person }, { .leader = all.leader }, { .page = all.page } };
      guint n = 0;
      gint64 before = 0;

      for (gint64 number = n_actions (fixture->store); number > 0; number--)
        n += finds (fixture->store, &one[0], number) && finds (fixture->store, &one[1], number) && finds (fixture->store, &one[2], number);
      /* A leader's actions on a page are those that touched what is theirs there: fewer, at times, than both alone. */
      for (;;)
        {
          g_autoptr (GPtrArray) few = list_actions (fixture->store, &all, before, 3);

          for (guint j = 0; j < few->len; j++)
            {
              const ExAction *action = g_ptr_array_index (few, j);

              g_assert_true (before == 0 || action->number < before);
              g_assert_true (finds (fixture->store, &one[0], action->number) && finds (fixture->store, &one[1], action->number)
                             && finds (fixture->store, &one[2], action->number));
              before = action->number;
              n--;
            }
          if (few->len < 3)
            break;
        }
      g_assert_true (n == 0 || (all.leader != NULL && all.page != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define FILTER_TEST(path, function) g_test_add ("/store/history/filter/" path, Fixture, NULL, fixture_set_up_company, function, fixture_tear_down)
  FILTER_TEST ("whose it is, also what is gone", test_leader);
  FILTER_TEST ("whose it was", test_moved);
  FILTER_TEST ("what an import added", test_imported);
  FILTER_TEST ("by page", test_page);
  FILTER_TEST ("by person", test_person);
  FILTER_TEST ("by day, whatever the clock did", test_days);
  FILTER_TEST ("together, and page by page", test_together);

  return g_test_run ();
}
