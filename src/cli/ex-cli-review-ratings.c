#include "config.h"

#include "ex-cli-review.h"

#include "exchange/ex-import-plan.h"

#include <glib/gi18n-lib.h>

static void
tell_problems (const ExImportPlan *plan, const char *input)
{
  g_autofree char *problems = ex_problems_to_text (plan->problems, input);

  g_strchomp (problems);
  if (*problems != '\0')
    ex_cli_tell ("%s", problems);
}

/* Whose ratings they are. (transfer full) */
static char *
find_rater (const ExCliReview *self, ExRole role)
{
  ExCompany *company = ex_reviews_get_company (self->reviews);
  int rater;

  if (role == EX_ROLE_SELF)
    return g_strdup (self->leader);
  if (role == EX_ROLE_OBSERVER)
    return g_strdup (ex_store_get_actor (self->store));

  rater = ex_reviews_get_reviewer (self->reviews, self->index);

  return g_strdup (rater >= 0 ? ex_company_get_leader (company, (guint) rater)->id : EX_BOARD);
}

/* Handing in a rating in assess says that the actual is right. */
static void
fill_rating (const ExCliReview *self, ExRating *rating, ExRole role, const char *rater)
{
  ExCompany *company = ex_reviews_get_company (self->reviews);
  int index = ex_company_find_objective (company, rating->objective_id);
  const ExReading *reading = ex_company_get_reading (company, (guint) index);

  rating->role = role;
  g_free (rating->rater_id);
  rating->rater_id = g_strdup (rater);
  if (role != EX_ROLE_MANAGER)
    return;
  rating->confirmed = TRUE;
  if (reading->measured)
    rating->actual = reading->actual;
}

static ExRole
role_of (ExStep step)
{
  if (step == EX_STEP_SELF_ASSESS)
    return EX_ROLE_SELF;

  return step == EX_STEP_OBSERVE ? EX_ROLE_OBSERVER : EX_ROLE_MANAGER;
}

gboolean
ex_cli_review_read_ratings (ExCliReview *self)
{
  ExImportContext context = { .company = ex_reviews_get_company (self->reviews), .leader_id = self->leader };
  const char *path = g_str_equal (self->input, "-") ? "/dev/stdin" : self->input;
  g_autofree char *shown = g_filename_display_name (self->input);
  ExRole role = role_of (self->step);
  g_autofree char *rater = find_rater (self, role);
  g_autoptr (GError) error = NULL;
  g_autoptr (ExImportPlan) plan = ex_import_plan_new (EX_IMPORT_RATINGS, path, &context, NULL, &error);

  if (plan == NULL)
    {
      ex_cli_refuse ("%s", error->message);
      return FALSE;
    }
  tell_problems (plan, shown);
  if (!ex_import_plan_is_good (plan))
    {
      ex_cli_refuse (_("nothing was rated."));
      return FALSE;
    }

  for (guint i = 0; i < plan->ratings->len; i++)
    fill_rating (self, g_ptr_array_index (plan->ratings, i), role, rater);
  self->ratings = g_steal_pointer (&plan->ratings);

  return TRUE;
}

gboolean
ex_cli_review_is_given (const ExCliReview *self, const ExMissing *missing)
{
  ExCompany *company = ex_reviews_get_company (self->reviews);
  const char *id;

  if (self->ratings == NULL || missing->objective < 0 || (missing->mend != EX_MEND_SELF && missing->mend != EX_MEND_RATINGS))
    return FALSE;

  id = ex_company_get_objective (company, (guint) missing->objective)->id;
  for (guint i = 0; i < self->ratings->len; i++)
    {
      const ExRating *rating = g_ptr_array_index (self->ratings, i);

      if (g_str_equal (rating->objective_id, id))
        return rating->rating > 0 && (rating->role != EX_ROLE_SELF || rating->comment != NULL);
    }

  return FALSE;
}

/* A rating that is what stands already is no adjustment. */
static gboolean
adjust (ExCliReview *self, GError **error)
{
  ExCompany *company = ex_reviews_get_company (self->reviews);
  const char *actor = ex_store_get_actor (self->store);
  int index = self->actor;
  const char *name = index >= 0 ? ex_company_get_leader (company, (guint) index)->name : actor;

  for (guint i = 0; i < self->ratings->len; i++)
    {
      const ExRating *rating = g_ptr_array_index (self->ratings, i);
      int objective = ex_company_find_objective (company, rating->objective_id);
      const ExMark *first = ex_reviews_get_first (self->reviews, (guint) objective);
      const char *why = rating->comment != NULL ? rating->comment : self->why;
      gboolean same = first != NULL && first->rating == rating->rating;
      g_autoptr (ExAdjustment) adjustment = NULL;

      if (rating->rating == 0 || rating->rating == ex_reviews_get_final (self->reviews, (guint) objective))
        continue;
      adjustment = ex_adjustment_new (rating->objective_id, same ? 0 : rating->rating, why, self->agreed_by != NULL ? self->agreed_by : name);
      if (!ex_store_adjust (self->store, adjustment, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
ex_cli_review_keep_ratings (ExCliReview *self, GError **error)
{
  if (self->ratings == NULL)
    return TRUE;
  if (self->step == EX_STEP_CALIBRATE)
    return adjust (self, error);

  return ex_store_save_ratings (self->store, self->ratings, error);
}
