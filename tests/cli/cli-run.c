#include "config.h"

#include "cli-run.h"

#include "exchange/ex-csv-reader.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

static char *folder;

static CliRun *
run_words (char **words)
{
  CliRun *self = g_new0 (CliRun, 1);
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  int status;

  environment = g_environ_setenv (environment, "EXEMPLAR_TODAY", "2026-10-15", TRUE);
  environment = g_environ_setenv (environment, "LANGUAGE", "en", TRUE);
  g_spawn_sync (folder, words, environment, G_SPAWN_DEFAULT, NULL, NULL, &self->out, &self->err, &status, &error);
  g_assert_no_error (error);
  if (!WIFEXITED (status))
    g_error ("exemplarctl %s died of a signal:\n%s", words[1], self->err);
  if (strstr (self->err, "CRITICAL") != NULL || strstr (self->err, "WARNING **") != NULL)
    g_error ("exemplarctl %s complained:\n%s", words[1], self->err);
  self->status = WEXITSTATUS (status);

  return self;
}

static char **
collect (const char *first, va_list arguments)
{
  GPtrArray *words = g_ptr_array_new ();

  g_ptr_array_add (words, g_build_filename (g_getenv ("EX_BUILD_DIR"), "src", "cli", "exemplarctl", NULL));
  for (const char *word = first; word != NULL; word = va_arg (arguments, const char *))
    g_ptr_array_add (words, g_strdup (word));
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (words, FALSE);
}

CliRun *
cli_run (const char *first, ...)
{
  g_auto (GStrv) words = NULL;
  va_list arguments;

  va_start (arguments, first);
  words = collect (first, arguments);
  va_end (arguments);

  return run_words (words);
}

CliRun *
cli_run_words (const char *const *words)
{
  g_auto (GStrv) all = g_new0 (char *, g_strv_length ((char **) words) + 2);

  all[0] = g_build_filename (g_getenv ("EX_BUILD_DIR"), "src", "cli", "exemplarctl", NULL);
  for (guint i = 0; words[i] != NULL; i++)
    all[i + 1] = g_strdup (words[i]);

  return run_words (all);
}

void
cli_run_free (CliRun *self)
{
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}

static CliRun *
run_for (int status, char **words)
{
  CliRun *run = run_words (words);

  if (run->status != status)
    {
      g_autofree char *line = g_strjoinv (" ", words);

      g_error ("%s\nended with %d instead of %d:\n%s%s", line, run->status, status, run->out, run->err);
    }

  return run;
}

void
cli_expect (int status, char **out, const char *first, ...)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (CliRun) run = NULL;
  va_list arguments;

  va_start (arguments, first);
  words = collect (first, arguments);
  va_end (arguments);

  run = run_for (status, words);
  if (out != NULL)
    *out = g_steal_pointer (&run->out);
}

void
cli_refused (int status, const char *text, const char *first, ...)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (CliRun) run = NULL;
  va_list arguments;

  va_start (arguments, first);
  words = collect (first, arguments);
  va_end (arguments);

  run = run_for (status, words);
  g_assert_cmpstr (run->out, ==, "");
  cli_assert_has (run->err, text);
}

char *
cli_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

char *
cli_file (const char *name, const char *contents)
{
  char *path = cli_path (name);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));

  return path;
}

char *
cli_company (const char *name)
{
  char *path = cli_path (name);

  cli_expect (0, NULL, "new", path, "--name", "Test", NULL);

  return path;
}

static int
find_field (ExCsvReader *reader, const char *text)
{
  for (guint i = 0; i < ex_csv_reader_n_fields (reader); i++)
    {
      ExField field = ex_csv_reader_get_field (reader, i);

      if (strlen (text) == field.length && memcmp (text, field.text, field.length) == 0)
        return (int) i;
    }

  return -1;
}

char *
cli_csv_get (const char *csv, const char *key_column, const char *key, const char *column)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, strlen (csv));
  g_autoptr (ExCsvReader) reader = ex_csv_reader_new (bytes, "UTF-8", NULL);
  int key_at, at;

  g_assert_true (ex_csv_reader_next (reader, NULL));
  key_at = find_field (reader, key_column);
  at = find_field (reader, column);
  g_assert_cmpint (key_at, >=, 0);
  g_assert_cmpint (at, >=, 0);

  while (ex_csv_reader_next (reader, NULL))
    {
      ExField field = ex_csv_reader_get_field (reader, (guint) key_at);

      if (field.length != strlen (key) || memcmp (field.text, key, field.length) != 0)
        continue;
      field = ex_csv_reader_get_field (reader, (guint) at);
      return g_strndup (field.text, field.length);
    }
  g_error ("no row has %s %s:\n%s", key_column, key, csv);
}

guint
cli_n_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n';

  return n;
}

void
cli_start (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (argc, argv, NULL);
  folder = g_dir_make_tmp ("exemplarctl-XXXXXX", &error);
  g_assert_no_error (error);
}

int
cli_end (void)
{
  int result = g_test_run ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = cli_path (name);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);

  return result;
}
