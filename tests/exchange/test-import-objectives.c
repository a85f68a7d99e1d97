#include "config.h"

#include "exchange-fixture.h"

#include <math.h>
#include <string.h>

#define HEAD "leader,title,kind,weight,id,description,unit,decimals,aggregate,baseline,threshold,target,stretch,low,high,due,source,cadence,stage,parent," \
             "local_reason,driver,claim_value,claim_customers\n"
/* leader,title,kind,weight,id,descr,unit,dec,aggr,base,thr,target,stretch,low,high,due,source,cadence,stage,parent,reason,driver,value,customers */
#define GOOD "C,Answer fast,number,40,a1,,calls,0,mean,80,,90,95,,,,Desk,monthly,Support,,,retain,1000,20\n"

static const PlanCase cases[] = {
  { HEAD GOOD, NULL },
  { HEAD "C,Answer fast,number,40,,,,,,,,,,,,,,,,,,,,\n", NULL },
  { HEAD ",T,number,40,,,,,,,,,,,,,,,,,,,,\n", "2:1: leader is empty, and every objective needs one." },
  { HEAD "X,T,number,40,,,,,,,,,,,,,,,,,,,,\n", "2:1: leader: there is no leader with the id “X”; import leaders first." },
  { HEAD "C,,number,40,,,,,,,,,,,,,,,,,,,,\n", "2:2: title is empty*" },
  { HEAD "C,T,,40,,,,,,,,,,,,,,,,,,,,\n", "2:3: kind is empty*" },
  { HEAD "C,T,figure,40,,,,,,,,,,,,,,,,,,,,\n", "2:3: kind: “figure” is none of number, range, milestone." },
  { HEAD "C,T,number,,,,,,,,,,,,,,,,,,,,,\n", "2:4: weight is empty*" },
  { HEAD "C,T,number,101,,,,,,,,,,,,,,,,,,,,\n", "2:4: weight: “101” is not from 0 to 100 percent*" },
  { HEAD "C,T,number,-1,,,,,,,,,,,,,,,,,,,,\n", "2:4: weight: “-1” is not from 0 to 100 percent*" },
  { HEAD "C,T,number,33.333,,,,,,,,,,,,,,,,,,,,\n", "2:4: weight: “33.333” is not from 0 to 100 percent with at most two decimals." },
  { HEAD "C,T,number,half,,,,,,,,,,,,,,,,,,,,\n", "2:4: weight: “half” is not a number*" },
  { HEAD GOOD "C,T,number,40,a1,,,,,,,,,,,,,,,,,,,\n", "3:5: id: “a1” stands on line 2 already; an objective has one row." },
  { HEAD "C,T,number,40,c-old,,,,,,,,,,,,,,,,,,,\n", "2:5: id: “c-old” is an objective of another cycle*" },
  { HEAD "C,T,number,40,,,,,,,,,,,,,,,,,,,,\nC,T,number,40,,,,,,,,,,,,,,,,,,,,\n", "3:2: title: “T” of this leader stands on line 2 already*" },
  { HEAD "C,T,number,40,p,,,,,,,,,,,,,,,,,,,\nC,T,number,40,q,,,,,,,,,,,,,,,,,,,\n", "3:2: title: leader “C” has an objective “T” on line 2 already." },
  { HEAD "C,Keep customers,number,40,other,,,,,,,,,,,,,,,,,,,\n", "2:2: title: “Keep customers” of leader “C” stands in the company under the id “c1”; give that id." },
  { HEAD "C,T,number,40,,,,10,,,,,,,,,,,,,,,,\n", "2:8: decimals: “10” is not from 0 to 9." },
  { HEAD "C,T,number,40,,,,1.5,,,,,,,,,,,,,,,,\n", "2:8: decimals: “1.5” is not a whole number." },
  { HEAD "C,T,number,40,,,,,average,,,,,,,,,,,,,,,\n", "2:9: aggregate: “average” is none of latest, sum, mean, minimum, maximum." },
  { HEAD "C,T,number,40,,,,,,low,,,,,,,,,,,,,,\n", "2:10: baseline: “low” is not a number*" },
  { HEAD "C,T,number,40,,,%,,,80.5%,,90 %,,,,,,,,,,,,\n", NULL },
  { HEAD "C,T,number,40,,,calls,,,80%,,90,,,,,,,,,,,,\n", "2:10: baseline: “80%” is not a number*" },
  { HEAD "C,T,number,40,,,,,,80,70,90,,,,,,,,,,,,\n", "2:12: *cross*" },
  { HEAD "C,T,number,40,,,,,,80,,90,x,,,,,,,,,,,\n", "2:13: stretch: “x” is not a number*" },
  { HEAD "C,T,range,40,,,,,,,,,,9,5,,,,,,,,,\n", "2:14: *cross*" },
  { HEAD "C,T,milestone,40,,,,,,,,,,,,2027-01-01,,,,,,,,\n", "2:16: *2027-01-01*outside*" },
  { HEAD "C,T,milestone,40,,,,,,,,,,,,soon,,,,,,,,\n", "2:16: due: “soon” is no day*" },
  { HEAD "C,T,number,40,,,,,,,,,,,,,,daily,,,,,,\n", "2:18: cadence: “daily” is none of weekly, monthly, quarterly." },
  { HEAD "M,T,number,40,,,,,,,,,,,,,,,,nope,,,,\n", "2:20: parent: there is no objective with the id “nope”*" },
  { HEAD "M,T,number,40,,,,,,,,,,,,,,,,c-old,,,,\n", "2:20: parent: “c-old” is an objective of another cycle*" },
  { HEAD "M,T,number,40,,,,,,,,,,,,,,,,m1,,,,\n", "2:20: parent: “m1” is an objective of leader “M”, who is not above leader “M”*" },
  { HEAD "C,T,number,40,,,,,,,,,,,,,,,,m1,,,,\n", "2:20: parent: “m1” is an objective of leader “M”, who is not above leader “C”*" },
  { HEAD "M,T,number,40,,,,,,,,,,,,,,,,c1,,,,\n", NULL },
  { HEAD "W,T,number,40,,,,,,,,,,,,,,,,a1,,,,\n" GOOD, NULL },
  { HEAD "C,T,number,40,,,,,,,,,,,,,,,,,,grow,,\n", "2:22: driver: “grow” is none of acquire, retain, expand, win back." },
  { HEAD "C,T,number,40,,,,,,,,,,,,,,,,,,retain; win_back|Expand,,\n", NULL },
  { HEAD "C,T,number,40,,,,,,,,,,,,,,,,,,,100,\n", "2:23: claim_value: a claim needs a driver*" },
  { HEAD "C,T,number,40,,,,,,,,,,,,,,,,,,retain;expand,10.50;,;3\n", NULL },
  { HEAD "C,T,number,40,,,,,,,,,,,,,,,,,,retain;expand,1;2;3,\n", "2:23: claim_value: “1;2;3” has 3 claims, but there are 2 drivers*" },
  { HEAD "C,T,number,40,,,,,,,,,,,,,,,,,,retain;expand,1;x,\n", "2:23: claim_value: “x” is not a number*" },
  { HEAD "C,T,number,40,,,,,,,,,,,,,,,,,,retain;expand,,1;-2\n", "2:24: claim_customers: “-2” is less than 0*" },
  { HEAD "C,T,number,40,,,,,,,,,,,,,,,,,,retain;expand,,5\n", "2:23: claim_value: with several drivers it cannot be told*" },
  { HEAD "C,T,number,40,,,,,,,,,,,,,,,,,,retain,-1,\n", "2:23: claim_value: “-1” is less than 0*" },
  { HEAD "C,T,number,40,,,,,,,,,,,,,,,,,,retain,,many\n", "2:24: claim_customers: “many” is not a number*" },
  { HEAD "C,T,number,40,,,,,,,,,,,,,,,,,,retain,,-2\n", "2:24: claim_customers: “-2” is not 0 or more." },
};

static void
test_rows (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  fixture_check_cases (fixture, EX_IMPORT_OBJECTIVES, cases, G_N_ELEMENTS (cases));
}

static void
test_record (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_OBJECTIVES,
                                                HEAD "M,T,Number,\"33.34 %\",x,\"two\nlines\",%,,Sum,0.5,,90.25,,,,,Desk,Weekly,Support,c1,why,Win back,1000.5,20\n", NULL);
  const ExObjective *objective = g_ptr_array_index (plan->objectives, 0);
  const ExLink *link = &g_array_index (objective->links, ExLink, 0);

  g_assert_cmpstr (objective->id, ==, "x");
  g_assert_cmpstr (objective->cycle_id, ==, "fy26");
  g_assert_cmpstr (objective->leader_id, ==, "M");
  g_assert_cmpint (objective->weight, ==, 3334);
  g_assert_cmpstr (objective->description, ==, "two\nlines");
  g_assert_cmpstr (objective->unit, ==, "%");
  g_assert_cmpint (objective->decimals, ==, 2); /* as the target is written */
  g_assert_cmpint (objective->aggregate, ==, EX_AGGREGATE_SUM);
  g_assert_cmpfloat (objective->baseline, ==, 0.5);
  g_assert_true (isnan (objective->threshold));
  g_assert_cmpfloat (objective->target, ==, 90.25);
  g_assert_cmpstr (objective->source, ==, "Desk");
  g_assert_cmpint (objective->cadence, ==, EX_CADENCE_WEEKLY);
  g_assert_cmpstr (objective->stage, ==, "Support");
  g_assert_cmpstr (objective->parent_id, ==, "c1");
  g_assert_cmpstr (objective->local_reason, ==, "why");
  g_assert_cmpuint (objective->links->len, ==, 1);
  g_assert_cmpint (link->driver, ==, EX_DRIVER_WIN_BACK);
  g_assert_cmpint (link->value, ==, 100050);
  g_assert_cmpint (link->customers, ==, 20);
}

static void
test_keys (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_OBJECTIVES,
                                                "leader,title,kind,weight\nC,Keep customers,number,100\nC,New one,number,0\n", NULL);
  g_autofree char *made = ex_objective_make_id ("fy26", "C", "New one");

  /* The one that stands, untouched but for what the file has. */
  g_assert_true (ex_objective_equal (g_ptr_array_index (plan->objectives, 0), ex_company_get_objective (fixture->company, 0)));
  g_assert_cmpstr (((ExObjective *) g_ptr_array_index (plan->objectives, 1))->id, ==, made);
}

/* A driver that stays keeps its claim where the file has none. */
static void
test_claims_stay (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_OBJECTIVES,
                                                "leader,title,kind,weight,id,driver\nC,Keep customers,number,100,c1,retain\n", NULL);

  g_assert_true (ex_objective_equal (g_ptr_array_index (plan->objectives, 0), ex_company_get_objective (fixture->company, 0)));
}

/* Several drivers with a claim each, as an export writes them. */
static void
test_lists_of_claims (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_OBJECTIVES,
                                                "leader,title,kind,weight,driver,claim_value,claim_customers\nC,N,number,100,retain;expand,10.50;,;3\n", NULL);
  const ExObjective *objective = g_ptr_array_index (plan->objectives, 0);
  const ExLink *first = &g_array_index (objective->links, ExLink, 0);
  const ExLink *second = &g_array_index (objective->links, ExLink, 1);

  g_assert_cmpuint (objective->links->len, ==, 2);
  g_assert_cmpint (first->value, ==, 1050);
  g_assert_cmpint (first->customers, ==, EX_CLAIM_NONE);
  g_assert_cmpint (second->value, ==, EX_CLAIM_NONE);
  g_assert_cmpint (second->customers, ==, 3);
}

static void
test_swapped_titles (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  static const PlanCase swap[] = {
    { "leader,title,kind,weight,id\nC,Something else,number,50,c1\nC,Keep customers,number,50,new\n", NULL },
  };

  fixture_check_cases (fixture, EX_IMPORT_OBJECTIVES, swap, 1);
}

static void
test_weights_as_shares (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_OBJECTIVES, "leader,title,kind,weight\nC,A,number,0.25\nC,B,number,0.75\n", NULL);

  fixture_assert_says (plan, "t:3:4: warning: weight: all weights are at most 1; they are read as percent");
}

static void
test_refused_parent (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  const ExImportOptions options = { .kind = -1, .skip_bad = TRUE };
  const char *text = "leader,title,kind,weight,id,parent\nC,A,number,x,p,\nM,B,number,50,q,p\n";
  g_autoptr (ExImportPlan) whole = fixture_plan (fixture, EX_IMPORT_OBJECTIVES, text, NULL);
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_OBJECTIVES, text, &options);

  g_assert_cmpuint (whole->problems->errors, ==, 1);
  g_assert_cmpuint (plan->objectives->len, ==, 1);
  g_assert_null (((ExObjective *) g_ptr_array_index (plan->objectives, 0))->parent_id);
  fixture_assert_says (plan, "t:3:6: warning: “B” of leader “M” comes in without a parent, because “p” on line 2 was refused.");
}

static void
test_no_cycle (void)
{
  g_autoptr (Fixture) fixture = fixture_empty ();
  g_autoptr (ExImportPlan) plan = fixture_plan (fixture, EX_IMPORT_OBJECTIVES, "leader,title,kind,weight\n", NULL);

  fixture_assert_says (plan, "t:1:1: There is no cycle that objectives could go into; make one first.");
  g_assert_false (ex_import_plan_is_good (plan));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-objectives/rows", test_rows);
  g_test_add_func ("/import-objectives/record", test_record);
  g_test_add_func ("/import-objectives/keys", test_keys);
  g_test_add_func ("/import-objectives/claims-stay", test_claims_stay);
  g_test_add_func ("/import-objectives/lists-of-claims", test_lists_of_claims);
  g_test_add_func ("/import-objectives/swapped-titles", test_swapped_titles);
  g_test_add_func ("/import-objectives/weights-as-shares", test_weights_as_shares);
  g_test_add_func ("/import-objectives/refused-parent", test_refused_parent);
  g_test_add_func ("/import-objectives/no-cycle", test_no_cycle);

  return g_test_run ();
}
