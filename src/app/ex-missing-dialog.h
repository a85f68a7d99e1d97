/* A gate that does not pass: everything that is missing, each thing a row that leads to where it is mended. */
#pragma once

#include <gtk/gtk.h>

#include "core/ex-gate.h"

G_BEGIN_DECLS

/* @heading: a sentence, "The review of Ana Okafor cannot be agreed yet". @missing: (element-type ExMissing) (transfer none), at least one.
 * @reviews: (nullable) whose indexes those are; without it nothing leads anywhere. */
void ex_missing_dialog_present (GtkWidget *parent, const char *heading, const GPtrArray *missing, ExReviews *reviews);

/* The same for several: @words: what was done all the same. @refused: (element-type utf8) a line each, a leader's name and why, of those
 * whose ids are @leader_ids; each leads to the review. */
void ex_missing_dialog_present_refused (GtkWidget          *parent,
                                        const char         *heading,
                                        const char         *words,
                                        const GPtrArray    *refused,
                                        ExReviews          *reviews,
                                        const char * const *leader_ids);

G_END_DECLS
