/* A period's cells, as ledgers are made of them: made, sorted, renumbered, laid over each other. */
#pragma once

#include "ex-ledger-names.h"
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

/* What is known of the row that gave a cell its segment or its reason. */
typedef struct
{
  gint32 name;  /* number; -1: none did */
  ExDay  day;
  gint64 value;
} ExSaid;

/* Whether @new takes the place of @old: see ExOrigin. @names: that the numbers are of. */
gboolean ex_said_wins (const ExNames *names, const ExSaid *old, const ExSaid *new);
ExSaid   ex_column_get_segment_said (const ExColumn *self, guint cell);
ExSaid   ex_column_get_reason_said  (const ExColumn *self, guint cell);
void     ex_column_set_said   (ExColumn *self, guint cell, const ExSaid *segment, const ExSaid *reason);
/* Origins where there are none yet. @allocated: cells that there is room for. */
void     ex_column_need_origins (ExColumn *self, guint allocated);
/* None where they say nothing that the cells do not, and the same ones whatever the order of rows was. */
void     ex_column_settle_origins (ExColumn *self);

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

/* Lays @layer over @base, whose numbers it has, which are of @segments and @reasons. FALSE: a sum overflows, and @base is to be thrown away.
 * @change: (nullable) is added to. */
gboolean ex_column_lay (ExColumn *base, const ExColumn *layer, ExOver over, const ExNames *segments, const ExNames *reasons,
                        ExColumnChange *change);
/* Whether cell @i of @base stays as it is when cell @k of @layer is laid over it. */
gboolean ex_column_cell_stays (const ExColumn *base, guint i, const ExColumn *layer, guint k, ExOver over, const ExNames *segments,
                               const ExNames *reasons);

G_END_DECLS
