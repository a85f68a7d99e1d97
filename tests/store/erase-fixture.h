/* What the tests of erasing ask: what the check says, and whether words are still in the file. Over review-fixture.h. */
#pragma once

#include "review-fixture.h"

static inline void
assert_check (Fixture *fixture, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = ex_store_check (fixture->store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  if (words == NULL && problems->len > 0)
    g_error ("the check says “%s”", (const char *) g_ptr_array_index (problems, 0));
  if (words == NULL)
    return;
  for (guint i = 0; i < problems->len; i++)
    if (strstr (g_ptr_array_index (problems, i), words) != NULL)
      return;
  g_error ("the check finds %u things, none with “%s”", problems->len, words);
}

static inline gboolean
file_has (const char *path, const char *words)
{
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return FALSE;
  for (gsize i = 0; i + strlen (words) <= length; i++)
    if (bytes[i] == words[0] && memcmp (bytes + i, words, strlen (words)) == 0)
      return TRUE;
  return FALSE;
}

/* In the file, and in its log. */
static inline gboolean
is_written (Fixture *fixture, const char *words)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  return file_has (fixture->path, words) || file_has (log, words);
}

static inline char *
ask (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStatement) row = ex_database_prepare (fixture->store->db, sql, &error);
  gboolean found;

  g_assert_no_error (error);
  found = ex_statement_step (row, &error);
  g_assert_no_error (error);
  return found ? g_strdup (ex_statement_text (row, 0)) : NULL;
}

static inline void
assert_answer (Fixture *fixture, const char *sql, const char *answer)
{
  g_autofree char *said = ask (fixture, sql);

  g_assert_cmpstr (said, ==, answer);
}
