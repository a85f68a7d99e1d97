/* Many reviews as PDF: asks how and where, then writes them with a bar of progress that can be cancelled. */
#pragma once

#include <gtk/gtk.h>

#include "ex-session.h"
#include "exchange/ex-document.h"

G_BEGIN_DECLS

/* @leaders: ids; NULL: everybody who takes part in the cycle in view, and whose review may be read. */
void ex_report_save_ask     (GtkWidget *parent, ExSession *session, const char *const *leaders);
/* What follows the questions: @path: a PDF, or a folder that is there. */
void ex_report_save_reviews_to (GtkWidget *parent, ExSession *session, const char *const *leaders, const ExPaper *paper, const char *path);

G_END_DECLS
