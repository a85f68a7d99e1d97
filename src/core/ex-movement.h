/* The customer asset: movements of customers over a span, and the figures read from them ("The customer asset"). */
#pragma once

#include "ex-ledger-marks.h"
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
  gboolean   empty;     /* no row in the ledger for any period of the span, and not no_data: flagged */
  gboolean   no_data;   /* HR says that there is no data for any period of it: passed over, and the movement is all 0 */
  gboolean   provisional; /* it ends after the day to which the ledger is complete: without growth and rewards */
  ExMovement movement;  /* of the company */
  GArray    *segments;  /* (element-type ExSegmentMovement) those with anything in the span, by name; empty unless asked for */
  GArray    *reasons;   /* (element-type ExLostReason), largest value first, -1 last */
} ExSpan;

#define EX_COMPANY_ONLY  -3 /* in place of a segment's number: none */
#define EX_EVERY_SEGMENT -2 /* all of them; -1: those whose segment was never said */

/* Every span of @grain (not finer than the ledger's, else EX_ERROR_INVALID) from the ledger's first period to its last, of the company and of
 * @segment: a number, or one of the above. @marks: (nullable). (transfer full) (element-type ExSpan); EX_ERROR_OVERFLOW when a sum overflows. */
GPtrArray *ex_ledger_movements (const ExLedger *ledger, ExGrain grain, int segment, const ExLedgerMarks *marks, GError **error);
/* One span of any length, from period @first to @last of the ledger’s grain. */
ExSpan    *ex_ledger_movement_between (const ExLedger *ledger, int first, int last, int segment, const ExLedgerMarks *marks, GError **error);

/* Several answers from one pass over the columns. */
typedef struct
{
  ExGrain    grain;    /* every span of it; 0: the one span from @first to @last */
  int        first;
  int        last;
  int        segment;  /* as above */
  void    (* take) (ExSpan *span, gpointer data); /* (nullable) takes each span when it is ready, instead of all of them in @spans */
  gpointer   data;
  GPtrArray *spans;    /* (out) (transfer full) (element-type ExSpan); NULL where there is no answer */
} ExSpanRequest;

/* What a pass saw. */
typedef struct
{
  guint64 n_cells;
  guint   n_customers; /* that have any */
  gint64  total;       /* of all values that count */
} ExLedgerCensus;

typedef void (* ExColumnFunc) (const ExColumn *column, gpointer data);

/* @each: (nullable) sees every column, in order. @census: (out) (optional). */
gboolean   ex_ledger_walk (const ExLedger *ledger, ExSpanRequest *requests, guint n, const ExLedgerMarks *marks, ExColumnFunc each, gpointer data,
                           ExLedgerCensus *census, GError **error);
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

/* The same figures by name, each with its own "Why this number?": the formula with its figures, and why it is undefined where it is. */
typedef enum
{
  EX_RATE_GROWTH_CUSTOMERS,
  EX_RATE_GROWTH_VALUE,
  EX_RATE_NRR,
  EX_RATE_GRR,
  EX_RATE_LOGO_RETENTION,
  EX_RATE_QUICK_RATIO,
} ExRate;
#define EX_N_RATES 6

const char *ex_rate_label            (ExRate rate); /* translated: "Net revenue retention" */
double      ex_movement_rate         (const ExMovement *m, ExRate rate);
/* (transfer full) as people read it: "68.4 %", "+3.2 %", "2.40", "no losses", "–" */
char       *ex_movement_rate_text    (const ExMovement *m, ExRate rate);
void        ex_movement_explain_rate (const ExMovement *m, ExRate rate, const char *currency, ExWorking *working);

/* Sentences for identities that do not hold, each with its difference; empty when all hold. (transfer full) For movements
 * that were entered rather than computed. @previous: (nullable) the span before. */
GPtrArray *ex_movement_problems (const ExMovement *m, const ExMovement *previous, int exponent);

G_END_DECLS
