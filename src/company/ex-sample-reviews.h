/* The reviews of the sample company: a cycle half-way through assess, taken there step by step through the gates. */
#pragma once

#include "store/ex-store.h"

G_BEGIN_DECLS

/* Inside the action that builds the sample, once its leaders, cycle, objectives and check-ins are there. @reviews, @ratings: the files of
 * data/sample/. */
gboolean ex_sample_fill_reviews (ExStore *store, const char *cycle_id, GBytes *reviews, GBytes *ratings, GError **error);

G_END_DECLS
