#include "config.h"

#include "chart-scenes-dots.h"

#include "chart/ex-chart-private.h"
#include "chart/ex-label.h"
#include "chart/ex-steps-chart-private.h"

#include <math.h>
#include <string.h>

static ExChart *
make (void)
{
  ExChart *chart = ex_steps_chart_new ((const char *const[]) { "Agreed", "Measured", "Signed", NULL });
  ExStepsChart *self = EX_STEPS_CHART (chart);

  ex_steps_chart_set_heading (self, "Level");
  ex_steps_chart_add_row (self, "Level 1", "4 leaders",
                          (const ExStepsCell[]) { { 4, 4, NULL, "1a" }, { 3, 4, "Three of four are measured", NULL }, { 0, 4, NULL, NULL } }, "one");
  ex_steps_chart_add_row (self, "Level 2", NULL, (const ExStepsCell[]) { { 9, 12, NULL, NULL }, { 12, 12, NULL, NULL }, { 5, 12, NULL, NULL } }, NULL);
  ex_steps_chart_add_row (self, "Level 3", NULL, (const ExStepsCell[]) { { 0, 0, NULL, NULL }, { 0, 0, NULL, NULL }, { 0, 0, NULL, NULL } }, NULL);
  ex_chart_layout (chart, 900, 400, EX_THEME_LIGHT, FALSE);
  return chart;
}

static ExStepsBar *
bar (ExChart *chart, guint row, guint step)
{
  return ex_steps_bar (ex_steps_row (EX_STEPS_CHART (chart), row), step);
}

static guint
n_shown (ExChart *chart, const char *text)
{
  GPtrArray *labels = ex_chart_get_labels (chart);
  guint n = 0;

  for (guint i = 0; i < labels->len; i++)
    n += g_str_has_suffix (pango_layout_get_text (((ExLabel *) labels->pdata[i])->layout), text);

  return n;
}

static void
all_bars_are_of_one_length (void)
{
  g_autoptr (ExChart) chart = make ();

  for (guint i = 0; i < 3; i++)
    for (guint step = 0; step < 3; step++)
      {
        g_assert_cmpfloat_with_epsilon (bar (chart, i, step)->bar.width, bar (chart, 0, 0)->bar.width, 1e-6);
        g_assert_cmpfloat_with_epsilon (bar (chart, i, step)->bar.x, bar (chart, 0, step)->bar.x, 1e-6);
      }
}

static void
counts_stand_at_their_bars_in_line (void)
{
  g_autoptr (ExChart) chart = make ();
  GPtrArray *labels = ex_chart_get_labels (chart);
  double end = -1;

  g_assert_cmpuint (n_shown (chart, "9 of 12"), ==, 1);
  g_assert_cmpuint (n_shown (chart, "–"), ==, 3);
  for (guint i = 0; i < labels->len; i++)
    {
      const ExLabel *label = labels->pdata[i];
      const char *text = pango_layout_get_text (label->layout);

      if (!g_str_has_suffix (text, "4 of 4") && !g_str_has_suffix (text, "9 of 12"))
        continue;
      if (end > 0)
        g_assert_cmpfloat_with_epsilon (label->rect.x + label->rect.width, end, 0.01);
      end = label->rect.x + label->rect.width;
    }
}

/* At every width at which there are figures in rows this high. */
static void
no_bar_is_shorter_than_its_count (void)
{
  g_autoptr (ExChart) chart = make ();

  for (int width = 500; width <= 1600; width += 20)
    {
      GPtrArray *labels;

      ex_chart_layout (chart, width, 500, EX_THEME_LIGHT, FALSE);
      labels = ex_chart_get_labels (chart);
      for (guint i = 0; i < labels->len; i++)
        if (g_str_has_suffix (pango_layout_get_text (((ExLabel *) labels->pdata[i])->layout), "12 of 12"))
          g_assert_cmpfloat (bar (chart, 1, 1)->bar.width, >=, ((ExLabel *) labels->pdata[i])->rect.width);
    }
}

static void
only_a_full_bar_has_a_check_mark (void)
{
  g_autoptr (ExChart) chart = make ();
  static const gboolean full[3][3] = { { TRUE, FALSE, FALSE }, { FALSE, TRUE, FALSE }, { FALSE, FALSE, FALSE } };
  static const double sizes[][2] = { { 900, 400 }, { 420, 260 }, { 420, 120 } };

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      ex_chart_layout (chart, sizes[k][0], sizes[k][1], EX_THEME_LIGHT, FALSE);
      for (guint i = 0; i < 3; i++)
        for (guint step = 0; step < 3; step++)
          g_assert_true ((bar (chart, i, step)->check.width > 0) == full[i][step]);
    }
}

static void
more_than_all_is_all (void)
{
  g_autoptr (ExChart) chart = ex_steps_chart_new ((const char *const[]) { "Agreed", NULL });

  ex_steps_chart_add_row (EX_STEPS_CHART (chart), "x", NULL, (const ExStepsCell[]) { { 7, 4, NULL, NULL } }, NULL);
  g_assert_true (ex_steps_is_full (bar (chart, 0, 0)));
  g_assert_cmpuint (bar (chart, 0, 0)->done, ==, 4);
}

static void
right_to_left_the_first_step_stands_at_the_right (void)
{
  g_autoptr (ExChart) chart = make ();

  ex_chart_set_rtl (chart, TRUE);
  ex_chart_layout (chart, 900, 400, EX_THEME_LIGHT, FALSE);
  g_assert_cmpfloat (bar (chart, 0, 0)->bar.x, >, bar (chart, 0, 1)->bar.x);
  g_assert_cmpfloat (ex_steps_row (EX_STEPS_CHART (chart), 0)->head.x, >, bar (chart, 0, 0)->bar.x);
  g_assert_cmpint (ex_chart_neighbour (chart, 1, EX_WAY_LEFT), ==, 2);
  g_assert_cmpint (ex_chart_neighbour (chart, 1, EX_WAY_RIGHT), ==, 0);
}

static void
arrow_keys_lead_over_the_grid (void)
{
  g_autoptr (ExChart) chart = make ();
  static const struct { guint mark; ExWay way; int expected; } cases[] = {
    { 0, EX_WAY_RIGHT, 1 }, { 3, EX_WAY_RIGHT, -1 }, { 0, EX_WAY_LEFT, -1 }, { 4, EX_WAY_LEFT, -1 }, { 1, EX_WAY_DOWN, 5 },
    { 9, EX_WAY_UP, 5 },    { 2, EX_WAY_UP, -1 },    { 11, EX_WAY_DOWN, -1 }, { 5, EX_WAY_LEFT, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ex_chart_neighbour (chart, cases[i].mark, cases[i].way), ==, cases[i].expected);
}

static void
names_and_bars_know_their_keys (void)
{
  g_autoptr (ExChart) chart = make ();

  g_assert_cmpstr (ex_chart_mark_key (chart, 0), ==, "one");
  g_assert_cmpstr (ex_chart_mark_key (chart, 1), ==, "1a");
  g_assert_null (ex_chart_mark_key (chart, 2));
  g_assert_null (ex_chart_mark_key (chart, 4));
}

static void
marks_say_their_words (void)
{
  g_autoptr (ExChart) chart = make ();
  static const struct { guint mark; const char *words; } cases[] = {
    { 0, "Level 1 (4 leaders): Agreed 4 of 4, Measured 3 of 4, Signed 0 of 4" },
    { 1, "Level 1, Agreed: 4 of 4" },
    { 2, "Three of four are measured" },
    { 4, "Level 2: Agreed 9 of 12, Measured 12 of 12, Signed 5 of 12" },
    { 8, "Level 3: nothing to do" },
    { 9, "Level 3, Agreed: nothing to do" },
  };
  g_autofree char *described = ex_chart_describe (chart);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ex_chart_mark_text (chart, cases[i].mark);

      g_assert_cmpstr (text, ==, cases[i].words);
    }
  g_assert_true (g_str_has_suffix (described, "; Level 3: nothing to do. Least done: Level 1, Signed: 0 of 4."));
}

static void
the_table_is_the_grid (void)
{
  g_autoptr (ExChart) chart = make ();
  g_autoptr (GPtrArray) rows = ex_chart_table (chart);
  const char *const expected[][5] = {
    { "Level", "Agreed", "Measured", "Signed", NULL },
    { "Level 1", "4 of 4", "3 of 4", "0 of 4", NULL },
    { "Level 2", "9 of 12", "12 of 12", "5 of 12", NULL },
    { "Level 3", "–", "–", "–", NULL },
  };

  g_assert_cmpuint (rows->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstrv (rows->pdata[i], expected[i]);
}

static void
forty_rows_have_room_at_their_natural_height (void)
{
  g_autoptr (ExChart) chart = scene_steps_many ();
  double high = ex_chart_natural_height (chart, 900, TRUE);

  ex_chart_layout (chart, 900, high, EX_THEME_LIGHT, TRUE);
  g_assert_cmpuint (n_shown (chart, "some leaders"), ==, 40);
}

static guint32
pixel (cairo_surface_t *surface, double x, double y)
{
  return ((const guint32 *) (const void *) (cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface)))[(int) x];
}

static void
a_bar_is_filled_as_far_as_it_is_done (void)
{
  g_autoptr (ExChart) chart = make ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 900, 400);
  cairo_t *cr = cairo_create (surface);
  const ExRect *rect = &bar (chart, 0, 1)->bar;
  double y = rect->y + rect->height / 2;

  ex_chart_draw (chart, cr, 900, 400, EX_THEME_LIGHT, FALSE);
  cairo_surface_flush (surface);
  g_assert_cmphex (pixel (surface, rect->x + 0.02 * rect->width, y), ==, pixel (surface, rect->x + 0.73 * rect->width, y));
  g_assert_cmphex (pixel (surface, rect->x + 0.77 * rect->width, y), ==, pixel (surface, rect->x + 0.98 * rect->width, y));
  g_assert_cmphex (pixel (surface, rect->x + 0.73 * rect->width, y), !=, pixel (surface, rect->x + 0.77 * rect->width, y));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A soft hyphen breaks a drawn name where it is too long; nobody hears, finds or copies it. */
static void
a_soft_hyphen_is_for_drawing_alone (void)
{
  g_autoptr (ExChart) chart = ex_steps_chart_new ((const char *const[]) { "Unter\u00adschrieben", NULL });
  g_autoptr (GPtrArray) table = NULL;
  g_autofree char *said = NULL, *mark = NULL;

  ex_steps_chart_add_row (EX_STEPS_CHART (chart), "Ebene\u00ad1", NULL, (const ExStepsCell[]) { { 1, 2, NULL, NULL } }, NULL);
  table = ex_chart_table (chart);
  said = ex_chart_describe (chart);
  mark = ex_chart_mark_text (chart, 0);

  g_assert_cmpstr (((char **) g_ptr_array_index (table, 0))[1], ==, "Unterschrieben");
  g_assert_null (strstr (said, "\u00ad"));
  g_assert_true (g_str_has_prefix (mark, "Ebene1"));
}

/* ... and a number is never parted from its percent sign. */
static void
no_line_begins_with_a_percent_sign (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 8, 8);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = ex_text_context_new (cr, "sans", 12, FALSE);

  for (int width = 40; width < 300; width++)
    {
      g_autoptr (ExLabel) label = ex_label_new (context, "Growth of −5.8 % pays 33.2 % today", 1, FALSE, EX_INK_TEXT);
      const char *text = pango_layout_get_text (label->layout);

      ex_label_wrap (label, width, 9, PANGO_ALIGN_LEFT);
      for (int i = 0; i < pango_layout_get_line_count (label->layout); i++)
        g_assert_cmpint (text[pango_layout_get_line_readonly (label->layout, i)->start_index], !=, '%');
    }
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/steps/no-bar-is-shorter-than-its-count", no_bar_is_shorter_than_its_count);
  g_test_add_func ("/steps/all-bars-are-of-one-length", all_bars_are_of_one_length);
  g_test_add_func ("/steps/counts-stand-at-their-bars-in-line", counts_stand_at_their_bars_in_line);
  g_test_add_func ("/steps/only-a-full-bar-has-a-check-mark", only_a_full_bar_has_a_check_mark);
  g_test_add_func ("/steps/more-than-all-is-all", more_than_all_is_all);
  g_test_add_func ("/steps/right-to-left-the-first-step-stands-at-the-right", right_to_left_the_first_step_stands_at_the_right);
  g_test_add_func ("/steps/arrow-keys-lead-over-the-grid", arrow_keys_lead_over_the_grid);
  g_test_add_func ("/steps/names-and-bars-know-their-keys", names_and_bars_know_their_keys);
  g_test_add_func ("/steps/marks-say-their-words", marks_say_their_words);
  g_test_add_func ("/steps/the-table-is-the-grid", the_table_is_the_grid);
  g_test_add_func ("/steps/forty-rows-have-room-at-their-natural-height", forty_rows_have_room_at_their_natural_height);
  g_test_add_func ("/steps/a-bar-is-filled-as-far-as-it-is-done", a_bar_is_filled_as_far_as_it_is_done);
  g_test_add_func ("/steps/a-soft-hyphen-is-for-drawing-alone", a_soft_hyphen_is_for_drawing_alone);
  g_test_add_func ("/steps/no-line-begins-with-a-percent-sign", no_line_begins_with_a_percent_sign);

  return g_test_run ();
}
