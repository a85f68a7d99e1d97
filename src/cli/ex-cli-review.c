#include "config.h"

#include "ex-cli-review.h"

#include "ex-cli-meant.h"

#include <glib/gi18n-lib.h>

static void
review_clear (ExCliReview *self)
{
  g_clear_pointer (&self->store, ex_store_close);
  g_clear_pointer (&self->cycle, ex_cycle_free);
  g_clear_pointer (&self->leader, g_free);
  g_clear_pointer (&self->to, g_strfreev);
  g_clear_pointer (&self->why, g_free);
  g_clear_pointer (&self->agreed_by, g_free);
  g_clear_pointer (&self->reviews, ex_reviews_unref);
  g_clear_pointer (&self->ratings, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExCliReview, review_clear)

static const ExCliUsage usage = {
  "review",
  "FILE CYCLE LEADER agree|self-assess|assess|calibrate|sign|dissent|excuse|reopen|send-back|move|observe [OPTION…]",
  N_("Takes a step of a leader’s review, when its gate passes."),
  N_("A gate that does not pass says everything that is missing, a line each. Ratings are a CSV file of objective, rating (a number of the scale, or "
     "its word) and comment; in assess a rating says that the actual is right. calibrate adjusts ratings with a reason each, the comment or --why. "
     "sign signs for whoever is acting: the reviewer first, then the leader; HR signs for the next of "
     "them who cannot, with --why, and for the board without. excuse, reopen, send-back and move need --why. "
     "observe names the observers with --to (three or more; --to '' takes them off), and takes an observer’s ratings with --ratings --as."),
  4,
  4,
};

static ExCliStatus
refuse_all (const GPtrArray *missing)
{
  g_autofree char *text = ex_missing_to_text (missing);

  g_strchomp (text);

  return ex_cli_refuse ("%s", text);
}

/* --- what is needed to begin --------------------------------------------------------------------------------------------------- */

/* FALSE: it was said why. */
static gboolean
find_cycle_and_leader (ExCliReview *self, const char *cycle)
{
  g_autofree char *name = ex_cli_to_name (cycle);
  g_autoptr (GError) error = NULL;

  self->cycle = ex_store_find_cycle (self->store, name, &error);
  if (self->cycle == NULL)
    {
      ex_cli_refuse ("%s", error->message);
      ex_cli_tell_cycle_meant (self->store, name);
      return FALSE;
    }

  self->reviews = ex_store_read_review (self->store, self->cycle->id, self->leader, &error);
  if (self->reviews == NULL)
    {
      ex_cli_refuse ("%s", error->message);
      if (g_error_matches (error, EX_STORE_ERROR, EX_STORE_ERROR_NOT_FOUND))
        ex_cli_tell_leader_meant (self->store, self->leader);
    }

  return self->reviews != NULL;
}

static gboolean
find_review (ExCliReview *self, const char *cycle)
{
  ExCompany *company;
  const char *actor = ex_store_get_actor (self->store);

  if (!find_cycle_and_leader (self, cycle))
    return FALSE;

  company = ex_reviews_get_company (self->reviews);
  self->index = (guint) ex_company_find_leader (company, self->leader);
  self->actor = EX_NOBODY;
  if (!g_str_equal (actor, EX_STORE_HR))
    {
      int index = ex_company_find_leader (company, actor);

      self->actor = index >= 0 ? index : EX_NO_ONE;
    }

  return TRUE;
}

static const struct
{
  ExStep   step;
  gboolean ratings, to, why, agreed_by; /* which options it takes */
} takes[] = {
  { EX_STEP_AGREE, FALSE, FALSE, FALSE, FALSE },   { EX_STEP_SELF_ASSESS, TRUE, FALSE, FALSE, FALSE },
  { EX_STEP_ASSESS, TRUE, FALSE, FALSE, FALSE },   { EX_STEP_CALIBRATE, TRUE, FALSE, TRUE, TRUE },
  { EX_STEP_SIGN, FALSE, FALSE, TRUE, FALSE },     { EX_STEP_DISSENT, FALSE, FALSE, TRUE, FALSE },
  { EX_STEP_EXCUSE, FALSE, FALSE, TRUE, FALSE },   { EX_STEP_REOPEN, FALSE, FALSE, TRUE, FALSE },
  { EX_STEP_SEND_BACK, FALSE, FALSE, TRUE, FALSE }, { EX_STEP_MOVE, FALSE, TRUE, TRUE, FALSE },
  { EX_STEP_OBSERVE, TRUE, TRUE, FALSE, FALSE },
};

/* An option that a step has no use for is a mistake, not a wish to be passed over. */
static gboolean
check_options (const ExCliReview *self, const char *actor, ExCliStatus *status)
{
  const char *extra = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (takes); i++)
    if (takes[i].step == self->step)
      {
        if (self->input != NULL && !takes[i].ratings)
          extra = "--ratings";
        else if (self->to != NULL && !takes[i].to)
          extra = "--to";
        else if (self->why != NULL && !takes[i].why)
          extra = "--why";
        else if (self->agreed_by != NULL && !takes[i].agreed_by)
          extra = "--agreed-by";
      }
  if (extra != NULL)
    *status = ex_cli_misused (&usage, _("%s says nothing about %s."), extra, ex_step_nick (self->step));
  else if (self->step == EX_STEP_CALIBRATE && self->input == NULL)
    *status = ex_cli_misused (&usage, _("--ratings is missing: the ratings as they should be, with a reason each or --why."));
  else if (self->step == EX_STEP_MOVE && (self->to == NULL || self->to[1] != NULL))
    *status = ex_cli_misused (&usage, _("--to is missing: the one leader who is to review from now on."));
  else if (self->step == EX_STEP_OBSERVE && (self->to != NULL) == (self->input != NULL))
    *status = ex_cli_misused (&usage, _("say who observes, --to ID three times or more, or what an observer says, --ratings CSV --as ID."));
  else if (self->step == EX_STEP_OBSERVE && self->input != NULL && (actor == NULL || g_ascii_strcasecmp (actor, EX_STORE_HR) == 0))
    *status = ex_cli_misused (&usage, _("--as ID is missing: the observer whose ratings these are."));
  else
    return TRUE;

  return FALSE;
}

/* --- the step ------------------------------------------------------------------------------------------------------------------- */

/* Who observes rates for themselves; naming observers is HR's. FALSE: it was said. */
static gboolean
check_actor (const ExCliReview *self)
{
  g_autofree char *forbidden = NULL;

  if (self->actor == EX_NO_ONE || (self->step == EX_STEP_OBSERVE && self->input != NULL))
    return TRUE;
  forbidden = ex_step_forbids (self->reviews, self->index, self->step, self->actor);
  if (forbidden != NULL)
    ex_cli_refuse ("%s", forbidden);

  return forbidden == NULL;
}

/* Both what is wrong with the ratings and what else is missing. FALSE: it was said. */
static gboolean
check_gate (ExCliReview *self)
{
  gboolean readable = self->input == NULL || ex_cli_review_read_ratings (self);
  g_autoptr (GPtrArray) missing = ex_cli_review_list_missing (self);

  if (missing->len > 0)
    refuse_all (missing);

  return readable && missing->len == 0;
}

static const char *
action_name (ExStep step)
{
  switch (step)
    {
    case EX_STEP_SELF_ASSESS:
      return N_("Submit a self-assessment");
    case EX_STEP_ASSESS:
      return N_("Assess a review");
    case EX_STEP_CALIBRATE:
      return N_("Calibrate ratings");
    case EX_STEP_OBSERVE:
      return N_("Observe");
    default:
      return NULL; /* the store's own */
    }
}

static gboolean
take (ExCliReview *self, GError **error)
{
  if (self->step == EX_STEP_OBSERVE && self->to != NULL)
    return ex_store_set_observers (self->store, self->cycle->id, self->leader, (const char *const *) self->to, error);
  if (!ex_cli_review_keep_ratings (self, error))
    return FALSE;
  if (self->step == EX_STEP_CALIBRATE || self->step == EX_STEP_OBSERVE)
    return TRUE;

  return ex_store_take_step (self->store, self->cycle->id, self->leader, self->step, self->why, self->to != NULL ? self->to[0] : NULL, error);
}

/* Ratings and step are one action, or none. */
static gboolean
take_as_one (ExCliReview *self, GError **error)
{
  const char *name = action_name (self->step);

  if (name == NULL || self->to != NULL)
    return take (self, error);
  if (!ex_store_begin (self->store, name, error))
    return FALSE;
  ex_store_set_subject (self->store, ex_company_get_leader (ex_reviews_get_company (self->reviews), self->index)->name);
  if (!take (self, error))
    {
      ex_store_rollback (self->store);
      return FALSE;
    }

  return ex_store_commit (self->store, error);
}

static void
tell_adjusted (const ExCliReview *self)
{
  if (self->step != EX_STEP_CALIBRATE)
    return;
  if (self->n_adjusted == 0)
    ex_cli_tell (_("Nothing to adjust: these ratings stand already."));
  else
    ex_cli_tell (ngettext ("%u rating was adjusted.", "%u ratings were adjusted.", self->n_adjusted), self->n_adjusted);
}

/* Somebody who is to review or to observe, and is not there. */
static void
tell_meant (const ExCliReview *self)
{
  g_autoptr (GPtrArray) leaders = self->to != NULL ? ex_store_list_leaders (self->store, NULL) : NULL;

  for (char **id = self->to; leaders != NULL && *id != NULL; id++)
    if (!ex_cli_knows_leader (leaders, *id))
      ex_cli_tell_leader_meant (self->store, *id);
}

/* "Ana Okafor: agreed · no self-assessment" */
static void
tell_state (ExCliReview *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExReviews) after = ex_store_read_review (self->store, self->cycle->id, self->leader, &error);
  const ExReview *review;
  g_autofree char *summary = NULL;
  int index;

  if (after == NULL)
    return;
  index = ex_company_find_leader (ex_reviews_get_company (after), self->leader);
  review = ex_reviews_get (after, (guint) index);
  summary = ex_review_summary (after, (guint) index, NULL);
  ex_cli_tell ("%s: %s%s%s", ex_company_get_leader (ex_reviews_get_company (after), (guint) index)->name,
               review->excused ? _("excused") : ex_review_state_label (review->state), *summary != '\0' ? " · " : "", summary);
}

static ExCliStatus
run_step (ExCliReview *self, const char *cycle)
{
  g_autoptr (GError) error = NULL;

  if (self->step == EX_STEP_OBSERVE)
    ex_cli_review_split_ids (self->store, &self->to);
  if (!find_review (self, cycle) || !check_actor (self) || !check_gate (self))
    return EX_CLI_REFUSED;
  if (ex_cli_review_has_work (self) && !take_as_one (self, &error))
    {
      ex_cli_refuse ("%s", error->message);
      tell_meant (self);
      return EX_CLI_REFUSED;
    }
  tell_adjusted (self);
  tell_state (self);

  return EX_CLI_DONE;
}

/* Out of the locale's encoding. */
static void
take_words (ExCliReview *self, const char *leader, char **to, const char *why, const char *agreed_by)
{
  self->leader = ex_cli_to_utf8 (leader);
  self->why = why != NULL ? ex_cli_to_utf8 (why) : NULL;
  self->agreed_by = agreed_by != NULL ? ex_cli_to_utf8 (agreed_by) : NULL;
  self->to = g_strdupv (to);
  for (char **id = self->to; id != NULL && *id != NULL; id++)
    {
      char *text = ex_cli_to_utf8 (*id);

      g_free (*id);
      *id = text;
    }
}

/* "CYCLE LEADER agree"; the step is understood in any of the three places. FALSE: none of them is a step. */
static gboolean
find_step (char **words, ExStep *step)
{
  for (guint at = 3; at >= 1; at--)
    if (ex_step_parse (words[at], step))
      {
        char *word = words[at];

        for (guint i = at; i < 3; i++)
          words[i] = words[i + 1];
        words[3] = word;
        return TRUE;
      }

  return FALSE;
}

static ExCliStatus
run (int argc, char **argv)
{
  static const char *const verbs[] = { "agree", "self-assess", "assess", "calibrate", "sign", "dissent", "excuse", "reopen", "send-back", "move", "observe", NULL };
  g_auto (ExCliReview) review = { 0 };
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) to = NULL;
  g_autofree char *why = NULL;
  g_autofree char *agreed_by = NULL;
  g_autofree char *ratings = NULL;
  g_autofree char *actor = NULL;
  ExCliStatus status;
  const GOptionEntry entries[] = {
    { "ratings", 0, 0, G_OPTION_ARG_FILENAME, &ratings, N_("of self-assess, assess, calibrate, observe; “-” is standard input"), N_("CSV") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &to, N_("who is to review; who observes (three or more)"), N_("ID") },
    { "why", 0, 0, G_OPTION_ARG_FILENAME, &why, N_("the reason; of dissent its words"), N_("TEXT") },
    { "agreed-by", 0, 0, G_OPTION_ARG_FILENAME, &agreed_by, N_("of calibrate: who agreed to it; who is acting unless set"), N_("NAME") },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &actor, N_("who is acting; HR unless set"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ex_cli_parse (&usage, entries, argc, argv, &words, &status))
    return status;
  if (!find_step (words, &review.step))
    return ex_cli_unknown (&usage, _("step"), words[3], verbs);
  take_words (&review, words[2], to, why, agreed_by);
  review.input = ratings;
  if (!check_options (&review, actor, &status))
    return status;

  review.store = ex_cli_open (words[0], actor);

  return review.store != NULL ? run_step (&review, words[1]) : EX_CLI_REFUSED;
}

const ExCliCommand ex_cli_review_command = { &usage, run };
