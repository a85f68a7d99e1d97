#include "config.h"

#include "ex-review.h"

#include "ex-nick.h"

#include <glib/gi18n-lib.h>

static const char * const state_nicks[] = { "proposed", "accepted", "refused", "withdrawn" };
static const char * const state_labels[] = { N_("proposed"), N_("accepted"), N_("refused"), N_("withdrawn") };

gboolean
ex_amendment_state_parse (const char       *nick,
                          ExAmendmentState *state)
{
  int found = ex_nick_find (nick, state_nicks, G_N_ELEMENTS (state_nicks));

  if (found >= 0)
    *state = (ExAmendmentState) found;

  return found >= 0;
}

const char *
ex_amendment_state_nick (ExAmendmentState state)
{
  g_return_val_if_fail ((gsize) state < G_N_ELEMENTS (state_nicks), NULL);

  return state_nicks[state];
}

const char *
ex_amendment_state_label (ExAmendmentState state)
{
  g_return_val_if_fail ((gsize) state < G_N_ELEMENTS (state_labels), NULL);

  return _(state_labels[state]);
}

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
