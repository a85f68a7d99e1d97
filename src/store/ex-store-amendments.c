/* Agreed objectives change by an amendment: proposed with a reason, accepted by whoever reviews. */
#include "config.h"

#include "ex-store-reviews.h"

#include "ex-amendment-rows.h"
#include "ex-review-rows.h"
#include "ex-small-reviews.h"
#include "ex-store-tables.h"
#include "ex-take-step.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char * const names[] = {
  [EX_AMENDMENT_PROPOSED] = N_("Propose an amendment"),
  [EX_AMENDMENT_ACCEPTED] = N_("Accept an amendment"),
  [EX_AMENDMENT_REFUSED] = N_("Refuse an amendment"),
  [EX_AMENDMENT_WITHDRAWN] = N_("Withdraw an amendment"),
};

/* The review that is amended. */
typedef struct
{
  ExStore   *store;
  ExReviews *reviews;
  ExCompany *company; /* the reviews' */
  guint      leader;
  int        actor;
} Work;

static void
work_clear (Work *self)
{
  g_clear_pointer (&self->reviews, ex_reviews_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
open_work (Work       *self,
           const char *cycle_id,
           const char *leader_id,
           GError    **error)
{
  const char *others[] = { self->store->actor, NULL };

  self->reviews = ex_small_reviews_read (self->store, cycle_id, leader_id, others, error);
  if (self->reviews == NULL || !ex_small_reviews_find_actor (self->store, self->reviews, &self->actor, error))
    return FALSE;
  self->company = ex_reviews_get_company (self->reviews);
  self->leader = (guint) ex_company_find_leader (self->company, leader_id);
  ex_store_set_subject (self->store, ex_company_get_leader (self->company, self->leader)->name);
  return TRUE;
}

static const char *
leader_name (const Work *self)
{
  return ex_company_get_leader (self->company, self->leader)->name;
}

static gboolean
check_alive (const Work *self,
             GError    **error)
{
  if (ex_reviews_get_cycle (self->reviews)->phase == EX_PHASE_CLOSED)
    return ex_store_refuse_because (error, _("The cycle “%s” is closed: nothing in it changes until HR re-opens it."),
                                    ex_reviews_get_cycle (self->reviews)->name);
  if (ex_reviews_get (self->reviews, self->leader)->state == EX_REVIEW_SIGNED)
    return ex_store_refuse_because (error, _("The review of %s is signed: nothing in it changes until HR re-opens it."), leader_name (self));
  return TRUE;
}

/* While there is something agreed that is not yet assessed. */
static gboolean
check_open (const Work *self,
            GError    **error)
{
  const ExReview *review = ex_reviews_get (self->reviews, self->leader);

  if (!check_alive (self, error))
    return FALSE;
  if (review->excused)
    return ex_store_refuse_because (error, _("%s is excused from this cycle."), leader_name (self));
  if (review->state == EX_REVIEW_DRAFTING)
    return ex_store_refuse_because (error, _("The objectives of %s are still drafts: change them without an amendment."), leader_name (self));
  if (review->state > EX_REVIEW_SELF_ASSESSED)
    return ex_store_refuse_because (error, _("The review of %s is %s: its objectives change only after it was sent back."), leader_name (self),
                                    ex_review_state_label (review->state));
  return TRUE;
}

/* --- what would be ----------------------------------------------------------------------------------------------------------------- */

static const ExObjective *
find_own (const Work *self,
          const char *id)
{
  int index = ex_company_find_objective (self->company, id);
  const ExObjective *objective = index >= 0 ? ex_company_get_objective (self->company, (guint) index) : NULL;

  if (objective == NULL || strcmp (objective->leader_id, ex_company_get_leader (self->company, self->leader)->id) != 0)
    return NULL;
  return objective;
}

static const ExObjective *
find_amended (const ExAmendment *amendment,
              const char        *id)
{
  for (guint i = 0; i < amendment->after->len; i++)
    {
      const ExObjective *objective = g_ptr_array_index (amendment->after, i);

      if (strcmp (objective->id, id) == 0)
        return objective;
    }
  return NULL;
}

/* All of the leader's, those amended in place of those that stand. */
static gboolean
check_gate (const Work        *self,
            const ExAmendment *amendment,
            GError           **error)
{
  g_autoptr (GPtrArray) objectives = g_ptr_array_new ();
  guint n = 0;
  const guint *own = ex_company_leader_objectives (self->company, self->leader, &n);

  for (guint i = 0; i < n; i++)
    {
      const ExObjective *standing = ex_company_get_objective (self->company, own[i]);
      const ExObjective *amended = find_amended (amendment, standing->id);

      g_ptr_array_add (objectives, (gpointer) (amended != NULL ? amended : standing));
    }
  return ex_store_accept_missing (ex_gate_objectives (self->reviews, self->leader, objectives), error);
}

/* --- proposing ---------------------------------------------------------------------------------------------------------------------- */

static gboolean
check_proposer (const Work *self,
                GError    **error)
{
  if (self->actor == EX_NOBODY || self->actor == (int) self->leader)
    return TRUE;
  return ex_store_refuse_because (error, _("Only %s can propose an amendment of these objectives, or HR."), leader_name (self));
}

static gboolean
check_none_open (const Work *self,
                 GError    **error)
{
  if (ex_reviews_n_amendments (self->reviews, self->leader) == 0)
    return TRUE;
  return ex_store_refuse_because (error, _("An amendment of %s’s objectives is waiting for its answer already; decide or withdraw it first."),
                                  leader_name (self));
}

static gboolean
same_words (const ExObjective *a,
            const ExObjective *b)
{
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->description, b->description) == 0 && g_strcmp0 (a->stage, b->stage) == 0;
}

static void
check_change (const Work        *self,
              const ExAmendment *amendment,
              const ExObjective *after,
              GPtrArray         *problems)
{
  const ExObjective *before = find_own (self, after->id);

  if (before == NULL)
    ex_refuse (problems, _("“%s” is no objective of %s in this cycle."), after->title != NULL ? after->title : after->id, leader_name (self));
  else if (find_amended (amendment, after->id) != after)
    ex_refuse (problems, _("“%s” is in the amendment twice."), before->title);
  else if (ex_objective_differs_for_good (before, after))
    ex_refuse (problems, _("“%s”: an amendment changes the ladder, weight, aggregate, due date and links of an objective, and nothing else."),
               before->title);
  else if (!same_words (before, after))
    ex_refuse (problems, _("“%s”: title, description and journey stage change without an amendment; save them by themselves."), before->title);
  else if (!ex_objective_differs_by_amendment (before, after))
    ex_refuse (problems, _("“%s” is as it was: there is nothing to amend in it."), before->title);
}

static gboolean
check_changes (const Work        *self,
               const ExAmendment *amendment,
               GError           **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (amendment->why == NULL || *amendment->why == '\0')
    ex_refuse (problems, "%s", _("An amendment needs a reason, in a sentence."));
  if (amendment->after->len == 0)
    ex_refuse (problems, "%s", _("An amendment needs an objective that it changes."));
  for (guint i = 0; i < amendment->after->len; i++)
    check_change (self, amendment, g_ptr_array_index (amendment->after, i), problems);
  return ex_store_accept (g_steal_pointer (&problems), error);
}

/* The same, filled: numbers, who, when, and what stands now beside what is proposed. (transfer full) */
static ExAmendment *
fill_proposal (const Work        *self,
               const ExAmendment *given,
               guint              number)
{
  g_autofree char *why = ex_take_step_reason (given->why);
  ExAmendment *amendment = ex_amendment_new (given->cycle_id, given->leader_id, why);

  amendment->number = number;
  amendment->proposed_by = g_strdup (self->store->actor);
  amendment->day = ex_day_today ();
  for (guint i = 0; i < given->after->len; i++)
    {
      const ExObjective *after = g_ptr_array_index (given->after, i);
      const ExObjective *before = find_own (self, after->id);

      g_ptr_array_add (amendment->after, ex_objective_copy (after));
      g_ptr_array_add (amendment->before, ex_objective_copy (before != NULL ? before : after));
    }
  return amendment;
}

static gboolean
propose (ExStore           *self,
         const ExAmendment *given,
         GError           **error)
{
  g_auto (Work) work = { .store = self };
  g_autoptr (GPtrArray) earlier = ex_amendment_rows_list (self->db, given->cycle_id, given->leader_id, error);
  g_autoptr (ExAmendment) amendment = NULL;
  GError *failure = NULL;
  guint number;

  if (earlier == NULL || !open_work (&work, given->cycle_id, given->leader_id, error))
    return FALSE;
  number = earlier->len > 0 ? ((ExAmendment *) g_ptr_array_index (earlier, 0))->number + 1 : 1;
  amendment = fill_proposal (&work, given, number);
  return check_open (&work, error) && check_proposer (&work, error) && check_none_open (&work, error)
         && check_changes (&work, amendment, error) && check_gate (&work, amendment, error)
         && (ex_amendment_rows_insert (self->db, amendment, &failure) || ex_store_explain_trigger (failure, error));
}

gboolean
ex_store_propose_amendment (ExStore           *self,
                            const ExAmendment *amendment,
                            GError           **error)
{
  g_return_val_if_fail (self != NULL && amendment != NULL && amendment->cycle_id != NULL && amendment->leader_id != NULL, FALSE);

  if (!ex_store_begin (self, names[EX_AMENDMENT_PROPOSED], error))
    return FALSE;
  if (!propose (self, amendment, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}

/* --- deciding ------------------------------------------------------------------------------------------------------------------------ */

static ExAmendment *
find_amendment (const GPtrArray *amendments,
                guint            number)
{
  for (guint i = 0; i < amendments->len; i++)
    if (((ExAmendment *) g_ptr_array_index (amendments, i))->number == number)
      return g_ptr_array_index (amendments, i);
  return NULL;
}

static gboolean
check_decider (const Work        *self,
               const ExAmendment *amendment,
               ExAmendmentState   state,
               GError           **error)
{
  if (state != EX_AMENDMENT_WITHDRAWN)
    return ex_store_accept_actor (ex_step_forbids (self->reviews, self->leader, EX_STEP_AGREE, self->actor), error);
  if (self->actor == EX_NOBODY || strcmp (amendment->proposed_by, self->store->actor) == 0)
    return TRUE;
  return ex_store_refuse_because (error, "%s", _("Only whoever proposed an amendment can withdraw it, or HR."));
}

static gboolean
apply_to_objective (const Work        *self,
                    const ExObjective *before,
                    const ExObjective *after,
                    GError           **error)
{
  const ExObjective *standing = find_own (self, after->id);
  g_autoptr (ExObjective) changed = NULL;
  GError *failure = NULL;

  if (standing == NULL || ex_objective_differs_by_amendment (standing, before))
    return ex_store_refuse_because (error, _("“%s” is not any more as it was when this was proposed; withdraw the amendment and propose it anew."),
                                    after->title);
  changed = ex_objective_copy (standing);
  ex_objective_amend (changed, after);
  return ex_objective_update (self->store->db, standing, changed, &failure) || ex_store_explain_trigger (failure, error);
}

static gboolean
apply (const Work        *self,
       const ExAmendment *amendment,
       GError           **error)
{
  for (guint i = 0; i < amendment->after->len; i++)
    if (!apply_to_objective (self, g_ptr_array_index (amendment->before, i), g_ptr_array_index (amendment->after, i), error))
      return FALSE;
  return TRUE;
}

/* What the board decides, HR enters. */
static const char *
who_decides (const Work       *self,
             ExAmendmentState  state)
{
  gboolean board = self->actor == EX_NOBODY && ex_reviews_get_reviewer (self->reviews, self->leader) == EX_NOBODY;

  return board && state != EX_AMENDMENT_WITHDRAWN ? EX_BOARD : self->store->actor;
}

/* First the objectives, then that they are amended: the triggers hold the one against the other. */
static gboolean
write_decision (Work             *self,
                ExAmendment      *amendment,
                ExAmendmentState  state,
                const char       *answer,
                GError          **error)
{
  GError *failure = NULL;

  amendment->state = state;
  amendment->decided_by = g_strdup (who_decides (self, state));
  amendment->answer = ex_take_step_reason (answer);
  if (state == EX_AMENDMENT_REFUSED && amendment->answer == NULL)
    return ex_store_refuse_because (error, "%s", _("Refusing an amendment needs an answer: say why."));
  if (state == EX_AMENDMENT_ACCEPTED && !apply (self, amendment, error))
    return FALSE;
  return ex_amendment_rows_decide (self->store->db, amendment, &failure) || ex_store_explain_trigger (failure, error);
}

static gboolean
decide (ExStore         *self,
        const char      *cycle_id,
        const char      *leader_id,
        guint            number,
        ExAmendmentState state,
        const char      *answer,
        GError         **error)
{
  g_auto (Work) work = { .store = self };
  g_autoptr (GPtrArray) amendments = ex_amendment_rows_list (self->db, cycle_id, leader_id, error);
  ExAmendment *amendment;

  if (amendments == NULL || !open_work (&work, cycle_id, leader_id, error))
    return FALSE;
  amendment = find_amendment (amendments, number);
  if (amendment == NULL)
    {
      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND, _("There is no amendment %u of %s’s objectives."), number, leader_name (&work));
      return FALSE;
    }
  if (amendment->state != EX_AMENDMENT_PROPOSED)
    return ex_store_refuse_because (error, _("This amendment was decided already: it is %s."), ex_amendment_state_label (amendment->state));
  if (!check_alive (&work, error) || !check_decider (&work, amendment, state, error))
    return FALSE;
  if (state == EX_AMENDMENT_ACCEPTED && (!check_open (&work, error) || !check_gate (&work, amendment, error)))
    return FALSE;
  return write_decision (&work, amendment, state, answer, error);
}

gboolean
ex_store_decide_amendment (ExStore         *self,
                           const char      *cycle_id,
                           const char      *leader_id,
                           guint            number,
                           ExAmendmentState state,
                           const char      *answer,
                           GError         **error)
{
  g_return_val_if_fail (self != NULL && cycle_id != NULL && leader_id != NULL, FALSE);
  g_return_val_if_fail (state != EX_AMENDMENT_PROPOSED && state < G_N_ELEMENTS (names), FALSE);

  if (!ex_store_begin (self, names[state], error))
    return FALSE;
  if (!decide (self, cycle_id, leader_id, number, state, answer, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}
