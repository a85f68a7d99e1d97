/* What of the history is not for everybody's eyes. Who looks is the store's actor; whose ratings they see is said once, in the rules
 * (ex_reviews_sees_self(), ex_reviews_sees_manager()), and asked here as things stand now:
 *
 *   ratings, self        the leader; others once submitted, as the rules say
 *   ratings, manager's   whoever reviews; HR and the leaders above once assessed; the leader from sign on; adjustments the same
 *   ratings, observer's  the observer alone, and nobody learns who it was
 *   observers            who was named: HR
 *   private_notes        the author
 *   reward_statements    HR, the tops, and the leader themself; the sums of reward_runs, and incentive targets of leaders, the same
 *
 * Beside that, everybody sees what they typed themselves, for whomever they did, as long as nobody else had a hand in the row before. Of what
 * is hidden stays that something was done. */
#pragma once

#include "ex-journal.h"

G_BEGIN_DECLS

typedef struct _ExVeil ExVeil;

ExVeil  *ex_veil_new  (ExStore *store);
void     ex_veil_free (ExVeil *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExVeil, ex_veil_free)

/* Which ratings of a leader's review are seen. Of a review that is not there any more, none. */
gboolean ex_veil_look (ExVeil *self, const char *cycle_id, const char *leader_id, gboolean *sees_self, gboolean *sees_manager, GError **error);

/* A row of changes of @action as it may be read. NULL on @error. (transfer full) */
ExChange *ex_veil_read_change (ExVeil *self, const ExAction *action, const char *table, const char *key, const char *before, const char *after,
                               GError **error);

/* Takes out of @action what would give away what is hidden: its subject when nothing else is in it, an observer's name. */
gboolean ex_veil_cover (ExVeil *self, ExAction *action, GError **error);

G_END_DECLS
