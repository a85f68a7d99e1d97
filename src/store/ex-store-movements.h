/* Entered movements, for the files of the store that leave them behind changed. */
#pragma once

#include "ex-store-private.h"

G_BEGIN_DECLS

/* Every identity holds in what is entered now; else EX_STORE_ERROR_REFUSED with the differences. */
gboolean ex_movements_are_whole (ExStore *self, GError **error);

G_END_DECLS
