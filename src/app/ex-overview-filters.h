/* What of the company is looked at: a unit, a level, a driver, a stage, a period; and in words what is, once anything is. */
#pragma once

#include "company/ex-story.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define EX_TYPE_OVERVIEW_FILTERS (ex_overview_filters_get_type ())
G_DECLARE_FINAL_TYPE (ExOverviewFilters, ex_overview_filters, EX, OVERVIEW_FILTERS, GtkWidget)

GtkWidget *ex_overview_filters_new   (void);
/* What there is to choose from; what is chosen stays, as far as it is still there. @reviews, @asset: (nullable). */
void       ex_overview_filters_fill  (ExOverviewFilters *self, const ExReviews *reviews, const ExAsset *asset);
/* Into scope and period of @ask. */
void       ex_overview_filters_apply (ExOverviewFilters *self, ExStoryAsk *ask);
void       ex_overview_filters_clear (ExOverviewFilters *self);
/* (nullable) what is chosen, in words. */
void       ex_overview_filters_set_words (ExOverviewFilters *self, const char *words);

/* Signal: "changed" (): by the user's hand. */

G_END_DECLS
