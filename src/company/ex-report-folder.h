/* A folder of PDFs, written by as many threads as there are processors while documents are made in this one. */
#pragma once

#include "exchange/ex-document.h"

G_BEGIN_DECLS

typedef struct _ExReportFolder ExReportFolder;

ExReportFolder *ex_report_folder_new  (const char *path, const ExPaper *paper);
/* Takes @document: nobody else may use its charts any more. Waits while too many are waiting. FALSE and @error: one of those before could not be written. */
gboolean        ex_report_folder_add  (ExReportFolder *self, ExDocument *document, const char *name, GError **error);
/* How many are there, whole, by now. */
guint           ex_report_folder_n    (ExReportFolder *self);
/* Waits for those that are being written. FALSE and @error: one could not be. Frees it. @n: (out) how many are there, whole. */
gboolean        ex_report_folder_end  (ExReportFolder *self, guint *n, GError **error);

G_END_DECLS
