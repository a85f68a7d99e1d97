/* What a document says, for tests of the reports. */
#pragma once

#include "exchange/ex-document.h"

G_BEGIN_DECLS

/* All words of @document, a line each: headings with #, texts, facts, cells, names and notes of signatures, titles of charts. (transfer full) */
char    *words_of       (const ExDocument *document);
gboolean says           (const ExDocument *document, const char *words);
guint    count_charts   (const ExDocument *document);
/* Rows of all tables. */
guint    count_rows     (const ExDocument *document);

G_END_DECLS
