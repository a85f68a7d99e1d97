/* Where the reviews stand, how far down they are, what is next. */
#include "config.h"

#include "ex-tables.h"

#include "core/ex-gate.h"
#include "core/ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* --- reviews ------------------------------------------------------------------------------------------------------------ */

const ExTableColumn ex_table_reviews[] = {
  { "leader", N_("Id"), EX_CELL_TEXT },
  { "name", N_("Name"), EX_CELL_TEXT },
  { "level", NULL, EX_CELL_INTEGER, N_("Level") },
  { "reviewer", NULL, EX_CELL_WORD, N_("Reviewer’s id") },
  { NULL, N_("Reviewer"), EX_CELL_TEXT },
  { "state", N_("State"), EX_CELL_WORD },
  { "excused", NULL, EX_CELL_BOOLEAN, N_("Excused") },
  { "score", N_("Score"), EX_CELL_RATE },
  { "missing", N_("Missing"), EX_CELL_TEXT },
  { "waiting_for", NULL, EX_CELL_WORD, N_("Waiting for (id)") },
  { NULL, N_("Waiting for"), EX_CELL_TEXT },
  { "due", N_("Due"), EX_CELL_DATE },
  { "overdue_days", N_("Days overdue"), EX_CELL_INTEGER },
  { "self", N_("Self"), EX_CELL_NUMBER },
  { "manager", N_("Manager"), EX_CELL_NUMBER },
  { "observers", N_("Observers"), EX_CELL_NUMBER },
  { "final", N_("Final"), EX_CELL_NUMBER },
  { "flags", N_("Look at"), EX_CELL_TEXT },
  EX_TABLE_END,
};

static void
add_person (ExTable *table, const ExReviews *reviews, int index)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  const ExLeader *leader = index >= 0 ? ex_company_get_leader (company, (guint) index) : NULL;

  if (leader != NULL)
    {
      ex_table_word (table, leader->id, NULL);
      ex_table_text (table, leader->name);
      return;
    }
  ex_table_word (table, index == EX_NOBODY ? "board" : NULL, NULL);
  ex_table_text (table, index == EX_NOBODY ? ex_cycle_board_name (ex_reviews_get_cycle (reviews)) : NULL);
}

static void
add_due (ExTable *table, ExDay due, int overdue)
{
  ex_table_day (table, due);
  if (overdue > 0)
    ex_table_integer (table, overdue);
  else if (due != EX_DAY_NONE)
    ex_table_integer_shown (table, 0, "");
  else
    ex_table_blank (table, "");
}

static void
add_mean (ExTable *table, double mean)
{
  ex_table_number (table, isnan (mean) ? mean : ex_round_half_away (mean, 6), 2, NULL);
}

/* Only what who is looking may see. */
static void
add_means (ExTable *table, const ExReviews *reviews, int viewer, guint index)
{
  gboolean self = ex_reviews_sees_self (reviews, viewer, index);
  gboolean manager = ex_reviews_sees_manager (reviews, viewer, index);
  guint n;

  add_mean (table, self ? ex_reviews_mean_self (reviews, index) : EX_UNSET);
  add_mean (table, manager ? ex_reviews_mean_first (reviews, index) : EX_UNSET);
  add_mean (table, manager ? ex_reviews_mean_observers (reviews, index, &n) : EX_UNSET);
  add_mean (table, manager ? ex_reviews_mean_final (reviews, index) : EX_UNSET);
}

void
ex_table_add_review (ExTable *table, const ExReviews *reviews, int viewer, guint index, guint indent)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  const ExLeader *leader = ex_company_get_leader (company, index);
  const ExReview *review = ex_reviews_get (reviews, index);
  const ExStanding *standing = ex_company_get_standing (company, index);
  g_autoptr (GPtrArray) flags = ex_reviews_get_flags (reviews, index);
  g_autofree char *summary = NULL;
  g_autofree char *all = NULL;
  guint level = ex_reviews_get_level (reviews, index);
  int waiting;

  summary = ex_review_summary (reviews, index, &waiting);
  g_ptr_array_add (flags, NULL);
  all = g_strjoinv (" ", (char **) flags->pdata);

  ex_table_text (table, leader->id);
  ex_table_indented (table, leader->name, indent);
  if (level > 0)
    ex_table_integer (table, level);
  else
    ex_table_blank (table, "");
  add_person (table, reviews, ex_reviews_get_reviewer (reviews, index));
  ex_table_word (table, ex_review_state_nick (review->state), review->excused ? _("excused") : ex_review_state_label (review->state));
  ex_table_boolean (table, review->excused);
  ex_table_rate (table, standing->score, FALSE);
  ex_table_text (table, *summary != '\0' ? summary : NULL);
  add_person (table, reviews, waiting);
  add_due (table, ex_review_due (reviews, index), ex_review_overdue (reviews, index));
  add_means (table, reviews, viewer, index);
  ex_table_text (table, *all != '\0' ? all : NULL);
}

/* --- coverage ----------------------------------------------------------------------------------------------------------- */

const ExTableColumn ex_table_coverage[] = {
  { "level", N_("Level"), EX_CELL_INTEGER },
  { "leaders", N_("Leaders"), EX_CELL_INTEGER },
  { "excused", N_("Excused"), EX_CELL_INTEGER },
  { "agreed", N_("Agreed"), EX_CELL_INTEGER },
  { "self_assessed", N_("Self-assessed"), EX_CELL_INTEGER },
  { "assessed", N_("Assessed"), EX_CELL_INTEGER },
  { "signed", N_("Signed"), EX_CELL_INTEGER },
  { "objectives", N_("Objectives"), EX_CELL_INTEGER },
  { "measured", N_("Measured"), EX_CELL_INTEGER },
  { "linked", N_("Linked"), EX_CELL_INTEGER },
  EX_TABLE_END,
};

static guint
at_least (const ExCoverage *coverage, ExReviewState state)
{
  guint n = 0;

  for (guint i = state; i < EX_N_REVIEW_STATES; i++)
    n += coverage->state[i];

  return n;
}

void
ex_table_add_coverage (ExTable *table, const ExCoverage *coverage)
{
  if (coverage->level > 0)
    ex_table_integer (table, coverage->level);
  else
    ex_table_blank (table, _("under no top"));
  ex_table_integer (table, coverage->leaders);
  ex_table_integer (table, coverage->excused);
  ex_table_integer (table, coverage->agreed);
  ex_table_integer (table, at_least (coverage, EX_REVIEW_SELF_ASSESSED));
  ex_table_integer (table, at_least (coverage, EX_REVIEW_ASSESSED));
  ex_table_integer (table, coverage->signed_);
  ex_table_integer (table, coverage->objectives);
  ex_table_integer (table, coverage->measured);
  ex_table_integer (table, coverage->linked);
}

/* --- what is next ------------------------------------------------------------------------------------------------------- */

const ExTableColumn ex_table_todo[] = {
  { "person", NULL, EX_CELL_WORD, N_("Id") },
  { "name", NULL, EX_CELL_TEXT, N_("Name") },
  { "what", NULL, EX_CELL_WORD, N_("What") },
  { "leader", NULL, EX_CELL_WORD, N_("Leader") },
  { "objective", NULL, EX_CELL_WORD, N_("Objective") },
  { "text", NULL, EX_CELL_TEXT, N_("What is next") },
  { "detail", NULL, EX_CELL_TEXT, N_("Note") },
  { "due", NULL, EX_CELL_DATE, N_("Due") },
  { "overdue_days", NULL, EX_CELL_INTEGER, N_("Days overdue") },
  { "blocked", NULL, EX_CELL_BOOLEAN, N_("Blocked") },
  EX_TABLE_END,
};

const char *
ex_table_name_of (const ExReviews *reviews, int person)
{
  return person >= 0 ? ex_company_get_leader (ex_reviews_get_company (reviews), (guint) person)->name : _("HR");
}

void
ex_table_add_todo (ExTable *table, const ExReviews *reviews, int person, const ExTodo *todo)
{
  ExCompany *company = ex_reviews_get_company (reviews);
  const ExLeader *who = person >= 0 ? ex_company_get_leader (company, (guint) person) : NULL;
  const ExLeader *leader = todo->leader >= 0 ? ex_company_get_leader (company, (guint) todo->leader) : NULL;
  const ExObjective *objective = todo->objective >= 0 ? ex_company_get_objective (company, (guint) todo->objective) : NULL;

  ex_table_word (table, who != NULL ? who->id : EX_STORE_HR, NULL);
  ex_table_text (table, ex_table_name_of (reviews, person));
  ex_table_word (table, ex_todo_kind_nick (todo->kind), NULL);
  ex_table_word (table, leader != NULL ? leader->id : NULL, NULL);
  ex_table_word (table, objective != NULL ? objective->id : NULL, NULL);
  ex_table_text (table, todo->text);
  ex_table_text (table, todo->detail);
  ex_table_day (table, todo->due);
  if (todo->due != EX_DAY_NONE)
    ex_table_integer (table, todo->overdue);
  else
    ex_table_blank (table, NULL);
  ex_table_boolean (table, todo->blocked);
}
