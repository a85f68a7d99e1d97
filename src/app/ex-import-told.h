/* What an import did: in words, and told where they belong. */
#pragma once

#include <gtk/gtk.h>

#include "company/ex-import.h"

G_BEGIN_DECLS

/* "1,204 rows: 1,200 new, 4 changed". (transfer full) */
char *ex_import_tally_words   (const ExImportTally *tally);
/* What applying or trying it did to what stood before, a sentence a line; NULL: nothing. (transfer full) */
char *ex_import_changes_words (const ExImportPlan *plan);
/* Once it is in: the toast of @parent's window says how many rows, and a window what it corrected. */
void  ex_import_tell          (GtkWidget *parent, const ExImportPlan *plan, const ExImportTally *tally);

G_END_DECLS
