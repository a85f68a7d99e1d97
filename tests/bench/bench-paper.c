/* A thousand reviews of two pages, four charts each, as one PDF: by the program; by bare cairo and Pango, drawing the same words and the same marks at places
 * that are known already; and the same content for programs that make pages of HTML or roff.
 *   bench-paper ours|bare N FILE      prints the seconds of the processor and the peak of memory in MB
 *   bench-paper html|roff N FILE      writes what the peers are given */
#include "config.h"

#include "bench-paper.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The peak since the program began, in MB. */
static double
peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *line = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    line = strstr (status, "VmHWM:");
  return line != NULL ? g_ascii_strtod (line + strlen ("VmHWM:"), NULL) / 1024 : 0;
}

static void
run_ours (guint n, const ExPaper *paper, const char *path)
{
  g_autoptr (GError) error = NULL;
  ExPdf *pdf = ex_pdf_open (path, paper, "Reviews", &error);

  for (guint i = 0; i < n && error == NULL; i++)
    {
      g_autoptr (ExDocument) document = bench_review (i);
      g_autofree char *name = bench_name (i);

      ex_pdf_add (pdf, document, name, &error);
    }
  if (error == NULL)
    ex_pdf_close (pdf, &error);
  if (error != NULL)
    g_error ("%s", error->message);
}

int
main (int argc, char **argv)
{
  ExPaper paper;
  guint n = argc == 4 ? (guint) atoi (argv[2]) : 0;
  clock_t began;

  if (n == 0)
    {
      g_printerr ("bench-paper ours|bare|html|roff N FILE\n");
      return 2;
    }
  ex_paper_parse ("a4", &paper);
  began = clock ();
  if (g_str_equal (argv[1], "ours"))
    run_ours (n, &paper, argv[3]);
  else if (g_str_equal (argv[1], "bare"))
    began = bench_bare (n, &paper, argv[3]);
  else if (g_str_equal (argv[1], "html"))
    bench_write_html (n, argv[3]);
  else
    bench_write_roff (n, argv[3]);
  g_print ("%.3f %.1f\n", (double) (clock () - began) / CLOCKS_PER_SEC, peak_memory ());

  return 0;
}
