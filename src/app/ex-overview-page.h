/* The Overview, for the CEO: what became of the customers, and where the leaders stand; and the way down from there. */
#pragma once

#include "company/ex-story.h"
#include "ex-page.h"

G_BEGIN_DECLS

#define EX_TYPE_OVERVIEW_PAGE (ex_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (ExOverviewPage, ex_overview_page, EX, OVERVIEW_PAGE, GtkWidget)

/* What is looked at: of the level in view. (nullable) (transfer none) */
const ExStoryAsk *ex_overview_page_get_ask   (ExOverviewPage *self);
/* How many levels deep: 1 is the Overview itself. */
guint             ex_overview_page_get_depth (ExOverviewPage *self);

G_END_DECLS
