/* Typed rows: what programs read of each kind of cell, what people do, and CSV files that are whole or not there. */
#include "config.h"

#include "exchange/ex-table-file.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static char *folder;

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* What is in the folder, hidden or not. */
static guint
count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* --- cells -------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GString *plain;
  GString *shown;
  int      fail_at; /* row; -1: never */
  gboolean ended;
} Heard;

static gboolean
hear_row (gpointer data, const ExTableCell *cells, guint n, GError **error)
{
  Heard *heard = data;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *shown = ex_cell_to_shown (&cells[i]);

      if (!ex_cell_append_plain (&cells[i], heard->plain))
        g_string_append (heard->plain, "NULL");
      g_string_append_c (heard->plain, '|');
      g_string_append_printf (heard->shown, "%s|", shown);
    }
  if (heard->fail_at-- != 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "enough");

  return FALSE;
}

static gboolean
hear_end (gpointer data, GError **error)
{
  ((Heard *) data)->ended = TRUE;

  return TRUE;
}

static const ExTableSink hear = { NULL, hear_row, hear_end, NULL };
static const ExTableColumn one_column[] = { { "a", "A", EX_CELL_TEXT }, EX_TABLE_END };

typedef struct
{
  void      (* add) (ExTable *table);
  const char *plain;
  const char *shown;
} Case;

static void add_text (ExTable *t) { ex_table_text (t, "=1+1"); }
static void add_nothing (ExTable *t) { ex_table_text (t, NULL); }
static void add_word (ExTable *t) { ex_table_word (t, "on track", "● im Plan"); }
static void add_word_alone (ExTable *t) { ex_table_word (t, "retain", NULL); }
static void add_word_for_people (ExTable *t) { ex_table_word (t, NULL, "–"); }
static void add_integer (ExTable *t) { ex_table_integer (t, -1234567); }
static void add_least (ExTable *t) { ex_table_integer (t, G_MININT64); }
static void add_number (ExTable *t) { ex_table_number (t, 84.1, 1, "%"); }
static void add_whole (ExTable *t) { ex_table_number (t, 12, 0, "calls"); }
static void add_huge (ExTable *t) { ex_table_number (t, 1e21, 0, NULL); }
static void add_small (ExTable *t) { ex_table_number (t, 0.1 + 0.2, 2, NULL); }
static void add_zero (ExTable *t) { ex_table_number (t, -0.0, 0, NULL); }
static void add_undefined (ExTable *t) { ex_table_number (t, NAN, 2, NULL); }
static void add_euros (ExTable *t) { ex_table_money (t, -150, "EUR"); }
static void add_yen (ExTable *t) { ex_table_money (t, -150, "JPY"); }
static void add_dinars (ExTable *t) { ex_table_money (t, 5, "KWD"); }
static void add_least_money (ExTable *t) { ex_table_money (t, G_MININT64, "EUR"); }
static void add_percent (ExTable *t) { ex_table_percent (t, 1250); }
static void add_rate (ExTable *t) { ex_table_rate (t, 2.0 / 3, FALSE); }
static void add_change (ExTable *t) { ex_table_rate (t, 0.032, TRUE); }
static void add_tiny_change (ExTable *t) { ex_table_rate (t, -0.0000004, TRUE); }
static void add_infinite (ExTable *t) { ex_table_rate (t, INFINITY, FALSE); }
static void add_large_rate (ExTable *t) { ex_table_rate (t, 123456789012.5, FALSE); }
static void add_day (ExTable *t) { ex_table_day (t, ex_day_new (2026, 9, 30)); }
static void add_no_day (ExTable *t) { ex_table_day (t, EX_DAY_NONE); }
static void add_time (ExTable *t) { ex_table_time (t, 1790000000); }
static void add_yes (ExTable *t) { ex_table_boolean (t, TRUE); }
static void add_some (ExTable *t) { ex_table_integer_shown (t, 3, "3 of 4"); }
static void add_exact (ExTable *t) { ex_table_real_shown (t, 1.0 / 3, 6, "0.33"); }
static void add_list (ExTable *t) { ex_table_list (t, "10;20", FALSE); }
static void add_blank (ExTable *t) { ex_table_blank (t, "not measured"); }
static void add_none (ExTable *t) { ex_table_none (t); }

static const Case cases[] = {
  { add_text, "=1+1", "=1+1" },
  { add_nothing, "NULL", "" },
  { add_word, "on track", "● im Plan" },
  { add_word_alone, "retain", "retain" },
  { add_word_for_people, "NULL", "–" },
  { add_integer, "-1234567", "−1,234,567" },
  { add_least, "-9223372036854775808", NULL },
  { add_number, "84.1", "84.1 %" },
  { add_whole, "12", "12 calls" },
  { add_huge, "1e+21", NULL },
  { add_small, "0.30000000000000004", "0.30" },
  { add_zero, "0", NULL },
  { add_undefined, "NULL", "–" },
  { add_euros, "-1.50", NULL },
  { add_yen, "-150", NULL },
  { add_dinars, "0.005", NULL },
  { add_least_money, "-92233720368547758.08", NULL },
  { add_percent, "12.5", "12.5 %" },
  { add_rate, "0.666667", "66.7 %" },
  { add_change, "0.032000", "+3.2 %" },
  { add_tiny_change, "0.000000", NULL },
  { add_infinite, "NULL", "–" },
  { add_large_rate, "123456789012.500000", NULL },
  { add_day, "2026-09-30", "30 Sep 2026" },
  { add_no_day, "NULL", "" },
  { add_time, "2026-09-21T14:13:20Z", NULL },
  { add_yes, "1", "yes" },
  { add_some, "3", "3 of 4" },
  { add_exact, "0.333333", "0.33" },
  { add_list, "10;20", "10;20" },
  { add_blank, "NULL", "not measured" },
  { add_none, "NULL", "–" },
};

static void
test_cells (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Heard heard = { g_string_new (NULL), g_string_new (NULL), -1, FALSE };
      g_autoptr (ExTable) table = ex_table_new (one_column, &hear, &heard);
      g_autofree char *plain = g_strconcat (cases[i].plain, "|", NULL);

      cases[i].add (table);
      g_assert_true (ex_table_end (table, NULL));
      g_assert_true (heard.ended);
      g_assert_cmpstr (heard.plain->str, ==, plain);
      if (cases[i].shown != NULL)
        {
          g_autofree char *shown = g_strconcat (cases[i].shown, "|", NULL);

          g_assert_cmpstr (heard.shown->str, ==, shown);
        }
      g_string_free (heard.plain, TRUE);
      g_string_free (heard.shown, TRUE);
    }
}

/* What a cell was does not show through in the row below. */
static void
test_rows_are_apart (void)
{
  Heard heard = { g_string_new (NULL), g_string_new (NULL), -1, FALSE };
  g_autoptr (ExTable) table = ex_table_new (one_column, &hear, &heard);

  ex_table_word (table, "long word", "shown");
  ex_table_text (table, "b");
  ex_table_money (table, 5, "EUR");
  ex_table_number (table, 1, 0, NULL);
  ex_table_text (table, NULL);
  g_assert_cmpuint (ex_table_n_rows (table), ==, 5);
  g_assert_true (ex_table_end (table, NULL));
  g_assert_cmpstr (heard.plain->str, ==, "long word|b|0.05|1|NULL|");
  g_assert_cmpstr (heard.shown->str, ==, "shown|b|0.05\u00a0€|1||");
  g_string_free (heard.plain, TRUE);
  g_string_free (heard.shown, TRUE);
}

static void
test_failing (void)
{
  Heard heard = { g_string_new (NULL), g_string_new (NULL), 1, FALSE };
  g_autoptr (ExTable) table = ex_table_new (one_column, &hear, &heard);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 5; i++)
    {
      g_assert_cmpint (ex_table_is_over (table), ==, i >= 2);
      ex_table_integer (table, i);
    }
  g_assert_false (ex_table_end (table, &error));
  g_assert_cmpstr (error->message, ==, "enough");
  g_assert_false (heard.ended);
  g_assert_cmpstr (heard.plain->str, ==, "0|1|");
  g_string_free (heard.plain, TRUE);
  g_string_free (heard.shown, TRUE);
}

/* --- files -------------------------------------------------------------------------------------------------------------- */

static const ExTableColumn columns[] = {
  { "name", "Name", EX_CELL_TEXT }, { NULL, "Note", EX_CELL_WORD }, { "n", NULL, EX_CELL_INTEGER, "Number" }, { "word", "Word", EX_CELL_WORD }, EX_TABLE_END,
};
static const ExTableAbout about = { "Leaders", "Test", "EUR" };

static void
add_row (ExTable *table, const char *name, gint64 n)
{
  ex_table_text (table, name);
  ex_table_word (table, NULL, "only for people");
  ex_table_integer (table, n);
  ex_table_word (table, "-word", "Wort");
}

static void
test_formats (void)
{
  static const struct { const char *path; int format; } paths[] = {
    { "a.csv", EX_TABLE_CSV }, { "a.XLSX", EX_TABLE_XLSX }, { "xlsx", EX_TABLE_XLSX }, { "a.b.csv", EX_TABLE_CSV }, { "a.xls", -1 }, { "csv.", -1 },
    { "a", -1 }, { "", -1 }, { NULL, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      ExTableFormat format = EX_TABLE_CSV;

      g_assert_cmpint (ex_table_format_parse (paths[i].path, &format), ==, paths[i].format >= 0);
      if (paths[i].format >= 0)
        g_assert_cmpint (format, ==, paths[i].format);
    }
}

static void
test_csv (void)
{
  g_autofree char *path = path_of ("a.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (ExTable) table = ex_table_new_file (columns, &about, path, EX_TABLE_CSV, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  add_row (table, "=1+1", 1);
  add_row (table, "say \"hi\", now", -2);
  add_row (table, NULL, 3);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (ex_table_end (table, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "name,n,word\n'=1+1,1,-word\n\"say \"\"hi\"\", now\",-2,-word\n,3,-word\n");
  g_unlink (path);
  g_assert_cmpuint (count_files (), ==, 0);
}

/* Only the names. */
static void
test_empty (void)
{
  g_autofree char *path = path_of ("a.csv");
  g_autoptr (ExTable) table = ex_table_new_file (columns, &about, path, EX_TABLE_CSV, NULL, NULL);
  g_autofree char *text = NULL;

  g_assert_true (ex_table_end (table, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "name,n,word\n");
  g_unlink (path);
}

/* What stood there is as it was, and nothing is beside it. */
static void
test_left_off (gconstpointer data)
{
  ExTableFormat format = (ExTableFormat) GPOINTER_TO_INT (data);
  g_autofree char *path = path_of ("a.csv");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  ExTable *table;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  table = ex_table_new_file (columns, &about, path, format, cancellable, NULL);
  add_row (table, "a", 1);
  g_cancellable_cancel (cancellable);
  add_row (table, "b", 2);
  g_assert_true (ex_table_is_over (table));
  g_assert_false (ex_table_end (table, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  ex_table_free (table);

  table = ex_table_new_file (columns, &about, path, format, NULL, NULL);
  add_row (table, "a", 1);
  ex_table_free (table);
  g_assert_cmpuint (count_files (), ==, 1);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
  g_unlink (path);
}

static void
test_no_folder (gconstpointer data)
{
  ExTableFormat format = (ExTableFormat) GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;

  g_assert_null (ex_table_new_file (columns, &about, "/nowhere/at/all.csv", format, NULL, &error));
  g_assert_nonnull (strstr (error->message, "/nowhere/at/all.csv"));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("exemplar-table-XXXXXX", NULL);

  g_test_add_func ("/table/every-kind-of-cell", test_cells);
  g_test_add_func ("/table/rows-are-apart", test_rows_are_apart);
  g_test_add_func ("/table/over-once-it-failed", test_failing);
  g_test_add_func ("/table/format-by-ending", test_formats);
  g_test_add_func ("/table/csv", test_csv);
  g_test_add_func ("/table/csv-without-rows", test_empty);
  g_test_add_data_func ("/table/csv-left-off", GINT_TO_POINTER (EX_TABLE_CSV), test_left_off);
  g_test_add_data_func ("/table/xlsx-left-off", GINT_TO_POINTER (EX_TABLE_XLSX), test_left_off);
  g_test_add_data_func ("/table/csv-without-a-folder", GINT_TO_POINTER (EX_TABLE_CSV), test_no_folder);
  g_test_add_data_func ("/table/xlsx-without-a-folder", GINT_TO_POINTER (EX_TABLE_XLSX), test_no_folder);

  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);

  return status;
}
