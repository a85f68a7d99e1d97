/* What a leader has to do for their own review, and as an observer. */
#include "config.h"

#include "ex-todo-private.h"

#include "ex-format.h"
#include "ex-gate-private.h"
#include "ex-period.h"
#include "ex-todo-words.h"

#include <glib/gi18n-lib.h>

/* --- objectives -------------------------------------------------------------------------------------------------------- */

static char *
describe_missing (const GPtrArray *missing)
{
  const ExMissing *first = g_ptr_array_index (missing, 0);

  if (missing->len == 1)
    return g_strdup (first->text);

  /* Translators: a sentence of what is missing, and how many more there are. */
  return g_strdup_printf (ngettext ("%s And %u more.", "%s And %u more.", missing->len - 1), first->text, missing->len - 1);
}

static void
add_set_objectives (ExTodoDraft *self,
                    guint        leader)
{
  /* What stands above (the manager's own review) is not among it: there the leader can only wait. */
  g_autoptr (GPtrArray) missing = ex_gate_objectives (self->reviews, leader, NULL);
  guint n;

  if (missing->len == 0)
    return;

  ex_company_leader_objectives (self->company, leader, &n);
  ex_todo_draft_add (self, EX_TODO_SET_OBJECTIVES, ex_cycle_until (self->cycle, EX_PHASE_PLAN),
                     g_strdup_printf (n == 0 ? _("Set your objectives for %s") : _("Complete your objectives for %s"), self->cycle->name),
                     describe_missing (missing), (int) leader, -1);
}

/* --- check-ins --------------------------------------------------------------------------------------------------------- */

/* "September"; with the year when it is not this one. */
static char *
format_month (ExDay day,
              ExDay today)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, this_year;

  ex_day_split (today, &this_year, NULL, NULL);
  ex_day_split (day, &year, &month, NULL);
  time = g_date_time_new_utc (year, month, 1, 0, 0, 0);

  /* Translators: a month as g_date_time_format() writes it: "September". */
  return g_date_time_format (time, year == this_year ? _("%OB") : _("%OB %Y"));
}

static char *
format_quarter (ExDay day,
                ExDay today)
{
  int year, this_year;

  ex_day_split (day, &year, NULL, NULL);
  ex_day_split (today, &this_year, NULL, NULL);

  return ex_period_to_label (ex_period_of_day (EX_GRAIN_QUARTER, day), year != this_year);
}

static char *
name_check_in (const ExObjective *objective,
               ExDay              due,
               ExDay              today)
{
  g_autofree char *period = NULL;

  if (objective->kind == EX_KIND_MILESTONE)
    return g_strdup_printf (_("Say whether “%s” is done"), objective->title);

  switch (objective->cadence)
    {
    case EX_CADENCE_WEEKLY:
      period = ex_format_day (due);
      /* Translators: a week's last day, an objective. */
      return g_strdup_printf (_("Record the week to %s for “%s”"), period, objective->title);
    case EX_CADENCE_MONTHLY:
      period = format_month (due, today);
      break;
    case EX_CADENCE_QUARTERLY:
    case EX_CADENCE_NONE:
    default:
      period = format_quarter (due, today);
      break;
    }

  /* Translators: a month or a quarter, an objective: "Record September for “Calls answered in 30 s”". */
  return g_strdup_printf (_("Record %s for “%s”"), period, objective->title);
}

/* A milestone is far off for most of the cycle: it is asked for one cadence before its day. */
static void
add_check_in (ExTodoDraft    *self,
              const ExLeader *leader,
              int             index,
              guint           objective)
{
  const ExObjective *record = ex_company_get_objective (self->company, objective);
  ExDay first = MAX (self->cycle->first, leader->from);
  ExDay last = leader->to != EX_DAY_NONE ? MIN (self->cycle->last, leader->to) : self->cycle->last;
  ExDay due = ex_check_in_due_between (record, ex_company_get_reading (self->company, objective), first, last, self->today);

  if (due == EX_DAY_NONE)
    return;
  if (record->kind == EX_KIND_MILESTONE && self->today + (ExDay) ex_cadence_days (record->cadence) < due)
    return;

  ex_todo_draft_add (self, EX_TODO_CHECK_IN, due, name_check_in (record, due, self->today), NULL, index, (int) objective);
}

static void
add_check_ins (ExTodoDraft *self,
               guint        leader)
{
  guint n;
  const guint *own = ex_company_leader_objectives (self->company, leader, &n);

  for (guint i = 0; i < n; i++)
    add_check_in (self, ex_company_get_leader (self->company, leader), (int) leader, own[i]);
}

/* --- self-assessment --------------------------------------------------------------------------------------------------- */

/* Those who cannot be assessed before @leader has rated themself. */
static GPtrArray *
list_waiting (const ExTodoDraft *self,
              guint              leader)
{
  GPtrArray *names = g_ptr_array_new ();
  guint n;
  const guint *reports = ex_reviews_get_reports (self->reviews, (int) leader, &n);

  for (guint i = 0; i < n; i++)
    {
      const ExReview *review = ex_reviews_get (self->reviews, reports[i]);

      if (!review->excused && review->state < EX_REVIEW_ASSESSED)
        g_ptr_array_add (names, (gpointer) ex_todo_draft_name (self, reports[i]));
    }

  return names;
}

static void
add_self_assess (ExTodoDraft *self,
                 guint        leader)
{
  g_autoptr (GPtrArray) waiting = list_waiting (self, leader);
  ExDay due = ex_cycle_until (self->cycle, EX_PHASE_ASSESS);
  char *text, *detail;

  if (waiting->len == 0)
    {
      text = g_strdup (_("Rate yourself"));
      detail = ex_todo_describe_rated (self, leader, ex_gate_count_self (self->reviews, leader));
    }
  else
    {
      g_autofree char *count = ex_words_count (waiting->len);
      g_autofree char *names = ex_words_names (waiting, waiting->len);

      /* Translators: the %s is a count in words: "your four reports". */
      text = waiting->len == 1 ? g_strdup (_("Rate yourself before your report can be assessed"))
                               : g_strdup_printf (ngettext ("Rate yourself before your %s reports can be assessed",
                                                            "Rate yourself before your %s reports can be assessed", waiting->len), count);
      detail = g_strdup_printf (_("Then you can assess %s."), names);
    }

  ex_todo_draft_add (self, EX_TODO_SELF_ASSESS, due, text, detail, (int) leader, -1);
}

/* --- the signature ----------------------------------------------------------------------------------------------------- */

static void
add_sign (ExTodoDraft    *self,
          const ExReview *review,
          guint           leader)
{
  g_autoptr (GPtrArray) missing = NULL;

  if (review->reviewer_signed == NULL || review->leader_signed != NULL)
    return;

  missing = ex_gate_sign (self->reviews, leader);
  if (missing->len == 0)
    ex_todo_draft_add (self, EX_TODO_SIGN, ex_cycle_until (self->cycle, EX_PHASE_SIGN), g_strdup (_("Read your review and sign it")),
                       g_strdup (_("Where you do not agree, say so in a dissent first.")), (int) leader, -1);
}

void
ex_todo_add_own (ExTodoDraft *self,
                 guint        leader)
{
  const ExReview *review = ex_reviews_get (self->reviews, leader);

  if (review->excused || !ex_reviews_takes_part (self->reviews, leader))
    return;

  if (review->state == EX_REVIEW_DRAFTING)
    add_set_objectives (self, leader);
  else if (review->state < EX_REVIEW_ASSESSED && self->cycle->phase <= EX_PHASE_ASSESS)
    add_check_ins (self, leader);

  if (review->state == EX_REVIEW_AGREED && self->cycle->phase >= EX_PHASE_ASSESS)
    add_self_assess (self, leader);
  if (review->state == EX_REVIEW_ASSESSED && self->cycle->phase == EX_PHASE_SIGN)
    add_sign (self, review, leader);
}

/* --- observing --------------------------------------------------------------------------------------------------------- */

/* How many objectives of @leader the viewer has rated as their observer. */
static guint
count_observed (const ExTodoDraft *self,
                guint              leader,
                guint             *n)
{
  const guint *own = ex_company_leader_objectives (self->company, leader, n);
  guint rated = 0;

  for (guint i = 0; i < *n; i++)
    {
      guint n_marks;
      const ExMark *marks = ex_reviews_get_marks (self->reviews, own[i], &n_marks);

      for (guint k = 0; k < n_marks; k++)
        rated += marks[k].role == EX_ROLE_OBSERVER && marks[k].rater == self->viewer && marks[k].rating > 0 ? 1 : 0;
    }

  return rated;
}

static void
add_observed (ExTodoDraft *self,
              guint        leader)
{
  const ExReview *review = ex_reviews_get (self->reviews, leader);
  guint n, rated = count_observed (self, leader, &n);

  if (review->excused || review->state < EX_REVIEW_AGREED || review->state >= EX_REVIEW_SIGNED)
    return;
  if (rated >= n)
    return;

  ex_todo_draft_add (self, EX_TODO_OBSERVE, ex_cycle_until (self->cycle, EX_PHASE_ASSESS),
                     g_strdup_printf (_("Rate the objectives of %s as an observer"), ex_todo_draft_name (self, leader)),
                     g_strdup (_("Nobody sees what you say: only the mean of at least three observers is shown.")), (int) leader, -1);
}

void
ex_todo_add_observed (ExTodoDraft *self)
{
  if (self->cycle->phase < EX_PHASE_ASSESS)
    return;

  for (guint i = 0; i < ex_company_n_leaders (self->company); i++)
    if (ex_reviews_observes (self->reviews, (guint) self->viewer, i))
      add_observed (self, i);
}
