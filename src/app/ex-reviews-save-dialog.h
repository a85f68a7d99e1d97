/* Asks how several reviews are saved as PDF: all in one file or a file each, and on which paper. */
#pragma once

#include <gtk/gtk.h>

#include "exchange/ex-document.h"

G_BEGIN_DECLS

/* @each: a file each, in a folder. Not called when the user thought better of it. */
typedef void (* ExReviewsSaveChosen) (GtkWidget *parent, gboolean each, const ExPaper *paper, gpointer data);

/* @n: how many reviews. @destroy is called in any case, after @chosen. */
void ex_reviews_save_dialog_present (GtkWidget *parent, guint n, ExReviewsSaveChosen chosen, gpointer data, GDestroyNotify destroy);

G_END_DECLS
