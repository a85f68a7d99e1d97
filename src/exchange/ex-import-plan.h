/* A plan: what an import would do, found out without doing it. Rows become checked records and a list of problems; the caller
 * hands the records to the store, all or nothing. Knows no store: what already stands is given in. */
#pragma once

#include "core/ex-company.h"
#include "core/ex-ledger-marks.h"
#include "core/ex-ledger.h"
#include "core/ex-movement.h"
#include "core/ex-review-lock.h"
#include "core/ex-review.h"
#include "ex-csv-reader.h"

G_BEGIN_DECLS

typedef enum { EX_IMPORT_LEADERS, EX_IMPORT_OBJECTIVES, EX_IMPORT_CHECK_INS, EX_IMPORT_CUSTOMERS, EX_IMPORT_MOVEMENTS,
               EX_IMPORT_RATINGS /* no import of its own: what an assessment is handed in with */ } ExImportWhat;
gboolean    ex_import_what_parse (const char *nick, ExImportWhat *what); /* "leaders", "check-ins", ... */
const char *ex_import_what_nick  (ExImportWhat what);

typedef struct
{
  const char *name;      /* of the contract: "incentive_target" */
  const char *label;     /* translated */
  gboolean    required;
} ExImportField;
/* The fields of a kind of import. (transfer none); @n: how many */
const ExImportField *ex_import_fields (ExImportWhat what, guint *n);
/* Whether @field must have a column, as the others are read: customers without values may say why they left. @field_column: as in the plan. */
gboolean    ex_import_field_is_needed (ExImportWhat what, guint field, const int *field_column);

typedef enum { EX_DATE_ORDER_FIND, EX_DATE_ORDER_DMY, EX_DATE_ORDER_MDY, EX_DATE_ORDER_YMD } ExDateOrder;

typedef struct
{
  const char  *encoding;    /* NULL: find out */
  ExDateOrder  date_order;
  char       **map;         /* "FIELD=COLUMN" by the user, NULL-terminated; NULL: none. Others are found by name. COLUMN empty: leave out */
  ExGrain      grain;       /* of the ledger; 0: the ledger's, or found out */
  int          kind;        /* ExLedgerKind; -1: the ledger's, or found out */
  gboolean     add;
  gboolean     replace;     /* customers: each period of the file in place of the whole period that stands; not with add */
  gboolean     skip_bad;    /* rows with a problem are left out and kept as rejects */
  GCancellable *cancellable;
  void       (* progress) (double fraction, gpointer data);
  void       (* rows) (guint64 read, gpointer data); /* (nullable) how many rows were read so far, told just before progress */
  gpointer     progress_data;
} ExImportOptions;

/* What rows of a file must not change any more. Rows that change nothing of it are fine. */
typedef struct
{
  GHashTable *reviews;   /* (nullable) leader id -> ExReviewLock, in the cycle that objectives go into; without one: still drafting */
  GHashTable *check_ins; /* (nullable) objective id -> ExReviewLock, of those whose check-ins stand */
  gboolean (* stands) (const ExCheckInRow *row, gpointer data); /* whether this very check-in is there already */
  gpointer    data;
  GArray     *final;     /* (nullable) (element-type ExPeriod) whose customers and movements stand */
} ExImportLocks;

/* What stands in the company already. */
typedef struct
{
  const ExCompany *company;  /* of the cycle that objectives and check-ins go into */
  GPtrArray       *objectives; /* (nullable) (element-type ExObjective) of every cycle: check-ins find theirs by id */
  GPtrArray       *cycles;   /* (element-type ExCycle) */
  ExLedger        *ledger;   /* (nullable) */
  GArray          *movements; /* (nullable) (element-type ExEnteredMovement) that were entered, in any order */
  ExLedgerMarks   *marks;    /* (nullable) of the ledger */
  GHashTable      *spells;   /* (nullable) leader id -> GArray of ExSpell, as they stand */
  ExImportLocks    locks;
  const char      *leader_id; /* (nullable) ratings: whose objectives */
} ExImportContext;

/* Why a customer left. */
typedef struct
{
  const char *customer; /* owned by the plan */
  ExPeriod    period;   /* in which they were lost, or were still there; grain 0: not said */
  const char *reason;
} ExReasonRow;

typedef struct
{
  ExImportWhat  what;
  ExProblems   *problems;
  gboolean      fatal;       /* a problem that leaving out rows does not help: no heading, an open quote, no cycle, ... */
  GPtrArray    *notes;       /* (element-type utf8) what was taken for what: encoding, separator, columns, date order; translated */
  GPtrArray    *changes;     /* (nullable) (element-type utf8) what applying or trying it did to what stood before, in sentences */
  char        **columns;     /* the file's headings */
  int          *field_column;/* [fields of this kind] which column each field is read from, -1: none */
  guint64       rows_read;
  guint64       rows_refused;
  char         *digest;      /* of the file */

  GPtrArray    *leaders;     /* records by kind; NULL for other kinds */
  GHashTable   *spells;      /* leader id -> GArray of ExSpell: earlier times in the role of the leaders of whom the file has several */
  GPtrArray    *objectives;
  GArray       *check_ins;   /* (element-type ExCheckInRow) */
  ExLedger     *ledger;
  GArray       *reasons;     /* (element-type ExReasonRow) of customers in a file without values; then there is no ledger */
  GArray       *movements;   /* (element-type ExEnteredMovement) */
  GPtrArray    *ratings;     /* (element-type ExRating) role and rater are for the caller to fill */
  GStringChunk *strings;     /* owns what check-ins and reasons point to */
  GPtrArray    *rejects;     /* with skip_bad: (element-type GStrv) bad rows, a last column says why; first the heading */
} ExImportPlan;

/* NULL and @error only when the file cannot be read at all or was cancelled; everything else is in the plan's problems. */
ExImportPlan *ex_import_plan_new  (ExImportWhat what, const char *path, const ExImportContext *context, const ExImportOptions *options, GError **error);
void          ex_import_plan_free (ExImportPlan *self);
/* The same of bytes that were read already. @name: of the file, for messages. */
ExImportPlan *ex_import_plan_new_for_bytes (ExImportWhat what, const char *name, GBytes *bytes, const ExImportContext *context,
                                            const ExImportOptions *options, GError **error);
/* TRUE when it may be applied: no errors, or with skip_bad none but those of the rows that were left out. */
gboolean      ex_import_plan_is_good (const ExImportPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExImportPlan, ex_import_plan_free)

G_END_DECLS
