/* All records of a company as text, to compare two moments bit for bit. */
#pragma once

#include "store/ex-store-private.h"

#include <string.h>

/* Every record of the company, bit for bit; of the imports, what there is besides being undone is history. */
static inline char *
dump (ExStore *store)
{
  GString *text = g_string_new (NULL);
  static const char * const queries[] = {
    "SELECT quote (id) || quote (name) || quote (title) || quote (manager_id) || quote (incentive_target) || quote (import) FROM leaders ORDER BY id",
    "SELECT quote (id) || quote (name) || quote (first_day) || quote (last_day) FROM cycles ORDER BY id",
    "SELECT quote (cycle_id) || quote (leader_id) FROM tops ORDER BY 1",
    "SELECT quote (id) || quote (leader_id) || quote (title) || quote (weight) || quote (parent_id) || quote (import) FROM objectives ORDER BY id",
    "SELECT quote (objective_id) || quote (driver) || quote (claim_value) FROM links ORDER BY 1",
    "SELECT quote (objective_id) || quote (day) || quote (note) || quote (recorded) || quote (import) FROM check_ins ORDER BY 1",
  };
  static const char * const reals[] = {
    "SELECT baseline FROM objectives ORDER BY id", "SELECT target FROM objectives ORDER BY id", "SELECT stretch FROM objectives ORDER BY id",
    "SELECT value FROM check_ins ORDER BY objective_id, day",
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (ExStatement) rows = ex_database_prepare (store->db, queries[i], NULL);

      while (ex_statement_step (rows, NULL))
        g_string_append_printf (text, "%s\n", ex_statement_text (rows, 0));
    }
  for (guint i = 0; i < G_N_ELEMENTS (reals); i++)
    {
      g_autoptr (ExStatement) rows = ex_database_prepare (store->db, reals[i], NULL);

      while (ex_statement_step (rows, NULL))
        {
          double value = ex_statement_double (rows, 0);
          guint64 bits;

          memcpy (&bits, &value, sizeof bits);
          g_string_append_printf (text, "%016" G_GINT64_MODIFIER "x\n", ex_statement_is_null (rows, 0) ? 0 : bits);
        }
    }
  return g_string_free (text, FALSE);
}

static inline void
assert_dump (ExStore *store, const char *expected)
{
  g_autofree char *there = dump (store);

  g_assert_cmpstr (there, ==, expected);
}
