/* Who left, customer by customer, and in which period's row the reason of it is kept. */
#pragma once

#include "ex-ledger-marks.h"
#include "ex-ledger.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 customer; /* number in the ledger's customers */
  int     segment;  /* at the opening; number in the ledger's segments; -1: never said */
  gint64  value;    /* at the opening, minor units */
  int     last;     /* period, of the ledger's grain, of the row in which a reason is kept: the last before they left, or the one that says they left */
  int     reason;   /* number in the ledger's reasons; -1: not known */
} ExLost;

/* Everybody who is lost over the span from period @first to @last, in the order of their numbers: the same as count in the movement of the span,
 * with the reasons that count there. @marks: (nullable). (transfer full) (element-type ExLost); EX_ERROR_OVERFLOW. */
GArray *ex_ledger_list_lost (const ExLedger *ledger, int first, int last, const ExLedgerMarks *marks, GError **error);

typedef enum
{
  EX_LOSS_FOUND,
  EX_LOSS_NO_ROWS,     /* the customer has no row in the ledger */
  EX_LOSS_NOT_YET,     /* they came after the period that was asked for */
  EX_LOSS_STILL_THERE, /* they have not left */
} ExLossAnswer;

/* A loss of one customer, asked for. */
typedef struct
{
  guint32      customer;
  ExPeriod     period; /* in which they were lost, or any in which they were still there; of the ledger's grain or coarser. Grain 0: their latest loss */
  ExLossAnswer answer; /* (out) from here on */
  int          loss;   /* the period in which they are not there any more */
  int          last;   /* as above */
} ExLossQuery;

/* All @queries in one pass over the columns. FALSE and @error: a column cannot be read. */
gboolean ex_ledger_find_losses (const ExLedger *ledger, const ExLedgerMarks *marks, ExLossQuery *queries, guint n, GError **error);

G_END_DECLS
