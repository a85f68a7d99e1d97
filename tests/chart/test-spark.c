/* A line as small as a word. */
#include "config.h"

#include "chart/ex-spark.h"

#include <math.h>

#define WIDTH 96
#define HEIGHT 32

static const ExSparkPoint rising[] = { { 0, 40 }, { 50, 50 }, { 100, 60 } };

static ExSpark
spark_of (const ExSparkPoint *points, gsize n)
{
  return (ExSpark) { 0, 100, NAN, NAN, NAN, NAN, points, n };
}

static void
test_extent (void)
{
  static const ExSparkPoint flat[] = { { 0, 5 }, { 10, 5 } }, zero[] = { { 0, 0 } };
  const struct { ExSpark spark; gboolean any; double lowest, highest; } cases[] = {
    { { 0, 100, NAN, NAN, NAN, NAN, NULL, 0 }, FALSE, NAN, NAN },
    { { 0, 100, 40, 80, NAN, NAN, NULL, 0 }, TRUE, 40, 80 },
    { { 0, 100, 80, 40, NAN, NAN, NULL, 0 }, TRUE, 40, 80 },
    { { 0, 100, 45, 55, NAN, NAN, rising, 3 }, TRUE, 40, 60 },
    { { 0, 100, NAN, NAN, 10, NAN, rising, 3 }, TRUE, 10, 60 },
    { { 0, 100, NAN, NAN, NAN, NAN, flat, 2 }, TRUE, 4.5, 5.5 },
    { { 0, 100, NAN, NAN, NAN, NAN, zero, 1 }, TRUE, -1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double lowest, highest;

      g_assert_cmpint (ex_spark_extent (&cases[i].spark, &lowest, &highest), ==, cases[i].any);
      if (!cases[i].any)
        continue;
      g_assert_cmpfloat (lowest, ==, cases[i].lowest);
      g_assert_cmpfloat (highest, ==, cases[i].highest);
    }
}

/* Where ink is: the sum over the pixels of a quarter of the picture. */
static guint
ink_in (const ExSpark *spark, gboolean right, gboolean low)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  guint ink = 0;

  ex_spark_draw (spark, cr, WIDTH, HEIGHT, EX_THEME_LIGHT);
  cairo_surface_flush (surface);
  for (int y = low ? HEIGHT / 2 : 0; y < (low ? HEIGHT : HEIGHT / 2); y++)
    for (int x = right ? WIDTH / 2 : 0; x < (right ? WIDTH : WIDTH / 2); x++)
      ink += cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x * 4 + 3];
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_rises (void)
{
  const ExSpark spark = spark_of (rising, 3);

  g_assert_cmpuint (ink_in (&spark, FALSE, TRUE), >, 20 * ink_in (&spark, FALSE, FALSE));
  g_assert_cmpuint (ink_in (&spark, TRUE, FALSE), >, 20 * ink_in (&spark, TRUE, TRUE));
}

static void
test_odd (void)
{
  static const ExSparkPoint huge[] = { { 0, -1.7e308 }, { 100, 1.7e308 } }, outside[] = { { -50, 1 }, { 500, 2 } };
  ExSpark spark = spark_of (NULL, 0);

  /* Nothing to draw, nothing drawn. */
  g_assert_cmpuint (ink_in (&spark, FALSE, TRUE) + ink_in (&spark, TRUE, FALSE), ==, 0);
  spark = spark_of (huge, 2);
  g_assert_cmpuint (ink_in (&spark, FALSE, TRUE), >, 0);
  g_assert_cmpuint (ink_in (&spark, TRUE, FALSE), >, 0);
  spark = spark_of (outside, 2);
  g_assert_cmpuint (ink_in (&spark, TRUE, FALSE), >, 0);
  /* A cycle of one day. */
  spark = spark_of (rising, 1);
  spark.last_day = spark.first_day;
  g_assert_cmpuint (ink_in (&spark, FALSE, FALSE) + ink_in (&spark, TRUE, FALSE), >, 0);
  /* A range that is open on one side reaches to the edge. */
  spark = spark_of (rising, 3);
  spark.low = 50;
  g_assert_cmpuint (ink_in (&spark, FALSE, FALSE), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/spark/it-holds-path-range-and-points", test_extent);
  g_test_add_func ("/chart/spark/what-rises-is-drawn-rising", test_rises);
  g_test_add_func ("/chart/spark/odd-values-draw-without-harm", test_odd);
  return g_test_run ();
}
