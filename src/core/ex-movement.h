/* The customer asset: movements of customers over a span, and the figures read from them ("The customer asset"). */
#pragma once

#include "ex-ledger.h"
#include "ex-working.h"

G_BEGIN_DECLS

/* Whether figures are counted in customers or in their value. */
typedef enum { EX_MEASURE_CUSTOMERS, EX_MEASURE_VALUE } ExMeasure;
#define EX_N_MEASURES 2

typedef struct
{
  gint64 customers;
  gint64 value; /* minor units */
} ExCount;

typedef struct
{
  ExCount opening;
  ExCount fresh;       /* "new" */
  ExCount won_back;
  ExCount expanded;    /* customers: how many expanded; value: the differences */
  ExCount contracted;
  ExCount steady;
  ExCount lost;        /* value: the value before */
  ExCount moved_in;    /* of a segment, at the value before; 0 over the company */
  ExCount moved_out;
  ExCount closing;
} ExMovement;

/* Movements entered period by period, by a company without a customer-level ledger. */
typedef struct
{
  ExPeriod   period;
  ExMovement movement;
} ExEnteredMovement;

typedef struct
{
  int        segment; /* number in the ledger's segments; -1: customers whose segment was never said */
  ExMovement movement;
} ExSegmentMovement;

typedef struct
{
  int     reason;     /* number in the ledger's reasons; -1: not known */
  ExCount lost;
} ExLostReason;

typedef struct
{
  ExPeriod   period;
  gboolean   empty;     /* no row in the ledger for any period of the span: flagged */
  gboolean   no_data;   /* HR says that there is no data for any period of it: passed over, and the movement is all 0 */
  gboolean   provisional; /* it ends after the day to which the ledger is complete: without growth and rewards */
  ExMovement movement;  /* of the company */
  GArray    *segments;  /* (element-type ExSegmentMovement), by name; empty unless asked for */
  GArray    *reasons;   /* (element-type ExLostReason), largest value first, -1 last */
} ExSpan;

/* Every span of @grain (not finer than the ledger's, else EX_ERROR_INVALID) from the ledger's first period to its last.
 * (transfer full) (element-type ExSpan); EX_ERROR_OVERFLOW when a sum overflows. */
GPtrArray *ex_ledger_movements (const ExLedger *ledger, ExGrain grain, gboolean by_segment, GError **error);
/* One span of any length, from period @first to @last of the ledger’s grain. */
ExSpan    *ex_ledger_movement_between (const ExLedger *ledger, int first, int last, gboolean by_segment, GError **error);
void       ex_span_free (ExSpan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExSpan, ex_span_free)

/* Rates, as fractions; EX_UNSET (NaN) where undefined: an opening of 0. Sources: "The customer asset" in the rules. */
double ex_movement_growth_customers (const ExMovement *m);
double ex_movement_growth_value     (const ExMovement *m);
double ex_movement_nrr              (const ExMovement *m, ExWorking *working, const char *currency); /* net revenue retention */
double ex_movement_grr              (const ExMovement *m); /* gross revenue retention */
double ex_movement_logo_retention   (const ExMovement *m);
/* INFINITY stands for "no losses", whether there are gains or not. */
double ex_movement_quick_ratio      (const ExMovement *m);
void   ex_movement_explain          (const ExMovement *m, const char *currency, ExWorking *working);

/* Sentences for identities that do not hold, each with its difference; empty when all hold. (transfer full) For movements
 * that were entered rather than computed. @previous: (nullable) the span before. */
GPtrArray *ex_movement_problems (const ExMovement *m, const ExMovement *previous, int exponent);

G_END_DECLS
