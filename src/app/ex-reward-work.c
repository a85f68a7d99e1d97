#include "config.h"

#include "ex-reward-work.h"

/* Everything that an answer is made of, held while the thread looks at it. */
typedef struct
{
  ExReviews     *reviews;
  ExAsset       *asset;  /* (nullable) */
  GHashTable    *spells;
  ExRewardTerms *terms;
  ExWhatIf       what_if;
  gboolean       has_what_if;
} Question;

struct _ExRewardWork
{
  ExRewardAnswer answer;
  gpointer       data;
  GCancellable  *running; /* (nullable) of the question that is being answered */
  Question      *waiting; /* (nullable) */
};

static void
question_free (gpointer data)
{
  Question *self = data;

  ex_reviews_unref (self->reviews);
  g_clear_pointer (&self->asset, ex_asset_unref);
  g_clear_pointer (&self->spells, g_hash_table_unref);
  ex_reward_terms_free (self->terms);
  g_free (self);
}

static Question *
question_new (ExSession *session, const ExRewardTerms *terms, const ExWhatIf *what_if)
{
  Question *self = g_new0 (Question, 1);
  const ExAsset *asset = ex_session_get_asset (session);
  GHashTable *spells = ex_session_get_spells (session);

  self->reviews = ex_reviews_ref (ex_session_get_reviews (session));
  self->asset = asset != NULL ? ex_asset_ref ((ExAsset *) asset) : NULL;
  self->spells = spells != NULL ? g_hash_table_ref (spells) : NULL;
  self->terms = ex_reward_terms_copy (terms);
  self->has_what_if = what_if != NULL;
  if (what_if != NULL)
    self->what_if = *what_if;
  return self;
}

static void
answer_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  g_autoptr (GError) error = NULL;
  ExRewards *rewards = ex_rewards_new (question->reviews, question->terms, question->asset != NULL ? question->asset->cycle : NULL,
                                       question->spells, question->has_what_if ? &question->what_if : NULL, &error);

  if (rewards != NULL)
    g_task_return_pointer (task, rewards, (GDestroyNotify) ex_rewards_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void run (ExRewardWork *self, Question *question);

/* Freed meanwhile: then it was cancelled, and @data is not looked at. */
static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ExRewardWork *self = data;
  GTask *task = G_TASK (result);
  gboolean stale = g_cancellable_is_cancelled (g_task_get_cancellable (task));
  g_autoptr (GError) error = NULL;
  g_autoptr (ExRewards) rewards = g_task_propagate_pointer (task, &error);
  Question *next;

  if (stale)
    return;
  g_clear_object (&self->running);
  next = g_steal_pointer (&self->waiting);
  if (next != NULL)
    run (self, next);
  self->answer (rewards, error, self->data);
}

static void
run (ExRewardWork *self, Question *question)
{
  g_autoptr (GTask) task = NULL;

  self->running = g_cancellable_new ();
  task = g_task_new (NULL, self->running, answered_cb, self);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, answer_in_thread);
}

ExRewardWork *
ex_reward_work_new (ExRewardAnswer answer, gpointer data)
{
  ExRewardWork *self = g_new0 (ExRewardWork, 1);

  self->answer = answer;
  self->data = data;
  return self;
}

void
ex_reward_work_forget (ExRewardWork *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->waiting, question_free);
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

void
ex_reward_work_free (ExRewardWork *self)
{
  if (self == NULL)
    return;
  ex_reward_work_forget (self);
  g_free (self);
}

void
ex_reward_work_ask (ExRewardWork *self, ExSession *session, const ExRewardTerms *terms, const ExWhatIf *what_if)
{
  Question *question;

  g_return_if_fail (self != NULL);
  g_return_if_fail (terms != NULL);

  if (ex_session_get_reviews (session) == NULL)
    return;
  question = question_new (session, terms, what_if);
  g_clear_pointer (&self->waiting, question_free);
  if (self->running != NULL)
    self->waiting = question;
  else
    run (self, question);
}
