#include "config.h"

#include "ex-cli-review.h"

#include "ex-cli-meant.h"

static void
add_parts (GStrvBuilder *builder, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (char **part = parts; *part != NULL; part++)
    if (*g_strstrip (*part) != '\0')
      g_strv_builder_add (builder, *part);
}

void
ex_cli_review_split_ids (ExStore *store, char ***ids)
{
  g_autoptr (GPtrArray) leaders = *ids != NULL ? ex_store_list_leaders (store, NULL) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (leaders == NULL)
    return;

  for (char **id = *ids; *id != NULL; id++)
    if (ex_cli_knows_leader (leaders, *id))
      g_strv_builder_add (builder, *id);
    else
      add_parts (builder, *id);

  g_strfreev (*ids);
  *ids = g_strv_builder_end (builder);
}
