/* What stands: the getters of a session, all of its snapshot. */
#include "config.h"

#include "ex-session-private.h"

const char *
ex_session_get_path (ExSession *self)
{
  g_return_val_if_fail (EX_IS_SESSION (self), NULL);

  return self->path;
}

ExCompany *
ex_session_get_company (ExSession *self)
{
  g_return_val_if_fail (EX_IS_SESSION (self), NULL);

  return self->snapshot != NULL ? self->snapshot->company : NULL;
}

ExReviews *
ex_session_get_reviews (ExSession *self)
{
  g_return_val_if_fail (EX_IS_SESSION (self), NULL);

  return self->snapshot != NULL ? self->snapshot->reviews : NULL;
}

GPtrArray *
ex_session_get_todo (ExSession *self)
{
  g_return_val_if_fail (EX_IS_SESSION (self), NULL);

  return self->snapshot != NULL ? self->snapshot->todo : NULL;
}

/* The one of an array that is there for its count of references. */
static gconstpointer
the_one (const GPtrArray *array)
{
  return array->len > 0 ? g_ptr_array_index (array, 0) : NULL;
}

const ExAsset *
ex_session_get_asset (ExSession *self)
{
  g_return_val_if_fail (EX_IS_SESSION (self), NULL);

  return self->snapshot != NULL ? self->snapshot->asset : NULL;
}

const ExClaims *
ex_session_get_claims (ExSession *self)
{
  g_return_val_if_fail (EX_IS_SESSION (self), NULL);

  return self->snapshot != NULL ? the_one (self->snapshot->claims) : NULL;
}

const ExRewardTerms *
ex_session_get_reward_terms (ExSession *self)
{
  g_return_val_if_fail (EX_IS_SESSION (self), NULL);

  return self->snapshot != NULL ? the_one (self->snapshot->terms) : NULL;
}

ExRewards *
ex_session_get_rewards (ExSession *self)
{
  g_return_val_if_fail (EX_IS_SESSION (self), NULL);

  return self->snapshot != NULL ? self->snapshot->rewards : NULL;
}

const char *
ex_session_get_pay_problem (ExSession *self)
{
  g_return_val_if_fail (EX_IS_SESSION (self), NULL);

  return self->snapshot != NULL ? self->snapshot->pay_problem : NULL;
}

GPtrArray *
ex_session_get_reward_runs (ExSession *self)
{
  g_return_val_if_fail (EX_IS_SESSION (self), NULL);

  return self->snapshot != NULL ? self->snapshot->runs : NULL;
}

GHashTable *
ex_session_get_spells (ExSession *self)
{
  g_return_val_if_fail (EX_IS_SESSION (self), NULL);

  return self->snapshot != NULL ? self->snapshot->spells : NULL;
}

GPtrArray *
ex_session_get_cycles (ExSession *self)
{
  g_return_val_if_fail (EX_IS_SESSION (self), NULL);

  return self->snapshot != NULL ? self->snapshot->cycles : NULL;
}

const ExAction *
ex_session_get_undo (ExSession *self)
{
  g_return_val_if_fail (EX_IS_SESSION (self), NULL);

  return self->snapshot != NULL ? self->snapshot->undo : NULL;
}

const ExAction *
ex_session_get_redo (ExSession *self)
{
  g_return_val_if_fail (EX_IS_SESSION (self), NULL);

  return self->snapshot != NULL ? self->snapshot->redo : NULL;
}

ExSnapshot *
ex_session_ref_snapshot (ExSession *self)
{
  g_return_val_if_fail (EX_IS_SESSION (self) && self->snapshot != NULL, NULL);

  return ex_snapshot_ref (self->snapshot);
}
