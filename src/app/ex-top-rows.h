/* The leaders that a cycle starts with, as rows of its editor. */
#pragma once

#include <adwaita.h>

#include "core/ex-company.h"

G_BEGIN_DECLS

typedef struct _ExTopRows ExTopRows;

/* Fills @group, whose header gets the button that adds. @changed on every change. @company: kept; its leaders are offered. */
ExTopRows *ex_top_rows_new  (AdwPreferencesGroup *group, ExCompany *company, void (* changed) (gpointer data), gpointer data);
void       ex_top_rows_free (ExTopRows *self);
void       ex_top_rows_fill (ExTopRows *self, const char * const *ids);
char     **ex_top_rows_read (ExTopRows *self); /* (transfer full) */

/* The only leader without a manager, whom a cycle starts with that names nobody; NULL: there is none, or more than one. */
const char *ex_top_rows_usual (const ExCompany *company);

G_END_DECLS
