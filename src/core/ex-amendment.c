#include "config.h"

#include "ex-review.h"

#include "ex-nick.h"

#include <glib/gi18n-lib.h>

static const char * const amendment_state_nicks[] = { "proposed", "accepted", "refused", "withdrawn" };
static const char * const amendment_state_labels[] = { N_("proposed"), N_("accepted"), N_("refused"), N_("withdrawn") };

EX_DEFINE_NICKS (ExAmendmentState, amendment_state)
EX_DEFINE_LABELS (ExAmendmentState, amendment_state)

ExAmendment *
ex_amendment_new (const char *cycle_id,
                  const char *leader_id,
                  const char *why)
{
  ExAmendment *self = g_new0 (ExAmendment, 1);

  self->cycle_id = g_strdup (cycle_id);
  self->leader_id = g_strdup (leader_id);
  self->why = g_strdup (why);
  self->day = EX_DAY_NONE;
  self->state = EX_AMENDMENT_PROPOSED;
  self->before = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free);
  self->after = g_ptr_array_new_with_free_func ((GDestroyNotify) ex_objective_free);

  return self;
}

void
ex_amendment_free (ExAmendment *self)
{
  if (self == NULL)
    return;

  g_free (self->cycle_id);
  g_free (self->leader_id);
  g_free (self->why);
  g_free (self->proposed_by);
  g_free (self->decided_by);
  g_free (self->answer);
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->after);
  g_free (self);
}
