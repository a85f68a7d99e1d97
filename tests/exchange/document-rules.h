/* Documents to lay out, and the rules that their pages keep. */
#pragma once

#include "exchange/ex-pages-private.h"

G_BEGIN_DECLS

extern const char LOREM[]; /* a sentence */

ExPaper     paper_of     (const char *nick);
ExPages    *pages_of     (ExDocument *document, const char *nick);
ExDocument *document_new (void);
void        add_words    (ExDocument *document, ExTextStyle style, guint n_sentences);
/* Leader, score, comment. */
void        add_table    (ExDocument *document, guint n_rows, guint n_sentences, gboolean total);
ExChart    *waterfall    (void);

const ExPage *page_at    (const ExPages *pages, guint page);
const ExSlab *slab_at    (const ExPages *pages, guint slab);
/* Everything is on a page, once, in order and inside; what belongs together is together; no page ends before it is full. */
void        check        (const ExPages *pages);

G_END_DECLS
