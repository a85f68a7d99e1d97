/* "Bring along": which objectives of an earlier cycle begin in a new one, with what was reached as their baseline. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"

G_BEGIN_DECLS

#define EX_TYPE_BRING_PAGE (ex_bring_page_get_type ())
G_DECLARE_FINAL_TYPE (ExBringPage, ex_bring_page, EX, BRING_PAGE, GtkWidget)

/* Offers the cycles of @session, the latest first, and shows the objectives as they would be in @to. What was chosen stays when it is shown again for
 * the same days. */
void   ex_bring_page_show       (ExBringPage *self, ExSession *session, const ExCycle *to);
char **ex_bring_page_get_chosen (ExBringPage *self); /* (transfer full) ids */

G_END_DECLS
