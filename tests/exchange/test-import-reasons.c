/* A file of customers without values: why they left. */
#include "config.h"

#include "exchange-fixture.h"

#include <string.h>

static void
add (ExLedgerBuilder *builder, const char *customer, const char *when, gint64 value)
{
  ExPeriod period;

  g_assert_true (ex_period_parse (when, &period));
  g_assert_true (ex_ledger_builder_add (builder, customer, strlen (customer), period.index, EX_DAY_NONE, value, NULL, 0, NULL, 0));
}

/* Ann stays from January to April; Bob leaves in February and, back in March, in April; Cyd leaves in March. */
static ExLedger *
ledger_new (void)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);

  add (builder, "Ann", "2026-01", 100);
  add (builder, "Ann", "2026-02", 100);
  add (builder, "Ann", "2026-03", 100);
  add (builder, "Ann", "2026-04", 100);
  add (builder, "Bob", "2026-01", 100);
  add (builder, "Bob", "2026-03", 100);
  add (builder, "Cyd", "2026-02", 100);
  return ex_ledger_builder_end (builder);
}

static const PlanCase cases[] = {
  { "customer,lost_reason\nBob,price\nCyd,moved\n", NULL },
  { "customer,period,lost_reason\nBob,2026-02,price\nBob,2026-04,moved\n", NULL },
  { "customer,period,lost_reason\nBob,,price\n", NULL },
  { "customer,date,lost_reason\nBob,2026-01-15,price\nBob,2026-03-31,moved\n", NULL },
  { "Customer ID,Churn Reason\nBob,price\n", NULL },
  { "customer,lost_reason\nAnn,\nCyd,\n", NULL },                         /* nothing is said */
  { "customer,lost_reason\nBob,price\nBob,price\n", NULL },               /* the same twice */
  { "customer,lost_reason\n,price\n", "2:1: customer is empty*" },
  { "customer,lost_reason\nbob,price\n", "2:1: customer: “bob” is not in the customer ledger." },
  { "customer,lost_reason\nCyd,x\nNobody,price\n", "3:1: customer: “Nobody” is not in the customer ledger." },
  { "customer,lost_reason\nAnn,price\n", "2:1: customer: “Ann” has not left, so there is no reason to give." },
  { "customer,period,lost_reason\nAnn,2026-02,price\n", "2:1: customer: “Ann” has not left*" },
  { "customer,period,lost_reason\nCyd,2026-01,price\n", "2:1: customer: “Cyd” was not a customer yet in Jan 2026." },
  { "customer,period,lost_reason\nCyd,soon,price\n", "2:2: period: “soon” is no period*" },
  { "customer,lost_reason\nBob,price\nCyd,x\nBob,moved\n", "4:2: lost_reason: line 2 says “price” of the same loss of “Bob”; only one of them can be kept." },
  { "customer,period,lost_reason\nBob,2026-03,price\nBob,2026,moved\n", "3:3: lost_reason: line 2 says “price”*" },
  { "customer,period,date,lost_reason\nBob,2026-02,2026-02-01,x\n", "1:3: The columns “period” and “date” both say when*" },
  { "customer,period\nBob,2026-02\n", "1:1: No column is value*" },
  { "lost_reason\nprice\n", "1:1: No column is customer*" },
};

static void
test_rows (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExLedger) ledger = ledger_new ();

  fixture->context.ledger = ledger;
  fixture_check_cases (fixture, EX_IMPORT_CUSTOMERS, cases, G_N_ELEMENTS (cases));
}

static void
test_what_is_read (void)
{
  static const char text[] = "customer,period,lost_reason\n Bob ,2026-Q1,\"price, service\"\nAnn,2026-01,\nCyd,,moved\n";
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExLedger) ledger = ledger_new ();
  g_autoptr (ExImportPlan) plan = NULL;
  const ExReasonRow *row;

  fixture->context.ledger = ledger;
  plan = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, text, NULL);
  fixture_assert_says (plan, "No column is value, so the file is read as reasons why customers left.");
  g_assert_null (plan->ledger);
  g_assert_cmpuint (plan->rows_read, ==, 3);
  g_assert_cmpuint (plan->reasons->len, ==, 2);
  row = &g_array_index (plan->reasons, ExReasonRow, 0);
  g_assert_cmpstr (row->customer, ==, "Bob");
  g_assert_cmpstr (row->reason, ==, "price, service");
  g_assert_cmpint (row->period.grain, ==, EX_GRAIN_QUARTER);
  row = &g_array_index (plan->reasons, ExReasonRow, 1);
  g_assert_cmpstr (row->customer, ==, "Cyd");
  g_assert_cmpint (row->period.grain, ==, 0);
}

/* Bad rows are left out, the others stay. */
static void
test_skip_bad (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExLedger) ledger = ledger_new ();
  g_autoptr (ExImportPlan) plan = NULL;
  const ExImportOptions options = { .kind = -1, .skip_bad = TRUE };

  fixture->context.ledger = ledger;
  plan = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, "customer,lost_reason\nNobody,price\nCyd,moved\nAnn,x\n", &options);
  g_assert_true (ex_import_plan_is_good (plan));
  g_assert_cmpuint (plan->rows_refused, ==, 2);
  g_assert_cmpuint (plan->reasons->len, ==, 1);
  g_assert_cmpstr (g_array_index (plan->reasons, ExReasonRow, 0).customer, ==, "Cyd");
}

static const PlanCase final_cases[] = {
  { "customer,period,lost_reason\nBob,2026-04,moved\n", NULL },
  { "customer,period,lost_reason\nBob,2026-03,moved\n", NULL }, /* there in March, which is final; lost in April, which is not */
  { "customer,lost_reason\nCyd,moved\n", "2:1: customer: “Cyd” was lost in Mar 2026, which is final: its customer figures do not change." },
};

static void
test_final (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExLedger) ledger = ledger_new ();
  g_autoptr (GArray) final = g_array_new (FALSE, FALSE, sizeof (ExPeriod));
  ExPeriod period;

  g_assert_true (ex_period_parse ("2026-03", &period));
  g_array_append_val (final, period);
  fixture->context.ledger = ledger;
  fixture->context.locks.final = final;
  fixture_check_cases (fixture, EX_IMPORT_CUSTOMERS, final_cases, G_N_ELEMENTS (final_cases));
}

static void
test_without_a_ledger (void)
{
  static const PlanCase none[] = { { "customer,lost_reason\nBob,price\n", "1:1: Without a column value this is a file of reasons, and there is no*" } };
  g_autoptr (Fixture) fixture = fixture_empty ();

  fixture_check_cases (fixture, EX_IMPORT_CUSTOMERS, none, G_N_ELEMENTS (none));
}

static void
test_value_is_needed_but_for_reasons (void)
{
  int columns[] = { 0, -1, -1, -1, -1, -1 };

  g_assert_true (ex_import_field_is_needed (EX_IMPORT_CUSTOMERS, 3, columns));
  g_assert_true (ex_import_field_is_needed (EX_IMPORT_CUSTOMERS, 0, columns));
  columns[5] = 1;
  g_assert_false (ex_import_field_is_needed (EX_IMPORT_CUSTOMERS, 3, columns));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/reasons/problems by line", test_rows);
  g_test_add_func ("/exchange/reasons/what is read", test_what_is_read);
  g_test_add_func ("/exchange/reasons/bad rows are left out when asked to", test_skip_bad);
  g_test_add_func ("/exchange/reasons/of a final period they stand", test_final);
  g_test_add_func ("/exchange/reasons/need a ledger", test_without_a_ledger);
  g_test_add_func ("/exchange/reasons/a value is needed but for reasons", test_value_is_needed_but_for_reasons);
  return g_test_run ();
}
