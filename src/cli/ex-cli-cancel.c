#include "config.h"

#include "ex-cli-cancel.h"

#include <glib-unix.h>

#include <signal.h>

static const int signals[] = { SIGINT, SIGTERM, SIGHUP };

static struct
{
  GCancellable *cancellable; /* NULL: nothing goes on */
  GMainContext *context;     /* in which a thread waits for signals */
  GMainLoop    *loop;
  GThread      *thread;
} now;

static gboolean
signal_cb (gpointer data)
{
  int number = GPOINTER_TO_INT (data);

  if (g_cancellable_is_cancelled (now.cancellable))
    {
      signal (number, SIG_DFL);
      raise (number);
    }
  g_cancellable_cancel (now.cancellable);

  return G_SOURCE_CONTINUE;
}

static gpointer
wait_for_signals (gpointer data)
{
  g_main_loop_run (now.loop);

  return NULL;
}

/* What runs in the background, or after its terminal is gone, has been told to go on. */
static gboolean
is_ignored (int number)
{
  struct sigaction action;

  return sigaction (number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

static void
listen_to (int number)
{
  g_autoptr (GSource) source = NULL;

  if (is_ignored (number))
    return;

  source = g_unix_signal_source_new (number);
  g_source_set_callback (source, signal_cb, GINT_TO_POINTER (number), NULL);
  g_source_attach (source, now.context);
}

GCancellable *
ex_cli_cancel_begin (void)
{
  g_return_val_if_fail (now.cancellable == NULL, NULL);

  now.cancellable = g_cancellable_new ();
  now.context = g_main_context_new ();
  now.loop = g_main_loop_new (now.context, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    listen_to (signals[i]);
  now.thread = g_thread_new ("ex-signals", wait_for_signals, NULL);

  return now.cancellable;
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (now.loop);

  return G_SOURCE_REMOVE;
}

void
ex_cli_cancel_end (void)
{
  g_autoptr (GSource) quit = NULL;

  g_return_if_fail (now.cancellable != NULL);

  quit = g_idle_source_new (); /* so that a loop that does not run yet does so first */
  g_source_set_callback (quit, quit_cb, NULL, NULL);
  g_source_attach (quit, now.context);
  g_clear_pointer (&now.thread, g_thread_join);
  g_clear_pointer (&now.loop, g_main_loop_unref);
  g_clear_pointer (&now.context, g_main_context_unref);
  g_clear_object (&now.cancellable);
}
