#include "config.h"

#include "ex-sample.h"

#include "core/ex-money.h"
#include "core/ex-quantity.h"
#include "ex-import.h"
#include "ex-sample-resources.h"
#include "ex-sample-reviews.h"
#include "store/ex-store-asset.h"
#include "store/ex-store-reviews.h"
#include "store/ex-store-rewards.h"

#include <glib/gi18n-lib.h>

#define CYCLE "sample" /* its id */

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", EX_SAMPLE_RESOURCE, name);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (ex_sample_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  /* Compiled in: it cannot be missing in a program that was built. */
  if (bytes == NULL)
    g_error ("%s", error->message);

  return bytes;
}

/* The one row behind the heading of a small file. (transfer full) as many strings as it has fields */
static char **
load_row (const char *name)
{
  g_autoptr (GBytes) bytes = load (name);
  g_autoptr (ExCsvReader) reader = ex_csv_reader_new (bytes, "UTF-8", NULL);
  g_autoptr (GPtrArray) row = g_ptr_array_new ();

  g_assert (reader != NULL && ex_csv_reader_next (reader, NULL) && ex_csv_reader_next (reader, NULL));
  for (guint i = 0; i < ex_csv_reader_n_fields (reader); i++)
    {
      ExField field = ex_csv_reader_get_field (reader, i);

      g_ptr_array_add (row, g_strndup (field.text, field.length));
    }
  g_ptr_array_add (row, NULL);

  return (char **) g_ptr_array_steal (row, NULL);
}

ExCompanyInfo *
ex_sample_info (void)
{
  g_auto (GStrv) row = load_row ("company.csv");

  g_assert (g_strv_length (row) >= 2);

  return ex_company_info_new (row[0], row[1]);
}

static gboolean
add_cycle (ExStore *store, GError **error)
{
  g_auto (GStrv) row = load_row ("cycle.csv");
  g_autoptr (ExCycle) cycle = NULL;

  g_assert (g_strv_length (row) >= 5 + EX_N_OPEN_PHASES);
  cycle = ex_cycle_new (CYCLE, row[0], ex_day_parse (row[1]), ex_day_parse (row[2]));
  g_strfreev (cycle->tops);
  cycle->tops = g_strsplit (row[3], " ", -1);
  for (guint i = 0; i < EX_N_OPEN_PHASES; i++)
    cycle->until[i] = ex_day_parse (row[4 + i]);
  cycle->board = g_strdup (row[4 + EX_N_OPEN_PHASES]);

  return ex_store_save_cycle (store, cycle, error);
}

/* Believable only if each was written down on its day: today they would all be late. */
static void
record_on_their_days (GArray *check_ins)
{
  for (guint i = 0; i < check_ins->len; i++)
    {
      ExCheckInRow *row = &g_array_index (check_ins, ExCheckInRow, i);

      row->recorded = row->day;
    }
}

static gboolean
import (ExStore *store, ExImportWhat what, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = load (name);
  ExImportOptions options = { .kind = -1 };
  g_autoptr (ExImportPlan) plan = ex_import_prepare_bytes (store, what, name, bytes, NULL, &options, error);

  if (plan == NULL)
    return FALSE;
  if (!ex_import_plan_is_good (plan))
    {
      g_autofree char *problems = ex_problems_to_text (plan->problems, name);

      g_set_error (error, EX_STORE_ERROR, EX_STORE_ERROR_REFUSED, _("The sample company cannot be built: %s"), problems);
      return FALSE;
    }
  if (plan->check_ins != NULL)
    record_on_their_days (plan->check_ins);

  return ex_import_apply (store, plan, name, &options, FALSE, NULL, error);
}

/* In the order of the file: what the ledger is complete to, the final periods, margin and discount in percent. */
static gboolean
add_marks (ExStore *store, GError **error)
{
  g_auto (GStrv) row = load_row ("asset.csv");
  g_auto (GStrv) final = NULL;
  int margin, discount;

  g_assert (g_strv_length (row) >= 4 && ex_basis_points_parse (row[2], &margin, NULL) && ex_basis_points_parse (row[3], &discount, NULL));
  if (!ex_store_set_complete_to (store, ex_day_parse (row[0]), error) || !ex_store_set_lifetime_terms (store, margin, discount, error))
    return FALSE;
  final = g_strsplit (row[1], " ", -1);
  for (guint i = 0; final[i] != NULL; i++)
    {
      ExPeriod period;

      if (!ex_period_parse (final[i], &period) || !ex_store_set_final (store, period, TRUE, error))
        return FALSE;
    }

  return TRUE;
}

/* Said after they had left: customer and reason, a row each. */
static gboolean
add_reasons (ExStore *store, GError **error)
{
  g_autoptr (GBytes) bytes = load ("reasons.csv");
  g_autoptr (ExCsvReader) reader = ex_csv_reader_new (bytes, "UTF-8", NULL);

  g_assert (reader != NULL && ex_csv_reader_next (reader, NULL));
  while (ex_csv_reader_next (reader, NULL))
    {
      ExField fields[] = { ex_csv_reader_get_field (reader, 0), ex_csv_reader_get_field (reader, 1) };
      g_autofree char *customer = g_strndup (fields[0].text, fields[0].length);
      g_autofree char *reason = g_strndup (fields[1].text, fields[1].length);

      if (!ex_store_give_reason (store, customer, NULL, reason, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_terms (ExStore *store, GError **error)
{
  g_auto (GStrv) row = load_row ("rewards.csv");
  g_autoptr (ExRewardTerms) terms = ex_reward_terms_new ();
  GArray *curve;

  g_assert (g_strv_length (row) >= 6);
  curve = ex_curve_parse (row[0], error);
  if (curve == NULL)
    return FALSE;
  g_clear_pointer (&terms->curve, g_array_unref);
  terms->curve = curve;
  terms->measure = g_str_equal (row[1], "customers") ? EX_MEASURE_CUSTOMERS : EX_MEASURE_VALUE;
  terms->gate = g_ascii_strtod (row[2], NULL);

  return ex_money_parse (row[3], ex_store_get_info (store)->exponent, &terms->pool, error)
         && ex_basis_points_parse (row[4], &terms->company_share, error) && ex_basis_points_parse (row[5], &terms->cap, error)
         && ex_store_save_reward_terms (store, CYCLE, terms, error);
}

static gboolean
add_reviews (ExStore *store, GError **error)
{
  g_autoptr (GBytes) reviews = load ("reviews.csv");
  g_autoptr (GBytes) ratings = load ("ratings.csv");

  return ex_sample_fill_reviews (store, CYCLE, reviews, ratings, error);
}

gboolean
ex_sample_fill (ExStore *store, GError **error)
{
  g_return_val_if_fail (store != NULL, FALSE);

  if (!ex_store_begin (store, N_("Build the sample company"), error))
    return FALSE;

  if (!import (store, EX_IMPORT_LEADERS, "leaders.csv", error) || !add_cycle (store, error)
      || !import (store, EX_IMPORT_OBJECTIVES, "objectives.csv", error) || !import (store, EX_IMPORT_CHECK_INS, "check-ins.csv", error)
      || !import (store, EX_IMPORT_CUSTOMERS, "customers.csv", error)
      || !add_reasons (store, error) || !add_marks (store, error) || !add_terms (store, error) || !add_reviews (store, error))
    {
      ex_store_rollback (store);
      return FALSE;
    }

  return ex_store_commit (store, error);
}
