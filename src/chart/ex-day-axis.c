#include "config.h"

#include "ex-day-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* GDate ends with year 65535. */
#define LAST_DAY 23936000.0

typedef enum { BY_DAY, BY_MONTH, BY_YEAR } StepKind;

typedef struct
{
  StepKind kind;
  int      count;
} Step;

/* Finest first. Days of a week or a fortnight count from the first day of the axis, since a cycle's weeks do. */
static const Step steps[] = {
  { BY_DAY, 1 }, { BY_DAY, 2 }, { BY_DAY, 7 }, { BY_DAY, 14 },
  { BY_MONTH, 1 }, { BY_MONTH, 2 }, { BY_MONTH, 3 }, { BY_MONTH, 6 },
  { BY_YEAR, 1 }, { BY_YEAR, 2 }, { BY_YEAR, 5 }, { BY_YEAR, 10 }, { BY_YEAR, 20 }, { BY_YEAR, 50 }, { BY_YEAR, 100 },
  { BY_YEAR, 200 }, { BY_YEAR, 500 }, { BY_YEAR, 1000 }, { BY_YEAR, 5000 }, { BY_YEAR, 20000 },
};

static void
tick_clear (gpointer data)
{
  ExDayTick *tick = data;

  g_clear_pointer (&tick->text, g_free);
  g_clear_pointer (&tick->context, g_free);
}

static char *
month_text (const GDate *date, const char *format)
{
  char buffer[64];

  if (g_date_strftime (buffer, sizeof buffer, format, date) == 0)
    return g_strdup_printf ("%u", g_date_get_month (date));
  return g_strdup (buffer);
}

/* Short names of months, asked for once: the C library takes longer for one than the axis for a tick. */
typedef struct
{
  char *names[G_DATE_DECEMBER + 1];
} Months;

static void
months_clear (Months *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    g_clear_pointer (&self->names[i], g_free);
}

static const char *
month_name (Months *self, const GDate *date)
{
  char **name = &self->names[g_date_get_month (date)];

  if (*name == NULL)
    *name = month_text (date, "%b");
  return *name;
}

static char *
tick_text (Months *months, const Step *step, const GDate *date)
{
  const char *month;

  if (step->kind == BY_YEAR)
    return g_strdup_printf ("%u", g_date_get_year (date));

  month = month_name (months, date);
  if (step->kind == BY_MONTH)
    return g_strdup (month);
  /* Translators: a day on the axis of a chart: day of the month, short name of the month. */
  return g_strdup_printf (C_("day and month", "%1$u %2$s"), g_date_get_day (date), month);
}

static void
add_tick (GArray *ticks, Months *months, const Step *step, const GDate *date)
{
  ExDayTick tick = { .day = g_date_get_julian (date), .text = tick_text (months, step, date) };
  gboolean first = ticks->len == 0;
  GDate before;

  if (step->kind != BY_YEAR)
    {
      g_date_set_julian (&before, MAX (1, g_date_get_julian (date) - (guint) (step->kind == BY_DAY ? step->count : 1)));
      if (first || g_date_get_year (&before) != g_date_get_year (date))
        tick.context = g_strdup_printf ("%u", g_date_get_year (date));
    }
  g_array_append_val (ticks, tick);
}

/* Moves @date to the first day that the step marks, on or after it. */
static void
align (const Step *step, GDate *date)
{
  if (step->kind == BY_MONTH)
    {
      if (g_date_get_day (date) != 1)
        {
          g_date_set_day (date, 1);
          g_date_add_months (date, 1);
        }
      while ((g_date_get_month (date) - 1) % step->count != 0)
        g_date_add_months (date, 1);
    }
  else if (step->kind == BY_YEAR)
    {
      guint year = g_date_get_year (date) + (g_date_get_day_of_year (date) == 1 ? 0 : 1);

      year = (year + step->count - 1) / step->count * step->count;
      g_date_set_dmy (date, 1, 1, (GDateYear) MIN (MAX (year, 1), 65534));
    }
}

static void
advance (const Step *step, GDate *date)
{
  if (step->kind == BY_DAY)
    g_date_add_days (date, step->count);
  else
    g_date_add_months (date, step->kind == BY_MONTH ? step->count : 12 * step->count);
}

static GArray *
ticks_of_step (Months *months, const Step *step, double first, double last)
{
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (ExDayTick));
  GDate date;

  g_array_set_clear_func (ticks, tick_clear);
  g_date_set_julian (&date, (guint32) ceil (first));
  align (step, &date);
  for (guint i = 0; i < 200 && g_date_get_julian (&date) <= last; i++)
    {
      if (g_date_get_julian (&date) >= first)
        add_tick (ticks, months, step, &date);
      if (g_date_get_julian (&date) > LAST_DAY - 366.0 * step->count)
        break;
      advance (step, &date);
    }

  return ticks;
}

/* Whether @text, centred on @x, is clear of what ends at @end; moves @end on. */
static gboolean
follows (const char *text, double x, double gap, double *end, ExTextWidth measure, gpointer data)
{
  double width = measure (text, data);
  double start = MAX (x - width / 2, 0);
  gboolean clear = start >= *end + gap;

  *end = start + width;
  return clear;
}

/* The texts stand in one row, what they belong to in another. */
static gboolean
fits (const GArray *ticks, double first, double pixels_a_day, double gap, ExTextWidth measure, gpointer data)
{
  double text_end = -G_MAXDOUBLE;
  double context_end = -G_MAXDOUBLE;

  for (guint i = 0; i < ticks->len; i++)
    {
      const ExDayTick *tick = &g_array_index (ticks, ExDayTick, i);
      double x = (tick->day - first) * pixels_a_day;

      if (!follows (tick->text, x, gap, &text_end, measure, data)
          || (tick->context != NULL && !follows (tick->context, x, gap, &context_end, measure, data)))
        return FALSE;
    }

  return TRUE;
}

/* Roughly how many ticks a step makes: steps that make hundreds are not even tried. */
static double
estimate (const Step *step, double days)
{
  static const double length[] = { 1, 30.4, 365.2 };

  return days / (step->count * length[step->kind]);
}

GArray *
ex_day_axis_ticks (double first, double last, double width, double gap, ExTextWidth measure, gpointer data)
{
  GArray *ticks = NULL;
  Months months = { { NULL } };

  g_return_val_if_fail (measure != NULL, NULL);

  first = MAX (first, 1);
  last = MIN (last, LAST_DAY);
  for (guint i = 0; ticks == NULL && first < last && width > 0 && i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GArray) tried = NULL;

      if (estimate (&steps[i], last - first) > 150)
        continue;
      tried = ticks_of_step (&months, &steps[i], first, last);
      if (tried->len == 0)
        break;
      if (fits (tried, first, width / (last - first), gap, measure, data))
        ticks = g_steal_pointer (&tried);
    }
  months_clear (&months);
  if (ticks != NULL)
    return ticks;

  ticks = g_array_new (FALSE, TRUE, sizeof (ExDayTick));
  g_array_set_clear_func (ticks, tick_clear);
  return ticks;
}

char *
ex_day_axis_text (double day)
{
  g_autofree char *month = NULL;
  GDate date;

  if (!(day >= 1 && day <= LAST_DAY))
    return g_strdup ("");
  g_date_set_julian (&date, (guint32) day);
  month = month_text (&date, "%B");
  /* Translators: a whole date: day of the month, name of the month, year. */
  return g_strdup_printf (C_("date", "%1$u %2$s %3$u"), g_date_get_day (&date), month, g_date_get_year (&date));
}
