/* What the files of the reports lend each other. */
#pragma once

#include "core/ex-claims.h"
#include "core/ex-forecast.h"
#include "core/ex-reward.h"
#include "ex-report.h"
#include "ex-team-chart.h"
#include "store/ex-store-reviews.h"

G_BEGIN_DECLS

struct _ExReportFacts
{
  ExCompany     *company;
  ExReviews     *reviews;     /* (nullable) no cycle yet */
  ExAsset       *asset;       /* (nullable) no customers yet */
  ExClaims      *claims;      /* (nullable) no cycle yet */
  ExRewardTerms *terms;       /* (nullable) the cycle pays nothing by growth */
  ExRewards     *rewards;     /* (nullable) as it stands now; of a closed cycle what its last close paid */
  GPtrArray     *runs;        /* (element-type ExRewards) what closes have paid, as far as the actor may see it */
  char          *pay_problem; /* (nullable) a sentence: why rewards cannot be read */
  char          *head;        /* of the history's chain */
  ExDay          today;
  gboolean       rtl;         /* the reader's language runs from right to left */
};

/* --- ex-report.c ------------------------------------------------------------------------------------------------------------ */

/* Who asks: a leader's index, EX_NOBODY for HR. FALSE and @error: nobody of the company. */
gboolean     ex_report_find_viewer  (ExStore *store, const ExReportFacts *facts, int *viewer, GError **error);
/* FALSE and @error: there is no cycle. */
gboolean     ex_report_need_cycle   (const ExReportFacts *facts, GError **error);
/* With the company's name, the day and the history's head. (transfer full) */
ExDocument  *ex_report_document_new (const ExReportFacts *facts, const char *title);
const char  *ex_report_currency     (const ExReportFacts *facts);

/* --- ex-report-table.c: a table row by row ------------------------------------------------------------------------------------ */

typedef struct
{
  GPtrArray *columns; /* (element-type ExDocumentColumn) */
  GPtrArray *cells;   /* (element-type utf8) row after row */
} ExReportTable;

ExReportTable *ex_report_table_new    (void);
void           ex_report_table_free   (ExReportTable *self);
void           ex_report_table_column (ExReportTable *self, const char *title, double width, ExAlign align); /* @title: must stay */
void           ex_report_table_add    (ExReportTable *self, const char *text);  /* (nullable) */
void           ex_report_table_take   (ExReportTable *self, char *text);        /* (transfer full) (nullable) */
guint          ex_report_table_n_rows (const ExReportTable *self);
void           ex_report_table_end    (ExReportTable *self, ExDocument *document, gboolean bold_last);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExReportTable, ex_report_table_free)
/* What was done, how, and what came of it: a row a step, the last one bold. */
void           ex_report_add_working  (ExDocument *document, const ExWorking *working);

/* Takes @text. */
void           ex_report_take_text    (ExDocument *document, ExTextStyle style, char *text);
/* Takes @chart; NULL: nothing. */
void           ex_report_take_chart   (ExDocument *document, const ExReportFacts *facts, ExChart *chart, double height);

/* --- ex-report-words.c: all (transfer full) ------------------------------------------------------------------------------------- */

char *ex_report_words_place    (const ExLeader *leader);                                    /* "Head of Sales, North"; NULL: neither is known */
char *ex_report_words_name     (const ExReviews *reviews, int who);                         /* where a name stands by itself: "The board" */
char *ex_report_words_cycle    (const ExCycle *cycle);                                      /* "FY 2026, 1 Oct 2025 to 30 Sep 2026" */
char *ex_report_words_score    (const ExReportFacts *facts, guint leader);                  /* "The score so far is 68.4 %, with 3 of 4 objectives measured." */
char *ex_report_words_state    (const ExReview *review);
char *ex_report_words_title    (const ExObjective *objective, guint number);                /* "2. Calls answered (calls)": in a cell */
char *ex_report_words_baseline (const ExObjective *objective);                              /* in a cell */
char *ex_report_words_target   (const ExObjective *objective);
char *ex_report_words_actual   (const ExObjective *objective, const ExReading *reading);
char *ex_report_words_status   (ExStatus status);                                           /* "▲ at risk" */
char *ex_report_words_drivers  (const ExObjective *objective);                              /* "retain, expand" */
char *ex_report_words_score_of (const ExReading *reading);                                  /* in a cell: "68.4 %"; not measured: "–" */
char *ex_report_words_ladder   (const ExObjective *objective, const ExCycle *cycle);        /* what scores what, in a sentence */
char *ex_report_words_claims   (const ExObjective *objective, const char *currency);        /* NULL: it claims nothing */
char *ex_report_words_parent   (const ExReportFacts *facts, const ExObjective *objective);  /* NULL: neither parent nor reason */
char *ex_report_words_forecast (const ExObjective *objective, const ExCycle *cycle, const ExForecast *forecast, const ExReading *reading); /* NULL: none */
char *ex_report_words_rating   (const ExCycle *cycle, int rating);                          /* "4, Exceeded"; "–" */

/* --- one objective of a review: ex-report-objective.c ------------------------------------------------------------------------------ */

/* A review as it is put on paper. */
typedef struct
{
  const ExReportFacts *facts;
  guint                leader;
  int                  viewer;
  gboolean             shows_self;    /* both the actor and the leader may see the self-ratings */
  gboolean             shows_manager; /* the same of the manager's, the adjustments, the observers' */
  const ExReviewSheet *sheet;
} ExReviewPaper;

gboolean ex_report_add_objective (ExDocument *document, ExStore *store, const ExReviewPaper *paper, guint number, guint objective, GError **error);
void     ex_report_add_objectives_table (ExDocument *document, const ExReportFacts *facts, guint leader);
/* What the reward comes to, line by line, where both may see it. */
void     ex_report_add_statement (ExDocument *document, const ExReviewPaper *paper);
/* Signatures, with their days, and the dissent. */
void     ex_report_add_signing   (ExDocument *document, const ExReviewPaper *paper);

/* --- parts that two reports share ----------------------------------------------------------------------------------------------------- */

/* The two sentences of the Overview, and where it is heading. */
void     ex_report_add_asset_words     (ExDocument *document, const ExReportFacts *facts);
ExChart *ex_report_waterfall_new       (const ExReportFacts *facts, ExMeasure measure); /* NULL: no customers */
ExChart *ex_report_reasons_new         (const ExReportFacts *facts, ExMeasure measure); /* NULL: no customers, or reasons are not kept */
/* Claims held against the ledger: a sentence a driver, and a table. */
void     ex_report_add_claims          (ExDocument *document, const ExReportFacts *facts);

G_END_DECLS
