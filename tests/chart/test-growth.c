#include "config.h"

#include "chart-scenes-asset.h"

#include "chart/ex-chart-private.h"
#include "chart/ex-growth-chart-private.h"

#include <math.h>
#include <string.h>

#define WIDTH 800
#define HEIGHT 450

static void
add (ExChart *chart, const char *label, const char *context, ExGrowthKind kind, double gained, double lost)
{
  const ExGrowthPeriod period = { .label = label, .context = context, .kind = kind, .gained = gained, .lost = lost, .low = NAN, .high = NAN };

  ex_growth_chart_add_period (EX_GROWTH_CHART (chart), &period);
}

static ExChart *
make (void)
{
  ExChart *chart = ex_growth_chart_new ();

  add (chart, "Jan", "2026", EX_GROWTH_COMPLETE, 100, 50);
  add (chart, "Feb", "2026", EX_GROWTH_COMPLETE, 20, 80);
  add (chart, "Mar", "2026", EX_GROWTH_NO_DATA, 7, 7);
  add (chart, "Apr", "2026", EX_GROWTH_PROVISIONAL, 40, 0);
  ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  return chart;
}

static const ExGrowthColumn *
column (ExChart *chart, guint i)
{
  return ex_growth_column (EX_GROWTH_CHART (chart), i);
}

static gboolean
shows (ExChart *chart, const char *text)
{
  GPtrArray *labels = ex_chart_get_labels (chart);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_has_suffix (pango_layout_get_text (((ExLabel *) labels->pdata[i])->layout), text))
      return TRUE;

  return FALSE;
}

static const ExLabel *
find_label (ExChart *chart, const char *text)
{
  GPtrArray *labels = ex_chart_get_labels (chart);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_has_suffix (pango_layout_get_text (((ExLabel *) labels->pdata[i])->layout), text))
      return labels->pdata[i];

  return NULL;
}

static guint
count_shown (ExChart *chart, const char *text)
{
  GPtrArray *labels = ex_chart_get_labels (chart);
  guint n = 0;

  for (guint i = 0; i < labels->len; i++)
    n += strcmp (pango_layout_get_text (((ExLabel *) labels->pdata[i])->layout), text) == 0;

  return n;
}

/* --- what stands where ------------------------------------------------------------------------------------------------- */

static void
bars_start_at_zero_gained_up_and_lost_down (void)
{
  g_autoptr (ExChart) chart = make ();
  double unit = column (chart, 0)->up.height / 100;
  double base = column (chart, 0)->down.y;

  g_assert_cmpfloat (unit, >, 0.5);
  for (guint i = 0; i < 4; i++)
    {
      const ExGrowthColumn *it = column (chart, i);

      g_assert_cmpfloat_with_epsilon (it->up.height, it->gained * unit, 1e-6);
      g_assert_cmpfloat_with_epsilon (it->down.height, it->lost * unit, 1e-6);
      g_assert_cmpfloat_with_epsilon (it->up.y + it->up.height, base, 1e-6);
      g_assert_cmpfloat_with_epsilon (it->down.y, base, 1e-6);
    }
}

static void
the_line_is_what_is_left (void)
{
  g_autoptr (ExChart) chart = make ();
  double unit = column (chart, 0)->up.height / 100, base = column (chart, 0)->down.y;

  g_assert_cmpfloat_with_epsilon (column (chart, 0)->net_y, base - 50 * unit, 1e-6);
  g_assert_cmpfloat_with_epsilon (column (chart, 1)->net_y, base + 60 * unit, 1e-6);
  g_assert_true (ex_growth_is_joined (EX_GROWTH_CHART (chart), 0));
  g_assert_false (ex_growth_is_joined (EX_GROWTH_CHART (chart), 1)); /* no line over what is not known */
  g_assert_false (ex_growth_is_joined (EX_GROWTH_CHART (chart), 2));
}

static void
time_runs_left_to_right_in_every_script (void)
{
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (ExChart) chart = make ();

      ex_chart_set_rtl (chart, rtl == 1);
      ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
      g_assert_cmpfloat (column (chart, 0)->middle, <, column (chart, 3)->middle);
      g_assert_false (ex_chart_is_mirrored (chart));
    }
}

static void
a_period_without_data_is_a_gap_that_says_so (void)
{
  g_autoptr (ExChart) chart = make ();
  g_autofree char *words = ex_chart_mark_text (chart, 2);

  g_assert_cmpfloat (column (chart, 2)->up.height + column (chart, 2)->down.height, ==, 0);
  g_assert_true (shows (chart, "no data"));
  g_assert_cmpstr (words, ==, "Mar 2026: no data");
  g_assert_cmpuint (ex_growth_gap_length (EX_GROWTH_CHART (chart), 2), ==, 1);
  g_assert_cmpuint (ex_growth_gap_length (EX_GROWTH_CHART (chart), 1), ==, 0);
}

static void
something_small_stays_in_sight (void)
{
  g_autoptr (ExChart) chart = scene_growth_outlier ();

  ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  for (guint i = 0; i < 18; i++)
    g_assert_cmpfloat (column (chart, i)->up.height, >=, 1.5);
  g_assert_cmpfloat (column (chart, 11)->up.height, >, 100);
}

static void
both_sides_have_a_step_where_a_little_room_is_enough (void)
{
  const struct { double gained, lost; gboolean both; } cases[] = { { 44, 99, TRUE }, { 99, 44, TRUE }, { 90, 99, TRUE }, { 1, 99, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExChart) chart = ex_growth_chart_new ();
      const ExAxis *axis = &EX_GROWTH_CHART (chart)->axis.axis;

      add (chart, "Jan", NULL, EX_GROWTH_COMPLETE, cases[i].gained, cases[i].lost);
      add (chart, "Feb", NULL, EX_GROWTH_COMPLETE, 1, 1);
      ex_chart_layout (chart, 800, 220, EX_THEME_LIGHT, FALSE);
      g_assert_cmpuint (axis->n_ticks, >=, 2);
      if (cases[i].both)
        g_assert_true (axis->ticks[0] < 0 && axis->ticks[axis->n_ticks - 1] > 0);
    }
}

/* --- words ------------------------------------------------------------------------------------------------------------- */

static void
every_value_stands_at_its_bar_where_all_have_room (void)
{
  g_autoptr (ExChart) chart = make ();

  g_assert_true (shows (chart, "+100") && shows (chart, "−50") && shows (chart, "−80") && shows (chart, "+40"));
  g_assert_false (shows (chart, "+7"));
}

/* The line of the net is not drawn then: no value gives way to it. */
static void
of_one_side_alone_every_value_stands_right_at_its_bar (void)
{
  g_autoptr (ExChart) chart = ex_growth_chart_new ();
  static const double lost[] = { 23, 21, 43, 79, 31, 99 };

  for (guint i = 0; i < G_N_ELEMENTS (lost); i++)
    add (chart, "Jan", "2026", EX_GROWTH_COMPLETE, 0, lost[i]);
  ex_growth_chart_set_only (EX_GROWTH_CHART (chart), "Lost");
  ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (lost); i++)
    {
      g_autofree char *text = g_strdup_printf ("−%.0f", lost[i]);
      const ExRect *bar = &column (chart, i)->down;
      const ExLabel *label = find_label (chart, text);

      g_assert_nonnull (label);
      g_assert_cmpfloat (label->rect.y, >=, bar->y + bar->height);
      g_assert_cmpfloat (label->rect.y, <=, bar->y + bar->height + 6);
    }
}

static void
of_many_only_the_largest_and_the_last_are_written (void)
{
  g_autoptr (ExChart) chart = scene_growth_many ();
  double most_gained = 0, most_lost = 0;
  g_autofree char *gained = NULL, *lost = NULL;

  ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  for (guint i = 0; i < 200; i++)
    {
      most_gained = MAX (most_gained, column (chart, i)->gained);
      most_lost = MAX (most_lost, column (chart, i)->lost);
    }
  gained = g_strdup_printf ("+%.0f", most_gained);
  lost = g_strdup_printf ("−%.0f", most_lost);
  g_assert_true (shows (chart, gained) && shows (chart, lost));
}

/* Where nothing was lost the dot of the net stands on top of the column: the value finds room above both. */
static void
the_highest_column_has_its_value_beyond_the_dot_on_it (void)
{
  for (int side = 0; side < 2; side++)
    {
      g_autoptr (ExChart) chart = ex_growth_chart_new ();
      const ExLabel *label;

      for (int i = 0; i < 12; i++)
        add (chart, "Jan", "2026", EX_GROWTH_COMPLETE, i == 5 && side == 0 ? 90 : 1, i == 5 && side == 1 ? 90 : 0);
      ex_chart_layout (chart, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
      label = find_label (chart, side == 0 ? "+90" : "−90");
      g_assert_nonnull (label);
      if (side == 0)
        g_assert_cmpfloat (label->rect.y + label->rect.height, <, column (chart, 5)->net_y - 4);
      else
        g_assert_cmpfloat (label->rect.y, >, column (chart, 5)->net_y + 4);
    }
}

static void
labels_are_thinned_to_the_same_months_and_then_to_years (void)
{
  g_autoptr (ExChart) few = scene_growth ();
  g_autoptr (ExChart) many = scene_growth_many ();

  ex_chart_layout (few, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  g_assert_cmpuint (count_shown (few, "Oct") + count_shown (few, "Jan") + count_shown (few, "Sep"), ==, 3);
  g_assert_cmpuint (count_shown (few, "\u200e2025") + count_shown (few, "2025"), ==, 1);
  ex_chart_layout (few, 240, 200, EX_THEME_LIGHT, FALSE);
  g_assert_cmpuint (count_shown (few, "Nov") + count_shown (few, "Feb"), ==, 0);
  g_assert_cmpuint (count_shown (few, "Oct") + count_shown (few, "Jan") + count_shown (few, "Apr") + count_shown (few, "Jul"), >=, 2);
  ex_chart_layout (many, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  g_assert_true (shows (many, "2030") && !shows (many, "Jan") && !shows (many, "Jun"));
}

static void
the_key_names_what_is_drawn_and_no_more (void)
{
  g_autoptr (ExChart) plain = scene_growth ();
  g_autoptr (ExChart) all = scene_growth_forecast ();

  ex_chart_layout (plain, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  ex_chart_layout (all, WIDTH, HEIGHT, EX_THEME_LIGHT, FALSE);
  g_assert_true (shows (plain, "Gained") && shows (plain, "Lost") && shows (plain, "Net"));
  g_assert_false (shows (plain, "Forecast") || shows (plain, "Not complete yet"));
  g_assert_true (shows (all, "Forecast") && shows (all, "Not complete yet"));
}

static void
marks_say_their_words (void)
{
  g_autoptr (ExChart) chart = make ();
  static const char *const expected[] = {
    "Jan 2026: gained +100, lost −50, net +50",
    "Feb 2026: gained +20, lost −80, net −60",
    "Mar 2026: no data",
    "Apr 2026 so far: gained +40, lost 0.00, net +40",
  };
  g_autofree char *words = ex_chart_describe (chart);

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *text = ex_chart_mark_text (chart, i);

      g_assert_cmpstr (text, ==, expected[i]);
    }
  g_assert_cmpstr (words, ==,
                   "Columns for 4 periods. Most was gained in Jan 2026: +100. Most was lost in Feb 2026: −80. "
                   "Apr 2026 so far: gained +40, lost 0.00, net +40.");
}

static void
its_table_has_a_row_a_period (void)
{
  g_autoptr (ExChart) chart = scene_growth_forecast ();
  g_autoptr (GPtrArray) rows = ex_chart_table (chart);
  const char *const heading[] = { "Period", "Gained", "Lost", "Net", "Note", NULL };
  const char *const first[] = { "Oct 2025", "+100", "−88", "+12", "", NULL };
  const char *const last[] = { "Sep 2026", "–", "–", "+14", "Forecast", NULL };

  g_assert_cmpuint (rows->len, ==, 13);
  g_assert_cmpstrv (rows->pdata[0], heading);
  g_assert_cmpstrv (rows->pdata[1], first);
  g_assert_cmpstr (((GStrv) rows->pdata[9])[4], ==, "Not complete yet");
  g_assert_cmpstrv (rows->pdata[12], last);
}

/* --- fills ------------------------------------------------------------------------------------------------------------- */

/* How many different colours a row of pixels through the upper part of a bar has: the line of the net is further down. */
static guint
colours_in (ExChart *chart, const ExRect *bar, ExTheme theme)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const guchar *row;

  ex_chart_draw (chart, cr, WIDTH, HEIGHT, theme, FALSE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  row = cairo_image_surface_get_data (surface) + (int) (bar->y + 0.3 * bar->height) * cairo_image_surface_get_stride (surface);
  for (int x = (int) bar->x + 4; x < (int) (bar->x + bar->width) - 4; x++)
    g_hash_table_add (seen, GUINT_TO_POINTER (((const guint32 *) (const void *) row)[x]));
  cairo_surface_destroy (surface);

  return g_hash_table_size (seen);
}

static void
what_is_not_complete_and_what_is_expected_are_hatched (void)
{
  g_autoptr (ExChart) chart = make ();
  const ExGrowthPeriod ahead = { .label = "May", .kind = EX_GROWTH_FORECAST, .gained = 60, .low = NAN, .high = NAN };

  ex_growth_chart_add_period (EX_GROWTH_CHART (chart), &ahead);
  for (int theme = EX_THEME_LIGHT; theme <= EX_THEME_PRINT; theme++)
    {
      ex_chart_layout (chart, WIDTH, HEIGHT, (ExTheme) theme, FALSE);
      g_assert_cmpuint (colours_in (chart, &column (chart, 0)->up, (ExTheme) theme), ==, 1);
      g_assert_cmpuint (colours_in (chart, &column (chart, 3)->up, (ExTheme) theme), >, 1);
      g_assert_cmpuint (colours_in (chart, &column (chart, 4)->up, (ExTheme) theme), >, 1);
    }
  /* On paper, losses are told from gains without colour. */
  g_assert_cmpuint (colours_in (chart, &column (chart, 0)->down, EX_THEME_LIGHT), ==, 1);
  g_assert_cmpuint (colours_in (chart, &column (chart, 0)->down, EX_THEME_PRINT), >, 3);
}

/* Of three hundred months: whatever the width, two years in a line are never read as one number. */
static void
labels_of_neighbours_stand_apart (void)
{
  g_autoptr (ExChart) chart = ex_growth_chart_new ();

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i % 12 + 1), *context = g_strdup_printf ("%u", 2000 + i / 12);

      add (chart, label, context, EX_GROWTH_COMPLETE, 100, 80);
    }
  for (double width = 200; width < 1600; width += 67)
    {
      GPtrArray *labels = NULL;

      ex_chart_layout (chart, width, HEIGHT, EX_THEME_LIGHT, FALSE);
      labels = ex_chart_get_labels (chart);
      for (guint i = 0; i < labels->len; i++)
        for (guint j = 0; j < i; j++)
          {
            const ExRect *a = &((ExLabel *) labels->pdata[i])->rect, *b = &((ExLabel *) labels->pdata[j])->rect;

            if (a->y > HEIGHT * 0.8 && a->y == b->y)
              g_assert_false (ex_rect_overlaps (a, b, 3));
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/growth/bars-start-at-zero-gained-up-and-lost-down", bars_start_at_zero_gained_up_and_lost_down);
  g_test_add_func ("/growth/the-line-is-what-is-left", the_line_is_what_is_left);
  g_test_add_func ("/growth/time-runs-left-to-right-in-every-script", time_runs_left_to_right_in_every_script);
  g_test_add_func ("/growth/a-period-without-data-is-a-gap-that-says-so", a_period_without_data_is_a_gap_that_says_so);
  g_test_add_func ("/growth/something-small-stays-in-sight", something_small_stays_in_sight);
  g_test_add_func ("/growth/both-sides-have-a-step-where-a-little-room-is-enough", both_sides_have_a_step_where_a_little_room_is_enough);
  g_test_add_func ("/growth/every-value-stands-at-its-bar-where-all-have-room", every_value_stands_at_its_bar_where_all_have_room);
  g_test_add_func ("/growth/of-one-side-alone-every-value-stands-right-at-its-bar", of_one_side_alone_every_value_stands_right_at_its_bar);
  g_test_add_func ("/growth/of-many-only-the-largest-and-the-last-are-written", of_many_only_the_largest_and_the_last_are_written);
  g_test_add_func ("/growth/the-highest-column-has-its-value-beyond-the-dot-on-it", the_highest_column_has_its_value_beyond_the_dot_on_it);
  g_test_add_func ("/growth/labels-are-thinned-to-the-same-months-and-then-to-years", labels_are_thinned_to_the_same_months_and_then_to_years);
  g_test_add_func ("/growth/labels-of-neighbours-stand-apart", labels_of_neighbours_stand_apart);
  g_test_add_func ("/growth/the-key-names-what-is-drawn-and-no-more", the_key_names_what_is_drawn_and_no_more);
  g_test_add_func ("/growth/marks-say-their-words", marks_say_their_words);
  g_test_add_func ("/growth/its-table-has-a-row-a-period", its_table_has_a_row_a_period);
  g_test_add_func ("/growth/what-is-not-complete-and-what-is-expected-are-hatched", what_is_not_complete_and_what_is_expected_are_hatched);

  return g_test_run ();
}
