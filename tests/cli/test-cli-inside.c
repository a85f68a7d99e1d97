/* What the commands are made of: the nearest word, and the three ways to write a table. */
#include "config.h"

#include "cli/ex-cli-nearest.h"
#include "cli/ex-cli-table.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void
test_nearest (void)
{
  static const char *const words[] = { "leaders", "objectives", "scores", "asset", "lost-reasons", "history", NULL };
  static const struct { const char *word, *nearest; } cases[] = {
    { "leader", "leaders" },     { "laeders", "leaders" },    { "LEADERS", "leaders" }, { "score", "scores" }, { "asest", "asset" },
    { "lost", "lost-reasons" },  { "histroy", "history" },    { "rewards", NULL },      { "x", NULL },         { "", NULL },
    { "objectivs", "objectives" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (ex_cli_nearest (cases[i].word, words), ==, cases[i].nearest);
}

static const ExTableColumn columns[] = {
  { "name", "Name" }, { "hidden", NULL }, { NULL, "Note" }, { "n", "N" }, { "money", "Money" }, { "rate", "Rate" }, EX_TABLE_END,
};

static ExTable *
make_table (ExCliFormat format)
{
  ExTable *table = ex_cli_table_new (columns, format);

  ex_table_text (table, "=1+1, \"x\"\n\x01");
  ex_table_word (table, "quarter", NULL);
  ex_table_word (table, "", "good");
  ex_table_integer (table, -1234567);
  ex_table_money (table, -150, "JPY");
  ex_table_rate (table, -0.0000004, TRUE);

  ex_table_text (table, NULL);
  ex_table_none (table);
  ex_table_word (table, "", "");
  ex_table_integer (table, G_MAXINT64);
  ex_table_money (table, 123456789, "KWD");
  ex_table_rate (table, NAN, TRUE);

  return table;
}

/* What the table writes to standard output. (transfer full) */
static char *
answer (ExTable *table)
{
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("exemplar-table-XXXXXX", &path, NULL), saved = dup (STDOUT_FILENO);
  char *text = NULL;

  fflush (stdout);
  dup2 (file, STDOUT_FILENO);
  g_assert_cmpint (ex_cli_table_answer (table), ==, EX_CLI_DONE);
  fflush (stdout);
  dup2 (saved, STDOUT_FILENO);
  close (saved);
  close (file);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);

  return text;
}

static void
test_csv (void)
{
  g_autoptr (ExTable) table = make_table (EX_CLI_CSV);
  g_autofree char *text = answer (table);

  g_assert_cmpstr (text, ==, "name,hidden,n,money,rate\n\"'=1+1, \"\"x\"\"\n\x01\",quarter,-1234567,-150,0.000000\n,,9223372036854775807,123456.789,\n");
}

static void
test_json (void)
{
  g_autoptr (ExTable) table = make_table (EX_CLI_JSON);
  g_autofree char *text = answer (table);

  g_assert_cmpstr (text, ==,
                   "[\n {\"name\": \"=1+1, \\\"x\\\"\\n\\u0001\", \"hidden\": \"quarter\", \"n\": -1234567, \"money\": -150, \"rate\": 0.000000},\n"
                   " {\"name\": null, \"hidden\": null, \"n\": 9223372036854775807, \"money\": 123456.789, \"rate\": null}\n]\n");
}

static void
test_text_is_aligned (void)
{
  static const ExTableColumn two[] = { { "name", "Name" }, { "n", "Number" }, EX_TABLE_END };
  g_autoptr (ExTable) table = ex_cli_table_new (two, EX_CLI_TEXT);
  g_autofree char *text = NULL;

  ex_table_indented (table, "日本", 0);
  ex_table_integer (table, 1234);
  ex_table_indented (table, "Zoë", 2);
  ex_table_integer (table, 5);
  text = answer (table);

  g_assert_cmpstr (text, ==, "Name     Number\n日本      1,234\n    Zoë       5\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inside/nearest-word", test_nearest);
  g_test_add_func ("/inside/table-as-csv", test_csv);
  g_test_add_func ("/inside/table-as-json", test_json);
  g_test_add_func ("/inside/table-aligned-for-people", test_text_is_aligned);

  return g_test_run ();
}
