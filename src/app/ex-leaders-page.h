/* Everyone who leads: the tree of who reports to whom, search, and one leader in full. */
#pragma once

#include "ex-page.h"

G_BEGIN_DECLS

#define EX_TYPE_LEADERS_PAGE (ex_leaders_page_get_type ())
G_DECLARE_FINAL_TYPE (ExLeadersPage, ex_leaders_page, EX, LEADERS_PAGE, GtkWidget)

G_END_DECLS
