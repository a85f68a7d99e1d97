/* Why customers left, as it was said later: it goes before what the ledger says of the same customer and period. Of the ledger's files only. */
#pragma once

#include "ex-ledger-rows.h"

G_BEGIN_DECLS

typedef struct _ExGivenReasons ExGivenReasons;

/* *@given: (out) (nullable) (transfer full) NULL when nothing was given. Adds their words to @reasons. FALSE and @error. */
gboolean ex_given_reasons_read (ExDatabase *database, const GArray *layers, ExGrain grain, ExNames *reasons, ExGivenReasons **given, GError **error);
void     ex_given_reasons_free (ExGivenReasons *self);
/* Over a column whose customers are numbered over all layers. */
void     ex_given_reasons_lay  (const ExGivenReasons *self, ExColumn *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExGivenReasons, ex_given_reasons_free)

G_END_DECLS
