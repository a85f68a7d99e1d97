#include "config.h"

#include "ex-claim-table.h"

#include "company/ex-claims-words.h"
#include "core/ex-format.h"
#include "ex-columns.h"
#include "ex-lazy-rows.h"

#include <glib/gi18n.h>

/* Shared by the rows of a list. */
typedef struct
{
  ExCompany     *company;
  ExDriverClaims driver; /* of it only the claims are held */
  ExMeasure      measure;
} Claims;

struct _ExClaimRow
{
  GObject  parent_instance;

  Claims  *claims;
  guint    index;
};

G_DEFINE_FINAL_TYPE (ExClaimRow, ex_claim_row, G_TYPE_OBJECT)

static void
claims_clear (gpointer data)
{
  Claims *claims = data;

  g_array_unref (claims->driver.claims);
  ex_company_unref (claims->company);
}

static void
claims_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, claims_clear);
}

static void
ex_claim_row_finalize (GObject *object)
{
  g_clear_pointer (&EX_CLAIM_ROW (object)->claims, claims_unref);
  G_OBJECT_CLASS (ex_claim_row_parent_class)->finalize (object);
}

static void
ex_claim_row_class_init (ExClaimRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ex_claim_row_finalize;
}

static void
ex_claim_row_init (ExClaimRow *self)
{
}

static const ExClaim *
claim_of (const ExClaimRow *self)
{
  return &g_array_index (self->claims->driver.claims, ExClaim, self->index);
}

const ExObjective *
ex_claim_row_get_objective (ExClaimRow *self)
{
  g_return_val_if_fail (EX_IS_CLAIM_ROW (self), NULL);

  return ex_company_get_objective (self->claims->company, claim_of (self)->objective);
}

static gpointer
row_of (gpointer data, guint index)
{
  ExClaimRow *row = g_object_new (EX_TYPE_CLAIM_ROW, NULL);

  row->claims = g_atomic_rc_box_acquire ((Claims *) data);
  row->index = index;
  return row;
}

GListModel *
ex_claim_rows_new (ExCompany *company, const ExDriverClaims *driver, ExMeasure measure)
{
  Claims *claims = g_atomic_rc_box_new0 (Claims);

  claims->company = ex_company_ref (company);
  claims->driver = *driver;
  g_array_ref (claims->driver.claims);
  claims->measure = measure;
  return ex_lazy_rows_new (EX_TYPE_CLAIM_ROW, g_array_ref (driver->order[measure]), row_of, claims, claims_unref);
}

/* --- cells ---------------------------------------------------------------------------------------------------------------- */

static char *
title_text (gpointer item, gpointer data)
{
  return g_strdup (ex_claim_row_get_objective (item)->title);
}

static char *
leader_text (gpointer item, gpointer data)
{
  const ExClaimRow *row = item;
  const char *id = ex_claim_row_get_objective (item)->leader_id;
  int leader = ex_company_find_leader (row->claims->company, id);

  return g_strdup (leader >= 0 ? ex_company_get_leader (row->claims->company, (guint) leader)->name : id);
}

static char *
amount_of (const ExClaimRow *row, double amount)
{
  return ex_claims_words_amount (amount, row->claims->measure, ex_company_get_info (row->claims->company)->currency);
}

static char *
claimed_text (gpointer item, gpointer data)
{
  const ExClaimRow *row = item;

  return amount_of (row, claim_of (row)->claimed[row->claims->measure]);
}

static char *
score_text (gpointer item, gpointer data)
{
  return ex_format_percent (claim_of (item)->score);
}

static char *
realised_text (gpointer item, gpointer data)
{
  const ExClaimRow *row = item;

  return amount_of (row, claim_of (row)->realised[row->claims->measure]);
}

static char *
flag_text (gpointer item, gpointer data)
{
  const ExClaimRow *row = item;
  const ExClaim *claim = claim_of (row);

  if (claim->against[row->claims->measure])
    return g_strdup (_("▲ moved the other way"));
  return g_strdup (claim->counted ? "" : _("counted in the objective above it"));
}

void
ex_claim_table_columns (GtkColumnView *view)
{
  static const struct { const char *title; gboolean numeric; ExCellText text; int width; } columns[] = {
    { N_("Objective"), FALSE, title_text, 200 }, /* and all that is left */
    { N_("Leader"), FALSE, leader_text, 210 },
    { N_("Claimed a year"), TRUE, claimed_text, 0 },
    { N_("Score"), TRUE, score_text, 0 },
    { N_("Realised"), TRUE, realised_text, 0 },
    { N_("Flag"), FALSE, flag_text, 220 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkColumnViewColumn *column = ex_columns_append_text (view, _(columns[i].title), EX_COLUMN_UNSORTED, columns[i].numeric, columns[i].text, NULL);

      gtk_column_view_column_set_resizable (column, TRUE);
      if (columns[i].width > 0)
        gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_column_set_expand (column, i == 0);
    }
}
