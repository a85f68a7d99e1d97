/* The customer ledger, reasons and movements when the power goes, the disk is full, or somebody cancels: all of an import is there, or nothing. */
#include "config.h"

#include "ledger-fixture.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS    8
#define CUSTOMERS 2500
#define MONTHS    6

#define STEP 1000000 /* the value times this, and something that differs from cell to cell so that it needs its room */

/* Everybody is worth @value in every month, but for the odd ones in the last, who are gone. */
static ExLedger *
ledger_worth (gint64 value)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);

  for (int month = 0; month < MONTHS; month++)
    for (int i = 0; i < CUSTOMERS; i++)
      {
        char name[32];

        g_snprintf (name, sizeof name, "customer-%06d", i);
        if (month < MONTHS - 1 || i % 2 == 0)
          ex_ledger_builder_add (builder, name, strlen (name), 2026 * 12 + month, EX_DAY_NONE, value * STEP + (i * 7919 + month * 104729) % 999983,
                                 NULL, 0, NULL, 0);
      }
  return ex_ledger_builder_end (builder);
}

static gboolean
import_worth (ExStore *store, gint64 value, GError **error)
{
  g_autoptr (ExLedger) layer = ledger_worth (value);
  const ExImportInfo info = { .file_name = "customers.csv", .digest = "00" };

  return ex_store_import_ledger (store, layer, EX_OVER_CELLS, &info, NULL, error);
}

/* The one value that all of the ledger has; 0: there is none. */
static gint64
worth (ExStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExLedger) ledger = ex_store_read_ledger (store, &error);
  gint64 value = 0;

  g_assert_no_error (error);
  if (ledger == NULL)
    return 0;
  g_assert_cmpuint (ex_ledger_n_cells (ledger), ==, MONTHS * CUSTOMERS - CUSTOMERS / 2);
  for (guint i = 0; i < ex_ledger_n_columns (ledger); i++)
    {
      const ExColumn *column = ex_ledger_get_column (ledger, i);

      for (guint k = 0; k < column->n; k++)
        {
          g_assert_true (value == 0 || column->value[k] / STEP == value);
          value = column->value[k] / STEP;
        }
    }
  return value;
}

/* A reason for each of those who left. */
static gboolean
import_reasons (ExStore *store, const char *reason, GCancellable *cancellable, GError **error)
{
  g_autoptr (GStringChunk) names = g_string_chunk_new (4096);
  g_autoptr (GArray) reasons = g_array_new (FALSE, TRUE, sizeof (ExGivenReason));
  const ExImportInfo info = { .file_name = "reasons.csv", .digest = "01", .cancellable = cancellable };

  for (int i = 1; i < CUSTOMERS; i += 2)
    {
      g_autofree char *name = g_strdup_printf ("customer-%06d", i);
      ExGivenReason given = { g_string_chunk_insert (names, name), { 0, 0 }, reason };

      g_array_append_val (reasons, given);
    }
  return ex_store_import_reasons (store, reasons, &info, NULL, error);
}

/* @value: of the closing; every month of some fifty years. */
static gboolean
import_movements (ExStore *store, gint64 value, GError **error)
{
  g_autoptr (GArray) movements = g_array_new (FALSE, TRUE, sizeof (ExEnteredMovement));
  const ExImportInfo info = { .file_name = "movements.csv", .digest = "02" };

  for (int i = 0; i < 600; i++)
    {
      ExEnteredMovement entered = { .period = { EX_GRAIN_MONTH, 1980 * 12 + i }, .movement = { .opening = { 1, value }, .closing = { 1, value } } };

      g_array_append_val (movements, entered);
    }
  return ex_store_import_movements (store, movements, &info, NULL, error);
}

/* --- kill -9 ----------------------------------------------------------------------------------------------------------------------------- */

static void G_GNUC_NORETURN
import_ledgers_until_killed (const char *path, int pipe_end, int from)
{
  ExStore *store = ex_store_open (path, NULL);

  for (int i = from + 1; store != NULL; i++)
    if (!import_worth (store, i, NULL) || write (pipe_end, "+", 1) != 1)
      break;
  _exit (1);
}

static void G_GNUC_NORETURN
import_reasons_until_killed (const char *path, int pipe_end, int from)
{
  ExStore *store = ex_store_open (path, NULL);

  for (int i = from + 1; store != NULL; i++)
    {
      g_autofree char *reason = g_strdup_printf ("%d", i);

      if (!import_reasons (store, reason, NULL, NULL) || write (pipe_end, "+", 1) != 1)
        break;
    }
  _exit (1);
}

static void G_GNUC_NORETURN
import_movements_until_killed (const char *path, int pipe_end, int from)
{
  ExStore *store = ex_store_open (path, NULL);

  for (int i = from + 1; store != NULL; i++)
    if (!import_movements (store, i, NULL) || write (pipe_end, "+", 1) != 1)
      break;
  _exit (1);
}

typedef void (* Work) (const char *path, int pipe_end, int from);

static int
work_and_kill (Work work, const char *path, int from)
{
  int ends[2], done = 0;
  char byte;
  pid_t child;

  g_assert_no_errno (pipe (ends));
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    work (path, ends[1], from);
  close (ends[1]);
  g_usleep ((gulong) g_test_rand_int_range (5000, 300000));
  g_assert_no_errno (kill (child, SIGKILL));
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  while (read (ends[0], &byte, 1) == 1)
    done++;
  close (ends[0]);
  return done;
}

/* Nothing but the company's file lies there once it was opened and closed. */
static void
assert_no_strays (Fixture *fixture)
{
  g_autoptr (GDir) directory = NULL;
  const char *name;

  ex_store_close (g_steal_pointer (&fixture->store));
  directory = g_dir_open (fixture->directory, 0, NULL);
  while ((name = g_dir_read_name (directory)) != NULL)
    g_assert_cmpstr (name, ==, "company.exemplar");
  fixture_open_again (fixture);
}

typedef int (* Read) (ExStore *store);

static void
kill_often (Fixture *fixture, Work work, Read read_done)
{
  int acknowledged = read_done (fixture->store);

  for (int round = 0; round < ROUNDS; round++)
    {
      int there;

      ex_store_close (g_steal_pointer (&fixture->store));
      acknowledged += work_and_kill (work, fixture->path, acknowledged);
      fixture_open_again (fixture);
      assert_sound (fixture->store);
      there = read_done (fixture->store);
      g_assert_cmpint (there, >=, acknowledged);
      g_assert_cmpint (there, <=, acknowledged + 1); /* written, not yet said */
      acknowledged = there;
      assert_no_strays (fixture);
    }
}

static int
worth_done (ExStore *store)
{
  return (int) worth (store);
}

static int
reasons_done (ExStore *store)
{
  gint64 n = count (store, "SELECT count (*) FROM given_reasons");

  g_assert_true (n == 0 || n == CUSTOMERS / 2);
  g_assert_cmpint (count (store, "SELECT count (DISTINCT reason) FROM given_reasons"), <=, 1);
  return (int) count (store, "SELECT coalesce (max (CAST (reason AS INTEGER)), 0) FROM given_reasons");
}

static int
movements_done (ExStore *store)
{
  g_assert_cmpint (count (store, "SELECT count (DISTINCT closing_value) FROM movements"), <=, 1);
  return (int) count (store, "SELECT coalesce (max (closing_value), 0) FROM movements");
}

static void
test_killed_ledger (Fixture *fixture, gconstpointer data)
{
  kill_often (fixture, import_ledgers_until_killed, worth_done);
}

static void
test_killed_reasons (Fixture *fixture, gconstpointer data)
{
  g_assert_true (import_worth (fixture->store, 1, NULL));
  kill_often (fixture, import_reasons_until_killed, reasons_done);
}

static void
test_killed_movements (Fixture *fixture, gconstpointer data)
{
  kill_often (fixture, import_movements_until_killed, movements_done);
}

/* --- a full disk ------------------------------------------------------------------------------------------------------------------------- */

/* The size at which an import fails differs from import to import; each is tried in ever more room, until it fits. */
static void
fill_disk (Fixture *fixture, gboolean (* import) (ExStore *store, GError **error), Read read_done)
{
  gint64 actions = n_actions (fixture->store), pages = count (fixture->store, "PRAGMA page_count");
  int before = read_done (fixture->store), failed = 0;
  gboolean done = FALSE;

  for (gint64 room = 0; !done; room = room * 2 + 1)
    {
      g_autofree char *limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, pages + room);
      g_autoptr (GError) error = NULL;

      g_assert_true (ex_database_execute (fixture->store->db, limit, NULL));
      done = import (fixture->store, &error);
      if (done)
        break;
      assert_error_says (&error, EX_STORE_ERROR_FULL, "The disk is full: nothing of the change was written");
      g_assert_cmpint (read_done (fixture->store), ==, before);
      g_assert_cmpint (n_actions (fixture->store), ==, actions);
      assert_sound (fixture->store);
      failed++;
    }
  g_assert_cmpint (failed, >, 0);
  assert_sound (fixture->store);
  undo (fixture->store);
  g_assert_cmpint (read_done (fixture->store), ==, before);
  assert_no_strays (fixture);
}

static gboolean
import_a_ledger (ExStore *store, GError **error)
{
  return import_worth (store, 2, error);
}

static gboolean
import_some_reasons (ExStore *store, GError **error)
{
  return import_reasons (store, "7", NULL, error);
}

static gboolean
import_some_movements (ExStore *store, GError **error)
{
  return import_movements (store, 7, error);
}

static void
test_full_ledger (Fixture *fixture, gconstpointer data)
{
  g_assert_true (import_worth (fixture->store, 1, NULL));
  fill_disk (fixture, import_a_ledger, worth_done);
}

static void
test_full_reasons (Fixture *fixture, gconstpointer data)
{
  g_assert_true (import_worth (fixture->store, 1, NULL));
  fill_disk (fixture, import_some_reasons, reasons_done);
}

static void
test_full_movements (Fixture *fixture, gconstpointer data)
{
  fill_disk (fixture, import_some_movements, movements_done);
}

/* --- cancelled ------------------------------------------------------------------------------------------------------------------------------ */

typedef struct { GCancellable *cancellable; int left; } Fuse;

static void
burn_cb (double fraction, gpointer data)
{
  Fuse *fuse = data;

  if (fuse->left-- == 0)
    g_cancellable_cancel (fuse->cancellable);
}

/* At every look at the clock, one after the other, until the import gets through. */
static void
test_cancelled_ledger (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLedger) layer = ledger_worth (2);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean done = FALSE;
  gsize length, length_after;

  g_assert_true (import_worth (fixture->store, 1, NULL));
  assert_no_strays (fixture);
  ex_store_close (g_steal_pointer (&fixture->store));
  g_assert_true (g_file_get_contents (fixture->path, &before, &length, NULL));
  for (int i = 0; !done; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Fuse fuse = { cancellable, i };
      const ExImportInfo info = { .file_name = "c.csv", .digest = "03", .cancellable = cancellable, .progress = burn_cb, .progress_data = &fuse };
      g_autoptr (GError) error = NULL;

      fixture_open_again (fixture);
      done = ex_store_import_ledger (fixture->store, layer, EX_OVER_CELLS, &info, NULL, &error);
      if (done)
        break;
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_no_strays (fixture);
      ex_store_close (g_steal_pointer (&fixture->store));
      g_clear_pointer (&after, g_free);
      g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
      g_assert_cmpmem (before, length, after, length_after);
    }
  g_assert_nonnull (after); /* it was cancelled at least once */
  g_assert_cmpint (worth (fixture->store), ==, 2);
}

static void
test_cancelled_reasons (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (import_worth (fixture->store, 1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (import_reasons (fixture->store, "7", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (reasons_done (fixture->store), ==, 0);
  g_assert_cmpint (n_actions (fixture->store), ==, 2);
  assert_sound (fixture->store);
}

#define KILL_TEST(path, function) g_test_add ("/store/kill/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  KILL_TEST ("the ledger", test_killed_ledger);
  KILL_TEST ("reasons", test_killed_reasons);
  KILL_TEST ("movements", test_killed_movements);
  KILL_TEST ("a full disk and the ledger", test_full_ledger);
  KILL_TEST ("a full disk and reasons", test_full_reasons);
  KILL_TEST ("a full disk and movements", test_full_movements);
  KILL_TEST ("cancelled, the ledger", test_cancelled_ledger);
  KILL_TEST ("cancelled, reasons", test_cancelled_reasons);
  return g_test_run ();
}
