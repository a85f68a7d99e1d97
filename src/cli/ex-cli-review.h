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
  char       *leader;     /* id */
  ExStep      step;
  char      **to;         /* ids; NULL: none given */
  char       *why;        /* (nullable) */
  char       *agreed_by;  /* (nullable) of calibrate */
  const char *input;      /* (nullable) path of the ratings */

  ExReviews  *reviews;    /* the small company around the leader, before the step */
  guint       index;      /* of the leader in it */
  int         actor;      /* in it; EX_NOBODY: HR; EX_NO_ONE: a leader that this review has nothing to do with */
  GPtrArray  *ratings;    /* (nullable) (element-type ExRating) that were read from input, with role and rater; NULL: they are wrong */
  guint       n_adjusted; /* by calibrate */
} ExCliReview;

/* Reads @input into @self->ratings. FALSE: it was said what is wrong. */
gboolean   ex_cli_review_read_ratings (ExCliReview *self);
/* Everything that is missing for the step but for what the ratings that were read give, where the command line has to know it before; the
 * store says it of the other steps. When the ratings are wrong, they count as given. (transfer full) (element-type ExMissing) */
GPtrArray *ex_cli_review_list_missing (const ExCliReview *self);
/* Writes them, inside the action that is open: as drafts, or for calibrate as adjustments. */
gboolean   ex_cli_review_keep_ratings (ExCliReview *self, GError **error);
/* TRUE for calibrate when there is something to adjust, and for every other step. */
gboolean   ex_cli_review_has_work     (const ExCliReview *self);

/* "o1,o2,o3" is three of them, unless somebody is called so; blank ones are none. */
void       ex_cli_review_split_ids    (ExStore *store, char ***ids);

G_END_DECLS
