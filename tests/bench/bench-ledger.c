/* The customer ledger at full size.
 * bench-ledger run COMMAND...: how long it takes in seconds and what it needs at most in megabytes, TAB between.
 * bench-ledger spans FILE: a line each, TAB between: what was asked of the ledger in FILE, and the least milliseconds of three. */
#include "config.h"

#include "store/ex-store-asset.h"
#include "store/ex-store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS 3

static int
run (char **command)
{
  gint64 start = g_get_monotonic_time ();
  pid_t child = fork ();
  struct rusage usage;
  int status;

  if (child == 0)
    {
      execvp (command[0], command);
      perror (command[0]);
      _exit (127);
    }
  if (child < 0 || wait4 (child, &status, 0, &usage) != child || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    return 1;
  /* Behind what the command itself says. */
  fprintf (stderr, "\n%.3f\t%.1f\n", (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC, (double) usage.ru_maxrss / 1024);
  return 0;
}

typedef struct
{
  const char *name;
  ExGrain     grain;  /* 0: the span */
  int         first;
  int         last;
  int         segment;
} Question;

static void
fail_on (const GError *error)
{
  if (error == NULL)
    return;
  fprintf (stderr, "%s\n", error->message);
  exit (1);
}

static void
ask (ExStore *store, const Question *question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) spans = NULL;
  g_autoptr (ExSpan) span = NULL;

  if (question->grain != 0)
    spans = ex_store_read_spans (store, question->grain, question->segment, NULL, &error);
  else
    span = ex_store_read_span (store, question->first, question->last, question->segment, NULL, &error);
  fail_on (error);
}

static int
time_spans (const char *path)
{
  static const Question questions[] = {
    { "every month", EX_GRAIN_MONTH, 0, 0, EX_COMPANY_ONLY },
    { "every month and segment", EX_GRAIN_MONTH, 0, 0, EX_EVERY_SEGMENT },
    { "every quarter, one segment", EX_GRAIN_QUARTER, 0, 0, 1 },
    { "a cycle of twelve months, every segment", 0, 2025 * 12 + 9, 2026 * 12 + 8, EX_EVERY_SEGMENT },
    { "an odd span of seven months", 0, 2026 * 12 + 2, 2026 * 12 + 8, EX_COMPANY_ONLY },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ExStore) store = ex_store_open (path, &error);

  fail_on (error);
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      double least = 0;

      for (int round = 0; round < ROUNDS; round++)
        {
          gint64 start = g_get_monotonic_time ();
          double taken;

          ask (store, &questions[i]);
          taken = (double) (g_get_monotonic_time () - start) / 1000;
          least = round == 0 ? taken : MIN (least, taken);
        }
      printf ("%s\t%.1f\n", questions[i].name, least);
    }
  return 0;
}

int
main (int argc, char **argv)
{
  if (argc > 2 && strcmp (argv[1], "run") == 0)
    return run (argv + 2);
  if (argc == 3 && strcmp (argv[1], "spans") == 0)
    return time_spans (argv[2]);
  return 2;
}
