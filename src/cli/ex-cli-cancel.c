#include "config.h"

#include "ex-cli-cancel.h"

#include <pthread.h>
#include <signal.h>

static struct
{
  GCancellable *cancellable; /* NULL: nothing goes on */
  sigset_t      signals;
  sigset_t      before;      /* what was blocked then */
  pthread_t     thread;
  gint          ended;
} now;

/* A signal may come at any instruction, in which nothing may be done; so a thread of its own waits for it. */
static void *
wait_for_signals (void *data)
{
  int number;

  while (sigwait (&now.signals, &number) == 0 && g_atomic_int_get (&now.ended) == 0)
    {
      if (g_cancellable_is_cancelled (now.cancellable))
        {
          pthread_sigmask (SIG_UNBLOCK, &now.signals, NULL);
          raise (number);
        }
      g_cancellable_cancel (now.cancellable);
    }

  return NULL;
}

GCancellable *
ex_cli_cancel_begin (void)
{
  g_return_val_if_fail (now.cancellable == NULL, NULL);

  now.cancellable = g_cancellable_new ();
  g_atomic_int_set (&now.ended, 0);
  sigemptyset (&now.signals);
  sigaddset (&now.signals, SIGINT);
  sigaddset (&now.signals, SIGTERM);
  sigaddset (&now.signals, SIGHUP);
  pthread_sigmask (SIG_BLOCK, &now.signals, &now.before);
  if (pthread_create (&now.thread, NULL, wait_for_signals, NULL) != 0)
    {
      pthread_sigmask (SIG_SETMASK, &now.before, NULL); /* then it ends the program, as ever */
      g_atomic_int_set (&now.ended, 1);
    }

  return now.cancellable;
}

void
ex_cli_cancel_end (void)
{
  g_return_if_fail (now.cancellable != NULL);

  if (g_atomic_int_compare_and_exchange (&now.ended, 0, 1))
    {
      pthread_kill (now.thread, SIGTERM);
      pthread_join (now.thread, NULL);
      pthread_sigmask (SIG_SETMASK, &now.before, NULL);
    }
  g_clear_object (&now.cancellable);
}
