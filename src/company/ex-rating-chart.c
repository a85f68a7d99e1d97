#include "config.h"

#include "ex-rating-chart.h"

#include "core/ex-format.h"
#include "ex-target.h"

#include <glib/gi18n-lib.h>

/* More would be too small to read: what is left goes together. */
#define GROUPS_SHOWN 24

typedef struct
{
  char  *title;
  char  *target;   /* (nullable) key of the unit or level that it is */
  guint  key;      /* of a level: its number, that of no top last */
  guint  before[EX_MAX_RATING];
  guint  after[EX_MAX_RATING];
  guint  ratings;
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->title);
  g_free (group->target);
  g_free (group);
}

static void
add_to (Group       *group,
        const Group *other)
{
  for (guint i = 0; i < EX_MAX_RATING; i++)
    {
      group->before[i] += other->before[i];
      group->after[i] += other->after[i];
    }
  group->ratings += other->ratings;
}

typedef struct
{
  const ExReviews *reviews;
  ExRatingGroups   by;
  GHashTable      *by_title; /* title -> Group; owned by groups */
  GPtrArray       *groups;
  guint            adjusted;
} Counting;

/* (transfer full) */
static char *
name_group (const Counting *self,
            guint           leader,
            guint          *key)
{
  const ExLeader *record = ex_company_get_leader (ex_reviews_get_company (self->reviews), leader);
  guint level = ex_reviews_get_level (self->reviews, leader);

  *key = self->by == EX_RATINGS_BY_LEVEL && level > 0 ? level : G_MAXUINT;
  if (self->by == EX_RATINGS_BY_UNIT)
    return g_strdup (record->unit != NULL ? record->unit : _("No unit"));

  return level > 0 ? g_strdup_printf (_("Level %u"), level) : g_strdup (_("Under no top"));
}

/* (transfer full) */
static char *
target_of (const Counting *self,
           guint           leader)
{
  const char *unit = ex_company_get_leader (ex_reviews_get_company (self->reviews), leader)->unit;
  g_autofree char *level = g_strdup_printf ("%u", ex_reviews_get_level (self->reviews, leader));

  return self->by == EX_RATINGS_BY_UNIT ? ex_target_key (EX_TARGET_UNIT, unit != NULL ? unit : "", NULL) : ex_target_key (EX_TARGET_LEVEL, level, NULL);
}

static Group *
find_group (Counting *self,
            guint     leader)
{
  guint key;
  g_autofree char *title = name_group (self, leader, &key);
  Group *group = g_hash_table_lookup (self->by_title, title);

  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->title = g_steal_pointer (&title);
      group->target = target_of (self, leader);
      group->key = key;
      g_ptr_array_add (self->groups, group);
      g_hash_table_insert (self->by_title, group->title, group);
    }

  return group;
}

static void
count_leader (Counting *self,
              guint     leader)
{
  int points = ex_cycle_n_ratings (ex_reviews_get_cycle (self->reviews));
  Group *group = find_group (self, leader);
  guint n;
  const guint *own = ex_company_leader_objectives (ex_reviews_get_company (self->reviews), leader, &n);

  for (guint i = 0; i < n; i++)
    {
      const ExMark *first = ex_reviews_get_first (self->reviews, own[i]);
      int final = ex_reviews_get_final (self->reviews, own[i]);

      /* A scale may have been made shorter since. */
      if (first == NULL || first->rating < 1 || first->rating > points || final < 1 || final > points)
        continue;
      group->before[first->rating - 1]++;
      group->after[final - 1]++;
      group->ratings++;
      self->adjusted += final != first->rating ? 1 : 0;
    }
}

static void
count_all (Counting *self,
           int       viewer)
{
  for (guint i = 0; i < ex_company_n_leaders (ex_reviews_get_company (self->reviews)); i++)
    {
      const ExReview *review = ex_reviews_get (self->reviews, i);

      if (ex_reviews_takes_part (self->reviews, i) && !review->excused && review->state >= EX_REVIEW_ASSESSED
          && ex_reviews_sees_manager (self->reviews, viewer, i))
        count_leader (self, i);
    }
}

static int
compare_by_size (gconstpointer first,
                 gconstpointer second)
{
  const Group *a = *(const Group * const *) first;
  const Group *b = *(const Group * const *) second;

  return (a->ratings < b->ratings) - (a->ratings > b->ratings);
}

static int
compare_by_name (gconstpointer first,
                 gconstpointer second)
{
  const Group *a = *(const Group * const *) first;
  const Group *b = *(const Group * const *) second;

  return a->key != b->key ? (a->key > b->key) - (a->key < b->key) : g_utf8_collate (a->title, b->title);
}

/* The largest by name, and the others together. (transfer full) (nullable) the others */
static Group *
arrange (GPtrArray *groups)
{
  Group *others = NULL;

  if (groups->len > GROUPS_SHOWN)
    {
      g_ptr_array_sort (groups, compare_by_size);
      others = g_new0 (Group, 1);
      others->title = g_strdup_printf (ngettext ("%u other", "%u others", groups->len - GROUPS_SHOWN + 1), groups->len - GROUPS_SHOWN + 1);
      for (guint i = GROUPS_SHOWN - 1; i < groups->len; i++)
        add_to (others, g_ptr_array_index (groups, i));
      g_ptr_array_set_size (groups, GROUPS_SHOWN - 1);
    }
  g_ptr_array_sort (groups, compare_by_name);

  return others;
}

static ExChart *
make_chart (const ExCycle *cycle)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  ExChart *chart;

  for (int rating = 1; rating <= ex_cycle_n_ratings (cycle); rating++)
    g_ptr_array_add (words, (gpointer) ex_cycle_rating_word (cycle, rating));
  g_ptr_array_add (words, NULL);
  chart = ex_distribution_chart_new ((const char * const *) words->pdata);
  ex_chart_set_empty_text (chart, _("No ratings yet"));
  ex_distribution_chart_set_names (EX_DISTRIBUTION_CHART (chart), _("First ratings"), _("After calibration"));

  return chart;
}

static void
set_title (ExChart *chart,
           guint    adjusted,
           guint    ratings)
{
  g_autofree char *changed = ex_format_integer (adjusted);
  g_autofree char *all = ex_format_integer (ratings);
  g_autofree char *title = NULL;

  if (ratings == 0)
    return;

  if (adjusted == 0)
    title = g_strdup_printf (ngettext ("%s rating, not adjusted", "%s ratings, none of them adjusted", ratings), all);
  else
    title = g_strdup_printf (ngettext ("%s of %s ratings was adjusted", "%s of %s ratings were adjusted", adjusted), changed, all);
  ex_chart_set_title (chart, title, _("Ratings of objectives: bars are shares of each group, the figures at them how many"));
}

static void
add_group (ExChart     *chart,
           const Group *group,
           const char  *title)
{
  guint first = ex_chart_n_marks (chart);

  if (group->ratings == 0)
    return;
  ex_distribution_chart_add_group (EX_DISTRIBUTION_CHART (chart), title, group->before, group->after);
  for (guint mark = first; mark < ex_chart_n_marks (chart); mark++)
    ex_chart_set_mark_key (chart, mark, group->target);
}

ExChart *
ex_rating_chart_new (const ExReviews *reviews,
                     int              viewer,
                     ExRatingGroups   groups)
{
  g_autoptr (GHashTable) by_title = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (group_free);
  Counting counting = { .reviews = reviews, .by = groups, .by_title = by_title, .groups = list };
  ExChart *chart = make_chart (ex_reviews_get_cycle (reviews));
  Group everybody = { 0 };
  Group *others;

  count_all (&counting, viewer);
  for (guint i = 0; i < list->len; i++)
    add_to (&everybody, g_ptr_array_index (list, i));
  others = arrange (list);

  if (list->len > 1)
    add_group (chart, &everybody, _("Everybody"));
  for (guint i = 0; i < list->len; i++)
    add_group (chart, g_ptr_array_index (list, i), ((const Group *) g_ptr_array_index (list, i))->title);
  if (others != NULL)
    add_group (chart, others, others->title);
  g_clear_pointer (&others, group_free);
  set_title (chart, counting.adjusted, everybody.ratings);

  return chart;
}
