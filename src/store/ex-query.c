#include "config.h"

#include "ex-query.h"
#include "ex-store-sql.h"

#include <gio/gio.h>

const char *
ex_query (const char *name)
{
  g_autofree char *path = g_strdup_printf ("/org/exemplar/Exemplar/sql/%s.sql", name);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ex_store_sql_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    g_error ("There is no query %s", path);
  /* Not compressed, so the bytes are the program's own: they outlive @bytes, and a NUL stands behind them. */
  return g_bytes_get_data (bytes, NULL);
}

ExStatement *
ex_query_prepare (ExDatabase *database,
                  const char *name,
                  GError    **error)
{
  return ex_database_prepare (database, ex_query (name), error);
}
