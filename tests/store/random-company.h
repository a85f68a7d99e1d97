/* Small companies in states that nobody would reach by steps: written past every trigger, by a second connection that has them off, so
 * that what the triggers say of a step can be held against what the rules say of it. */
#pragma once

#include "store-fixture.h"

#include <sqlite3.h>

#define RANDOM_LEADERS 6
#define RANDOM_OBJECTIVES 3 /* at most, a leader */

typedef struct
{
  GRand   *chance;
  GString *sql;
  int      leaders;
  gboolean done;    /* nearly everybody is signed or excused, in sign */
} Random;

/* TRUE once in @n times. */
static inline gboolean
once_in (Random *self, int n)
{
  return g_rand_int_range (self->chance, 0, n) == 0;
}

static inline int
below (Random *self, int n)
{
  return g_rand_int_range (self->chance, 0, n);
}

#define PICK(self, array) ((array)[below ((self), G_N_ELEMENTS (array))])

static inline void
write_leader (Random *self, int i)
{
  static const char * const from[] = { "'2025-06-01'", "'2026-05-01'", "'2026-12-31'", "'2027-02-01'" };
  static const char * const to[] = { "'2025-12-31'", "'2026-01-01'", "'2026-06-30'", "'2027-01-31'" };
  const char *first = once_in (self, 8) ? PICK (self, from) : "NULL";
  const char *last = once_in (self, 8) ? PICK (self, to) : "NULL";

  if (strcmp (first, "NULL") != 0 && strcmp (last, "NULL") != 0 && strcmp (first, last) > 0)
    last = "NULL";
  g_string_append_printf (self->sql, "INSERT INTO leaders (id, name, from_day, to_day, manager_id) VALUES ('%c', 'Leader %c', %s, %s, ", 'a' + i, 'A' + i, first, last);
  if (i == 0 || once_in (self, 12))
    g_string_append (self->sql, "NULL);");
  else
    g_string_append_printf (self->sql, "'%c');", 'a' + below (self, i));
  if (i > 0 && once_in (self, 6))
    g_string_append_printf (self->sql, "INSERT INTO past_managers VALUES ('%c', '%s', %s%c%s);", 'a' + i, once_in (self, 2) ? "2026-03-31" : "2026-12-31",
                            "'", 'a' + below (self, i), "'");
}

static inline void
write_cycle (Random *self)
{
  static const char * const phases[] = { "run", "assess", "calibrate", "sign", "sign", "assess" };

  g_string_append (self->sql, "INSERT INTO cycles (id, name, first_day, last_day) VALUES ('fy26', 'FY 2026', '2026-01-01', '2026-12-31');");
  if (!self->done && once_in (self, 12))
    g_string_append (self->sql, "INSERT INTO cycle_steps (cycle_id, number, step, phase, day) VALUES ('fy26', 1, 'close', 'closed', '2027-01-01');");
  else if (!once_in (self, 10))
    g_string_append_printf (self->sql, "INSERT INTO cycle_steps (cycle_id, number, step, phase, day) VALUES ('fy26', 1, 'advance', '%s', '2026-02-01');",
                            self->done ? "sign" : PICK (self, phases));
  g_string_append_printf (self->sql, "INSERT INTO cycle_plans (cycle_id, min_objectives) VALUES ('fy26', %d);", 1 + below (self, 3) / 2);
  if (once_in (self, 3))
    g_string_append (self->sql, "INSERT INTO scale_words VALUES ('fy26', 1, 'No'), ('fy26', 2, 'Nearly'), ('fy26', 3, 'Yes');");
  if (once_in (self, 2))
    g_string_append_printf (self->sql, "INSERT INTO tops VALUES ('fy26', '%c');", once_in (self, 3) ? 'a' + below (self, self->leaders) : 'a');
}

/* A number, a range or a milestone, mostly sound. */
static inline void
append_measure (Random *self)
{
  static const char * const good[] = {
    "'number', 80, NULL, 95, NULL, NULL, NULL, NULL, NULL", "'number', 9, 8, 5, 4, NULL, NULL, NULL, NULL", "'number', 0, 0, 10, 12, NULL, NULL, NULL, NULL",
    "'range', NULL, NULL, NULL, NULL, 5, 9, NULL, NULL", "'range', NULL, NULL, NULL, NULL, 5, NULL, 2, NULL",
    "'milestone', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-06-30'", "'milestone', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-12-31'",
  };
  static const char * const bad[] = {
    "'number', NULL, NULL, 95, NULL, NULL, NULL, NULL, NULL", "'number', 80, NULL, NULL, NULL, NULL, NULL, NULL, NULL",
    "'number', 80, NULL, 80, NULL, NULL, NULL, NULL, NULL", "'number', 1, NULL, 1.0000000000001, NULL, NULL, NULL, NULL, NULL",
    "'number', 80, 79, 95, NULL, NULL, NULL, NULL, NULL", "'number', 80, 95, 95, NULL, NULL, NULL, NULL, NULL",
    "'number', 80, NULL, 95, 94, NULL, NULL, NULL, NULL", "'number', 9, 8, 5, 5, NULL, NULL, NULL, NULL",
    "'range', NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL", "'range', NULL, NULL, NULL, NULL, NULL, 9, NULL, NULL",
    "'range', NULL, NULL, NULL, NULL, 9, 9, NULL, NULL", "'range', NULL, NULL, NULL, NULL, 9, 5, NULL, NULL",
    "'milestone', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL", "'milestone', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2027-01-01'",
    "'milestone', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2025-12-31'",
  };

  g_string_append (self->sql, once_in (self, 25) ? PICK (self, bad) : PICK (self, good));
}

static inline void
write_objective (Random *self, int leader, int k, int weight)
{
  char id[3] = { (char) ('a' + leader), (char) ('1' + k), 0 };

  g_string_append_printf (self->sql,
                          "INSERT INTO objectives (id, cycle_id, leader_id, title, aggregate, weight, unit, source, cadence, local_reason, parent_id,"
                          " kind, baseline, threshold, target, stretch, low, high, width, due)"
                          " VALUES ('%s', 'fy26', '%c', '%s', 'latest', %d, %s, %s, %s, ", id, 'a' + leader, k == 0 && once_in (self, 60) ? " " : id, weight,
                          once_in (self, 40) ? "' '" : "'%'", once_in (self, 40) ? "NULL" : "'Desk'", once_in (self, 40) ? "NULL" : "'monthly'");
  if (leader > 0 && once_in (self, 2))
    g_string_append_printf (self->sql, "NULL, '%c1', ", 'a' + below (self, once_in (self, 8) ? leader + 1 : leader));
  else
    g_string_append_printf (self->sql, "%s, NULL, ", leader == 0 || once_in (self, 30) ? "NULL" : "'Only here'");
  append_measure (self);
  g_string_append (self->sql, ");");
  if (!once_in (self, 30))
    g_string_append_printf (self->sql, "INSERT INTO links (objective_id, driver) VALUES ('%s', 'retain');", id);
}

static inline int
write_objectives (Random *self, int leader)
{
  static const int weights[][RANDOM_OBJECTIVES] = { { 0 }, { 10000 }, { 6000, 4000 }, { 5000, 3000, 2000 } };
  int n = once_in (self, 12) ? 0 : 1 + below (self, RANDOM_OBJECTIVES);

  for (int k = 0; k < n; k++)
    write_objective (self, leader, k, weights[n][k] - (k == 0 && once_in (self, 30) ? 1 : 0));
  return n;
}

/* By the leader, by somebody above or the board, by somebody else. */
static inline void
write_ratings (Random *self, int leader, int n)
{
  char raters[3][2] = { { (char) ('a' + leader), 0 }, { 0, 0 }, { 0, 0 } };
  static const char * const roles[] = { "self", "manager", "manager" };
  int gap = once_in (self, 3) ? below (self, 2 * RANDOM_OBJECTIVES) : -1;

  if (leader > 0)
    raters[1][0] = (char) ('a' + below (self, leader));
  for (int r = 0; r < 2; r++)
    for (int k = 0; k < n; k++)
      if (gap != r * RANDOM_OBJECTIVES + k)
        g_string_append_printf (self->sql, "INSERT INTO ratings VALUES ('%c%d', '%s', '%s', %s, %s, %d, NULL);", 'a' + leader, k + 1, roles[r], raters[r],
                                once_in (self, 25) ? "NULL" : once_in (self, 12) ? "4" : "2", once_in (self, 25) ? "NULL" : "'So'", r > 0 && !once_in (self, 20));
}

/* Its last step; of a state and what goes with it. */
static inline void
write_review (Random *self, int leader)
{
  static const char * const states[] = { "drafting", "agreed", "self-assessed", "assessed", "signed" };
  int state = self->done && !once_in (self, 12) ? 4 : below (self, 5);
  gboolean half = state == 3 && once_in (self, 2);
  g_autofree char *reviewer = once_in (self, 3) || leader == 0 ? g_strdup ("NULL") : g_strdup_printf ("'%c'", 'a' + below (self, self->leaders));
  g_autofree char *assessor = state < 3 ? g_strdup ("NULL") : leader == 0 ? g_strdup ("''") : g_strdup_printf ("'%c'", 'a' + below (self, leader));

  if (reviewer[1] == 'a' + leader)
    reviewer[1] = leader == 0 ? 'b' : 'a';
  if (once_in (self, self->done ? 40 : 5))
    return;
  g_string_append_printf (self->sql,
                          "INSERT INTO review_steps (cycle_id, leader_id, number, step, why, day, state, reviewer_id, assessed_by, excused, reviewer_signed, leader_signed)"
                          " VALUES ('fy26', '%c', 1, 'move', 'So', '2026-02-01', '%s', %s, %s, %d, %s, %s);", 'a' + leader, states[state], reviewer, assessor,
                          state < 4 && once_in (self, 8), state == 4 || half ? "'HR'" : "NULL", state == 4 ? "'HR'" : "NULL");
}

static inline char *
random_company_sql (guint32 seed)
{
  Random self = { .chance = g_rand_new_with_seed (seed), .sql = g_string_new ("BEGIN;") };

  self.done = once_in (&self, 6);
  self.leaders = 2 + below (&self, RANDOM_LEADERS - 1);
  for (int i = 0; i < self.leaders; i++)
    write_leader (&self, i);
  write_cycle (&self);
  for (int i = 0; i < self.leaders; i++)
    {
      int n = write_objectives (&self, i);

      write_review (&self, i);
      if (!once_in (&self, 4))
        write_ratings (&self, i, n);
      if (once_in (&self, 3))
        g_string_append_printf (self.sql, "INSERT INTO observers VALUES ('fy26', '%c', '%c');", 'a' + i, i == 0 ? 'b' : 'a');
    }
  g_string_append (self.sql, "COMMIT;");
  g_rand_free (self.chance);
  return g_string_free (self.sql, FALSE);
}

/* In place of what is in the company's file; with triggers and references off. */
static inline void
write_past_triggers (const char *path, const char *sql)
{
  static const char clear[] =
    "PRAGMA synchronous = OFF; PRAGMA busy_timeout = 5000; DELETE FROM observers; DELETE FROM ratings; DELETE FROM adjustments; DELETE FROM review_steps;"
    "DELETE FROM cycle_steps; DELETE FROM cycle_plans; DELETE FROM scale_words; DELETE FROM tops; DELETE FROM links; DELETE FROM amended_objectives;"
    "DELETE FROM amendments; DELETE FROM objectives; DELETE FROM cycles; DELETE FROM past_managers; DELETE FROM leaders; DELETE FROM movements;"
    "DELETE FROM final_periods; DELETE FROM reward_statements; DELETE FROM reward_runs; DELETE FROM reward_terms; DELETE FROM check_ins;";
  char *problem = NULL;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  if (sqlite3_exec (db, clear, NULL, NULL, &problem) != SQLITE_OK || sqlite3_exec (db, sql, NULL, NULL, &problem) != SQLITE_OK)
    g_error ("a random company cannot be written: %s", problem);
  sqlite3_close (db);
}
