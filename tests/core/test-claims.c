/* Claims held against the ledger: what they come to, and what the ledger makes of them. */
#include "config.h"

#include "claims-company.h"

static const ExClaim *
find_claim (const ExClaims *claims, const ExCompany *company, ExDriver driver, const char *id)
{
  const GArray *list = claims->drivers[driver].claims;

  for (guint i = 0; i < list->len; i++)
    {
      const ExClaim *claim = &g_array_index (list, ExClaim, i);

      if (strcmp (ex_company_get_objective (company, claim->objective)->id, id) == 0)
        return claim;
    }
  return NULL;
}

/* --- a worked example, by hand --------------------------------------------------------------------------------------------------- */

/* top claims 1.8 M of retained business; mid below it and low below mid claim part of the same, and do not count; low also claims new
 * customers, which nobody above does. alone claims beside them; over is over-fulfilled, and counts at 100 %; silent is not measured. */
static const Row example[] = {
  { "top", NULL, 0.5, { { EX_DRIVER_RETAIN, 1800000, 100 } } },
  { "mid", "top", 1, { { EX_DRIVER_RETAIN, 900000, NONE } } },
  { "low", "mid", 0.8, { { EX_DRIVER_RETAIN, 400000, 40 }, { EX_DRIVER_ACQUIRE, 500000, 20 } } },
  { "alone", NULL, 0.25, { { EX_DRIVER_RETAIN, 800000, NONE }, { EX_DRIVER_EXPAND, 100000, 5 } } },
  { "over", NULL, 1.5, { { EX_DRIVER_RETAIN, NONE, 50 }, { EX_DRIVER_ACQUIRE, 250000, NONE } } },
  { "silent", NULL, NAN, { { EX_DRIVER_RETAIN, 300000, 10 }, { EX_DRIVER_WIN_BACK, 70000, NONE } } },
  { NULL }
};

typedef struct
{
  const char *name;
  ExDriver    driver;
  ExMeasure   measure;
  double      claimed, realised, before, now, change;
  ExProof     proof;
  double      proven;
} Expected;

static const Expected by_hand[] = {
  /* 1.8 M x 50 % + 0.8 M x 25 % + 0.3 M x 0; losses fell by 0.6 M */
  { "retain in value", EX_DRIVER_RETAIN, EX_MEASURE_VALUE, 2900000, 1100000, 2400000, 1800000, 600000, EX_PROOF_SHARE, 6.0 / 11 },
  /* 100 x 50 % + 50 x 100 % + 10 x 0 */
  { "retain in customers", EX_DRIVER_RETAIN, EX_MEASURE_CUSTOMERS, 160, 100, 240, 180, 60, EX_PROOF_SHARE, 0.6 },
  /* 0.5 M x 80 % + 0.25 M x 100 % */
  { "acquire in value", EX_DRIVER_ACQUIRE, EX_MEASURE_VALUE, 750000, 650000, 1000000, 1500000, 500000, EX_PROOF_SHARE, 500.0 / 650 },
  { "acquire in customers: above 1 all of it can be true", EX_DRIVER_ACQUIRE, EX_MEASURE_CUSTOMERS, 20, 16, 100, 130, 30, EX_PROOF_SHARE, 30.0 / 16 },
  { "expand went the other way in value", EX_DRIVER_EXPAND, EX_MEASURE_VALUE, 100000, 25000, 200000, -100000, -300000, EX_PROOF_OTHER_WAY, NAN },
  { "expand went the other way in customers", EX_DRIVER_EXPAND, EX_MEASURE_CUSTOMERS, 5, 1.25, 30, -10, -40, EX_PROOF_OTHER_WAY, NAN },
  { "win back: claimed, nothing of it realised", EX_DRIVER_WIN_BACK, EX_MEASURE_VALUE, 70000, 0, 50000, 50000, 0, EX_PROOF_NO_CLAIM, NAN },
  { "win back: nothing claimed in customers", EX_DRIVER_WIN_BACK, EX_MEASURE_CUSTOMERS, 0, 0, 10, 10, 0, EX_PROOF_NO_CLAIM, NAN },
};

static void
assert_proof (const ExDriverProof *proof, const Expected *expected)
{
  g_test_message ("%s", expected->name);
  assert_close (proof->claimed, expected->claimed);
  assert_close (proof->realised, expected->realised);
  assert_close (proof->before, expected->before);
  assert_close (proof->now, expected->now);
  assert_close (proof->change, expected->change);
  g_assert_cmpint (proof->proof, ==, expected->proof);
  assert_close (proof->proven, expected->proven);
}

static void
test_by_hand (void)
{
  g_autoptr (ExCompany) company = make_company (example);
  ExCycleAsset asset = make_asset ();
  g_autoptr (ExClaims) claims = ex_claims_new (company, &asset);

  for (gsize i = 0; i < G_N_ELEMENTS (by_hand); i++)
    assert_proof (&claims->drivers[by_hand[i].driver].proof[by_hand[i].measure], &by_hand[i]);
}

static void
test_listed (void)
{
  g_autoptr (ExCompany) company = make_company (example);
  g_autoptr (ExClaims) claims = ex_claims_new (company, NULL);
  g_autofree char *retain = order_of (claims, company, EX_DRIVER_RETAIN);
  g_autofree char *acquire = order_of (claims, company, EX_DRIVER_ACQUIRE);
  const ExClaim *over = find_claim (claims, company, EX_DRIVER_RETAIN, "over");
  const ExClaim *silent = find_claim (claims, company, EX_DRIVER_RETAIN, "silent");

  g_assert_cmpstr (retain, ==, "top mid- alone low- silent over");
  g_assert_cmpstr (acquire, ==, "low over");
  g_assert_false (over->stated[EX_MEASURE_VALUE]);
  g_assert_true (over->stated[EX_MEASURE_CUSTOMERS]);
  g_assert_cmpfloat (over->score, ==, 1);
  g_assert_cmpfloat (over->realised[EX_MEASURE_CUSTOMERS], ==, 50);
  g_assert_cmpfloat (silent->score, ==, 0);
  g_assert_cmpfloat (silent->claimed[EX_MEASURE_VALUE], ==, 300000);
  g_assert_cmpfloat (silent->realised[EX_MEASURE_VALUE], ==, 0);
}

/* Only those stated in the measure. */
static void
assert_order (const ExClaims *claims, const ExCompany *company, ExMeasure measure, const char *expected)
{
  const ExDriverClaims *driver = &claims->drivers[EX_DRIVER_RETAIN];
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < driver->order[measure]->len; i++)
    {
      const ExClaim *claim = &g_array_index (driver->claims, ExClaim, g_array_index (driver->order[measure], guint, i));

      g_string_append_printf (order, "%s ", ex_company_get_objective (company, claim->objective)->id);
    }
  g_assert_cmpstr (order->str, ==, expected);
}

static void
test_orders (void)
{
  g_autoptr (ExCompany) company = make_company (example);
  ExCycleAsset asset = make_asset ();
  g_autoptr (ExClaims) claims = ex_claims_new (company, &asset);

  assert_order (claims, company, EX_MEASURE_VALUE, "top mid alone low silent ");
  assert_order (claims, company, EX_MEASURE_CUSTOMERS, "top over low silent ");
}

static void
test_ties (void)
{
  const Row rows[] = {
    { "d", NULL, 1, { { EX_DRIVER_RETAIN, 100, NONE } } },
    { "b", NULL, 1, { { EX_DRIVER_RETAIN, 100, 5 } } },
    { "c", NULL, 1, { { EX_DRIVER_RETAIN, 100, 5 } } },
    { "a", NULL, 1, { { EX_DRIVER_RETAIN, NONE, 9 } } },
    { "e", NULL, 1, { { EX_DRIVER_RETAIN, 100, 7 } } },
    { NULL }
  };
  g_autoptr (ExCompany) company = make_company (rows);
  g_autoptr (ExClaims) claims = ex_claims_new (company, NULL);
  g_autofree char *order = order_of (claims, company, EX_DRIVER_RETAIN);

  g_assert_cmpstr (order, ==, "e b c d a");
}

static void
test_against (void)
{
  g_autoptr (ExCompany) company = make_company (example);
  ExCycleAsset asset = make_asset ();
  g_autoptr (ExClaims) claims = NULL;
  const ExClaim *alone;

  asset.movement.lost.value = 2500000; /* losses rose in value, and fell in customers */
  claims = ex_claims_new (company, &asset);
  g_assert_cmpint (claims->drivers[EX_DRIVER_RETAIN].proof[EX_MEASURE_VALUE].proof, ==, EX_PROOF_OTHER_WAY);
  alone = find_claim (claims, company, EX_DRIVER_RETAIN, "alone");
  g_assert_true (alone->against[EX_MEASURE_VALUE]);
  g_assert_false (alone->against[EX_MEASURE_CUSTOMERS]);
  g_assert_true (find_claim (claims, company, EX_DRIVER_RETAIN, "low")->against[EX_MEASURE_VALUE]); /* counted or not */
  g_assert_true (find_claim (claims, company, EX_DRIVER_RETAIN, "silent")->against[EX_MEASURE_VALUE]);
  g_assert_false (find_claim (claims, company, EX_DRIVER_RETAIN, "over")->against[EX_MEASURE_VALUE]); /* claims no value */
  g_assert_false (find_claim (claims, company, EX_DRIVER_ACQUIRE, "low")->against[EX_MEASURE_VALUE]);
  g_assert_true (find_claim (claims, company, EX_DRIVER_EXPAND, "alone")->against[EX_MEASURE_CUSTOMERS]);
}

/* --- what is put on a year, and what is not known ---------------------------------------------------------------------------------- */

static void
test_half_a_year (void)
{
  g_autoptr (ExCompany) company = make_company (example);
  ExCycleAsset asset = make_asset ();
  g_autoptr (ExClaims) claims = NULL;
  const ExDriverProof *proof;

  asset.last.index = MONTH (2026, 6);
  claims = ex_claims_new (company, &asset);
  proof = &claims->drivers[EX_DRIVER_RETAIN].proof[EX_MEASURE_VALUE];
  g_assert_cmpuint (claims->months, ==, 6);
  assert_close (proof->before, 4800000);
  assert_close (proof->now, 3600000);
  assert_close (proof->change, 1200000);
  assert_close (proof->proven, 12.0 / 11);
  g_assert_cmpint (proof->moved_before, ==, 2400000);
  g_assert_cmpint (proof->moved_now, ==, 1800000);

  asset.first = asset.last = (ExPeriod) { EX_GRAIN_QUARTER, 2026 * 4 };
  g_clear_pointer (&claims, ex_claims_free);
  claims = ex_claims_new (company, &asset);
  g_assert_cmpuint (claims->months, ==, 3);
  assert_close (claims->drivers[EX_DRIVER_RETAIN].proof[EX_MEASURE_CUSTOMERS].change, 240);

  asset.first = asset.last = (ExPeriod) { EX_GRAIN_YEAR, 2026 };
  g_clear_pointer (&claims, ex_claims_free);
  claims = ex_claims_new (company, &asset);
  g_assert_cmpuint (claims->months, ==, 12);
}

static void
assert_unknown (const ExClaims *claims)
{
  for (int driver = 0; driver < EX_N_DRIVERS; driver++)
    for (int measure = 0; measure < EX_N_MEASURES; measure++)
      {
        const ExDriverProof *proof = &claims->drivers[driver].proof[measure];

        g_assert_cmpint (proof->proof, ==, EX_PROOF_NO_BEFORE);
        g_assert_true (isnan (proof->before) && isnan (proof->change) && isnan (proof->proven));
      }
}

static void
test_no_span_before (void)
{
  g_autoptr (ExCompany) company = make_company (example);
  ExCycleAsset asset = make_asset ();
  g_autoptr (ExClaims) without = ex_claims_new (company, NULL);
  g_autoptr (ExClaims) no_before = NULL;
  g_autoptr (ExClaims) outside = NULL;

  assert_unknown (without);
  assert_close (without->drivers[EX_DRIVER_RETAIN].proof[EX_MEASURE_VALUE].realised, 1100000);
  asset.has_before = FALSE;
  no_before = ex_claims_new (company, &asset);
  assert_unknown (no_before);
  assert_close (no_before->drivers[EX_DRIVER_RETAIN].proof[EX_MEASURE_VALUE].now, 1800000);
  asset.has_before = TRUE;
  asset.in_cycle = FALSE; /* another span than the cycle's says nothing of its claims */
  outside = ex_claims_new (company, &asset);
  assert_unknown (outside);
  g_assert_cmpuint (outside->months, ==, 0);
}

static void
test_nothing_claimed (void)
{
  const Row rows[] = {
    { "named only", NULL, 1, { { EX_DRIVER_RETAIN, NONE, NONE } } },
    { "below it", "named only", 1, { { EX_DRIVER_ACQUIRE, 100, NONE } } },
    { "parent gone", "nowhere", 1, { { EX_DRIVER_ACQUIRE, 50, NONE } } },
    { NULL }
  };
  g_autoptr (ExCompany) company = make_company (rows);
  ExCycleAsset asset = make_asset ();
  g_autoptr (ExClaims) claims = ex_claims_new (company, &asset);

  g_assert_cmpuint (claims->drivers[EX_DRIVER_RETAIN].claims->len, ==, 0);
  g_assert_cmpint (claims->drivers[EX_DRIVER_RETAIN].proof[EX_MEASURE_VALUE].proof, ==, EX_PROOF_NO_CLAIM);
  assert_close (claims->drivers[EX_DRIVER_ACQUIRE].proof[EX_MEASURE_VALUE].realised, 150);
}

/* --- why this number ------------------------------------------------------------------------------------------------------------------ */

static void
test_explained (void)
{
  static const struct { ExDriver driver; ExMeasure measure; const char *text; } cases[] = {
    { EX_DRIVER_RETAIN, EX_MEASURE_VALUE,
      "Claimed a year: 18,000.00 € + 8,000.00 € + 3,000.00 € = 29,000.00 €\n"
      "Not counted: claims below objectives that claim the same driver = 2\n"
      "Realised: times the score, at most 100 %: 18,000.00 € × 50.0 % + 8,000.00 € × 25.0 % + 3,000.00 € × 0.0 % = 11,000.00 €\n"
      "Lost in the span before, a year: Jan 2025 to Dec 2025 = 24,000.00 €\n"
      "Lost in the cycle, a year: Jan 2026 to Dec 2026 = 18,000.00 €\n"
      "Ledger change: 24,000.00 € − 18,000.00 € = 6,000.00 €\n"
      "Proven share: 6,000.00 € ÷ 11,000.00 € = 54.5 %\n" },
    { EX_DRIVER_ACQUIRE, EX_MEASURE_CUSTOMERS,
      "Claimed a year: 20\n"
      "Realised: times the score, at most 100 %: 20 × 80.0 % = 16\n"
      "New in the span before, a year: Jan 2025 to Dec 2025 = 100\n"
      "New in the cycle, a year: Jan 2026 to Dec 2026 = 130\n"
      "Ledger change: 130 − 100 = 30\n"
      "Proven share: 30 ÷ 16 = 187.5 %\n" },
    { EX_DRIVER_EXPAND, EX_MEASURE_CUSTOMERS,
      "Claimed a year: 5\n"
      "Realised: times the score, at most 100 %: 5 × 25.0 % = 1.25\n"
      "Expanded less contracted in the span before, a year: Jan 2025 to Dec 2025 = 30\n"
      "Expanded less contracted in the cycle, a year: Jan 2026 to Dec 2026 = −10\n"
      "Ledger change: −10 − 30 = −40\n"
      "Proven share: the ledger change is below 0 = moved the other way\n" },
  };
  g_autoptr (ExCompany) company = make_company (example);
  ExCycleAsset asset = make_asset ();
  g_autoptr (ExClaims) claims = ex_claims_new (company, &asset);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ExWorking) working = ex_working_new ();
      g_autofree char *text = NULL;

      ex_claims_explain (claims, cases[i].driver, cases[i].measure, "EUR", working);
      text = ex_working_to_text (working);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
  ex_claims_explain (claims, EX_DRIVER_RETAIN, EX_MEASURE_VALUE, "EUR", NULL); /* nobody asked */
}

static char *
explain (const Row *rows, const ExCycleAsset *asset, ExDriver driver)
{
  g_autoptr (ExCompany) company = make_company (rows);
  g_autoptr (ExClaims) claims = ex_claims_new (company, asset);
  g_autoptr (ExWorking) working = ex_working_new ();

  ex_claims_explain (claims, driver, EX_MEASURE_CUSTOMERS, "EUR", working);
  return ex_working_to_text (working);
}

/* A long sum, half a year, a driver below 0 before, and what is not known. */
static void
test_explained_further (void)
{
  static const Row rows[] = {
    { "a", NULL, 1, { { EX_DRIVER_EXPAND, NONE, 90 } } }, { "b", NULL, 0.5, { { EX_DRIVER_EXPAND, NONE, 80 } } },
    { "c", NULL, 1, { { EX_DRIVER_EXPAND, NONE, 70 } } }, { "d", NULL, 1, { { EX_DRIVER_EXPAND, NONE, 60 } } },
    { "e", NULL, 1, { { EX_DRIVER_EXPAND, NONE, 50 } } }, { "f", NULL, 1, { { EX_DRIVER_EXPAND, NONE, 40 } } },
    { "g", NULL, 0.5, { { EX_DRIVER_EXPAND, NONE, 30 } } }, { "h", NULL, 1, { { EX_DRIVER_EXPAND, NONE, 20 } } },
    { NULL }
  };
  ExCycleAsset asset = make_asset ();
  g_autofree char *text = NULL, *unknown = NULL, *none = NULL;

  asset.last.index = MONTH (2026, 6);
  asset.before.contracted.customers = 60;
  asset.movement.contracted.customers = 0;
  text = explain (rows, &asset, EX_DRIVER_EXPAND);
  g_assert_cmpstr (text, ==,
                   "Claimed a year: 90 + 80 + 70 + 60 + 50 + 40 + 50 of 2 more = 440\n"
                   "Realised: times the score, at most 100 %: 90 × 100.0 % + 80 × 50.0 % + 70 × 100.0 % + 60 × 100.0 % + 50 × 100.0 % + 40 × 100.0 % + "
                   "35 of 2 more = 385\n"
                   "Expanded less contracted in the span before, a year: Jul 2025 to Dec 2025: −10 × 12 ÷ 6 = −20\n"
                   "Expanded less contracted in the cycle, a year: Jan 2026 to Jun 2026: 30 × 12 ÷ 6 = 60\n"
                   "Ledger change: 60 − (−20) = 80\n"
                   "Proven share: 80 ÷ 385 = 20.8 %\n");
  asset.has_before = FALSE;
  unknown = explain (rows, &asset, EX_DRIVER_ACQUIRE);
  g_assert_cmpstr (unknown, ==,
                   "Claimed a year: no objective claims it = 0\n"
                   "New in the span before, a year: the ledger does not reach back to a span before with its own opening = –\n"
                   "New in the cycle, a year: Jan 2026 to Jun 2026: 130 × 12 ÷ 6 = 260\n"
                   "Proven share: there is no span before to compare with = –\n");
  none = explain (rows, NULL, EX_DRIVER_WIN_BACK);
  g_assert_cmpstr (none, ==,
                   "Claimed a year: no objective claims it = 0\n"
                   "Won back in the span before, a year: the ledger has no complete period of the cycle = –\n"
                   "Proven share: there is no span before to compare with = –\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claims/a-worked-example", test_by_hand);
  g_test_add_func ("/claims/all-are-listed-the-largest-first", test_listed);
  g_test_add_func ("/claims/in-order-by-value-and-by-customers", test_orders);
  g_test_add_func ("/claims/ties-by-customers-then-id", test_ties);
  g_test_add_func ("/claims/a-driver-that-moved-the-other-way-flags-its-objectives", test_against);
  g_test_add_func ("/claims/other-spans-are-put-on-a-year", test_half_a_year);
  g_test_add_func ("/claims/without-a-span-before-nothing-is-proven", test_no_span_before);
  g_test_add_func ("/claims/nothing-claimed", test_nothing_claimed);
  g_test_add_func ("/claims/explained", test_explained);
  g_test_add_func ("/claims/explained-where-it-is-long-or-unknown", test_explained_further);
  return g_test_run ();
}
