/* What of the history says what somebody is paid: statements, incentive targets, and the sums of a run, from which the rest can be reckoned.
 * Whose pay is seen by whom is said in the rules (ex_reward_is_visible()). */
#pragma once

#include "ex-store-private.h"

G_BEGIN_DECLS

typedef struct _ExPayVeil ExPayVeil;

ExPayVeil *ex_pay_veil_new  (ExStore *store);
void       ex_pay_veil_free (ExPayVeil *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExPayVeil, ex_pay_veil_free)

/* Whether the row of @table with the parts of its @key keeps pay that is none of the actor's business. */
gboolean   ex_pay_veil_hides (ExPayVeil *self, const char *table, GStrv key, gboolean *hides, GError **error);
/* Of such a row the columns that anybody may read; NULL: not even that there is one. (transfer full) (nullable) @row: (nullable) JSON */
char      *ex_pay_veil_cover (const char *table, const char *row);

G_END_DECLS
