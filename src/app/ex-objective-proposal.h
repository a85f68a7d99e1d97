/* A change of agreed objectives, put together in the editor: the objective that is edited, and the weights that make up for it. */
#pragma once

#include "ex-session.h"
#include "ex-weight-rows.h"

G_BEGIN_DECLS

/* What an amendment would change. @after: of @saved. (transfer full) (element-type ExObjective) empty: nothing */
GPtrArray *ex_objective_proposal_list    (const ExObjective *saved, const ExObjective *after, ExWeightRows *weights);
/* What is said while it is put together. *@ready: it can be proposed. (transfer full) */
char      *ex_objective_proposal_describe (const ExReviews *reviews, guint leader, const ExObjective *saved, const ExObjective *after,
                                           ExWeightRows *weights, gboolean *ready);

/* Title, description, stage: what changes at once, of @after; the rest of @saved. (transfer full) */
ExObjective *ex_objective_proposal_words (const ExObjective *saved, const ExObjective *after);

/* Proposes @objectives (transfer full) for @why; destroys @dialog when it went through, else says in it why not. */
void       ex_objective_proposal_write   (GtkWindow *dialog, ExSession *session, GPtrArray *objectives, const char *why);

G_END_DECLS
