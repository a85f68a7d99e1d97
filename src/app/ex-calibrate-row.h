/* An objective on the Calibrate page: its ratings side by side, the first one struck through once it is adjusted. */
#pragma once

#include <gtk/gtk.h>

#include "ex-review-detail.h"

G_BEGIN_DECLS

typedef struct
{
  ExReviews            *reviews;
  guint                 objective;
  int                   viewer;  /* a leader's index, or EX_NOBODY for HR */
  const ExReviewDetail *detail;  /* (nullable) not read yet */
  gboolean              can;     /* be adjusted now */
} ExCalibrateFacts;

/* A row of a boxed list. Its button activates "calibrate.adjust" with the objective's id. (transfer floating) */
GtkWidget *ex_calibrate_row_new (const ExCalibrateFacts *facts);

G_END_DECLS
