/* The sentences of the triggers, in the reader's language. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (nullable) (transfer none) NULL: not a sentence of the review cycle's triggers. */
const char *ex_trigger_words (const char *said);

G_END_DECLS
