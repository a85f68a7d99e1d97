/* The tables that leave the program: which columns each has, and a row of it. The command line prints them, both programs write them to files
 * (exchange/ex-table-file.h). Rows come one by one, so that whoever calls says which, in what order, and who may see them. */
#pragma once

#include "core/ex-claims.h"
#include "core/ex-coverage.h"
#include "core/ex-entered-movements.h"
#include "core/ex-reward.h"
#include "core/ex-todo.h"
#include "exchange/ex-table.h"
#include "store/ex-store-journal.h"

G_BEGIN_DECLS

/* --- people and their objectives ---------------------------------------------------------------------------------------- */

/* Who is looking, as far as pay is concerned. */
typedef struct
{
  const char *currency;
  const char *actor;
  gboolean    sees_all; /* HR, and the tops of the latest cycle; everybody else their own */
  GHashTable *spells;   /* leader id -> GArray of ExSpell: earlier times in the role */
} ExPayViewer;

/* As the import reads them, so that what was written can be edited and read again. */
extern const ExTableColumn ex_table_leaders[];
void ex_table_add_leader     (ExTable *table, const ExLeader *leader, guint level, const ExPayViewer *viewer);
/* The same with what they are measured by, as the window shows it; the import passes that over. */
extern const ExTableColumn ex_table_leaders_scored[];
void ex_table_add_leader_scored (ExTable *table, const ExCompany *company, guint leader, guint level, const ExPayViewer *viewer);
/* FALSE: the file cannot be read. Free with ex_pay_viewer_clear(). */
gboolean ex_pay_viewer_init  (ExPayViewer *self, ExStore *store, GError **error);
void     ex_pay_viewer_clear (ExPayViewer *self);

extern const ExTableColumn ex_table_scores[];
void ex_table_add_score      (ExTable *table, const ExCompany *company, guint leader, guint level);

/* What the import reads; then what was made of it. */
extern const ExTableColumn ex_table_objectives[];
void ex_table_add_objective  (ExTable *table, const ExCompany *company, guint objective);

/* The same. */
extern const ExTableColumn ex_table_check_ins[];
void ex_table_add_check_in   (ExTable *table, const ExObjective *objective, const ExCheckIn *check_in);

/* --- the review cycle --------------------------------------------------------------------------------------------------- */

/* Ratings only as far as @viewer (a leader's index, or EX_NOBODY for HR) may see them. */
extern const ExTableColumn ex_table_reviews[];
void ex_table_add_review     (ExTable *table, const ExReviews *reviews, int viewer, guint leader, guint level);

extern const ExTableColumn ex_table_coverage[];
void ex_table_add_coverage   (ExTable *table, const ExCoverage *coverage);

/* @person: a leader's index, or EX_NOBODY for HR. */
extern const ExTableColumn ex_table_todo[];
void ex_table_add_todo       (ExTable *table, const ExReviews *reviews, int person, const ExTodo *todo);
const char *ex_table_name_of (const ExReviews *reviews, int person);

/* --- customers ---------------------------------------------------------------------------------------------------------- */

/* @period: as programs read it; @label: as people do. @segment: (nullable) a segment's name. */
extern const ExTableColumn ex_table_asset[];
void ex_table_add_movement   (ExTable *table, const char *period, const char *label, const char *segment, const ExSpan *span, const ExMovement *m,
                              const char *currency);
/* The same with what a customer is worth as long as they stay (minor units; NaN: not known), as the window shows segments. */
extern const ExTableColumn ex_table_segments[];
void ex_table_add_segment    (ExTable *table, const char *period, const char *segment, const ExSpan *span, const ExMovement *m, double lifetime,
                              const char *currency);
/* Growth for its losses, alone: for tables of people's own. */
void ex_table_add_quick_ratio (ExTable *table, const ExMovement *m);

/* @reason: (nullable) not known. @all: that were lost in the period. */
extern const ExTableColumn ex_table_reasons[];
void ex_table_add_reason     (ExTable *table, const char *period, const char *label, const char *reason, const ExCount *lost, const ExCount *all,
                              const char *currency);

/* The ledger itself, and movements that were entered, as the import reads them. */
extern const ExTableColumn ex_table_customers[];
/* Of the periods that lie from @first to @last; EX_DAY_NONE: all. @ledger: as it was imported, so that an import of what was written changes
 * nothing; @given: with the reasons that were given since, which have a column of their own. */
gboolean ex_table_add_customers (ExTable *table, const ExLedger *ledger, const ExLedger *given, ExDay first, ExDay last, const char *currency,
                                 void (* progress) (double fraction, gpointer data), gpointer data, GError **error);
extern const ExTableColumn ex_table_movements[];
void ex_table_add_entered    (ExTable *table, const ExEnteredMovement *movement, const char *currency);

/* A line a driver, and a line a claim. */
extern const ExTableColumn ex_table_claims[];
void ex_table_add_driver     (ExTable *table, const ExDriverClaims *claims, const char *currency);
extern const ExTableColumn ex_table_claim_lines[];
void ex_table_add_claim      (ExTable *table, const ExCompany *company, const ExDriverClaims *claims, const ExClaim *claim);
/* A figure of a claim: minor units, or customers, which are not always whole. NaN: undefined. */
void ex_table_add_amount     (ExTable *table, double amount, ExMeasure measure, const char *currency);

/* --- rewards, history --------------------------------------------------------------------------------------------------- */

extern const ExTableColumn ex_table_rewards[];
void ex_table_add_reward     (ExTable *table, const ExRewards *rewards, const ExReward *reward);

extern const ExTableColumn ex_table_history[];
void ex_table_add_action     (ExTable *table, const ExAction *action);
extern const ExTableColumn ex_table_changes[];
void ex_table_add_change     (ExTable *table, const ExAction *action, const ExChange *change);

G_END_DECLS
