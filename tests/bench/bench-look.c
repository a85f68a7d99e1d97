/* What it costs to have a company open and look at it: bench-look FILE. Prints the megabytes in use once everything is read. */
#include "config.h"

#include "app/ex-session.h"

#include <stdio.h>
#include <stdlib.h>

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  ExSession **session = data;

  *session = ex_session_open_finish (result, &error);
  if (*session == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      exit (1);
    }
}

static double
megabytes_in_use (void)
{
  g_autofree char *text = NULL;
  guint64 pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*s %" G_GUINT64_FORMAT, &pages);
  return (double) pages * 4096 / 1024 / 1024;
}

int
main (int argc, char **argv)
{
  ExSession *session = NULL;

  if (argc != 2)
    return 2;
  ex_session_open_async (argv[1], NULL, opened_cb, &session);
  while (session == NULL)
    g_main_context_iteration (NULL, TRUE);
  printf ("%.1f\n", megabytes_in_use ());
  g_object_unref (session);
  return 0;
}
