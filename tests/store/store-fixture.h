/* What the tests of the store share: a company in a directory of its own, and short words for what they ask again and again. */
#pragma once

#include "store/ex-store-private.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char    *directory;
  char    *path;
  ExStore *store;
} Fixture;

static inline ExLeader *
make_leader (const char *id, const char *name, const char *manager_id)
{
  ExLeader *leader = ex_leader_new (id, name);

  leader->manager_id = g_strdup (manager_id);
  return leader;
}

static inline void
save_leader (ExStore *store, const char *id, const char *name, const char *manager_id)
{
  g_autoptr (ExLeader) leader = make_leader (id, name, manager_id);
  g_autoptr (GError) error = NULL;

  ex_store_save_leader (store, leader, &error);
  g_assert_no_error (error);
}

static inline ExObjective *
make_objective (const char *id, const char *leader_id, const char *title)
{
  ExObjective *objective = ex_objective_new (id, "fy26", leader_id, title, EX_KIND_NUMBER);

  objective->baseline = 80;
  objective->target = 88;
  objective->weight = 5000;
  return objective;
}

static inline void
save_objective (ExStore *store, const char *id, const char *leader_id, const char *title, const char *parent_id)
{
  g_autoptr (ExObjective) objective = make_objective (id, leader_id, title);
  g_autoptr (GError) error = NULL;

  objective->parent_id = g_strdup (parent_id);
  ex_store_save_objective (store, objective, &error);
  g_assert_no_error (error);
}

static inline void
save_check_in (ExStore *store, const char *objective_id, const char *day, double value)
{
  g_autoptr (ExCheckIn) check_in = ex_check_in_new (objective_id, ex_day_parse (day), value);
  g_autoptr (GError) error = NULL;

  check_in->recorded = check_in->day;
  ex_store_save_check_in (store, check_in, &error);
  g_assert_no_error (error);
}

static inline void
save_cycle (ExStore *store, const char *id, const char *name, const char *first, const char *last)
{
  g_autoptr (ExCycle) cycle = ex_cycle_new (id, name, ex_day_parse (first), ex_day_parse (last));
  g_autoptr (GError) error = NULL;

  ex_store_save_cycle (store, cycle, &error);
  g_assert_no_error (error);
}

/* An empty company. */
static inline void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExCompanyInfo) info = ex_company_info_new ("Test & Co", "EUR");
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("exemplar-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->directory, "company.exemplar", NULL);
  fixture->store = ex_store_create (fixture->path, info, &error);
  g_assert_no_error (error);
}

/* Ann above Bob above Cy, and Ann above Dee; the cycle FY 2026. */
static inline void
fixture_set_up_company (Fixture *fixture, gconstpointer data)
{
  fixture_set_up (fixture, data);
  save_leader (fixture->store, "a", "Ann", NULL);
  save_leader (fixture->store, "b", "Bob", "a");
  save_leader (fixture->store, "c", "Cy", "b");
  save_leader (fixture->store, "d", "Dee", "a");
  save_cycle (fixture->store, "fy26", "FY 2026", "2026-01-01", "2026-12-31");
}

static inline void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) directory = NULL;
  const char *name;

  ex_store_close (fixture->store);
  directory = g_dir_open (fixture->directory, 0, NULL);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
  g_free (fixture->path);
}

/* So that what is read comes out of the file and not out of memory. */
static inline void
fixture_open_again (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  ex_store_close (fixture->store);
  fixture->store = ex_store_open (fixture->path, &error);
  g_assert_no_error (error);
}

static inline gint64
count (ExStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStatement) row = ex_database_prepare (store->db, sql, &error);

  g_assert_no_error (error);
  g_assert_true (ex_statement_step (row, &error));
  return ex_statement_int (row, 0);
}

#define n_actions(store) count ((store), "SELECT count(*) FROM actions")

/* name and subject of the latest action, "NAME: SUBJECT" */
static inline char *
last_action (ExStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStatement) row = NULL;

  row = ex_database_prepare (store->db, "SELECT name || ': ' || coalesce (subject, '') FROM actions ORDER BY number DESC LIMIT 1", &error);
  g_assert_no_error (error);
  g_assert_true (ex_statement_step (row, &error));
  return g_strdup (ex_statement_text (row, 0));
}

#define assert_last_action(store, words) \
  G_STMT_START { g_autofree char *said_ = last_action (store); g_assert_cmpstr (said_, ==, words); } G_STMT_END

/* The error is @code with @words in it, and is cleared. */
static inline void
assert_error_says (GError **error, int code, const char *words)
{
  g_assert_nonnull (*error);
  if ((*error)->domain != EX_STORE_ERROR || (*error)->code != code || strstr ((*error)->message, words) == NULL)
    g_error ("expected error %d with “%s”, got %s %d: %s", code, words, g_quark_to_string ((*error)->domain), (*error)->code, (*error)->message);
  g_clear_error (error);
}

#define assert_refused(error, words) assert_error_says ((error), EX_STORE_ERROR_REFUSED, (words))

/* Takes back the latest action. */
static inline void
undo (ExStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExAction) action = ex_store_undo (store, 0, &error);

  g_assert_no_error (error);
  g_assert_nonnull (action);
}

static inline void
redo (ExStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExAction) action = ex_store_redo (store, &error);

  g_assert_no_error (error);
  g_assert_nonnull (action);
}

/* The file's own checks: the chain, the journal against the rows, SQLite's. */
static inline void
assert_sound (ExStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = ex_store_check (store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  if (problems->len > 0)
    g_error ("check: %s", (char *) g_ptr_array_index (problems, 0));
}
