/* From an older version of the file's format to this program's, a version at a time. */
#pragma once

#include "ex-database.h"

G_BEGIN_DECLS

typedef struct
{
  int         version; /* that the script makes, from the one before; several scripts may make one version */
  const char *script;
} ExMigration;

/* The program's own, from the resource, in order. (transfer none) */
const ExMigration *ex_store_migrations (guint *n);

/* In a new, empty database. */
gboolean ex_store_migrate_new  (ExDatabase *db, const ExMigration *steps, guint n, GError **error);
/* In the company's file at @path: a copy first, "NAME before version N.exemplar" beside it, then a transaction a version.
 * When one fails, the file is as it was. */
gboolean ex_store_migrate_file (ExDatabase *db, const char *path, const ExMigration *steps, guint n, GError **error);

gint64   ex_store_read_version (ExDatabase *db); /* 0: none */

G_END_DECLS
