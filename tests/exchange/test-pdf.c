/* PDFs as other programs read them. Those that are not installed are said and left out. */
#include "config.h"

#include "exchange/ex-document.h"

#include "chart/ex-waterfall-chart.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct { char *folder; char *path; } Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("exemplar-pdf-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "document.pdf", NULL);
}

static guint
n_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpuint (n_files (fixture->folder), ==, 0); /* nothing is left beside it */
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* What a program says of the file; NULL: it is not installed, and the test says so. (transfer full) */
static char *
ask (const char *program, const char *const *arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *found = g_find_program_in_path (program);
  char *output = NULL;
  int status = 0;

  if (found == NULL)
    {
      g_autofree char *words = g_strdup_printf ("%s is not installed", program);

      g_test_skip (words);
      return NULL;
    }
  g_ptr_array_add (argv, found);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return output;
}

#define ASK(program, ...) ask (program, (const char *[]) { __VA_ARGS__, NULL })

static ExDocument *
review_new (const char *name)
{
  static const ExDocumentColumn columns[] = { { "Objective", 1, EX_ALIGN_START }, { "Score", 0, EX_ALIGN_END } };
  static const char *const cells[] = { "Efficient offices & <b>fine</b> findings", "41.0 %", "Customers won back", "100.0 %", "All", "70.5 %" };
  static const char *const names[] = { "Ana Okafor", "Mira Chen" };
  ExDocument *document = ex_document_new ("Review of FY 2026", "Northlight Energy", "As of 22 November 2026", "en");
  g_autoptr (ExChart) chart = ex_waterfall_chart_new ();

  ex_chart_set_title (chart, "Losses outran gains", "Customers");
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_TOTAL, "Opening", 1000, "1,000", "Opening: 1,000 customers");
  ex_waterfall_chart_add_bar (EX_WATERFALL_CHART (chart), EX_BAR_TOTAL, "Closing", 400, "400", "Closing: 400 customers");
  ex_document_add_heading (document, 1, name);
  ex_document_add_heading (document, 2, "Objectives");
  ex_document_add_table (document, columns, 2, cells, 3, TRUE);
  ex_document_add_chart (document, chart, 0);
  ex_document_add_page_break (document);
  ex_document_add_heading (document, 2, "Signatures");
  ex_document_add_signatures (document, names, NULL, 2);
  return document;
}

static ExPaper
paper_of (const char *nick)
{
  ExPaper paper;

  g_assert_true (ex_paper_parse (nick, &paper));
  return paper;
}

static void
save (Fixture *fixture, ExDocument *document, const char *nick)
{
  ExPaper paper = paper_of (nick);
  g_autoptr (GError) error = NULL;

  ex_document_save (document, &paper, fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static void
has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExDocument) document = review_new ("Ana Okafor");
  g_autofree char *a4 = NULL;
  g_autofree char *letter = NULL;

  save (fixture, document, "a4");
  a4 = ASK ("pdfinfo", fixture->path);
  if (a4 == NULL)
    return;
  has (a4, "Title:           Review of FY 2026");
  has (a4, "Author:          Northlight Energy");
  has (a4, "Subject:         As of 22 November 2026");
  has (a4, "Creator:         Exemplar ");
  has (a4, "CreationDate: ");
  has (a4, "Pages:           2");
  has (a4, "A4");
  save (fixture, document, "letter");
  letter = ASK ("pdfinfo", fixture->path);
  has (letter, "letter");
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExDocument) document = review_new ("Ana Okafor");
  g_autofree char *text = NULL;
  const char *at = NULL;
  static const char *const words[] = { "Northlight Energy", "Ana Okafor", "Objectives", "Efficient offices & <b>fine</b> findings", "41.0 %", "100.0 %",
                                       "All", "70.5 %", "Losses outran gains", "Page 1 of 2", "Signatures", "Mira Chen" };

  save (fixture, document, "a4");
  text = ASK ("pdftotext", "-layout", fixture->path, "-");
  at = text;
  for (guint i = 0; at != NULL && i < G_N_ELEMENTS (words); i++)
    {
      const char *found = strstr (at, words[i]);

      if (found == NULL)
        g_error ("“%s” is not where it should be: %s", words[i], text);
      at = found;
    }
}

/* Hebrew and Arabic are found again as they were written, but for poppler's own way with the ligature of lam and alef. */
static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "מסמך", "סקירת ביצועים של המנהלת", "مراجعة أداء", "شركة الشمال", "القائد" };
  g_autoptr (ExDocument) document = ex_document_new (words[0], words[3], NULL, "ar");
  g_autofree char *text = NULL;

  ex_document_set_rtl (document, TRUE);
  ex_document_add_heading (document, 1, words[1]);
  ex_document_add_text (document, EX_TEXT_BODY, words[2]);
  ex_document_add_text (document, EX_TEXT_DIM, words[4]);
  ex_document_add_text (document, EX_TEXT_BODY, "41.5 %");
  save (fixture, document, "a4");
  text = ASK ("pdftotext", "-layout", fixture->path, "-");
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (words); i++)
    has (text, words[i]);
  if (text != NULL)
    has (text, "41.5 %");
}

static void
test_sound (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExDocument) document = review_new ("Ana Okafor");
  g_autofree char *checked = NULL;
  g_autofree char *fonts = NULL;
  g_auto (GStrv) lines = NULL;

  save (fixture, document, "a4");
  fonts = ASK ("pdffonts", fixture->path);
  lines = g_strsplit (fonts != NULL ? fonts : "", "\n", -1);
  for (guint i = 2; fonts != NULL && lines[i] != NULL && *lines[i] != '\0'; i++)
    has (lines[i], "yes yes yes"); /* embedded, only the letters used, and what they mean */
  checked = ASK ("qpdf", "--check", fixture->path);
  if (checked != NULL)
    has (checked, "No syntax or stream encoding errors found");
}

/* A comma for a point, as in Germany, must not get into the file. */
static void
test_locale (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExDocument) document = review_new ("Ana Okafor");
  g_autofree char *checked = NULL;

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("The locale de_DE is not here");
      return;
    }
  save (fixture, document, "a4");
  setlocale (LC_ALL, "C.UTF-8");
  checked = ASK ("qpdf", "--check", fixture->path);
  if (checked != NULL)
    has (checked, "No syntax or stream encoding errors found");
}

/* Two reviews in one file: an entry each, their headings below it, pages counted from one in each. */
static void
test_outline (Fixture *fixture, gconstpointer data)
{
  ExPaper paper = paper_of ("a4");
  g_autoptr (GError) error = NULL;
  g_autoptr (ExDocument) ana = review_new ("Ana Okafor"), ben = review_new ("Ben Ito");
  ExPdf *pdf = ex_pdf_open (fixture->path, &paper, "Reviews", &error);
  g_autofree char *outline = NULL;
  g_autofree char *text = NULL;
  const char *at = NULL;
  static const char *const titles[] = { "\"Okafor, Ana\"", "\"Ana Okafor\"", "\"Objectives\"", "\"Signatures\"", "\"Ito, Ben\"", "\"Ben Ito\"" };

  g_assert_true (ex_pdf_add (pdf, ana, "Okafor, Ana", &error));
  g_assert_true (ex_pdf_add (pdf, ben, "Ito, Ben", &error));
  g_assert_true (ex_pdf_close (pdf, &error));
  text = ASK ("pdftotext", fixture->path, "-");
  if (text != NULL)
    {
      has (text, "Page 2 of 2");
      g_assert_null (strstr (text, "Page 3"));
    }
  outline = ASK ("qpdf", "--json", "--json-key=outlines", fixture->path);
  for (guint i = 0; outline != NULL && i < G_N_ELEMENTS (titles); i++)
    has (outline, titles[i]);
  at = outline != NULL ? strstr (outline, "\"Ito, Ben\"") : NULL;
  if (at != NULL) /* the second begins on the third page */
    {
      const char *page = g_strrstr_len (outline, at - outline, "\"destpageposfrom1\": ");

      g_assert_nonnull (page);
    }
}

/* ---- Files ---- */

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  ExPaper paper = paper_of ("a4");
  g_autoptr (ExDocument) document = review_new ("Ana Okafor");
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no such folder", "a.pdf", NULL);

  g_assert_false (ex_document_save (document, &paper, nowhere, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  has (error->message, nowhere);
  g_clear_error (&error);
  g_assert_false (ex_document_save (document, &paper, fixture->folder, NULL, &error)); /* a folder is no file */
  has (error->message, fixture->folder);
  g_clear_error (&error);
  if (access ("/dev/full", W_OK) != 0)
    return;
  g_assert_false (ex_document_save (document, &paper, "/dev/full", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  has (error->message, "/dev/full");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  ExPaper paper = paper_of ("a4");
  g_autoptr (ExDocument) document = review_new ("Ana Okafor");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (ex_document_save (document, &paper, fixture->path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_abandoned (Fixture *fixture, gconstpointer data)
{
  ExPaper paper = paper_of ("a4");
  g_autoptr (ExDocument) document = review_new ("Ana Okafor");
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  ExPdf *pdf = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "what was there", -1, NULL));
  pdf = ex_pdf_open (fixture->path, &paper, "Reviews", &error);
  g_assert_true (ex_pdf_add (pdf, document, NULL, &error));
  ex_pdf_abandon (pdf);
  g_assert_cmpuint (n_files (fixture->folder), ==, 1);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "what was there");
  ex_pdf_abandon (NULL);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExDocument) document = review_new ("Ana Okafor");
  g_autofree char *real = g_build_filename (fixture->folder, "real.pdf", NULL);
  g_autofree char *bytes = NULL;
  struct stat info;

  g_assert_true (g_file_set_contents (real, "old", -1, NULL));
  g_assert_cmpint (symlink ("real.pdf", fixture->path), ==, 0);
  save (fixture, document, "a4");
  g_assert_cmpint (lstat (fixture->path, &info), ==, 0);
  g_assert_true (S_ISLNK (info.st_mode)); /* a link stays a link */
  g_assert_true (g_file_get_contents (real, &bytes, NULL, NULL));
  has (bytes, "%PDF-");
  g_unlink (real);
}

/* No pages at all are still a file that opens. */
static void
test_no_document (Fixture *fixture, gconstpointer data)
{
  ExPaper paper = paper_of ("a4");
  g_autoptr (GError) error = NULL;
  ExPdf *pdf = ex_pdf_open (fixture->path, &paper, "Nothing", &error);
  g_autofree char *checked = NULL;

  g_assert_true (ex_pdf_close (pdf, &error));
  checked = ASK ("qpdf", "--check", fixture->path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/pdf/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("properties-and-size", test_properties);
  ADD ("text-is-found-in-reading-order", test_text);
  ADD ("text-from-right-to-left-is-found", test_right_to_left);
  ADD ("sound-and-with-its-fonts", test_sound);
  ADD ("whole-in-german", test_locale);
  ADD ("outline-under-groups-and-pages-by-document", test_outline);
  ADD ("a-refused-file-is-named", test_refused);
  ADD ("cancelled-leaves-nothing", test_cancelled);
  ADD ("abandoned-leaves-what-was-there", test_abandoned);
  ADD ("a-link-stays-a-link", test_link);
  ADD ("without-any-document", test_no_document);

  return g_test_run ();
}
