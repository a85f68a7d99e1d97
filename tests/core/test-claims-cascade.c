/* Claims up and down the cascade: a parent's and its children's are not counted twice. */
#include "config.h"

#include "claims-company.h"

/* --- who stands for whom ------------------------------------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  Row         rows[5];
  const char *order; /* of retain; "-" behind those not counted */
} nested[] = {
  { "a claim far above counts instead",
    { { "a", NULL, 1, { { EX_DRIVER_RETAIN, 9, NONE } } }, { "b", "a", 1, { { EX_DRIVER_ACQUIRE, 8, NONE } } }, { "c", "b", 1, { { 0 } } },
      { "d", "c", 1, { { EX_DRIVER_RETAIN, 7, NONE } } } },
    "a d-" },
  { "siblings both count",
    { { "a", NULL, 1, { { EX_DRIVER_ACQUIRE, 9, NONE } } }, { "b", "a", 1, { { EX_DRIVER_RETAIN, 8, NONE } } },
      { "c", "a", 1, { { EX_DRIVER_RETAIN, 7, NONE } } } },
    "b c" },
  { "one that only names the driver stands for nobody",
    { { "a", NULL, 1, { { EX_DRIVER_RETAIN, NONE, NONE } } }, { "b", "a", 1, { { EX_DRIVER_RETAIN, 8, NONE } } } },
    "b" },
  { "the driver matters, not the measure",
    { { "a", NULL, 1, { { EX_DRIVER_RETAIN, NONE, 3 } } }, { "b", "a", 1, { { EX_DRIVER_RETAIN, 8, NONE } } } },
    "b- a" },
  { "children stand before their parents in the list",
    { { "c", "b", 1, { { EX_DRIVER_RETAIN, 9, NONE } } }, { "b", "a", 1, { { EX_DRIVER_RETAIN, 8, NONE } } },
      { "a", NULL, 1, { { EX_DRIVER_RETAIN, 7, NONE } } } },
    "c- b- a" },
  { "its own parent counts", { { "a", "a", 1, { { EX_DRIVER_RETAIN, 9, NONE } } } }, "a" },
  { "in a circle nobody is above another",
    { { "a", "c", 1, { { EX_DRIVER_RETAIN, 9, NONE } } }, { "b", "a", 1, { { EX_DRIVER_RETAIN, 8, NONE } } },
      { "c", "b", 1, { { EX_DRIVER_RETAIN, 7, NONE } } }, { "d", "c", 1, { { EX_DRIVER_RETAIN, 6, NONE } } } },
    "a b c d-" },
  { "two links of one objective to a driver both count",
    { { "a", NULL, 1, { { EX_DRIVER_RETAIN, 9, NONE }, { EX_DRIVER_RETAIN, 5, NONE } } } },
    "a a" },
};

static void
test_nested (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (nested); i++)
    {
      g_autoptr (ExCompany) company = make_company (nested[i].rows);
      g_autoptr (ExClaims) claims = ex_claims_new (company, NULL);
      g_autofree char *order = order_of (claims, company, EX_DRIVER_RETAIN);

      g_test_message ("%s", nested[i].name);
      g_assert_cmpstr (order, ==, nested[i].order);
    }
}

/* Of a part of the objectives: the others claim nothing and stand in for nobody, so that the topmost of the part counts. */
static void
test_part (void)
{
  static const Row rows[] = {
    { "a", NULL, 1, { { EX_DRIVER_RETAIN, 9, NONE } } }, { "b", "a", 0.5, { { EX_DRIVER_RETAIN, 8, NONE } } }, { "c", "b", 1, { { EX_DRIVER_RETAIN, 7, NONE } } },
    { "d", NULL, 1, { { EX_DRIVER_RETAIN, 6, NONE } } }, { NULL },
  };
  g_autoptr (ExCompany) company = make_company (rows);
  const char *ids[] = { "b", "c", NULL };
  gboolean taken[4] = { FALSE };
  g_autoptr (ExClaims) all = ex_claims_new_of (company, NULL, NULL);
  g_autoptr (ExClaims) part = NULL;
  g_autofree char *whole = order_of (all, company, EX_DRIVER_RETAIN);
  g_autofree char *order = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    taken[ex_company_find_objective (company, ids[i])] = TRUE;
  part = ex_claims_new_of (company, NULL, taken);
  order = order_of (part, company, EX_DRIVER_RETAIN);
  g_assert_cmpstr (whole, ==, "a b- c- d");
  g_assert_cmpstr (order, ==, "b c-");
  g_assert_cmpfloat (part->drivers[EX_DRIVER_RETAIN].proof[EX_MEASURE_VALUE].claimed, ==, 8);
  g_assert_cmpfloat (part->drivers[EX_DRIVER_RETAIN].proof[EX_MEASURE_VALUE].realised, ==, 4);
}

/* Slowly and simply: up through the parents, one by one. */
static gboolean
has_claim_above (const ExCompany *company, const ExObjective *objective, ExDriver driver)
{
  while (objective->parent_id != NULL)
    {
      objective = ex_company_get_objective (company, ex_company_find_objective (company, objective->parent_id));
      for (guint i = 0; i < objective->links->len; i++)
        if (g_array_index (objective->links, ExLink, i).driver == driver)
          return TRUE;
    }
  return FALSE;
}

static Row *
random_rows (guint n, GPtrArray *names)
{
  Row *rows = g_new0 (Row, n + 1);

  for (guint i = 0; i < n; i++)
    {
      char *id = g_strdup_printf ("o%05u", i);

      g_ptr_array_add (names, id);
      rows[i].id = id;
      rows[i].parent = i > 0 && g_test_rand_int_range (0, 4) > 0 ? g_ptr_array_index (names, g_test_rand_int_range (MAX (0, (int) i - 9), (int) i)) : NULL;
      rows[i].score = g_test_rand_int_range (0, 5) == 0 ? NAN : g_test_rand_double_range (0, 1.5);
      for (int k = 0; k < g_test_rand_int_range (0, 3); k++)
        {
          rows[i].links[k].driver = g_test_rand_int_range (0, EX_N_DRIVERS);
          rows[i].links[k].value = g_test_rand_int_range (1, 1000000);
          rows[i].links[k].customers = g_test_rand_bit () ? NONE : g_test_rand_int_range (1, 1000);
        }
    }
  return rows;
}

static void
test_random_cascades (void)
{
  for (int round = 0; round < 300; round++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      g_autofree Row *rows = random_rows (g_test_rand_int_range (1, 60), names);
      g_autoptr (ExCompany) company = make_company (rows);
      ExCycleAsset asset = make_asset ();
      g_autoptr (ExClaims) claims = ex_claims_new (company, &asset);

      for (int driver = 0; driver < EX_N_DRIVERS; driver++)
        {
          const ExDriverClaims *one = &claims->drivers[driver];
          double realised = 0;

          for (guint i = 0; i < one->claims->len; i++)
            {
              const ExClaim *claim = &g_array_index (one->claims, ExClaim, i);
              const ExObjective *objective = ex_company_get_objective (company, claim->objective);

              g_assert_cmpint (claim->counted, ==, !has_claim_above (company, objective, driver));
              g_assert_cmpfloat (claim->realised[EX_MEASURE_VALUE], <=, claim->claimed[EX_MEASURE_VALUE]);
              realised += claim->counted ? claim->realised[EX_MEASURE_VALUE] : 0;
            }
          assert_close (one->proof[EX_MEASURE_VALUE].realised, realised);
          g_assert_cmpfloat (one->proof[EX_MEASURE_VALUE].realised, <=, one->proof[EX_MEASURE_VALUE].claimed + 1e-6);
        }
    }
}

/* 50,000 objectives, one chain of them the deepest there can be. */
static void
test_fifty_thousand (void)
{
  guint n = 50000;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree Row *rows = g_new0 (Row, n + 1);
  g_autoptr (ExCompany) company = NULL;
  g_autoptr (ExClaims) claims = NULL;
  ExCycleAsset asset = make_asset ();
  double seconds;

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("o%05u", n - i));
      rows[i].id = g_ptr_array_index (names, i);
      rows[i].score = 1;
      rows[i].links[0].driver = i % EX_N_DRIVERS;
      rows[i].links[0].value = 1 + i % 977;
      rows[i].links[0].customers = NONE;
    }
  for (guint i = 0; i + 1 < n; i++)
    rows[i].parent = rows[i + 1].id;
  company = make_company (rows);
  g_test_timer_start ();
  claims = ex_claims_new (company, &asset);
  seconds = g_test_timer_elapsed ();
  g_test_message ("%.1f ms", seconds * 1000);
  g_assert_cmpfloat (seconds, <, 1);
  for (int driver = 0; driver < EX_N_DRIVERS; driver++)
    {
      guint counted = 0;

      for (guint i = 0; i < claims->drivers[driver].claims->len; i++)
        counted += g_array_index (claims->drivers[driver].claims, ExClaim, i).counted;
      g_assert_cmpuint (counted, ==, 1); /* the topmost */
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claims/parents-and-children-count-once", test_nested);
  g_test_add_func ("/claims/a-part-stands-for-itself", test_part);
  g_test_add_func ("/claims/any-cascade", test_random_cascades);
  g_test_add_func ("/claims/fifty-thousand-objectives", test_fifty_thousand);
  return g_test_run ();
}
