/* A company in which one leader's objectives claim what a table says, and a year of an asset to hold it against. */
#pragma once

#include "core/ex-claims.h"
#include "core/ex-quantity.h"

#include <string.h>

#define NONE EX_CLAIM_NONE
#define MONTH(year, month) ((year) * 12 + (month) - 1)

typedef struct
{
  const char *id;
  const char *parent; /* (nullable) */
  double      score;  /* NaN: not measured */
  struct { ExDriver driver; gint64 value, customers; } links[3];
} Row;

/* Rows end with one without an id; links end with one without any figure of value 0 and customers 0. */
static inline ExCompany *
make_company (const Row *rows)
{
  GPtrArray *leaders = g_ptr_array_new ();
  GPtrArray *objectives = g_ptr_array_new ();
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (ExReading));
  g_autoptr (GError) error = NULL;
  ExCompany *company;

  g_ptr_array_add (leaders, ex_leader_new ("a", "Ann"));
  for (; rows->id != NULL; rows++)
    {
      ExObjective *objective = ex_objective_new (rows->id, "c", "a", rows->id, EX_KIND_NUMBER);
      ExReading reading = { .measured = !isnan (rows->score), .score = isnan (rows->score) ? 0 : rows->score };

      objective->parent_id = g_strdup (rows->parent);
      for (guint i = 0; i < 3 && (rows->links[i].value != 0 || rows->links[i].customers != 0); i++)
        {
          ExLink link = { rows->links[i].driver, rows->links[i].value, rows->links[i].customers };

          g_array_append_val (objective->links, link);
        }
      g_ptr_array_add (objectives, objective);
      g_array_append_val (readings, reading);
    }
  company = ex_company_new (ex_company_info_new ("Northwind", "EUR"),
                            ex_cycle_new ("c", "FY 2026", ex_day_new (2026, 1, 1), ex_day_new (2026, 12, 31)), ex_day_new (2026, 9, 30), leaders,
                            objectives, readings, &error);
  g_assert_no_error (error);
  return company;
}

/* A year in which losses fell from 240 to 180 customers and from 2.4 to 1.8 M, and expansion turned into contraction. */
static inline ExCycleAsset
make_asset (void)
{
  ExCycleAsset asset = { 0 };

  asset.first = (ExPeriod) { EX_GRAIN_MONTH, MONTH (2026, 1) };
  asset.last = asset.end = (ExPeriod) { EX_GRAIN_MONTH, MONTH (2026, 12) };
  asset.in_cycle = asset.opening_known = asset.has_before = TRUE;
  asset.before.fresh = (ExCount) { 100, 1000000 };
  asset.before.won_back = (ExCount) { 10, 50000 };
  asset.before.lost = (ExCount) { 240, 2400000 };
  asset.before.expanded = (ExCount) { 50, 300000 };
  asset.before.contracted = (ExCount) { 20, 100000 };
  asset.movement.fresh = (ExCount) { 130, 1500000 };
  asset.movement.won_back = (ExCount) { 10, 50000 };
  asset.movement.lost = (ExCount) { 180, 1800000 };
  asset.movement.expanded = (ExCount) { 30, 150000 };
  asset.movement.contracted = (ExCount) { 40, 250000 };
  return asset;
}

static inline char *
order_of (const ExClaims *claims, const ExCompany *company, ExDriver driver)
{
  GString *order = g_string_new (NULL);
  const GArray *list = claims->drivers[driver].claims;

  for (guint i = 0; i < list->len; i++)
    {
      const ExClaim *claim = &g_array_index (list, ExClaim, i);

      g_string_append_printf (order, "%s%s%s", i > 0 ? " " : "", ex_company_get_objective (company, claim->objective)->id,
                              claim->counted ? "" : "-");
    }
  return g_string_free (order, FALSE);
}

static inline void
assert_close (double is, double should)
{
  if (isnan (should))
    g_assert_true (isnan (is));
  else
    g_assert_cmpfloat_with_epsilon (is, should, 1e-9 * MAX (1, fabs (should)));
}
