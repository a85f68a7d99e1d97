/* The whole company on one page: what happened to the customer asset, how it came about, and where the leaders stand. */
#pragma once

#include "ex-page.h"

G_BEGIN_DECLS

#define EX_TYPE_OVERVIEW_PAGE (ex_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (ExOverviewPage, ex_overview_page, EX, OVERVIEW_PAGE, GtkWidget)

G_END_DECLS
