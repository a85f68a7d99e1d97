/* The customer ledger: for a customer and a period a value, with the segment and, of a lost one, the reason. Immutable
 * once built, counted references, packed by period so that ten million cells are read in one pass. */
#pragma once

#include "ex-period.h"

G_BEGIN_DECLS

typedef enum
{
  EX_LEDGER_RECURRING,    /* the value is what a customer is worth a period */
  EX_LEDGER_TRANSACTIONS, /* the values of a span add up */
} ExLedgerKind;

gboolean    ex_ledger_kind_parse (const char *nick, ExLedgerKind *kind); /* "recurring", "transactions" */
const char *ex_ledger_kind_nick  (ExLedgerKind kind);

/* Which row of a cell decided its segment and its reason: that of the latest row that says one; on a tie the larger value, then the name that
 * sorts first. Kept so that rows which come later, by another file that is added, decide as if they had been in the first. */
typedef struct
{
  ExDay  segment_day;   /* EX_DAY_NONE: the rows have periods */
  ExDay  reason_day;
  gint64 segment_value; /* of the row */
  gint64 reason_value;
} ExOrigin;

/* One period's cells, sorted by customer number. Arrays share an index. */
typedef struct
{
  int      index;    /* ExPeriod.index in the ledger's grain */
  guint    n;
  guint32 *customer; /* number in the ledger's customers */
  gint64  *value;    /* minor units; 0 or less: not active */
  gint32  *segment;  /* number in the ledger's segments; -1: not said */
  gint32  *reason;   /* number in the ledger's reasons; -1: not said */
  guint32 *rows;     /* how many rows of a file made the cell; NULL: one each */
  ExOrigin *origins; /* NULL: no row has a day, and each cell that says anything is of one row */
} ExColumn;

typedef struct _ExLedger ExLedger;

ExLedger     *ex_ledger_ref          (ExLedger *self);
void          ex_ledger_unref        (ExLedger *self);
ExLedgerKind  ex_ledger_get_kind     (const ExLedger *self);
ExGrain       ex_ledger_get_grain    (const ExLedger *self);
guint         ex_ledger_n_columns    (const ExLedger *self); /* periods that have rows, in order */
ExPeriod      ex_ledger_get_period (const ExLedger *self, guint i); /* of column @i, which is not read for it */
/* Column @i, valid until another one is asked for. NULL and @error: it is damaged or cannot be read, in a lazy ledger (ex-ledger-lazy.h). */
const ExColumn *ex_ledger_read_column (const ExLedger *self, guint i, GError **error);
const ExColumn *ex_ledger_get_column (const ExLedger *self, guint i); /* the same of one that is all in memory: valid as long as it */
guint         ex_ledger_n_customers  (const ExLedger *self); /* their numbers are below it; in a lazy ledger not every one has cells */
const char   *ex_ledger_get_customer (const ExLedger *self, guint number);
guint         ex_ledger_n_segments   (const ExLedger *self);
const char   *ex_ledger_get_segment  (const ExLedger *self, guint number);
guint         ex_ledger_n_reasons    (const ExLedger *self);
const char   *ex_ledger_get_reason   (const ExLedger *self, guint number);
guint64       ex_ledger_n_cells      (const ExLedger *self); /* of one that is all in memory */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExLedger, ex_ledger_unref)

/* Builder. Within one builder rows of the same customer and period add up; segment and reason are
 * each that of the latest row that says one (on a tie the larger value, then the name that sorts first), whatever the order of rows. */
typedef struct _ExLedgerBuilder ExLedgerBuilder;

ExLedgerBuilder *ex_ledger_builder_new  (ExLedgerKind kind, ExGrain grain);
void             ex_ledger_builder_free (ExLedgerBuilder *self);
/* @customer, @segment, @reason need not end in NUL; a length of 0 means not said (never for @customer).
 * @day: of the row, EX_DAY_NONE where the file has periods. FALSE when the sum overflows (the row is then not in). */
gboolean         ex_ledger_builder_add  (ExLedgerBuilder *self, const char *customer, gsize customer_len, int period_index, ExDay day,
                                         gint64 value, const char *segment, gsize segment_len, const char *reason, gsize reason_len);
/* The number of the customer whose row was added last. */
guint32          ex_ledger_builder_get_customer (const ExLedgerBuilder *self);
ExLedger        *ex_ledger_builder_end  (ExLedgerBuilder *self); /* (transfer full) the ledger; the builder is then empty */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExLedgerBuilder, ex_ledger_builder_free)

/* In rows of the layer, so that they add up to the rows of a file: a cell counts as often as rows made it (once where that is not
 * known). */
typedef struct
{
  guint64 added;     /* rows whose cells stood nowhere before */
  guint64 changed;
  guint64 unchanged;
} ExLedgerMerge;

G_END_DECLS
