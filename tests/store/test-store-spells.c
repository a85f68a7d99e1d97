/* Earlier times in the role. */
#include "config.h"

#include "store-fixture.h"

#include "core/ex-spells.h"
#include "store/ex-store-import.h"
#include "store/ex-store-rewards.h"

static ExLeader *
leader_from (const char *id, const char *name, const char *manager, const char *from, const char *to)
{
  ExLeader *leader = ex_leader_new (id, name);

  leader->manager_id = g_strdup (manager);
  leader->from = from != NULL ? ex_day_parse (from) : EX_DAY_NONE;
  leader->to = to != NULL ? ex_day_parse (to) : EX_DAY_NONE;
  return leader;
}

/* Ann, the top, in the role from 2024 on; Bob always. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLeader) ann = leader_from ("a", "Ann", NULL, "2024-01-01", NULL);
  g_autoptr (GError) error = NULL;

  fixture_set_up (fixture, data);
  ex_store_save_leader (fixture->store, ann, &error);
  g_assert_no_error (error);
  save_leader (fixture->store, "b", "Bob", "a");
}

/* "2018-01-01 2018-06-30, ..." */
static GArray *
spells_of_words (const char *words)
{
  g_auto (GStrv) pairs = g_strsplit (words, ", ", -1);
  GArray *spells = g_array_new (FALSE, FALSE, sizeof (ExSpell));

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) days = g_strsplit (pairs[i], " ", 2);
      ExSpell spell = { ex_day_parse (days[0]), ex_day_parse (days[1]) };

      g_array_append_val (spells, spell);
    }
  return spells;
}

static gboolean
save (ExStore *store, const char *id, const char *words, GError **error)
{
  g_autoptr (GArray) spells = spells_of_words (words);

  return ex_store_save_spells (store, id, spells, error);
}

static void
must_save (ExStore *store, const char *id, const char *words)
{
  g_autoptr (GError) error = NULL;

  save (store, id, words, &error);
  g_assert_no_error (error);
}

static void
assert_spells (ExStore *store, const char *id, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) all = ex_store_read_spells (store, &error);
  g_autoptr (GArray) expected = spells_of_words (words);

  g_assert_no_error (error);
  g_assert_true (ex_spells_equal (g_hash_table_lookup (all, id), expected));
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  must_save (fixture->store, "a", "2018-01-01 2018-06-30, 2020-01-01 2023-12-31");
  assert_last_action (fixture->store, "Say when somebody was in the role: Ann");
  assert_spells (fixture->store, "a", "2018-01-01 2018-06-30, 2020-01-01 2023-12-31");
  must_save (fixture->store, "a", "2018-01-01 2018-06-30, 2020-01-01 2023-12-31");
  g_assert_cmpint (n_actions (fixture->store), ==, 4); /* the same again is none */
  must_save (fixture->store, "a", "2019-01-01 2019-01-01");
  assert_spells (fixture->store, "a", "2019-01-01 2019-01-01");
  assert_sound (fixture->store);
  undo (fixture->store);
  assert_spells (fixture->store, "a", "2018-01-01 2018-06-30, 2020-01-01 2023-12-31");
  undo (fixture->store);
  assert_spells (fixture->store, "a", "");
  redo (fixture->store);
  assert_spells (fixture->store, "a", "2018-01-01 2018-06-30, 2020-01-01 2023-12-31");
  assert_sound (fixture->store);
  fixture_open_again (fixture);
  must_save (fixture->store, "a", "");
  assert_spells (fixture->store, "a", "");
  assert_sound (fixture->store);
}

static const struct { const char *id; const char *spells; const char *words; } bad[] = {
  { "a", "2018-01-01 2024-01-01", "follow each other" },
  { "a", "2018-01-01 2019-01-01, 2019-01-01 2020-01-01", "follow each other" },
  { "a", "2020-01-01 2021-01-01, 2018-01-01 2019-01-01", "follow each other" },
  { "a", "2020-01-02 2020-01-01", "before it begins" },
  { "b", "2020-01-01 2021-01-01", "first day of the present time" },
};

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (save (fixture->store, bad[i].id, bad[i].spells, &error));
      assert_refused (&error, bad[i].words);
    }
  g_assert_false (save (fixture->store, "x", "2020-01-01 2021-01-01", &error));
  assert_error_says (&error, EX_STORE_ERROR_NOT_FOUND, "no leader “x”");
  g_assert_true (ex_store_set_actor (fixture->store, "a", &error));
  g_assert_false (save (fixture->store, "a", "2020-01-01 2021-01-01", &error));
  assert_refused (&error, "Only HR");
}

/* The leader's own days do not run into them, and both may change in one action. */
static void
test_beside_own_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLeader) earlier = leader_from ("a", "Ann", NULL, "2018-03-01", NULL);
  g_autoptr (GError) error = NULL;

  must_save (fixture->store, "a", "2018-01-01 2018-06-30");
  g_assert_false (ex_store_save_leader (fixture->store, earlier, &error));
  assert_refused (&error, "ends before the next one begins");
  g_assert_true (ex_store_begin (fixture->store, "Edit a leader", &error));
  g_assert_true (ex_store_save_leader (fixture->store, earlier, &error));
  must_save (fixture->store, "a", "2017-01-01 2017-06-30");
  g_assert_true (ex_store_commit (fixture->store, &error));
  assert_spells (fixture->store, "a", "2017-01-01 2017-06-30");
  undo (fixture->store);
  assert_spells (fixture->store, "a", "2018-01-01 2018-06-30");
  assert_sound (fixture->store);
}

static void
test_go_with_the_leader (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExLeader) cy = leader_from ("c", "Cy", "a", "2024-01-01", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (ex_store_save_leader (fixture->store, cy, &error));
  must_save (fixture->store, "c", "2018-01-01 2018-06-30");
  g_assert_true (ex_store_remove_leader (fixture->store, "c", &error));
  g_assert_cmpint (count (fixture->store, "SELECT count (*) FROM spells"), ==, 0);
  undo (fixture->store);
  assert_spells (fixture->store, "c", "2018-01-01 2018-06-30");
  assert_sound (fixture->store);
}

/* --- imported ----------------------------------------------------------------------------------------------------------------------- */

static void
import (ExStore *store, const char *spells_of_ann, const char *spells_of_dan, ExImportCounts *counts)
{
  g_autoptr (GPtrArray) leaders = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_leader_free);
  g_autoptr (GHashTable) spells = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  const ExImportInfo info = { .file_name = "leaders.csv", .digest = "00" };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (leaders, leader_from ("a", "Ann", NULL, "2024-01-01", NULL));
  g_ptr_array_add (leaders, leader_from ("d", "Dan", "a", "2025-01-01", NULL));
  if (spells_of_ann != NULL)
    g_hash_table_insert (spells, (gpointer) "a", spells_of_words (spells_of_ann));
  g_hash_table_insert (spells, (gpointer) "d", spells_of_words (spells_of_dan));
  ex_store_import_leaders_and_spells (store, leaders, spells, &info, counts, &error);
  g_assert_no_error (error);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  ExImportCounts counts = { 0 };
  gint64 actions;

  must_save (fixture->store, "a", "2018-01-01 2018-06-30");
  import (fixture->store, "2019-01-01 2019-06-30", "2024-01-01 2024-06-30", &counts);
  g_assert_cmpuint (counts.added, ==, 1);
  g_assert_cmpuint (counts.changed, ==, 1);
  assert_spells (fixture->store, "a", "2019-01-01 2019-06-30");
  assert_spells (fixture->store, "d", "2024-01-01 2024-06-30");
  assert_sound (fixture->store);
  actions = n_actions (fixture->store);
  import (fixture->store, "2019-01-01 2019-06-30", "2024-01-01 2024-06-30", &counts);
  g_assert_cmpuint (counts.unchanged, ==, 2);
  g_assert_cmpint (n_actions (fixture->store), ==, actions);
  undo (fixture->store);
  assert_spells (fixture->store, "a", "2018-01-01 2018-06-30");
  assert_spells (fixture->store, "d", "");
  assert_sound (fixture->store);
  redo (fixture->store);
  assert_spells (fixture->store, "d", "2024-01-01 2024-06-30");
  assert_sound (fixture->store);
}

static void
test_import_leaves_others (Fixture *fixture, gconstpointer data)
{
  must_save (fixture->store, "a", "2018-01-01 2018-06-30");
  import (fixture->store, NULL, "2024-01-01 2024-06-30", NULL);
  assert_spells (fixture->store, "a", "2018-01-01 2018-06-30");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define SPELLS_TEST(path, function) g_test_add ("/store/spells/" path, Fixture, NULL, set_up, function, fixture_tear_down)
  SPELLS_TEST ("saved, undone, redone", test_save);
  SPELLS_TEST ("what overlaps or is not in order is refused", test_refused);
  SPELLS_TEST ("beside the leader's own days", test_beside_own_days);
  SPELLS_TEST ("they go with the leader", test_go_with_the_leader);
  SPELLS_TEST ("imported", test_import);
  SPELLS_TEST ("an import leaves alone whom it does not name", test_import_leaves_others);
  return g_test_run ();
}
