/* A measurable customer objective and its check-ins ("An objective" in the rules). */
#pragma once

#include "ex-cycle.h"

G_BEGIN_DECLS

typedef enum { EX_KIND_NUMBER, EX_KIND_RANGE, EX_KIND_MILESTONE } ExKind;
typedef enum { EX_AGGREGATE_LATEST, EX_AGGREGATE_SUM, EX_AGGREGATE_MEAN, EX_AGGREGATE_MINIMUM, EX_AGGREGATE_MAXIMUM } ExAggregate;
typedef enum { EX_CADENCE_NONE, EX_CADENCE_WEEKLY, EX_CADENCE_MONTHLY, EX_CADENCE_QUARTERLY } ExCadence;
typedef enum { EX_DRIVER_ACQUIRE, EX_DRIVER_RETAIN, EX_DRIVER_EXPAND, EX_DRIVER_WIN_BACK } ExDriver;
#define EX_N_DRIVERS 4

/* Nicks are the words of files and of the database: "number", "latest", "weekly", "win back". Parsing ignores ASCII
 * case and takes '-' and '_' for a blank; _label() is the word on screen, translated. (transfer none) */
gboolean    ex_kind_parse       (const char *nick, ExKind *kind);
const char *ex_kind_nick        (ExKind kind);
const char *ex_kind_label       (ExKind kind);
gboolean    ex_aggregate_parse  (const char *nick, ExAggregate *aggregate);
const char *ex_aggregate_nick   (ExAggregate aggregate);
const char *ex_aggregate_label  (ExAggregate aggregate);
gboolean    ex_cadence_parse    (const char *nick, ExCadence *cadence);
const char *ex_cadence_nick     (ExCadence cadence); /* "" for none */
const char *ex_cadence_label    (ExCadence cadence);
int         ex_cadence_days     (ExCadence cadence); /* 7, 30, 91; none counts as 91 */
gboolean    ex_driver_parse     (const char *nick, ExDriver *driver);
const char *ex_driver_nick      (ExDriver driver);
const char *ex_driver_label     (ExDriver driver);

#define EX_CLAIM_NONE G_MININT64

typedef struct
{
  ExDriver driver;
  gint64   value;     /* yearly improvement over the span before, minor units; EX_CLAIM_NONE: not said */
  gint64   customers; /* the same in customers; EX_CLAIM_NONE: not said */
} ExLink;

typedef struct
{
  char       *id;
  char       *cycle_id;
  char       *leader_id;
  char       *title;
  char       *description;  /* optional strings are NULL, never "" */
  ExKind      kind;
  char       *unit;
  int         decimals;     /* 0 to 9 */
  ExAggregate aggregate;
  double      baseline;     /* numbers not given are EX_UNSET */
  double      threshold;
  double      target;
  double      stretch;
  double      low;          /* of a range; one side may be EX_UNSET, then with a width */
  double      high;
  double      width;        /* > 0; unset: high - low */
  ExDay       due;          /* of a milestone */
  int         weight;       /* basis points, 0 to 10000 */
  char       *source;       /* where the number comes from */
  ExCadence   cadence;
  char       *stage;        /* of the customer's journey */
  char       *parent_id;    /* an objective of a leader above, same cycle */
  char       *local_reason; /* why there is no parent */
  GArray     *links;        /* (element-type ExLink), never NULL */
} ExObjective;

ExObjective *ex_objective_new   (const char *id, const char *cycle_id, const char *leader_id, const char *title, ExKind kind);
ExObjective *ex_objective_copy  (const ExObjective *self);
void         ex_objective_free  (ExObjective *self);
gboolean     ex_objective_equal (const ExObjective *a, const ExObjective *b);

/* An id that the same leader, cycle and title always give, on every laptop. (transfer full) */
char        *ex_objective_make_id (const char *cycle_id, const char *leader_id, const char *title);

/* What no draft may have: crossing points of the ladder (named), weight out of 0..100 %, a due date outside the
 * cycle, ... @cycle: (nullable). (transfer full) sentences, empty when fine. */
GPtrArray   *ex_objective_problems (const ExObjective *self, const ExCycle *cycle);

/* What still makes it not measurable, as bits. */
typedef enum
{
  EX_GAP_UNIT        = 1 << 0,
  EX_GAP_SOURCE      = 1 << 1,
  EX_GAP_CADENCE     = 1 << 2,
  EX_GAP_BASELINE    = 1 << 3,  /* of a number */
  EX_GAP_TARGET      = 1 << 4,
  EX_GAP_NO_MOVE     = 1 << 5,  /* baseline = target */
  EX_GAP_RANGE       = 1 << 6,  /* no side of a range */
  EX_GAP_WIDTH       = 1 << 7,  /* one side open, and no width */
  EX_GAP_FLAT        = 1 << 8,  /* low = high */
  EX_GAP_DUE         = 1 << 9,  /* of a milestone */
  EX_GAP_DUE_OUTSIDE = 1 << 10, /* the cycle */
} ExGap;

guint        ex_objective_gaps     (const ExObjective *self, const ExCycle *cycle); /* of ExGap; 0: measurable */

/* The same in words (unit, source, cadence, baseline = target, ...). (transfer full) sentences. */
GPtrArray   *ex_objective_missing  (const ExObjective *self, const ExCycle *cycle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExObjective, ex_objective_free)

/* What a rule needs of a check-in. Arrays are sorted by day, one a day. */
typedef struct
{
  ExDay  day;
  double value; /* a milestone's is 1 (done) or 0 */
} ExPoint;

typedef struct
{
  char  *objective_id;
  ExDay  day;        /* that it is true for */
  ExDay  recorded;   /* when it was written down */
  double value;
  int    confidence; /* 1 to 10; 0: not said */
  char  *note;       /* optional strings are NULL, never "" */
  char  *next;       /* what is next */
  char  *evidence;
} ExCheckIn;

ExCheckIn *ex_check_in_new  (const char *objective_id, ExDay day, double value);
void       ex_check_in_free (ExCheckIn *self);
/* Recorded after the cycle's last day. One whose day of recording is not said (EX_DAY_NONE) is not. */
gboolean   ex_check_in_is_late  (const ExCheckIn *self, const ExCycle *cycle);
/* Day outside the cycle, late without a note that says why, a milestone's value other than 0 or 1, confidence out of range, not
 * finite. */
GPtrArray *ex_check_in_problems (const ExCheckIn *self, const ExObjective *objective, const ExCycle *cycle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExCheckIn, ex_check_in_free)

/* A check-in in bulk: a million are usual. Strings are (nullable) and borrowed; objective ids are interned by whoever fills the
 * array (the same objective, the same pointer). */
typedef struct
{
  const char *objective_id;
  ExDay       day;
  ExDay       recorded;   /* EX_DAY_NONE: today */
  gint8       confidence;
  double      value;
  const char *note;
  const char *next;
  const char *evidence;
} ExCheckInRow;

G_END_DECLS
