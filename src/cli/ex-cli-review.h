/* "review": what its files share. */
#pragma once

#include "core/ex-gate.h"
#include "ex-cli-table.h"
#include "ex-cli.h"
#include "store/ex-store-reviews.h"

G_BEGIN_DECLS

/* One step of one review, as it was asked for. */
typedef struct
{
  ExStore    *store;
  ExCycle    *cycle;
  char       *leader;    /* id */
  ExStep      step;
  char      **to;        /* ids; NULL: none given */
  char       *why;       /* (nullable) */
  char       *agreed_by; /* (nullable) of calibrate */
  const char *input;     /* (nullable) path of the ratings */

  ExReviews  *reviews;   /* the small company around the leader, before the step */
  guint       index;     /* of the leader in it */
  int         actor;     /* in it; EX_NOBODY: HR; EX_NO_ONE: a leader that this review has nothing to do with */
  GPtrArray  *ratings;   /* (nullable) (element-type ExRating) that were read from input, with role and rater */
} ExCliReview;

/* Reads @input into @self->ratings. FALSE: it was said what is wrong. */
gboolean ex_cli_review_read_ratings (ExCliReview *self);
/* Whether the ratings that were read give what @missing asks for. */
gboolean ex_cli_review_is_given     (const ExCliReview *self, const ExMissing *missing);
/* Writes them, inside the action that is open: as drafts, or for calibrate as adjustments. */
gboolean ex_cli_review_keep_ratings (ExCliReview *self, GError **error);

G_END_DECLS
