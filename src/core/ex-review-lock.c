#include "config.h"

#include "ex-review-lock.h"

#include <glib/gi18n-lib.h>

ExReviewLock *
ex_review_lock_new (const char   *leader_name,
                    const char   *cycle_name,
                    ExReviewState state,
                    gboolean      closed)
{
  ExReviewLock *self = g_new0 (ExReviewLock, 1);

  self->leader_name = g_strdup (leader_name);
  self->cycle_name = g_strdup (cycle_name);
  self->state = state;
  self->closed = closed;

  return self;
}

void
ex_review_lock_free (ExReviewLock *self)
{
  if (self == NULL)
    return;

  g_free (self->leader_name);
  g_free (self->cycle_name);
  g_free (self);
}

static char *
say_closed (const ExReviewLock *self)
{
  return g_strdup_printf (_("The cycle “%s” is closed: nothing in it changes."), self->cycle_name);
}

static gboolean
same_words (const ExObjective *a,
            const ExObjective *b)
{
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->description, b->description) == 0 && g_strcmp0 (a->stage, b->stage) == 0;
}

static gboolean
differs (const ExObjective *a,
         const ExObjective *b)
{
  return ex_objective_differs_by_amendment (a, b) || ex_objective_differs_for_good (a, b) || g_strcmp0 (a->leader_id, b->leader_id) != 0
         || g_strcmp0 (a->cycle_id, b->cycle_id) != 0;
}

char *
ex_review_lock_objective (const ExReviewLock *self,
                          const ExObjective  *before,
                          const ExObjective  *after)
{
  const char *state = ex_review_state_label (self->state);

  if (self->state == EX_REVIEW_DRAFTING && !self->closed)
    return NULL;
  if (before != NULL && after != NULL && !differs (before, after) && same_words (before, after))
    return NULL;
  if (self->closed)
    return say_closed (self);
  if (self->state == EX_REVIEW_SIGNED)
    return g_strdup_printf (_("The review of %s is signed: its objectives do not change."), self->leader_name);
  if (before == NULL)
    return g_strdup_printf (_("The review of %s is %s: no objective is added to it, unless it is sent back."), self->leader_name, state);
  if (after == NULL)
    return g_strdup_printf (_("The review of %s is %s: none of its objectives is removed, unless it is sent back."), self->leader_name, state);
  if (!differs (before, after))
    return NULL;
  return g_strdup_printf (_("The review of %s is %s: ladder, weight, aggregate, due date and links of its objectives change by an amendment, "
                            "title, description and journey stage freely, the rest after it was sent back."),
                          self->leader_name, state);
}

char *
ex_review_lock_check_in (const ExReviewLock *self)
{
  if (self->closed)
    return say_closed (self);
  if (self->state < EX_REVIEW_ASSESSED)
    return NULL;
  return g_strdup_printf (_("The review of %s is %s: its check-ins do not change."), self->leader_name, ex_review_state_label (self->state));
}
