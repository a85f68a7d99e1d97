/* Every objective of the cycle in a table, and one of them in full. */
#pragma once

#include "ex-page.h"

G_BEGIN_DECLS

#define EX_TYPE_OBJECTIVES_PAGE (ex_objectives_page_get_type ())
G_DECLARE_FINAL_TYPE (ExObjectivesPage, ex_objectives_page, EX, OBJECTIVES_PAGE, GtkWidget)

G_END_DECLS
