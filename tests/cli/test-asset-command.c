/* What is said of the customer asset's periods on the command line, and what comes of it: figures worked out by hand. */
#include "config.h"

#include "cycle-world.h"

#include <string.h>

/* a stays, b is lost in March, c comes in March, nobody has a row in April, d comes back in June. */
#define LEDGER                                                                                                             \
  "customer,period,value,segment,lost_reason\n"                                                                            \
  "a,2026-01,10,North,\na,2026-02,10,North,\na,2026-03,12,North,\na,2026-05,12,South,\na,2026-06,12,South,\n"              \
  "b,2026-01,20,North,\nb,2026-02,20,North,\n"                                                                             \
  "c,2026-03,5,South,\nc,2026-05,5,South,\nc,2026-06,4,South,\n"                                                           \
  "d,2026-01,1,South,\nd,2026-02,0,South,price\nd,2026-06,2,South,\n"

static char *
company_new (const char *name)
{
  char *company = cli_company (name);
  g_autofree char *path = cli_file ("asset-ledger.csv", LEDGER);

  cli_expect (0, NULL, "import", company, "customers", path, NULL);

  return company;
}

static char *
get (const char *company, const char *period, const char *column)
{
  g_autofree char *csv = world_do (company, "show % asset --format csv");

  return cli_csv_get (csv, "period", period, column);
}

static void
assert_is (const char *company, const char *period, const char *column, const char *expected)
{
  g_autofree char *found = get (company, period, column);

  if (strcmp (found, expected) != 0)
    g_error ("%s of %s is “%s” instead of “%s”", column, period, found, expected);
}

static void
told (const char *company, const char *line, const char *words)
{
  g_autoptr (CliRun) run = world_run (company, line);

  if (run->status != 0)
    g_error ("%s\nended with %d:\n%s", line, run->status, run->err);
  cli_assert_has (run->err, words);
}

/* --- no data ---------------------------------------------------------------------------------------------------------------------- */

static void
test_no_data (void)
{
  g_autofree char *company = company_new ("no-data.exemplar");
  g_autofree char *rows = cli_file ("april.csv", "customer,period,value\na,2026-04,12\n");
  g_autofree char *text = NULL;

  assert_is (company, "2026-04", "lost_customers", "2");
  assert_is (company, "2026-05", "won_back_customers", "2");
  told (company, "asset % no-data 2026-04", "passed over");
  assert_is (company, "2026-04", "lost_customers", "");
  assert_is (company, "2026-04", "opening_value", "");
  assert_is (company, "2026-04", "growth_value", "");
  assert_is (company, "2026-05", "opening_value", "17.00");
  assert_is (company, "2026-05", "won_back_customers", "0");
  assert_is (company, "2026-05", "closing_value", "17.00");
  text = world_do (company, "show % asset");
  cli_assert_has (text, "Apr 2026 (no data)");
  told (company, "show % asset", "no data, and passed over");

  told (company, "asset % no-data 2026-04 --undo", "counts again");
  assert_is (company, "2026-04", "lost_customers", "2");

  /* Rows that come take the mark away. */
  told (company, "asset % no-data 2026-04", "passed over");
  g_free (world_do (company, "import % customers @april.csv"));
  assert_is (company, "2026-04", "lost_customers", "1");
  world_refused (company, 1, "", "asset % no-data 2026-04");
  world_refused (company, 1, "", "asset % no-data 2026-03");
  world_refused (company, 1, "", "asset % no-data 2027-03");
  world_refused (company, 2, "no period", "asset % no-data April");
  world_assert_sound (company);
}

/* --- complete to ------------------------------------------------------------------------------------------------------------------ */

static void
test_complete_to (void)
{
  g_autofree char *company = company_new ("complete.exemplar");
  g_autofree char *text = NULL;
  g_autofree char *explained = NULL;
  g_autofree char *provisional = NULL;

  assert_is (company, "2026-06", "growth_value", "0.058824");
  told (company, "asset % complete-to 2026-05", "provisional");
  assert_is (company, "2026-06", "growth_value", "");
  assert_is (company, "2026-06", "growth_customers", "");
  assert_is (company, "2026-06", "closing_value", "18.00");
  assert_is (company, "2026-06", "nrr", "0.941176");
  text = world_do (company, "show % asset");
  cli_assert_has (text, "Jun 2026 (provisional)");
  cli_assert_has (text, "May 2026: We");
  provisional = world_do (company, "show % asset --period 2026-06");
  cli_assert_has (provisional, "Jun 2026: ");
  g_assert_null (strstr (provisional, "grew by"));
  explained = world_do (company, "show % asset --explain --period 2026-06");
  cli_assert_has (explained, "not complete yet = –");
  g_assert_null (strstr (explained, "+5.9 %"));
  world_refused (company, 1, "", "asset % final 2026-06");

  told (company, "asset % complete-to 2026-06-30", "30 Jun 2026");
  assert_is (company, "2026-06", "growth_value", "0.058824");
  told (company, "asset % complete-to 2026-06-29", "provisional");
  assert_is (company, "2026-06", "growth_value", "");
  told (company, "asset % complete-to --undo", "All of the ledger is complete");
  assert_is (company, "2026-06", "growth_value", "0.058824");

  told (company, "asset % final 2026-05", "final");
  world_refused (company, 1, "", "asset % complete-to 2026-04");
  world_refused (company, 2, "neither a period nor a day", "asset % complete-to soon");
  world_refused (company, 2, "takes a period or a day", "asset % complete-to");
  world_refused (company, 2, "takes a period or a day", "asset % complete-to 2026-05 --undo");
  world_assert_sound (company);
}

/* --- reasons ---------------------------------------------------------------------------------------------------------------------- */

static void
test_reasons (void)
{
  g_autofree char *company = company_new ("reasons.exemplar");
  g_autofree char *file = cli_file ("why.csv", "customer,lost_reason\nb,competitor\n");
  g_autofree char *before = world_do (company, "show % lost-reasons --period 2026-02..2026-03 --format csv");
  g_autofree char *given = NULL;
  g_autofree char *back = NULL;
  g_autofree char *text = NULL;
  g_autofree char *imported = NULL;

  cli_assert_has (before, "2026-02/2026-03,,1,20.00,0.952381,0.500000\n");
  told (company, "asset % reason b 'Moved  away'", "“b” left because of: Moved away");
  given = world_do (company, "show % lost-reasons --period 2026-03 --format csv");
  g_assert_cmpstr (given, ==, "period,reason,customers,value,share,share_customers\n2026-03,Moved away,1,20.00,1.000000,1.000000\n");
  text = world_do (company, "show % lost-reasons --period 2026-03");
  cli_assert_has (text, "The reason is known for all of the value lost.");
  told (company, "asset % reason b --undo", "taken back");
  back = world_do (company, "show % lost-reasons --period 2026-03 --format csv");
  g_assert_cmpstr (back, ==, "period,reason,customers,value,share,share_customers\n2026-03,,1,20.00,1.000000,1.000000\n");

  world_refused (company, 1, "", "asset % reason nobody 'Moved away'");
  /* As long as April counts, everybody left in it. */
  g_free (world_do (company, "asset % no-data 2026-04"));
  world_refused (company, 1, "", "asset % reason a price");
  world_refused (company, 2, "say of whom and why", "asset % reason b");
  world_refused (company, 2, "a reason has words", "asset % reason b ' '");
  world_refused (company, 2, "no period", "asset % reason b price --period soon");
  told (company, "asset % reason d elsewhere --period 2026-02", "elsewhere");

  g_free (world_do (company, "import % customers @why.csv"));
  imported = world_do (company, "show % lost-reasons --period 2026-03 --format csv");
  cli_assert_has (imported, "2026-03,competitor,1,20.00");
  world_assert_sound (company);
}

/* --- lifetime values -------------------------------------------------------------------------------------------------------------- */

static void
test_lifetime (void)
{
  g_autofree char *company = company_new ("lifetime.exemplar");
  g_autofree char *before = world_do (company, "show % asset --period 2026-02");
  g_autofree char *text = NULL;
  g_autofree char *explained = NULL;
  g_autofree char *after = NULL;

  g_assert_null (strstr (before, "Lifetime"));
  told (company, "asset % lifetime --margin 30 --discount 1.5", "Lifetime values are computed");
  text = world_do (company, "show % asset --period 2026-02 --by segment");
  cli_assert_has (text, "Lifetime value");
  explained = world_do (company, "show % asset --period 2026-02 --explain");
  cli_assert_has (explained, "= 8.61");
  world_refused (company, 2, "both of them", "asset % lifetime --margin 30");
  world_refused (company, 1, "0 to 100", "asset % lifetime --margin 130 --discount 1");
  world_refused (company, 2, "takes away both", "asset % lifetime --margin none --discount 1");
  world_refused (company, 2, "--margin says nothing about final", "asset % final 2026-02 --margin 3");
  world_refused (company, 2, "final takes a period", "asset % final");
  world_refused (company, 2, "no-data takes a period", "asset % no-data");
  told (company, "asset % lifetime --margin none --discount none", "not computed any more");
  after = world_do (company, "show % asset --period 2026-02");
  g_assert_cmpstr (before, ==, after);
}

/* --- spans -------------------------------------------------------------------------------------------------------------------------- */

static void
test_ranges (void)
{
  static const struct { const char *line; const char *row; } cases[] = {
    /* From the end of January to the end of March: b is lost, c is new, a expands. */
    { "show % asset --period 2026-02..2026-03 --format csv",
      "2026-02/2026-03,,3,1,0,2,0,0,2,31.00,5.00,0.00,2.00,0.00,21.00,0.00,0.00,17.00,-0.333333,-0.451613,0.387097,0.322581,0.333333,0.333333\n" },
    { "show % asset --period 2026-02..2026-02 --format csv",
      "2026-02,,3,0,0,1,0,0,2,31.00,0.00,0.00,0.00,0.00,1.00,0.00,0.00,30.00,-0.333333,-0.032258,0.967742,0.967742,0.666667,0.000000\n" },
    { "show % asset --period 2026-Q1..2026-Q2 --format csv", "2026-01/2026-06,,0,4,0,0,0,0,3," },
    { "show % asset --period 2026-Q1..2026-06 --format csv", "2026-01/2026-06,,0,4," },
  };
  g_autofree char *company = company_new ("ranges.exemplar");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = world_do (company, cases[i].line);

      if (strstr (csv, cases[i].row) == NULL && i < 2)
        g_error ("%s\nanswered\n%s", cases[i].line, csv);
      g_assert_cmpuint (cli_n_lines (csv), ==, 2);
      g_assert_true (strstr (csv, i < 2 ? cases[i].row : "2026-01/2026-06,,") != NULL);
    }
  world_refused (company, 1, "from 2026-01 to 2026-06", "show % asset --period 2025-11..2026-03");
  world_refused (company, 2, "no period", "show % asset --period 2026-03..2026-02");
  world_refused (company, 2, "no period", "show % asset --period 2026-03..");
  world_refused (company, 2, "--grain says nothing", "show % asset --period 2026-02..2026-03 --grain quarter");
}

/* --- replacing ---------------------------------------------------------------------------------------------------------------------- */

static void
test_replace (void)
{
  g_autofree char *company = company_new ("replace.exemplar");
  g_autofree char *file = cli_file ("march.csv", "customer,period,value\nc,2026-03,6\n");

  told (company, "import % customers @march.csv", "march.csv: 2026-03");
  assert_is (company, "2026-03", "closing_value", "18.00");
  told (company, "import % customers @march.csv --replace", "march.csv: 2026-03");
  assert_is (company, "2026-03", "closing_value", "6.00");
  assert_is (company, "2026-03", "lost_customers", "2");
  assert_is (company, "2026-05", "won_back_customers", "2");
  world_refused (company, 2, "do not go together", "import % customers @march.csv --replace --add");
  world_refused (company, 2, "of customers only", "import % leaders @march.csv --replace");
  g_free (world_do (company, "undo %"));
  assert_is (company, "2026-03", "closing_value", "18.00");
  world_assert_sound (company);
}

/* --- movements that were entered -------------------------------------------------------------------------------------------------- */

static void
test_movements (void)
{
  g_autofree char *company = cli_company ("entered.exemplar");
  g_autofree char *good = cli_file ("entered.csv", "period,opening_customers,new_customers,lost_customers,closing_customers,opening_value,new_value,lost_value,closing_value\n"
                                                   "2026-Q1,10,3,1,12,100,30,10,120\n2026-Q2,12,0,2,10,120,0,20,100\n");
  g_autofree char *bad = cli_file ("broken.csv", "period,opening_customers,new_customers,lost_customers,closing_customers,opening_value,new_value,lost_value,closing_value\n"
                                                 "2026-Q3,10,1,0,12,100,10,0,110\n");
  g_autofree char *by_year = NULL;

  g_free (world_do (company, "import % movements @entered.csv"));
  assert_is (company, "2026-Q2", "growth_customers", "-0.166667");
  by_year = world_do (company, "show % asset --grain year --format csv");
  cli_assert_has (by_year, "\n2026,,10,3,0,3,0,0,10,100.00,30.00,");
  world_refused (company, 1, "", "show % asset --grain month");
  {
    g_autoptr (CliRun) run = world_run (company, "import % movements @broken.csv");

    g_assert_cmpint (run->status, ==, 1);
    cli_assert_has (run->err, "a difference of 1");
  }
}

/* --- claims ------------------------------------------------------------------------------------------------------------------------- */

static void
test_claims (void)
{
  g_autofree char *company = world_at (WORLD_SIGNED, "claims.exemplar");
  g_autofree char *csv = world_do (company, "show % claims --format csv");
  g_autofree char *json = world_do (company, "show % claims --format json");
  g_autofree char *explained = world_do (company, "show % claims --explain --format csv");
  g_autofree char *text = world_do (company, "show % claims");
  g_autofree char *claimed = cli_csv_get (csv, "driver", "retain", "claimed_customers");
  g_autofree char *realised = cli_csv_get (csv, "driver", "retain", "realised_customers");
  g_autofree char *before = cli_csv_get (csv, "driver", "retain", "before_customers");
  g_autofree char *proof = cli_csv_get (csv, "driver", "retain", "proof_customers");
  g_autofree char *proven = cli_csv_get (csv, "driver", "acquire", "proven_value");

  /* Ana's three alone: those below are counted with hers. One of them has scored 90 %. */
  g_assert_cmpuint (cli_n_lines (csv), ==, 5);
  g_assert_cmpstr (claimed, ==, "30.000000");
  g_assert_cmpstr (realised, ==, "9.000000");
  g_assert_cmpstr (before, ==, "");
  g_assert_cmpstr (proof, ==, "no span before");
  g_assert_cmpstr (proven, ==, "");
  cli_assert_has (json, "\"driver\": \"win back\"");
  cli_assert_has (json, "\"before_customers\": null");
  cli_assert_has (explained, "driver,objective,leader,score,claimed_value,realised_value,claimed_customers,realised_customers,counted,against\n");
  cli_assert_has (explained, "retain,ana-1,ana,0.900000,,,10.000000,9.000000,yes,\n");
  cli_assert_has (explained, "retain,ben-1,ben,0.000000,,,10.000000,0.000000,no,\n");
  cli_assert_has (text, "Retain");
}

/* --- charts ------------------------------------------------------------------------------------------------------------------------- */

static void
test_charts (void)
{
  static const char *const charts[] = { "growth", "lost-reasons --period 2026-03", "waterfall --period 2026-02", "growth --grain quarter --measure value",
                                        "lost-reasons --period 2026-02..2026-03 --measure value", "growth --theme dark" };
  static const char *const endings[] = { "svg", "png", "pdf" };
  g_autofree char *company = company_new ("charts.exemplar");

  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *name = g_strdup_printf ("chart.%s", endings[i % 3]);
      g_autofree char *path = cli_path (name);
      g_autofree char *line = g_strdup_printf ("chart %% %s --output @%s", charts[i], name);
      g_autofree char *contents = NULL;
      gsize length;

      g_free (world_do (company, line));
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      g_assert_cmpuint (length, >, 1000);
    }
  world_refused (company, 2, "--objective says nothing about growth", "chart % growth --objective x --output @a.svg");
  world_refused (company, 2, "--period says nothing about growth", "chart % growth --period 2026 --output @a.svg");
  world_refused (company, 2, "Did you mean “growth”", "chart % grwth --output @a.svg");
  world_refused (company, 1, "no cycle yet", "chart % reward-curve --output @a.svg");
  g_free (world_do (company, "cycle % new Half --from 2026-04-01 --to 2026-06-30"));
  world_refused (company, 1, "pays nothing by growth", "chart % reward-curve --output @a.svg");
  g_free (world_do (company, "rewards % Half set --curve 2:50,5:100"));
  g_free (world_do (company, "chart % reward-curve --output @curve.svg"));
}

int
main (int argc, char **argv)
{
  cli_start (&argc, &argv);

  g_test_add_func ("/asset/no-data-is-passed-over", test_no_data);
  g_test_add_func ("/asset/what-is-not-complete-has-no-growth", test_complete_to);
  g_test_add_func ("/asset/reasons-come-later", test_reasons);
  g_test_add_func ("/asset/lifetime-values", test_lifetime);
  g_test_add_func ("/asset/from-one-period-to-another", test_ranges);
  g_test_add_func ("/asset/replacing-a-period", test_replace);
  g_test_add_func ("/asset/movements-that-were-entered", test_movements);
  g_test_add_func ("/asset/claims-held-against-it", test_claims);
  g_test_add_func ("/asset/charts", test_charts);

  return cli_end ();
}
