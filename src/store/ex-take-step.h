/* A step of a review, as one and many are taken alike (ex-store-steps.c, ex-store-bulk-steps.c). Of this folder only. */
#pragma once

#include "core/ex-gate.h"
#include "ex-store-private.h"

G_BEGIN_DECLS

typedef struct
{
  ExStep      step;
  const char *why; /* without blanks around it; NULL: none */
  const char *to;  /* leader id; NULL: nobody */
} ExTakeStep;

/* Of the action, in English; NULL: no step of its own. */
const char *ex_take_step_name   (ExStep step);
/* Without blanks around it; NULL when nothing is left. (transfer full) */
char       *ex_take_step_reason (const char *why);
/* Who acts, the gate, the row; inside an action. @reviews has the leader, everybody above, the actor, the one to move to, and of an
 * assessment the readings. */
gboolean    ex_take_step        (ExStore *self, const ExReviews *reviews, guint leader, const ExTakeStep *what, GError **error);

G_END_DECLS
