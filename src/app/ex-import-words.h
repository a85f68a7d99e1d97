/* What the import assistant says of a kind of file. */
#pragma once

#include "exchange/ex-import-plan.h"

G_BEGIN_DECLS

const char *ex_import_title    (ExImportWhat what); /* "Import Leaders", translated */
const char *ex_import_ask      (ExImportWhat what); /* "A file with leaders", translated */
/* What such a file has to have and may have: sentences, as markup. (transfer full) */
char       *ex_import_describe (ExImportWhat what);

G_END_DECLS
