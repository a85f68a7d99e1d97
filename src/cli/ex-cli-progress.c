#include "config.h"

#include "ex-cli-progress.h"

#include <math.h>
#include <stdio.h>
#include <unistd.h>

/* One work at a time, in one thread: it is a terminal's one line. */
static char *work;
static int   shown = -1; /* percent */

void
ex_cli_progress_start (const char *what)
{
  ex_cli_progress_end ();
  if (isatty (STDERR_FILENO))
    work = g_strdup (what);
}

void
ex_cli_progress_show (double fraction, gpointer data)
{
  int percent = (int) floor (CLAMP (fraction, 0, 1) * 100);

  if (work == NULL || percent == shown)
    return;

  shown = percent;
  fprintf (stderr, "\r%s: %d %%", work, percent);
  fflush (stderr);
}

void
ex_cli_progress_end (void)
{
  if (shown >= 0)
    fputs ("\r\033[K", stderr);
  shown = -1;
  g_clear_pointer (&work, g_free);
}
