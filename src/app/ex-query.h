/* Which leaders or objectives a table shows, and in what order. Small companies are answered at once, large ones in a thread. What can be
 * found and sorted by is told in ex-leader-query.c, ex-objective-query.c and ex-review-query.c. */
#pragma once

#include <gio/gio.h>

#include "core/ex-reviews.h"

G_BEGIN_DECLS

typedef struct _ExQueryKind ExQueryKind;

typedef struct
{
  const ExQueryKind *kind;
  char              *text;       /* every word of it is found in one of the row's fields; "" or NULL: all */
  int                order;      /* of the kind's own enumeration; 0: as the company has them */
  gboolean           descending;
  int                status;     /* objectives: ExStatus; reviews: ExReviewState or EX_QUERY_EXCUSED; -1: any */
  char              *leader_id;  /* objectives: NULL: anybody's */
  ExReviews         *reviews;    /* reviews, and what follows: of the company; the leaders who are in view, ex_review_parents() */
  GArray            *parents;
  char              *unit;       /* NULL: any */
  int                level;      /* -1: any */
  gboolean           overdue;    /* nothing else */
  int                waiting;    /* for this leader, or EX_NOBODY for the board; EX_NO_ONE: for anybody, or nobody */
} ExQuery;

#define EX_QUERY_EXCUSED EX_N_REVIEW_STATES

/* What a row is sorted by, made once a row: a text, a number, or neither (last, whichever way). */
typedef struct
{
  char    *text; /* collation key, or NULL */
  double   number;
  gboolean unset;
  guint    index;
} ExQueryKey;

void     ex_query_key_set_text   (ExQueryKey *key, const char *text);
void     ex_query_key_set_number (ExQueryKey *key, double number); /* NaN: unset */

#define EX_QUERY_FIELDS 6

struct _ExQueryKind
{
  guint    (* count)  (const ExCompany *company);
  /* (nullable) conditions other than the words */
  gboolean (* fits)   (const ExQuery *query, const ExCompany *company, guint index);
  /* fills what words are looked for in; the rest stays NULL */
  void     (* fields) (const ExCompany *company, guint index, const char *fields[EX_QUERY_FIELDS]);
  void     (* key)    (const ExQuery *query, const ExCompany *company, guint index, ExQueryKey *key);
};

/* With strings, reviews and parents of its own. (transfer full) */
ExQuery *ex_query_copy       (const ExQuery *self);
void     ex_query_free       (ExQuery *self);

/* (transfer full) (element-type guint) indexes into @company's leaders or objectives. */
GArray  *ex_query_run        (const ExQuery *self, const ExCompany *company);
/* In a thread of its own; the result of a cancelled one is not handed out. */
void     ex_query_run_async  (const ExQuery *self, ExCompany *company, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GArray  *ex_query_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
