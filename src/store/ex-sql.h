/* The named queries: sql/NAME.sql, compiled in. Short statements stand in the C file that uses them instead. */
#pragma once

#include "ex-database.h"

G_BEGIN_DECLS

/* (transfer none) The text of sql/@name.sql, always the same pointer. A name that is none is a mistake of ours, and aborts. */
const char  *ex_sql_text    (const char *name);
/* ex_database_prepare() of it. */
ExStatement *ex_sql_prepare (ExDatabase *database, const char *name, GError **error);

G_END_DECLS
