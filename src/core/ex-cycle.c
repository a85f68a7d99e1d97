#include "config.h"

#include "ex-cycle.h"

#include "ex-nick.h"
#include "ex-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MIN_OBJECTIVES_MOST 12

static const char * const phase_nicks[] = { "plan", "run", "assess", "calibrate", "sign", "closed" };
static const char * const phase_labels[] = { N_("Plan"), N_("Run"), N_("Assess"), N_("Calibrate"), N_("Sign"), N_("Closed") };
/* Of a cycle that has no scale of its own. */
static const char * const rating_words[] = { N_("Not met"), N_("Partly met"), N_("Met"), N_("Exceeded"), N_("Far exceeded") };

EX_DEFINE_NICKS (ExPhase, phase)
EX_DEFINE_LABELS (ExPhase, phase)

ExCycle *
ex_cycle_new (const char *id,
              const char *name,
              ExDay       first,
              ExDay       last)
{
  ExCycle *self = g_new0 (ExCycle, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->first = first;
  self->last = last;
  self->tops = g_new0 (char *, 1);
  self->threshold_score = 5000;
  self->stretch_score = 15000;
  self->late_score = 5000;
  for (guint i = 0; i < EX_N_OPEN_PHASES; i++)
    self->until[i] = EX_DAY_NONE;
  self->min_objectives = 3;

  return self;
}

ExCycle *
ex_cycle_copy (const ExCycle *self)
{
  ExCycle *copy = ex_cycle_new (self->id, self->name, self->first, self->last);

  g_strfreev (copy->tops);
  copy->tops = self->tops != NULL ? g_strdupv (self->tops) : g_new0 (char *, 1);
  copy->threshold_score = self->threshold_score;
  copy->stretch_score = self->stretch_score;
  copy->late_score = self->late_score;
  copy->phase = self->phase;
  memcpy (copy->until, self->until, sizeof copy->until);
  copy->min_objectives = self->min_objectives;
  copy->scale = g_strdupv (self->scale);
  copy->board = g_strdup (self->board);

  return copy;
}

void
ex_cycle_free (ExCycle *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_strfreev (self->tops);
  g_strfreev (self->scale);
  g_free (self->board);
  g_free (self);
}

/* The ledger's shortest period is a month: a cycle on period boundaries is on month boundaries, whatever the grain. */
static void
add_boundary_problems (GPtrArray     *problems,
                       const ExCycle *self)
{
  char iso[EX_DAY_ISO_SIZE];
  int day;

  ex_day_split (self->first, NULL, NULL, &day);
  if (day != 1)
    {
      ex_day_write (self->first, iso);
      g_ptr_array_add (problems, g_strdup_printf (_("The cycle begins on %s, in the middle of a month: the first day of a month would be right."), iso));
    }

  ex_day_split (self->last + 1, NULL, NULL, &day);
  if (day != 1)
    {
      ex_day_write (self->last, iso);
      g_ptr_array_add (problems, g_strdup_printf (_("The cycle ends on %s, in the middle of a month: the last day of a month would be right."), iso));
    }
}

static void
add_period_problems (GPtrArray     *problems,
                     const ExCycle *self)
{
  if (self->first == EX_DAY_NONE || self->last == EX_DAY_NONE)
    {
      g_ptr_array_add (problems, g_strdup (_("A cycle needs a first and a last day.")));
      return;
    }

  if (self->first > self->last)
    {
      char first[EX_DAY_ISO_SIZE], last[EX_DAY_ISO_SIZE];

      ex_day_write (self->first, first);
      ex_day_write (self->last, last);
      g_ptr_array_add (problems, g_strdup_printf (_("The cycle’s first day (%s) is after its last (%s)."), first, last));
      return;
    }

  add_boundary_problems (problems, self);
}

/* A day that is not set is judged by nobody: it gives way (ex_cycle_until()). */
static void
add_phase_problems (GPtrArray     *problems,
                    const ExCycle *self)
{
  int before = -1;

  for (int phase = 0; phase < EX_N_OPEN_PHASES; phase++)
    {
      ExDay day = self->until[phase], least = before < 0 ? self->first : self->until[before];
      char iso[EX_DAY_ISO_SIZE], other[EX_DAY_ISO_SIZE];

      if (day == EX_DAY_NONE)
        continue;

      ex_day_write (day, iso);
      ex_day_write (least, other);
      if (day < least && before < 0)
        g_ptr_array_add (problems, g_strdup_printf (_("The phase “%s” ends on %s, before the cycle begins (%s)."),
                                                    ex_phase_label (phase), iso, other));
      else if (day < least)
        g_ptr_array_add (problems, g_strdup_printf (_("The phase “%s” ends on %s, before “%s”, which ends on %s: each phase ends after the one before it."),
                                                    ex_phase_label (phase), iso, ex_phase_label (before), other));
      before = phase;
    }
}

static void
add_scale_problems (GPtrArray     *problems,
                    const ExCycle *self)
{
  guint n = self->scale != NULL ? g_strv_length (self->scale) : 0;

  if (self->scale == NULL)
    return;

  if (n < EX_MIN_RATING || n > EX_MAX_RATING)
    g_ptr_array_add (problems, g_strdup_printf (_("The scale of ratings has %u points: %d to %d would be right."), n, EX_MIN_RATING, EX_MAX_RATING));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = g_strstrip (g_strdup (self->scale[i]));

      if (*word == '\0')
        g_ptr_array_add (problems, g_strdup_printf (_("Rating %u of the scale has no words."), i + 1));
    }
}

GPtrArray *
ex_cycle_problems (const ExCycle *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);

  if (self->name == NULL || *self->name == '\0')
    g_ptr_array_add (problems, g_strdup (_("A cycle needs a name.")));

  add_period_problems (problems, self);
  add_phase_problems (problems, self);
  add_scale_problems (problems, self);

  if (self->min_objectives < 1 || self->min_objectives > MIN_OBJECTIVES_MOST)
    g_ptr_array_add (problems, g_strdup_printf (_("A review cannot need %d objectives: 1 to %d would be right."),
                                                self->min_objectives, MIN_OBJECTIVES_MOST));
  if (self->threshold_score < 0 || self->threshold_score > EX_WHOLE_BP)
    g_ptr_array_add (problems, g_strdup (_("The score at the threshold must be from 0 % to 100 %.")));
  if (self->stretch_score < EX_WHOLE_BP)
    g_ptr_array_add (problems, g_strdup (_("The score at the stretch must be at least 100 %.")));
  if (self->late_score < 0 || self->late_score > EX_WHOLE_BP)
    g_ptr_array_add (problems, g_strdup (_("The score of a late milestone must be from 0 % to 100 %.")));

  return problems;
}

int
ex_cycle_days (const ExCycle *self)
{
  return (int) (self->last - self->first) + 1;
}

double
ex_cycle_elapsed (const ExCycle *self,
                  ExDay          day)
{
  if (day < self->first)
    return 0;
  if (day >= self->last)
    return 1;

  return (double) (day - self->first + 1) / ex_cycle_days (self);
}

static ExDay
usual_until (const ExCycle *self,
             ExPhase        phase)
{
  switch (phase)
    {
    case EX_PHASE_PLAN:
      return MIN (self->first + 30, self->last);
    case EX_PHASE_RUN:
      return self->last;
    case EX_PHASE_ASSESS:
      return self->last + 21;
    case EX_PHASE_CALIBRATE:
      return self->last + 35;
    case EX_PHASE_SIGN:
    case EX_PHASE_CLOSED:
    default:
      return self->last + 49;
    }
}

/* A day that is not set gives way to those that are, so that the days of the phases rise. */
ExDay
ex_cycle_until (const ExCycle *self,
                ExPhase        phase)
{
  ExDay day;

  if (phase >= EX_N_OPEN_PHASES || self->first == EX_DAY_NONE || self->last == EX_DAY_NONE)
    return EX_DAY_NONE;
  if (self->until[phase] != EX_DAY_NONE)
    return self->until[phase];

  day = usual_until (self, phase);
  for (int later = EX_N_OPEN_PHASES - 1; later > (int) phase; later--)
    if (self->until[later] != EX_DAY_NONE)
      day = MIN (day, self->until[later]);
  for (int earlier = 0; earlier < (int) phase; earlier++)
    if (self->until[earlier] != EX_DAY_NONE)
      day = MAX (day, self->until[earlier]);

  return day;
}

int
ex_cycle_n_ratings (const ExCycle *self)
{
  return self->scale != NULL ? (int) g_strv_length (self->scale) : (int) G_N_ELEMENTS (rating_words);
}

const char *
ex_cycle_rating_word (const ExCycle *self,
                      int            rating)
{
  if (rating < 1 || rating > ex_cycle_n_ratings (self))
    return "";

  return self->scale != NULL ? self->scale[rating - 1] : _(rating_words[rating - 1]);
}

static gboolean
means (const ExCycle *self,
       int            rating,
       const char    *folded)
{
  g_autofree char *word = g_utf8_casefold (ex_cycle_rating_word (self, rating), -1);
  g_autofree char *english = g_utf8_casefold (self->scale == NULL ? rating_words[rating - 1] : "", -1);

  return g_str_equal (word, folded) || g_str_equal (english, folded);
}

int
ex_cycle_find_rating (const ExCycle *self,
                      const char    *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  int found = 0;

  for (int rating = 1; *folded != '\0' && rating <= ex_cycle_n_ratings (self); rating++)
    {
      if (!means (self, rating, folded))
        continue;
      if (found != 0)
        return 0;
      found = rating;
    }

  return found;
}

const char *
ex_cycle_board_name (const ExCycle *self)
{
  return self->board != NULL && *self->board != '\0' ? self->board : _("the board");
}
