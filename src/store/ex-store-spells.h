/* Earlier times in the role, for the files of the store that write leaders. Nothing here opens an action. */
#pragma once

#include "ex-store-private.h"

G_BEGIN_DECLS

/* In place of what is there, in the open action. @spells: (nullable) (element-type ExSpell). */
gboolean ex_spells_write (ExStore *self, const char *leader_id, const GArray *spells, GError **error);

G_END_DECLS
