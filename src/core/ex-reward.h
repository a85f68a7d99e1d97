/* One-company rewards: every leader's reward hangs on the same company-wide figure ("One-company rewards" in the rules). */
#pragma once

#include "ex-asset.h"
#include "ex-curve.h"
#include "ex-reviews.h"

G_BEGIN_DECLS

#define EX_MIN_COMPANY_SHARE 5000 /* basis points; below it is no one-company reward */

/* What a cycle pays by. No terms: the cycle pays nothing by growth. */
typedef struct
{
  GArray   *curve;         /* (element-type ExCurvePoint) */
  ExMeasure measure;       /* growth of customers, or of their value */
  double    gate;          /* percent; growth under it pays nothing; 0 unless set */
  gint64    pool;          /* minor units; -1: none */
  int       company_share; /* basis points, 5000 to 10000; 10000 unless set; the own share is the rest */
  int       cap;           /* of the own factor, basis points, at least 0; 15000 unless set */
} ExRewardTerms;

ExRewardTerms *ex_reward_terms_new      (void); /* the defaults, no points, by value */
ExRewardTerms *ex_reward_terms_copy     (const ExRewardTerms *self);
void           ex_reward_terms_free     (ExRewardTerms *self);
gboolean       ex_reward_terms_equal    (const ExRewardTerms *a, const ExRewardTerms *b);
GPtrArray     *ex_reward_terms_problems (const ExRewardTerms *self); /* (transfer full) sentences: why they cannot be kept */
GPtrArray     *ex_reward_terms_warnings (const ExRewardTerms *self); /* (transfer full) sentences: points under the gate, ... */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExRewardTerms, ex_reward_terms_free)

/* 0 under the gate, else what the curve says; a fraction. @growth: a fraction; EX_UNSET gives EX_UNSET. */
double ex_company_factor (const ExRewardTerms *terms, double growth, ExWorking *working);

/* Days in role: an earlier spell beside the leader's own from and to. */
typedef struct { ExDay from; ExDay to; } ExSpell;
/* Days of first..last on which @leader was in role: their own from..to and the @spells (nullable, element-type ExSpell), each day counted once. */
int ex_days_in_role (const ExLeader *leader, const GArray *spells, ExDay first, ExDay last);

/* Whether @growth, a fraction, is under the gate: then every reward is 0. FALSE of EX_UNSET. */
gboolean ex_growth_is_gated (const ExRewardTerms *terms, double growth);

typedef enum
{
  EX_OWN_SCORE,    /* the score of the signed review, at most the cap */
  EX_OWN_SO_FAR,   /* the same of a review that is not signed yet */
  EX_OWN_EXCUSED,  /* excused: the company factor */
  EX_OWN_NO_SCORE, /* no objectives: the company factor */
} ExOwnFactor;

/* Nicks are the words of the database: "score", "so-far", "excused", "no-score". */
gboolean    ex_own_factor_parse (const char *nick, ExOwnFactor *own_from);
const char *ex_own_factor_nick  (ExOwnFactor own_from);
const char *ex_own_factor_label (ExOwnFactor own_from); /* translated, as a statement says it */

typedef struct
{
  int         leader;       /* index in the company; -1: of a frozen one who is not there any more */
  char       *leader_id;
  char       *name;
  gint64      target;       /* minor units; -1: not set, and then there is no reward */
  double      own_score;    /* a fraction; EX_UNSET without */
  double      own_factor;   /* a fraction, after the cap */
  ExOwnFactor own_from;
  int         days_in_role;
  int         days;         /* of the cycle */
  double      unrounded;    /* minor units, before the pool's cut; EX_UNSET: no reward, for want of a target or of a growth */
  gint64      rounded;      /* the same rounded */
  gint64      reward;       /* what is paid */
} ExReward;

typedef struct
{
  ExRewardTerms *terms;
  char      *currency;
  ExPeriod   first, last;   /* of the growth */
  gboolean   so_far;        /* the cycle is not over in the ledger */
  gint64     opening, closing; /* of the measure */
  double     growth;        /* a fraction; EX_UNSET: undefined, and then nothing is paid yet */
  double     company_factor;/* a fraction; EX_UNSET as well */
  gboolean   gated;         /* growth is under the gate */
  GPtrArray *rewards;       /* (element-type ExReward) in the order of the company's leaders */
  gint64     uncut;         /* the sum of the rounded rewards, before the pool */
  gint64     total;         /* what is paid */
  double     cut;           /* the ratio that the pool cuts to; 1: not cut */
  guint      version;       /* frozen: 1, 2, ...; 0: computed now */
  ExDay      day;           /* on which it was frozen; EX_DAY_NONE */
  gboolean   by_last_close; /* frozen: by the last close of its cycle, not by one before a re-opening */
} ExRewards;

/* What if: other growth, other scores, without touching anything. */
typedef struct
{
  double growth;       /* a fraction; EX_UNSET: as it is */
  double score_factor; /* every own score times this; 1: as they are */
} ExWhatIf;

/* Statements of everybody who takes part in the cycle of @reviews. @asset: (nullable) the growth; @spells: (nullable) leader id -> GArray of
 * ExSpell; @what_if: (nullable). (transfer full); EX_ERROR_OVERFLOW when the sum cannot be counted. */
ExRewards *ex_rewards_new     (const ExReviews *reviews, const ExRewardTerms *terms, const ExCycleAsset *asset, GHashTable *spells,
                               const ExWhatIf *what_if, GError **error);
/* To be filled with what was frozen; takes @terms. Nothing is defined, nobody is in it. */
ExRewards *ex_rewards_new_empty (ExRewardTerms *terms, const char *currency);
void       ex_reward_free     (ExReward *self);
/* Half away from zero, where what is exactly a half in decimals counts as a half; EX_UNSET: 0. */
gint64     ex_reward_round    (double unrounded);
/* The ratio that the pool cuts to, from uncut and the unrounded rewards together; 1 unless they exceed it. */
double     ex_rewards_find_cut (const ExRewards *self);
/* Whether the growth is under the gate, from opening and closing. */
gboolean   ex_rewards_look_at_gate (const ExRewards *self);
ExRewards *ex_rewards_ref     (ExRewards *self);
void       ex_rewards_unref   (ExRewards *self);
/* What a closed cycle pays, of the @runs that its closes have frozen, by version: that of the last close. NULL: that one had no terms, and pays
 * nothing by growth, whatever an earlier one paid. (transfer none) */
ExRewards *ex_rewards_find_paid (const GPtrArray *runs);
const ExReward *ex_rewards_find (const ExRewards *self, const char *leader_id); /* (nullable) */
/* Line by line, ending in the exact minor unit. Of frozen ones from the frozen figures. */
void       ex_rewards_explain (const ExRewards *self, const ExReward *reward, ExWorking *working);
/* Growth, gate, curve. */
void       ex_rewards_explain_factor (const ExRewards *self, ExWorking *working);
/* Pay is confidential: HR (EX_NOBODY) and the tops see every statement, a leader their own. */
gboolean   ex_reward_is_visible (const ExReviews *reviews, int viewer, int leader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExRewards, ex_rewards_unref)

G_END_DECLS
