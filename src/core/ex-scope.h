/* Part of a company: which leaders, and which of their objectives. What filters of a page ask for. */
#pragma once

#include "ex-reviews.h"

G_BEGIN_DECLS

#define EX_ANY_DRIVER (-1)
#define EX_NO_LEVEL   G_MAXUINT /* under no top */

typedef struct
{
  char *unit;    /* NULL: any; "": leaders without one */
  guint level;   /* from 1 at the tops (ex_reviews_get_level()); EX_NO_LEVEL; 0: any */
  char *under;   /* id: this leader and everybody below; NULL: everybody */
  int   driver;  /* an ExDriver: objectives that name it; EX_ANY_DRIVER */
  char *stage;   /* NULL: any; "": objectives without one */
} ExScope;

ExScope *ex_scope_new   (void); /* everything */
/* As keys and rows number levels: "1" at the tops, "0" for those under none. */
guint    ex_scope_parse_level (const char *number);
ExScope *ex_scope_copy  (const ExScope *self);
void     ex_scope_free  (ExScope *self);
gboolean ex_scope_equal (const ExScope *a, const ExScope *b);
gboolean ex_scope_is_all (const ExScope *self);                    /* nothing is left out */
gboolean ex_scope_is_all_objectives (const ExScope *self);         /* of the leaders it takes */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExScope, ex_scope_free)

/* Who takes part in the cycle and is in the scope, managers before their reports. (transfer full) (element-type guint) */
GArray  *ex_scope_leaders    (const ExScope *self, const ExReviews *reviews);
/* The objectives of those leaders that are in it. (transfer full) (element-type guint) */
GArray  *ex_scope_objectives (const ExScope *self, const ExReviews *reviews);
gboolean ex_scope_takes_leader    (const ExScope *self, const ExReviews *reviews, guint leader);
gboolean ex_scope_takes_objective (const ExScope *self, const ExReviews *reviews, guint objective); /* its leader's is not asked */

/* What there is to choose from, of those who take part: units (in the reader's alphabet, "" last where somebody has none), stages (in the order of the journey as the
 * templates have it, then the alphabet). (transfer full) NULL-terminated */
char   **ex_scope_list_units  (const ExReviews *reviews);
char   **ex_scope_list_stages (const ExReviews *reviews); /* "" last where an objective has none */
/* The same of those in a scope. */
char   **ex_scope_list_units_in  (const ExScope *self, const ExReviews *reviews);
char   **ex_scope_list_stages_in (const ExScope *self, const ExReviews *reviews);

G_END_DECLS
