/* Times every chart: drawn, beside bare cairo with the same marks and words; as a PNG, for which its data is written down for the peers; and the large
 * ones alone. bench-charts FOLDER: a line each of what, name, milliseconds, and those of bare cairo where there are any. */
#include "config.h"

#include "bench-chart-bare.h"
#include "bench-chart-data.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#define WIDTH 1200.0
#define HEIGHT 700.0
#define ROUNDS 40

/* Milliseconds of the clock on the wall, as for the peers. */
static double
now (void)
{
  return g_get_monotonic_time () / 1000.0;
}

/* Milliseconds that this thread has worked: whatever else the machine does is not counted. */
static double
worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static cairo_t *
canvas_new (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) WIDTH, (int) HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  return cr;
}

static double
draw (ExChart *chart, cairo_t *cr)
{
  double start = worked ();

  ex_chart_draw (chart, cr, WIDTH, HEIGHT, EX_THEME_LIGHT, TRUE);
  return worked () - start;
}

/* Ours and bare in turns, so that what else the machine does meets both. */
static void
time_drawing (const BenchChart *bench)
{
  g_autoptr (ExChart) chart = bench->make (NULL);
  cairo_t *cr = canvas_new ();
  double first = draw (chart, cr), ours = INFINITY, bare = INFINITY;
  Bare *same = bare_new (bench->name, chart);

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start;

      ours = MIN (ours, draw (chart, cr));
      start = worked ();
      bare_draw (same, cr);
      bare = MIN (bare, worked () - start);
    }
  printf ("first\t%s\t%.3f\t\n", bench->name, first);
  printf ("draw\t%s\t%.3f\t%.3f\n", bench->name, ours, bare);
  bare_free (same);
  cairo_destroy (cr);
}

/* The whole way, from the chart to the bytes of a file, with its layout. */
static void
time_png (const BenchChart *bench, const char *folder)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.tsv", folder, bench->name);
  FILE *data = fopen (path, "w");
  double best = INFINITY;

  g_assert_nonnull (data);
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (ExChart) chart = bench->make (i == 0 ? data : NULL);
      g_autoptr (GBytes) bytes = NULL;
      double start = now ();

      bytes = ex_chart_render (chart, EX_FORMAT_PNG, WIDTH, HEIGHT, EX_THEME_LIGHT, NULL);
      best = MIN (best, now () - start);
      g_assert_nonnull (bytes);
    }
  fclose (data);
  printf ("png\t%s\t%.3f\t\n", bench->name, best);
}

static void
time_large (const char *name, ExChart *chart)
{
  cairo_t *cr = canvas_new ();
  double first = draw (chart, cr), best = INFINITY, start;

  for (guint i = 0; i < ROUNDS; i++)
    best = MIN (best, draw (chart, cr));
  start = worked ();
  for (guint i = 0; i < 200; i++)
    ex_chart_draw_hover (chart, cr, WIDTH, HEIGHT, EX_THEME_LIGHT, ex_chart_hit (chart, 60 + 5.5 * i, 90 + (i * 37) % 560));
  printf ("first\t%s\t%.3f\t\n", name, first);
  printf ("large\t%s\t%.3f\t\n", name, best);
  printf ("hover\t%s\t%.4f\t\n", name, (worked () - start) / 200);
  cairo_destroy (cr);
  g_object_unref (chart);
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    {
      g_printerr ("bench-charts FOLDER\n");
      return EXIT_FAILURE;
    }
  {
    g_autoptr (ExChart) warm = bench_charts[0].make (NULL); /* fonts are looked for once */
    cairo_t *cr = canvas_new ();

    draw (warm, cr);
    cairo_destroy (cr);
  }
  for (guint i = 0; i < n_bench_charts; i++)
    time_drawing (&bench_charts[i]);
  for (guint i = 0; i < n_bench_charts; i++)
    time_png (&bench_charts[i], argv[1]);
  time_large ("line of 10,000 points", bench_line_of (10000, NULL));
  time_large ("heatmap of 200 by 12", bench_heatmap_of (200, 12, NULL));
  time_large ("10,000 dots", bench_dots_of (10000, NULL));
  time_large ("cascade of 50,000", bench_icicle_of (50000, NULL));

  return EXIT_SUCCESS;
}
