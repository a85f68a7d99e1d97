#include "config.h"

#include "ex-cli-review.h"

#include "exchange/ex-import-plan.h"

#include <glib/gi18n-lib.h>

/* --- reading ----------------------------------------------------------------------------------------------------------------------- */

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
  rating->confirmed = rating->rating > 0;
  if (rating->confirmed && reading->measured)
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

/* --- what is missing beside them ------------------------------------------------------------------------------------------------------- */

/* (nullable) */
static const ExRating *
find_rating (const ExCliReview *self, int objective)
{
  const char *id = ex_company_get_objective (ex_reviews_get_company (self->reviews), (guint) objective)->id;

  for (guint i = 0; self->ratings != NULL && i < self->ratings->len; i++)
    {
      const ExRating *rating = g_ptr_array_index (self->ratings, i);

      if (g_str_equal (rating->objective_id, id))
        return rating;
    }

  return NULL;
}

static gboolean
is_given (const ExCliReview *self, const ExMissing *missing)
{
  const ExRating *rating;

  if (missing->lack == EX_LACK_OTHER || self->input == NULL)
    return FALSE;
  if (self->ratings == NULL)
    return TRUE;

  rating = find_rating (self, missing->objective);
  if (rating == NULL)
    return FALSE;

  return missing->lack == EX_LACK_COMMENT ? rating->comment != NULL : rating->rating > 0;
}

/* How a rating would be kept; NULL: it stands as it is already. A rating that is the first one again takes the adjustment away: 0. */
static ExAdjustment *
make_adjustment (const ExCliReview *self, const ExRating *rating)
{
  ExCompany *company = ex_reviews_get_company (self->reviews);
  guint objective = (guint) ex_company_find_objective (company, rating->objective_id);
  const ExMark *first = ex_reviews_get_first (self->reviews, objective);
  gboolean same = first != NULL && first->rating == rating->rating;
  const char *name = self->actor >= 0 ? ex_company_get_leader (company, (guint) self->actor)->name : ex_store_get_actor (self->store);

  if (rating->rating == 0 || rating->rating == ex_reviews_get_final (self->reviews, objective))
    return NULL;

  return ex_adjustment_new (rating->objective_id, same ? 0 : rating->rating, rating->comment != NULL ? rating->comment : self->why,
                            self->agreed_by != NULL ? self->agreed_by : name);
}

static gboolean
is_said (const GPtrArray *missing, const char *text)
{
  for (guint i = 0; i < missing->len; i++)
    if (g_str_equal (((const ExMissing *) g_ptr_array_index (missing, i))->text, text))
      return TRUE;

  return FALSE;
}

/* Of all adjustments, each thing once. */
static GPtrArray *
list_missing_of_adjustments (const ExCliReview *self)
{
  GPtrArray *all = ex_gate_calibrate (self->reviews, self->index, NULL);

  for (guint i = 0; self->ratings != NULL && i < self->ratings->len; i++)
    {
      g_autoptr (ExAdjustment) adjustment = make_adjustment (self, g_ptr_array_index (self->ratings, i));
      g_autoptr (GPtrArray) missing = NULL;

      if (adjustment == NULL || adjustment->rating == 0)
        continue;
      missing = ex_gate_calibrate (self->reviews, self->index, adjustment);
      for (guint m = missing->len; m > 0; m--)
        if (is_said (all, ((const ExMissing *) g_ptr_array_index (missing, m - 1))->text))
          g_ptr_array_remove_index (missing, m - 1);
      g_ptr_array_extend_and_steal (all, g_steal_pointer (&missing));
    }

  return all;
}

GPtrArray *
ex_cli_review_list_missing (const ExCliReview *self)
{
  GPtrArray *missing;

  if (self->step == EX_STEP_CALIBRATE)
    return list_missing_of_adjustments (self);
  if (self->step != EX_STEP_SELF_ASSESS && self->step != EX_STEP_ASSESS)
    return g_ptr_array_new ();

  missing = ex_step_missing (self->reviews, self->index, self->step, NULL, EX_NO_ONE);
  for (guint i = missing->len; i > 0; i--)
    if (is_given (self, g_ptr_array_index (missing, i - 1)))
      g_ptr_array_remove_index (missing, i - 1);

  return missing;
}

/* --- writing --------------------------------------------------------------------------------------------------------------------------- */

gboolean
ex_cli_review_has_work (const ExCliReview *self)
{
  if (self->step != EX_STEP_CALIBRATE)
    return TRUE;

  for (guint i = 0; i < self->ratings->len; i++)
    {
      g_autoptr (ExAdjustment) adjustment = make_adjustment (self, g_ptr_array_index (self->ratings, i));

      if (adjustment != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
adjust (ExCliReview *self, GError **error)
{
  for (guint i = 0; i < self->ratings->len; i++)
    {
      g_autoptr (ExAdjustment) adjustment = make_adjustment (self, g_ptr_array_index (self->ratings, i));

      if (adjustment == NULL)
        continue;
      if (!ex_store_adjust (self->store, adjustment, error))
        return FALSE;
      self->n_adjusted++;
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
