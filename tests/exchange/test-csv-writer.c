#include "config.h"

#include "exchange/ex-csv-reader.h"
#include "exchange/ex-csv-writer.h"

static const struct
{
  const char *text;
  gboolean    data;
  const char *written;
} cases[] = {
  { "plain", TRUE, "plain" },
  { NULL, TRUE, "" },
  { "", FALSE, "" },
  { "a,b", TRUE, "\"a,b\"" },
  { "a;b", TRUE, "\"a;b\"" },
  { "say \"hi\"", TRUE, "\"say \"\"hi\"\"\"" },
  { "two\nlines", TRUE, "\"two\nlines\"" },
  { " blank before", TRUE, "\" blank before\"" },
  { "Zoë ✓", TRUE, "Zoë ✓" },
  { "=1+1", TRUE, "'=1+1" },
  { "+49 30", TRUE, "'+49 30" },
  { "-3", TRUE, "'-3" },
  { "@sum", TRUE, "'@sum" },
  { "\t=1", TRUE, "\"'\t=1\"" },
  { "\r=1", TRUE, "\"'\r=1\"" },
  { "  =1", TRUE, "\"'  =1\"" },
  { "=HYPERLINK(\"x\",\"y\")", TRUE, "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"" },
  { "-3.50", FALSE, "-3.50" }, /* our own number */
};

static void
test_fields (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autofree char *expected = g_strconcat (cases[i].written, "\n", NULL);

      ex_csv_append (out, cases[i].text, cases[i].data, TRUE);
      g_assert_cmpstr (out->str, ==, expected);
    }
}

static void
test_row (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  ex_csv_append (out, "id", FALSE, FALSE);
  ex_csv_append (out, NULL, FALSE, FALSE);
  ex_csv_append (out, "1.5", FALSE, TRUE);
  g_assert_cmpstr (out->str, ==, "id,,1.5\n");
}

/* Whatever is written reads back the same, for any bytes of text. */
static void
test_reads_back (void)
{
  static const char *pieces[] = { "a", ",", "\"", "\n", "\r", ";", "é", "\t", "x y", "'" };

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new ("t");
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (ExCsvReader) reader = NULL;
      ExField field;

      for (gint n = g_test_rand_int_range (0, 8); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      ex_csv_append (out, "first", FALSE, FALSE);
      ex_csv_append (out, text->str, TRUE, FALSE);
      ex_csv_append (out, "last", FALSE, TRUE);

      bytes = g_bytes_new (out->str, out->len);
      reader = ex_csv_reader_new (bytes, NULL, NULL);
      g_assert_true (ex_csv_reader_next (reader, NULL));
      g_assert_cmpuint (ex_csv_reader_n_fields (reader), ==, 3);
      field = ex_csv_reader_get_field (reader, 1);
      g_assert_cmpmem (field.text, field.length, text->str, text->len);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-writer/fields", test_fields);
  g_test_add_func ("/csv-writer/row", test_row);
  g_test_add_func ("/csv-writer/reads-back", test_reads_back);

  return g_test_run ();
}
