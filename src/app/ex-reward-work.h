/* Computes rewards away from the main loop, for terms that are being edited and for what if. The latest question wins: one that is asked while another
 * is answered waits, and takes the place of any that waited before it. */
#pragma once

#include "ex-session.h"

G_BEGIN_DECLS

typedef struct _ExRewardWork ExRewardWork;

/* In the main thread. @rewards: (nullable) (transfer none) NULL with @error. */
typedef void (* ExRewardAnswer) (ExRewards *rewards, const GError *error, gpointer data);

ExRewardWork *ex_reward_work_new    (ExRewardAnswer answer, gpointer data);
void          ex_reward_work_free   (ExRewardWork *self); /* nothing is answered after this */
/* With what @session now holds. @terms is copied; @what_if: (nullable) copied. */
void          ex_reward_work_ask    (ExRewardWork *self, ExSession *session, const ExRewardTerms *terms, const ExWhatIf *what_if);
/* What was asked is not wanted any more. */
void          ex_reward_work_forget (ExRewardWork *self);

G_END_DECLS
