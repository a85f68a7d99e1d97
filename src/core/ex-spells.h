/* Earlier times in the role, beside the leader's own from and to. */
#pragma once

#include "ex-reward.h"

G_BEGIN_DECLS

/* Why @spells (nullable, element-type ExSpell, as they were given) cannot stand beside a leader whose own time in the role begins on @own_from:
 * each ends after it begins, before the next begins, and the last before the leader's own. (transfer full) (nullable) a sentence */
char    *ex_spells_problem (const GArray *spells, ExDay own_from);
gboolean ex_spells_equal   (const GArray *a, const GArray *b); /* either may be NULL: none */

G_END_DECLS
