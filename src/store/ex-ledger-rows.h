/* A layer of the ledger as it is kept: packed columns, little-endian on every machine. */
#pragma once

#include "core/ex-ledger-column.h"
#include "core/ex-ledger-names.h"
#include "ex-digest.h"
#include "ex-store-private.h"

G_BEGIN_DECLS

/* What a layer says of itself, without its customers and columns. */
typedef struct
{
  gint64       import;
  ExLedgerKind kind;
  ExGrain      grain;
  ExOver       over;       /* how it lies over those below */
  gboolean     counts;     /* its import is not undone */
  guint        known;      /* customers numbered over all layers with it; 0: it numbers its own */
  ExNames     *segments;   /* its own numbers */
  ExNames     *reasons;
} ExLayer;

/* (transfer full) (element-type ExLayer) all of them, the lowest first. */
GArray   *ex_layers_read         (ExDatabase *database, GError **error);
/* (transfer full) its customers' names by number; of a layer with known: those that it brought. */
ExNames  *ex_layer_read_customers(ExDatabase *database, const ExLayer *layer, GError **error);
/* Its column of the period @index, checked: its numbers are below @n_customers and the layer's own of segments and reasons. @origins: those, too. */
gboolean  ex_layer_read_column   (ExDatabase *database, const ExLayer *layer, int index, guint n_customers, gboolean origins, ExColumn *column,
                                  GError **error);
/* (transfer full) (element-type int) the periods of its columns, rising. */
GArray   *ex_layer_read_periods  (ExDatabase *database, const ExLayer *layer, GError **error);

/* Inside an open import: first the layer, then its columns by period. @customers: as above. @digest: gets what ex_journal_digest_import() would
 * read back. */
gboolean  ex_layer_insert        (ExDatabase *database, const ExLayer *layer, GBytes *customers, ExDigest *digest, GError **error);
gboolean  ex_layer_insert_column (ExDatabase *database, const ExLayer *layer, const ExColumn *column, ExDigest *digest, GError **error);

gboolean  ex_layer_set_damaged   (const ExLayer *layer, const char *why, GError **error); /* FALSE */

G_END_DECLS
