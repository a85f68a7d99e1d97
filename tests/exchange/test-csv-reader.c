#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/ex-csv-reader.h"

#define BYTES(s) s, sizeof s - 1

/* Rows as LINE:field|field with a slash behind each. */
static char *
read_all (ExCsvReader *reader, ExProblems *problems)
{
  GString *rows = g_string_new (NULL);

  while (ex_csv_reader_next (reader, problems))
    {
      g_string_append_printf (rows, "%u:", ex_csv_reader_get_line (reader));
      for (guint i = 0; i < ex_csv_reader_n_fields (reader); i++)
        {
          ExField field = ex_csv_reader_get_field (reader, i);

          g_string_append_printf (rows, "%s%.*s", i > 0 ? "|" : "", (int) field.length, field.text);
        }
      g_string_append_c (rows, '/');
    }

  return g_string_free (rows, FALSE);
}

static const struct
{
  const char *bytes;
  gsize       length;
  const char *rows;
  const char *encoding;
  char        separator;
} good[] = {
  { BYTES ("a,b\n1,2\n"), "1:a|b/2:1|2/", "UTF-8", ',' },
  { BYTES ("a,b\n1,2"), "1:a|b/2:1|2/", "UTF-8", ',' },
  { BYTES ("a,b\r\n1,2\r\n"), "1:a|b/2:1|2/", "UTF-8", ',' },
  { BYTES ("a,b\r1,2\r"), "1:a|b/2:1|2/", "UTF-8", ',' },
  { BYTES ("\n\r\n  \na,b\n\n1,2\n\n\n"), "4:a|b/6:1|2/", "UTF-8", ',' },
  { BYTES ("a,b\n,\n1,2\n\"\",\"\"\n"), "1:a|b/3:1|2/", "UTF-8", ',' },
  { BYTES ("a,b\n,2\n1,\n"), "1:a|b/2:|2/3:1|/", "UTF-8", ',' },
  { BYTES ("a,b\n\"x,y\",\"p\nq\"\n3,4\n"), "1:a|b/2:x,y|p\nq/4:3|4/", "UTF-8", ',' },
  { BYTES ("a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n"), "1:a|b/2:say \"hi\"|\"/", "UTF-8", ',' },
  { BYTES ("a,b\n5\" pipe,6\n"), "1:a|b/2:5\" pipe|6/", "UTF-8", ',' },
  { BYTES ("a, \"b\"\n1 , \"2, 3\" \n"), "1:a|b/2:1 |2, 3/", "UTF-8", ',' },
  { BYTES ("a;b\n1,5;2,5\n"), "1:a|b/2:1,5|2,5/", "UTF-8", ';' },
  { BYTES ("a\tb\n1,5\t2;5\n"), "1:a|b/2:1,5|2;5/", "UTF-8", '\t' },
  { BYTES ("a\tb\n\t2\n"), "1:a|b/2:|2/", "UTF-8", '\t' },
  { BYTES ("\"a;b\";c;d\n1;2;3\n"), "1:a;b|c|d/2:1|2|3/", "UTF-8", ';' },
  { BYTES ("name,a;b\nx,1\ny,2\n"), "1:name|a;b/2:x|1/3:y|2/", "UTF-8", ',' },
  { BYTES ("sep=;\na;b,c\n1;2\n"), "2:a|b,c/3:1|2/", "UTF-8", ';' },
  { BYTES ("only\n1\n"), "1:only/2:1/", "UTF-8", ',' },
  { BYTES (""), "", "UTF-8", ',' },
  { BYTES ("\xef\xbb\xbf" "a,b\nZo\xc3\xab,2\n"), "1:a|b/2:Zoë|2/", "UTF-8", ',' },
  { BYTES ("\xff\xfe" "a\0,\0b\0\n\0\xeb\0,\0002\0\n\0"), "1:a|b/2:ë|2/", "UTF-16LE", ',' },
  { BYTES ("\xfe\xff\0a\0,\0b\0\n\0\xeb\0,\0002"), "1:a|b/2:ë|2/", "UTF-16BE", ',' },
  { BYTES ("a\0,\0b\0\n\0\xeb\0,\0002\0\n\0"), "1:a|b/2:ë|2/", "UTF-16LE", ',' },
  { BYTES ("\0a\0,\0b\0\n\0\xeb\0,\0002"), "1:a|b/2:ë|2/", "UTF-16BE", ',' },
  { BYTES ("a,b\nZo\xeb,\x80" "5\n"), "1:a|b/2:Zoë|€5/", "Windows-1252", ',' },
  { BYTES ("a,b\nZo\xc3\xab,Andr\xe9\n"), "1:a|b/2:Zoë|André/", "UTF-8", ',' }, /* glued together from both */
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (good[i].bytes, good[i].length);
      g_autoptr (GError) error = NULL;
      g_autoptr (ExCsvReader) reader = ex_csv_reader_new (bytes, NULL, &error);
      g_autoptr (ExProblems) problems = ex_problems_new ();
      g_autofree char *rows = NULL;
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      rows = read_all (reader, problems);
      g_assert_cmpstr (rows, ==, good[i].rows);
      g_assert_cmpuint (problems->errors, ==, 0);
      g_assert_cmpstr (ex_csv_reader_get_encoding (reader), ==, good[i].encoding);
      g_assert_cmpint (ex_csv_reader_get_separator (reader), ==, good[i].separator);
      g_assert_cmpfloat (ex_csv_reader_get_fraction (reader), ==, 1);

      ex_csv_reader_rewind (reader);
      again = read_all (reader, problems);
      g_assert_cmpstr (again, ==, rows);
    }
}

static void
test_mixed_line (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (BYTES ("a,b\nZo\xc3\xab,1\nAndr\xe9,2\n"));
  g_autoptr (ExCsvReader) reader = ex_csv_reader_new (bytes, NULL, NULL);

  g_assert_cmpuint (ex_csv_reader_get_mixed_line (reader), ==, 3);
}

static const struct
{
  const char *bytes;
  const char *problem;
  const char *rows;
} bad[] = {
  { "a,b\n1,\"2\n3,4\n", "x:2:2: A quotation mark that opens on line 2 is never closed", "1:a|b/2:1|2\n3,4\n/" },
  { "a,b\n\"x\ny\",\"2\n", "x:2:2: A quotation mark that opens on line 3 is never closed", "1:a|b/2:x\ny|2\n/" },
  { "a,b\n\"1\" x,2\n3,4\n", "x:2:1: Text stands behind the closing quotation mark", "1:a|b/2:1|2/3:3|4/" },
};

static void
test_bad_quotes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bad[i].bytes, strlen (bad[i].bytes));
      g_autoptr (ExCsvReader) reader = ex_csv_reader_new (bytes, NULL, NULL);
      g_autoptr (ExProblems) problems = ex_problems_new ();
      g_autofree char *rows = read_all (reader, problems);
      g_autofree char *text = ex_problems_to_text (problems, "x");

      g_assert_cmpuint (problems->errors, ==, 1);
      g_assert_true (g_str_has_prefix (text, bad[i].problem));
      g_assert_cmpstr (rows, ==, bad[i].rows);
      g_assert_cmpint (ex_csv_reader_is_broken (reader), ==, i < 2);
    }
}

static const struct
{
  const char *bytes;
  gsize       length;
  const char *encoding;
  const char *message;
} refused[] = {
  { BYTES ("a,b\n1,x\0y\n"), NULL, "Line 2 has a NUL byte" },
  { BYTES ("a,b\n\n1,\x81\n"), NULL, "Line 3 has a byte (0x81) that is no text in Windows-1252" },
  { BYTES ("a,b\r\n1,\xe9\r\n"), "UTF-8", "Line 2 has a byte (0xE9) that is no text in UTF-8" },
  { BYTES ("a,b\n1,\xe9\n"), "US-ASCII", "Line 2 has a byte (0xE9) that is no text in US-ASCII" },
  { BYTES ("\xff\xfe" "a\0\n\0b"), NULL, "Line 2 has a byte (0x62) that is no text in UTF-16LE" },
  { BYTES ("a,b\n"), "klingon", "There is no encoding “klingon”" },
  { BYTES ("PK\003\004...."), NULL, "a workbook or a ZIP archive. Save it as CSV" },
};

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (refused[i].bytes, refused[i].length);
      g_autoptr (GError) error = NULL;

      g_assert_null (ex_csv_reader_new (bytes, refused[i].encoding, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, refused[i].message));
    }
}

static void
test_named_encodings (void)
{
  static const struct { const char *bytes; gsize length; const char *encoding; const char *rows; } cases[] = {
    { BYTES ("a,b\nM\x81ller,1\n"), "CP850", "1:a|b/2:Müller|1/" },
    { BYTES ("a,b\nM\xfcller,1\n"), "ISO-8859-1", "1:a|b/2:Müller|1/" },
    { BYTES ("a,b\n\x80,1\n"), "CP1252", "1:a|b/2:€|1/" },
    { BYTES ("\xff\xfe" "a\0,\0b\0"), "UTF-16", "1:a|b/" },
    { BYTES ("\xef\xbb\xbf" "a,b\n"), "utf8", "1:a|b/" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].length);
      g_autoptr (GError) error = NULL;
      g_autoptr (ExCsvReader) reader = ex_csv_reader_new (bytes, cases[i].encoding, &error);
      g_autofree char *rows = NULL;

      g_assert_no_error (error);
      rows = read_all (reader, NULL);
      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
}

static void
test_path (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ex-csv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ExCsvReader) reader = NULL;

  g_assert_true (g_file_set_contents (path, "abc", 3, NULL));
  reader = ex_csv_reader_new_for_path (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ex_csv_reader_next (reader, NULL));
  g_assert_true (ex_csv_reader_is_whole (reader, &error));
  g_remove (path);

  g_assert_null (ex_csv_reader_new_for_path (path, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_null (ex_csv_reader_new_for_path (folder, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
  g_rmdir (folder);
}

/* A table of more than one part: quoted fields over several lines, doubled quotes, both kinds of line ends, and letters of two bytes. */
static GString *
long_table (gsize shift, guint n)
{
  GString *text = g_string_new ("a,b,c");

  for (gsize i = 0; i < shift; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, "\r\n");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, i % 3 == 0 ? "%u,\"a\r\n\"\"%u\"\"\",\u00e4\u00f6%u\r\n" : i % 3 == 1 ? "%u, \"x,%u\" ,%u\n" : "%u,%u,%u\r\n", i, i * 7, i % 11);

  return text;
}

static void
assert_rows (ExCsvReader *reader, guint n)
{
  guint line = 2, i = 0;

  g_assert_true (ex_csv_reader_next (reader, NULL));
  for (; ex_csv_reader_next (reader, NULL); i++)
    {
      g_autofree char *wanted = i % 3 == 0 ? g_strdup_printf ("a\r\n\"%u\"", i * 7) : i % 3 == 1 ? g_strdup_printf ("x,%u", i * 7)
                                                                                                : g_strdup_printf ("%u", i * 7);
      g_autofree char *last = g_strdup_printf ("%s%u", i % 3 == 0 ? "\u00e4\u00f6" : "", i % 11);
      ExField middle, end;

      g_assert_cmpuint (ex_csv_reader_n_fields (reader), ==, 3);
      g_assert_cmpuint (ex_csv_reader_get_line (reader), ==, line);
      middle = ex_csv_reader_get_field (reader, 1);
      end = ex_csv_reader_get_field (reader, 2);
      g_assert_cmpmem (middle.text, middle.length, wanted, strlen (wanted));
      g_assert_cmpmem (end.text, end.length, last, strlen (last));
      line += i % 3 == 0 ? 2 : 1;
    }
  g_assert_cmpuint (i, ==, n);
}

/* Wherever the parts that a file is read in end, the rows are the same; in UTF-16, too. */
static void
test_parts (void)
{
  for (gsize shift = 0; shift < 40; shift++)
    {
      g_autoptr (GString) table = long_table (shift, 20000);
      g_autoptr (GBytes) bytes = g_bytes_new (table->str, table->len);
      g_autoptr (ExCsvReader) reader = ex_csv_reader_new (bytes, NULL, NULL);
      g_autoptr (ExCsvReader) wide_reader = NULL;
      g_autoptr (GBytes) wide = NULL;
      gsize length;
      char *converted;

      assert_rows (reader, 20000);
      if (shift % 8 != 0)
        continue;
      converted = g_convert (table->str, (gssize) table->len, "UTF-16LE", "UTF-8", NULL, &length, NULL);
      wide = g_bytes_new_take (converted, length);
      wide_reader = ex_csv_reader_new (wide, NULL, NULL);
      assert_rows (wide_reader, 20000);
    }
}

static void
test_a_row_without_end (void)
{
  g_autofree char *noise = g_strnfill (5 * 1024 * 1024, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new_static (noise, strlen (noise));
  g_autoptr (ExCsvReader) reader = ex_csv_reader_new (bytes, NULL, NULL);
  g_autoptr (ExProblems) problems = ex_problems_new ();

  while (ex_csv_reader_next (reader, problems))
    ;
  g_assert_true (ex_csv_reader_is_broken (reader));
  g_assert_cmpuint (problems->errors, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-reader/rows", test_rows);
  g_test_add_func ("/csv-reader/mixed-line", test_mixed_line);
  g_test_add_func ("/csv-reader/bad-quotes", test_bad_quotes);
  g_test_add_func ("/csv-reader/refused", test_refused);
  g_test_add_func ("/csv-reader/named-encodings", test_named_encodings);
  g_test_add_func ("/csv-reader/path", test_path);
  g_test_add_func ("/csv-reader/parts", test_parts);
  g_test_add_func ("/csv-reader/a row without end", test_a_row_without_end);

  return g_test_run ();
}
