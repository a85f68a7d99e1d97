/* What reports say of a review and of an objective, in sentences and in cells. */
#include "config.h"

#include "ex-report-private.h"

#include "core/ex-format.h"
#include "core/ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DASH "–"

/* --- a review --------------------------------------------------------------------------------------------------------------- */

char *
ex_report_words_place (const ExLeader *leader)
{
  if (leader->title != NULL && leader->unit != NULL)
    /* Translators: a leader's title, and the unit */
    return g_strdup_printf (_("%s, %s"), leader->title, leader->unit);

  return g_strdup (leader->title != NULL ? leader->title : leader->unit);
}

char *
ex_report_words_name (const ExReviews *reviews, int who)
{
  const char *name = ex_reviews_get_name (reviews, who);
  char first[7] = { 0 };

  if (who != EX_NOBODY || *name == '\0')
    return g_strdup (name);
  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (name)), first);

  return g_strconcat (first, g_utf8_next_char (name), NULL);
}

char *
ex_report_words_cycle (const ExCycle *cycle)
{
  g_autofree char *first = ex_format_day (cycle->first);
  g_autofree char *last = ex_format_day (cycle->last);

  /* Translators: a cycle, its first day and its last */
  return g_strdup_printf (_("%s, %s to %s"), cycle->name, first, last);
}

char *
ex_report_words_score (const ExReportFacts *facts, guint leader)
{
  const ExStanding *standing = ex_company_get_standing (facts->company, leader);
  const ExCycle *cycle = ex_company_get_cycle (facts->company);
  gboolean so_far = ex_company_get_today (facts->company) < cycle->last;
  g_autofree char *score = ex_format_percent (standing->score);

  if (standing->objectives == 0)
    return g_strdup_printf (_("There are no objectives for %s yet, and so there is no score."), cycle->name);
  if (standing->measured == 0)
    return g_strdup (_("Nothing is measured yet, and so the score is 0 %."));
  if (standing->measured == standing->objectives)
    /* Translators: a percentage; how many objectives there are */
    return so_far ? g_strdup_printf (ngettext ("The score so far is %s; the one objective is measured.",
                                               "The score so far is %s; all %u objectives are measured.", standing->objectives), score, standing->objectives)
                  : g_strdup_printf (ngettext ("The score is %s; the one objective is measured.",
                                               "The score is %s; all %u objectives are measured.", standing->objectives), score, standing->objectives);

  /* Translators: a percentage; how many objectives are measured; of how many */
  return so_far ? g_strdup_printf (ngettext ("The score so far is %s; %u of %u objective is measured, and what is not counts 0 %%.",
                                             "The score so far is %s; %u of %u objectives are measured, and what is not counts 0 %%.", standing->objectives),
                                   score, standing->measured, standing->objectives)
                : g_strdup_printf (ngettext ("The score is %s; %u of %u objective is measured, and what is not counts 0 %%.",
                                             "The score is %s; %u of %u objectives are measured, and what is not counts 0 %%.", standing->objectives),
                                   score, standing->measured, standing->objectives);
}

char *
ex_report_words_state (const ExReview *review)
{
  g_autofree char *day = ex_format_day (review->day);

  if (review->excused)
    return review->excuse != NULL ? g_strdup_printf (_("excused: %s"), review->excuse) : g_strdup (_("excused"));
  if (review->day == EX_DAY_NONE)
    return g_strdup (ex_review_state_label (review->state));

  /* Translators: the state of a review, and the day of its last step: "assessed, 3 Mar 2026" */
  return g_strdup_printf (_("%s, %s"), ex_review_state_label (review->state), day);
}

char *
ex_report_words_rating (const ExCycle *cycle, int rating)
{
  if (rating <= 0)
    return g_strdup (DASH);

  /* Translators: a rating as a number, and its word: "4, Exceeded" */
  return g_strdup_printf (_("%d, %s"), rating, ex_cycle_rating_word (cycle, rating));
}

/* --- an objective, in cells ------------------------------------------------------------------------------------------------------ */

static char *
value_text (const ExObjective *objective, double value)
{
  return isnan (value) ? g_strdup (DASH) : ex_format_value (value, objective->decimals, objective->unit);
}

/* A long unit would stand in every cell: the title of the row says it. */
static gboolean
has_long_unit (const ExObjective *objective)
{
  return objective->kind != EX_KIND_MILESTONE && objective->unit != NULL && g_utf8_strlen (objective->unit, -1) > 2;
}

static char *
cell_text (const ExObjective *objective, double value)
{
  return has_long_unit (objective) && !isnan (value) ? ex_format_number (value, objective->decimals) : value_text (objective, value);
}

char *
ex_report_words_title (const ExObjective *objective, guint number)
{
  if (has_long_unit (objective))
    /* Translators: the number and the title of an objective, and the unit that it is measured in */
    return g_strdup_printf (_("%u. %s (%s)"), number, objective->title, objective->unit);

  /* Translators: the number and the title of an objective */
  return g_strdup_printf (_("%u. %s"), number, objective->title);
}

char *
ex_report_words_baseline (const ExObjective *objective)
{
  return objective->kind == EX_KIND_NUMBER ? cell_text (objective, objective->baseline) : g_strdup ("");
}

static char *
range_words (const ExObjective *objective, const char *low, const char *high)
{
  if (isnan (objective->low) && isnan (objective->high))
    return g_strdup (DASH);
  if (isnan (objective->high))
    return g_strdup_printf (_("at least %s"), low);
  if (isnan (objective->low))
    return g_strdup_printf (_("at most %s"), high);

  /* Translators: the two ends of a range: "75 % to 85 %" */
  return g_strdup_printf (_("%s to %s"), low, high);
}

char *
ex_report_words_target (const ExObjective *objective)
{
  g_autofree char *low = cell_text (objective, objective->low);
  g_autofree char *high = cell_text (objective, objective->high);

  if (objective->kind == EX_KIND_NUMBER)
    return cell_text (objective, objective->target);
  if (objective->kind == EX_KIND_MILESTONE)
    return objective->due != EX_DAY_NONE ? ex_format_day (objective->due) : g_strdup (DASH);

  return range_words (objective, low, high);
}

char *
ex_report_words_actual (const ExObjective *objective, const ExReading *reading)
{
  g_autofree char *value = NULL;

  if (!reading->measured)
    return g_strdup (DASH);
  if (objective->kind == EX_KIND_MILESTONE)
    return g_strdup (reading->actual >= 0.5 ? _("done") : _("not done"));

  value = cell_text (objective, reading->actual);

  return reading->so_far ? g_strdup_printf (_("%s at this pace"), value) : g_steal_pointer (&value);
}

char *
ex_report_words_status (ExStatus status)
{
  /* The shape and its word stay together. */
  return g_strconcat (ex_status_shape (status), "\302\240", ex_status_label (status), NULL);
}

char *
ex_report_words_score_of (const ExReading *reading)
{
  return reading->measured ? ex_format_percent (reading->score) : g_strdup (DASH);
}

char *
ex_report_words_drivers (const ExObjective *objective)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < objective->links->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", ex_driver_label (g_array_index (objective->links, ExLink, i).driver));

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : g_strdup (DASH);
}

/* --- an objective, in sentences --------------------------------------------------------------------------------------------------- */

static char *
ladder_of_number (const ExObjective *objective, const ExCycle *cycle)
{
  g_autofree char *baseline = value_text (objective, objective->baseline);
  g_autofree char *threshold = value_text (objective, objective->threshold);
  g_autofree char *target = value_text (objective, objective->target);
  g_autofree char *stretch = value_text (objective, objective->stretch);
  g_autofree char *least = ex_format_weight (cycle->threshold_score);
  g_autofree char *most = ex_format_weight (cycle->stretch_score);
  gboolean has_threshold = !isnan (objective->threshold), has_stretch = !isnan (objective->stretch);

  if (isnan (objective->baseline) || isnan (objective->target))
    return g_strdup (_("Its ladder is not complete yet."));
  if (has_threshold && has_stretch)
    /* Translators: a value, its score; the target; the stretch, its score */
    return g_strdup_printf (_("Worse than %s scores 0 %%; %s scores %s, %s scores 100 %%, %s and better scores %s; in proportion between."), threshold,
                            threshold, least, target, stretch, most);
  if (has_threshold)
    return g_strdup_printf (_("Worse than %s scores 0 %%; %s scores %s, %s and better scores 100 %%; in proportion between."), threshold, threshold, least,
                            target);
  if (has_stretch)
    return g_strdup_printf (_("%s and worse scores 0 %%, %s scores 100 %%, %s and better scores %s; in proportion between."), baseline, target, stretch,
                            most);

  return g_strdup_printf (_("%s and worse scores 0 %%, %s and better scores 100 %%; in proportion between."), baseline, target);
}

static char *
ladder_of_range (const ExObjective *objective)
{
  double width = ex_range_width (objective->low, objective->high, objective->width);
  g_autofree char *low = value_text (objective, objective->low);
  g_autofree char *high = value_text (objective, objective->high);
  g_autofree char *aim = range_words (objective, low, high);
  g_autofree char *outside = value_text (objective, width);

  if ((isnan (objective->low) && isnan (objective->high)) || isnan (width))
    return g_strdup (_("Its range is not complete yet."));

  /* Translators: a range such as "75 % to 85 %" or "at most 4 days", and a distance */
  return g_strdup_printf (_("Inside the range (%s) scores 100 %%, falling to 0 %% at %s outside of it."), aim, outside);
}

char *
ex_report_words_ladder (const ExObjective *objective, const ExCycle *cycle)
{
  g_autofree char *due = ex_format_day (objective->due);
  g_autofree char *late = ex_format_weight (cycle->late_score);

  if (objective->kind == EX_KIND_NUMBER)
    return ladder_of_number (objective, cycle);
  if (objective->kind == EX_KIND_RANGE)
    return ladder_of_range (objective);
  if (objective->due == EX_DAY_NONE)
    return g_strdup (_("It has no due date yet."));

  return g_strdup_printf (_("Done by %s scores 100 %%, done later in the cycle %s, else 0 %%."), due, late);
}

static char *
claim_words (const ExLink *link, const char *currency)
{
  const char *driver = ex_driver_label (link->driver);
  g_autofree char *money = link->value != EX_CLAIM_NONE ? ex_format_money_short (link->value, currency) : NULL;
  g_autofree char *number = link->customers != EX_CLAIM_NONE ? ex_format_integer (link->customers) : NULL;
  g_autofree char *customers = number != NULL ? g_strdup_printf (ngettext ("%s customer", "%s customers", (gulong) ABS (link->customers)), number) : NULL;

  if (money != NULL && customers != NULL)
    /* Translators: a driver, money, "12 customers": "retain: 120 k € and 12 customers a year" */
    return g_strdup_printf (_("%s: %s and %s a year"), driver, money, customers);
  if (money != NULL || customers != NULL)
    return g_strdup_printf (_("%s: %s a year"), driver, money != NULL ? money : customers);

  return g_strdup_printf (_("%s: no figure is claimed"), driver);
}

char *
ex_report_words_claims (const ExObjective *objective, const char *currency)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < objective->links->len; i++)
    {
      g_autofree char *claim = claim_words (&g_array_index (objective->links, ExLink, i), currency);

      g_string_append_printf (words, "%s%s", i > 0 ? "; " : "", claim);
    }

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

char *
ex_report_words_parent (const ExReportFacts *facts, const ExObjective *objective)
{
  int index = objective->parent_id != NULL ? ex_company_find_objective (facts->company, objective->parent_id) : -1;
  const ExObjective *parent = index >= 0 ? ex_company_get_objective (facts->company, (guint) index) : NULL;
  int leader = parent != NULL ? ex_company_find_leader (facts->company, parent->leader_id) : -1;

  if (leader >= 0)
    /* Translators: the title of an objective, and whose it is */
    return g_strdup_printf (_("“%s” (%s)"), parent->title, ex_company_get_leader (facts->company, (guint) leader)->name);
  if (objective->local_reason != NULL)
    return g_strdup_printf (_("none above: %s"), objective->local_reason);

  return NULL;
}

char *
ex_report_words_forecast (const ExObjective *objective, const ExCycle *cycle, const ExForecast *forecast, const ExReading *reading)
{
  g_autofree char *value = value_text (objective, forecast->value);
  g_autofree char *low = value_text (objective, forecast->low);
  g_autofree char *high = value_text (objective, forecast->high);
  g_autofree char *last = ex_format_day (cycle->last);

  if (!forecast->known || reading->read_on >= cycle->last)
    return NULL;

  /* Translators: a value, a day, and the two values between which it lies */
  return g_strdup_printf (_("At this pace it comes to %s on %s, with 80 %% confidence between %s and %s."), value, last, low, high);
}
