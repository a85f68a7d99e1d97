/* G1: what a leader's objectives, and the reviews above, miss for the objectives to be agreed. */
#include "config.h"

#include "ex-gate.h"

#include "ex-blank.h"
#include "ex-format.h"
#include "ex-gate-private.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>

/* "%s" is the title of the objective. What is missing of a milestone's due date is among its problems. */
static const struct { ExGap gap; const char *sentence; } gap_sentences[] = {
  { EX_GAP_UNIT, N_("“%s” has no unit.") },
  { EX_GAP_SOURCE, N_("“%s” has no data source.") },
  { EX_GAP_CADENCE, N_("“%s” has no cadence: weekly, monthly or quarterly.") },
  { EX_GAP_BASELINE, N_("“%s” has no baseline.") },
  { EX_GAP_TARGET, N_("“%s” has no target.") },
  { EX_GAP_NO_MOVE, N_("The baseline and the target of “%s” are the same: there is nothing to move.") },
  { EX_GAP_RANGE, N_("“%s” has no range.") },
  { EX_GAP_WIDTH, N_("The range of “%s” is open on one side and has no width.") },
  { EX_GAP_FLAT, N_("The low and the high end of the range of “%s” are the same.") },
  { EX_GAP_DUE, N_("“%s” has no due date.") },
};

static void
add_measure (GPtrArray         *missing,
             const ExReviews   *self,
             guint              leader,
             const ExObjective *objective,
             int                index)
{
  const ExCycle *cycle = ex_reviews_get_cycle (self);
  guint gaps = ex_objective_gaps (objective, cycle);
  g_autoptr (GPtrArray) problems = ex_objective_problems (objective, cycle);

  for (gsize i = 0; gaps != 0 && i < G_N_ELEMENTS (gap_sentences); i++)
    if (gaps & gap_sentences[i].gap)
      {
        g_autoptr (GString) text = g_string_new (_(gap_sentences[i].sentence));

        g_string_replace (text, "%s", objective->title, 1);
        ex_missing_add (missing, EX_MEND_OBJECTIVE, (int) leader, index, "%s", text->str);
      }

  for (guint i = 0; i < problems->len; i++)
    ex_missing_add (missing, EX_MEND_OBJECTIVE, (int) leader, index, "“%s”: %s", objective->title, (char *) g_ptr_array_index (problems, i));
}

/* What its parent is: NULL fits; else the sentence with the title in it. */
typedef enum { PARENT_FITS, PARENT_NONE, PARENT_ELSEWHERE, PARENT_NOT_ABOVE } ParentFit;

static ParentFit
judge_parent (const ExReviews   *self,
              guint              leader,
              const ExObjective *objective)
{
  ExCompany *company = ex_reviews_get_company (self);
  int parent, owner;

  if (objective->parent_id == NULL)
    return ex_reviews_is_top (self, leader) || !ex_text_is_blank (objective->local_reason) ? PARENT_FITS : PARENT_NONE;

  parent = ex_company_find_objective (company, objective->parent_id);
  if (parent < 0)
    return PARENT_ELSEWHERE;

  owner = ex_company_find_leader (company, ex_company_get_objective (company, (guint) parent)->leader_id);

  return owner >= 0 && ex_tree_is_below (ex_company_get_tree (company), (int) leader, owner) ? PARENT_FITS : PARENT_NOT_ABOVE;
}

static void
add_parent (GPtrArray         *missing,
            const ExReviews   *self,
            guint              leader,
            const ExObjective *objective,
            int                index)
{
  ExCompany *company = ex_reviews_get_company (self);
  const ExObjective *parent;

  switch (judge_parent (self, leader, objective))
    {
    case PARENT_NONE:
      ex_missing_add (missing, EX_MEND_OBJECTIVE, (int) leader, index, _("“%s” names no objective above it, and no reason why it is local."),
                      objective->title);
      break;
    case PARENT_ELSEWHERE:
      ex_missing_add (missing, EX_MEND_OBJECTIVE, (int) leader, index, _("“%s” names an objective above it that is not in this cycle (%s)."),
                      objective->title, objective->parent_id);
      break;
    case PARENT_NOT_ABOVE:
      parent = ex_company_get_objective (company, (guint) ex_company_find_objective (company, objective->parent_id));
      ex_missing_add (missing, EX_MEND_OBJECTIVE, (int) leader, index, _("“%s” is under “%s”, whose leader is not above %s."), objective->title,
                      parent->title, ex_reviews_get_name (self, (int) leader));
      break;
    case PARENT_FITS:
    default:
      break;
    }
}

static void
add_number_of_objectives (GPtrArray       *missing,
                          const ExReviews *self,
                          guint            leader,
                          guint            n)
{
  int least = ex_reviews_get_cycle (self)->min_objectives;

  if ((int) n >= least)
    return;

  if (n == 0)
    ex_missing_add (missing, EX_MEND_OBJECTIVES, (int) leader, -1, ngettext ("No objectives: this cycle needs at least %d.",
                                                                             "No objectives: this cycle needs at least %d.", (gulong) least), least);
  else
    ex_missing_add (missing, EX_MEND_OBJECTIVES, (int) leader, -1, ngettext ("Only %u objective: this cycle needs at least %d.",
                                                                             "Only %u objectives: this cycle needs at least %d.", n), n, least);
}

static void
add_weights (GPtrArray       *missing,
             guint            leader,
             const GPtrArray *objectives)
{
  g_autofree char *total = NULL;
  int weight = 0;

  for (guint i = 0; i < objectives->len; i++)
    weight += ((const ExObjective *) g_ptr_array_index (objectives, i))->weight;
  if (weight == EX_WHOLE_BP || objectives->len == 0)
    return;

  total = ex_format_weight (weight);
  ex_missing_add (missing, EX_MEND_OBJECTIVES, (int) leader, -1, _("Weights total %s, not 100 %%."), total);
}

/* (transfer container) the company's records */
static GPtrArray *
list_objectives (const ExReviews *self,
                 guint            leader)
{
  ExCompany *company = ex_reviews_get_company (self);
  GPtrArray *objectives = g_ptr_array_new ();
  guint n = 0;
  const guint *own = ex_company_leader_objectives (company, leader, &n);

  for (guint k = 0; k < n; k++)
    g_ptr_array_add (objectives, (gpointer) ex_company_get_objective (company, own[k]));

  return objectives;
}

static void
add_objectives (GPtrArray       *missing,
                const ExReviews *self,
                guint            leader,
                const GPtrArray *objectives)
{
  add_number_of_objectives (missing, self, leader, objectives->len);

  for (guint i = 0; i < objectives->len; i++)
    {
      const ExObjective *objective = g_ptr_array_index (objectives, i);
      int index = ex_company_find_objective (ex_reviews_get_company (self), objective->id);

      add_measure (missing, self, leader, objective, index);
      if (objective->links->len == 0)
        ex_missing_add (missing, EX_MEND_OBJECTIVE, (int) leader, index, _("“%s” is not linked to a driver of customer growth."), objective->title);
      add_parent (missing, self, leader, objective, index);
    }

  add_weights (missing, leader, objectives);
}

GPtrArray *
ex_gate_objectives (const ExReviews *self,
                    guint            leader,
                    const GPtrArray *objectives)
{
  GPtrArray *missing = ex_missing_list_new ();
  g_autoptr (GPtrArray) own = objectives == NULL ? list_objectives (self, leader) : NULL;

  add_objectives (missing, self, leader, objectives != NULL ? objectives : own);

  return missing;
}

GPtrArray *
ex_gate_agree (const ExReviews *self,
               guint            leader)
{
  GPtrArray *missing = ex_missing_list_new ();
  g_autoptr (GPtrArray) own = list_objectives (self, leader);
  int reviewer = ex_reviews_get_reviewer (self, leader);

  ex_gate_add_state (missing, self, leader, EX_REVIEW_DRAFTING);
  ex_gate_add_no_one (missing, self, leader);
  if (ex_gate_waits_above (self, leader, EX_REVIEW_AGREED))
    ex_missing_add (missing, EX_MEND_REVIEW, reviewer, -1, _("%s’s own objectives are not agreed yet: those come first."),
                    ex_reviews_get_name (self, reviewer));
  add_objectives (missing, self, leader, own);

  return missing;
}

ExLacking
ex_gate_count_lacking (const ExReviews *self,
                       guint            leader)
{
  const ExCycle *cycle = ex_reviews_get_cycle (self);
  g_autoptr (GPtrArray) own = list_objectives (self, leader);
  ExLacking lacking = { .n = own->len };

  for (guint i = 0; i < own->len; i++)
    {
      const ExObjective *objective = g_ptr_array_index (own, i);
      g_autoptr (GPtrArray) problems = ex_objective_problems (objective, cycle);

      lacking.unmeasurable += problems->len > 0 || ex_objective_gaps (objective, cycle) != 0 ? 1 : 0;
      lacking.unlinked += objective->links->len == 0 ? 1 : 0;
      lacking.rootless += judge_parent (self, leader, objective) != PARENT_FITS ? 1 : 0;
      lacking.weight += objective->weight;
    }

  return lacking;
}
