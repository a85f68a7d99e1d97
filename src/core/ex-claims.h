/* Claims held against the ledger: what the objectives say they did for a driver of the customer asset, beside what the ledger says
 * ("Drivers, and claims held against the ledger"). */
#pragma once

#include "ex-asset.h"
#include "ex-company.h"

G_BEGIN_DECLS

/* One figure in customers, one in minor units of value: index by ExMeasure. */
typedef struct
{
  guint    objective;     /* index in the company */
  guint    link;          /* in its links */
  gboolean stated[EX_N_MEASURES];   /* the link claims it */
  double   claimed[EX_N_MEASURES];  /* a year */
  double   realised[EX_N_MEASURES]; /* claimed x score, the score at most 100 % */
  double   score;         /* a fraction, at most 1; 0 when not measured */
  gboolean counted;       /* FALSE: an ancestor claims the same driver, in whatever measure, and is counted instead */
  gboolean against[EX_N_MEASURES];  /* the driver moved the other way: flagged */
} ExClaim;

typedef enum
{
  EX_PROOF_SHARE,      /* proven says it */
  EX_PROOF_NO_BEFORE,  /* "–": the ledger has no span before to compare with */
  EX_PROOF_NO_CLAIM,   /* "–": nothing is claimed, or nothing of it realised */
  EX_PROOF_OTHER_WAY,  /* the driver moved the other way */
} ExProof;

typedef struct
{
  double  claimed;   /* of the counted claims, a year */
  double  realised;
  gint64  moved_before; /* as the ledger says, over the span before and over the cycle's; 0 without */
  gint64  moved_now;
  double  before;    /* the driver's movement in the span before, put on a year; EX_UNSET without */
  double  now;       /* in the cycle's span, put on a year */
  double  change;    /* ledger change: now - before (retain: lost before - lost now) */
  ExProof proof;
  double  proven;    /* change / realised; EX_UNSET unless EX_PROOF_SHARE */
} ExDriverProof;

typedef struct
{
  ExDriver      driver;
  ExDriverProof proof[EX_N_MEASURES];
  GArray       *claims;  /* (element-type ExClaim) by value claimed, largest first; then customers; then objective id */
  GArray       *order[EX_N_MEASURES]; /* (element-type guint) of the claims stated in the measure, indexes, largest first; nothing changes them */
} ExDriverClaims;

typedef struct
{
  guint          months; /* of the span that is held against them; 0: no whole period of the cycle is in the ledger */
  ExPeriod       first;  /* of that span */
  ExPeriod       last;
  ExDriverClaims drivers[EX_N_DRIVERS];
} ExClaims;

/* A link that names a driver without a figure claims nothing: it is not listed, and stands in for nobody's claim below. Objectives whose
 * parents go in a circle count as if they had none. @asset: (nullable) without one every change is unknown. (transfer full) */
ExClaims *ex_claims_new     (const ExCompany *company, const ExCycleAsset *asset);
/* The same of the objectives of which @taken, by index, is TRUE (nullable: of all): the others claim nothing, and stand in for nobody. */
ExClaims *ex_claims_new_of  (const ExCompany *company, const ExCycleAsset *asset, const gboolean *taken);
void      ex_claims_free    (ExClaims *self);
void      ex_claims_explain (const ExClaims *self, ExDriver driver, ExMeasure measure, const char *currency, ExWorking *working);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExClaims, ex_claims_free)

G_END_DECLS
