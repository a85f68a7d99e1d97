/* Files that nobody of this project wrote, where they are at hand: ../shared/data beside the source. */
#include "config.h"

#include "exchange-fixture.h"

#include <string.h>

static char *
find_file (const char *name)
{
  const char *root = g_getenv ("EX_SOURCE_DIR");
  g_autofree char *path = root != NULL ? g_build_filename (root, "..", "shared", "data", name, NULL) : NULL;

  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_test_skip ("the real files are not here (../shared/data)");

  return NULL;
}

static ExImportPlan *
plan_file (Fixture *fixture, ExImportWhat what, const char *name, const char *const *map, const ExImportOptions *given)
{
  g_autofree char *path = find_file (name);
  ExImportOptions options = given != NULL ? *given : (ExImportOptions) { .kind = -1 };
  g_autoptr (GError) error = NULL;
  ExImportPlan *plan;

  if (path == NULL)
    return NULL;
  options.map = (char **) map;
  plan = ex_import_plan_new (what, path, &fixture->context, &options, &error);
  g_assert_no_error (error);

  return plan;
}

static const char *by_name[] = { "id=Post Unique Reference", "name=Name", "manager=Reports to Senior Post", "title=Job Title", "unit=Unit", NULL };
static const char *by_title[] = { "id=Post Unique Reference", "name=Job Title", "manager=Reports to Senior Post", "title=Job Title", "unit=Unit", NULL };

/* What is wrong with an organisation, counted by hand (and by another program) from the file: by name, then with job titles for names. */
static const struct
{
  const char *file;
  guint       rows;
  guint       empty_names;
  guint       unknown_managers;
  guint       doubles;
  const char *says; /* one of them, at its line */
} organisations[] = {
  { "org/cabinet_office-2011-03-31-senior.csv", 216, 59, 1, 0, "manager" },
  { "org/cabinet_office-2011-09-30-senior.csv", 235, 0, 3, 1, "stands on line" },
  { "org/environment_agency-2011-03-31-senior.csv", 163, 126, 1, 0, "nobody has the id “XX”" },
  { "org/environment_agency-2011-09-30-senior.csv", 153, 0, 1, 0, "nobody has the id “XX”" },
  { "org/her_majestys_revenue_and_customs-2011-03-31-senior.csv", 346, 304, 1, 0, "nobody has the id “XX”" },
  { "org/ministry_of_defence-2015-09-30-senior.csv", 654, 0, 10, 2, "nobody has the id “XX”" },
};

static void
test_organisations (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();

  for (gsize i = 0; i < G_N_ELEMENTS (organisations); i++)
    {
      g_autoptr (ExImportPlan) names = plan_file (fixture, EX_IMPORT_LEADERS, organisations[i].file, by_name, NULL);
      g_autoptr (ExImportPlan) titles = plan_file (fixture, EX_IMPORT_LEADERS, organisations[i].file, by_title, NULL);
      guint others = organisations[i].unknown_managers + organisations[i].doubles;

      if (names == NULL)
        return;
      g_test_message ("%s: %" G_GUINT64_FORMAT " rows, %" G_GUINT64_FORMAT " problems", organisations[i].file, names->rows_read,
                      names->problems->errors);
      g_assert_cmpuint (names->rows_read, ==, organisations[i].rows);
      g_assert_cmpuint (names->problems->errors, ==, organisations[i].empty_names + others);
      g_assert_cmpuint (titles->problems->errors, ==, others);
      fixture_assert_says (titles, organisations[i].says);
      fixture_assert_says (titles, "manager is read from column “Reports to Senior Post”.");
    }
}

static void
test_organisation_without_bad_rows (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  const ExImportOptions options = { .kind = -1, .skip_bad = TRUE };
  g_autoptr (ExImportPlan) plan = plan_file (fixture, EX_IMPORT_LEADERS, "org/ministry_of_defence-2015-09-30-senior.csv", by_title, &options);
  g_autoptr (ExTree) tree = NULL;
  g_autoptr (GError) error = NULL;

  if (plan == NULL)
    return;
  g_assert_true (ex_import_plan_is_good (plan));
  g_assert_cmpuint (plan->leaders->len + plan->rows_refused, ==, 654);
  g_assert_cmpuint (plan->rejects->len, ==, plan->rows_refused + 1);
  tree = ex_tree_new (plan->leaders, &error);
  g_assert_no_error (error);
}

static void
test_northwind (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExImportPlan) plan = plan_file (fixture, EX_IMPORT_LEADERS, "org/northwind_employees.csv", (const char *[]) { "name=lastName", NULL }, NULL);
  const ExLeader *fuller;

  if (plan == NULL)
    return;
  g_assert_true (ex_import_plan_is_good (plan));
  g_assert_cmpuint (plan->leaders->len, ==, 9);
  fuller = g_ptr_array_index (plan->leaders, 1);
  g_assert_cmpstr (fuller->title, ==, "Vice President, Sales");
  g_assert_null (fuller->manager_id);
  g_assert_cmpuint (plan->problems->warnings, ==, 0);
  fixture_assert_says (plan, "id is read from column “employeeID”.");
}

static ExSpan *
find_span (GPtrArray *spans, const char *name)
{
  for (guint i = 0; i < spans->len; i++)
    {
      ExSpan *span = g_ptr_array_index (spans, i);
      g_autofree char *text = ex_period_to_string (span->period);

      if (g_str_equal (text, name))
        return span;
    }
  g_assert_not_reached ();
}

static void
assert_count (ExCount count, gint64 customers, gint64 value)
{
  g_assert_cmpint (count.customers, ==, customers);
  if (value >= 0)
    g_assert_cmpint (count.value, ==, value);
}

static ExSpan *
check_ledger (const char *file, ExGrain grain, const char *period, GPtrArray **spans)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExImportPlan) plan = plan_file (fixture, EX_IMPORT_CUSTOMERS, file, NULL, NULL);
  g_autoptr (GError) error = NULL;

  if (plan == NULL)
    return NULL;
  g_assert_true (ex_import_plan_is_good (plan));
  *spans = ex_ledger_movements (plan->ledger, grain, EX_EVERY_SEGMENT, NULL, &error);
  g_assert_no_error (error);

  return find_span (*spans, period);
}

static void
test_telco (void)
{
  g_autoptr (GPtrArray) spans = NULL;
  const ExSpan *span = check_ledger ("ledger/telco.csv", EX_GRAIN_QUARTER, "2019-Q3", &spans);

  if (span == NULL)
    return;
  assert_count (span->movement.opening, 6589, 43637940);
  assert_count (span->movement.fresh, 454, 1973720);
  assert_count (span->movement.lost, 1869, 13913085);
  assert_count (span->movement.closing, 5174, 31698575);
}

static void
test_cdnow (void)
{
  g_autoptr (GPtrArray) spans = NULL;
  const ExSpan *span = check_ledger ("ledger/cdnow_sample.csv", EX_GRAIN_QUARTER, "1997-Q1", &spans);

  if (span == NULL)
    return;
  assert_count (span->movement.fresh, 2349, 11249861);
  assert_count (find_span (spans, "1997-Q2")->movement.lost, 1825, 7171346);
}

static void
test_subscriptions (void)
{
  g_autoptr (GPtrArray) spans = NULL;
  const ExSpan *span = check_ledger ("ledger/subscriptions.csv", EX_GRAIN_MONTH, "2018-09", &spans);

  if (span == NULL)
    return;
  g_assert_cmpint (span->movement.opening.value, ==, 26000);
  g_assert_cmpint (span->movement.fresh.value, ==, 3000);
  g_assert_cmpint (span->movement.won_back.value, ==, 5000);
  g_assert_cmpint (span->movement.closing.value, ==, 34000);
  assert_count (find_span (spans, "2020-01")->movement.lost, 28, 125500);
}

static void
test_retail (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExImportPlan) plan = plan_file (fixture, EX_IMPORT_CUSTOMERS, "ledger/retail_2011.csv", NULL, NULL);

  if (plan == NULL)
    return;
  g_assert_true (ex_import_plan_is_good (plan));
  g_assert_cmpuint (plan->rows_read, ==, 25943);
  fixture_assert_says (plan, "warning: The file has its last row on 2011-12-09: the period 2011-12 may be there only in part.");
}

/* As it came: dates by month/day/year with a time, unit prices with more decimals than money has. */
static void
test_raw_retail (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  const char *file = "raw/retail_2011_invoices.csv";
  g_autoptr (ExImportPlan) plan = plan_file (fixture, EX_IMPORT_CUSTOMERS, file, (const char *[]) { "value=Quantity", NULL }, NULL);
  g_autoptr (ExImportPlan) prices = NULL;

  if (plan == NULL)
    return;
  g_assert_true (ex_import_plan_is_good (plan));
  g_assert_cmpuint (plan->rows_read, ==, 25943);
  fixture_assert_says (plan, "Dates are read as month/day/year.");
  fixture_assert_says (plan, "customer is read from column “CustomerID”.");

  prices = plan_file (fixture, EX_IMPORT_CUSTOMERS, file, (const char *[]) { "value=UnitPrice", NULL }, NULL);
  g_assert_cmpuint (prices->problems->errors, >, 10000);
  g_assert_cmpuint (prices->problems->errors, ==, prices->rows_refused);
  fixture_assert_says (prices, ":4:6: UnitPrice: “4.8533” has more decimals than the 2 that EUR has; round it.");
}

static void
test_raw_subscriptions_and_telco (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExImportPlan) periods = plan_file (fixture, EX_IMPORT_CUSTOMERS, "raw/subscription_periods.csv",
                                                (const char *[]) { "date=start_date", "value=monthly_amount", NULL }, NULL);
  g_autoptr (ExImportPlan) classic = NULL;

  if (periods == NULL)
    return;
  g_assert_true (ex_import_plan_is_good (periods));
  g_assert_cmpuint (periods->rows_read, ==, 121);

  classic = plan_file (fixture, EX_IMPORT_CUSTOMERS, "raw/telco_classic.csv", (const char *[]) { "value=MonthlyCharges", "segment=Contract", NULL }, NULL);
  fixture_assert_says (classic, ":1:1: No column is period or date, and customers need one of them");
}

/* Its objectives come again every month, and their leaders are nobody here: every row is told. */
static void
test_raw_transit (void)
{
  static const char *map[] = { "leader=AGENCY_NAME", "title=INDICATOR_NAME", "kind=CATEGORY", "weight=PERIOD_MONTH", "id=INDICATOR_SEQ",
                               "target=MONTHLY_TARGET", "unit=INDICATOR_UNIT", "decimals=DECIMAL_PLACES", NULL };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (ExImportPlan) plan = plan_file (fixture, EX_IMPORT_OBJECTIVES, "raw/transit_indicators_to_2014.csv", map, NULL);

  if (plan == NULL)
    return;
  g_assert_cmpuint (plan->rows_read, ==, 6181);
  g_assert_cmpuint (plan->rows_refused, ==, 6181);
  fixture_assert_says (plan, ":2:3: AGENCY_NAME: there is no leader with the id “NYC Transit”");
  fixture_assert_says (plan, ":3:1: INDICATOR_SEQ: “100360” stands on line 2 already");
}

static void
test_raw_workbook (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autofree char *path = find_file ("raw/telco_status.xlsx");
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  g_assert_null (ex_import_plan_new (EX_IMPORT_CUSTOMERS, path, &fixture->context, NULL, &error));
  g_assert_nonnull (strstr (error->message, "telco_status.xlsx: This is no CSV file: it is a workbook or a ZIP archive. Save it as CSV."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/real-files/organisations", test_organisations);
  g_test_add_func ("/real-files/organisation-without-bad-rows", test_organisation_without_bad_rows);
  g_test_add_func ("/real-files/northwind", test_northwind);
  g_test_add_func ("/real-files/telco", test_telco);
  g_test_add_func ("/real-files/cdnow", test_cdnow);
  g_test_add_func ("/real-files/subscriptions", test_subscriptions);
  g_test_add_func ("/real-files/retail", test_retail);
  g_test_add_func ("/real-files/raw-retail", test_raw_retail);
  g_test_add_func ("/real-files/raw-subscriptions-and-telco", test_raw_subscriptions_and_telco);
  g_test_add_func ("/real-files/raw-transit", test_raw_transit);
  g_test_add_func ("/real-files/raw-workbook", test_raw_workbook);

  return g_test_run ();
}
