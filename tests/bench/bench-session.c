/* How soon the window knows of a rating that was typed: bench-session FILE [LEADER], a company whose cycle is in assess, which is written to.
 * A line each, TAB between: what, the median milliseconds from the call to the callback, when everything that pages show was read anew. */
#include "config.h"

#include "app/ex-session.h"
#include "store/ex-store-reviews.h"

#include <stdio.h>
#include <stdlib.h>

#define ROUNDS 15

typedef struct
{
  GMainLoop *loop;
  ExSession *session;
} Bench;

static void
fail_on (GError *error)
{
  if (error == NULL)
    return;
  fprintf (stderr, "%s\n", error->message);
  exit (1);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;

  bench->session = ex_session_open_finish (result, &error);
  fail_on (error);
  g_main_loop_quit (bench->loop);
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ex_session_call_finish (EX_SESSION (source), result, &error);
  fail_on (error);
  g_main_loop_quit (((Bench *) data)->loop);
}

static gpointer
nothing (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (1);
}

static gpointer
save_rating (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_save_rating (store, data, error));
}

static void
wait_for_actor (Bench *bench, const char *actor)
{
  ex_session_set_actor (bench->session, actor);
  ex_session_read_async (bench->session, nothing, NULL, NULL, NULL, NULL, called_cb, bench);
  g_main_loop_run (bench->loop);
}

/* As @actor: HR's list of what is next is the longest. */
static void
rate (Bench *bench, const char *leader_id, const char *actor, const char *name)
{
  ExCompany *company = ex_session_get_company (bench->session);
  guint n;
  const guint *own = ex_company_leader_objectives (company, (guint) ex_company_find_leader (company, leader_id), &n);
  double times[ROUNDS];

  wait_for_actor (bench, actor);
  for (guint i = 0; i < ROUNDS; i++)
    {
      ExRating *rating = ex_rating_new (ex_company_get_objective (ex_session_get_company (bench->session), own[0])->id, EX_ROLE_SELF, leader_id);
      gint64 start = g_get_monotonic_time ();

      rating->rating = 1 + (int) (i % 5);
      rating->comment = g_strdup_printf ("As I see it, round %u", i);
      ex_session_write_quietly_async (bench->session, "Draft a self-assessment", save_rating, rating, (GDestroyNotify) ex_rating_free, NULL, NULL,
                                      called_cb, bench);
      g_main_loop_run (bench->loop);
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }
  qsort (times, ROUNDS, sizeof *times, compare_doubles);
  printf ("%s\t%.3f\n", name, times[ROUNDS / 2]);
}

int
main (int argc, char **argv)
{
  Bench bench = { g_main_loop_new (NULL, FALSE), NULL };
  const char *leader_id;

  if (argc != 2 && argc != 3)
    return 2;
  ex_session_open_async (argv[1], NULL, opened_cb, &bench);
  g_main_loop_run (bench.loop);
  leader_id = argc > 2 ? argv[2] : ex_company_get_leader (ex_session_get_company (bench.session), 0)->id;
  rate (&bench, leader_id, leader_id, "keep a rating, seen by the leader");
  rate (&bench, leader_id, EX_STORE_HR, "keep a rating, seen by HR");
  g_object_unref (bench.session);
  g_main_loop_unref (bench.loop);
  return 0;
}
