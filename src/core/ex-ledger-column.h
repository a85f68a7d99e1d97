/* A period's cells, as ledgers are made of them: made, sorted, renumbered, laid over each other. */
#pragma once

#include "ex-ledger.h"

G_BEGIN_DECLS

void ex_column_init  (ExColumn *self, int index, guint n, gboolean with_rows);
void ex_column_copy  (ExColumn *self, const ExColumn *from); /* without rows */
void ex_column_clear (ExColumn *self);                       /* frees its arrays */

/* Puts cells in the order of their customers, of whom no one may be there twice. @order: scratch of [@n_customers], all 0, and left so. */
void ex_column_sort  (ExColumn *self, guint32 *order, guint n_customers);

/* Other numbers for its customers, segments and reasons; NULL: they stay. It is then sorted again, with scratch as above, if need be. */
void ex_column_renumber (ExColumn *self, const guint32 *customers, const guint32 *segments, const guint32 *reasons, guint32 *order,
                         guint n_customers);

/* How a column lies over the one below. */
typedef enum
{
  EX_OVER_CELLS,   /* a cell replaces the cell of the same customer */
  EX_OVER_ADDS,    /* it is added to it, and keeps segment and reason where it says none */
  EX_OVER_PERIOD,  /* the column replaces the whole period: who is not in it is gone */
} ExOver;

/* What became of the column below. */
typedef struct
{
  ExLedgerMerge rows;    /* of the layer, by what became of their cells */
  guint64       changed; /* cells */
  guint64       fresh;
  guint64       gone;
  gint64        value;   /* all values after less before; as near as it can be counted */
} ExColumnChange;

/* Lays @layer over @base, whose numbers it has. FALSE: a sum overflows, and @base is to be thrown away. @change: (nullable) is added to. */
gboolean ex_column_lay (ExColumn *base, const ExColumn *layer, ExOver over, ExColumnChange *change);

G_END_DECLS
