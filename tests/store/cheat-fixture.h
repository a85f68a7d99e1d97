/* Somebody who opens the company's file with SQLite's own shell. */
#pragma once

#include "store-fixture.h"

#include <sqlite3.h>

static inline sqlite3 *
open_shell (const char *path)
{
  sqlite3 *shell;

  g_assert_cmpint (sqlite3_open_v2 (path, &shell, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  return shell;
}

/* (transfer full) what it said; NULL: it did it. Nothing is kept. */
static inline char *
cheat_as (sqlite3 *shell, const char *actor, const char *sql)
{
  g_autofree char *open = g_strdup_printf ("BEGIN; INSERT INTO actions (number, name, actor, system_user, at, salt)"
                                           " SELECT max (number) + 1, 'Cheat', '%s', 'x', 0, 'x' FROM actions;"
                                           "UPDATE open_action SET action = (SELECT max (number) FROM actions)", actor);
  char *problem = NULL;
  char *said;

  if (sqlite3_exec (shell, open, NULL, NULL, &problem) != SQLITE_OK)
    g_error ("%s", problem);
  sqlite3_exec (shell, sql, NULL, NULL, &problem);
  said = g_strdup (problem);
  sqlite3_free (problem);
  sqlite3_exec (shell, "ROLLBACK", NULL, NULL, NULL);
  return said;
}

static inline char *
cheat (sqlite3 *shell, const char *sql)
{
  return cheat_as (shell, "HR", sql);
}

/* The action ends, as far as the database looks. */
#define END_ACTION ";UPDATE actions SET digest = 'x', chain = 'x' WHERE number = (SELECT action FROM open_action)"

typedef struct { const char *sql, *words; } Cheat;

static inline void
all_refused_to (const char *actor, const char *path, const Cheat *cheats, gsize n)
{
  sqlite3 *shell = open_shell (path);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *said = cheat_as (shell, actor, cheats[i].sql);

      if (said == NULL)
        g_error ("not refused: %s", cheats[i].sql);
      if (strstr (said, cheats[i].words) == NULL)
        g_error ("%s: expected “%s”, got “%s”", cheats[i].sql, cheats[i].words, said);
    }
  sqlite3_close (shell);
}

static inline void
all_refused (const char *path, const Cheat *cheats, gsize n)
{
  all_refused_to ("HR", path, cheats, n);
}

/* Somebody takes the triggers away, writes, and puts them back: check says what is wrong of it, beside that the history knows nothing of it. */
static inline void
assert_check_says (ExStore *store, const char *path, const char *sql, const char *words)
{
  sqlite3 *shell = open_shell (path);
  g_autofree char *all = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  sqlite3_db_config (shell, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  g_assert_cmpint (sqlite3_exec (shell, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (shell);
  problems = ex_store_check (store, NULL, NULL, NULL, NULL);
  g_ptr_array_add (problems, NULL);
  all = g_strjoinv ("\n", (char **) problems->pdata);
  if (strstr (all, words) == NULL)
    g_error ("after “%s” check does not say “%s” but: %s", sql, words, all);
}
