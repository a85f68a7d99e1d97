#include "config.h"

#include "ex-cli-progress.h"

#include "core/ex-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <unistd.h>

#define SURE_AFTER G_USEC_PER_SEC /* before, nobody can say how long it will take */

/* One work at a time, in one thread: it is a terminal's one line. */
static char   *work;
static int     shown = -1; /* percent */
static guint64 n_rows;     /* 0: it has none */
static gint64  began;      /* monotonic time */

void
ex_cli_progress_start (const char *what)
{
  ex_cli_progress_end ();
  if (!isatty (STDERR_FILENO))
    return;

  work = g_strdup (what);
  began = g_get_monotonic_time ();
}

void
ex_cli_progress_rows (guint64 rows, gpointer data)
{
  n_rows = rows;
}

static void
append_time_left (GString *line, double fraction)
{
  gint64 passed = g_get_monotonic_time () - began;
  guint left = (guint) ceil ((double) passed / G_USEC_PER_SEC * (1 - fraction) / fraction);

  if (passed < SURE_AFTER || left == 0)
    return;
  g_string_append_printf (line, left < 120 ? _(", about %u s left") : _(", about %u min left"), left < 120 ? left : (left + 30) / 60);
}

void
ex_cli_progress_show (double fraction, gpointer data)
{
  int percent = (int) floor (CLAMP (fraction, 0, 1) * 100);
  g_autoptr (GString) line = NULL;

  if (work == NULL || percent == shown)
    return;

  shown = percent;
  line = g_string_new (NULL);
  g_string_append_printf (line, "%s: %d %%", work, percent);
  if (n_rows > 0)
    {
      g_autofree char *rows = ex_format_integer ((gint64) n_rows);

      g_string_append_printf (line, ngettext (", %s row", ", %s rows", (gulong) n_rows), rows);
    }
  if (percent > 0)
    append_time_left (line, fraction);
  fprintf (stderr, "\r%s\033[K", line->str);
  fflush (stderr);
}

void
ex_cli_progress_end (void)
{
  if (shown >= 0)
    fputs ("\r\033[K", stderr);
  shown = -1;
  n_rows = 0;
  g_clear_pointer (&work, g_free);
}
