#include "config.h"

#include "ex-review-actions.h"

#include "core/ex-format.h"
#include "ex-alert.h"
#include "ex-missing-dialog.h"
#include "ex-reason-dialog.h"
#include "ex-review-words.h"
#include "ex-reviewer-dialog.h"
#include "ex-window.h"
#include "ex-work.h"
#include "store/ex-store-reviews.h"

#include <glib/gi18n.h>

/* --- for whom --------------------------------------------------------------------------------------------------------------------- */

static gboolean
fits_state (const ExReviews *reviews, guint leader, ExStep step)
{
  const ExReview *review = ex_reviews_get (reviews, leader);
  gboolean counts = !review->excused;

  switch (step)
    {
    case EX_STEP_AGREE:
      return counts && review->state == EX_REVIEW_DRAFTING;
    case EX_STEP_SELF_ASSESS:
      return counts && review->state == EX_REVIEW_AGREED;
    case EX_STEP_ASSESS:
      return counts && review->state == EX_REVIEW_SELF_ASSESSED;
    case EX_STEP_CALIBRATE:
    case EX_STEP_SIGN:
    case EX_STEP_DISSENT:
      return counts && review->state == EX_REVIEW_ASSESSED;
    case EX_STEP_REOPEN:
      return review->excused || review->state == EX_REVIEW_SIGNED;
    case EX_STEP_SEND_BACK:
      return counts && review->state > EX_REVIEW_DRAFTING && review->state < EX_REVIEW_SIGNED;
    case EX_STEP_MOVE:
      return counts && review->state < EX_REVIEW_SIGNED && !ex_reviews_is_top (reviews, leader);
    case EX_STEP_EXCUSE:
    case EX_STEP_OBSERVE:
    default:
      return counts && review->state < EX_REVIEW_SIGNED;
    }
}

gboolean
ex_review_step_applies (const ExReviews *reviews, guint leader, ExStep step, int viewer)
{
  g_autofree char *forbidden = NULL;

  g_return_val_if_fail (reviews != NULL, FALSE);

  if (viewer == EX_NO_ONE || ex_reviews_get_cycle (reviews)->phase == EX_PHASE_CLOSED || !ex_reviews_takes_part (reviews, leader)
      || !fits_state (reviews, leader, step))
    return FALSE;
  if (viewer == EX_NOBODY)
    return TRUE;
  forbidden = ex_step_forbids (reviews, leader, step, viewer);
  return forbidden == NULL;
}

/* --- doing it ------------------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  GtkWidget *parent;
  ExSession *session;
  ExStep     step;
  char      *cycle_id;
  char     **leader_ids;
  guint      n;
  char      *why;
  char      *to;
  ExWork    *work;    /* of several */
  GPtrArray *refused; /* (nullable) (element-type utf8) */
} Taking;

static void
taking_free (Taking *self)
{
  g_clear_object (&self->parent);
  g_clear_object (&self->session);
  g_free (self->cycle_id);
  g_strfreev (self->leader_ids);
  g_free (self->why);
  g_free (self->to);
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taking, taking_free)

static gpointer
take_in_worker (ExStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Taking *self = data;

  if (self->n == 1)
    return GINT_TO_POINTER (ex_store_take_step (store, self->cycle_id, self->leader_ids[0], self->step, self->why, self->to, error));
  return GINT_TO_POINTER (ex_store_take_steps (store, self->cycle_id, (const char * const *) self->leader_ids, self->step, self->why, self->to, TRUE,
                                               ex_work_progress, self->work, cancellable, &self->refused, error));
}

static void
say_refused (Taking *self)
{
  guint done = self->n - self->refused->len;
  g_autofree char *left = ex_format_integer (self->refused->len);
  g_autofree char *all = ex_format_integer (self->n);
  g_autofree char *heading = g_strdup_printf (ngettext ("%s of %s review was left out", "%s of %s reviews were left out", self->n), left, all);
  g_autofree char *words = done > 0 ? ex_review_done_text (self->step, done) : g_strdup (_("Nothing was changed"));
  /* Translators: what was done; then follows a list */
  g_autofree char *body = g_strdup_printf (_("%s. Left out, and why:"), words);

  ex_missing_dialog_present_refused (self->parent, heading, body, self->refused, ex_session_get_reviews (self->session),
                                     (const char * const *) self->leader_ids);
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Taking) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ex_session_call_finish (EX_SESSION (source), result, &error) != NULL;

  g_clear_pointer (&self->work, ex_work_end);
  if (gtk_widget_get_root (self->parent) == NULL)
    return;
  if (!done && error != NULL)
    ex_alert_error (self->parent, _("Nothing was changed"), error);
  else if (self->refused != NULL && self->refused->len > 0)
    say_refused (self);
}

static void
write_steps (Taking *self)
{
  const char *name = ex_review_action_name (self->step, self->n > 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  if (self->n > 1)
    self->work = ex_work_start (self->parent, _(name), cancellable);
  ex_session_write_async (self->session, name, take_in_worker, self, NULL, NULL, cancellable, taken_cb, self);
}

/* --- asking --------------------------------------------------------------------------------------------------------------------------- */

static void
reason_cb (GtkWidget *parent, const char *why, gpointer data)
{
  Taking **self = data;

  (*self)->why = g_strdup (why);
  write_steps (g_steal_pointer (self));
}

static void
reviewer_cb (GtkWidget *parent, const char *to, const char *why, gpointer data)
{
  Taking **self = data;

  (*self)->to = g_strdup (to);
  (*self)->why = g_strdup (why);
  write_steps (g_steal_pointer (self));
}

static void
yes_cb (GtkWidget *parent, gpointer data)
{
  Taking **self = data;

  write_steps (g_steal_pointer (self));
}

/* What a dialog holds: the taking, until it is taken. */
static Taking **
hold (Taking *self)
{
  Taking **place = g_new (Taking *, 1);

  *place = self;
  return place;
}

static void
let_go (gpointer data)
{
  Taking **place = data;

  g_clear_pointer (place, taking_free);
  g_free (place);
}

static const char *
name_of (Taking *self, const ExReviews *reviews)
{
  int leader = ex_company_find_leader (ex_reviews_get_company (reviews), self->leader_ids[0]);

  return leader >= 0 ? ex_company_get_leader (ex_reviews_get_company (reviews), (guint) leader)->name : self->leader_ids[0];
}

/* A question about one by name, about several by number. (transfer full) */
static char *
question (Taking *self, const ExReviews *reviews)
{
  const char *name = name_of (self, reviews);
  g_autofree char *number = ex_format_integer (self->n);

  switch (self->step)
    {
    case EX_STEP_EXCUSE:
      return self->n == 1 ? g_strdup_printf (_("Excuse %s?"), name)
                          : g_strdup_printf (ngettext ("Excuse %s leader?", "Excuse %s leaders?", self->n), number);
    case EX_STEP_REOPEN:
      return self->n == 1 ? g_strdup_printf (_("Re-open the review of %s?"), name)
                          : g_strdup_printf (ngettext ("Re-open %s review?", "Re-open %s reviews?", self->n), number);
    case EX_STEP_SEND_BACK:
      return self->n == 1 ? g_strdup_printf (_("Send the review of %s back?"), name)
                          : g_strdup_printf (ngettext ("Send %s review back?", "Send %s reviews back?", self->n), number);
    case EX_STEP_SIGN:
    default:
      return self->n == 1 ? g_strdup_printf (_("Sign the review of %s?"), name)
                          : g_strdup_printf (ngettext ("Sign %s review?", "Sign %s reviews?", self->n), number);
    }
}

static const char *
consequence (ExStep step)
{
  switch (step)
    {
    case EX_STEP_EXCUSE:
      return _("An excused review counts nowhere and holds up nobody. Re-opening takes it back.");
    case EX_STEP_REOPEN:
      return _("A signed review is assessed again, without its signatures; what was signed stays in the history. An excused one counts again.");
    case EX_STEP_SEND_BACK:
      return _("It goes back by one step: to be drafted, assessed or signed anew. What was rated and written stays.");
    case EX_STEP_SIGN:
    default:
      return _("After the leader’s signature nothing in the review can change. This cannot be undone: only HR can re-open it, with a reason.");
    }
}

static const char *
button_label (ExStep step)
{
  switch (step)
    {
    case EX_STEP_EXCUSE:
      return _("_Excuse");
    case EX_STEP_REOPEN:
      return _("Re-o_pen");
    case EX_STEP_SEND_BACK:
      return _("_Send Back");
    case EX_STEP_SIGN:
    default:
      return _("_Sign");
    }
}

static void
ask_for_reason (Taking *self, const ExReviews *reviews)
{
  g_autofree char *heading = question (self, reviews);
  g_autofree char *body = self->step == EX_STEP_SIGN
                          ? g_strdup_printf ("%s %s", _("You sign for somebody who cannot, or will not: say why."), consequence (self->step))
                          : g_strdup (consequence (self->step));

  ex_reason_dialog_present (self->parent, heading, body, button_label (self->step), reason_cb, hold (self), let_go);
}

static void
ask (Taking *self, const ExReviews *reviews, gboolean reason)
{
  g_autofree char *heading = NULL;

  if (self->step == EX_STEP_MOVE)
    ex_reviewer_dialog_present (self->parent, self->session, (const char * const *) self->leader_ids, reviewer_cb, hold (self), let_go);
  else if (reason)
    ask_for_reason (self, reviews);
  else if (self->step == EX_STEP_SIGN)
    {
      heading = question (self, reviews);
      ex_alert_ask (self->parent, heading, consequence (self->step), button_label (self->step), FALSE, yes_cb, hold (self), let_go);
    }
  else
    write_steps (self);
}

/* --- doors ------------------------------------------------------------------------------------------------------------------------------ */

/* TRUE: nothing stands in the way of the one review, but for what is asked for next. */
static gboolean
passes (GtkWidget *parent, ExReviews *reviews, guint leader, ExStep step, int viewer)
{
  const char *name = ex_company_get_leader (ex_reviews_get_company (reviews), leader)->name;
  g_autofree char *forbidden = viewer != EX_NO_ONE ? ex_step_forbids (reviews, leader, step, viewer) : g_strdup (_("Say first who you are."));
  g_autofree char *heading = ex_review_cannot_text (step, name);
  g_autoptr (GPtrArray) missing = NULL;

  if (forbidden != NULL)
    {
      ex_alert_show (parent, heading, forbidden);
      return FALSE;
    }
  /* The rest the dialog says, of whom is chosen. */
  if (step == EX_STEP_MOVE && ex_review_step_applies (reviews, leader, step, viewer))
    return TRUE;
  missing = ex_step_missing (reviews, leader, step, "-", EX_NO_ONE);
  if (missing->len == 0)
    return TRUE;
  ex_missing_dialog_present (parent, heading, missing, reviews);
  return FALSE;
}

/* (transfer full) those of them that the step is something for; a reason is wanted if one of them wants it. */
static char **
choose (const ExReviews *reviews, const char * const *leader_ids, ExStep step, int viewer, gboolean *reason)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; leader_ids[i] != NULL; i++)
    {
      int leader = ex_company_find_leader (ex_reviews_get_company (reviews), leader_ids[i]);

      if (leader < 0 || !ex_review_step_applies (reviews, (guint) leader, step, viewer))
        continue;
      g_strv_builder_add (ids, leader_ids[i]);
      *reason = *reason || ex_step_needs_reason (reviews, (guint) leader, step, viewer);
    }
  return g_strv_builder_end (ids);
}

void
ex_review_actions_take (GtkWidget *parent, ExSession *session, ExStep step, const char * const *leader_ids)
{
  ExReviews *reviews;
  gboolean reason = FALSE;
  g_auto (GStrv) ids = NULL;
  Taking *self;
  int leader, viewer;

  g_return_if_fail (GTK_IS_WIDGET (parent) && EX_IS_SESSION (session));
  g_return_if_fail (leader_ids != NULL && leader_ids[0] != NULL);

  reviews = ex_session_get_reviews (session);
  viewer = ex_review_viewer (session);
  leader = reviews != NULL ? ex_company_find_leader (ex_reviews_get_company (reviews), leader_ids[0]) : -1;
  if (leader < 0 || (leader_ids[1] == NULL && !passes (parent, reviews, (guint) leader, step, viewer)))
    return;
  ids = choose (reviews, leader_ids, step, viewer, &reason);
  if (ids[0] == NULL)
    return;
  self = g_new0 (Taking, 1);
  *self = (Taking) { g_object_ref (parent), g_object_ref (session), step, g_strdup (ex_reviews_get_cycle (reviews)->id), NULL, g_strv_length (ids) };
  self->leader_ids = g_steal_pointer (&ids);
  ask (self, reviews, reason);
}
