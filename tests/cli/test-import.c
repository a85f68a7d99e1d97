/* "import": what comes in, what is said of it, and that a file with a problem leaves everything as it was. */
#include "config.h"

#include "cli-run.h"

#include <string.h>

static const char leaders_csv[] = "id,name,title,manager,incentive_target\n"
                                  "L1,Ann,Chief,,1000.50\n"
                                  "L2,Ben,,L1,\n"
                                  "L3,\"Çelik, Can\",,L1,20\n";

static const char objectives_csv[] = "id,leader,title,kind,weight,unit,baseline,target,aggregate,source,cadence\n"
                                     "O1,L1,Keep them,number,60,%,80,88,latest,Survey,monthly\n"
                                     "O2,L1,Call them,number,40,calls,0,120,sum,Log,weekly\n"
                                     "O3,L2,Answer them,number,100,s,60,30,mean,Log,monthly\n";

static const char check_ins_csv[] = "objective,date,value,confidence,note\n"
                                    "O1,2026-01-31,81,5,\n"
                                    "O1,2026-09-30,84.1,8,\"Good, so far\"\n"
                                    "O2,2026-03-31,30,,\n"
                                    "O2,2026-06-30,60,,\n";

static void
assert_last_line (const char *out, const char *line)
{
  g_autofree char *expected = g_strconcat (line, "\n", NULL);

  g_assert_cmpstr (out, ==, expected);
}

static void
import_as (const char *company, const char *what, const char *path, const char *line)
{
  g_autofree char *out = NULL;

  cli_expect (0, &out, "import", company, what, path, NULL);
  assert_last_line (out, line);
}

static char *
full_company (const char *name)
{
  char *company = cli_company (name);
  g_autofree char *leaders = cli_file ("leaders.csv", leaders_csv);
  g_autofree char *objectives = cli_file ("objectives.csv", objectives_csv);
  g_autofree char *check_ins = cli_file ("check-ins.csv", check_ins_csv);

  import_as (company, "leaders", leaders, "3 rows read: 3 added, 0 changed, 0 unchanged, 0 refused");
  cli_expect (0, NULL, "cycle", company, "new", "FY 2026", "--from", "2025-10-01", "--to", "2026-09-30", "--top", "L1", NULL);
  import_as (company, "objectives", objectives, "3 rows read: 3 added, 0 changed, 0 unchanged, 0 refused");
  import_as (company, "check-ins", check_ins, "4 rows read: 4 added, 0 changed, 0 unchanged, 0 refused");

  return company;
}

static void
test_twice_changes_nothing (void)
{
  g_autofree char *company = full_company ("twice.exemplar");
  g_autofree char *leaders = cli_path ("leaders.csv");
  g_autofree char *objectives = cli_path ("objectives.csv");
  g_autofree char *check_ins = cli_path ("check-ins.csv");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  cli_expect (0, &before, "check", company, NULL);
  import_as (company, "leaders", leaders, "3 rows read: 0 added, 0 changed, 3 unchanged, 0 refused");
  import_as (company, "objectives", objectives, "3 rows read: 0 added, 0 changed, 3 unchanged, 0 refused");
  import_as (company, "check-ins", check_ins, "4 rows read: 0 added, 0 changed, 4 unchanged, 0 refused");
  /* The head of the history is where it was. */
  cli_expect (0, &after, "check", company, NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_changed_row_is_counted (void)
{
  g_autofree char *company = full_company ("changed.exemplar");
  g_autofree char *leaders = cli_file ("changed-leaders.csv", "id,name,title,manager,incentive_target\n"
                                                              "L2,Benjamin,,L1,\nL3,\"Çelik, Can\",,L1,20\nL4,Dee,,L2,\n");
  g_autofree char *check_ins = cli_file ("changed-check-ins.csv", "objective,date,value\nO1,2026-09-30,85\nO2,2026-06-30,60\n");
  g_autofree char *shown = NULL;
  g_autofree char *name = NULL;

  import_as (company, "leaders", leaders, "3 rows read: 1 added, 1 changed, 1 unchanged, 0 refused");
  import_as (company, "check-ins", check_ins, "2 rows read: 0 added, 1 changed, 1 unchanged, 0 refused");
  cli_expect (0, &shown, "show", company, "leaders", "--format", "csv", NULL);
  name = cli_csv_get (shown, "id", "L2", "name");
  g_assert_cmpstr (name, ==, "Benjamin");
  cli_expect (0, NULL, "check", company, NULL);
}

static void
test_problems_by_line_and_nothing_imported (void)
{
  g_autofree char *company = cli_company ("problems.exemplar");
  g_autofree char *leaders = cli_file ("bad.csv", "id,name,manager,incentive_target\nL1,Ann,,ten\n,Ben,L1,\nL3,,L9,\nL4,Dee,L1,5\n");
  g_autoptr (CliRun) run = cli_run ("import", company, "leaders", leaders, NULL);
  g_autofree char *one = g_strdup_printf ("%s:2:4: ", leaders);
  g_autofree char *two = g_strdup_printf ("%s:3:1: ", leaders);
  g_autofree char *three = g_strdup_printf ("%s:4:2: ", leaders);
  g_autofree char *shown = NULL;

  g_assert_cmpint (run->status, ==, 1);
  cli_assert_has (run->err, one);
  cli_assert_has (run->err, two);
  cli_assert_has (run->err, three);
  assert_last_line (run->out, "4 rows read: 0 added, 0 changed, 0 unchanged, 4 refused");
  cli_expect (0, &shown, "show", company, "leaders", "--format", "csv", NULL);
  g_assert_cmpuint (cli_n_lines (shown), ==, 1);
}

static void
test_skip_bad (void)
{
  g_autofree char *company = cli_company ("skip.exemplar");
  g_autofree char *leaders = cli_file ("skip.csv", "id,name,manager\nL1,Ann,\n,Ben,L1\nL3,=Cleo,L1\n-4,,L3\n");
  g_autofree char *rejects = cli_path ("rejects.csv");
  g_autofree char *kept = NULL;
  g_autofree char *out = NULL;

  cli_refused (2, "write over", "import", company, "leaders", leaders, "--skip-bad", leaders, NULL);
  cli_refused (2, "write over", "import", company, "leaders", leaders, "--skip-bad", company, NULL);
  cli_expect (0, &out, "import", company, "leaders", leaders, "--skip-bad", rejects, "--dry-run", NULL);
  g_assert_false (g_file_test (rejects, G_FILE_TEST_EXISTS));
  g_clear_pointer (&out, g_free);

  cli_expect (0, &out, "import", company, "leaders", leaders, "--skip-bad", rejects, NULL);
  assert_last_line (out, "4 rows read: 2 added, 0 changed, 0 unchanged, 2 refused");
  g_assert_true (g_file_get_contents (rejects, &kept, NULL, NULL));
  g_assert_cmpuint (cli_n_lines (kept), ==, 3);
  g_assert_true (g_str_has_prefix (kept, "id,name,manager,"));
  cli_assert_has (kept, "\n,Ben,L1,");
  cli_assert_has (kept, "\n-4,,L3,");
}

static void
test_dry_run (void)
{
  g_autofree char *company = cli_company ("dry.exemplar");
  g_autofree char *leaders = cli_file ("dry.csv", leaders_csv);
  g_autoptr (CliRun) run = cli_run ("import", company, "leaders", leaders, "--dry-run", NULL);
  g_autofree char *shown = NULL;
  g_autofree char *history = NULL;

  g_assert_cmpint (run->status, ==, 0);
  assert_last_line (run->out, "3 rows read: 3 added, 0 changed, 0 unchanged, 0 refused");
  cli_assert_has (run->err, "dry run");
  cli_expect (0, &shown, "show", company, "leaders", "--format", "csv", NULL);
  g_assert_cmpuint (cli_n_lines (shown), ==, 1);
  cli_expect (0, &history, "show", company, "history", "--format", "csv", NULL);
  g_assert_null (strstr (history, "import"));
  cli_expect (0, NULL, "check", company, NULL);
}

/* Latin-1, semicolons, decimal commas, and other headings. */
static void
test_map_and_encodings (void)
{
  g_autofree char *company = cli_company ("map.exemplar");
  g_autofree char *leaders = cli_file ("map.csv", "Nr;Wer;Chef\n1;J\xf6rg;\n2;Zo\xeb;1\n");
  g_autofree char *shown = NULL;
  g_autofree char *manager = NULL;
  g_autofree char *name = NULL;

  cli_expect (0, NULL, "import", company, "leaders", leaders, "--map", "id=Nr", "--map", "name=Wer", "--map", "manager=Chef", "--encoding",
              "ISO-8859-1", NULL);
  cli_expect (0, &shown, "show", company, "leaders", "--format", "csv", NULL);
  name = cli_csv_get (shown, "id", "1", "name");
  g_assert_cmpstr (name, ==, "Jörg");
  manager = cli_csv_get (shown, "name", "Zoë", "manager");
  g_assert_cmpstr (manager, ==, "1");

  cli_refused (2, "FIELD=COLUMN", "import", company, "leaders", leaders, "--map", "Nr", NULL);
  cli_refused (2, "Did you mean “manager”?", "import", company, "leaders", leaders, "--map", "manger=Chef", NULL);
}

static void
test_customers (void)
{
  g_autofree char *company = cli_company ("customers.exemplar");
  g_autofree char *ledger = cli_file ("ledger.csv", "customer,date,value,segment\n"
                                                    "a,03/01/2026,10.00,North\na,04/01/2026,5.50,North\nb,05/02/2026,7,South\n");
  g_autofree char *more = cli_file ("more.csv", "customer,date,value\nb,2026-02-20,3\n");
  g_autofree char *out = NULL;
  g_autofree char *again = NULL;
  g_autofree char *asset = NULL;
  g_autofree char *january = NULL;
  g_autofree char *february = NULL;

  cli_expect (0, &out, "import", company, "customers", ledger, "--date-order", "dmy", "--kind", "transactions", "--period", "month", NULL);
  assert_last_line (out, "3 rows read: 3 added, 0 changed, 0 unchanged, 0 refused");
  cli_expect (0, &again, "import", company, "customers", ledger, "--date-order", "dmy", NULL);
  assert_last_line (again, "3 rows read: 0 added, 0 changed, 3 unchanged, 0 refused");
  cli_expect (0, NULL, "import", company, "customers", more, "--add", NULL);
  cli_expect (1, NULL, "import", company, "customers", more, "--add", NULL);

  cli_expect (0, &asset, "show", company, "asset", "--format", "csv", NULL);
  january = cli_csv_get (asset, "period", "2026-01", "closing_value");
  february = cli_csv_get (asset, "period", "2026-02", "new_value");
  g_assert_cmpstr (january, ==, "15.50");
  g_assert_cmpstr (february, ==, "10.00");
  cli_expect (0, NULL, "check", company, NULL);
}

/* The counts are of rows, whichever way they add up to cells. */
static void
test_rows_of_one_cell_are_each_counted (void)
{
  g_autofree char *company = cli_company ("cells.exemplar");
  g_autofree char *first = cli_file ("cells-1.csv", "customer,period,value\na,2026-01,1\na,2026-01,2\nb,2026-01,5\n");
  g_autofree char *second = cli_file ("cells-2.csv", "customer,period,value\na,2026-01,1\na,2026-01,1\na,2026-01,2\nb,2026-01,5\nc,2026-01,1\nc,2026-01,1\n");

  import_as (company, "customers", first, "3 rows read: 3 added, 0 changed, 0 unchanged, 0 refused");
  import_as (company, "customers", second, "6 rows read: 2 added, 3 changed, 1 unchanged, 0 refused");
}

static void
test_ledger_options (void)
{
  g_autofree char *company = cli_company ("options.exemplar");
  g_autofree char *ledger = cli_file ("options.csv", "customer,period,value\na,2026-01,1\n");

  cli_refused (2, "of customers only", "import", company, "leaders", ledger, "--add", NULL);
  cli_refused (2, "of customers only", "import", company, "movements", ledger, "--period", "month", NULL);
  cli_refused (2, "“week” is no period", "import", company, "customers", ledger, "--period", "week", NULL);
  cli_refused (2, "“rent” is no kind", "import", company, "customers", ledger, "--kind", "rent", NULL);
  cli_refused (2, "“ydm” is no order", "import", company, "customers", ledger, "--date-order", "ydm", NULL);
  cli_refused (2, "there is no kind of import “customer”. Did you mean “customers”?", "import", company, "customer", ledger, NULL);
}

static void
test_movements (void)
{
  g_autofree char *company = cli_company ("movements.exemplar");
  g_autofree char *good = cli_file ("movements.csv",
                                    "period,opening_customers,new_customers,won_back_customers,lost_customers,closing_customers,"
                                    "opening_value,new_value,won_back_value,expanded_value,contracted_value,lost_value,closing_value\n"
                                    "2026-Q1,100,10,1,5,106,1000.00,100.00,10.00,20.00,5.00,50.00,1075.00\n"
                                    "2026-Q2,106,4,0,10,100,1075.00,40.00,0,0,0,115.00,1000.00\n");
  g_autofree char *bad = cli_file ("bad-movements.csv",
                                   "period,opening_customers,new_customers,won_back_customers,lost_customers,closing_customers,"
                                   "opening_value,new_value,won_back_value,expanded_value,contracted_value,lost_value,closing_value\n"
                                   "2026-Q3,100,10,0,5,106,1000.00,0,0,0,0,0,1000.00\n");
  g_autofree char *asset = NULL;
  g_autofree char *nrr = NULL;
  g_autoptr (CliRun) run = NULL;

  import_as (company, "movements", good, "2 rows read: 2 added, 0 changed, 0 unchanged, 0 refused");
  import_as (company, "movements", good, "2 rows read: 0 added, 0 changed, 2 unchanged, 0 refused");
  run = cli_run ("import", company, "movements", bad, NULL);
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_has (run->err, ":2:");

  cli_expect (0, &asset, "show", company, "asset", "--format", "csv", NULL);
  g_assert_cmpuint (cli_n_lines (asset), ==, 3);
  nrr = cli_csv_get (asset, "period", "2026-Q1", "nrr");
  g_assert_cmpstr (nrr, ==, "0.965000");
}

/* With a ledger what is shown comes from that: entering movements beside it is refused, bringing the ledger later is told. */
static void
test_movements_and_a_ledger (void)
{
  g_autofree char *company = cli_company ("both.exemplar");
  g_autofree char *movements = cli_file ("both-movements.csv", "period,opening_customers,closing_customers,opening_value,closing_value\n"
                                                               "2026-01,5,5,10,10\n");
  g_autofree char *ledger = cli_file ("both-ledger.csv", "customer,period,value\nA,2026-01,10\n");
  g_autoptr (CliRun) by_year = NULL;
  g_autoptr (CliRun) told = NULL;
  g_autoptr (CliRun) refused = NULL;

  import_as (company, "movements", movements, "1 rows read: 1 added, 0 changed, 0 unchanged, 0 refused");
  by_year = cli_run ("show", company, "asset", "--grain", "year", "--format", "csv", NULL);
  g_assert_cmpint (by_year->status, ==, 0);
  cli_assert_has (by_year->out, "\n2026,,5,0,0,0,0,0,5,10.00,");

  told = cli_run ("import", company, "customers", ledger, NULL);
  g_assert_cmpint (told->status, ==, 0);
  cli_assert_has (told->err, "warning: The company has movements that were entered");
  refused = cli_run ("import", company, "movements", movements, NULL);
  g_assert_cmpint (refused->status, ==, 1);
  cli_assert_has (refused->err, "they cannot be entered as well");
}

/* A mended row of a customer and period that came in already must be added to it, not put in its place. */
/* However many problems come before it, why nothing is imported is said. */
static void
test_too_many_bad_rows (void)
{
  g_autofree char *company = cli_company ("too-many.exemplar");
  g_autofree char *rejects = cli_path ("too-many-rejects.csv");
  g_autoptr (GString) rows = g_string_new ("customer,period,value\n");
  g_autofree char *ledger = NULL;
  g_autoptr (CliRun) run = NULL;

  for (int i = 0; i <= 250000; i++)
    g_string_append (rows, "c,2026-01,x\n");
  ledger = cli_file ("too-many.csv", rows->str);
  run = cli_run ("import", company, "customers", ledger, "--skip-bad", rejects, NULL);
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_has (run->err, "too many to be left out");
  g_assert_false (g_file_test (rejects, G_FILE_TEST_EXISTS));
}

static void
test_mended_customers_are_added (void)
{
  g_autofree char *company = cli_company ("mended.exemplar");
  g_autofree char *ledger = cli_file ("mend.csv", "customer,date,value\nA,2026-01-02,10\nA,2026-01-03,x\n");
  g_autofree char *mended = cli_file ("mended.csv", "customer,date,value,problem\nA,2026-01-03,5,was x\n");
  g_autofree char *rejects = cli_path ("mend-rejects.csv");
  g_autofree char *asset = NULL;
  g_autofree char *value = NULL;
  g_autoptr (CliRun) run = cli_run ("import", company, "customers", ledger, "--skip-bad", rejects, NULL);

  g_assert_cmpint (run->status, ==, 0);
  cli_assert_has (run->err, "import them with --add");
  cli_expect (0, NULL, "import", company, "customers", mended, "--add", NULL);
  cli_expect (0, &asset, "show", company, "asset", "--format", "csv", NULL);
  value = cli_csv_get (asset, "period", "2026-01", "closing_value");
  g_assert_cmpstr (value, ==, "15.00");
}

static void
test_as_somebody (void)
{
  g_autofree char *company = full_company ("as.exemplar");
  g_autofree char *check_ins = cli_file ("as.csv", "objective,date,value\nO3,2026-09-30,40\n");
  g_autofree char *history = NULL;
  g_autofree char *actor = NULL;

  cli_refused (1, "L9", "import", company, "check-ins", check_ins, "--as", "L9", NULL);
  cli_expect (0, NULL, "import", company, "check-ins", check_ins, "--as", "L2", NULL);
  cli_expect (0, &history, "show", company, "history", "--format", "csv", NULL);
  actor = cli_csv_get (history, "subject", "as.csv", "actor");
  g_assert_cmpstr (actor, ==, "L2");
}

static void
test_what_is_not_there (void)
{
  g_autofree char *company = cli_company ("absent.exemplar");
  g_autofree char *nothing = cli_path ("nothing.csv");
  g_autofree char *empty = cli_file ("empty.csv", "");
  g_autofree char *objectives = cli_file ("no-cycle.csv", objectives_csv);

  cli_refused (1, "nothing.csv", "import", company, "leaders", nothing, NULL);
  cli_expect (1, NULL, "import", company, "leaders", empty, NULL);
  cli_expect (1, NULL, "import", company, "objectives", objectives, NULL);
  cli_refused (1, "“FY 1”", "import", company, "objectives", objectives, "--cycle", "FY 1", NULL);
}

int
main (int argc, char **argv)
{
  cli_start (&argc, &argv);

  g_test_add_func ("/import/twice-changes-nothing", test_twice_changes_nothing);
  g_test_add_func ("/import/changed-rows-are-counted", test_a_changed_row_is_counted);
  g_test_add_func ("/import/problems-by-line-and-nothing-imported", test_problems_by_line_and_nothing_imported);
  g_test_add_func ("/import/skip-bad", test_skip_bad);
  g_test_add_func ("/import/dry-run", test_dry_run);
  g_test_add_func ("/import/map-and-encodings", test_map_and_encodings);
  g_test_add_func ("/import/customers", test_customers);
  g_test_add_func ("/import/rows-of-one-cell-are-each-counted", test_rows_of_one_cell_are_each_counted);
  g_test_add_func ("/import/ledger-options", test_ledger_options);
  g_test_add_func ("/import/movements", test_movements);
  g_test_add_func ("/import/movements-and-a-ledger", test_movements_and_a_ledger);
  g_test_add_func ("/import/too-many-bad-rows", test_too_many_bad_rows);
  g_test_add_func ("/import/mended-customers-are-added", test_mended_customers_are_added);
  g_test_add_func ("/import/as-somebody", test_as_somebody);
  g_test_add_func ("/import/what-is-not-there", test_what_is_not_there);

  return cli_end ();
}
