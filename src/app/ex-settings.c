#include "config.h"

#include "ex-settings.h"

#define N_RECENT 8

/* Compiled schemas beside a program that was built but not installed: build/src/app/exemplar, build/data. */
static GSettingsSchema *
find_in_build (GSettingsSchemaSource *parent)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GSettingsSchemaSource) source = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *data = NULL;

  if (program == NULL)
    return NULL;
  folder = g_path_get_dirname (program);
  data = g_build_filename (folder, "..", "..", "data", NULL);
  source = g_settings_schema_source_new_from_directory (data, parent, FALSE, NULL);
  return source != NULL ? g_settings_schema_source_lookup (source, EX_APPLICATION_ID, TRUE) : NULL;
}

static GSettings *
make_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, EX_APPLICATION_ID, TRUE);
  if (schema == NULL)
    schema = find_in_build (source);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

GSettings *
ex_settings (void)
{
  static gboolean looked;
  static GSettings *settings;

  if (!looked)
    {
      looked = TRUE;
      settings = make_settings ();
    }
  return settings;
}

char **
ex_settings_get_recent (void)
{
  GSettings *settings = ex_settings ();

  return settings != NULL ? g_settings_get_strv (settings, "recent-files") : g_new0 (char *, 1);
}

/* The list without @path, and with @first (nullable) before it. */
static void
change_recent (const char *path, const char *first)
{
  g_auto (GStrv) old = ex_settings_get_recent ();
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  if (ex_settings () == NULL)
    return;
  if (first != NULL)
    g_ptr_array_add (paths, (char *) first);
  for (guint i = 0; old[i] != NULL && paths->len < N_RECENT; i++)
    if (!g_str_equal (old[i], path))
      g_ptr_array_add (paths, old[i]);
  g_ptr_array_add (paths, NULL);
  g_settings_set_strv (ex_settings (), "recent-files", (const char * const *) paths->pdata);
}

void
ex_settings_add_recent (const char *path)
{
  g_return_if_fail (path != NULL);

  change_recent (path, path);
}

void
ex_settings_remove_recent (const char *path)
{
  g_return_if_fail (path != NULL);

  change_recent (path, NULL);
}

char *
ex_settings_get_actor (const char *path)
{
  g_autoptr (GVariant) actors = NULL;
  char *actor = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (ex_settings () == NULL)
    return NULL;
  actors = g_settings_get_value (ex_settings (), "people");
  g_variant_lookup (actors, path, "s", &actor);
  return actor;
}

void
ex_settings_set_actor (const char *path, const char *actor)
{
  g_autoptr (GVariant) old = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key, *value;

  g_return_if_fail (path != NULL);
  g_return_if_fail (actor != NULL);

  if (ex_settings () == NULL)
    return;
  old = g_settings_get_value (ex_settings (), "people");
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    if (!g_str_equal (key, path))
      g_variant_builder_add (&builder, "{ss}", key, value);
  g_variant_builder_add (&builder, "{ss}", path, actor);
  g_settings_set_value (ex_settings (), "people", g_variant_builder_end (&builder));
}

void
ex_settings_get_paper (ExPaper *paper)
{
  GSettings *settings = ex_settings ();
  g_autofree char *nick = NULL;

  g_return_if_fail (paper != NULL);

  if (settings != NULL)
    nick = g_settings_get_string (settings, "paper");
  if (!ex_paper_parse (nick, paper))
    *paper = *ex_paper_default ();
}

void
ex_settings_set_paper (const char *nick)
{
  GSettings *settings = ex_settings ();

  g_return_if_fail (nick != NULL);

  if (settings != NULL)
    g_settings_set_string (settings, "paper", nick);
}
