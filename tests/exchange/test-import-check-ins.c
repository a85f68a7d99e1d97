#include "config.h"

#include "exchange-fixture.h"

#define HEAD "objective,date,value,confidence,note,next,evidence\n"
#define GOOD "c1,2026-03-31,84.1,7,Good,More,http://x\n"

static const PlanCase cases[] = {
  { HEAD GOOD, NULL },
  { HEAD "c1,2026-03-31,84.1,,,,\n", NULL },
  { "objective id,day,actual\nc1,2026-03-31,84\n", NULL },
  { HEAD ",2026-03-31,84.1,,,,\n", "2:1: objective is empty*" },
  { HEAD "x1,2026-03-31,84.1,,,,\n", "2:1: objective: there is no objective with the id “x1”; import objectives first." },
  { HEAD "C1,2026-03-31,84.1,,,,\n", "2:1: objective: there is no objective with the id “C1”; did you mean “c1”?" },
  { HEAD "c1,,84.1,,,,\n", "2:2: date is empty*" },
  { HEAD "c1,2025-12-31,84.1,,,,\n", "2:2: date: “2025-12-31” is outside the objective’s cycle, which is from 2026-01-01 to 2026-12-31." },
  { HEAD "c1,2027-01-01,84.1,,,,\n", "2:2: date: “2027-01-01” is outside*" },
  { HEAD "c-old,2026-01-01,84.1,,,,\n", "2:2: date: “2026-01-01” is outside the objective’s cycle, which is from 2025-01-01 to 2025-12-31." },
  { HEAD "c-old,2025-12-31,84.1,,Found in the archive,,\n", NULL },
  { HEAD "c1,31.3.2026,84.1,,,,\n", NULL },
  { HEAD "c1,someday,84.1,,,,\n", "2:2: date: “someday” is no day*" },
  { HEAD GOOD "m1,2026-03-31,1,,,,\n" GOOD, "4:2: date: line 2 has a value of this objective for 2026-03-31 already; a day has one." },
  { HEAD "c1,2026-04-01,1,,,,\nc1,2026-03-01,1,,,,\nc1,2026-05-01,1,,,,\nc1,1/3/2026,1,,,,\nc1,31/3/2026,1,,,,\n", "5:2: date: line 3 has a value*" },
  { HEAD "c1,2026-03-31,,,,,\n", "2:3: value is empty; leave out the row when nothing was measured." },
  { HEAD "c1,2026-03-31,good,,,,\n", "2:3: value: “good” is not a number*" },
  { HEAD "c1,2026-03-31,nan,,,,\n", "2:3: value: “nan” is not a number*" },
  { HEAD "c1,2026-03-31,1e999,,,,\n", "2:3: value: “1e999” is not a number*" },
  { HEAD "m1,2026-03-31,Done,,,,\nm1,2026-04-30,0,,,,\nm1,2026-05-31,yes,,,,\nm1,2026-06-30,1.0,,,,\n", NULL },
  { HEAD "m1,2026-03-31,2,,,,\n", "2:3: value: “2” is neither 1 (done) nor 0 (not done)*" },
  { HEAD "m1,2026-03-31,half,,,,\n", "2:3: value: “half” is neither*" },
  { HEAD "c1,2026-03-31,84.1 %,,,,\n", NULL },
  { HEAD "c-old,2025-03-31,84.1 %,,,,\n", "2:3: value: “84.1 %” is not a number*" }, /* its unit is not percent */
  { HEAD "c1,2026-03-31,1,11,,,\n", "2:4: confidence: “11” is not from 1 to 10." },
  { HEAD "c1,2026-03-31,1,0,,,\n", "2:4: confidence: “0” is not from 1 to 10." },
  { HEAD "c1,2026-03-31,1,high,,,\n", "2:4: confidence: “high” is not a number*" },
};

static void
test_rows (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  fixture_check_cases (fixture, EX_IMPORT_CHECK_INS, cases, G_N_ELEMENTS (cases));
}

/* Told, not refused. */
static void
test_late (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_CHECK_INS,
                                                HEAD GOOD "c-old,2025-10-31,84.1,,Found,,\nc-old,2025-11-30,84.1,,,,\nc-old,2025-12-31,84.1,,,,\n", NULL);
  g_autoptr (ExImportPlan) none = fixture_plan (fixture, EX_IMPORT_CHECK_INS, HEAD "c-old,2025-10-31,84.1,,Found,,\nc1,2026-03-31,84.1,,,,\n", NULL);

  g_assert_true (ex_import_plan_is_good (plan));
  g_assert_cmpuint (plan->check_ins->len, ==, 4);
  fixture_assert_says (plan, "t:4:5: warning: 2 check-ins are late, from here on: their cycle is over, and no note says why they come only now.");
  g_assert_cmpuint (none->problems->warnings, ==, 0);
}

static void
test_records (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_CHECK_INS,
                                                HEAD GOOD "c1,2026-04-30,1.5E+03,,Good,\"say \"\"hi\"\"\",\nm1,2026-04-30,done,,,,\nc1,2026-05-31,-3,10,,,\n", NULL);
  const ExCheckInRow *rows = (const ExCheckInRow *) (gpointer) plan->check_ins->data;

  g_assert_cmpuint (plan->check_ins->len, ==, 4);
  g_assert_cmpstr (rows[0].objective_id, ==, "c1");
  g_assert_cmpuint (rows[0].day, ==, ex_day_new (2026, 3, 31));
  g_assert_cmpfloat (rows[0].value, ==, 84.1);
  g_assert_cmpint (rows[0].confidence, ==, 7);
  g_assert_cmpstr (rows[0].note, ==, "Good");
  g_assert_cmpstr (rows[0].next, ==, "More");
  g_assert_cmpstr (rows[0].evidence, ==, "http://x");
  g_assert_cmpfloat (rows[1].value, ==, 1500);
  g_assert_cmpint (rows[1].confidence, ==, 0);
  g_assert_cmpstr (rows[1].note, ==, "Good");
  g_assert_cmpstr (rows[1].next, ==, "say \"hi\"");
  g_assert_null (rows[1].evidence);
  g_assert_cmpfloat (rows[2].value, ==, 1);
  g_assert_cmpfloat (rows[3].value, ==, -3);
  /* The same objective, the same pointer. */
  g_assert_true (rows[0].objective_id == rows[3].objective_id);
}

/* However the rows are shuffled, a day that comes again is found. */
static void
test_same_day_in_any_order (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (GString) text = g_string_new ("objective,date,value\n");
      g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
      g_autoptr (ExImportPlan) plan = NULL;
      guint doubles = 0;

      for (guint i = 0; i < 60; i++)
        {
          int day = g_test_rand_int_range (0, 80);
          gboolean milestone = g_test_rand_bit ();
          g_autofree char *iso = ex_day_to_iso (ex_day_new (2026, 2, 1) + (ExDay) day);

          g_string_append_printf (text, "%s,%s,1\n", milestone ? "m1" : "c1", iso);
          doubles += !g_hash_table_add (seen, GINT_TO_POINTER (day * 2 + milestone + 1));
        }
      plan = fixture_plan (fixture, EX_IMPORT_CHECK_INS, text->str, NULL);
      g_assert_cmpuint (plan->problems->errors, ==, doubles);
      g_assert_cmpuint (plan->check_ins->len, ==, 60 - doubles);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-check-ins/rows", test_rows);
  g_test_add_func ("/import-check-ins/late", test_late);
  g_test_add_func ("/import-check-ins/records", test_records);
  g_test_add_func ("/import-check-ins/same-day-in-any-order", test_same_day_in_any_order);

  return g_test_run ();
}
