/* Which part of the history is shown: about whom, by whom, on which page, on which days. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-company.h"
#include "store/ex-store-journal.h"

G_BEGIN_DECLS

#define EX_TYPE_HISTORY_FILTERS (ex_history_filters_get_type ())
G_DECLARE_FINAL_TYPE (ExHistoryFilters, ex_history_filters, EX, HISTORY_FILTERS, GtkWidget)

/* Emits "changed" () when one of them was. */
void     ex_history_filters_fill        (ExHistoryFilters *self, ExCompany *company);
/* What they ask for; its strings stay this widget's. TRUE: it is anything. */
gboolean ex_history_filters_get         (ExHistoryFilters *self, ExHistoryFilter *filter);
void     ex_history_filters_clear       (ExHistoryFilters *self);
/* About this leader and nothing else. */
void     ex_history_filters_show_leader (ExHistoryFilters *self, const char *id);

G_END_DECLS
