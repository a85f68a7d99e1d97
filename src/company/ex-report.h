/* What goes onto paper: a leader's review, the team book, the asset report, the reward list, as documents out of what is in the file. What the store's actor may not
 * see is not in them; a review also has nothing that its leader may not see, for it is handed to them. All (transfer full), NULL with @error. */
#pragma once

#include "core/ex-reviews.h"
#include "exchange/ex-document.h"
#include "store/ex-store-journal.h"
#include "store/ex-store.h"

G_BEGIN_DECLS

typedef enum { EX_REPORT_REVIEW, EX_REPORT_TEAM, EX_REPORT_ASSET, EX_REPORT_REWARDS } ExReport;

gboolean    ex_report_parse   (const char *nick, ExReport *report); /* "review", "team", "asset", "rewards" */
/* As the words of the reader's language run, whatever is translated of them: pages, and charts in files. */
gboolean    ex_report_reads_from_right (void);

/* Read once, for as many reports as are wanted. */
typedef struct _ExReportFacts ExReportFacts;
ExReportFacts *ex_report_facts_read (ExStore *store, const char *cycle, ExDay today, GError **error); /* @cycle: a name, NULL: the latest */
void           ex_report_facts_free (ExReportFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExReportFacts, ex_report_facts_free)

/* Whether @viewer (a leader's index, EX_NOBODY for HR) may read the review of @leader: HR, the leader, who reviews them, and the leaders above. */
gboolean    ex_report_may_read (const ExReviews *reviews, int viewer, guint leader);

/* The one that is asked for; @leader_id: of a review, else ignored. */
ExDocument *ex_report_make    (ExReport report, ExStore *store, const ExReportFacts *facts, const char *leader_id, GError **error);
ExDocument *ex_report_review  (ExStore *store, const ExReportFacts *facts, const char *leader_id, GError **error);
ExDocument *ex_report_team    (ExStore *store, const ExReportFacts *facts, GError **error);
ExDocument *ex_report_asset   (ExStore *store, const ExReportFacts *facts, GError **error);
ExDocument *ex_report_rewards (ExStore *store, const ExReportFacts *facts, GError **error);

/* Many reviews, managers before their reports: as one PDF with an outline or, when @path is a folder, as a PDF each, named after the leader. @leaders: ids, NULL: everybody who
 * takes part (and whom the actor may read). Stopped or failed: no file is left, in a folder those that were whole stay. @n: (out) (optional) how many. */
gboolean    ex_report_save_reviews (ExStore *store, const ExReportFacts *facts, const char *const *leaders, const ExPaper *paper, const char *path,
                                    ExProgress progress, gpointer data, GCancellable *cancellable, guint *n, GError **error);

G_END_DECLS
