/* The leaders of a cycle from the top down, each a row of where their review stands; flat while somebody sorts, searches or filters. */
#pragma once

#include <gtk/gtk.h>

#include "ex-export.h"
#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_REVIEWS_TABLE (ex_reviews_table_get_type ())
G_DECLARE_FINAL_TYPE (ExReviewsTable, ex_reviews_table, EX, REVIEWS_TABLE, GtkWidget)

/* Signals: "selected" (): others than before are; "opened" (const char *id): a row, by Enter or double click; "cleared" (): the user asked to
 * see all again, also all levels and words. */

/* What stands now, which must have reviews. What is selected stays so, by leader. */
void        ex_reviews_table_show         (ExReviewsTable *self, ExSession *session);
void        ex_reviews_table_set_text     (ExReviewsTable *self, const char *text); /* searched for; "": nothing */
void        ex_reviews_table_set_level    (ExReviewsTable *self, int level);        /* -1: all */
/* Shows all again but for the level and the text, which are the caller's. */
void        ex_reviews_table_clear        (ExReviewsTable *self);

/* The reviews that the table shows (nullable) (transfer none), and which of them are selected: (transfer full) (element-type guint) leaders of theirs,
 * from the top down. */
ExReviews  *ex_reviews_table_get_reviews  (ExReviewsTable *self);
GArray     *ex_reviews_table_get_selected (ExReviewsTable *self);
/* What it shows, for export. (transfer full) (nullable) */
ExExport   *ex_reviews_table_get_export   (ExReviewsTable *self);
void        ex_reviews_table_unselect     (ExReviewsTable *self);
void        ex_reviews_table_focus        (ExReviewsTable *self);

G_END_DECLS
