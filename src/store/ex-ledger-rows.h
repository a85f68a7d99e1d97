/* A layer of the ledger as it is kept: packed columns, little-endian on every machine. */
#pragma once

#include "core/ex-ledger.h"
#include "ex-store-private.h"

G_BEGIN_DECLS

typedef struct
{
  gint64    import;
  gboolean  adds;
  ExLedger *ledger;
} ExLayer;

/* (transfer full) (element-type ExLayer) those that count, the lowest first. */
GArray   *ex_layers_read  (ExDatabase *database, GError **error);
gboolean  ex_layer_insert (ExDatabase *database, const ExLayer *layer, GError **error);

G_END_DECLS
