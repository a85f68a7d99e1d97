#include "config.h"

#include "ex-sql.h"

#include "ex-store-sql.h"

#include <gio/gio.h>

static const char *
load (const char *name)
{
  g_autofree char *path = g_strdup_printf ("/org/exemplar/Exemplar/sql/%s.sql", name);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ex_store_sql_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    g_error ("There is no query %s", path);
  /* Not compressed, so the bytes are the program's own: they outlive @bytes, and a NUL stands behind them. */
  return g_bytes_get_data (bytes, NULL);
}

/* Remembered, because looking up a resource takes longer than a small query. */
const char *
ex_sql_text (const char *name)
{
  static GMutex lock;
  static GHashTable *texts;
  const char *text;

  g_mutex_lock (&lock);
  if (texts == NULL)
    texts = g_hash_table_new (g_str_hash, g_str_equal);
  text = g_hash_table_lookup (texts, name);
  if (text == NULL)
    {
      text = load (name);
      g_hash_table_insert (texts, g_strdup (name), (gpointer) text);
    }
  g_mutex_unlock (&lock);
  return text;
}

ExStatement *
ex_sql_prepare (ExDatabase *database,
                const char *name,
                GError    **error)
{
  return ex_database_prepare (database, ex_sql_text (name), error);
}
