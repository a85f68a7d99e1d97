/* A customer who was lost, and an entry for why. */
#pragma once

#include <adwaita.h>

#include "store/ex-store-asset.h"

G_BEGIN_DECLS

#define EX_TYPE_LOST_ROW (ex_lost_row_get_type ())
G_DECLARE_FINAL_TYPE (ExLostRow, ex_lost_row, EX, LOST_ROW, GtkListBoxRow)

/* @reasons: those used before, NULL-terminated, offered to choose from. (transfer floating) */
GtkWidget  *ex_lost_row_new          (const ExLostCustomer *lost, const char *currency, const char * const *reasons);
const char *ex_lost_row_get_customer (ExLostRow *self);
ExPeriod    ex_lost_row_get_period   (ExLostRow *self); /* where the reason is kept */
/* What is kept now, or NULL; an error is shown instead. */
void        ex_lost_row_set_saved    (ExLostRow *self, const char *reason, const char *error);
/* What was kept is not any more: it was undone. Nothing where nothing was kept. */
void        ex_lost_row_take_back    (ExLostRow *self);

/* Signal: "said" (const char *reason): Enter, the entry is left, or a reason was chosen, and it is another one than is kept. */

G_END_DECLS
