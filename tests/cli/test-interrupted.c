/* Ctrl-C while an import goes on: nothing of it stays, and it says so. */
#include "config.h"

#include "cli-run.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROWS 40000 /* far more than a pipe holds: when they are written, the program is reading */

typedef struct
{
  GPid  pid;
  int   in;
  int   err;
} Running;

static Running
start (const char *company)
{
  g_autofree char *program = g_build_filename (g_getenv ("EX_BUILD_DIR"), "src", "cli", "exemplarctl", NULL);
  char *words[] = { program, "import", (char *) company, "customers", "-", NULL };
  g_autoptr (GError) error = NULL;
  Running self;

  g_spawn_async_with_pipes (NULL, words, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, &self.pid, &self.in, NULL, &self.err, &error);
  g_assert_no_error (error);
  return self;
}

static void
feed (Running *self, const char *text)
{
  gsize length = strlen (text);

  for (gsize done = 0; done < length;)
    {
      gssize n = write (self->in, text + done, length - done);

      g_assert_cmpint (n, >, 0);
      done += (gsize) n;
    }
}

/* (transfer full) what it said; *@status as of waitpid() */
static char *
finish (Running *self, int *status)
{
  GString *said = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  close (self->in);
  while ((n = read (self->err, buffer, sizeof buffer)) > 0)
    g_string_append_len (said, buffer, n);
  close (self->err);
  g_assert_cmpint (waitpid (self->pid, status, 0), ==, self->pid);
  return g_string_free (said, FALSE);
}

static char *
customers (void)
{
  GString *text = g_string_new ("customer,period,value\n");

  for (int i = 0; i < ROWS; i++)
    g_string_append_printf (text, "customer-%06d,2026-01,10.00\n", i);
  return g_string_free (text, FALSE);
}

static void
assert_alone (const char *path)
{
  static const char * const strays[] = { "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (strays); i++)
    {
      g_autofree char *stray = g_strconcat (path, strays[i], NULL);

      g_assert_false (g_file_test (stray, G_FILE_TEST_EXISTS));
    }
}

static void
test_signal (gconstpointer data)
{
  g_autofree char *company = cli_company (g_strsignal (GPOINTER_TO_INT (data)));
  g_autofree char *rows = customers ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *said = NULL;
  gsize length, length_after;
  Running running;
  int status;

  g_assert_true (g_file_get_contents (company, &before, &length, NULL));
  running = start (company);
  feed (&running, rows);
  g_assert_no_errno (kill (running.pid, GPOINTER_TO_INT (data)));
  g_usleep (100000); /* it has a thread that hears it */
  said = finish (&running, &status);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
  cli_assert_has (said, "the import was cancelled; nothing of it is in “");
  assert_alone (company);
  g_assert_true (g_file_get_contents (company, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
}

/* Who asks twice does not wait. */
static void
test_twice (void)
{
  g_autofree char *company = cli_company ("twice.exemplar");
  g_autofree char *rows = customers ();
  g_autofree char *said = NULL;
  Running running = start (company);
  int status;

  feed (&running, rows);
  g_assert_no_errno (kill (running.pid, SIGINT));
  g_usleep (100000);
  g_assert_no_errno (kill (running.pid, SIGINT));
  g_assert_cmpint (waitpid (running.pid, &status, 0), ==, running.pid); /* while it would still be reading */
  g_assert_true (WIFSIGNALED (status));
  close (running.in);
  close (running.err);
  cli_expect (0, &said, "check", company, NULL);
  cli_assert_has (said, "All is well");
  assert_alone (company);
}

/* And nobody asks: all of it comes in. */
static void
test_undisturbed (void)
{
  g_autofree char *company = cli_company ("undisturbed.exemplar");
  g_autofree char *rows = customers ();
  g_autofree char *said = NULL;
  Running running = start (company);
  int status;

  feed (&running, rows);
  said = finish (&running, &status);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  assert_alone (company);
}

int
main (int argc, char **argv)
{
  signal (SIGPIPE, SIG_IGN);
  cli_start (&argc, &argv);
  g_test_add_data_func ("/cli/interrupted/by Ctrl-C", GINT_TO_POINTER (SIGINT), test_signal);
  g_test_add_data_func ("/cli/interrupted/by a polite kill", GINT_TO_POINTER (SIGTERM), test_signal);
  g_test_add_data_func ("/cli/interrupted/by a hang-up", GINT_TO_POINTER (SIGHUP), test_signal);
  g_test_add_func ("/cli/interrupted/twice", test_twice);
  g_test_add_func ("/cli/interrupted/not at all", test_undisturbed);
  return cli_end ();
}
