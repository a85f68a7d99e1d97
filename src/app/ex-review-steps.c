#include "config.h"

#include "ex-review-steps.h"

#include "core/ex-format.h"
#include "store/ex-store.h"

#include <adwaita.h>
#include <glib/gi18n.h>

const char *
ex_review_name_of (const ExReviews *reviews, const char *id)
{
  const ExCompany *company = ex_reviews_get_company (reviews);
  int leader;

  g_return_val_if_fail (id != NULL, "");

  if (g_str_equal (id, EX_BOARD))
    return ex_cycle_board_name (ex_reviews_get_cycle (reviews));
  if (g_str_equal (id, EX_STORE_HR))
    return _("HR");
  leader = ex_company_find_leader (company, id);
  return leader >= 0 ? ex_company_get_leader (company, (guint) leader)->name : id;
}

/* The reviewer signs first: whose signature this step put is what it has that the one before had not. */
static char *
describe_signature (const ExReviews *reviews, guint leader, const ExReviewStep *step, const ExReviewStep *before)
{
  const char *name = ex_company_get_leader (ex_reviews_get_company (reviews), leader)->name;
  gboolean reviewer = before == NULL || before->reviewer_signed == NULL;
  const char *signature = reviewer ? step->reviewer_signed : step->leader_signed;

  if (signature == NULL)
    return g_strdup (_("Signed"));
  if (g_str_equal (signature, EX_STORE_HR))
    return reviewer ? g_strdup (_("Signed by HR for the reviewer")) : g_strdup_printf (_("Signed by HR for %s"), name);
  if (reviewer)
    return g_strdup_printf (_("Signed by %s as the reviewer"), ex_review_name_of (reviews, signature));
  return g_strdup_printf (_("Signed by %s"), ex_review_name_of (reviews, signature));
}

/* "Signed by Ben Ito as the reviewer". (transfer full) */
static char *
describe_step (const ExReviews *reviews, guint leader, const ExReviewStep *step, const ExReviewStep *before)
{
  switch (step->step)
    {
    case EX_STEP_AGREE:
      return g_strdup (_("Objectives agreed"));
    case EX_STEP_SELF_ASSESS:
      return g_strdup (_("Self-assessment submitted"));
    case EX_STEP_ASSESS:
      return g_strdup (_("Assessed"));
    case EX_STEP_SIGN:
      return describe_signature (reviews, leader, step, before);
    case EX_STEP_DISSENT:
      return g_strdup (_("Dissent added"));
    case EX_STEP_EXCUSE:
      return g_strdup (_("Excused"));
    case EX_STEP_REOPEN:
      return g_strdup (_("Re-opened"));
    case EX_STEP_SEND_BACK:
      /* Translators: %s is the state of a review: "drafting", "agreed" */
      return g_strdup_printf (_("Sent back: now %s"), ex_review_state_label (step->state));
    case EX_STEP_MOVE:
      return g_strdup_printf (_("Moved to %s"), ex_review_name_of (reviews, step->reviewer_id != NULL ? step->reviewer_id : EX_BOARD));
    default:
      return g_strdup (ex_step_label (step->step));
    }
}

GtkWidget *
ex_review_step_row_new (const ExReviews *reviews, guint leader, const ExReviewStep *step, const ExReviewStep *before)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = describe_step (reviews, leader, step, before);
  g_autofree char *title = g_markup_escape_text (words, -1);
  g_autofree char *day = ex_format_day (step->day);
  /* Translators: when and by whom: "12 Jan 2026 by Ben Ito" */
  g_autofree char *when = step->actor != NULL ? g_strdup_printf (_("%s by %s"), day, ex_review_name_of (reviews, step->actor)) : g_strdup (day);
  g_autofree char *both = step->why != NULL ? g_strdup_printf ("%s\n%s", when, step->why) : g_strdup (when);
  g_autofree char *subtitle = g_markup_escape_text (both, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}
