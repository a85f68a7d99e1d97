#include "config.h"

#include "exchange-fixture.h"

#define MONTHS "customer,period,value,segment,lost_reason\n"
#define DAYS "customer,date,value\n"

static const PlanCase cases[] = {
  { MONTHS "a,2026-01,10,Big,\na,2026-02,0,Big,Price\n", NULL },
  { DAYS "a,2026-01-01,10\na,2026-01-31,-10\n", NULL },
  { MONTHS ",2026-01,10,,\n", "2:1: customer is empty, and every row needs one." },
  { MONTHS "a,,10,,\n", "2:2: period is empty*" },
  { MONTHS "a,January,10,,\n", "2:2: period: “January” is no period*" },
  { MONTHS "a,2026-01-01,10,,\n", NULL },
  { MONTHS "a,2026-01-02,10,,\n", "2:2: period: “2026-01-02” is a day, not a period; read the column as date*" },
  { MONTHS "a,2026-01,10,,\na,2026-Q1,10,,\n", "3:2: period: “2026-Q1” is longer than a month, by which the ledger is kept." },
  { MONTHS "a,2026-Q1,10,,\na,2026-01,10,,\n", "2:2: period: “2026-Q1” is longer than a month*" },
  { MONTHS "a,3026-01,10,,\n", "2:2: period: the year of “3026-01” is not between 1900 and 2199." },
  { MONTHS "a,2026-01,,,\n", "2:3: value is empty; write 0*" },
  { MONTHS "a,2026-01,ten,,\n", "2:3: value: “ten” is not a number*" },
  { MONTHS "a,2026-01,$10,,\n", "2:3: value: “$10” is not a number*" },
  { MONTHS "a,2026-01,10.001,,\n", "2:3: value: “10.001” has more decimals than the 2 that EUR has; round it." },
  { MONTHS "a,2026-01,10.500,,\n", NULL },
  { MONTHS "a,2026-01,9e18,,\n", "2:3: value: “9e18” is not a number*" },
  { MONTHS "a,2026-01,90000000000000000,,\na,2026-01,90000000000000000,,\n", "3:3: value: with “90000000000000000” the values of the file*" },
  { MONTHS "a,2026-01,90000000000000000,,\nb,2026-02,90000000000000000,,\n", "3:3: value: with “90000000000000000” the values of the file*" },
  { MONTHS "a,2026-01,-90000000000000000,,\na,2026-01,-90000000000000000,,\n", "3:3: value: with “-90000000000000000” the values of this customer*" },
  { DAYS "a,,10\n", "2:2: date is empty*" },
  { DAYS "a,2026-02-29,10\n", "2:2: date: “2026-02-29” is no day*" },
  { DAYS "a,12/1/2010 8:26,1\nb,1/13/2010 0:00,2\n", NULL },
  { DAYS "a,1/2/2026,10\na,3/4/2026,10\nb,5/5/2026,1\n", "2:2: date: “1/2/2026” may be 2026-02-01 or 2026-01-02, and no date in the file tells which*" },
  { DAYS "a,1/2/2026,10\na,13/2/2026,10\na,2/13/2026,1\n", "4:2: date: “2/13/2026” is no day read as day/month/year, the order that line 3 shows." },
  { "customer,value\na,1\n", "1:1: No column is period or date, and customers need one of them; the columns are “customer”, “value”." },
  { "customer,period,date,value\na,2026-01,2026-01-01,1\n", "1:3: The columns “period” and “date” both say when*" },
  { "customer,period\na,2026-01\n", "1:1: No column is value*" },
};

static void
test_rows (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();

  fixture_check_cases (fixture, EX_IMPORT_CUSTOMERS, cases, G_N_ELEMENTS (cases));
}

/* Values as minor units, in the order of periods and customers. */
static char *
list_cells (const ExLedger *ledger)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < ex_ledger_n_columns (ledger); i++)
    {
      const ExColumn *column = ex_ledger_get_column (ledger, i);
      g_autofree char *period = ex_period_to_string ((ExPeriod) { ex_ledger_get_grain (ledger), column->index });

      for (guint j = 0; j < column->n; j++)
        g_string_append_printf (list, "%s %s %" G_GINT64_FORMAT "/", period, ex_ledger_get_customer (ledger, column->customer[j]), column->value[j]);
    }

  return g_string_free (list, FALSE);
}

static const struct
{
  const char *text;
  const char *cells;
  const char *note;
} read_cases[] = {
  { MONTHS "a,2026-01,10,,\nb,2026-01,1.5,,\na,2026-01,2,,\n", "2026-01 a 1200/2026-01 b 150/", "Taken as recurring values, kept by month." },
  { MONTHS "a,2026-Q1,10,,\n", "2026-Q1 a 1000/", "Taken as recurring values, kept by quarter." },
  { MONTHS "a,2026,10,,\n", "2026 a 1000/", "Taken as recurring values, kept by year." },
  { DAYS "a,2026-01-31,10\na,2026-02-01,5\n", "2026-01 a 1000/2026-02 a 500/", "Taken as transactions, kept by month." },
  { DAYS "a,12/1/2010 8:26,10\na,12/13/2010,5\n", "2010-12 a 1500/", "Dates are read as month/day/year." },
  { DAYS "a,1/12/2010,10\na,13/12/2010,5\n", "2010-12 a 1500/", "Dates are read as day/month/year." },
  { DAYS "a,1.12.2010,10\n", "2010-12 a 1000/", NULL },
  { DAYS "a,3/3/2010,10\n", "2010-03 a 1000/", NULL },
  { "Kunde;Datum;value\n", NULL, NULL },
  { "customer;period;value\na;2026-01;10,5\nb;2026-01;1.234\n", "2026-01 a 1050/2026-01 b 123400/", "Numbers are read with a decimal comma, as line 2 has it." },
  { "customer;period;value\na;2026-01;1.234\nb;2026-01;1.234,50\n", "2026-01 a 123400/2026-01 b 123450/", "decimal comma, as line 3" },
  { "customer,period,value\na,2026-01,\"1,234\"\nb,2026-01,12.50\n", "2026-01 a 123400/2026-01 b 1250/", NULL },
  { "customer,period,value\na,2026-01,\"1,234,567\"\n", "2026-01 a 123456700/", NULL },
  { "customer,period,value\na,2026-01,\"€ 1,234.50\"\nb,2026-01,12.50 EUR\nc,2026-01,(3.00)\n", "2026-01 a 123450/2026-01 b 1250/2026-01 c -300/", NULL },
  { "customer\tperiod\tvalue\n a \t2026-01\t10\n\"a\"\t2026-01\t1\n", "2026-01 a 1100/", "separated by tabs" },
};

static void
test_read (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();

  for (gsize i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, read_cases[i].text, NULL);
      g_autofree char *cells = plan->ledger != NULL ? list_cells (plan->ledger) : NULL;

      g_assert_cmpstr (cells, ==, read_cases[i].cells);
      if (read_cases[i].note != NULL)
        fixture_assert_says (plan, read_cases[i].note);
    }
}

static void
test_ambiguous_numbers (void)
{
  static const PlanCase open[] = {
    { "customer,period,value\na,2026-01,\"1,234\"\n", "2:3: value: “1,234” may be 1234 or 1.234, and no other number in the file tells which*" },
    { "customer;period;value\na;2026-01;1.234\nb;2026-01;7\n", "2:3: value: “1.234” may be 1234 or 1.234*" },
    { "customer,period,value\na,2026-01,12.50\nb,2026-01,\"12,50\"\n", "3:3: value: “12,50” is not a number with a decimal point, which line 2 has*" },
    { "customer;period;value\na;2026-01;12,50\nb;2026-01;12.50\n", "3:3: value: “12.50” is not a number with a decimal comma, which line 2 has*" },
  };
  g_autoptr (Fixture) fixture = fixture_empty ();

  fixture_check_cases (fixture, EX_IMPORT_CUSTOMERS, open, G_N_ELEMENTS (open));
}

static void
test_date_order_given (void)
{
  static const struct { ExDateOrder order; const char *cells; } given[] = {
    { EX_DATE_ORDER_DMY, "2026-02 a 1000/" }, { EX_DATE_ORDER_MDY, "2026-01 a 1000/" }, { EX_DATE_ORDER_YMD, "" },
  };
  g_autoptr (Fixture) fixture = fixture_empty ();

  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    {
      const ExImportOptions options = { .kind = -1, .date_order = given[i].order };
      g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, DAYS "a,1/2/2026,10\n", &options);
      g_autofree char *cells = list_cells (plan->ledger);

      g_assert_cmpstr (cells, ==, given[i].cells);
      g_assert_cmpuint (plan->problems->errors, ==, given[i].order == EX_DATE_ORDER_YMD ? 1 : 0);
    }
}

static void
test_grain_and_kind_given (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  const ExImportOptions options = { .kind = EX_LEDGER_TRANSACTIONS, .grain = EX_GRAIN_QUARTER };
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, MONTHS "a,2026-01,10,,\na,2026-02,5,,\n", &options);
  g_autofree char *cells = list_cells (plan->ledger);

  g_assert_cmpstr (cells, ==, "2026-Q1 a 1500/");
  g_assert_cmpint (ex_ledger_get_kind (plan->ledger), ==, EX_LEDGER_TRANSACTIONS);
  fixture_assert_says (plan, "Periods shorter than a quarter were added up.");
}

/* The ledger that stands has the last word on grain and kind. */
static void
test_beside_a_ledger (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExImportPlan) first = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, MONTHS "a,2026-Q1,10,,\n", NULL);
  const ExImportOptions months = { .kind = -1, .grain = EX_GRAIN_MONTH };
  const ExImportOptions transactions = { .kind = EX_LEDGER_TRANSACTIONS };
  g_autoptr (ExImportPlan) days = NULL;
  g_autoptr (ExImportPlan) by_month = NULL;
  g_autoptr (ExImportPlan) other_kind = NULL;

  fixture->context.ledger = first->ledger;
  days = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, DAYS "a,2026-04-01,10\n", NULL);
  g_assert_cmpint (ex_ledger_get_grain (days->ledger), ==, EX_GRAIN_QUARTER);
  g_assert_cmpint (ex_ledger_get_kind (days->ledger), ==, EX_LEDGER_RECURRING);
  by_month = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, MONTHS, &months);
  fixture_assert_says (by_month, "t:1:1: The company’s ledger is kept by quarter; it cannot take periods by month.");
  other_kind = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, MONTHS, &transactions);
  fixture_assert_says (other_kind, "t:1:1: The company’s ledger is kept as recurring; it cannot take transactions.");
}

static void
test_parts_of_periods (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExImportPlan) part = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, DAYS "a,2026-03-09,10\na,2026-01-02,1\n", NULL);
  g_autoptr (ExImportPlan) whole = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, DAYS "a,2026-03-31,10\na,2026-01-01,1\n", NULL);

  g_assert_true (ex_import_plan_is_good (part));
  fixture_assert_says (part, "t:1:2: warning: The file has its first row on 2026-01-02: the period 2026-01 may be there only in part.");
  fixture_assert_says (part, "t:1:2: warning: The file has its last row on 2026-03-09: the period 2026-03 may be there only in part.");
  g_assert_cmpuint (whole->problems->warnings, ==, 0);
}

static void
test_segments_and_reasons (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, MONTHS "a,2026-01,10, Big ,\nb,2026-01,0,,\"Too, dear\"\n", NULL);
  const ExColumn *column = ex_ledger_get_column (plan->ledger, 0);

  g_assert_cmpstr (ex_ledger_get_segment (plan->ledger, (guint) column->segment[0]), ==, "Big");
  g_assert_cmpint (column->segment[1], ==, -1);
  g_assert_cmpint (column->reason[0], ==, -1);
  g_assert_cmpstr (ex_ledger_get_reason (plan->ledger, (guint) column->reason[1]), ==, "Too, dear");
}

static void
test_skip_bad (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  const ExImportOptions options = { .kind = -1, .skip_bad = TRUE };
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, MONTHS "a,2026-01,10,,\n,x,,,\n\nb,2026-01,5,,\nc,2026-01\n", &options);
  g_autofree char *cells = list_cells (plan->ledger);
  char **row;

  g_assert_cmpstr (cells, ==, "2026-01 a 1000/2026-01 b 500/");
  g_assert_cmpuint (plan->rows_read, ==, 4);
  g_assert_cmpuint (plan->rows_refused, ==, 2);
  g_assert_cmpuint (plan->rejects->len, ==, 3);
  row = g_ptr_array_index (plan->rejects, 1);
  g_assert_cmpstr (row[5], ==, "customer is empty, and every row needs one. period: “x” is no period; write it like 2026-09, 2026-Q3 or 2026. "
                               "value is empty; write 0 when the customer was worth nothing.");
}

/* Where both say when, naming one settles it. */
static void
test_period_or_date (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  const char *by_date[] = { "date=date", NULL };
  const char *without_date[] = { "date=", NULL };
  const char *text = "customer,period,date,value\na,2026-01,2026-02-01,1\n";
  const ExImportOptions date = { .kind = -1, .map = (char **) by_date };
  const ExImportOptions period = { .kind = -1, .map = (char **) without_date };
  g_autoptr (ExImportPlan) dated = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, text, &date);
  g_autoptr (ExImportPlan) undated = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, text, &period);
  g_autofree char *dated_cells = list_cells (dated->ledger);
  g_autofree char *undated_cells = list_cells (undated->ledger);

  g_assert_cmpstr (dated_cells, ==, "2026-02 a 100/");
  g_assert_cmpstr (undated_cells, ==, "2026-01 a 100/");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-customers/rows", test_rows);
  g_test_add_func ("/import-customers/read", test_read);
  g_test_add_func ("/import-customers/ambiguous-numbers", test_ambiguous_numbers);
  g_test_add_func ("/import-customers/date-order-given", test_date_order_given);
  g_test_add_func ("/import-customers/grain-and-kind-given", test_grain_and_kind_given);
  g_test_add_func ("/import-customers/beside-a-ledger", test_beside_a_ledger);
  g_test_add_func ("/import-customers/parts-of-periods", test_parts_of_periods);
  g_test_add_func ("/import-customers/segments-and-reasons", test_segments_and_reasons);
  g_test_add_func ("/import-customers/period-or-date", test_period_or_date);
  g_test_add_func ("/import-customers/skip-bad", test_skip_bad);

  return g_test_run ();
}
