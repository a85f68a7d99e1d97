#include "config.h"

#include "exchange-fixture.h"

#define HEAD "period,opening_customers,new_customers,won_back_customers,lost_customers,closing_customers," \
             "opening_value,new_value,won_back_value,expanded_value,contracted_value,lost_value,closing_value\n"
#define FIRST HEAD "2026-01,100,10,2,5,107,1000,100,20,30,10,50,1090\n"

static const PlanCase cases[] = {
  { FIRST, NULL },
  { FIRST "2026-02,107,,,7,100,1090,,,,,90.00,1000.00\n", NULL },
  { FIRST "2026-02,107,0,0,6,100,1090,0,0,0,0,90,1000\n", "3:6: *1*" },
  { FIRST "2026-02,107,0,0,7,100,1090,0,0,0,0,90,1001\n", "3:13: *1.00*" },
  { FIRST "2026-02,106,0,0,6,100,1090,0,0,0,0,90,1000\n", "3:2: *pening*106*107*1*" },
  { FIRST "2026-02,107,0,0,7,100,1091,0,0,0,0,91,1000\n", "3:7: *opening*1.00*" },
  { HEAD "2026-02,107,0,0,7,100,1090,0,0,0,0,90,1000\n2026-01,100,10,2,5,107,1000,100,20,30,10,50,1090\n", NULL },
  { FIRST "2026-04,5,0,0,0,5,7,0,0,0,0,0,7\n", NULL }, /* a gap: nothing to hold it against */
  { FIRST "2026-01,100,10,2,5,107,1000,100,20,30,10,50,1090\n", "3:1: period: “2026-01” stands on line 2 already; a period has one row." },
  { FIRST "2026-Q2,107,0,0,7,100,1090,0,0,0,0,90,1000\n", "3:1: period: “2026-Q2” is not a month, as the other periods are." },
  { FIRST "May,107,0,0,7,100,1090,0,0,0,0,90,1000\n", "3:1: period: “May” is no period; write it like 2026-09, 2026-Q3 or 2026." },
  { FIRST ",107,0,0,7,100,1090,0,0,0,0,90,1000\n", "3:1: period is empty*" },
  { FIRST "2026-02,,0,0,7,100,1090,0,0,0,0,90,1000\n", "3:2: opening_customers is empty*" },
  { FIRST "2026-02,107,0,0,-7,114,1090,0,0,0,0,90,1000\n", "3:5: lost_customers: “-7” is less than 0*" },
  { FIRST "2026-02,107,0,0,7.5,100,1090,0,0,0,0,90,1000\n", "3:5: lost_customers: “7.5” is not a whole number." },
  { FIRST "2026-02,107,0,0,7,100,1090,0,0,0,0,-90,1000\n", "3:12: lost_value: “-90” is less than 0*" },
  { FIRST "2026-02,107,0,0,7,100,1090,0,0,0,0,90,\n", "3:13: closing_value is empty*" },
  { "period,opening_value,closing_value\n2026,5,5\n", NULL },
  { "period,opening_value\n2026,5\n", "1:1: Movements need both opening_value and closing_value*" },
  { "period,x\n2026,5\n", "1:1: No column is a movement*" },
};

static void
test_rows (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();

  fixture_check_cases (fixture, EX_IMPORT_MOVEMENTS, cases, G_N_ELEMENTS (cases));
}

static void
test_record (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_MOVEMENTS, FIRST, NULL);
  const ExEnteredMovement *entered = &g_array_index (plan->movements, ExEnteredMovement, 0);

  g_assert_cmpint (entered->period.grain, ==, EX_GRAIN_MONTH);
  g_assert_cmpint (entered->period.index, ==, 2026 * 12);
  g_assert_cmpint (entered->movement.opening.customers, ==, 100);
  g_assert_cmpint (entered->movement.fresh.customers, ==, 10);
  g_assert_cmpint (entered->movement.won_back.customers, ==, 2);
  g_assert_cmpint (entered->movement.lost.customers, ==, 5);
  g_assert_cmpint (entered->movement.closing.customers, ==, 107);
  g_assert_cmpint (entered->movement.opening.value, ==, 100000);
  g_assert_cmpint (entered->movement.fresh.value, ==, 10000);
  g_assert_cmpint (entered->movement.won_back.value, ==, 2000);
  g_assert_cmpint (entered->movement.expanded.value, ==, 3000);
  g_assert_cmpint (entered->movement.contracted.value, ==, 1000);
  g_assert_cmpint (entered->movement.lost.value, ==, 5000);
  g_assert_cmpint (entered->movement.closing.value, ==, 109000);
}

static ExEnteredMovement
make_standing (int index, gint64 opening, gint64 closing)
{
  ExEnteredMovement entered = { { EX_GRAIN_MONTH, index }, { { 0 } } };

  entered.movement.opening.customers = opening;
  entered.movement.closing.customers = closing;

  return entered;
}

static void
test_beside_what_stands (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (GArray) standing = g_array_new (FALSE, FALSE, sizeof (ExEnteredMovement));
  static const PlanCase both[] = {
    { "period,opening_customers,new_customers,closing_customers\n2026-02,5,2,7\n", NULL },
    { "period,opening_customers,new_customers,closing_customers\n2026-02,4,3,7\n", "2:2: *pening*4*5*" },
    { "period,opening_customers,new_customers,closing_customers\n2026-02,5,1,6\n", "2:1: The period 2026-03, which stands in the company, opens with other*" },
    { "period,opening_customers,new_customers,closing_customers\n2026,5,1,6\n", "2:1: period: “2026” is not a month*" },
    { "period,opening_customers,new_customers,closing_customers\n2026-02,5,1,6\n2026-03,6,0,6\n", NULL },
  };
  ExEnteredMovement january = make_standing (2026 * 12, 5, 5), march = make_standing (2026 * 12 + 2, 7, 7);

  g_array_append_val (standing, january);
  g_array_append_val (standing, march);
  fixture->context.movements = standing;
  fixture_check_cases (fixture, EX_IMPORT_MOVEMENTS, both, G_N_ELEMENTS (both));
}

static void
test_not_beside_a_ledger (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExImportPlan) customers = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, "customer,period,value\na,2026-01,1\n", NULL);
  g_autoptr (ExImportPlan) plan = NULL;

  fixture->context.ledger = customers->ledger;
  plan = fixture_plan (fixture, EX_IMPORT_MOVEMENTS, FIRST, NULL);
  fixture_assert_says (plan, "t:1:1: This company has a ledger of its customers");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-movements/rows", test_rows);
  g_test_add_func ("/import-movements/record", test_record);
  g_test_add_func ("/import-movements/beside-what-stands", test_beside_what_stands);
  g_test_add_func ("/import-movements/not-beside-a-ledger", test_not_beside_a_ledger);

  return g_test_run ();
}
