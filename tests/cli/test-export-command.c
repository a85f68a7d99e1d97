/* "export": every answer as a file, the same as "show" prints; what was exported comes in again and changes nothing. */
#include "config.h"

#include "cli-run.h"

#include <glib/gstdio.h>
#include <string.h>

static char *company;

/* Text that a spreadsheet would run, text with every sign that CSV quotes, several times in a role, a ledger with segments and reasons. */
static void
build (void)
{
  g_autofree char *leaders = cli_file ("leaders.csv", "id,name,title,unit,email,manager,incentive_target,from,to\n"
                                                      "L1,Ann,\"CEO, all\",HQ,,,10000.5,2020-01-15,\n"
                                                      "L2,Ben,\"say \"\"hi\"\"\",,b@x.y,L1,5000,2020-01-01;2024-01-01,2022-12-31;\n"
                                                      "L3,=Cleo,+x,@unit,,L1,,,2027-01-01\nL4,Dée 日本,,,,L2,1,,\n");
  g_autofree char *objectives = cli_file ("objectives.csv",
                                          "id,leader,title,kind,weight,unit,decimals,baseline,threshold,target,stretch,aggregate,due,source,cadence,"
                                          "driver,claim_value,claim_customers,description\n"
                                          "O1,L1,Keep them,number,60,%,1,80,82,88,90,latest,,Survey,monthly,retain,1200.50,5,\"two\nlines\"\n"
                                          "O2,L1,Call them,number,40,calls,0,0,,120,,sum,,Log,weekly,retain;acquire,;10.25,3;,-minus\n"
                                          "O3,L2,Answer them,number,100,s,0,60,,30,,mean,,Log,monthly,retain,,3,\n"
                                          "O4,L3,Open the shop,milestone,100,,,,,,,,2026-06-30,Plan,monthly,acquire,,,\n");
  g_autofree char *check_ins = cli_file ("check-ins.csv", "objective,date,value,confidence,note,next,evidence\n"
                                                          "O1,2026-01-31,81,5,=1+1,\"do, it\",https://x.y/z\nO1,2026-09-30,84.1,,,,\n"
                                                          "O2,2026-03-31,30,,,,\nO3,2026-09-30,40,,,,\nO4,2026-05-30,1,10,,,\n");
  g_autofree char *ledger = cli_file ("ledger.csv", "customer,period,value,segment,lost_reason\na,2026-05,10,North,\na,2026-06,12.25,North,\n"
                                                    "=b,2026-05,20,North,\n=b,2026-06,20,=South,\nc,2026-05,5,,\nc,2026-06,0,,price\nd,2026-06,7,,\n");

  company = cli_company ("export.exemplar");
  cli_expect (0, NULL, "import", company, "leaders", leaders, NULL);
  cli_expect (0, NULL, "cycle", company, "new", "FY 2026", "--from", "2025-10-01", "--to", "2026-09-30", "--top", "L1", NULL);
  cli_expect (0, NULL, "import", company, "objectives", objectives, NULL);
  cli_expect (0, NULL, "import", company, "check-ins", check_ins, NULL);
  cli_expect (0, NULL, "import", company, "customers", ledger, NULL);
  cli_expect (0, NULL, "rewards", company, "FY 2026", "set", "--curve", "2:50,5:100", "--company-share", "80", NULL);
}

/* (transfer full) */
static char *
exported (const char *of, const char *what, const char *as)
{
  g_autofree char *path = cli_path ("out.csv");
  char *text = NULL;

  cli_expect (0, NULL, "export", of, what, "--output", path, "--as", as, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);

  return text;
}

static void
test_same_as_show (void)
{
  static const char *const answers[] = {
    "leaders", "objectives", "coverage", "scores", "reviews", "todo", "asset", "lost-reasons", "claims", "rewards", "history",
  };
  static const char *const people[] = { "HR", "L1", "L2" };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (people); k++)
      {
        g_autofree char *shown = NULL;
        g_autofree char *text = exported (company, answers[i], people[k]);

        cli_expect (0, &shown, "show", company, answers[i], "--format", "csv", "--as", people[k], NULL);
        g_assert_cmpstr (text, ==, shown);
      }
}

/* The pay of others is theirs, in files as on the screen. */
static void
test_secrets (void)
{
  g_autofree char *leaders = exported (company, "leaders", "L2");
  g_autofree char *rewards = exported (company, "rewards", "L2");

  g_assert_null (strstr (leaders, "10000.50"));
  g_assert_nonnull (strstr (leaders, "5000.00"));
  g_assert_cmpuint (cli_n_lines (rewards), ==, 2);
}

/* What was exported is what stands: it comes in again, and nothing is added or changed. */
static void
test_comes_in_again (void)
{
  static const struct { const char *what, *tally; } kinds[] = {
    { "leaders", "4 rows read: 0 added, 0 changed, 4 unchanged, 0 refused" },
    { "objectives", "4 rows read: 0 added, 0 changed, 4 unchanged, 0 refused" },
    { "check-ins", "5 rows read: 0 added, 0 changed, 5 unchanged, 0 refused" },
    { "customers", "7 rows read: 0 added, 0 changed, 7 unchanged, 0 refused" },
  };
  g_autofree char *path = cli_path ("again.csv");
  g_autofree char *before = exported (company, "history", "HR");
  g_autofree char *after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *out = NULL;

      cli_expect (0, NULL, "export", company, kinds[i].what, "--output", path, NULL);
      cli_expect (0, &out, "import", company, kinds[i].what, path, NULL);
      cli_assert_has (out, kinds[i].tally);
    }
  after = exported (company, "history", "HR");
  g_assert_cmpstr (before, ==, after);
}

/* Into an empty company it makes the same one. */
static void
test_makes_the_same (void)
{
  static const char *const kinds[] = { "leaders", "objectives", "check-ins", "customers" };
  g_autofree char *copy = cli_company ("copy.exemplar");
  g_autofree char *path = cli_path ("again.csv");

  cli_expect (0, NULL, "export", company, "leaders", "--output", path, NULL);
  cli_expect (0, NULL, "import", copy, "leaders", path, NULL);
  cli_expect (0, NULL, "cycle", copy, "new", "FY 2026", "--from", "2025-10-01", "--to", "2026-09-30", "--top", "L1", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      cli_expect (0, NULL, "export", company, kinds[i], "--output", path, NULL);
      cli_expect (0, NULL, "import", copy, kinds[i], path, NULL);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *one = exported (company, kinds[i], "HR");
      g_autofree char *other = exported (copy, kinds[i], "HR");

      g_assert_cmpstr (one, ==, other);
    }
}

static void
test_movements (void)
{
  g_autofree char *entered = cli_file ("movements.csv", "period,opening_customers,new_customers,lost_customers,closing_customers,opening_value,"
                                                        "new_value,lost_value,expanded_value,closing_value\n"
                                                        "2026-Q1,10,5,1,14,1000,500,100,10,1410\n2026-Q2,14,1,3,12,1410,100,400,0,1110\n");
  g_autofree char *other = cli_company ("movements.exemplar");
  g_autofree char *path = cli_path ("again.csv");
  g_autofree char *out = NULL;
  g_autofree char *text = NULL;

  cli_expect (0, NULL, "import", other, "movements", entered, NULL);
  text = exported (other, "movements", "HR");
  g_assert_cmpstr (text, ==,
                   "period,opening_customers,new_customers,won_back_customers,expanded_customers,contracted_customers,lost_customers,closing_customers,"
                   "opening_value,new_value,won_back_value,expanded_value,contracted_value,lost_value,closing_value\n"
                   "2026-Q1,10,5,0,0,0,1,14,1000.00,500.00,0.00,10.00,0.00,100.00,1410.00\n"
                   "2026-Q2,14,1,0,0,0,3,12,1410.00,100.00,0.00,0.00,0.00,400.00,1110.00\n");
  cli_expect (0, NULL, "export", other, "movements", "--output", path, NULL);
  cli_expect (0, &out, "import", other, "movements", path, NULL);
  cli_assert_has (out, "2 rows read: 0 added, 0 changed, 2 unchanged, 0 refused");
}

/* A reason that was given later has a column of its own. */
static void
test_customers (void)
{
  g_autofree char *given = cli_file ("given.csv", "customer,lost_reason\nc,moved away\n");
  g_autofree char *path = cli_path ("part.csv");
  g_autofree char *text = NULL;
  g_autofree char *part = NULL;

  cli_expect (0, NULL, "import", company, "customers", given, NULL);
  text = exported (company, "customers", "HR");
  g_assert_cmpstr (text, ==,
                   "customer,period,value,segment,lost_reason,given_reason\na,2026-05,10.00,North,,\n'=b,2026-05,20.00,North,,\nc,2026-05,5.00,,,\n"
                   "a,2026-06,12.25,North,,\n'=b,2026-06,20.00,'=South,,\nc,2026-06,0.00,,price,moved away\nd,2026-06,7.00,,,\n");
  cli_expect (0, NULL, "export", company, "customers", "--period", "2026-05", "--output", path, NULL);
  g_assert_true (g_file_get_contents (path, &part, NULL, NULL));
  g_assert_cmpuint (cli_n_lines (part), ==, 4);
}

static void
test_spreadsheet (void)
{
  static const char *const answers[] = { "leaders", "objectives", "check-ins", "customers", "movements", "asset", "claims", "rewards", "history", "todo" };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *path = cli_path ("out.xlsx");
      g_autofree char *bytes = NULL;
      gsize length;

      cli_expect (0, NULL, "export", company, answers[i], "--output", path, NULL);
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_cmpuint (length, >, 1000);
      g_assert_cmpint (memcmp (bytes, "PK", 2), ==, 0);
      g_unlink (path);
    }
}

static void
test_refused (void)
{
  g_autofree char *path = cli_path ("a.csv");
  g_autofree char *own = cli_company ("own.csv");

  cli_refused (2, "say where it goes", "export", company, "leaders", NULL);
  cli_refused (2, ".csv or .xlsx would be right", "export", company, "leaders", "--output", "a.pdf", NULL);
  cli_refused (2, "“leaders”", "export", company, "leader", "--output", path, NULL);
  cli_refused (2, "--grain says nothing about leaders", "export", company, "leaders", "--grain", "year", "--output", path, NULL);
  cli_refused (2, "would write over the company itself", "export", own, "leaders", "--output", own, NULL);
  cli_refused (2, "check-ins", "show", company, "check-ins", NULL);
  cli_refused (1, "/nowhere/a.csv", "export", company, "leaders", "--output", "/nowhere/a.csv", NULL);
  cli_refused (1, "no leader “L9”", "export", company, "leaders", "--leader", "L9", "--output", path, NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  cli_start (&argc, &argv);
  build ();

  g_test_add_func ("/export/the-same-as-show", test_same_as_show);
  g_test_add_func ("/export/secrets", test_secrets);
  g_test_add_func ("/export/comes-in-again-and-changes-nothing", test_comes_in_again);
  g_test_add_func ("/export/makes-the-same-company", test_makes_the_same);
  g_test_add_func ("/export/movements", test_movements);
  g_test_add_func ("/export/spreadsheet", test_spreadsheet);
  g_test_add_func ("/export/refused", test_refused);
  g_test_add_func ("/export/customers-and-reasons-given-since", test_customers);

  return cli_end ();
}
