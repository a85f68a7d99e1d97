/* Spreadsheets, read back by another program: Python's standard library, where it is (read-xlsx.py). */
#include "config.h"

#include "exchange/ex-table-file.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

static char *folder;

/* What the reader says of @path; NULL: there is no Python, and the test is skipped. (transfer full) */
static char *
read_back (const char *path, gboolean count)
{
  g_autofree char *python = g_find_program_in_path ("python3");
  g_autofree char *reader = g_test_build_filename (G_TEST_DIST, "exchange", "read-xlsx.py", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;

  if (python == NULL)
    {
      g_test_skip ("there is no python3 to read it with");
      return NULL;
    }
  process = count ? g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, python, reader, "--count", path, NULL)
                  : g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, python, reader, path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return g_steal_pointer (&out);
}

static void
assert_says (const char *said, const char *words)
{
  g_autofree char *all = g_strconcat ("\n", said, NULL);
  g_autofree char *line = g_strconcat ("\n", words, "\n", NULL);

  if (strstr (all, line) == NULL)
    g_error ("“%s” is not said in:\n%s", words, said);
}

static ExTable *
begin (const ExTableColumn *columns, const char *title, char **path)
{
  const ExTableAbout about = { title, "Northlight & Söhne", "EUR" };
  g_autoptr (GError) error = NULL;
  ExTable *table;

  *path = g_build_filename (folder, "a.xlsx", NULL);
  table = ex_table_new_file (columns, &about, *path, EX_TABLE_XLSX, NULL, &error);
  g_assert_no_error (error);

  return table;
}

/* Ends and frees @table. (transfer full) (nullable) */
static char *
end (ExTable *table, const char *path, gboolean count)
{
  g_autoptr (GError) error = NULL;
  char *said;

  g_assert_true (ex_table_end (table, &error));
  g_assert_no_error (error);
  ex_table_free (table);
  said = read_back (path, count);
  g_unlink (path);

  return said;
}

/* --- what is in it ------------------------------------------------------------------------------------------------------ */

static const ExTableColumn columns[] = {
  { "name", "Name", EX_CELL_TEXT },
  { "status", "Status", EX_CELL_WORD },
  { "count", NULL, EX_CELL_INTEGER, "Count" },
  { "actual", "Actual", EX_CELL_NUMBER },
  { "value", "Value", EX_CELL_MONEY },
  { "weight", "Weight", EX_CELL_PERCENT },
  { "score", "Score", EX_CELL_RATE },
  { "growth", "Growth", EX_CELL_RATE },
  { "day", "Day", EX_CELL_DATE },
  { "yes", "Yes", EX_CELL_BOOLEAN },
  { NULL, NULL, EX_CELL_TEXT }, /* the end, whatever follows */
};

static void
add_row (ExTable *table)
{
  ex_table_indented (table, "Ana Okafor", 2);
  ex_table_word (table, "on track", "im Plan");
  ex_table_integer (table, 1234567);
  ex_table_number (table, 84.5, 1, "%");
  ex_table_money (table, 123456, "EUR");
  ex_table_percent (table, 1250);
  ex_table_rate (table, 2.0 / 3, FALSE);
  ex_table_rate (table, -0.116, TRUE);
  ex_table_day (table, ex_day_new (2026, 9, 30));
  ex_table_boolean (table, TRUE);
}

static void
test_kinds (void)
{
  static const char *const facts[] = {
    "sheet Leaders", "title Leaders", "company Northlight & Söhne", "frozen 1", "filter A1:J3",
    "cell A1 text Name 0", "bold A1", "bold J1", "cell E1 text Value (EUR) 0", "cell C1 text Count 0",
    "cell A2 text Ana Okafor @", "cell B2 text im Plan @", "cell C2 number 1234567 #,##0", "cell D2 number 84.5 #,##0.0",
    "cell E2 number 1234.56 #,##0.00", "cell F2 number 0.125 0.0\" \"%", "cell G2 number 0.666667 0.0\" \"%",
    "cell H2 number -0.116 +0.0\" \"%;-0.0\" \"%;0.0\" \"%", "cell I2 number 46295 yyyy\\-mm\\-dd", "cell J2 boolean 1 0",
  };
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;
  ExTable *table = begin (columns, "Leaders", &path);

  add_row (table);
  for (guint i = 0; i < 10; i++)
    ex_table_none (table);
  said = end (table, path, FALSE);
  for (gsize i = 0; said != NULL && i < G_N_ELEMENTS (facts); i++)
    assert_says (said, facts[i]);
  /* What is not there has no cell, and nothing but the headings is bold. */
  g_assert_true (said == NULL || (strstr (said, " A3 ") == NULL && strstr (said, "bold A2") == NULL));
}

static const ExTableColumn texts[] = { { "text", "Text", EX_CELL_TEXT }, EX_TABLE_END };

/* Text is what it is: nothing runs, nothing is a link, and nothing breaks the file. */
static void
test_text (void)
{
  static const struct { const char *text, *read; } cases[] = {
    { "=1+1", "=1+1" }, { "+1", "+1" }, { "-1", "-1" }, { "@SUM(A1)", "@SUM(A1)" }, { "=HYPERLINK(\"http://x\")", "=HYPERLINK(\"http://x\")" },
    { "{=1}", "{=1}" }, { "http://example.org", "http://example.org" }, { "mailto:a@b", "mailto:a@b" }, { "internal:A1", "internal:A1" },
    { "007", "007" }, { "1e5", "1e5" }, { "2026-01-01", "2026-01-01" }, { "TRUE", "TRUE" }, { "<b>&amp;\"'</b>", "<b>&amp;\"'</b>" },
    { "  kept  ", "  kept  " }, { "a\nb", "a\\nb" }, { "a\r\nb\rc", "a\\nb\\nc" }, { "a\tb", "a\\tb" },
    { "a\x01\x02" "b\x1f" "c\x7f", "abc\x7f" }, { "\xef\xbf\xbe" "x\xef\xbf\xbf", "x" }, { "_x0041_", "_x0041_" }, { "a_x000D_b", "a_x000D_b" },
    { "日本 😀", "日本 😀" }, { "עברית", "עברית" },
  };
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;
  ExTable *table = begin (texts, "Text", &path);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    ex_table_text (table, cases[i].text);
  said = end (table, path, FALSE);
  for (gsize i = 0; said != NULL && i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fact = g_strdup_printf ("cell A%u text %s @", (guint) i + 2, cases[i].read);

      assert_says (said, fact);
    }
  g_assert_true (said == NULL || (strstr (said, "formula") == NULL && strstr (said, "\nlinks\n") == NULL));
}

/* 32,767 UTF-16 units and no more. */
static void
test_long_text (void)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;
  ExTable *table = begin (texts, "Text", &path);

  for (guint i = 0; i < 40000; i++)
    {
      g_string_append_c (plain, 'a');
      g_string_append (wide, "😀");
    }
  ex_table_text (table, plain->str);
  ex_table_text (table, wide->str);
  said = end (table, path, FALSE);
  if (said == NULL)
    return;

  g_string_truncate (plain, 32766);
  g_string_truncate (wide, 4 * 16383);
  {
    g_autofree char *first = g_strdup_printf ("cell A2 text %s… @", plain->str);
    g_autofree char *second = g_strdup_printf ("cell A3 text %s… @", wide->str);

    assert_says (said, first);
    assert_says (said, second);
  }
  assert_says (said, "width A 60.7109375");
}

/* Days that spreadsheets do not agree on are written out. */
static void
test_days (void)
{
  static const ExTableColumn days[] = { { "day", "Day", EX_CELL_DATE }, { "time", "Time", EX_CELL_TIME }, EX_TABLE_END };
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;
  ExTable *table = begin (days, "Days", &path);

  g_setenv ("TZ", "UTC", TRUE);
  ex_table_day (table, ex_day_new (1900, 3, 1));
  ex_table_time (table, 0);
  ex_table_day (table, ex_day_new (1900, 2, 28));
  ex_table_time (table, 1790000000);
  ex_table_day (table, ex_day_new (1066, 10, 14));
  ex_table_time (table, -1);
  ex_table_day (table, ex_day_new (9999, 12, 31));
  ex_table_time (table, 43200);
  said = end (table, path, FALSE);
  if (said == NULL)
    return;

  assert_says (said, "cell A2 number 61 yyyy\\-mm\\-dd");
  assert_says (said, "cell B2 number 25569 yyyy\\-mm\\-dd hh:mm:ss");
  assert_says (said, "cell A3 text 1900-02-28 @");
  assert_says (said, "cell A4 text 1066-10-14 @");
  assert_says (said, "cell A5 number 2958465 yyyy\\-mm\\-dd");
  assert_says (said, "cell B5 number 25569.5 yyyy\\-mm\\-dd hh:mm:ss");
}

/* --- names, widths, languages ------------------------------------------------------------------------------------------- */

static void
test_sheet_names (void)
{
  static const struct { const char *title, *name; } cases[] = {
    { "Leaders", "Leaders" }, { "Why [customers]: left?", "Why  customers   left" }, { "'quoted'", "quoted" }, { "History", "History_" },
    { "history", "history_" }, { "A title that is much longer than thirty-one", "A title that is much longer tha" }, { "", "_" }, { "***", "_" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = NULL;
      ExTable *table = begin (texts, cases[i].title, &path);
      g_autofree char *said = end (table, path, FALSE);
      g_autofree char *fact = g_strdup_printf ("sheet %s", cases[i].name);

      if (said == NULL)
        return;
      assert_says (said, fact);
      g_assert_null (strstr (said, "right to left"));
    }
}

static void
test_right_to_left (void)
{
  g_autofree char *path = NULL;
  ExTable *table = begin (texts, "القادة", &path);
  g_autofree char *said = end (table, path, FALSE);

  if (said != NULL)
    assert_says (said, "right to left");
}

/* A German reader's comma stays out of the file. */
static void
test_german_numbers (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;
  ExTable *table;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("there is no locale de_DE.UTF-8");
      return;
    }
  table = begin (columns, "Leaders", &path);
  add_row (table);
  said = end (table, path, FALSE);
  g_assert_cmpstr (setlocale (LC_NUMERIC, NULL), ==, "de_DE.UTF-8");
  setlocale (LC_NUMERIC, before);
  if (said != NULL)
    {
      assert_says (said, "cell D2 number 84.5 #,##0.0");
      assert_says (said, "cell E2 number 1234.56 #,##0.00");
    }
}

/* --- as long as it takes ------------------------------------------------------------------------------------------------ */

/* A sheet is full after 1,048,575 rows: the others are on the next. */
static void
test_many_rows (void)
{
  static const ExTableColumn numbers[] = { { "n", "N", EX_CELL_INTEGER }, EX_TABLE_END };
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;
  ExTable *table = begin (numbers, "Numbers", &path);

  for (gint64 i = 0; i < 1048580; i++)
    ex_table_integer (table, i);
  said = end (table, path, TRUE);
  if (said != NULL)
    {
      assert_says (said, "Numbers 1048576");
      assert_says (said, "Numbers 2 6");
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("exemplar-xlsx-XXXXXX", NULL);

  g_test_add_func ("/xlsx/every-kind-of-cell", test_kinds);
  g_test_add_func ("/xlsx/text-stays-text", test_text);
  g_test_add_func ("/xlsx/long-text-is-cut", test_long_text);
  g_test_add_func ("/xlsx/days", test_days);
  g_test_add_func ("/xlsx/names-of-sheets", test_sheet_names);
  g_test_add_func ("/xlsx/from-right-to-left", test_right_to_left);
  g_test_add_func ("/xlsx/german-numbers", test_german_numbers);
  g_test_add_func ("/xlsx/more-rows-than-a-sheet", test_many_rows);

  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);

  return status;
}
