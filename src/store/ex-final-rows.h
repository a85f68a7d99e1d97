/* Final periods, as they are kept: of any length. Nothing here opens an action. */
#pragma once

#include "core/ex-ledger.h"
#include "core/ex-movement.h"
#include "ex-store-private.h"

G_BEGIN_DECLS

/* (element-type ExPeriod) rising. */
GArray   *ex_final_rows_list (ExDatabase *database, GError **error);

/* Where a company keeps what became of its customers: the ledger, else the movements that were entered. */
typedef struct
{
  ExLedger *ledger;    /* (nullable) */
  GArray   *movements; /* (nullable) (element-type ExEnteredMovement) by period; NULL where there is a ledger, or nothing */
  ExGrain   grain;     /* of either; 0: neither */
  int       first;     /* its first and its last period */
  int       last;
} ExAssetBook;

gboolean  ex_asset_book_read  (ExStore *self, ExAssetBook *book, GError **error);
void      ex_asset_book_clear (ExAssetBook *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExAssetBook, ex_asset_book_clear)

G_END_DECLS
