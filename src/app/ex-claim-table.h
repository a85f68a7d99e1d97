/* The claims of a driver as a table: a row a claim, largest first. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-claims.h"

G_BEGIN_DECLS

#define EX_TYPE_CLAIM_ROW (ex_claim_row_get_type ())
G_DECLARE_FINAL_TYPE (ExClaimRow, ex_claim_row, EX, CLAIM_ROW, GObject)

const ExObjective *ex_claim_row_get_objective (ExClaimRow *self);

/* Holds what it shows of @claims, which nothing changes. Without those that claim nothing of @measure. (transfer full) */
GListModel        *ex_claim_rows_new          (ExCompany *company, const ExDriverClaims *claims, ExMeasure measure);
/* Columns for ExClaimRow. */
void               ex_claim_table_columns     (GtkColumnView *view);

G_END_DECLS
