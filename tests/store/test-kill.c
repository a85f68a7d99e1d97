/* kill -9 at any moment: the file opens, check passes, and everything that was acknowledged is there. */
#include "config.h"

#include "store-fixture.h"

#include "store/ex-store-reviews.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS      12
#define IMPORT_ROWS 3000
#define LEFT        200

/* In the child: edits without end, a byte for each that was acknowledged. */
static void G_GNUC_NORETURN
edit_until_killed (const char *path, int pipe_end, int from)
{
  ExStore *store = ex_store_open (path, NULL);

  for (int i = from; store != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%06d", i);
      g_autoptr (ExLeader) leader = make_leader (id, "Somebody", "a");

      if (!ex_store_save_leader (store, leader, NULL) || write (pipe_end, "+", 1) != 1)
        break;
    }
  _exit (1);
}

static void G_GNUC_NORETURN
import_until_killed (const char *path, int pipe_end, int from)
{
  ExStore *store = ex_store_open (path, NULL);

  for (int round = from; store != NULL; round++)
    {
      g_autoptr (GPtrArray) leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
      ExImportInfo info = { .file_name = "leaders.csv", .digest = "00" };

      for (int i = 0; i < IMPORT_ROWS; i++)
        {
          g_autofree char *id = g_strdup_printf ("i%d-%06d", round, i);

          g_ptr_array_add (leaders, make_leader (id, "Somebody", "a"));
        }
      if (!ex_store_import_leaders (store, leaders, &info, NULL, NULL) || write (pipe_end, "+", 1) != 1)
        break;
    }
  _exit (1);
}

/* In the child: makes files until it is killed. */
static void G_GNUC_NORETURN
create_until_killed (const char *path, int pipe_end, int from)
{
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("New", "EUR");

  for (int i = from;; i++)
    {
      g_autofree char *file = g_strdup_printf ("%s-%d", path, i);
      ExStore *store = ex_store_create (file, info, NULL);

      if (store == NULL || write (pipe_end, "+", 1) != 1)
        break;
      ex_store_close (store);
    }
  _exit (1);
}

/* In the child: one after the other of those who left. */
static void G_GNUC_NORETURN
erase_until_killed (const char *path, int pipe_end, int from)
{
  ExStore *store = ex_store_open (path, NULL);

  for (int i = from; store != NULL && i < LEFT; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%d", i);

      if (!ex_store_erase_leader (store, id, NULL) || write (pipe_end, "+", 1) != 1)
        break;
    }
  _exit (1);
}

typedef void (* Work) (const char *path, int pipe_end, int from);

/* Lets a child work for some milliseconds, every other time counted from when it has done something, however slow the machine. Returns how often it said that it was
 * done. */
static int
work_and_kill (Work work, const char *path, int from)
{
  static guint n_killed;
  int ends[2];
  int done = 0;
  char byte;
  pid_t child;

  g_assert_no_errno (pipe (ends));
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    work (path, ends[1], from);
  close (ends[1]);
  if (n_killed++ % 2 == 1)
    done += read (ends[0], &byte, 1) == 1;
  g_usleep ((gulong) g_test_rand_int_range (5000, 250000));
  g_assert_no_errno (kill (child, SIGKILL));
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  while (read (ends[0], &byte, 1) == 1)
    done++;
  close (ends[0]);
  return done;
}

static void
test_edits (Fixture *fixture, gconstpointer data)
{
  int acknowledged = 0;

  save_leader (fixture->store, "a", "Ann", NULL);
  for (int round = 0; round < ROUNDS; round++)
    {
      int there;

      ex_store_close (g_steal_pointer (&fixture->store));
      acknowledged += work_and_kill (edit_until_killed, fixture->path, acknowledged);
      fixture_open_again (fixture);
      assert_sound (fixture->store);
      there = (int) count (fixture->store, "SELECT count (*) FROM leaders WHERE id LIKE 'n%'");
      g_assert_cmpint (there, >=, acknowledged);
      g_assert_cmpint (there, <=, acknowledged + 1); /* written, not yet said */
      acknowledged = there;
      g_assert_cmpint (n_actions (fixture->store), ==, there + 2);
    }
  g_assert_cmpint (acknowledged, >, 0);
}

/* All of an import or nothing. */
static void
test_imports (Fixture *fixture, gconstpointer data)
{
  int acknowledged = 0;

  save_leader (fixture->store, "a", "Ann", NULL);
  for (int round = 0; round < ROUNDS; round++)
    {
      gint64 there;

      ex_store_close (g_steal_pointer (&fixture->store));
      acknowledged += work_and_kill (import_until_killed, fixture->path, acknowledged);
      fixture_open_again (fixture);
      assert_sound (fixture->store);
      there = count (fixture->store, "SELECT count (*) FROM leaders WHERE id LIKE 'i%'");
      g_assert_cmpint (there % IMPORT_ROWS, ==, 0);
      g_assert_cmpint (there / IMPORT_ROWS, >=, acknowledged);
      acknowledged = (int) (there / IMPORT_ROWS);
    }
}

/* A whole company or none under its name. */
static void
test_creates (Fixture *fixture, gconstpointer data)
{
  int next = 0;

  ex_store_close (g_steal_pointer (&fixture->store));
  for (int round = 0; round < ROUNDS; round++)
    {
      int done = work_and_kill (create_until_killed, fixture->path, next);

      for (int i = 0; i <= done; i++, next++)
        {
          g_autofree char *file = g_strdup_printf ("%s-%d", fixture->path, next);
          g_autoptr (GError) error = NULL;
          g_autoptr (ExStore) store = ex_store_open (file, &error);

          if (i == done && g_error_matches (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND))
            break;
          g_assert_no_error (error);
          assert_sound (store);
        }
    }
  fixture_open_again (fixture);
}

/* All of a person's words or none. */
static void
test_erasures (Fixture *fixture, gconstpointer data)
{
  int acknowledged = 0;

  for (int i = 0; i < LEFT; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%d", i);
      g_autofree char *name = g_strdup_printf ("Somebody Number%03d", i);
      g_autoptr (ExLeader) leader = make_leader (id, name, NULL);

      g_assert_true (ex_store_save_leader (fixture->store, leader, NULL));
      leader->to = ex_day_parse ("2020-01-31");
      g_assert_true (ex_store_save_leader (fixture->store, leader, NULL));
    }
  for (int round = 0; round < ROUNDS; round++)
    {
      int gone;

      ex_store_close (g_steal_pointer (&fixture->store));
      acknowledged += work_and_kill (erase_until_killed, fixture->path, acknowledged);
      fixture_open_again (fixture);
      assert_sound (fixture->store);
      gone = (int) count (fixture->store, "SELECT count (*) FROM leaders WHERE name LIKE 'Erased person%'");
      g_assert_cmpint (gone, >=, acknowledged);
      g_assert_cmpint (gone, <=, acknowledged + 1);
      g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM changes WHERE before LIKE '%\"Somebody%' OR after LIKE '%\"Somebody%'"), ==, 2 * (LEFT - gone));
      g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM actions WHERE subject LIKE 'Somebody%'"), ==, 2 * (LEFT - gone));
      acknowledged = gone;
    }
  g_assert_cmpint (acknowledged, >, 0);
}

#define KILL_TEST(path, function) g_test_add ("/store/kill/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  KILL_TEST ("single edits", test_edits);
  KILL_TEST ("imports", test_imports);
  KILL_TEST ("new companies", test_creates);
  KILL_TEST ("erasures", test_erasures);
  return g_test_run ();
}
