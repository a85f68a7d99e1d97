/* Who takes part in a cycle, who reviews whom, and on what level from the tops. */
#include "config.h"

#include "ex-reviews-private.h"

static void
fill_presence (ExReviews *self)
{
  ExDay today = CLAMP (ex_company_get_today (self->company), self->cycle->first, self->cycle->last);

  for (guint i = 0; i < ex_company_n_leaders (self->company); i++)
    {
      const ExLeader *leader = ex_company_get_leader (self->company, i);
      ExDay last = leader->to != EX_DAY_NONE ? leader->to : G_MAXUINT32;

      self->lines[i].takes_part = leader->from <= self->cycle->last && last >= self->cycle->first;
      self->lines[i].is_there = leader->from <= today && last >= today && !self->reviews[i]->excused;
    }
}

static void
fill_tops (ExReviews *self)
{
  for (char **top = self->records->tops; top != NULL && *top != NULL; top++)
    {
      int leader = ex_company_find_leader (self->company, *top);

      if (leader >= 0)
        self->lines[leader].is_top = TRUE;
    }
}

/* The first who is there from @start up; past a top is the board. Climbs the company's tree, which has no circles; the leader
 * themself, who can be come by when a review was moved, is passed over like one who is not there. */
static int
find_present (const ExReviews *self,
              guint            leader,
              int              start)
{
  const ExTree *tree = ex_company_get_tree (self->company);

  for (int i = start; i >= 0; i = tree->parent[i])
    {
      if (self->lines[i].is_there && i != (int) leader)
        return i;
      if (self->lines[i].is_top)
        return EX_NOBODY;
    }

  return EX_NO_ONE;
}

static void
fill_reviewers (ExReviews *self)
{
  const ExTree *tree = ex_company_get_tree (self->company);

  for (guint i = 0; i < tree->n; i++)
    {
      ExReviewLine *line = &self->lines[i];
      int named = ex_reviews_find_rater (self, self->reviews[i]->reviewer_id);

      line->manager = line->is_top ? EX_NOBODY : find_present (self, i, tree->parent[i]);
      line->reviewer = named < 0 || line->is_top ? line->manager : find_present (self, i, named);
    }
}

/* Managers come before their reports in the tree's order. */
static void
fill_levels (ExReviews *self)
{
  const ExTree *tree = ex_company_get_tree (self->company);

  for (guint k = 0; k < tree->n; k++)
    {
      guint i = tree->order[k];
      guint above = tree->parent[i] >= 0 ? self->lines[tree->parent[i]].level : 0;

      if (self->lines[i].is_top)
        self->lines[i].level = 1;
      else if (above > 0)
        self->lines[i].level = above + 1;
      self->n_levels = MAX (self->n_levels, self->lines[i].level);
    }
}

static gboolean
is_report (const ExReviewLine *line)
{
  return line->takes_part && line->reviewer != EX_NO_ONE;
}

static void
fill_reports (ExReviews *self)
{
  guint n = ex_company_n_leaders (self->company);
  g_autofree guint *next = NULL;

  ex_slots_init (&self->report_slots, n + 1);
  for (guint i = 0; i < n; i++)
    if (is_report (&self->lines[i]))
      self->report_slots.start[self->lines[i].reviewer + 2]++;

  next = ex_slots_close (&self->report_slots);
  self->reports = g_new (guint, next[n + 1]);
  for (guint i = 0; i < n; i++)
    if (is_report (&self->lines[i]))
      self->reports[next[self->lines[i].reviewer + 1]++] = i;
}

void
ex_reviews_fill_lines (ExReviews *self)
{
  guint n = ex_company_n_leaders (self->company);

  self->lines = g_new0 (ExReviewLine, n);

  fill_presence (self);
  fill_tops (self);
  fill_reviewers (self);
  fill_levels (self);
  fill_reports (self);

  for (guint k = 0; k < self->records->amendments->len; k++)
    {
      guint leader = g_array_index (self->records->amendments, guint, k);

      if (leader < n)
        self->lines[leader].amendments++;
    }
}

static const ExReviewLine *
get_line (const ExReviews *self,
          guint            leader)
{
  g_assert (leader < ex_company_n_leaders (self->company));

  return &self->lines[leader];
}

gboolean
ex_reviews_takes_part (const ExReviews *self,
                       guint            leader)
{
  return get_line (self, leader)->takes_part;
}

gboolean
ex_reviews_is_there (const ExReviews *self,
                     guint            leader)
{
  return get_line (self, leader)->is_there;
}

int
ex_reviews_get_reviewer (const ExReviews *self,
                         guint            leader)
{
  return get_line (self, leader)->reviewer;
}

const char *
ex_reviews_get_reviewer_name (const ExReviews *self,
                              guint            leader)
{
  return ex_reviews_get_name (self, get_line (self, leader)->reviewer);
}

const char *
ex_reviews_get_name (const ExReviews *self,
                     int              who)
{
  if (who >= 0)
    return ex_company_get_leader (self->company, (guint) who)->name;

  return who == EX_NOBODY ? ex_cycle_board_name (self->cycle) : "";
}

int
ex_reviews_get_manager (const ExReviews *self,
                        guint            leader)
{
  return get_line (self, leader)->manager;
}

gboolean
ex_reviews_is_top (const ExReviews *self,
                   guint            leader)
{
  return get_line (self, leader)->is_top;
}

guint
ex_reviews_get_level (const ExReviews *self,
                      guint            leader)
{
  return get_line (self, leader)->level;
}

guint
ex_reviews_n_levels (const ExReviews *self)
{
  return self->n_levels;
}

const guint *
ex_reviews_get_reports (const ExReviews *self,
                        int              reviewer,
                        guint           *n)
{
  const guint *start = self->report_slots.start;
  guint i = (guint) (reviewer + 1);

  g_return_val_if_fail (reviewer >= EX_NOBODY && i < self->report_slots.n, NULL);

  *n = start[i + 1] - start[i];

  return self->reports + start[i];
}

guint
ex_reviews_n_amendments (const ExReviews *self,
                         guint            leader)
{
  return get_line (self, leader)->amendments;
}

/* Moves can make a circle that @leader only leads into: whoever comes by for the second time ends the climb. */
gboolean
ex_reviews_is_reviewed_under (const ExReviews *self,
                              guint            leader,
                              guint            above)
{
  int i = get_line (self, leader)->reviewer, milestone = EX_NO_ONE;

  for (guint hops = 1; i >= 0 && i != (int) above && i != milestone; hops++)
    {
      if ((hops & (hops - 1)) == 0) /* at every power of two: one of them is inside the circle */
        milestone = i;
      i = self->lines[i].reviewer;
    }

  return i == (int) above;
}
