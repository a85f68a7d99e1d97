/* A cycle from phase to phase. Advancing lists the laggards elsewhere and refuses nothing; only closing is gated. */
#include "config.h"

#include "ex-store-reviews.h"

#include "core/ex-close-facts.h"
#include "ex-column.h"
#include "ex-reward-rows.h"
#include "ex-small-reviews.h"
#include "ex-store-asset.h"
#include "ex-store-rewards.h"
#include "ex-store-tables.h"
#include "ex-take-step.h"

#include <glib/gi18n-lib.h>

/* A row of cycle_steps. */
typedef struct
{
  const char         *step;
  ExPhase             phase; /* after it */
  const char         *why;   /* (nullable) */
  gint64              number; /* as it was written */
  ExCloseFacts       *facts;   /* (nullable) of closing */
  ExRewards          *rewards; /* (nullable) that closing pays */
} PhaseStep;

static void
phase_step_clear (PhaseStep *self)
{
  g_clear_pointer (&self->facts, ex_close_facts_free);
  g_clear_pointer (&self->rewards, ex_rewards_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PhaseStep, phase_step_clear)

/* Checks that the step is possible and fills it. */
typedef gboolean (* PlanStep) (ExStore *self, const ExCycle *cycle, PhaseStep *step, GError **error);

static gboolean
next_number (ExDatabase *database,
             const char *cycle_id,
             gint64     *number,
             GError    **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (database, "SELECT coalesce (max (number), 0) + 1 FROM cycle_steps WHERE cycle_id = $1", error);

  if (row == NULL)
    return FALSE;
  ex_statement_bind_text (row, 1, cycle_id);
  if (ex_row_find (row, error) != 1)
    return FALSE;
  *number = ex_statement_int (row, 0);
  return TRUE;
}

static void
bind_facts (ExStatement        *statement,
            int                 first,
            const ExCloseFacts *facts)
{
  if (facts == NULL)
    return;
  ex_statement_bind_int (statement, first, facts->opening_customers);
  ex_statement_bind_int (statement, first + 1, facts->closing_customers);
  ex_statement_bind_int (statement, first + 2, facts->opening_value);
  ex_statement_bind_int (statement, first + 3, facts->closing_value);
}

static gboolean
write_step (ExDatabase *database,
            const char *cycle_id,
            PhaseStep  *step,
            GError    **error)
{
  g_autoptr (ExStatement) statement = NULL;
  GError *failure = NULL;

  if (!next_number (database, cycle_id, &step->number, error))
    return FALSE;
  statement = ex_database_prepare (database,
                                   "INSERT INTO cycle_steps (cycle_id, number, step, phase, why, day, opening_customers, closing_customers,"
                                   " opening_value, closing_value) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                                   error);
  if (statement == NULL)
    return FALSE;
  ex_statement_bind_text (statement, 1, cycle_id);
  ex_statement_bind_int (statement, 2, step->number);
  ex_statement_bind_text (statement, 3, step->step);
  ex_statement_bind_text (statement, 4, ex_phase_nick (step->phase));
  ex_bind_optional (statement, 5, step->why);
  ex_bind_day (statement, 6, ex_day_today ());
  bind_facts (statement, 7, step->facts);
  return ex_statement_run (statement, &failure) || ex_store_explain_trigger (failure, error);
}

/* What the cycle pays is frozen beside the step that closed it. */
static gboolean
write_rewards (ExDatabase *database,
               const char *cycle_id,
               PhaseStep  *step,
               GError    **error)
{
  return step->rewards == NULL || ex_reward_run_insert (database, cycle_id, step->number, step->rewards, error);
}

static gboolean
move_cycle (ExStore    *self,
            const char *cycle_id,
            const char *why,
            PlanStep    plan,
            GError    **error)
{
  g_autofree char *reason = ex_take_step_reason (why);
  g_autoptr (ExCycle) cycle = ex_cycle_find_whole (self->db, cycle_id, error);
  g_auto (PhaseStep) step = { .why = reason };

  if (cycle == NULL)
    return FALSE;
  ex_store_set_subject (self, cycle->name);
  return ex_store_accept_hr (self, error) && plan (self, cycle, &step, error) && write_step (self->db, cycle_id, &step, error)
         && write_rewards (self->db, cycle_id, &step, error);
}

static gboolean
run (ExStore    *self,
     const char *name,
     const char *cycle_id,
     const char *why,
     PlanStep    plan,
     GError    **error)
{
  if (!ex_store_begin (self, name, error))
    return FALSE;
  if (!move_cycle (self, cycle_id, why, plan, error))
    {
      ex_store_rollback (self);
      return FALSE;
    }
  return ex_store_commit (self, error);
}

/* --- the four steps -------------------------------------------------------------------------------------------------------------- */

static gboolean
plan_advance (ExStore       *self,
              const ExCycle *cycle,
              PhaseStep     *step,
              GError       **error)
{
  if (cycle->phase == EX_PHASE_CLOSED)
    return ex_store_refuse_because (error, _("The cycle “%s” is closed."), cycle->name);
  if (cycle->phase == EX_PHASE_SIGN)
    return ex_store_refuse_because (error, _("The cycle “%s” is in its last phase, “%s”; what comes next is closing it."), cycle->name,
                                    ex_phase_label (cycle->phase));
  step->step = "advance";
  step->phase = cycle->phase + 1;
  return TRUE;
}

static gboolean
plan_back (ExStore       *self,
           const ExCycle *cycle,
           PhaseStep     *step,
           GError       **error)
{
  if (cycle->phase == EX_PHASE_CLOSED)
    return ex_store_refuse_because (error, _("The cycle “%s” is closed; re-open it first."), cycle->name);
  if (cycle->phase == EX_PHASE_PLAN)
    return ex_store_refuse_because (error, _("The cycle “%s” is in its first phase, “%s”; it goes no further back."), cycle->name,
                                    ex_phase_label (cycle->phase));
  if (step->why == NULL)
    return ex_store_refuse_because (error, "%s", _("Going back needs a reason, in a sentence."));
  step->step = "back";
  step->phase = cycle->phase - 1;
  return TRUE;
}

static gboolean
plan_reopen (ExStore       *self,
             const ExCycle *cycle,
             PhaseStep     *step,
             GError       **error)
{
  if (cycle->phase != EX_PHASE_CLOSED)
    return ex_store_refuse_because (error, _("The cycle “%s” is not closed; there is nothing to re-open."), cycle->name);
  if (step->why == NULL)
    return ex_store_refuse_because (error, "%s", _("Re-opening needs a reason, in a sentence."));
  step->step = "reopen";
  step->phase = EX_PHASE_SIGN;
  return TRUE;
}

/* The scores are read only where they are paid. */
static ExReviews *
read_reviews (ExStore       *self,
              const ExCycle *cycle,
              gboolean       pays,
              GError       **error)
{
  g_autoptr (ExCompany) company = ex_company_read (self, ex_cycle_copy (cycle), ex_day_today (), pays, error);

  return company != NULL ? ex_store_read_reviews (self, company, error) : NULL;
}

/* The rewards are those of the asset and the reviews that the gate was asked about. */
static gboolean
compute_rewards (ExStore         *self,
                 const ExReviews *reviews,
                 const ExAsset   *asset,
                 PhaseStep       *step,
                 GError         **error)
{
  GError *failure = NULL;

  step->rewards = ex_store_compute_rewards (self, reviews, asset, &failure);
  return ex_rows_ended (failure, error);
}

static gboolean
plan_close (ExStore       *self,
            const ExCycle *cycle,
            PhaseStep     *step,
            GError       **error)
{
  g_autoptr (ExRewardTerms) terms = NULL;
  g_autoptr (ExAsset) asset = NULL;
  g_autoptr (ExReviews) reviews = NULL;
  GError *failure = NULL;

  if (cycle->phase == EX_PHASE_CLOSED)
    return ex_store_refuse_because (error, _("The cycle “%s” is closed already."), cycle->name);
  step->step = "close";
  step->phase = EX_PHASE_CLOSED;
  if (!ex_reward_terms_find (self->db, cycle->id, &terms, error))
    return FALSE;
  asset = ex_store_read_asset (self, cycle, NULL, &failure);
  if (!ex_rows_ended (failure, error))
    return FALSE;
  step->facts = ex_close_facts_new (asset, cycle, terms);
  reviews = read_reviews (self, cycle, terms != NULL, error);
  return reviews != NULL && ex_store_accept_missing (ex_gate_close (reviews, step->facts), error)
         && (terms == NULL || compute_rewards (self, reviews, asset, step, error));
}

gboolean
ex_store_advance_cycle (ExStore    *self,
                        const char *cycle_id,
                        GError    **error)
{
  g_return_val_if_fail (self != NULL && cycle_id != NULL, FALSE);
  return run (self, N_("Advance a cycle"), cycle_id, NULL, plan_advance, error);
}

gboolean
ex_store_back_cycle (ExStore    *self,
                     const char *cycle_id,
                     const char *why,
                     GError    **error)
{
  g_return_val_if_fail (self != NULL && cycle_id != NULL, FALSE);
  return run (self, N_("Take a cycle back"), cycle_id, why, plan_back, error);
}

gboolean
ex_store_close_cycle (ExStore    *self,
                      const char *cycle_id,
                      GError    **error)
{
  g_return_val_if_fail (self != NULL && cycle_id != NULL, FALSE);
  return run (self, N_("Close a cycle"), cycle_id, NULL, plan_close, error);
}

gboolean
ex_store_reopen_cycle (ExStore    *self,
                       const char *cycle_id,
                       const char *why,
                       GError    **error)
{
  g_return_val_if_fail (self != NULL && cycle_id != NULL, FALSE);
  return run (self, N_("Re-open a cycle"), cycle_id, why, plan_reopen, error);
}
