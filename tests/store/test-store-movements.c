#include "config.h"

#include "store-fixture.h"

static const ExImportInfo file = { .file_name = "movements.csv", .digest = "0123" };

/* A period that keeps every identity: customers and value move by the same numbers, value a hundredfold. */
static ExEnteredMovement
make_movement (const char *period, gint64 opening, gint64 fresh, gint64 won_back, gint64 lost)
{
  ExEnteredMovement entered = { 0 };
  ExMovement *m = &entered.movement;

  g_assert_true (ex_period_parse (period, &entered.period));
  m->opening = (ExCount) { opening, opening * 100 };
  m->fresh = (ExCount) { fresh, fresh * 100 };
  m->won_back = (ExCount) { won_back, won_back * 100 };
  m->lost = (ExCount) { lost, lost * 100 };
  m->expanded = (ExCount) { 2, 33 };
  m->contracted = (ExCount) { 1, 33 };
  m->closing = (ExCount) { opening + fresh + won_back - lost, (opening + fresh + won_back - lost) * 100 };
  return entered;
}

static void
append (GArray *movements, ExEnteredMovement entered)
{
  g_array_append_val (movements, entered);
}

static GArray *
list (ExStore *store)
{
  g_autoptr (GError) error = NULL;
  GArray *movements = ex_store_list_movements (store, &error);

  g_assert_no_error (error);
  return movements;
}

static GArray *
two_months (void)
{
  GArray *movements = g_array_new (FALSE, FALSE, sizeof (ExEnteredMovement));

  append (movements, make_movement ("2026-02", 115, 1, 0, 16));
  append (movements, make_movement ("2026-01", 100, 20, 5, 10));
  return movements;
}

static void
import (ExStore *store, GArray *movements, ExImportCounts *counts)
{
  g_autoptr (GError) error = NULL;

  ex_store_import_movements (store, movements, &file, counts, &error);
  g_assert_no_error (error);
}

static void
test_movements_come_back_by_period (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) movements = two_months ();
  g_autoptr (GArray) read = NULL;
  ExImportCounts counts;
  gint64 before;

  import (fixture->store, movements, &counts);
  g_assert_cmpuint (counts.added, ==, 2);
  assert_last_action (fixture->store, "Import movements: movements.csv");
  fixture_open_again (fixture);
  read = list (fixture->store);
  g_assert_cmpuint (read->len, ==, 2);
  g_assert_cmpmem (&g_array_index (read, ExEnteredMovement, 0), sizeof (ExEnteredMovement), &g_array_index (movements, ExEnteredMovement, 1),
                   sizeof (ExEnteredMovement));
  g_assert_cmpmem (&g_array_index (read, ExEnteredMovement, 1), sizeof (ExEnteredMovement), &g_array_index (movements, ExEnteredMovement, 0),
                   sizeof (ExEnteredMovement));

  before = n_actions (fixture->store);
  import (fixture->store, movements, &counts);
  g_assert_cmpuint (counts.unchanged, ==, 2);
  g_assert_cmpint (n_actions (fixture->store), ==, before);
}

static void
test_a_period_is_replaced_and_brought_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) movements = two_months ();
  g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (ExEnteredMovement));
  ExImportCounts counts;
  gint64 version;

  import (fixture->store, movements, &counts);
  version = ex_store_get_ledger_version (fixture->store);
  append (again, make_movement ("2026-02", 115, 2, 0, 16));
  append (again, make_movement ("2026-03", 101, 0, 0, 0));
  append (again, make_movement ("2026-01", 100, 20, 5, 10));
  import (fixture->store, again, &counts);
  g_assert_cmpuint (counts.added, ==, 1);
  g_assert_cmpuint (counts.changed, ==, 1);
  g_assert_cmpuint (counts.unchanged, ==, 1);
  g_assert_cmpint (ex_store_get_ledger_version (fixture->store), !=, version);
  assert_sound (fixture->store);
  undo (fixture->store);
  g_assert_cmpint (count (fixture->store, "SELECT sum(new_customers) FROM movements"), ==, 21);
  assert_sound (fixture->store);
  redo (fixture->store);
  g_assert_cmpint (count (fixture->store, "SELECT sum(new_customers) FROM movements"), ==, 22);
  undo (fixture->store);
  undo (fixture->store);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM movements"), ==, 0);
  assert_sound (fixture->store);
}

static void
test_bad_movements_leave_nothing (Fixture *fixture, gconstpointer data)
{
  ExEnteredMovement broken = make_movement ("2026-03", 100, 0, 0, 0);
  ExEnteredMovement not_joined = make_movement ("2026-03", 101, 0, 0, 0);
  ExEnteredMovement breaks_the_next = make_movement ("2025-12", 90, 0, 0, 0);
  ExEnteredMovement quarter = make_movement ("2026-Q2", 100, 0, 0, 0);
  ExEnteredMovement twice = make_movement ("2026-03", 100, 0, 0, 0);
  const struct { const ExEnteredMovement *first, *second; const char *says; } cases[] = {
    { &broken, NULL, "2026-03: " },
    { &not_joined, NULL, "2026-03: " },
    { &breaks_the_next, NULL, "2026-01: " },
    { &quarter, NULL, "not of the same length" },
    { &twice, &twice, "2026-03 is there twice" },
  };
  g_autoptr (GArray) movements = two_months ();
  ExImportCounts counts;
  gint64 before;

  broken.movement.closing.customers++;
  import (fixture->store, movements, &counts);
  before = n_actions (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) bad = g_array_new (FALSE, FALSE, sizeof (ExEnteredMovement));
      g_autoptr (GError) error = NULL;

      append (bad, *cases[i].first);
      if (cases[i].second != NULL)
        append (bad, *cases[i].second);
      g_assert_false (ex_store_import_movements (fixture->store, bad, &file, &counts, &error));
      assert_refused (&error, cases[i].says);
    }
  g_assert_cmpint (n_actions (fixture->store), ==, before);
  g_assert_cmpint (count (fixture->store, "SELECT count(*) FROM movements"), ==, 2);
}

#define add(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/movements/come-back-by-period", test_movements_come_back_by_period);
  add ("/store/movements/a-period-is-replaced-and-brought-back", test_a_period_is_replaced_and_brought_back);
  add ("/store/movements/bad-movements-leave-nothing", test_bad_movements_leave_nothing);
  return g_test_run ();
}
