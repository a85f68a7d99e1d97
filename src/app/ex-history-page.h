/* History: every change, newest first, grouped by day. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define EX_TYPE_HISTORY_PAGE (ex_history_page_get_type ())
G_DECLARE_FINAL_TYPE (ExHistoryPage, ex_history_page, EX, HISTORY_PAGE, AdwBin)

G_END_DECLS
