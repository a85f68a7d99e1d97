/* The sentence that follows from claims held against the ledger. */
#include "config.h"

#include "company/ex-claims-words.h"
#include "core/ex-quantity.h"

#include <math.h>

static ExDriverClaims
make (ExDriver driver, double claimed, double realised, double change, ExProof proof)
{
  ExDriverClaims claims = { .driver = driver };
  ExDriverProof it = { .claimed = claimed, .realised = realised, .change = change, .proof = proof };

  it.proven = proof == EX_PROOF_SHARE ? change / realised : EX_UNSET;
  claims.proof[EX_MEASURE_CUSTOMERS] = it;
  it.claimed *= 1e4, it.realised *= 1e4, it.change *= 1e4; /* hundreds of euros in cents */
  claims.proof[EX_MEASURE_VALUE] = it;
  return claims;
}

static void
test_customers (void)
{
  const struct { ExDriver driver; double claimed, realised, change; ExProof proof; const char *words; } cases[] = {
    { EX_DRIVER_RETAIN, 1800, 1800, 600, EX_PROOF_SHARE,
      "Objectives claim 1,800 customers retained a year; losses fell by 600 customers. At most a third of it can be true." },
    { EX_DRIVER_ACQUIRE, 200, 100, 50, EX_PROOF_SHARE,
      "Objectives claim 100 more new customers a year; new business rose by 50 customers. At most half of it can be true." },
    { EX_DRIVER_ACQUIRE, 1, 1, 2, EX_PROOF_SHARE,
      "Objectives claim 1 more new customer a year; new business rose by 2 customers. The ledger shows more than is claimed." },
    { EX_DRIVER_EXPAND, 10, 10, 10, EX_PROOF_SHARE,
      "Objectives claim 10 more customers expanded a year; expansion rose by 10 customers. The ledger shows as much as is claimed." },
    { EX_DRIVER_WIN_BACK, 10, 10, 0, EX_PROOF_SHARE,
      "Objectives claim 10 customers won back a year; business won back did not change. None of it can be true." },
    { EX_DRIVER_RETAIN, 10, 10, -3, EX_PROOF_OTHER_WAY,
      "Objectives claim 10 customers retained a year; losses rose by 3 customers. The ledger moved the other way: none of it can be true." },
    { EX_DRIVER_WIN_BACK, 10, 10, -1, EX_PROOF_OTHER_WAY,
      "Objectives claim 10 customers won back a year; business won back fell by 1 customer. The ledger moved the other way: none of it can be true." },
    { EX_DRIVER_ACQUIRE, 10, 10, NAN, EX_PROOF_NO_BEFORE,
      "Objectives claim 10 more new customers a year; the ledger has no such span before to compare with." },
    { EX_DRIVER_RETAIN, 10, 0, 5, EX_PROOF_NO_CLAIM, "Objectives claim 10 customers retained a year, of which nothing is realised yet." },
    { EX_DRIVER_RETAIN, 0, 0, 5, EX_PROOF_NO_CLAIM, "No objective claims anything of it; losses fell by 5 customers." },
    { EX_DRIVER_EXPAND, 0, 0, -1, EX_PROOF_NO_CLAIM, "No objective claims anything of it; expansion fell by 1 customer." },
    { EX_DRIVER_EXPAND, 0, 0, NAN, EX_PROOF_NO_CLAIM, "No objective claims anything of it in customers." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ExDriverClaims claims = make (cases[i].driver, cases[i].claimed, cases[i].realised, cases[i].change, cases[i].proof);
      g_autofree char *words = ex_claims_words (&claims, EX_MEASURE_CUSTOMERS, "EUR");

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_value (void)
{
  static const char *const beginnings[] = { "of new business a year", "of retained business a year", "of expanded business a year", "of business won back a year" };

  for (int driver = 0; driver < EX_N_DRIVERS; driver++)
    {
      ExDriverClaims claims = make ((ExDriver) driver, 18000, 18000, 6000, EX_PROOF_SHARE);
      g_autofree char *words = ex_claims_words (&claims, EX_MEASURE_VALUE, "EUR");
      g_autofree char *amount = ex_claims_words_amount (18000e4, EX_MEASURE_VALUE, "EUR");
      g_autofree char *change = ex_claims_words_amount (6000e4, EX_MEASURE_VALUE, "EUR");
      g_autofree char *begin = g_strdup_printf ("Objectives claim %s %s; ", amount, beginnings[driver]);
      g_autofree char *end = g_strdup_printf ("by %s. At most a third of it can be true.", change);

      g_test_message ("%s", words);
      g_assert_true (g_str_has_prefix (words, begin));
      g_assert_true (g_str_has_suffix (words, end));
    }
}

static void
test_fractions (void)
{
  const struct { double share; const char *words; } cases[] = {
    { 0.5, "half" },         { 1 / 3.0, "a third" },   { 0.25, "a quarter" },   { 2 / 3.0, "two thirds" }, { 0.75, "three quarters" },
    { 0.332, "a third" },    { 0.337, "33.7 %" },      { 0.497, "half" },       { 0.504, "50.4 %" },       { 0.494, "49.4 %" },
    { 0.01, "1.0 %" },       { 0.9, "90.0 %" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = ex_claims_words_fraction (cases[i].share);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Rounded to a tenth of a percent, "0.0 %" and "100.0 %" would be false. */
static void
test_nearly (void)
{
  ExDriverClaims little = make (EX_DRIVER_RETAIN, 1e6, 1e6, 1, EX_PROOF_SHARE);
  ExDriverClaims much = make (EX_DRIVER_RETAIN, 1e6, 1e6, 999999, EX_PROOF_SHARE);
  g_autofree char *little_words = ex_claims_words (&little, EX_MEASURE_CUSTOMERS, "EUR");
  g_autofree char *much_words = ex_claims_words (&much, EX_MEASURE_CUSTOMERS, "EUR");

  g_assert_true (g_str_has_suffix (little_words, "Next to nothing of it can be true."));
  g_assert_true (g_str_has_suffix (much_words, "Next to all of it can be true."));
}

static void
test_proven (void)
{
  const struct { ExProof proof; double proven; const char *words; } cases[] = {
    { EX_PROOF_SHARE, 0.3333, "33.3 %" }, { EX_PROOF_SHARE, 1.5, "150.0 %" }, { EX_PROOF_NO_BEFORE, EX_UNSET, "–" },
    { EX_PROOF_NO_CLAIM, EX_UNSET, "–" }, { EX_PROOF_OTHER_WAY, EX_UNSET, "moved the other way" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ExDriverProof proof = { .proof = cases[i].proof, .proven = cases[i].proven };
      g_autofree char *words = ex_claims_words_proven (&proof);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_against (void)
{
  for (int driver = 0; driver < EX_N_DRIVERS; driver++)
    {
      ExDriverClaims claims = { .driver = (ExDriver) driver };
      ExClaim claim = { 0 };
      g_autofree char *none = ex_claims_words_against (&claims, &claim);
      g_autofree char *words = NULL;

      g_assert_null (none);
      claim.against[EX_MEASURE_VALUE] = TRUE;
      words = ex_claims_words_against (&claims, &claim);
      g_assert_true (g_str_has_suffix (words, driver == EX_DRIVER_RETAIN ? "claims that they fell." : "claims that it rose."));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/company/claims-words/in-customers-each-case-has-its-sentence", test_customers);
  g_test_add_func ("/company/claims-words/in-value-each-driver-has-its-own", test_value);
  g_test_add_func ("/company/claims-words/fractions-as-people-say-them", test_fractions);
  g_test_add_func ("/company/claims-words/nearly-is-not-all-or-nothing", test_nearly);
  g_test_add_func ("/company/claims-words/the-proven-share-in-a-cell", test_proven);
  g_test_add_func ("/company/claims-words/a-claim-against-the-ledger-is-told", test_against);
  return g_test_run ();
}
