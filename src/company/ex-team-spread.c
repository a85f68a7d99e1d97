/* Where everybody stands: scores or ratings, a dot a leader. */
#include "config.h"

#include "ex-team-private.h"

#include "chart/ex-dot-chart.h"
#include "core/ex-format.h"
#include "core/ex-quantity.h"
#include "ex-target.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More would be too low to read: what is left goes together. */
#define MOST_GROUPS 24

typedef struct
{
  guint  leader;
  double value;
  guint  objectives, measured; /* of scores */
} Dot;

typedef struct
{
  char  *name;
  char  *order;   /* of the name: Unit 2 before Unit 10 */
  char  *key;
  guint  level;   /* of levels: their order */
  GArray *dots;   /* (element-type Dot) */
} Group;

typedef struct
{
  const ExTeam *team;
  ExSpreadOf    of;
  ExSpreadBy    by;
  GPtrArray    *groups;   /* (element-type Group) */
  GHashTable   *by_name;  /* name of the unit, or number of the level -> Group; keys owned here */
  GArray       *values;   /* (element-type double) of all */
  guint         silent;   /* dots without a value */
  guint         veiled;   /* left out: the viewer may not see their ratings */
} Spread;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->name);
  g_free (group->order);
  g_free (group->key);
  g_array_unref (group->dots);
  g_free (group);
}

/* --- groups ------------------------------------------------------------------------------------------------------------------ */

static Group *
group_new (char *name,
           char *key,
           guint level)
{
  Group *group = g_new0 (Group, 1);

  group->name = name;
  group->order = g_utf8_collate_key_for_filename (name, -1);
  group->key = key;
  group->level = level;
  group->dots = g_array_new (FALSE, FALSE, sizeof (Dot));

  return group;
}

static Group *
make_group (const Spread *self,
            const char   *unit,
            guint         level,
            const char   *id)
{
  if (self->by == EX_SPREAD_BY_UNIT)
    return group_new (ex_team_unit_name (unit), ex_target_key (EX_TARGET_UNIT, id, NULL), *id != '\0' ? 0 : 1);
  if (self->by == EX_SPREAD_BY_LEVEL)
    return group_new (ex_team_level_name (level), ex_target_key (EX_TARGET_LEVEL, id, NULL), level > 0 ? level : G_MAXUINT);

  return group_new (g_strdup (_("Everybody")), NULL, 0);
}

static Group *
find_group (Spread *self,
            guint   leader)
{
  const char *unit = ex_company_get_leader (ex_reviews_get_company (self->team->reviews), leader)->unit;
  guint level = ex_reviews_get_level (self->team->reviews, leader);
  g_autofree char *id = self->by == EX_SPREAD_BY_UNIT ? g_strdup (unit != NULL ? unit : "") : g_strdup_printf ("%u", self->by == EX_SPREAD_BY_LEVEL ? level : 0);
  Group *group = g_hash_table_lookup (self->by_name, id);

  if (group == NULL)
    {
      group = make_group (self, unit, level, id);
      g_ptr_array_add (self->groups, group);
      g_hash_table_insert (self->by_name, g_steal_pointer (&id), group);
    }

  return group;
}

static int
compare_groups (gconstpointer first,
                gconstpointer second)
{
  const Group *a = *(const Group *const *) first, *b = *(const Group *const *) second;

  return a->level != b->level ? (a->level < b->level ? -1 : 1) : strcmp (a->order, b->order);
}

static int
compare_sizes (gconstpointer first,
               gconstpointer second)
{
  const Group *a = *(const Group *const *) first, *b = *(const Group *const *) second;

  return (a->dots->len < b->dots->len) - (a->dots->len > b->dots->len);
}

static char *
name_others (const Spread *self,
             guint         n)
{
  if (self->by == EX_SPREAD_BY_UNIT)
    return g_strdup_printf (ngettext ("%u other unit", "%u other units", n), n);

  return g_strdup_printf (ngettext ("%u other level", "%u other levels", n), n);
}

/* The largest, and all others in one group at the end. */
static void
join_small (Spread *self)
{
  Group *others;
  guint n = self->groups->len, joined = n - (MOST_GROUPS - 1);

  if (n <= MOST_GROUPS)
    {
      g_ptr_array_sort (self->groups, compare_groups);
      return;
    }

  others = group_new (name_others (self, joined), NULL, 0);
  g_ptr_array_sort (self->groups, compare_sizes);
  for (guint i = MOST_GROUPS - 1; i < n; i++)
    {
      const Group *small = g_ptr_array_index (self->groups, i);

      g_array_append_vals (others->dots, small->dots->data, small->dots->len);
    }
  g_ptr_array_set_size (self->groups, MOST_GROUPS - 1);
  g_ptr_array_sort (self->groups, compare_groups);
  g_ptr_array_add (self->groups, others);
}

/* --- values ------------------------------------------------------------------------------------------------------------------ */

static void
add_dot (Spread    *self,
         const Dot *dot)
{
  g_array_append_val (find_group (self, dot->leader)->dots, *dot);
  if (isnan (dot->value))
    self->silent++;
  else
    g_array_append_val (self->values, dot->value);
}

/* Under a filter of objectives who has none of them is not asked for. */
static void
gather_scores (Spread *self)
{
  g_autoptr (ExScoreGrid) grid = ex_score_grid_new (self->team->reviews, self->team->scope, EX_GRID_BY_LEADER, EX_GRID_BY_DRIVER);
  gboolean all = ex_scope_is_all_objectives (self->team->scope);

  for (guint row = 0; row < grid->n_rows; row++)
    {
      const ExGridCell *cell = ex_score_grid_cell (grid, row, 0);
      Dot dot = { grid->leaders[row], cell->score, cell->objectives, cell->measured };

      if (all || cell->objectives > 0)
        add_dot (self, &dot);
    }
}

static void
gather_ratings (Spread *self)
{
  const ExTeam *team = self->team;
  g_autoptr (GArray) leaders = ex_scope_leaders (team->scope, team->reviews);

  for (guint i = 0; i < leaders->len; i++)
    {
      guint leader = g_array_index (leaders, guint, i);
      const ExReview *review = ex_reviews_get (team->reviews, leader);
      gboolean assessed = review->state >= EX_REVIEW_ASSESSED;
      Dot dot = { .leader = leader, .value = assessed ? ex_team_mean (team, leader, EX_VIEW_FINAL) : EX_UNSET };

      if (review->excused)
        continue;
      if (assessed && !ex_reviews_sees_manager (team->reviews, team->viewer, leader))
        self->veiled++;
      else
        add_dot (self, &dot);
    }
}

/* --- words ------------------------------------------------------------------------------------------------------------------- */

static char *
describe_dot (const Spread *self,
              const Dot    *dot)
{
  const char *name = ex_company_get_leader (ex_reviews_get_company (self->team->reviews), dot->leader)->name;
  g_autofree char *value = self->of == EX_SPREAD_SCORES ? ex_format_percent (dot->value) : ex_team_mean_text (dot->value, NULL);
  g_autofree char *measured = ex_format_integer (dot->measured);
  g_autofree char *objectives = ex_format_integer (dot->objectives);

  if (self->of == EX_SPREAD_RATINGS)
    return isnan (dot->value) ? g_strdup_printf (_("%s: not rated yet"), name)
                              /* Translators: a name, and the weighted mean of the final ratings. */
                              : g_strdup_printf (_("%s: final ratings %s on average"), name, value);
  if (dot->objectives == 0)
    return g_strdup_printf (_("%s: no objectives"), name);
  if (isnan (dot->value))
    return g_strdup_printf (ngettext ("%s: not measured, %s of %s objective measured", "%s: not measured, %s of %s objectives measured", dot->objectives), name,
                            measured, objectives);

  return g_strdup_printf (ngettext ("%s: %s, %s of %s objective measured", "%s: %s, %s of %s objectives measured", dot->objectives), name, value, measured,
                          objectives);
}

static int
compare_doubles (gconstpointer first,
                 gconstpointer second)
{
  double a = *(const double *) first, b = *(const double *) second;

  return (a > b) - (a < b);
}

/* Where the lowest and the highest of @n stand, where the median would say less: of two, or when all stand at the same. (nullable) */
static char *
say_all (const Spread *self,
         const char   *number,
         const char   *low,
         const char   *high)
{
  guint n = self->values->len;
  gboolean scores = self->of == EX_SPREAD_SCORES;

  if (n < 2 || (n > 2 && !g_str_equal (low, high)))
    return NULL;
  if (!g_str_equal (low, high))
    /* Translators: a number of leaders, the lowest and the highest of them */
    return scores ? g_strdup_printf (ngettext ("%s leader scores %s to %s", "%s leaders score %s to %s", n), number, low, high)
                  : g_strdup_printf (ngettext ("%s leader is rated %s to %s on average", "%s leaders are rated %s to %s on average", n), number, low, high);

  return scores ? g_strdup_printf (ngettext ("All of %s leader score %s", "All %s leaders score %s", n), number, low)
                : g_strdup_printf (ngettext ("All of %s leader are rated %s on average", "All %s leaders are rated %s on average", n), number, low);
}

static char *
value_words (const Spread *self,
             double        value)
{
  return self->of == EX_SPREAD_SCORES ? ex_format_percent (value) : ex_team_mean_text (value, NULL);
}

/* The median: at least half stand there or better. */
static char *
title_of (const Spread *self)
{
  guint n = self->values->len;
  const double *values = (const double *) (gpointer) self->values->data;
  g_autofree char *number = ex_format_integer (n);
  g_autofree char *text = NULL, *low = NULL, *high = NULL, *together = NULL;
  double median;

  if (n == 0)
    return self->silent > 0 ? g_strdup (self->of == EX_SPREAD_SCORES ? _("Nothing is measured yet") : _("Nobody is rated yet")) : NULL;

  g_array_sort (self->values, compare_doubles);
  median = n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
  text = value_words (self, median);
  low = value_words (self, values[0]);
  high = value_words (self, values[n - 1]);
  together = say_all (self, number, low, high);
  if (together != NULL)
    return g_steal_pointer (&together);
  if (self->of == EX_SPREAD_SCORES)
    return g_strdup_printf (ngettext ("%s leader scores %s", "Half of %s leaders score %s or more", n), number, text);

  return g_strdup_printf (ngettext ("%s leader is rated %s on average", "Half of %s leaders are rated %s or better on average", n), number, text);
}

static const char *
what_is_drawn (const Spread *self)
{
  static const char *const texts[2][3] = {
    { N_("Scores, a dot a leader, by level"), N_("Scores, a dot a leader, by unit"), N_("Scores, a dot a leader") },
    { N_("Means of the final ratings, a dot a leader, by level"), N_("Means of the final ratings, a dot a leader, by unit"),
      N_("Means of the final ratings, a dot a leader") },
  };

  return _(texts[self->of == EX_SPREAD_RATINGS ? 1 : 0][self->by == EX_SPREAD_BY_LEVEL ? 0 : self->by == EX_SPREAD_BY_UNIT ? 1 : 2]);
}

static char *
subtitle_of (const Spread *self)
{
  ExPhrases *phrases = ex_phrases_new (what_is_drawn (self));
  g_autofree char *silent = ex_format_integer (self->silent);
  g_autofree char *veiled = ex_format_integer (self->veiled);

  ex_phrases_add_scope (phrases, self->team);
  ex_phrases_take (phrases, ex_team_leaders (self->values->len + self->silent));
  /* When nobody is, the title says it. */
  if (self->silent > 0 && self->values->len > 0 && self->of == EX_SPREAD_SCORES)
    ex_phrases_take (phrases, g_strdup_printf (ngettext ("%s of them is not measured", "%s of them are not measured", self->silent), silent));
  if (self->silent > 0 && self->values->len > 0 && self->of == EX_SPREAD_RATINGS)
    ex_phrases_take (phrases, g_strdup_printf (ngettext ("%s of them is not rated yet", "%s of them are not rated yet", self->silent), silent));
  if (self->veiled > 0)
    ex_phrases_take (phrases, g_strdup_printf (ngettext ("%s more is left out, whose ratings you may not see", "%s more are left out, whose ratings you may not see",
                                                         self->veiled), veiled));
  if (self->of == EX_SPREAD_RATINGS)
    ex_phrases_take (phrases, g_strdup (_("as it stands now")));
  else
    ex_phrases_add_day (phrases, self->team->reviews);

  return ex_phrases_finish (phrases);
}

/* --- the chart --------------------------------------------------------------------------------------------------------------- */

static void
add_group (const Spread *self,
           ExDotChart   *chart,
           const Group  *group)
{
  guint number = ex_dot_chart_add_group (chart, group->name, group->key);

  for (guint i = 0; i < group->dots->len; i++)
    {
      const Dot *dot = &g_array_index (group->dots, Dot, i);
      const ExLeader *leader = ex_company_get_leader (ex_reviews_get_company (self->team->reviews), dot->leader);
      g_autofree char *detail = describe_dot (self, dot);
      g_autofree char *key = ex_target_key (EX_TARGET_LEADER, leader->id, NULL);

      ex_dot_chart_add_dot (chart, number, dot->value, leader->name, detail, key);
    }
}

static ExChart *
make_chart (const Spread *self)
{
  ExChart *chart = ex_dot_chart_new ();
  ExDotChart *dots = EX_DOT_CHART (chart);
  gboolean scores = self->of == EX_SPREAD_SCORES;

  ex_dot_chart_set_heading (dots, self->by == EX_SPREAD_BY_UNIT ? _("Unit") : self->by == EX_SPREAD_BY_LEVEL ? _("Level") : _("Group"), _("Leader"));
  ex_dot_chart_set_none_name (dots, scores ? _("Not measured") : _("Not rated yet"));
  ex_dot_chart_set_value_text (dots, scores ? ex_team_percent_text : ex_team_mean_text, NULL, NULL);
  ex_dot_chart_set_tick_text (dots, scores ? ex_team_tick_text : ex_team_rating_text, NULL, NULL);
  if (scores)
    ex_dot_chart_set_range (dots, 0, 1);
  else
    ex_dot_chart_set_range (dots, 1, ex_cycle_n_ratings (ex_reviews_get_cycle (self->team->reviews)));
  if (scores)
    ex_dot_chart_add_level (dots, 1, _("Target reached"));
  for (guint i = 0; i < self->groups->len; i++)
    add_group (self, dots, g_ptr_array_index (self->groups, i));

  return chart;
}

static const char *
empty_text_of (const Spread *self)
{
  if (self->veiled > 0)
    return _("No ratings that you may see yet");
  if (self->of == EX_SPREAD_RATINGS)
    return _("No ratings yet");

  return ex_scope_is_all (self->team->scope) ? _("No leaders in this cycle yet") : _("No leader has objectives of this kind");
}

ExChart *
ex_team_spread_new (const ExTeam *team,
                    ExSpreadOf    of,
                    ExSpreadBy    by)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  Spread spread = { .team = team, .of = of, .by = by, .groups = groups, .by_name = by_name, .values = values };
  g_autofree char *title = NULL, *subtitle = NULL;
  ExChart *chart;

  if (of == EX_SPREAD_SCORES)
    gather_scores (&spread);
  else
    gather_ratings (&spread);
  join_small (&spread);
  chart = make_chart (&spread);

  title = title_of (&spread);
  subtitle = subtitle_of (&spread);
  ex_chart_set_title (chart, title, subtitle);
  ex_chart_set_empty_text (chart, empty_text_of (&spread));

  return chart;
}
