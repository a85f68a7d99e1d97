/* What stands in a review, a cycle or a period is not changed by a file; a file that says it again is fine. */
#include "config.h"

#include "exchange-fixture.h"

static ExReviewLock *agreed, *assessed, *signed_, *closed;

static GHashTable *
lock_one (const char *id, const ExReviewLock *lock)
{
  GHashTable *locks = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (locks, (gpointer) id, (gpointer) lock);
  return locks;
}

static void
check (Fixture *fixture, ExImportWhat what, const PlanCase *cases, gsize n)
{
  fixture_check_cases (fixture, what, cases, n);
}

#define HEAD "id,leader,title,kind,weight,unit,baseline,target,decimals,driver,claim_value,claim_customers\n"
#define SAME "c1,C,Keep customers,number,100,%,80,88,1,retain,5000,40\n"

/* --- objectives ---------------------------------------------------------------------------------------------------------------- */

static void
test_objectives_of_a_signed_review (void)
{
  static const PlanCase cases[] = {
    { HEAD SAME, NULL },
    { HEAD "c1,C,Keep customers,number,99.99,%,80,88,1,retain,5000,40\n", "2:3: The review of Cleo Chief is signed: its objectives do not change." },
    { HEAD "c1,C,Keep customers,number,100,%,80,87,1,retain,5000,40\n", "2:3: The review of Cleo Chief is signed*" },
    { HEAD "c1,C,Keep customers,number,100,%,80,88,1,retain,5001,40\n", "2:3: The review of Cleo Chief is signed*" },
    { HEAD "c1,C,Keep all customers,number,100,%,80,88,1,retain,5000,40\n", "2:3: The review of Cleo Chief is signed*" },
    { HEAD "c1,M,Keep customers,number,100,%,80,88,1,retain,5000,40\n", "2:3: The review of Cleo Chief is signed*" },
    { HEAD SAME "c2,C,Another,number,0,%,80,88,1,retain,,\n", "3:3: The review of Cleo Chief is signed*" },
    { HEAD SAME "m2,M,Another,number,0,%,80,88,1,retain,,\n", NULL },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GHashTable) locks = lock_one ("C", signed_);

  fixture->context.locks.reviews = locks;
  check (fixture, EX_IMPORT_OBJECTIVES, cases, G_N_ELEMENTS (cases));
}

static void
test_objectives_of_an_agreed_review (void)
{
  static const PlanCase cases[] = {
    { HEAD SAME, NULL },
    { HEAD "c1,C,Keep all customers,number,100,%,80,88,1,retain,5000,40\n", NULL }, /* the title is free */
    { HEAD "c1,C,Keep customers,number,99.99,%,80,88,1,retain,5000,40\n", "2:3: The review of Cleo Chief is agreed: *by an amendment*" },
    { HEAD "c1,C,Keep customers,number,100,points,80,88,1,retain,5000,40\n", "2:3: The review of Cleo Chief is agreed: *" },
    { HEAD SAME "c2,C,Another,number,0,%,80,88,1,retain,,\n", "3:3: The review of Cleo Chief is agreed: no objective is added*" },
    { HEAD "m1,C,Open the customer room,number,100,%,80,88,1,retain,,\n", "2:3: The review of Cleo Chief is agreed: no objective is added*" },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GHashTable) locks = lock_one ("C", agreed);

  fixture->context.locks.reviews = locks;
  check (fixture, EX_IMPORT_OBJECTIVES, cases, G_N_ELEMENTS (cases));
}

static void
test_objectives_of_a_closed_cycle (void)
{
  static const PlanCase cases[] = {
    { HEAD SAME, NULL },
    { HEAD "c1,C,Keep all customers,number,100,%,80,88,1,retain,5000,40\n", "2:3: The cycle “FY 2026” is closed: nothing in it changes." },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GHashTable) locks = lock_one ("C", closed);

  fixture->context.locks.reviews = locks;
  check (fixture, EX_IMPORT_OBJECTIVES, cases, G_N_ELEMENTS (cases));
}

/* The rest comes in, and the reject says why. */
static void
test_bad_rows_are_left_out (void)
{
  ExImportOptions options = { .kind = -1, .skip_bad = TRUE };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GHashTable) locks = lock_one ("C", signed_);
  g_autoptr (ExImportPlan) plan = NULL;
  const char * const *reject;

  fixture->context.locks.reviews = locks;
  plan = fixture_plan (fixture, EX_IMPORT_OBJECTIVES,
                       HEAD "c1,C,Keep customers,number,50,%,80,88,1,retain,5000,40\nm2,M,Another,number,0,%,80,88,1,retain,,\n", &options);
  g_assert_true (ex_import_plan_is_good (plan));
  g_assert_cmpuint (plan->rows_refused, ==, 1);
  g_assert_cmpuint (plan->objectives->len, ==, 1);
  reject = g_ptr_array_index (plan->rejects, 1);
  g_assert_cmpstr (reject[12], ==, "The review of Cleo Chief is signed: its objectives do not change.");
}

/* --- check-ins ------------------------------------------------------------------------------------------------------------------- */

/* 84 on 1 February, with a note. */
static gboolean
stands_cb (const ExCheckInRow *row, gpointer data)
{
  g_assert_cmpstr (row->objective_id, ==, "c1");
  return row->day == ex_day_new (2026, 2, 1) && row->value == 84 && row->confidence == 7 && g_strcmp0 (row->note, "As planned") == 0
         && row->next == NULL;
}

static void
test_check_ins_of_an_assessed_review (void)
{
  static const PlanCase cases[] = {
    { "objective,date,value,confidence,note\nc1,2026-02-01,84,7,As planned\n", NULL },
    { "objective,date,value,confidence,note\nc1,2026-02-01,85,7,As planned\n", "2:1: The review of Cleo Chief is assessed: its check-ins do not change." },
    { "objective,date,value,confidence,note\nc1,2026-02-02,84,7,As planned\n", "2:1: The review of Cleo Chief is assessed*" },
    { "objective,date,value,confidence,note\nc1,2026-02-01,84,7,\n", "2:1: The review of Cleo Chief is assessed*" },
    { "objective,date,value\nc1,2026-02-01,84\n", "2:1: The review of Cleo Chief is assessed*" },
    { "objective,date,value\nm1,2026-02-01,1\n", NULL },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GHashTable) locks = lock_one ("c1", assessed);

  fixture->context.locks.check_ins = locks;
  fixture->context.locks.stands = stands_cb;
  check (fixture, EX_IMPORT_CHECK_INS, cases, G_N_ELEMENTS (cases));
}

/* --- final periods ------------------------------------------------------------------------------------------------------------------ */

static ExLedger *
make_ledger (void)
{
  g_autoptr (ExLedgerBuilder) builder = ex_ledger_builder_new (EX_LEDGER_RECURRING, EX_GRAIN_MONTH);

  for (int month = 0; month < 3; month++)
    {
      g_assert_true (ex_ledger_builder_add (builder, "Acme", 4, 2026 * 12 + month, EX_DAY_NONE, 1000, "Small", 5, NULL, 0));
      g_assert_true (ex_ledger_builder_add (builder, "Zeta", 4, 2026 * 12 + month, EX_DAY_NONE, 500, NULL, 0, NULL, 0));
    }
  return ex_ledger_builder_end (builder);
}

/* January and February of 2026. */
static GArray *
make_final (void)
{
  GArray *final = g_array_new (FALSE, FALSE, sizeof (ExPeriod));
  ExPeriod january = { EX_GRAIN_MONTH, 2026 * 12 }, february = { EX_GRAIN_MONTH, 2026 * 12 + 1 };

  g_array_append_val (final, january);
  g_array_append_val (final, february);
  return final;
}

static void
test_customers_of_a_final_period (void)
{
  static const PlanCase cases[] = {
    { "customer,period,value,segment\nAcme,2026-01,10,Small\nZeta,2026-01,5,\n", NULL },
    { "customer,period,value,segment\nAcme,2026-01,4,Small\nAcme,2026-01,6,\n", NULL }, /* rows of a cell add up */
    { "customer,period,value,segment\nAcme,2026-03,11,Small\n", NULL },
    { "customer,period,value,segment\nAcme,2026-01,10,Small\nAcme,2026-02,10.01,Small\n", "3:3: 2026-02 is final: its customer figures do not change." },
    { "customer,period,value,segment\nAcme,2026-01,10,Large\n", "2:3: 2026-01 is final*" },
    { "customer,period,value,segment\nAcme,2026-01,10,\n", "2:3: 2026-01 is final*" },
    { "customer,period,value,segment\nNobody,2026-01,0,\n", "2:3: 2026-01 is final*" },
    { "customer,period,value,lost_reason\nZeta,2026-01,5,Price\n", "2:3: 2026-01 is final*" },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GArray) final = make_final ();

  fixture->context.locks.final = final;
  fixture->context.ledger = make_ledger ();
  check (fixture, EX_IMPORT_CUSTOMERS, cases, G_N_ELEMENTS (cases));
  g_clear_pointer (&fixture->context.ledger, ex_ledger_unref);
}

/* Both rows of a cell that would change, and nothing of the final periods is left in the layer. */
static void
test_final_rows_are_no_part_of_a_layer (void)
{
  ExImportOptions options = { .kind = -1, .skip_bad = TRUE };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GArray) final = make_final ();
  g_autoptr (ExImportPlan) plan = NULL;

  fixture->context.locks.final = final;
  fixture->context.ledger = make_ledger ();
  plan = fixture_plan (fixture, EX_IMPORT_CUSTOMERS,
                       "customer,period,value,segment\nAcme,2026-01,10,Small\nZeta,2026-02,3,\nZeta,2026-02,4,\nAcme,2026-04,9,Small\n", &options);
  g_assert_true (ex_import_plan_is_good (plan));
  g_assert_cmpuint (plan->rows_read, ==, 4);
  g_assert_cmpuint (plan->rows_refused, ==, 2);
  g_assert_cmpuint (ex_ledger_n_columns (plan->ledger), ==, 1);
  g_assert_cmpint (ex_ledger_get_column (plan->ledger, 0)->index, ==, 2026 * 12 + 3);
  g_clear_pointer (&fixture->context.ledger, ex_ledger_unref);
}

static void
test_nothing_is_added_to_a_final_period (void)
{
  ExImportOptions options = { .kind = -1, .add = TRUE };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GArray) final = make_final ();
  g_autoptr (ExImportPlan) nothing = NULL;
  g_autoptr (ExImportPlan) something = NULL;

  fixture->context.locks.final = final;
  fixture->context.ledger = make_ledger ();
  nothing = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, "customer,period,value\nAcme,2026-01,0\n", &options);
  something = fixture_plan (fixture, EX_IMPORT_CUSTOMERS, "customer,period,value\nAcme,2026-01,10\n", &options);
  g_assert_true (ex_import_plan_is_good (nothing));
  fixture_assert_says (something, "2:3: 2026-01 is final*");
  g_clear_pointer (&fixture->context.ledger, ex_ledger_unref);
}

static void
test_movements_of_a_final_period (void)
{
  static const PlanCase cases[] = {
    { "period,opening_customers,new_customers,closing_customers\n2026-01,10,1,11\n", NULL },
    { "period,opening_customers,new_customers,closing_customers\n2026-01,10,1,11\n2026-02,11,2,13\n", "3:1: 2026-02 is final: its movements do not change." },
    { "period,opening_customers,new_customers,closing_customers\n2026-03,11,2,13\n", NULL },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GArray) final = make_final ();
  g_autoptr (GArray) standing = g_array_new (FALSE, TRUE, sizeof (ExEnteredMovement));
  ExEnteredMovement january = { .period = { EX_GRAIN_MONTH, 2026 * 12 } };

  january.movement.opening.customers = 10;
  january.movement.fresh.customers = 1;
  january.movement.closing.customers = 11;
  g_array_append_val (standing, january);
  fixture->context.locks.final = final;
  fixture->context.movements = standing;
  check (fixture, EX_IMPORT_MOVEMENTS, cases, G_N_ELEMENTS (cases));
  fixture->context.movements = NULL;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  agreed = ex_review_lock_new ("Cleo Chief", "FY 2026", EX_REVIEW_AGREED, FALSE);
  assessed = ex_review_lock_new ("Cleo Chief", "FY 2026", EX_REVIEW_ASSESSED, FALSE);
  signed_ = ex_review_lock_new ("Cleo Chief", "FY 2026", EX_REVIEW_SIGNED, FALSE);
  closed = ex_review_lock_new ("", "FY 2026", EX_REVIEW_DRAFTING, TRUE);

  g_test_add_func ("/exchange/locks/objectives of a signed review", test_objectives_of_a_signed_review);
  g_test_add_func ("/exchange/locks/objectives of an agreed review", test_objectives_of_an_agreed_review);
  g_test_add_func ("/exchange/locks/objectives of a closed cycle", test_objectives_of_a_closed_cycle);
  g_test_add_func ("/exchange/locks/bad rows are left out", test_bad_rows_are_left_out);
  g_test_add_func ("/exchange/locks/check-ins of an assessed review", test_check_ins_of_an_assessed_review);
  g_test_add_func ("/exchange/locks/customers of a final period", test_customers_of_a_final_period);
  g_test_add_func ("/exchange/locks/final rows are no part of a layer", test_final_rows_are_no_part_of_a_layer);
  g_test_add_func ("/exchange/locks/nothing is added to a final period", test_nothing_is_added_to_a_final_period);
  g_test_add_func ("/exchange/locks/movements of a final period", test_movements_of_a_final_period);

  int status = g_test_run ();

  ex_review_lock_free (agreed);
  ex_review_lock_free (assessed);
  ex_review_lock_free (signed_);
  ex_review_lock_free (closed);
  return status;
}
