/* The customer asset as it is looked at: read in one pass over the ledger, none of whose cells are kept. */
#include "config.h"

#include "ex-store-asset.h"

#include "core/ex-entered-movements.h"
#include "core/ex-error.h"
#include "ex-column.h"
#include "ex-store-private.h"

gboolean
ex_store_read_lifetime_terms (ExStore *self,
                              int     *margin,
                              int     *discount,
                              GError **error)
{
  g_autoptr (ExStatement) row = ex_database_prepare (self->db, "SELECT margin, discount FROM asset_terms", error);
  int found = row != NULL ? ex_row_find (row, error) : -1;

  *margin = found > 0 ? (int) ex_column_int_or (row, 0, -1) : -1;
  *discount = found > 0 ? (int) ex_column_int_or (row, 1, -1) : -1;
  return found >= 0;
}

static char **
list_names (const ExLedger *ledger,
            guint           n,
            const char  *(* get) (const ExLedger *, guint))
{
  char **names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = g_strdup (get (ledger, i));
  return names;
}

static gboolean
fill_from_ledger (ExAsset        *asset,
                  const ExLedger *ledger,
                  const ExCycle  *cycle,
                  GError        **error)
{
  ExLedgerCensus census = { 0 };
  GPtrArray *spans = NULL;

  asset->cycle = ex_cycle_asset_walk (ledger, asset->marks, cycle, &spans, &census, error);
  if (asset->cycle == NULL)
    return FALSE;
  g_ptr_array_unref (asset->spans);
  asset->spans = spans;
  asset->kind = ex_ledger_get_kind (ledger);
  asset->grain = ex_ledger_get_grain (ledger);
  asset->n_rows = census.n_cells;
  asset->n_customers = census.n_customers;
  g_strfreev (asset->segments);
  asset->segments = list_names (ledger, ex_ledger_n_segments (ledger), ex_ledger_get_segment);
  g_strfreev (asset->reasons);
  asset->reasons = list_names (ledger, ex_ledger_n_reasons (ledger), ex_ledger_get_reason);
  return TRUE;
}

static gboolean
fill_from_movements (ExAsset       *asset,
                     const GArray  *movements,
                     const ExCycle *cycle,
                     GError       **error)
{
  GPtrArray *spans;

  asset->entered = TRUE;
  asset->grain = g_array_index (movements, ExEnteredMovement, 0).period.grain;
  spans = ex_entered_movements_to_spans (movements, asset->grain, asset->marks, error);
  if (spans == NULL)
    return FALSE;
  g_ptr_array_unref (asset->spans);
  asset->spans = spans;
  asset->cycle = ex_cycle_asset_from_movements (movements, asset->marks, cycle, error);
  return asset->cycle != NULL;
}

/* TRUE: *@filled says whether there was anything. The rules' errors are EX_ERROR's. */
static gboolean
fill (ExStore       *self,
      ExAsset       *asset,
      const ExCycle *cycle,
      GCancellable  *cancellable,
      gboolean      *filled,
      GError       **error)
{
  g_autoptr (ExLedger) ledger = NULL;
  g_autoptr (GArray) movements = NULL;
  GError *failure = NULL;

  ledger = ex_store_open_ledger (self, cancellable, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  *filled = ledger != NULL && ex_ledger_n_columns (ledger) > 0;
  if (*filled)
    return fill_from_ledger (asset, ledger, cycle, error);

  movements = ex_store_list_movements (self, error);
  if (movements == NULL)
    return FALSE;
  *filled = movements->len > 0;
  return !*filled || fill_from_movements (asset, movements, cycle, error);
}

static ExAsset *
read_asset (ExStore       *self,
            const ExCycle *cycle,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (ExAsset) asset = ex_asset_new ();
  ExLedgerMarks *marks = ex_store_read_marks (self, error);
  gboolean filled;

  if (marks == NULL)
    return NULL;
  ex_ledger_marks_free (asset->marks);
  asset->marks = marks;
  if (!ex_store_read_lifetime_terms (self, &asset->margin, &asset->discount, error)
      || !fill (self, asset, cycle, cancellable, &filled, error))
    return NULL;
  return filled ? g_steal_pointer (&asset) : NULL;
}

ExAsset *
ex_store_read_asset (ExStore       *self,
                     const ExCycle *cycle,
                     GCancellable  *cancellable,
                     GError       **error)
{
  GError *failure = NULL;
  ExAsset *asset;

  g_return_val_if_fail (self != NULL, NULL);

  if (!ex_store_begin_read (self, error))
    return NULL;
  asset = read_asset (self, cycle, cancellable, &failure);
  ex_store_end_read (self);
  if (failure != NULL)
    ex_store_take_rule_error (failure, error);
  return asset;
}
