/* The look through all of a file's bytes, for its encoding and its digest: of a big file beside the reading of its rows, which goes by the first
 * part meanwhile. Of this folder only. */
#pragma once

#include "ex-csv-text.h"

G_BEGIN_DECLS

typedef struct _ExCsvSurvey ExCsvSurvey;

/* @text: (out) what the file most likely is; of a small one, what it is. NULL and @error as from ex_csv_text_survey(). */
ExCsvSurvey *ex_csv_survey_begin (ExCsvSource *source, const char *encoding, GCancellable *cancellable, ExCsvText *text, GError **error);
/* Waits, and frees @self. @text: (out) what it is; @digest: (out) (transfer full) SHA-256 of it, hex. FALSE and @error as above. */
gboolean     ex_csv_survey_end   (ExCsvSurvey *self, ExCsvText *text, char **digest, GError **error);
/* Nobody will look at it: stops it, and frees @self. */
void         ex_csv_survey_drop  (ExCsvSurvey *self);

G_END_DECLS
