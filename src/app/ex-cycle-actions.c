#include "config.h"

#include "ex-cycle-actions.h"

#include "ex-advance-dialog.h"
#include "ex-alert.h"
#include "ex-cycle-close.h"
#include "ex-cycle-dialog.h"
#include "ex-reason-dialog.h"
#include "ex-window.h"
#include "ex-work.h"
#include "store/ex-store-reviews.h"

#include <glib/gi18n.h>

static const ExCycle *
cycle_of (ExSession *session)
{
  return ex_company_get_cycle (ex_session_get_company (session));
}

static gboolean
is_hr (ExSession *session)
{
  return g_str_equal (ex_session_get_actor (session), EX_STORE_HR);
}

/* --- what is possible --------------------------------------------------------------------------------------------------- */

char *
ex_cycle_forbids (ExSession *session)
{
  ExCompany *company = ex_session_get_company (session);
  int index = ex_company_find_leader (company, ex_session_get_actor (session));

  if (is_hr (session))
    return NULL;
  if (index < 0)
    return g_strdup (_("Only HR moves a cycle on."));
  return g_strdup_printf (_("Only HR moves a cycle on. You are viewing as %s."), ex_company_get_leader (company, (guint) index)->name);
}

gboolean
ex_cycle_is_editable (ExSession *session)
{
  const ExCycle *cycle = cycle_of (session);

  return cycle != NULL && cycle->phase != EX_PHASE_CLOSED && is_hr (session);
}

char *
ex_cycle_advance_label (const ExCycle *cycle)
{
  if (cycle->phase >= EX_PHASE_SIGN)
    return NULL;
  /* Translators: %s is the next phase of the cycle */
  return g_strdup_printf (_("_Advance to %s…"), ex_phase_label (cycle->phase + 1));
}

char *
ex_cycle_back_label (const ExCycle *cycle)
{
  if (cycle->phase == EX_PHASE_PLAN || cycle->phase == EX_PHASE_CLOSED)
    return NULL;
  /* Translators: %s is the phase of the cycle before this one */
  return g_strdup_printf (_("_Back to %s…"), ex_phase_label (cycle->phase - 1));
}

void
ex_cycle_actions_update (GtkWidget *window, ExSession *session)
{
  const ExCycle *cycle = session != NULL ? cycle_of (session) : NULL;
  gboolean may = session != NULL && is_hr (session), can = may && cycle != NULL;

  gtk_widget_action_set_enabled (window, "win.new-cycle", may);
  gtk_widget_action_set_enabled (window, "win.edit-cycle", cycle != NULL);
  gtk_widget_action_set_enabled (window, "win.advance-cycle", can && cycle->phase < EX_PHASE_SIGN);
  gtk_widget_action_set_enabled (window, "win.back-cycle", can && cycle->phase > EX_PHASE_PLAN && cycle->phase < EX_PHASE_CLOSED);
  gtk_widget_action_set_enabled (window, "win.close-cycle", can && cycle->phase == EX_PHASE_SIGN);
  gtk_widget_action_set_enabled (window, "win.reopen-cycle", can && cycle->phase == EX_PHASE_CLOSED);
}

/* --- a step in the worker --------------------------------------------------------------------------------------------------- */

typedef struct
{
  ExSessionFunc func;
  char         *cycle_id;
  char         *why;
} Step;

typedef struct
{
  GtkWidget  *window;
  ExWork     *work;
  const char *failure; /* the heading when it fails */
} Running;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->cycle_id);
  g_free (step->why);
  g_free (step);
}

static void
stepped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Running *running = data;
  g_autoptr (GError) error = NULL;

  ex_work_end (running->work);
  if (ex_session_call_finish (EX_SESSION (source), result, &error) == NULL)
    ex_alert_error (running->window, running->failure, error);
  g_object_unref (running->window);
  g_free (running);
}

static gpointer
advance_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_advance_cycle (store, ((Step *) data)->cycle_id, error));
}

static gpointer
back_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_back_cycle (store, ((Step *) data)->cycle_id, ((Step *) data)->why, error));
}

static gpointer
close_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_close_cycle (store, ((Step *) data)->cycle_id, error));
}

static gpointer
reopen_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (ex_store_reopen_cycle (store, ((Step *) data)->cycle_id, ((Step *) data)->why, error));
}

/* What is done, as History keeps it; what is said while it is done; and when it fails. */
typedef struct
{
  ExSessionFunc func;
  const char   *name;
  const char   *doing;
  const char   *failure;
} Verb;

static const Verb verbs[] = {
  { advance_in_worker, N_("Advance a cycle"), N_("Advancing the cycle…"), N_("The cycle could not be advanced") },
  { back_in_worker, N_("Take a cycle back"), N_("Taking the cycle back…"), N_("The cycle could not be taken back") },
  { close_in_worker, N_("Close a cycle"), N_("Closing the cycle…"), N_("The cycle could not be closed") },
  { reopen_in_worker, N_("Re-open a cycle"), N_("Opening the cycle again…"), N_("The cycle could not be re-opened") },
};

enum { ADVANCE, BACK, CLOSE, REOPEN };

/* Of the cycle that was asked about: another may be in view by now. @why: (nullable). */
static void
take_step (GtkWidget *window, guint verb, const char *cycle_id, const char *why)
{
  ExSession *session = ex_window_get_session (EX_WINDOW (window));
  Running *running;
  Step *step;

  if (session == NULL)
    return;
  running = g_new0 (Running, 1);
  step = g_new0 (Step, 1);
  step->cycle_id = g_strdup (cycle_id);
  step->why = g_strdup (why);
  running->window = g_object_ref (window);
  running->work = ex_work_start (window, _(verbs[verb].doing), NULL);
  running->failure = _(verbs[verb].failure);
  ex_session_write_async (session, verbs[verb].name, verbs[verb].func, step, step_free, NULL, NULL, stepped_cb, running);
}

/* The session of @widget's window when the cycle in view may be moved; NULL: an action came too late. */
static ExSession *
movable (GtkWidget *window)
{
  ExSession *session = ex_window_get_session (EX_WINDOW (window));

  return session != NULL && cycle_of (session) != NULL && is_hr (session) ? session : NULL;
}

/* --- advance, back, re-open ---------------------------------------------------------------------------------------------------- */

static void
advance_cb (GtkWidget *window, gpointer data)
{
  take_step (window, ADVANCE, data, NULL);
}

static void
advance_action_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  ExSession *session = movable (window);

  if (session != NULL)
    ex_advance_dialog_present (window, ex_session_get_reviews (session), advance_cb, g_strdup (cycle_of (session)->id), g_free);
}

static void
back_cb (GtkWidget *window, const char *why, gpointer data)
{
  take_step (window, BACK, data, why);
}

static const char *
back_body (ExPhase phase)
{
  switch (phase)
    {
    case EX_PHASE_SIGN:
      return _("Leaders see no ratings until the cycle is in Sign again. Signatures that are there stay.");
    case EX_PHASE_CALIBRATE:
      return _("Ratings that were adjusted stay adjusted. Nobody’s review moves.");
    case EX_PHASE_ASSESS:
      return _("Nobody can rate themselves until the cycle is in Assess again. Nobody’s review moves.");
    case EX_PHASE_RUN:
    case EX_PHASE_PLAN:
    case EX_PHASE_CLOSED:
    default:
      return _("Nobody’s review moves: what is agreed stays agreed.");
    }
}

static void
back_action_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  ExSession *session = movable (window);
  const ExCycle *cycle = session != NULL ? cycle_of (session) : NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  if (cycle == NULL || cycle->phase == EX_PHASE_PLAN || cycle->phase == EX_PHASE_CLOSED)
    return;
  /* Translators: a cycle's name, and a phase */
  heading = g_strdup_printf (_("Take %s back to %s?"), cycle->name, ex_phase_label (cycle->phase - 1));
  body = g_strdup_printf (_("%s The reason stays in the history."), back_body (cycle->phase));
  ex_reason_dialog_present (window, heading, body, _("_Take Back"), back_cb, g_strdup (cycle->id), g_free);
}

static void
reopen_cb (GtkWidget *window, const char *why, gpointer data)
{
  take_step (window, REOPEN, data, why);
}

/* (transfer full) */
static char *
reopen_body (ExSession *session)
{
  const char *words = _("It goes back to Sign. What was signed stays signed until HR re-opens a review; that it was closed, and the reason, stay "
                        "in the history.");
  guint runs = ex_session_get_reward_runs (session)->len;

  if (runs == 0)
    return g_strdup (words);
  /* Translators: a sentence, and the numbers of two versions of the rewards */
  return g_strdup_printf (_("%s Version %u of the rewards stays as it was frozen; the next close makes version %u beside it."), words, runs, runs + 1);
}

static void
reopen_action_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  ExSession *session = movable (window);
  const ExCycle *cycle = session != NULL ? cycle_of (session) : NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  if (cycle == NULL || cycle->phase != EX_PHASE_CLOSED)
    return;
  heading = g_strdup_printf (_("Open %s again?"), cycle->name);
  body = reopen_body (session);
  ex_reason_dialog_present (window, heading, body, _("_Re-open"), reopen_cb, g_strdup (cycle->id), g_free);
}

static void
close_cb (GtkWidget *window, gpointer data)
{
  take_step (window, CLOSE, data, NULL);
}

static void
close_action_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  ExSession *session = movable (window);

  if (session != NULL)
    ex_cycle_close_ask (window, session, close_cb);
}

/* --- the editor ----------------------------------------------------------------------------------------------------------------------- */

static void
show_dialog (GtkWidget *window, const ExCycle *cycle)
{
  GtkWidget *dialog = ex_cycle_dialog_new (ex_window_get_session (EX_WINDOW (window)), cycle);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
new_action_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  show_dialog (window, NULL);
}

static void
edit_action_cb (GtkWidget *window, const char *name, GVariant *parameter)
{
  show_dialog (window, cycle_of (ex_window_get_session (EX_WINDOW (window))));
}

void
ex_cycle_actions_install (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.new-cycle", NULL, new_action_cb);
  gtk_widget_class_install_action (window_class, "win.edit-cycle", NULL, edit_action_cb);
  gtk_widget_class_install_action (window_class, "win.advance-cycle", NULL, advance_action_cb);
  gtk_widget_class_install_action (window_class, "win.back-cycle", NULL, back_action_cb);
  gtk_widget_class_install_action (window_class, "win.close-cycle", NULL, close_action_cb);
  gtk_widget_class_install_action (window_class, "win.reopen-cycle", NULL, reopen_action_cb);
}
